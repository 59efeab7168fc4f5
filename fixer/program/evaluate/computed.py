"""`x[key] = value` and what an object's members can be after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate import callbacks
from fixer.program.evaluate.values import (
    Later,
    Member,
    Record,
    Text,
    Unknown,
    Value,
    candidates,
    depends_of,
    place_of,
    union,
)
from fixer.program.evaluate.writes import enclosing_function
from fixer.program.module import Module

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

MAX_NAMED = 12
# What a member that something fills later begins as.
_BEGINNINGS = frozenset({"string", "null", "undefined"})


def computed_write(ev: Evaluator, module: Module, value: Record, at: Node, right: Later) -> Record:
    """The object after the assignment `at`: what the key names is set, or whatever is unset yet."""
    left = at.child_by_field_name("left")
    index = left.child_by_field_name("index") if left is not None else None
    if index is None:
        return value
    rest = Unknown("a computed key", depends_of(value), place=place_of(module, index))
    members = dict(value.members)
    if named := dict(_named_in_turn(ev, module, at, index, right)):
        return Record({**members, **named}, rest, value.module, value.node)
    keys = _texts(ev.value(module, index, right.env))
    if keys is not None and len(keys) == 1:
        (key,) = keys
        changed = {**members, key: Member(right, place_of(module, index))}
        return Record(changed, value.rest, value.module, value.node)
    for name, member in value.members.items():
        if name in keys if keys is not None else _is_beginning(member.value):
            either = union([ev.force(member.value), ev.force(right)])
            members[name] = Member(either, member.place)
    return Record(members, rest, value.module, value.node)


def _texts(key: Value) -> frozenset[str] | None:
    """All that a key can be; None where that isn't known."""
    found = [c.literal if isinstance(c, Text) else None for c in candidates(key)]
    known = frozenset(text for text in found if text is not None)
    return known if len(known) == len(found) else None


def _is_beginning(value: Value) -> bool:
    return isinstance(value, Later) and value.node.type in _BEGINNINGS


def _named_in_turn(
    ev: Evaluator, module: Module, at: Node, index: Node, right: Later
) -> Iterator[tuple[str, Member]]:
    """The members that a callback sets for each of a list: `api[verb.toLowerCase()] = …`."""
    around = enclosing_function(at)
    over = callbacks.iterated(ev, module, around) if around is not None else None
    if around is None or over is None:
        return
    for item in candidates(over)[:MAX_NAMED]:
        env = right.env.enter(around, (item,))
        key = ev.value(module, index, env)
        name = key.literal if isinstance(key, Text) else None
        if name:
            yield name, Member(Later(module, right.node, env))
