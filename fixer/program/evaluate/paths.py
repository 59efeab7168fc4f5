"""`path.join('/api', 'v1')` and `urlJoin(base, 'users')`: parts of a path become one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from fixer.program.call import Piece
from fixer.program.evaluate.text import texts
from fixer.program.evaluate.values import NOTHING, Library, Place, Text, Value, union

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

MAX_PATHS = 24


def joins(ev: Evaluator, target: Library) -> bool:
    """Whether a package's function joins parts of a path with one slash between."""
    return bool(target.path) and (target.specifier, target.path[-1]) in ev.clients.joins


def joined(ev: Evaluator, arguments: tuple[Value, ...], place: Place) -> Value:
    """The paths that the parts can make."""
    found: list[Value] = []
    parts = [texts(ev, argument, place) for argument in arguments]
    for choice in product(*parts):
        if len(found) == MAX_PATHS:
            break
        pieces: list[Piece] = []
        for part in choice:
            pieces = _added(pieces, part.pieces, place)
        found.append(Text(tuple(pieces)))
    return union(found) if found else NOTHING


def _added(before: list[Piece], after: tuple[Piece, ...], place: Place) -> list[Piece]:
    if not before or not after:
        return before or list(after)
    last, first, rest = before[-1], after[0], after[1:]
    ends = last.text is not None and last.text.endswith("/")
    starts = first.text is not None and first.text.startswith("/")
    if ends and last.text is not None:
        before = [*before[:-1], *_shortened(last, last.text.rstrip("/"))]
    slash = [] if starts else [Piece("/", *place, exact=False)]
    return [*before, *slash, first, *rest]


def _shortened(piece: Piece, text: str) -> list[Piece]:
    return [replace(piece, text=text, exact=False)] if text else []
