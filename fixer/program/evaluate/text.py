"""Values become strings, and strings are put together, hole by hole and origin by origin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from fixer.program.call import Hole, Piece
from fixer.program.evaluate.values import (
    MAX_CANDIDATES,
    Address,
    Array,
    Later,
    Library,
    Nothing,
    Place,
    Query,
    Text,
    Truth,
    Union,
    Unknown,
    Value,
    candidates,
    depends_of,
    folded_text,
    place_of,
    union,
)

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

_GLOBALS = frozenset({"window", "globalThis", "self"})
MAX_PIECES = 96
MAX_LENGTH = 4096


def texts(ev: Evaluator, value: Value, place: Place) -> tuple[Text, ...]:
    """The strings that a value can be in a string's place; something unknown is a hole."""
    if isinstance(value, Later):
        place = place_of(value.module, value.node)
        value = ev.force(value)
    found = [t for c in candidates(value) for t in _text(ev, c, place)]
    if isinstance(value, Union) and len(found) > 1:
        # `undefined` or `false` beside something else is a case in which no request is meant.
        meant = [c for c in candidates(value) if not isinstance(c, Nothing | Truth)]
        found = [t for c in meant or candidates(value) for t in _text(ev, c, place)]
    return _distinct(found) or (Text(()),)


def _distinct(found: Iterable[Text]) -> tuple[Text, ...]:
    """The texts that tell something from one another; of what is but a hole one is enough."""
    said: dict[object, Text] = {}
    for text in found:
        key = "a hole" if _is_hole(text) else tuple(map(_said, text.pieces))
        known = said.get(key)
        if known is None:
            said[key] = text
        elif _is_hole(text) and known.pieces != text.pieces:
            (one,), (other,) = known.pieces, text.pieces
            hole = one.hole if one.hole is other.hole else Hole.UNKNOWN
            said[key] = Text((replace(one, hole=hole, depends=one.depends | other.depends),))
    return tuple(said.values())


def _is_hole(text: Text) -> bool:
    """Whether a text is nothing but a value that isn't known, of one segment."""
    if len(text.pieces) != 1:
        return False
    (only,) = text.pieces
    return only.text is None and not only.values and only.hole in _PLAIN


_PLAIN = frozenset({Hole.UNKNOWN, Hole.STRING, Hole.NUMBER})


def _said(piece: Piece) -> object:
    """What tells one piece from another: of a hole not where it is."""
    if piece.text is not None:
        return piece
    return piece.hole, piece.values, piece.depends, piece.exact, piece.told


def _text(ev: Evaluator, value: Value, place: Place) -> tuple[Text, ...]:
    if isinstance(value, Text):
        return (value,)
    if isinstance(value, Nothing):
        return (Text(()),)
    if isinstance(value, Truth):
        return (Text((Piece("true" if value.value else "false", *place, exact=False),)),)
    if isinstance(value, Unknown):
        return (Text((unknown_piece(value, place),)),)
    if isinstance(value, Query):
        return (query_text(value, place),)
    if isinstance(value, Library) and not value.specifier and value.path[0] in _GLOBALS:
        return (Text((Piece(None, *place, hole=Hole.BASE),)),)  # `window.API_URL`
    if isinstance(value, Address):
        return address_texts(ev, value, place)
    if isinstance(value, Array) and value.rest is None and len(value.items) < 2:
        return texts(ev, value.items[0], place) if value.items else (Text(()),)
    return (Text((Piece(None, *place, depends=depends_of(value)),)),)


def unknown_piece(value: Unknown, place: Place) -> Piece:
    return Piece(None, *place, hole=value.hole, depends=value.depends, told=value.told)


def query_text(query: Query, place: Place) -> Text:
    """`a={}&b={}`, each name with its own origin."""
    pieces: list[Piece] = []
    for param in query.params:
        if pieces:
            pieces.append(Piece("&", *place, exact=False))
        where = Place(param.path, param.start, param.end)
        if param.name is None:
            pieces.append(Piece(None, *where, hole=Hole.QUERY))
            continue
        pieces.append(Piece(param.name, *where))
        pieces.append(Piece("=", *place, exact=False))
        pieces.append(Piece(None, *where))
    return Text(tuple(pieces))


