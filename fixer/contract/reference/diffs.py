"""A `diff` of an example or of endpoints into how it is now, and what was renamed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fixer.contract.reference import tables
from fixer.contract.remarks import Note

_KEY = re.compile(r"\s*[\"']?(?P<name>[\w$]+)[\"']?\s*:")


@dataclass(frozen=True, slots=True)
class Diff:
    """`text`: the lines of today, those that went left empty for the others to keep their line."""

    text: str
    notes: tuple[Note, ...]


def read(diff: str) -> Diff:
    """What the lines with `-` and `+` before them state."""
    lines = diff.split("\n")
    today = (
        "" if line.startswith("-") else line[1:] if line[:1] in "+ " else line for line in lines
    )
    return Diff("\n".join(today), tuple(_notes(lines)))


def _notes(lines: list[str]) -> Iterator[Note]:
    """Lines that went are those that came directly behind them, where they are as many."""
    gone: list[str] = []
    come: list[str] = []
    for line in (*lines, ""):
        if line.startswith("-") and not come:
            gone.append(line[1:])
        elif line.startswith("+"):
            come.append(line[1:])
        else:
            yield from _together(gone, come)
            gone, come = [line[1:]] if line.startswith("-") else [], []


def _together(gone: list[str], come: list[str]) -> Iterator[Note]:
    if len(gone) == len(come):
        for old, new in zip(gone, come, strict=True):
            former, present = _KEY.match(old), _KEY.match(new)
            if former is not None and present is not None:
                old, new = former["name"], present["name"]
            if old != new:
                yield from tables.renaming(old, new)
