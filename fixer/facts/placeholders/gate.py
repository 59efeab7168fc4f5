"""The bytes of a file become what could be fake in it: a cheap look before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

from fixer.program.words import Words

PACKED_SIZE = 50_000
PACKED_LINE = 300
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Gate:
    """Which sorts of marks a file may hold.

    `names`: identifiers with a mark; `folders`: an import from a module of mocks; `comments`,
    `texts`: phrases; `values`: strings of fakes; `random`: made-up values; `promises`: one that a
    timer resolves; `state`: state that a component or a store keeps, which opens nothing by itself.
    """

    names: bool = False
    folders: bool = False
    comments: bool = False
    texts: bool = False
    values: bool = False
    random: bool = False
    promises: bool = False
    state: bool = False

    @property
    def is_open(self) -> bool:
        return any(
            (
                self.names,
                self.folders,
                self.comments,
                self.texts,
                self.values,
                self.random,
                self.promises,
            )
        )


ALL = frozenset(field.name for field in fields(Gate))


class Needles:
    """What to look for; all words are in lower case."""

    def __init__(
        self,
        *,
        names: Iterable[str],
        folders: Sequence[str],
        comments: Sequence[str],
        texts: Sequence[str],
        values: Iterable[str],
        random: Iterable[str],
        timers: Iterable[str],
        state: Iterable[str],
    ) -> None:
        self._names = [n.encode() for n in names]
        self._folder_names = [f.encode() for f in folders]
        self._folders = _either(folders)
        self._comments = _Phrases(comments)
        self._texts = _Phrases(texts)
        self._values = [v.encode() for v in values]
        self._random = [r.lower().encode() for r in random]
        self._state = [f"{name}{opening}".encode() for name in state for opening in "(<"]
        self._timers = [t.lower().encode() for t in timers]
        marks = rb"|".join(re.escape(n) for n in self._names)
        # Alone the word is an attribute or a folder: what is marked has a name of more than that.
        self._marked = re.compile(rb"\w(?:" + marks + rb")|(?:" + marks + rb")\w", re.IGNORECASE)

    def sorts(self, words: Words) -> Mapping[str, frozenset[Path]]:
        """By the names of a gate's openings at least the files that have each."""
        plain = {
            "folders": self._folder_names,
            "values": self._values,
            "random": self._random,
            "promises": self._timers,
            "state": self._state,
        }
        found = {
            sort: words.suspects(n.decode() for n in needles) for sort, needles in plain.items()
        }
        found["names"] = words.holding_inside(n.decode() for n in self._names)
        found["comments"] = words.suspects(self._comments.runs)
        found["texts"] = words.suspects(self._texts.runs)
        return found

    def gate(self, data: bytes, sorts: frozenset[str] = ALL) -> Gate:
        """What may be in a file, of the `sorts` at most; nothing in the output of a tool."""
        if len(data) > PACKED_SIZE and len(data) > PACKED_LINE * (data.count(b"\n") + 1):
            return Gate()
        low = data.lower()
        return Gate(
            names="names" in sorts and self._marked.search(low) is not None,
            folders="folders" in sorts and self._folders.search(low) is not None,
            comments="comments" in sorts and self._comments.may_be_in(low),
            texts="texts" in sorts and self._texts.may_be_in(low),
            values="values" in sorts and _holds(low, self._values),
            random="random" in sorts and _holds(low, self._random),
            promises="promises" in sorts and b"resolve(" in low and _holds(low, self._timers),
            state="state" in sorts and _holds(data, self._state),
        )


class Gates:
    """The gates of all files of a program, each looked at once; most need no look at all."""

    def __init__(self, needles: Needles, words: Words) -> None:
        self._needles = needles
        self._words = words
        self._known: dict[Path, Gate] = {}

    @cached_property
    def _sorts(self) -> Mapping[str, frozenset[Path]]:
        return self._needles.sorts(self._words)

    @cached_property
    def suspects(self) -> frozenset[Path]:
        """The files whose gate could be open."""
        return frozenset().union(*(f for sort, f in self._sorts.items() if sort != "state"))

    def of(self, path: Path, data: bytes) -> Gate:
        """The gate of one of the program's files."""
        known = self._known.get(path)
        if known is None:
            sorts = frozenset(sort for sort, files in self._sorts.items() if path in files)
            known = self._known[path] = self._needles.gate(data, sorts)
        return known


class _Phrases:
    """Phrases by how they begin, up to their first `*`: a word to look for, then the whole run."""

    def __init__(self, phrases: Iterable[str]) -> None:
        runs = sorted({tuple(p.partition(" *")[0].split()) for p in phrases})
        self.runs = [" ".join(run) for run in runs]
        self._words = sorted({_sign(run).encode() for run in runs})
        patterns = (rb"[^\w]+".join(re.escape(w.encode()) for w in run) for run in runs)
        self._runs = re.compile(b"|".join(patterns))

    def may_be_in(self, low: bytes) -> bool:
        return _holds(low, self._words) and self._runs.search(low) is not None


def _sign(run: tuple[str, ...]) -> str:
    """The word of a run that few texts hold: its first, unless that is a small one."""
    return run[0] if len(run[0]) >= _LEAST else max(run, key=len)


def _holds(low: bytes, needles: Iterable[bytes]) -> bool:
    return any(n in low for n in needles)


def _either(parts: Iterable[str]) -> re.Pattern[bytes]:
    """A string in quotes with a part of a path that begins with one of the names."""
    names = b"|".join(re.escape(p.encode()) for p in parts)
    return re.compile(rb"""['"/](?:""" + names + rb""")[\w.-]*['"/]|[\w-]\.mocks?['"/.]""")
