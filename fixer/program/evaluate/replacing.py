"""`replace`, `replaceAll` and `split` on a string that has holes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from fixer.program.call import Piece
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
from fixer.program.syntax import text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

# Stands for a hole where a pattern is looked for.
_HOLE = "\ue000"
# A repetition of what repeats, or has alternatives, may take a time exponential in the text.
_REPEATED = re.compile(r"[+*|}][^()]*\)+[+*{]|\)\)+[+*{]")
_LONGEST = 1024
# What a hole in a URL is taken not to hold.
_ENDS_OF_PATHS = ("?", "#")


def replaced(
    ev: Evaluator, receiver: Text, arguments: tuple[Value, ...], place: Place, *, every: bool
) -> Value:
    """What `receiver.replace(pattern, substitute)` gives; holes stay as they are."""
    pattern, every = _pattern(ev, arguments[0], every=every)
    if pattern is None:
        return receiver  # what is replaced is a parameter of the path, left to be seen as one
    whole = "".join(_HOLE if p.text is None else p.text for p in receiver.pieces)
    if len(whole) > _LONGEST:
        return receiver
    found = [m for m in pattern.finditer(whole) if m.group() and _HOLE not in m.group()]
    if not found:
        return receiver
    substitute = ev.force(arguments[1])
    if isinstance(substitute, Function):
        substitute = Unknown("a replacement", place=place)
    parts: list[Value] = []
    position = 0
    for match in found if every else found[:1]:
        parts.extend((_slice(receiver, position, match.start()), substitute))
        position = match.end()
    parts.append(_slice(receiver, position, len(whole)))
    return concat(ev, parts, place)


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
        source = value.node.child_by_field_name("pattern")
        flags = value.node.child_by_field_name("flags")
        plain = text(source) if source is not None else ""
        if _REPEATED.search(plain):
            return None, every
        try:
            compiled = re.compile(plain)
        except (re.error, RecursionError):
            return None, every
        return compiled, every or (flags is not None and "g" in text(flags))
    found = ev.force(value)
    literal = found.literal if isinstance(found, Text) else None
    return (re.compile(re.escape(literal)) if literal else None), every


def split(receiver: Text | Unknown, separator: Value, place: Place) -> Value:
    """What `receiver.split(separator)` gives."""
    mark = separator.literal if isinstance(separator, Text) else None
    whole = receiver.literal if isinstance(receiver, Text) else None
    if whole is not None and mark:
        return Array(tuple(written(part, place, exact=False) for part in whole.split(mark)))
    rest = Unknown("the parts of a string", depends_of(receiver), place=place)
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
