"""Finding and changing a field deep inside a schema, as a person names it: `invoice.amount`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from fixer.contract.model import Kind, Property, Schema

Change = Callable[[Property], Property]


def has(schema: Schema | None, path: str) -> bool:
    """Whether `path` leads to a property of the value, or of the elements of a list in it."""
    return schema is not None and change_at(schema, path.split("."), lambda p: p)[1]


def change_at(schema: Schema, path: list[str], change: Change) -> tuple[Schema, bool]:
    """The schema with the property at `path` changed, and whether there is one.

    The path may start at the value itself, at an array's elements, or, where the value is a
    page of results, at the elements of its only list.
    """
    if schema.kind is Kind.ARRAY and schema.items:
        items, found = change_at(schema.items, path, change)
        return replace(schema, items=items), found
    prop = schema.property(path[0])
    if prop is None:
        return _in_only_list(schema, path, change)
    if len(path) == 1:
        return _with(schema, change(prop)), True
    inner, found = change_at(prop.schema, path[1:], change)
    return _with(schema, replace(prop, schema=inner)), found


def _in_only_list(schema: Schema, path: list[str], change: Change) -> tuple[Schema, bool]:
    lists = [p for p in schema.properties if p.schema.kind is Kind.ARRAY]
    if len(lists) != 1:
        return schema, False
    inner, found = change_at(lists[0].schema, path, change)
    return _with(schema, replace(lists[0], schema=inner)), found


def change_everywhere(schema: Schema, name: str, change: Change) -> tuple[Schema, bool]:
    """The schema with every property called `name` changed, at any depth; whether any was."""
    found = False
    properties: list[Property] = []
    for prop in schema.properties:
        inner, deeper = change_everywhere(prop.schema, name, change)
        changed = replace(prop, schema=inner)
        if prop.name == name:
            changed = change(changed)
        found = found or deeper or prop.name == name
        properties.append(changed)
    items = schema.items
    if items:
        items, deeper = change_everywhere(items, name, change)
        found = found or deeper
    return replace(schema, properties=tuple(properties), items=items), found


def property_names(schema: Schema | None) -> Iterator[str]:
    """Every property's name, at any depth."""
    if schema is None:
        return
    for prop in schema.properties:
        yield prop.name
        yield from property_names(prop.schema)
    yield from property_names(schema.items)


def _with(schema: Schema, changed: Property) -> Schema:
    properties = tuple(changed if p.name == changed.name else p for p in schema.properties)
    return replace(schema, properties=properties)
