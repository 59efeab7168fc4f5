"""A text before and after fixer → where a name was exchanged, and what else changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bench.accuracy.truth import Place, Renames

TOKEN = re.compile(r"[^\W\d][\w$]*|\$[\w$]*|\S")


@dataclass(frozen=True, slots=True)
class Changes:
    """`names`: where the old name gave way to the new one. `other`: changed in another way."""

    names: frozenset[Place]
    other: frozenset[Place]


@dataclass(frozen=True, slots=True)
class Score:
    """One property's renames, compared.

    `hits`: both changed it. `misses`: only the compiler did. `wrong`: only fixer did, `beyond`
    of them on a receiver that is `any` to the compiler. `keys`: string keys that types prove,
    counted neither way. `unjudged`: in files the compiler was not given, in Angular
    templates that stand in a script, and in the texts of Vue's.
    """

    hits: frozenset[Place]
    misses: frozenset[Place]
    wrong: frozenset[Place]
    beyond: frozenset[Place]
    keys: frozenset[Place]
    unjudged: frozenset[Place]

    @property
    def precision(self) -> float:
        return _share(len(self.hits), len(self.hits) + len(self.wrong))

    @property
    def recall(self) -> float:
        return _share(len(self.hits), len(self.hits) + len(self.misses))


def changes(file: str, before: str, after: str, renames: Mapping[str, str]) -> Changes:
    """Compares token by token; `renames` maps each spelling of the name to the new one.

    `{ old }` that became `{ new: old }` or `{ old: new }` counts as a change of the name there:
    the effect is the compiler's.
    """
    was, now = list(TOKEN.finditer(before)), list(TOKEN.finditer(after))
    names: set[Place] = set()
    other: set[Place] = set()
    for low, high, new_low, new_high in _differing(was, now, renames):
        replaced = [match.group() for match in now[new_low:new_high]]
        spans = was[low:high]
        olds = [match for match in spans if match.group() in renames]
        anchor = olds or ([] if spans else was[max(0, low - 2) : low + 1])
        exchanged = [match for match in anchor if renames.get(match.group()) in replaced]
        if exchanged:
            names.add(Place(file, exchanged[0].start(), exchanged[0].end()))
            continue
        where = spans[0] if spans else was[min(low, len(was) - 1)]
        other.add(Place(file, where.start(), where.end()))
    return Changes(frozenset(names), frozenset(other))


def score(
    renames: Renames,
    found: Iterable[Changes],
    judged: frozenset[str],
    unread: Mapping[str, Sequence[tuple[int, int]]] | None = None,
) -> Score:
    """Both tools' places; a change that is no rename counts as wrong.

    `unread`: the spans of judged files that are mere texts to the compiler.
    """
    listed = tuple(found)
    names = frozenset().union(*(it.names for it in listed))
    other = frozenset().union(*(it.other for it in listed))
    spans = unread or {}
    unjudged = frozenset(
        it
        for it in names | other
        if it.file not in judged or any(a <= it.start < b for a, b in spans.get(it.file, ()))
    )
    extra = (names | other) - renames.places - unjudged
    keys = extra & renames.keys
    wrong = extra - keys
    return Score(
        hits=names & renames.places,
        misses=renames.places - names,
        wrong=wrong,
        beyond=wrong & renames.unknown,
        keys=keys,
        unjudged=unjudged,
    )


def _differing(
    was: list[re.Match[str]], now: list[re.Match[str]], renames: Mapping[str, str]
) -> Iterator[tuple[int, int, int, int]]:
    left, right = [it.group() for it in was], [it.group() for it in now]
    for low, high, new_low, new_high in _windows(left, right, renames):
        matcher = SequenceMatcher(None, left[low:high], right[new_low:new_high], autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag == "replace" and b - a == d - c:
                for step in range(b - a):
                    yield (
                        low + a + step,
                        low + a + step + 1,
                        new_low + c + step,
                        new_low + c + step + 1,
                    )
            elif tag != "equal":
                yield low + a, low + b, new_low + c, new_low + d


def _windows(
    left: list[str], right: list[str], renames: Mapping[str, str]
) -> Iterator[tuple[int, int, int, int]]:
    """Cuts both lists where they agree again, so that no big comparison is made.

    A name that is exchanged among others that are, or are as they were, is a window of its own:
    members that are all alike, `a: string; b: string`, would be matched with each other.
    """
    low = new_low = 0
    while low < len(left) or new_low < len(right):
        if left[low : low + 1] == right[new_low : new_low + 1]:
            low, new_low = low + 1, new_low + 1
            continue
        ahead = zip(left[low : low + 8], right[new_low : new_low + 8], strict=False)
        if all(after in (before, renames.get(before)) for before, after in ahead):
            yield low, low + 1, new_low, new_low + 1
            low, new_low = low + 1, new_low + 1
            continue
        skip, new_skip = _resync(left, right, low, new_low)
        yield low, low + skip, new_low, new_low + new_skip
        low, new_low = low + skip, new_low + new_skip


def _resync(left: list[str], right: list[str], low: int, new_low: int) -> tuple[int, int]:
    """How many tokens to pass on each side until eight in a row agree again."""
    for total in range(1, 400):
        for skip in range(total + 1):
            ahead = left[low + skip : low + skip + 8]
            if ahead == right[new_low + total - skip : new_low + total - skip + 8]:
                return skip, total - skip
    return len(left) - low, len(right) - new_low


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
