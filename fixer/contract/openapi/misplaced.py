"""A schema whose `allOf` was written among its `properties` becomes what its author meant."""

from __future__ import annotations

from collections.abc import Callable, Container

from fixer.contract.model import Kind, Schema
from fixer.contract.openapi.document import Table, Value, is_table

_COMBINING = ("allOf", "oneOf", "anyOf")


def lifted(node: Table, read: Callable[[Table], Schema]) -> Table:
    """The node with `allOf`, `oneOf` and `anyOf` beside its properties, where they stood inside.

    A list is no schema, so no property is described by one; nor does anyone call a property
    `allOf` that is an object of the contract. `read` gives the schema behind a reference.
    """
    properties = node.table("properties")
    stray = {key: found for key in _COMBINING if (found := _parts(key, properties, read))}
    if not stray:
        return node
    rest = _without(properties, stray)
    whole = _without(node, {"properties"} if not rest else ())
    if rest:
        whole["properties"] = rest
    for key, parts in stray.items():
        whole[key] = [*node.items_of(key), *parts]
        whole.lines[key] = properties.line_of(key)
    return whole


def _parts(key: str, properties: Table, read: Callable[[Table], Schema]) -> list[Value]:
    value = properties.get(key)
    if is_table(value):
        is_meant = key == "allOf" and "$ref" in value and read(value).kind is Kind.OBJECT
        return [value] if is_meant else []
    return properties.items_of(key)


def _without(table: Table, names: Container[str]) -> Table:
    kept = Table(table.line)
    for key, value in table.items():
        if key not in names:
            kept[key] = value
            kept.lines[key] = table.line_of(key)
    return kept
