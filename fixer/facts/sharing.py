"""Judged calls become an index of the source text that they share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

from fixer.diagnostics import Edit
from fixer.facts.judged import JudgedCall
from fixer.program.sending import callee

# A text that begins further before an edit is taken to have ended: no URL is that long.
_LONGEST = 4096
# Behind a hole in a template string stands `}`, maybe after a blank.
_BEHIND = 2

Range = tuple[int, int]


class Sharing:
    """Which calls say their URL or their method with the same bytes."""

    def __init__(self, calls: Iterable[JudgedCall]) -> None:
        self._calls: dict[Path, dict[Range, list[JudgedCall]]] = {}
        for judged in calls:
            for path, first, last in dict.fromkeys(_ranges(judged)):
                self._calls.setdefault(path, {}).setdefault((first, last), []).append(judged)
        self._ranges = {path: sorted(found) for path, found in self._calls.items()}

    def of(self, edit: Edit) -> Iterator[JudgedCall]:
        """The calls whose URL or method has the bytes of `edit` in it."""
        ranges = self._ranges.get(edit.path, [])
        for at in range(bisect_right(ranges, (edit.start, 1 << 62)) - 1, -1, -1):
            start, end = ranges[at]
            if start < edit.start - _LONGEST:
                return
            if edit.end <= end:
                yield from self._calls[edit.path][start, end]


def _ranges(judged: JudgedCall) -> Iterator[tuple[Path, int, int]]:
    for piece in judged.url.pieces if judged.url is not None else ():
        if piece.text is None:
            yield piece.path, piece.end, piece.end + _BEHIND
        elif piece.exact:
            yield piece.path, piece.start, piece.end
    if judged.call.method_span is not None:
        yield judged.call.method_span
    elif (sink := judged.call.sink) is not None and judged.call.sink_module is not None:
        name = callee(sink)
        if name is not None:  # `axios.post`: it says the method of all its URLs
            yield judged.call.sink_module.path, name.start_byte, name.end_byte
