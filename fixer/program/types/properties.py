"""The type that a property, or an index signature, of a type has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.contract.model import Kind
from fixer.program.syntax import children_of
from fixer.program.types import wireshape
from fixer.program.types.literals import literal_index
from fixer.program.types.mapped import mapped_index
from fixer.program.types.model import (
    NUMBER,
    STRING,
    UNKNOWN,
    Anonymous,
    Context,
    Intersection,
    Mapped,
    Named,
    Tuple,
    Type,
    TypeParam,
    Union,
    Unknown,
    WireType,
    Without,
    present,
    union,
)
from fixer.program.types.tables import body_of

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def array_of(engine: Engine, type_: WireType) -> Type | None:
    """An array shape as the array that code has of it."""
    if type_.schema.kind is not Kind.ARRAY:
        return None
    return engine.array(wireshape.element(type_) or UNKNOWN)


def property_type(engine: Engine, type_: Type, name: str) -> Type:
    """The type of the property `name`.

    Of a union, from the alternatives that have it: the compiler would not have let it be read from
    the others, so what told them apart is merely not understood here.
    """
    type_ = present(type_)
    if isinstance(type_, Union):
        having = [p for p in type_.parts if not _lacks(engine, p, name)]
        return union(*(property_type(engine, p, name) for p in having)) if having else UNKNOWN
    if isinstance(type_, Unknown):
        return UNKNOWN
    if isinstance(type_, Tuple) and name.isdigit():
        index = int(name)
        if index < len(type_.items):
            return type_.items[index]
        return type_.rest or UNKNOWN
    if isinstance(type_, WireType):
        array = array_of(engine, type_) if name != type_.contract.envelope else None
        if array is not None:
            return property_type(engine, array, name)
        return wireshape.property_type(type_, name)
    found = engine.find(type_, name)
    if found:
        types = [engine.member_type(m) for m in found]
        return engine.meet(types) if isinstance(type_, Intersection) else union(*types)
    indexed = index_type(engine, type_, NUMBER if name.isdigit() else STRING)
    return indexed if indexed is not None else UNKNOWN


def _lacks(engine: Engine, type_: Type, name: str) -> bool:
    """Whether it is certain that a type has no property `name`, by an index neither."""
    if isinstance(type_, Unknown | WireType | TypeParam) or not engine.is_closed(type_):
        return False
    if engine.find(type_, name):
        return False
    return index_type(engine, type_, NUMBER if name.isdigit() else STRING) is None


def index_type(engine: Engine, type_: Type, key: Type) -> Type | None:
    """The type that an index signature gives for a key; None when there is no signature."""
    if isinstance(type_, Union):
        found = [index_type(engine, p, key) for p in type_.parts]
        return union(*(f for f in found if f is not None)) if any(found) else None
    if isinstance(type_, Intersection):
        return next((f for p in type_.parts if (f := index_type(engine, p, key)) is not None), None)
    if isinstance(type_, Tuple):
        apparent = engine.apparent_type(type_)
        return index_type(engine, apparent, key) if apparent is not None else None
    if isinstance(type_, Mapped):
        return mapped_index(engine, type_, key)
    if engine.is_literal(type_):
        return literal_index(engine, type_)
    if isinstance(type_, Anonymous):
        return _signature(engine, type_.context, type_.node, key)
    if isinstance(type_, TypeParam):
        return _constrained(engine, type_, key)
    if isinstance(type_, Without):
        return index_type(engine, type_.type, key)
    if isinstance(type_, WireType):
        return wireshape.element(type_) if type_.schema.kind is not Kind.UNION else None
    if isinstance(type_, Named):
        for node, context in engine.contexts(type_):
            found_one = _signature(engine, context, node, key)
            if found_one is not None:
                return found_one
        for base in engine.bases(type_):
            found_one = index_type(engine, base, key)
            if found_one is not None:
                return found_one
    return None


def _constrained(engine: Engine, type_: TypeParam, key: Type) -> Type | None:
    """What the constraint gives; None in that of `T extends { [K in keyof T]: … }` itself."""
    nothing: Type | None = None
    return engine.recall(
        ("index", type_, key), nothing, lambda: index_type(engine, engine.constraint(type_), key)
    )


def _signature(engine: Engine, context: Context, node: Node, key: Type) -> Type | None:
    computed: list[Type] = []
    for signature in body_of(engine, node).indexes:
        wanted = signature.child_by_field_name("index_type")
        value = signature.child_by_field_name("type")
        if signature.type == "property_signature" and value is not None:
            computed.append(engine.declared(context, children_of(value)[0]))
        if value is None or wanted is None:
            continue
        if wanted.text == b"number" and key != NUMBER:
            continue
        return engine.declared(context, value)
    return union(*computed) if computed else None
