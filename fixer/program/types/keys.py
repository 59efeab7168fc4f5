"""Types that compute with keys: `keyof T`, `T[K]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fixer.program.types.keypaths import along
from fixer.program.types.model import (
    NUMBER,
    STRING,
    UNKNOWN,
    KeyOf,
    Literal,
    Primitive,
    Type,
    TypeParam,
    Union,
    Unknown,
    union,
)

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def keys(engine: Engine, type_: Type) -> Type:
    """`keyof T`, of which T is remembered."""
    if isinstance(type_, (TypeParam, Unknown)):
        return KeyOf(type_)
    if engine.index_type(type_, STRING) is not None:
        return STRING
    return KeyOf(type_)


def expanded(engine: Engine, type_: Type) -> Type:
    """A `keyof` as the literal names, a type parameter as what it extends."""
    if isinstance(type_, Union):
        return union(*(expanded(engine, p) for p in type_.parts))
    if isinstance(type_, TypeParam):
        return expanded(engine, engine.constraint(type_))
    if not isinstance(type_, KeyOf):
        return type_
    inner = type_.type
    if isinstance(inner, TypeParam):
        bound = engine.constraint(inner)
        return type_ if isinstance(bound, Unknown) else expanded(engine, keys(engine, bound))
    if isinstance(inner, Union):
        common = [frozenset(m.name for m in engine.every(p)) for p in inner.parts]
        return union(*(Literal(n) for n in sorted(frozenset.intersection(*common))))
    names = [Literal(m.name) for m in engine.every(inner)]
    return union(*names) if names else type_


def access(engine: Engine, object_: Type, index: Type) -> Type:
    """`T[K]`."""
    if isinstance(index, Union):
        return union(*(access(engine, object_, p) for p in index.parts))
    if isinstance(index, Literal):
        value = index.value
        name = str(int(value)) if isinstance(value, float) else str(value)
        is_path = "." in name and not engine.find(object_, name)
        return along(engine, object_, name) if is_path else engine.property_type(object_, name)
    if index == NUMBER:
        found = engine.element(object_)
        return found if not isinstance(found, Unknown) else _indexed(engine, object_, NUMBER)
    if isinstance(index, Primitive):
        return _indexed(engine, object_, index)
    if isinstance(index, (KeyOf, TypeParam)):
        wider = expanded(engine, index)
        return access(engine, object_, wider) if wider != index else UNKNOWN
    return UNKNOWN


def _indexed(engine: Engine, object_: Type, key: Type) -> Type:
    return engine.index_type(object_, key) or UNKNOWN
