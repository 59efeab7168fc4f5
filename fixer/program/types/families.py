"""Which declared properties are one: what one of them is called, the others are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fixer.program.types.model import Anonymous, Member, Named, Type

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def family(engine: Engine, member: Member) -> tuple[Member, ...]:
    """The property with those that it overrides, implements or narrows (`Row & { kind: 'a' }`).

    Two properties are renamed together when their families share one.
    """
    found: dict[Member, None] = {member: None}
    pending = [member]
    while pending:
        current = pending.pop()
        for base in () if current.is_static else _above(engine, current.owner):
            for above in engine.find(base, current.name):
                if above not in found:
                    found[above] = None
                    pending.append(above)
    return tuple(found)


def _above(engine: Engine, owner: Type | None) -> Iterator[Type]:
    """The types whose properties those of `owner` are too."""
    if isinstance(owner, Named):
        for implements in (False, True):
            yield from engine.bases(owner, implements=implements)
    elif isinstance(owner, Anonymous):
        outer = engine.parent(owner.node)
        if outer is not None and outer.type == "intersection_type":
            yield engine.declared(owner.context, outer)
