"""A path that no operation has into the operations whose paths are most alike."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

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
    requests = [tuple(path[:-1]) if path and path[-1] == "" else tuple(path) for path in paths]
    scored: list[tuple[float, int, Operation]] = []
    for order, (written, operations) in enumerate(templates.items()):
        path = written[:-1] if written and written[-1] == Fixed("") else written
        score = max((_alike(request, path) for request in requests), default=0.0)
        same = next((op for op in operations if method in (None, op.method)), None)
        score = score if same else score - _OTHER_METHOD
        if score >= _WORST:
            scored.append((score, -order, same or operations[0]))
    best = heapq.nlargest(_LIMIT, scored, key=lambda entry: entry[:2])
    return tuple(Candidate(operation, round(score, 3)) for score, _, operation in best)


def _alike(request: Sequence[Segment], path: Sequence[Template]) -> float:
    """One less the cost of aligning the two, by segment."""
    longest = max(len(request), len(path))
    if not longest or abs(len(request) - len(path)) * _GAP / longest > 1 - _WORST:
        return 0.0
    above = [column * _GAP for column in range(len(path) + 1)]
    for segment in request:
        row = [above[0] + _GAP]
        for column, part in enumerate(path):
            changed = above[column] + _cost(segment, part)
            row.append(min(changed, above[column + 1] + _GAP, row[column] + _GAP))
        above = row
    return 1 - above[-1] / longest


def _cost(segment: Segment, part: Template) -> float:
    if isinstance(segment, str) and isinstance(part, Fixed):
        return 0.0 if segment == part.text else 1 - _word_ratio(segment, part.text)
    return 0.0 if not isinstance(part, Fixed) and accepts(part, segment) else 1.0


@lru_cache(maxsize=50_000)
def _word_ratio(one: str, other: str) -> float:
    """How alike two words are; those that share few letters are as good as unrelated."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _RELATED:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _RELATED else 0.0
