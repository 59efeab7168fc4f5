"""A loop variable becomes what it can be in any round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Piece
from fixer.program.evaluate import patterns
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import (
    Array,
    Record,
    Text,
    Unknown,
    Value,
    candidates,
    depends_of,
    place_of,
    union,
)
from fixer.program.module import Module
from fixer.program.syntax import text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


def element(ev: Evaluator, module: Module, loop: Node, name: Node, env: Env) -> Value:
    """The value of `name`, declared by the `for … of` or `for … in` statement `loop`."""
    left = loop.child_by_field_name("left")
    over = ev.inside(module, loop.child_by_field_name("right"), env)
    operator = loop.child_by_field_name("operator")
    place = place_of(module, name)
    keys = operator is not None and text(operator) == "in"
    found = [v for c in candidates(over) for v in (_keys(c) if keys else elements(c))]
    if not found:
        return Unknown("an element of something unknown", depends_of(over), place=place)
    value = union([ev.force(v) for v in found])
    if left is None or left.type == "identifier":
        return value
    return patterns.follow(ev, module, value, patterns.steps_to(left, name), env, place)


def elements(value: Value) -> list[Value]:
    """What an iteration over a value can give."""
    if not isinstance(value, Array):
        return []
    return [*value.items, *([value.rest] if value.rest is not None else [])]


def _keys(value: Value) -> list[Value]:
    if not isinstance(value, Record):
        return []
    found: list[Value] = [
        Text((Piece(name, *member.place),))
        for name, member in value.members.items()
        if member.place is not None
    ]
    return [*found, *([value.rest] if value.rest is not None else [])]
