"""The bytes of a file become what could be fake in it: a cheap look before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
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

    def suspects(self, words: Words) -> frozenset[Path]:
        """The files with a word that could open their gate: no other needs a look at all."""
        plain = (self._names, self._folder_names, self._values, self._random, self._timers)
        needles = (needle.decode() for needle in chain(*plain))
        return words.suspects({*needles, *self._comments.runs, *self._texts.runs})

    def gate(self, data: bytes) -> Gate:
        """What may be in a file; nothing in the output of a tool."""
        if len(data) > PACKED_SIZE and len(data) > PACKED_LINE * (data.count(b"\n") + 1):
            return Gate()
        low = data.lower()
        return Gate(
            names=_holds(low, self._names) and self._marked.search(low) is not None,
            folders=_holds(low, self._folder_names) and self._folders.search(low) is not None,
            comments=self._comments.may_be_in(low),
            texts=self._texts.may_be_in(low),
            values=_holds(low, self._values),
            random=_holds(low, self._random),
            promises=b"resolve(" in low and _holds(low, self._timers),
            state=_holds(data, self._state),
        )


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
