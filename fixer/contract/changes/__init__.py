"""Two versions of a contract into what changed, and the new one with what the old names became."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fixer.contract.changes import routes
from fixer.contract.changes.merging import merged
from fixer.contract.changes.model import (
    Change,
    FieldRename,
    Level,
    Rename,
    RouteRename,
    Side,
    Target,
)
from fixer.contract.changes.shapes import Shapes
from fixer.contract.model import Contract

__all__ = [
    "Change",
    "FieldRename",
    "Level",
    "Rename",
    "RouteRename",
    "Side",
    "Target",
    "diff",
    "merge",
    "renames",
]


def diff(old: Contract, new: Contract) -> tuple[Change, ...]:
    """What changed from `old` to `new`, the operations in `new`'s order, the removed ones last."""
    found = routes.compare(old, new)
    agreed: frozenset[tuple[str, str]] = frozenset()
    for _ in range(_ROUNDS):
        changes = (*found.changes, *_shape_changes(found, Shapes(old, new, agreed)))
        again = frozenset((r.old, r.new) for r in renames(changes) if isinstance(r, FieldRename))
        if again == agreed:
            break
        agreed = again
    return changes


# A field renamed beyond doubt in one shape is renamed in the others too, which may settle more.
_ROUNDS = 3


def _shape_changes(found: routes.Routes, shapes: Shapes) -> Iterator[Change]:
    for before, now in found.same:
        for side, one, other in (
            (Side.RESPONSE, before.response, now.response),
            (Side.REQUEST, before.body, now.body),
        ):
            target = Target(None, (), now.method, now.path, side)
            yield from shapes.body(str(now), target, one, other)


def renames(changes: Iterable[Change]) -> tuple[Rename, ...]:
    """The accepted renames among `changes`, each once."""
    found: dict[object, Rename] = {}
    for change in changes:
        match change.rename:
            case FieldRename(accepted=True) as rename:
                where = replace(rename.target, side=Side.RESPONSE) if rename.target.schema else None
                found.setdefault((rename.old, where or rename.target), rename)
            case RouteRename(accepted=True) as rename:
                found.setdefault((routes.key(rename.old), routes.key(rename.new)), rename)
            case _:
                pass
    return tuple(found.values())


def merge(new: Contract, old: Contract) -> Contract:
    """`new`, knowing by which names and paths `old` called what both have."""
    return merged(new, renames(diff(old, new)))
