"""Values become query parameters: objects, strings, lists of pairs, `URLSearchParams`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from fixer.program.call import Piece, QueryParam
from fixer.program.evaluate.text import joined
from fixer.program.evaluate.values import (
    Address,
    Array,
    Later,
    Nothing,
    Place,
    Query,
    Record,
    Text,
    Truth,
    Value,
    candidates,
)

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

MAX_PARAMS = 128


def query_of(ev: Evaluator, value: Value, place: Place) -> Query:
    """The query parameters that a value stands for; what isn't known is a param without name."""
    found: list[QueryParam] = []
    for candidate in candidates(ev.force(value)):
        found.extend(_params(ev, candidate, place))
    return Query(tuple(dict.fromkeys(found))[:MAX_PARAMS])


def _params(ev: Evaluator, value: Value, place: Place) -> list[QueryParam]:
    if isinstance(value, Nothing | Truth):
        return []
    if isinstance(value, Query):
        return list(value.params)
    if isinstance(value, Address):
        return list(value.query.params)
    if isinstance(value, Text):
        return split_query(value.pieces)
    if isinstance(value, Record):
        found = [QueryParam(n, *(m.place or place)) for n, m in value.members.items()]
        return found if value.rest is None else [*found, QueryParam(None, *place)]
    if isinstance(value, Array) and value.rest is None:
        return [p for item in value.items for p in _pair(ev, item, place)]
    return [QueryParam(None, *place)]


def _pair(ev: Evaluator, item: Value, place: Place) -> list[QueryParam]:
    found = ev.force(item)
    if isinstance(found, Array) and found.items:
        return list(appended(ev, Query(), found.items).params)
    return [QueryParam(None, *place)]


def appended(ev: Evaluator, query: Query, arguments: Sequence[Value]) -> Query:
    """The query after `append(name, value)` or `set(name, value)`."""
    if not arguments or len(query.params) >= MAX_PARAMS:
        return query
    first = ev.force(arguments[0])
    place = _place(arguments[0])
    found: list[QueryParam] = []
    for candidate in candidates(first):
        name = candidate.literal if isinstance(candidate, Text) else None
        piece = candidate.pieces[0] if isinstance(candidate, Text) and candidate.pieces else None
        where = (piece.path, piece.start, piece.end) if piece is not None else place
        if isinstance(candidate, Record) and place is not None:
            found.extend(_params(ev, candidate, place))
        elif where is not None:
            found.append(QueryParam(name, *where))
    return Query(tuple(dict.fromkeys((*query.params, *found))))


def _place(value: Value) -> Place | None:
    if isinstance(value, Later):
        return Place(value.module.path, value.node.start_byte, value.node.end_byte)
    return None


def split_query(pieces: tuple[Piece, ...]) -> list[QueryParam]:
    """The parameters of `a=1&b=…`; a hole in a name's place or in a name makes it none."""
    found: list[QueryParam] = []
    expects_name, is_name = True, False
    for piece in joined(pieces):
        if piece.text is None:
            if expects_name:
                found.append(QueryParam(None, piece.path, piece.start, piece.end))
            elif is_name and found:  # `cameras.${name}.zone=1`
                found[-1] = replace(found[-1], name=None)
            expects_name = False
            continue
        expects_name = _split_literal(piece, found, expects_name=expects_name)
        is_name = not expects_name and "=" not in re.split("[?&]", piece.text)[-1]
    return found


def _split_literal(piece: Piece, found: list[QueryParam], *, expects_name: bool) -> bool:
    """Adds the names written in one literal piece; whether a name comes next."""
    text, position = piece.text or "", 0
    text = text.split("#", 1)[0]
    while position < len(text):
        if text[position] in "?&":
            position, expects_name = position + 1, True
            continue
        end = _next(text, position)
        if expects_name:
            found.append(_named(piece, text, position, end))
            expects_name = False
        position = end if end > position else end + 1
    return expects_name


def _next(text: str, position: int) -> int:
    end = text.find("&", position)
    return len(text) if end < 0 else end


def _named(piece: Piece, text: str, start: int, end: int) -> QueryParam:
    name = text[start:end].split("=", 1)[0]
    if not piece.exact:
        return QueryParam(name or None, piece.path, piece.start, piece.end)
    first = piece.start + len(text[:start].encode())
    return QueryParam(name or None, piece.path, first, first + len(name.encode()))
