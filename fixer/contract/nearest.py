"""A path that no operation has into the operations whose paths are most alike."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from fixer.contract.model import Operation
from fixer.contract.segments import Fixed, Segment, Template, accepts

_LIMIT = 5
_WORST = 0.4
# A segment too many or too few counts as much as one that is quite another word.
_GAP = 0.7
_OTHER_METHOD = 0.15
# `docs` and `invoices` have half of their letters in common.
_RELATED = 0.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """An operation and how alike its path is, 0 to 1."""

    operation: Operation
    score: float


def nearest(
    templates: Mapping[tuple[Template, ...], Sequence[Operation]],
    method: str | None,
    paths: Iterable[Sequence[Segment]],
) -> tuple[Candidate, ...]:
    """The operations with the most alike paths, best first, at most five.

    Of each path one operation is offered: that of the request's method, else the first with a
    lower score.
    """
    requests = [_Request(_bare(path, "")) for path in paths]
    best: list[tuple[float, int, Operation]] = []
    for order, (written, operations) in enumerate(templates.items()):
        path = _bare(written, Fixed(""))
        same = next((op for op in operations if method in (None, op.method)), None)
        lost = 0.0 if same else _OTHER_METHOD
        least = best[0][0] if len(best) == _LIMIT else _WORST
        score = max((r.alike(path, least + lost) for r in requests), default=0.0) - lost
        if score >= _WORST:
            entry = (score, -order, same or operations[0])
            (heapq.heappushpop if len(best) == _LIMIT else heapq.heappush)(best, entry)
    best.sort(key=lambda entry: entry[:2], reverse=True)
    return tuple(Candidate(operation, round(score, 3)) for score, _, operation in best)


S = TypeVar("S")


def _bare(path: Sequence[S], slash: object) -> tuple[S, ...]:
    """A path without its trailing slash."""
    return tuple(path[:-1]) if path and path[-1] == slash else tuple(path)


class _Request:
    """One way to read a request's path, held against one template after the other."""

    def __init__(self, segments: tuple[Segment, ...]) -> None:
        self._segments = segments
        self._costs: dict[Template, tuple[float, ...]] = {}
        self._least: dict[Template, float] = {}

    def alike(self, path: Sequence[Template], least: float) -> float:
        """One less the cost of aligning the two, by segment; 0 where it can't reach `least`."""
        longest = max(len(self._segments), len(path))
        if not longest or abs(len(self._segments) - len(path)) * _GAP / longest > 1 - _WORST:
            return 0.0
        # Each part of the path has its cheapest partner, or none: no alignment costs less.
        if 1 - sum(map(self._least_cost, path)) / longest < least:
            return 0.0
        above = [column * _GAP for column in range(len(path) + 1)]
        costs = [self._costs[part] for part in path]
        for number in range(len(self._segments)):
            row = [above[0] + _GAP]
            for column, cost in enumerate(costs):
                changed = above[column] + cost[number]
                row.append(min(changed, above[column + 1] + _GAP, row[column] + _GAP))
            above = row
        return 1 - above[-1] / longest

    def _least_cost(self, part: Template) -> float:
        known = self._least.get(part)
        if known is None:
            costs = self._costs[part] = tuple(_cost(s, part) for s in self._segments)
            known = self._least[part] = min(_GAP, *costs)
        return known


def _cost(segment: Segment, part: Template) -> float:
    if isinstance(segment, str) and isinstance(part, Fixed):
        return 0.0 if segment == part.text else 1 - _word_ratio(segment, part.text)
    return 0.0 if not isinstance(part, Fixed) and accepts(part, segment) else 1.0


@lru_cache(maxsize=50_000)
def _word_ratio(one: str, other: str) -> float:
    """How alike two words are; those that share few letters are as good as unrelated."""
    if 2 * min(len(one), len(other)) < _RELATED * (len(one) + len(other)):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _RELATED:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _RELATED else 0.0
