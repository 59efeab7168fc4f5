"""`replace`, `replaceAll` and `split` on a string that has holes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from fixer.program.call import Hole, Piece
from fixer.program.evaluate.text import concat
from fixer.program.evaluate.values import (
    Array,
    Function,
    Later,
    Place,
    Text,
    Unknown,
    Value,
    depends_of,
    written,
)
from fixer.program.patterns import pattern_of
from fixer.program.syntax import text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

# Stands for a hole where a pattern is looked for.
_HOLE = "\ue000"
_LONGEST = 1024
_GROUP = re.compile(r"\$(?:([1-9])|&)")  # ECMAScript, GetSubstitution
# What a hole in a URL is taken not to hold.
_ENDS_OF_PATHS = ("?", "#")


def replaced(
    ev: Evaluator, receiver: Text, arguments: tuple[Value, ...], place: Place, *, every: bool
) -> Value:
    """What `receiver.replace(pattern, substitute)` gives; holes of no known value stay."""
    pattern, every = _pattern(ev, arguments[0], every=every)
    if pattern is None:
        return receiver  # what is replaced is a parameter of the path, left to be seen as one
    substitute = ev.force(arguments[1])
    if isinstance(substitute, Function):
        substitute = Unknown("a replacement", place=place)
    receiver = Text(tuple(_inside(p, pattern, substitute, every=every) for p in receiver.pieces))
    whole = "".join(_HOLE if p.text is None else p.text for p in receiver.pieces)
    if len(whole) > _LONGEST:
        return receiver
    kept = _kept(substitute)
    found = [m for m in pattern.finditer(whole) if m.group() and _keeps_holes(m, kept)]
    if not found:
        return receiver
    parts: list[Value] = []
    position = 0
    for match in found if every else found[:1]:
        parts.append(_slice(receiver, position, match.start()))
        parts.extend(_filled(receiver, match, substitute, place) if kept else (substitute,))
        position = match.end()
    parts.append(_slice(receiver, position, len(whole)))
    return concat(ev, parts, place)


def _inside(piece: Piece, pattern: re.Pattern[str], substitute: Value, *, every: bool) -> Piece:
    """A hole with its values after the replacement; with none where that can't be told."""
    if piece.text is not None or not any(map(pattern.search, piece.values)):
        return piece
    literal = substitute.literal if isinstance(substitute, Text) else None
    if literal is None or _GROUP.search(literal):
        return replace(piece, values=())
    count = 0 if every else 1
    made = (pattern.sub(lambda _: literal, value, count=count) for value in piece.values)
    return replace(piece, values=tuple(dict.fromkeys(made)))


def _kept(substitute: Value) -> frozenset[int]:
    """The groups that a substitute takes over from what was found: `$1`, `$&` as 0."""
    literal = substitute.literal if isinstance(substitute, Text) else None
    found = _GROUP.finditer(literal) if literal is not None else ()
    return frozenset(int(group[1] or 0) for group in found)


def _keeps_holes(match: re.Match[str], kept: frozenset[int]) -> bool:
    """Whether no hole is replaced, and all groups are there that are taken over."""
    if any(group > (match.re.groups or 0) for group in kept):
        return False
    spans = [match.span(group) for group in kept]
    holes = [n for n in range(*match.span()) if match.string[n] == _HOLE]
    return all(any(start <= hole < end for start, end in spans) for hole in holes)


def _filled(
    receiver: Text, match: re.Match[str], substitute: Value, place: Place
) -> Iterator[Value]:
    """A substitute with what was found in the places of its groups.

    Not to be edited where it stands: the expression may not find what would be written there.
    """
    literal = (substitute.literal if isinstance(substitute, Text) else None) or ""
    position = 0
    for group in _GROUP.finditer(literal):
        yield written(literal[position : group.start()], place, exact=False)
        start, end = match.span(int(group[1] or 0))
        found = _slice(receiver, max(start, 0), max(end, 0))
        yield Text(tuple(p if p.text is None else replace(p, exact=False) for p in found.pieces))
        position = group.end()
    yield written(literal[position:], place, exact=False)


def _slice(whole: Text, start: int, end: int) -> Text:
    """The characters `[start, end)` of a text in which each hole counts as one."""
    kept: list[Piece] = []
    position = 0
    for piece in whole.pieces:
        length = 1 if piece.text is None else len(piece.text)
        first, last = max(start - position, 0), min(end - position, length)
        if first < last:
            kept.extend((piece,) if piece.text is None else _part(piece, first, last))
        position += length
    return Text(tuple(kept))


def _part(piece: Piece, start: int, end: int) -> tuple[Piece, ...]:
    assert piece.text is not None
    part = piece.text[start:end]
    if not part:
        return ()
    if not piece.exact:
        return (replace(piece, text=part),)
    first = piece.start + len(piece.text[:start].encode())
    return (replace(piece, text=part, start=first, end=first + len(part.encode())),)


def _pattern(ev: Evaluator, value: Value, *, every: bool) -> tuple[re.Pattern[str] | None, bool]:
    """A JavaScript string or regular expression as a Python one, where they mean the same."""
    if isinstance(value, Later) and value.node.type == "regex":
        flags = value.node.child_by_field_name("flags")
        is_global = flags is not None and "g" in text(flags)
        return pattern_of(value.node), every or is_global
    found = ev.force(value)
    literal = found.literal if isinstance(found, Text) else None
    return (re.compile(re.escape(literal)) if literal else None), every


def split(receiver: Text | Unknown, separator: Value, place: Place) -> Value:
    """What `receiver.split(separator)` gives."""
    mark = separator.literal if isinstance(separator, Text) else None
    whole = receiver.literal if isinstance(receiver, Text) else None
    if whole is not None and mark:
        return Array(tuple(written(part, place, exact=False) for part in whole.split(mark)))
    hole = Hole.SEVERAL if mark in _ENDS_OF_PATHS else Hole.UNKNOWN
    rest = Unknown("the parts of a string", depends_of(receiver), place=place, hole=hole)
    if mark not in _ENDS_OF_PATHS:
        return rest
    if isinstance(receiver, Unknown):
        return Array((receiver,), rest)
    return Array(tuple(_between(receiver, mark)))


def _between(whole: Text, mark: str) -> Iterator[Text]:
    """The parts of a text between the marks that are written in it."""
    plain = "".join(_HOLE if p.text is None else p.text for p in whole.pieces)
    position = 0
    for part in plain.split(mark):
        yield _slice(whole, position, position + len(part))
        position += len(part) + len(mark)
