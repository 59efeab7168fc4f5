"""A schema of the contract into a JSON Schema (2020-12) that a validator takes."""

from __future__ import annotations

from fixer.contract.model import Contract, Kind, Schema

Json = dict[str, object]

_TYPES = {
    Kind.STRING: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
    Kind.NULL: "null",
}
# A pattern where a validator's own check of the format would need more libraries.
_PATTERNS = {
    "decimal": r"^-?\d+(\.\d+)?$",
    "date-time": r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d",
    "date": r"^\d{4}-\d\d-\d\d$",
    "uuid": r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
}


def json_schema(contract: Contract, schema: Schema) -> Json:
    """The whole schema, its components under `$defs`."""
    writer = _Writer(contract)
    body = writer.write(schema)
    if writer.definitions:
        body["$defs"] = writer.definitions
    return body


class _Writer:
    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.definitions: Json = {}

    def write(self, schema: Schema) -> Json:
        node = self._bare(schema)
        if not schema.nullable or not node:
            return node
        return {"anyOf": [node, {"type": "null"}]}

    def _bare(self, schema: Schema) -> Json:
        if schema.kind is Kind.REF:
            return self._reference(schema.name or "")
        if schema.kind is Kind.UNION:
            return {"anyOf": [self.write(variant) for variant in schema.variants]}
        node: Json = {}
        if schema.kind is Kind.OBJECT:
            node = self._object(schema)
        elif schema.kind is Kind.ARRAY:
            node = {"type": "array"}
            if schema.items is not None:
                node["items"] = self.write(schema.items)
        elif schema.kind in _TYPES:
            node = {"type": _TYPES[schema.kind]}
            if schema.kind is Kind.STRING and schema.format in _PATTERNS:
                node["pattern"] = _PATTERNS[schema.format]
        if schema.enum:
            node["enum"] = [*schema.enum, *([None] if schema.nullable else [])]
        return node

    def _reference(self, name: str) -> Json:
        if name not in self.definitions:
            self.definitions[name] = {}
            target = self.contract.schemas.get(name)
            self.definitions[name] = self.write(target) if target is not None else {}
        return {"$ref": "#/$defs/" + name.replace("~", "~0").replace("/", "~1")}

    def _object(self, schema: Schema) -> Json:
        shown = [prop for prop in schema.properties if not prop.write_only]
        node: Json = {
            "type": "object",
            "properties": {prop.name: self.write(prop.schema) for prop in shown},
            "required": [prop.name for prop in shown if prop.required],
        }
        if schema.values is not None:
            node["additionalProperties"] = self.write(schema.values)
        elif not schema.loose:
            node["additionalProperties"] = False
        return node
