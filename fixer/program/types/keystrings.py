"""Strings that are keys of a type by what stands beside them: `by === 'name'`, `case 'name':`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.types.model import Context, KeyOf, Member, Type, TypeParam, parts_of

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_COMPARING = frozenset({"===", "!==", "==", "!="})


def keyed(engine: Engine, type_: Type, name: str) -> tuple[Member, ...]:
    """The properties that a string means where a type expects it, by the `keyof`s in the type."""
    found: list[Member] = []
    for part in parts_of(type_):
        wider = engine.constraint(part) if isinstance(part, TypeParam) else part
        if isinstance(wider, KeyOf):
            found.extend(engine.find(wider.type, name))
    return tuple(dict.fromkeys(found))


def compared(engine: Engine, context: Context, node: Node) -> Type | None:
    """The type of what a string is held against; None where it is held against nothing."""
    parent = engine.parent(node)
    if parent is None:
        return None
    if parent.type == "binary_expression":
        operator = parent.child_by_field_name("operator")
        if operator is None or operator.type not in _COMPARING:
            return None
        sides = (parent.child_by_field_name("left"), parent.child_by_field_name("right"))
        other = next((side for side in sides if side is not None and side != node), None)
        return engine.expression(context, other) if other is not None else None
    if parent.type != "switch_case" or parent.child_by_field_name("value") != node:
        return None
    switch = engine.ancestor(parent, frozenset({"switch_statement"}))
    value = switch.child_by_field_name("value") if switch is not None else None
    return engine.expression(context.at(value), value) if value is not None else None
