"""Types that compute with keys: `keyof T`, `T[K]`, conditional types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import text
from fixer.program.types.model import (
    NUMBER,
    STRING,
    UNKNOWN,
    Context,
    Entry,
    KeyOf,
    Literal,
    Primitive,
    Type,
    TypeParam,
    Union,
    Unknown,
    union,
)
from fixer.program.types.relations import assignable
from fixer.program.types.unification import unify

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
        return engine.property_type(object_, name)
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


def conditional(engine: Engine, context: Context, node: Node) -> Type:
    """`A extends B ? C : D`, over each alternative of a naked type parameter A."""
    left = node.child_by_field_name("left")
    if left is None:
        return UNKNOWN
    if text(left) == "unknown":
        return _of_any(engine, context, node)
    checked = engine.declared(context, left)
    if isinstance(checked, KeyOf):
        checked = expanded(engine, checked)
    parameter = engine.type_parameter(context, left)
    if parameter is not None and isinstance(checked, Union):
        branches: list[Type] = []
        for part in checked.parts:
            entry = Entry(parameter, context.module, node.start_byte, node.end_byte, part)
            branches.append(_branch(engine, context.bind((entry,)), node, part))
        return union(*branches)
    return _branch(engine, context, node, checked)


def _of_any(engine: Engine, context: Context, node: Node) -> Type:
    """`unknown extends T ? A : B`, which asks whether T is anything at all."""
    right, no = node.child_by_field_name("right"), node.child_by_field_name("alternative")
    pattern = engine.declared(context, right) if right is not None else UNKNOWN
    is_known = not isinstance(pattern, Unknown | TypeParam)
    return engine.declared(context, no) if is_known and no is not None else UNKNOWN


def _branch(engine: Engine, context: Context, node: Node, checked: Type) -> Type:
    right = node.child_by_field_name("right")
    yes, no = node.child_by_field_name("consequence"), node.child_by_field_name("alternative")
    if right is None or yes is None or no is None:
        return UNKNOWN
    if isinstance(checked, Unknown):
        return UNKNOWN
    wanted = frozenset(n.id for n in _infers(right))
    pattern = engine.declared(context, right)
    fits = assignable(engine, checked, pattern)
    if fits is None:
        return UNKNOWN
    if not fits:
        return engine.declared(context, no)
    found = unify(engine, pattern, checked, wanted)
    entries = tuple(
        Entry(key, context.module, node.start_byte, node.end_byte, union(*types))
        for key, types in found.items()
    )
    missing = tuple(
        Entry(key, context.module, node.start_byte, node.end_byte, UNKNOWN)
        for key in wanted - found.keys()
    )
    return engine.declared(context.bind((*entries, *missing)), yes)


def _infers(node: Node) -> list[Node]:
    if node.type == "infer_type":
        return [node]
    return [found for child in node.named_children for found in _infers(child)]
