"""Which of the names that the contract doesn't know are the client's own notes on what came."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fixer.contract.model import Schema
from fixer.facts.naming import WrongName, fills, group_keys, is_set, named_of
from fixer.facts.verdicts import Standing


class OwnNotes:
    """What the client itself sets on values of contract shape, among the places `found`."""

    def __init__(
        self, found: Iterable[WrongName], is_enriched: Callable[[WrongName], bool]
    ) -> None:
        places = tuple(found)
        self._filled: dict[str, list[Schema]] = {}
        for place in filter(is_set, places):
            self._filled.setdefault(place.name, []).append(place.verdict.schema)
        own = [p for p in places if fills(p) or self._is_filled(p) or is_enriched(p)]
        self._keys = {key for place in own for key in group_keys(place)}
        self._members = {member for place in own for member in place.members}
        self._noted = {named_of(place) for place in own}

    def has(self, place: WrongName) -> bool:
        """Whether a place names a note of the client's own, and no property that is missing."""
        if not self._keys.isdisjoint(group_keys(place)) or self._is_filled(place):
            return True
        if place.verdict.standing is Standing.UNKNOWN and self._members & {*place.members}:
            return True
        return not place.members and named_of(place) in self._noted

    def _is_filled(self, place: WrongName) -> bool:
        """Whether it is set on what only the flow says to be the same object, or much like it."""
        asked = place.verdict.schema
        if place.verdict.standing is not Standing.UNKNOWN:
            return False
        return any(_is_alike(asked, filled) for filled in self._filled.get(place.name, ()))


def _is_alike(one: Schema, other: Schema) -> bool:
    """Whether two objects are one, or the same row as two answers show it: for a list, alone."""
    if (one.name or one) == (other.name or other):
        return True
    names, others = ({p.name for p in s.properties} for s in (one, other))
    return 2 * len(names & others) > min(len(names), len(others)) and len(names & others) > 2
