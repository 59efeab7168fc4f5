"""The bytes of all files become an index of their words: which files hold a name, none parsed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

_WORDS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$")
_SPACED = bytes(byte if byte in _WORDS else 0x20 for byte in range(256))


def whole_words(
    data: bytes, wanted: bytes, first: int = 0, last: int | None = None
) -> Iterator[tuple[int, int]]:
    """Where `wanted` stands as a whole word, in bytes; far faster than a pattern's search."""
    last = len(data) if last is None else last
    start = data.find(wanted, first, last) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        begins = start == 0 or data[start - 1] not in _WORDS
        if begins and (end >= len(data) or data[end] not in _WORDS):
            yield start, end
        start = data.find(wanted, end, last)


def byte_before(data: bytes, end: int) -> int:
    """The last byte before `end` that is no space; 0 at the beginning."""
    while end > 0 and data[end - 1] in b" \t\r\n":
        end -= 1
    return data[end - 1] if end else 0


def words(data: bytes) -> list[bytes]:
    """The runs of letters, digits, `_` and `$` in a text, all of them ASCII."""
    return data.translate(_SPACED).split()


Index = dict[bytes, list[int]]
"""Each word of many texts, with the numbers of those that hold it, from 0 on, in their order."""


def index_of(texts: Iterable[bytes]) -> Index:
    """The words of `texts`."""
    index: Index = {}
    for number, data in enumerate(texts):
        for word in set(words(data)):
            index.setdefault(word, []).append(number)
    return index


class Words:
    """The words of many texts. The index is made at the first question: for asking many times.

    Unless it is given: that of `sources`, in their order.
    """

    def __init__(self, sources: Mapping[Path, bytes], index: Index | None = None) -> None:
        self._sources = sources
        self._given = index
        self._known: dict[tuple[str, ...], tuple[Path, ...]] = {}

    def holding(self, *texts: str) -> tuple[Path, ...]:
        """The files in which any of `texts` stands, in order of the files.

        A text begins and ends where a word does: `react` is in `'react-dom'`, not in `reacting`.
        """
        known = self._known.get(texts)
        if known is None:
            found = set[int]().union(*map(self._holding, texts))
            known = self._known[texts] = tuple(self._paths[n] for n in sorted(found))
        return known

    def holding_several(self, names: Iterable[str], least: int) -> frozenset[Path]:
        """The files in which at least `least` different ones of `names` stand as whole words."""
        held = Counter(n for name in set(names) for n in self._index.get(name.encode(), ()))
        return frozenset(self._paths[n] for n, count in held.items() if count >= least)

    def suspects(self, needles: Iterable[str]) -> frozenset[Path]:
        """At least the files with any of `needles` anywhere in their text, in either case.

        Only the longest word of each is looked for, and only in the words of all files together.
        """
        wanted = {_longest(needle.lower().encode()) for needle in needles}
        return frozenset(self._paths) if b"" in wanted else self._with(wanted)

    def holding_inside(self, needles: Iterable[str]) -> frozenset[Path]:
        """The files with a word that has one of `needles` in it, in either case, and more."""
        return self._with({needle.lower().encode() for needle in needles}, least=1)

    def _with(self, wanted: Iterable[bytes], least: int = 0) -> frozenset[Path]:
        """The files with words that any of `wanted` is in, `least` bytes longer than that."""
        found: set[int] = set()
        low = self._low
        for part in wanted:
            start = low.find(part)
            while start >= 0:
                first = low.rfind(b"\n", 0, start + 1) + 1
                last = low.find(b"\n", first)
                if last - first >= len(part.strip(b"\n")) + least:
                    found.update(self._index[self._vocabulary[first:last]])
                start = low.find(part, last)
        return frozenset(self._paths[n] for n in found)

    def holding_endings(self, endings: tuple[str, ...]) -> frozenset[Path]:
        """The files with a word that ends, in either case, in one of `endings` (lower case)."""
        wanted = tuple(e.encode() for e in endings)
        found = (files for word, files in self._index.items() if word.lower().endswith(wanted))
        return frozenset(self._paths[n] for n in set[int]().union(*found))

    def _holding(self, wanted: str) -> Iterable[int]:
        data = wanted.encode()
        parts = words(data)
        if len(parts) == 1 and parts[0] == data:
            return self._index.get(data, ())
        files = [self._index.get(part, ()) for part in parts]
        together = set(range(len(self._paths))).intersection(*files)
        return [n for n in together if data in self._sources[self._paths[n]]]

    @cached_property
    def _paths(self) -> tuple[Path, ...]:
        return tuple(self._sources)

    @cached_property
    def _vocabulary(self) -> bytes:
        """All words, each between two ends of lines."""
        return b"\n".join((b"", *self._index, b""))

    @cached_property
    def _low(self) -> bytes:
        return self._vocabulary.lower()

    @cached_property
    def _index(self) -> Index:
        return index_of(self._sources.values()) if self._given is None else self._given


def _longest(needle: bytes) -> bytes:
    """The longest word of a text, if any, with a line's end at each side where the text goes on."""
    best = b""
    spaced = b" " + needle.translate(_SPACED) + b" "
    for word in spaced.split():
        begins = b"" if needle.startswith(word) else b"\n"
        ends = b"" if needle.endswith(word) else b"\n"
        best = max(best, begins + word + ends, key=len)
    return best
