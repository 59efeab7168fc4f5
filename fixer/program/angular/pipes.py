"""Angular's pipes become what TypeScript's grammar reads at the same offsets: `a | date:'short'`.

`|` is there already, as the operator that Angular lacks. The colon before an argument becomes one
too, and is told from it by the byte that the file has there.
"""

from __future__ import annotations

from tree_sitter import Node

_OPENING, _CLOSING = b"([{", b")]}"
_QUOTES = b"\"'`"
_BAR, _COLON, _QUESTION = 0x7C, 0x3A, 0x3F


class _Level:
    """What was seen between one pair of brackets so far."""

    def __init__(self) -> None:
        self.is_piped = False
        self.questions = 0


def without_colons(source: bytes) -> bytes:
    """An expression with `|` for each colon that begins an argument of a pipe."""
    if b"|" not in source:
        return source
    made = bytearray(source)
    levels = [_Level()]
    at = 0
    while at < len(source):
        at = _step(source, made, at, levels)
    return bytes(made)


def _step(source: bytes, made: bytearray, at: int, levels: list[_Level]) -> int:
    byte, level = source[at], levels[-1]
    after = source[at + 1 : at + 2]
    if byte in _QUOTES:
        return _string_end(source, at)
    if byte in _OPENING:
        levels.append(_Level())
    elif byte in _CLOSING and len(levels) > 1:
        levels.pop()
    elif byte in b",;":
        levels[-1] = _Level()
    elif byte == _BAR and after == b"|":
        return at + 2
    elif byte == _BAR:
        level.is_piped, level.questions = True, 0
    elif byte == _QUESTION and after in (b".", b"?"):
        return at + 2
    elif byte == _QUESTION:
        level.questions += 1
    elif byte == _COLON and level.is_piped:
        if level.questions:
            level.questions -= 1
        else:
            made[at] = _BAR
    return at + 1


def _string_end(source: bytes, start: int) -> int:
    at = start + 1
    while at < len(source) and source[at] != source[start]:
        at += 2 if source[at] == 0x5C else 1
    return at + 1


def pipe_of(node: Node, data: bytes) -> tuple[Node, Node | None] | None:
    """What a pipe is applied to, and the pipe's name; None for any other node.

    For an argument (`… : 'short'`) the name is None: the value is what stands before it.
    """
    operator = node.child_by_field_name("operator")
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if operator is None or operator.type != "|" or left is None or right is None:
        return None
    is_argument = data[operator.start_byte] == _COLON
    return left, None if is_argument else right
