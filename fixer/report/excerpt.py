"""From a range of a file to its lines with the range marked below them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from fixer.report.position import Lines, Position

TAB = 4
WIDEST = 160
CONTEXT = 40


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of source as shown, and the columns (0-based, half-open) to mark below it."""

    row: int
    text: str
    start: int
    end: int


def excerpt(lines: Lines, start: Position, end: Position) -> Excerpt:
    """The first line of the range; tabs expanded, and a very long line cut around the range."""
    line = lines.line(start.row)
    first = start.column - 1
    last = end.column - 1 if end.row == start.row else len(line.rstrip())
    last = max(last, first + 1)
    text, before, after = _cut(line, first)
    cells = [_cell(c) for c in text]
    expanded, columns = _expand(cells)
    first, last = min(first - before, len(text)), min(last - before, len(text))
    start_at = columns[first] + len(after[0])
    end_at = max(columns[max(last, first)] + len(after[0]), start_at + 1)
    return Excerpt(start.row, f"{after[0]}{expanded}{after[1]}", start_at, end_at)


def _cut(line: str, first: int) -> tuple[str, int, tuple[str, str]]:
    """What of a line is shown, how many characters were cut before it, and the marks of cuts."""
    if len(line) <= WIDEST:
        return line, 0, ("", "")
    start = max(0, first - CONTEXT)
    end = start + WIDEST
    return line[start:end], start, ("…" if start else "", "…" if end < len(line) else "")


def _cell(character: str) -> str:
    """A character as a terminal can show it: control characters must not steer it."""
    if character == "\t":
        return character
    if unicodedata.category(character) in {"Cc", "Cs", "Cf"}:
        return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) != "Cf" else ""
    return character


def _expand(cells: list[str]) -> tuple[str, list[int]]:
    """The text with tabs as blanks, and the screen column at which each character starts."""
    shown: list[str] = []
    columns = [0]
    for cell in cells:
        at = columns[-1]
        if cell == "\t":
            cell = " " * (TAB - at % TAB)
        shown.append(cell)
        columns.append(at + width(cell))
    return "".join(shown), columns


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
