"""A contract's schema becomes the TypeScript type of the value that arrives as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from fixer.contract.model import Contract, Kind, Property, Scalar, Schema
from fixer.rewrite.names import is_identifier
from fixer.rewrite.style import Style

_SCALARS = {
    Kind.STRING: "string",
    Kind.INTEGER: "number",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
    Kind.NULL: "null",
    Kind.ANY: "unknown",
}
_MAX_DEPTH = 6
_MAX_LITERALS = 8


def type_text(
    contract: Contract, schema: Schema, style: Style, names: Mapping[str, str] | None = None
) -> str:
    """The type on one line, `null` included: `string`, `{ id: number; tags: string[] }`.

    `names`: how types that stand for components of the contract are called, by the component's
    name. What the contract doesn't say, or what refers to itself, is `unknown`.
    """
    return _Writer(contract, style, names or {}).text(schema, 0)


def member_text(
    contract: Contract, prop: Property, style: Style, names: Mapping[str, str] | None = None
) -> str:
    """A property as a member of an interface, without what separates it: `name?: string`."""
    return _Writer(contract, style, names or {}).member(prop, 0)


class _Writer:
    def __init__(self, contract: Contract, style: Style, names: Mapping[str, str]) -> None:
        self._contract = contract
        self._style = style
        self._names = names

    def text(self, schema: Schema, depth: int) -> str:
        known = self._names.get(schema.name or "")
        shape = self._contract.resolve(schema)
        if depth > _MAX_DEPTH:
            return "unknown"
        written = known or self._names.get(shape.name or "") or self._shape(shape, depth)
        if written == "unknown" or not shape.nullable or shape.kind is Kind.NULL:
            return written
        return f"{written} | null"

    def _shape(self, shape: Schema, depth: int) -> str:
        if shape.enum and len(shape.enum) <= _MAX_LITERALS:
            return " | ".join(self._literal(value) for value in shape.enum)
        if shape.kind is Kind.ARRAY:
            items = self.text(shape.items, depth + 1) if shape.items is not None else "unknown"
            return f"({items})[]" if _is_union(items) else f"{items}[]"
        if shape.kind is Kind.UNION:
            parts = dict.fromkeys(self.text(v, depth + 1) for v in shape.variants)
            return "unknown" if "unknown" in parts else " | ".join(parts)
        if shape.kind is Kind.OBJECT:
            return self._object(shape, depth)
        return _SCALARS.get(shape.kind, "unknown")

    def _object(self, shape: Schema, depth: int) -> str:
        if not shape.properties:
            values = self.text(shape.values, depth + 1) if shape.values is not None else "unknown"
            return f"Record<string, {values}>"
        members = "; ".join(self.member(p, depth) for p in shape.properties)
        return f"{{ {members} }}"

    def member(self, prop: Property, depth: int) -> str:
        key = prop.name if is_identifier(prop.name) else self._style.quoted(prop.name)
        return f"{key}{'' if prop.required else '?'}: {self.text(prop.schema, depth + 1)}"

    def _literal(self, value: Scalar) -> str:
        if isinstance(value, str):
            return self._style.quoted(value)
        if isinstance(value, bool):
            return str(value).lower()
        return "null" if value is None else str(value)


def _is_union(written: str) -> bool:
    """Whether `[]` behind the text would bind to its last part only."""
    depth = 0
    for char in written:
        depth += (char in "{(<[") - (char in "})>]")
        if char == "|" and depth == 0:
            return True
    return False
