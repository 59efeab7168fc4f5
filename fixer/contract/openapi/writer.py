"""A contract into OpenAPI 3.1, YAML or JSON, with the extensions that say what OpenAPI can't."""

from __future__ import annotations

import json
from collections.abc import Iterable

import yaml

from fixer.contract.model import (
    ChecklistItem,
    Contract,
    In,
    Kind,
    Operation,
    Page,
    PageField,
    Parameter,
    Property,
    Scalar,
    Schema,
)
from fixer.contract.openapi.yamlvalues import plain_scalar

Json = Scalar | list["Json"] | dict[str, "Json"]


def _servers(contract: Contract) -> list[str]:
    if not contract.hosts:
        return [prefix or "/" for prefix in contract.prefixes]
    return [f"https://{host}{prefix}" for host in contract.hosts for prefix in contract.prefixes]


def export(contract: Contract, *, as_json: bool = False) -> str:
    """The contract as an OpenAPI 3.1 document, which reads back as the same contract."""
    document = _document(contract)
    if as_json:
        return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)


def _document(contract: Contract) -> dict[str, Json]:
    document: dict[str, Json] = {
        "openapi": "3.1.0",
        "info": {"title": contract.title, "version": contract.version},
    }
    if contract.prefixes != ("",) or contract.hosts:
        document["servers"] = [{"url": url} for url in _servers(contract)]
    if contract.envelope:
        document["x-envelope"] = contract.envelope
    if contract.envelope_client:
        document["x-envelope-client"] = contract.envelope_client
    if contract.pages:
        functions = {op.function: op for op in contract.operations if op.function}
        document["x-pages"] = {page.name: _page(page, functions) for page in contract.pages}
    if contract.checklist:
        document["x-checklist"] = [_item(item) for item in contract.checklist]
    if contract.open_paths:
        document["x-open-paths"] = list(contract.open_paths)
    document["paths"] = _paths(contract.operations)
    if contract.schemas:
        schemas: dict[str, Json] = {n: _schema(s) for n, s in contract.schemas.items()}
        document["components"] = {"schemas": schemas}
    return document


# libyaml where PyYAML was built with it, as in reading.
_SafeDumper: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


# mypy takes no variable for a base class; which of the two there is depends on how yaml was built.
class _Dumper(_SafeDumper):  # type: ignore[misc, valid-type]
    """Writes every value where it stands: anchors would hide what a person looks for."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Quotes what YAML 1.2 takes for a number or a word of its own where YAML 1.1 doesn't."""
    style = "'" if not isinstance(plain_scalar(text), str) else '"' if "\x85" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _string)


def _paths(operations: Iterable[Operation]) -> Json:
    paths: dict[str, Json] = {}
    for operation in operations:
        item = paths.setdefault(operation.path, {})
        assert isinstance(item, dict)
        item[operation.method.lower()] = _operation(operation)
    return paths


def _operation(operation: Operation) -> Json:
    node: dict[str, Json] = {}
    if operation.function:
        node["operationId"] = operation.function
    if operation.summary:
        node["summary"] = operation.summary
    if operation.deprecated:
        node["deprecated"] = True
    if operation.legacy:
        node["x-renamed-from"] = [
            f"{route.method} {route.path}" if route.method else route.path
            for route in operation.legacy
        ]
    if not operation.query_closed:
        node["x-query-closed"] = False
    if operation.any_slash:
        node["x-any-slash"] = True
    if operation.any_case:
        node["x-any-case"] = True
    if operation.parameters:
        node["parameters"] = [_parameter(parameter) for parameter in operation.parameters]
    if operation.body is not None:
        node["requestBody"] = {"content": _content(operation.body)}
    if operation.response is not None:
        content = _content(operation.response)
        node["responses"] = {"200": {"description": "Success", "content": content}}
    else:
        node["responses"] = {"default": {"description": "Not documented"}}
    return node


def _content(schema: Schema) -> Json:
    return {"application/json": {"schema": _schema(schema)}}


