"""Intersections: a union in one is spread out, and what cannot be is left out.

As the compiler does: `(A | B) & C` is `(A & C) | (B & C)`, and two alternatives whose literal
properties exclude each other never meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from fixer.program.syntax import children_of
from fixer.program.types.model import (
    NEVER,
    STRING,
    UNKNOWN,
    Anonymous,
    Intersection,
    KeyOf,
    Literal,
    Primitive,
    Type,
    TypeParam,
    Unknown,
    intersection,
    parts_of,
    union,
)

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_SCALARS = (Literal, Primitive)
MAX_PRODUCT = 256
MAX_CROSSED = 8  # of objects: each alternative is asked for each name, inside of others too


def meet(engine: Engine, types: Iterable[Type]) -> Type:
    """The intersection of types; one that isn't known takes nothing away."""
    given = tuple(types)
    known = [t for t in given if not isinstance(t, Unknown)]
    is_less = len(known) < len(given)
    if not known or (is_less and all(_is_empty(t) for t in known)):
        return UNKNOWN
    choices = [parts_of(t) for t in known]
    crossed = sum(1 for c in choices if sum(1 for t in c if not isinstance(t, _SCALARS)) > 1)
    if prod(len(c) for c in choices) > (MAX_CROSSED if crossed > 1 else MAX_PRODUCT):
        return intersection(*known)
    possible = [_joined(engine, combination) for combination in product(*choices)]
    return union(*possible)


def _joined(engine: Engine, types: tuple[Type, ...]) -> Type:
    parts = tuple(dict.fromkeys(_flat(types)))
    if STRING in parts and any(_is_key(engine, part) for part in parts):
        parts = tuple(part for part in parts if part != STRING)  # `keyof T & string`
    if any(not isinstance(p, _SCALARS) and not _is_empty(p) for p in parts):
        parts = tuple(p for p in parts if not _is_empty(p))  # `{ [K in keyof T]: T[K] } & {}`
    literals = {p for p in parts if isinstance(p, Literal)}
    if literals:
        others = [p for p in parts if not isinstance(p, _SCALARS)]
        if len(literals) > 1:
            return NEVER
        return intersection(*literals, *others) if others else next(iter(literals))
    return intersection(*parts) if _can_be(engine, parts) else NEVER


def _is_empty(type_: Type) -> bool:
    """Whether a type is written `{}`, which every value is but null and undefined."""
    return isinstance(type_, Anonymous) and not children_of(type_.node)


def _is_key(engine: Engine, type_: Type) -> bool:
    wider = engine.constraint(type_) if isinstance(type_, TypeParam) else type_
    return isinstance(wider, KeyOf)


def _flat(types: Iterable[Type]) -> Iterator[Type]:
    for type_ in types:
        yield from type_.parts if isinstance(type_, Intersection) else (type_,)


def _can_be(engine: Engine, parts: tuple[Type, ...]) -> bool:
    """False where two parts give a property literal types that have none in common."""
    tags = [p for p in parts if isinstance(p, Anonymous)] if len(parts) > 1 else []
    for tag in tags:
        for member in engine.every(tag):
            mine = parts_of(engine.member_type(member))
            if not all(isinstance(v, Literal) for v in mine):
                continue
            for other in parts:
                if other is tag or not engine.find(other, member.name):
                    continue
                theirs = parts_of(engine.property_type(other, member.name))
                if all(isinstance(v, Literal) for v in theirs) and set(mine).isdisjoint(theirs):
                    return False
    return True
