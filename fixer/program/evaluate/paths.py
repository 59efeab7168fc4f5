"""`path.join("/api", "v1")`, `urlJoin(base, "users")`, `withQuery(url, { page })`: one of parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from fixer.program.call import Hole, Piece
from fixer.program.evaluate.queries import query_of
from fixer.program.evaluate.text import texts
from fixer.program.evaluate.values import (
    NOTHING,
    Address,
    Constant,
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
# `:id`, `:id(\\d+)?`, `:row-id` (one name or a name and a text, by the package's version), `*`.
_NAMED = re.compile(r"(?<=/)(:\w[\w:-]*(?:\([^)]*\))?[?*+]?|\*\w*)")
# `/rows{/:id}`: a part that may be left out.
_GROUPED = re.compile(r"[{}]")


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
    if found.colons:
        url = union([_filled(text, place) for text in texts(ev, url, place)])
    if found.query is not None:
        url = Address(url, query_of(ev, _argument(ev, arguments, found.query), place))
    return Constant(url) if found.later else url


def _argument(ev: Evaluator, arguments: tuple[Value, ...], where: int | str) -> Value:
    if isinstance(where, int):
        return ev.force(arguments[where]) if where < len(arguments) else NOTHING
    options = ev.force(arguments[0]) if arguments else NOTHING
    member = options.members.get(where.partition(":")[2]) if isinstance(options, Record) else None
    return ev.force(member.value) if member is not None else NOTHING


def _filled(path: Text, place: Place) -> Text:
    """`/users/:id` with a hole for each name, which something is put in for."""
    if any(_GROUPED.search(piece.text or "") for piece in path.pieces):
        return Text((Piece(None, *place),))
    return Text(tuple(part for piece in path.pieces for part in _parts(piece)))


def _parts(piece: Piece) -> Iterator[Piece]:
    if piece.text is None:
        yield piece
        return
    start, end = piece.start, piece.end
    for index, part in enumerate(_NAMED.split(piece.text)):
        if piece.exact:  # else nobody can say which of its bytes they are
            end = start + len(part.encode())
        if index % 2:
            yield Piece(None, piece.path, start, end, Hole.STRING)
        elif part:
            yield replace(piece, text=part, start=start, end=end)
        start = end if piece.exact else start


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
