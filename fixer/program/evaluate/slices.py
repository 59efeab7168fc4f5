"""A part of a string: what `slice`, `substring` and `substr` leave of pieces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Piece
from fixer.program.evaluate.text import joined
from fixer.program.evaluate.values import (
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


def sliced(
    ev: Evaluator,
    receiver: Text,
    name: str,
    arguments: tuple[Value, ...],
    call: Node,
    place: Place,
) -> Value:
    """What the method `name` of a string leaves; of one with holes, what stands around them."""
    bounds = [_bound(ev, argument, call) for argument in arguments]
    unknown = Unknown("a part of a string", depends_of(receiver), place=place)
    if not bounds or len(bounds) > 2 or bounds[0] is None or None in bounds:
        return unknown
    start, end = bounds[0], bounds[1] if len(bounds) > 1 else None
    if name == "substr" and end is not None:
        end += start
    whole = receiver.literal
    if whole is not None:
        return written(whole[start:end], place, exact=False)
    first, last = receiver.pieces[0], receiver.pieces[-1]
    if start < 0 or len(first.text or "") < start or (end is not None and end > 0):
        return unknown
    pieces = [*receiver.pieces]
    if end is not None:
        if len(last.text or "") < -end:
            return unknown
        pieces[-1] = _ending(last, len(last.text or "") + end)
    if start:
        pieces[0] = _cut(first, start)
    return Text(joined(tuple(pieces)))


def _bound(ev: Evaluator, argument: Value, call: Node) -> int | None:
    """A number, counted from the end where negative: `-1`, `path.length - 1` of `path.slice`."""
    sign, node = 1, argument.node if isinstance(argument, Later) else None
    if node is not None and node.type == "unary_expression" and text(node).startswith("-"):
        sign, node = -1, node.child_by_field_name("argument")
    elif node is not None and node.type == "binary_expression":
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        method = call.child_by_field_name("function")
        holder = method.child_by_field_name("object") if method is not None else None
        operator = node.child_by_field_name("operator")
        if left is None or holder is None or operator is None or operator.type != "-":
            return None
        if text(left) != f"{text(holder)}.length":
            return None
        sign, node = -1, right
    if sign < 0:
        return -int(text(node)) if node is not None and text(node).isdigit() else None
    found = ev.force(argument)
    plain = found.literal if isinstance(found, Text) else None
    return int(plain) if plain is not None and plain.isdigit() else None


def _cut(piece: Piece, count: int) -> Piece:
    assert piece.text is not None
    start = piece.start + len(piece.text[:count].encode()) if piece.exact else piece.start
    return replace(piece, text=piece.text[count:], start=start)


def _ending(piece: Piece, length: int) -> Piece:
    """The first `length` characters of a piece."""
    if piece.text is None:
        return piece
    end = piece.start + len(piece.text[:length].encode()) if piece.exact else piece.end
    return replace(piece, text=piece.text[:length], end=end)
