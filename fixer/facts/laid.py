"""An object literal with values of contract shape spread into it → what they bring to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fixer.program.types import Types
from fixer.program.types.model import ObjectLiteral, WireType


@dataclass(frozen=True, slots=True)
class Laid:
    """A value whose properties are the literal's, but for those called `hidden`."""

    wire: WireType
    hidden: frozenset[str]


def laid(types: Types, literal: ObjectLiteral) -> Iterator[Laid]:
    """The values of contract shape that `{ id: row.uid, ...row }` spreads.

    What is written there itself, or is spread later, may hide a property or bring it.
    """
    members = tuple(types.members(literal))
    hidden = {m.name for m in members if m.owner == literal}
    seen: set[WireType] = set()
    for member in members:
        owner = member.owner
        if member.property is None or not isinstance(owner, WireType):
            hidden.add(member.name)
        elif owner not in seen:
            seen.add(owner)
            yield Laid(owner, frozenset(hidden))
