"""The first value of what is filled later (a state, a ref) into what it can hold, and a ref
into its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fixer.program.call import Hole
from fixer.program.evaluate.values import (
    Member,
    Nothing,
    Record,
    Text,
    Unknown,
    Value,
    candidates,
    union,
)

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


def filled(ev: Evaluator, value: Value) -> Value:
    """What a variable that begins so can hold; an object's members are filled, too."""
    if not isinstance(value, Record):
        return plainly_filled(value)
    members = {
        name: Member(plainly_filled(ev.force(member.value)), member.place)
        for name, member in value.members.items()
    }
    rest = value.rest
    if rest is None and not members:
        rest = Unknown("an object that is filled later")
    return Record(members, rest, value.module, value.node)


def plainly_filled(value: Value) -> Value:
    """The same of a value that is no object: an empty one, a number, will be another."""
    parts = candidates(value)
    if len(parts) > 1:
        return union([plainly_filled(part) for part in parts])
    if isinstance(value, Nothing):
        return Unknown("a variable that is filled later")
    plain = value.literal if isinstance(value, Text) else None
    if plain == "":
        return Unknown("a string", hole=Hole.STRING)
    if plain is not None and plain.lstrip("-").replace(".", "").isdigit():
        return Unknown("a number", hole=Hole.NUMBER)
    return value


def unboxed(ev: Evaluator, value: Value) -> Value:
    """What a ref holds; any other value itself."""
    is_box = isinstance(value, Record) and value.members.keys() <= {"value", "current"}
    if isinstance(value, Record) and is_box and "value" in value.members:
        return ev.force(value.members["value"].value)
    return value
