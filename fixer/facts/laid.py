"""An object literal with values of contract shape spread into it → what they bring to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fixer.program.syntax import children_of, first_named
from fixer.program.types import Types
from fixer.program.types.model import ObjectLiteral, Unknown, WireType, parts_of, present


@dataclass(frozen=True, slots=True)
class Laid:
    """A value whose properties are the literal's, but for those called `hidden`."""

    wire: WireType
    hidden: frozenset[str]


def laid(types: Types, literal: ObjectLiteral) -> Iterator[Laid]:
    """The values of contract shape that `{ id: row.uid, ...row }` spreads.

    What is written there itself, or is spread later, may hide a property or bring it. A value of a
    declared type speaks for itself: what the literal is then is another type, the client's own.
    """
    context = literal.context
    hidden = {m.name for m in types.members(literal) if m.owner == literal}
    for child in reversed(children_of(literal.node)):
        value = first_named(child) if child.type == "spread_element" else None
        if value is None:
            continue
        wire = present(types.reaching(context, value))
        if isinstance(present(types.static(context.module, value)), Unknown):
            for part in parts_of(wire):
                if isinstance(part, WireType):
                    yield Laid(part, frozenset(hidden))
        if isinstance(wire, Unknown):
            return  # it may bring any property
        hidden.update(m.name for m in types.members(wire))
