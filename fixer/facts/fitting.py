"""Which alternative of a declared union a value is: the one whose names fit it best."""

from __future__ import annotations

from collections.abc import Iterable

from fixer.contract.model import Kind, Schema
from fixer.program.types import Types
from fixer.program.types.model import Type, WireType

LEAST = 0.5


def best_fitting(candidates: Iterable[Type], value: Type, types: Types) -> Type | None:
    """The declared type that holds most of what the value has; None if several do equally."""
    scored = [(fit(candidate, value, types), candidate) for candidate in candidates]
    if len(scored) == 1:
        return scored[0][1]
    best = max((score for score, _ in scored), default=0.0)
    found = [candidate for score, candidate in scored if score == best]
    return found[0] if best >= LEAST and len(found) == 1 else None


def best_filled(declared: Type, values: Iterable[Type], types: Types) -> tuple[Type, ...]:
    """The values that fill the declared type best; all of them that do so equally."""
    scored = [(fit(declared, value, types), value) for value in values]
    if len(scored) == 1:
        return (scored[0][1],)
    best = max((score for score, _ in scored), default=0.0)
    return tuple(value for score, value in scored if score == best and best >= LEAST)


def fit(declared: Type, value: Type, types: Types) -> float:
    """How well names agree, 0 to 1.

    Of a payload, the part of the declared names that it has: it may have more. Of an object that
    the client makes, the part of its names that are declared: all of them should be.
    """
    expected = {member.name for member in types.members(declared)}
    if isinstance(value, WireType):
        there = _names(value.schema)
        return len(expected & there) / len(expected) if expected else 0.0
    there = {member.name for member in types.members(value)}
    return len(expected & there) / len(there) if there else 0.0


def _names(schema: Schema) -> set[str]:
    if schema.kind is not Kind.OBJECT:
        return set()
    return {n for p in schema.properties for n in (p.name, *p.aliases, *p.legacy_names)}