def _parameter(parameter: Parameter) -> Json:
    node: dict[str, Json] = {"name": parameter.name, "in": parameter.where.value}
    if parameter.required or parameter.where is In.PATH:
        node["required"] = True
    node["schema"] = _schema(parameter.schema)
    return node


def _schema(schema: Schema) -> Json:
    if schema.kind is Kind.REF:
        return _nullable({"$ref": _reference(schema.name or "")}, schema.nullable)
    if schema.kind is Kind.UNION:
        variants: list[Json] = [_schema(variant) for variant in schema.variants]
        return {"anyOf": [*variants, {"type": "null"}] if schema.nullable else variants}
    if schema.kind is Kind.ANY:
        # JSON Schema has no word for 'anything, and null too'; 3.0's does no harm here.
        node: dict[str, Json] = {"nullable": True} if schema.nullable else {}
        return {**node, "enum": list(schema.enum)} if schema.enum else node
    typed: dict[str, Json] = {
        "type": [schema.kind.value, "null"] if schema.nullable else schema.kind.value
    }
    if schema.format:
        typed["format"] = schema.format
    if schema.enum:
        typed["enum"] = [*schema.enum, None] if schema.nullable else list(schema.enum)
    if schema.kind is Kind.ARRAY:
        typed["items"] = _schema(schema.items) if schema.items else {}
    if schema.kind is Kind.OBJECT:
        typed.update(_members(schema))
    return typed


def _reference(name: str) -> str:
    return "#/components/schemas/" + name.replace("~", "~0").replace("/", "~1")


def _nullable(node: Json, nullable: bool) -> Json:
    return {"anyOf": [node, {"type": "null"}]} if nullable else node


def _members(schema: Schema) -> dict[str, Json]:
    node: dict[str, Json] = {}
    required: list[Json] = list(dict.fromkeys(p.name for p in schema.properties if p.required))
    if required:
        node["required"] = required
    if schema.properties:
        node["properties"] = {p.name: _property(p) for p in schema.properties}
    if schema.values is not None:
        node["additionalProperties"] = _schema(schema.values)
    elif schema.loose:
        node["additionalProperties"] = True
    elif not schema.properties:
        node["additionalProperties"] = False
    return node


def _property(prop: Property) -> Json:
    node = _schema(prop.schema)
    assert isinstance(node, dict)
    flags: dict[str, Json] = {}
    if prop.legacy_names:
        flags["x-renamed-from"] = list(prop.legacy_names)
    if prop.aliases:
        flags["x-also-called"] = list(prop.aliases)
    if prop.is_new:
        flags["x-new"] = True
    if prop.has_default:
        flags["x-has-default"] = True
    if prop.read_only:
        flags["readOnly"] = True
    if prop.write_only:
        flags["writeOnly"] = True
    if prop.deprecated:
        flags["deprecated"] = True
    return {**node, **flags}


def _page(page: Page, functions: dict[str, Operation]) -> Json:
    uses: list[Json] = []
    for use in page.uses:
        operation = functions.get(use.function)
        if operation and (operation.method, operation.path) == (use.method, use.path):
            uses.append(use.function)
        else:
            uses.append({"function": use.function, "method": use.method, "path": use.path})
    node: dict[str, Json] = {}
    if uses:
        node["uses"] = uses
    if page.fields:
        node["fields"] = [_field(field) for field in page.fields]
    return node


def _field(field: PageField) -> Json:
    name = f"{field.variable}.{field.path}"
    node: dict[str, Json] = {"field": name}
    if field.legacy_names:
        node["x-renamed-from"] = list(field.legacy_names)
    if field.members:
        node["members"] = list(field.members)
    if field.is_new:
        node["x-new"] = True
    return node if len(node) > 1 else name


def _item(item: ChecklistItem) -> Json:
    if not item.mentions:
        return item.text
    return {"text": item.text, "mentions": list(item.mentions)}