def address_texts(ev: Evaluator, value: Address, place: Place) -> tuple[Text, ...]:
    found = texts(ev, value.text, place)
    if not value.query.params:
        return found
    query = query_text(value.query, place)
    marks = ["&" if "?" in "".join(p.text or "" for p in t.pieces) else "?" for t in found]
    return tuple(
        Text((*t.pieces, Piece(mark, *place, exact=False), *query.pieces))
        for t, mark in zip(found, marks, strict=True)
    )


def concat(
    ev: Evaluator, parts: Sequence[Value], place: Place, *, keeps_empty: bool = False
) -> Value:
    """The parts as one string: every combination of their candidates, while there are few.

    What is empty between two slashes is a hole, unless `keeps_empty`; so is what is no value at
    all behind a slash: nobody means to ask for `/users/undefined`.
    """
    results: list[tuple[Piece, ...]] = [()]
    for part in parts:
        options = texts(ev, part, place)
        if len(results) * len(options) > MAX_CANDIDATES and len(results) > len(options):
            results = [_prefix(results, place)]
        if len(results) * len(options) > MAX_CANDIDATES:
            options = (_folded(options, place),)
        gap = Piece("", *(_place(part) or place), exact=False)
        absent = replace(gap, text=None) if isinstance(ev.force(part), Nothing) else gap
        results = [
            (*r, *(o.pieces or (absent if _is_at_segment(r) else gap,)))
            for r in results
            for o in options
        ]
        if any(len(r) > MAX_PIECES or _length(r) > MAX_LENGTH for r in results):
            return Unknown("the text is too long to follow", depends_of(*map(_of, parts)))
    said = [Text(joined(r if keeps_empty else filled(r))) for r in results]
    return union(_distinct(said))


def _is_at_segment(pieces: Sequence[Piece]) -> bool:
    return bool(pieces) and (pieces[-1].text or "").endswith("/")


def filled(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """With a hole for what is empty between two slashes: the first value of a state, say.

    `/users/${id}/` with an `id` that begins as `''` is no request for `/users//`.
    """
    found = list(pieces)
    for index, piece in enumerate(pieces[1:-1], 1):
        before, after = pieces[index - 1].text or "", pieces[index + 1].text or ""
        if before.endswith("/") and after.startswith("/") and not piece.text:
            values = tuple(value for value in piece.values if value)
            found[index] = replace(piece, text=None, values=values)
    if len(found) > 1 and found[-1].values == ("",) and (found[-2].text or "").endswith("/"):
        found[-1] = replace(found[-1], values=())  # `load(id = '')`
    return tuple(found)


def _place(part: Value) -> Place | None:
    return place_of(part.module, part.node) if isinstance(part, Later) else None


def _of(part: Value) -> Value:
    return Unknown("") if isinstance(part, Later) else part


def _length(pieces: tuple[Piece, ...]) -> int:
    return sum(len(p.text or "") for p in pieces)


def _folded(options: tuple[Text, ...], place: Place) -> Text:
    """The options as one hole, behind what all of them begin with."""
    literals = tuple(v for o in options if (v := o.literal) is not None)
    if len(literals) == len(options):
        return Text((Piece(None, *place, values=literals, depends=depends_of(*options)),))
    return folded_text(options, place)


def _prefix(results: list[tuple[Piece, ...]], place: Place) -> tuple[Piece, ...]:
    """One hole for what may stand at the beginning; it is a base where one of them has a base."""
    if any(p.hole is Hole.BASE for r in results for p in r[:1] if p.text is None):
        return (Piece(None, *place, hole=Hole.BASE),)
    return _folded(tuple(Text(r) for r in results), place).pieces


def joined(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Without the pieces that say nothing."""
    return tuple(p for p in pieces if p.text != "")
