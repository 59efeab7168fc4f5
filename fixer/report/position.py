"""From byte offsets to the rows and columns that people count."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """`row` and `column`, both 1-based, the column in characters (code points)."""

    row: int
    column: int


class Lines:
    """The lines of one text. A byte that is not UTF-8 counts as one character, a BOM as none."""

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._starts = [0]
        at = source.find(b"\n") + 1
        while at:
            self._starts.append(at)
            at = source.find(b"\n", at) + 1

    def position(self, offset: int) -> Position:
        """Where the byte at `offset` stands; an offset past the end is the end."""
        offset = min(offset, len(self._source))
        row = bisect_right(self._starts, offset)
        before = self._source[self._starts[row - 1] : offset]
        return Position(row, len(_decode(before)) + 1)

    def line(self, row: int) -> str:
        """The text of a row without its line ending."""
        start = self._starts[row - 1]
        end = self._starts[row] if row < len(self._starts) else len(self._source)
        return _decode(self._source[start:end]).rstrip("\r\n")


def _decode(text: bytes) -> str:
    return text.removeprefix(BOM).decode("utf-8", "surrogateescape")
