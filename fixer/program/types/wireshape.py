"""Contract schemas as types: what a value of a contract's shape has and holds."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.contract.model import Contract, Kind, Schema
from fixer.program.types.model import (
    BOOLEAN,
    NULL,
    NUMBER,
    STRING,
    UNKNOWN,
    Member,
    Type,
    WireType,
    union,
)

_SCALARS: dict[Kind, Type] = {
    Kind.STRING: STRING,
    Kind.INTEGER: NUMBER,
    Kind.NUMBER: NUMBER,
    Kind.BOOLEAN: BOOLEAN,
    Kind.NULL: NULL,
}


def shaped(schema: Schema, contract: Contract) -> Type:
    """The type of a value of `schema`; Unknown for a schema that says nothing."""
    resolved = contract.resolve(schema)
    if resolved.kind is Kind.ANY:
        return UNKNOWN
    if resolved.kind is Kind.UNION:
        types = union(*(shaped(v, contract) for v in resolved.variants))
        return union(types, NULL) if resolved.nullable else types
    return WireType(resolved, contract)


def plain(type_: WireType) -> Type:
    """The TypeScript type of a scalar shape; the type itself otherwise."""
    return _SCALARS.get(type_.schema.kind, type_)


def member(type_: WireType, name: str) -> tuple[Member, ...]:
    found = type_.schema.property(name) or type_.schema.renamed(name)
    if type_.schema.kind is not Kind.OBJECT or found is None:
        return ()
    return (
        Member(
            name,
            None,
            None,
            None,
            owner=type_,
            optional=not found.required,
            type=shaped(found.schema, type_.contract),
            property=found,
        ),
    )


def members(type_: WireType) -> Iterator[Member]:
    for found in type_.schema.properties:
        yield from member(type_, found.name)


def property_type(type_: WireType, name: str) -> Type:
    """The type of a property; the envelope's key on a payload without it is the payload."""
    found = member(type_, name)
    if found:
        return found[0].type or UNKNOWN
    if name == type_.contract.envelope and type_.schema.kind in (Kind.OBJECT, Kind.ARRAY):
        return type_
    if type_.schema.values is not None:
        return shaped(type_.schema.values, type_.contract)
    return UNKNOWN


def element(type_: WireType) -> Type | None:
    """What an array or a map of this shape holds; None when it is neither."""
    if type_.schema.kind is Kind.ARRAY:
        items = type_.schema.items
        return shaped(items, type_.contract) if items is not None else UNKNOWN
    if type_.schema.values is not None:
        return shaped(type_.schema.values, type_.contract)
    return None
