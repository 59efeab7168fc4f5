"""`path.join("/api", "v1")`, `urlJoin(base, "users")`, `withQuery(url, { page })`: one of parts."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from fixer.program.call import Piece
from fixer.program.evaluate.queries import query_of
from fixer.program.evaluate.text import texts
from fixer.program.evaluate.values import (
    NOTHING,
    Address,
    Library,
    Place,
    Record,
    Text,
    Value,
    union,
)

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


def addressed(
    ev: Evaluator, target: Library, arguments: tuple[Value, ...], place: Place
) -> Value | None:
    """A URL with a path before it or a query behind it, where a package's function makes it."""
    found = ev.clients.addresses.get((target.specifier, target.path[-1] if target.path else ""))
    if found is None:
        return None
    url = _argument(ev, arguments, found.url)
    if found.prefix:
        url = joined(ev, (Text((Piece(found.prefix, *place, exact=False),)), url), place)
    if found.query is None:
        return url
    return Address(url, query_of(ev, _argument(ev, arguments, found.query), place))


def _argument(ev: Evaluator, arguments: tuple[Value, ...], where: int | str) -> Value:
    if isinstance(where, int):
        return ev.force(arguments[where]) if where < len(arguments) else NOTHING
    options = ev.force(arguments[0]) if arguments else NOTHING
    member = options.members.get(where.partition(":")[2]) if isinstance(options, Record) else None
    return ev.force(member.value) if member is not None else NOTHING


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
