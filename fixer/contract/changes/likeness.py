"""How alike two names, types or places are: the evidence that something was renamed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz import fuzz

from fixer.contract.model import Contract, Kind, Property, Schema
from fixer.contract.wording import words_in

# From here on a rename is accepted, if nothing else comes near: a wrong one is worse than none.
ACCEPTED = 0.7
_SHOWN = 0.45
_LEAD = 0.1

Old = TypeVar("Old")
New = TypeVar("New")


@dataclass(frozen=True, slots=True)
class Pair(Generic[Old, New]):
    """What may be one thing under two names; `accepted` if nothing else is plausible."""

    old: Old
    new: New
    score: float
    accepted: bool


def pairs(
    old: Sequence[Old], new: Sequence[New], score: Callable[[Old, New], float]
) -> list[Pair[Old, New]]:
    """The likely pairs, each side used once, best first.

    A pair is accepted if its score is high enough and leads every other pair of either side.
    """
    table = [
        (value, row, column)
        for row, one in enumerate(old)
        for column, other in enumerate(new)
        if (value := score(one, other)) >= _SHOWN
    ]
    table.sort(key=lambda entry: (-entry[0], entry[1], entry[2]))
    found: list[Pair[Old, New]] = []
    rows: set[int] = set()
    columns: set[int] = set()
    for value, row, column in table:
        if row in rows or column in columns:
            continue
        rows.add(row)
        columns.add(column)
        rivals = [v for v, r, c in table if (r == row) != (c == column)]
        stands_out = all(value - rival >= _LEAD for rival in rivals)
        accepted = value >= ACCEPTED and stands_out
        found.append(Pair(old[row], new[column], round(value, 3), accepted))
    return found


def names(one: str, other: str) -> float:
    """How alike two identifiers are, whatever their case style: 0 to 1."""
    first, second = (" ".join(words_in(name)) for name in (one, other))
    if first == second:
        return 1.0
    letters = fuzz.ratio(first, second)
    words = fuzz.token_set_ratio(first, second) * 0.9
    return max(letters, words) / 100


def types(one: Schema, other: Schema, old: Contract, new: Contract) -> float:
    """How alike two types are, names and notes of their properties left out: 0 to 1."""
    if one.kind is Kind.REF and other.kind is Kind.REF and one.name == other.name:
        return 1.0
    one, other = old.resolve(one), new.resolve(other)
    if Kind.ANY in (one.kind, other.kind):
        return 0.6
    if one.kind is not other.kind:
        return 0.5 if {one.kind, other.kind} == {Kind.INTEGER, Kind.NUMBER} else 0.0
    if one.kind is Kind.OBJECT and (one.properties or other.properties):
        mine, its = ({p.name for p in s.properties} for s in (one, other))
        return 0.2 + 0.8 * len(mine & its) / max(len(mine | its), 1)
    if one.kind is Kind.ARRAY and one.items and other.items:
        return types(one.items, other.items, old, new)
    if one.enum or other.enum:
        both = set(one.enum) | set(other.enum)
        return 0.4 + 0.6 * len(set(one.enum) & set(other.enum)) / len(both)
    return 1.0 if one.format == other.format else 0.7


def is_telling(schema: Schema, contract: Contract) -> bool:
    """Whether a type has so much in it that two that agree are hardly two things."""
    schema = contract.resolve(schema)
    if schema.kind is Kind.ARRAY and schema.items:
        return is_telling(schema.items, contract)
    return len(schema.properties) > 2 or len(schema.enum) > 2


def places(one: str, other: str, old: Sequence[Property], new: Sequence[Property]) -> float:
    """How alike two properties stand between those that both objects have: 0 to 1."""
    kept = {p.name for p in old} & {p.name for p in new}
    first, second = _gap(one, old, kept), _gap(other, new, kept)
    if first == second:
        return 1.0
    return 0.6 if first[:2] == second[:2] else 0.0


def _gap(
    name: str, properties: Sequence[Property], kept: set[str]
) -> tuple[str | None, str | None, int, int]:
    """The kept neighbours of a property, its number in the gap between them, and the gap's size."""
    all_names = [p.name for p in properties]
    at = all_names.index(name)
    start = next((n + 1 for n in range(at, -1, -1) if all_names[n] in kept), 0)
    end = next((n for n in range(at, len(all_names)) if all_names[n] in kept), len(all_names))
    before = all_names[start - 1] if start else None
    after = all_names[end] if end < len(all_names) else None
    return before, after, at - start, end - start


def properties(
    one: Property,
    other: Property,
    siblings: tuple[Sequence[Property], Sequence[Property]],
    contracts: tuple[Contract, Contract],
) -> float:
    """How likely the old property `one` is called `other` now."""
    type_likeness = types(one.schema, other.schema, *contracts)
    if type_likeness < 0.5:
        return 0.0
    name_likeness = names(one.name, other.name)
    place_likeness = places(one.name, other.name, *siblings)
    if is_telling(one.schema, contracts[0]) and type_likeness > 0.8:
        return 0.3 * name_likeness + 0.5 * type_likeness + 0.2 * place_likeness
    return 0.55 * name_likeness + 0.25 * type_likeness + 0.2 * place_likeness
