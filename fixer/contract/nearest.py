"""A path that no operation has into the operations whose paths are most alike."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import count
from operator import itemgetter
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


@dataclass(slots=True)
class _Node:
    """The templates that begin alike, and those that end here, by their numbers."""

    depth: int
    longest: int = 0
    children: dict[Template, _Node] = field(default_factory=dict)
    ends: dict[int, Sequence[Operation]] = field(default_factory=dict)


class Likeness:
    """A contract's paths, to be asked for those that are most alike to another."""

    def __init__(self, templates: Mapping[tuple[Template, ...], Sequence[Operation]]) -> None:
        self._templates = templates

    def nearest(
        self, method: str | None, paths: Iterable[Sequence[Segment]]
    ) -> tuple[Candidate, ...]:
        """The operations with the most alike paths, best first, at most five.

        Of each path one operation is offered: that of the request's method, else the first with
        a lower score. `paths`: the ways to read the request's.
        """
        best: dict[int, tuple[float, int, Operation]] = {}
        least = _WORST
        for path in filter(None, (_bare(path, "") for path in paths)):
            for bound, score, node in self._by_likeness(path):
                if bound < least:
                    break
                for number, operations in node.ends.items():
                    same = next((op for op in operations if method in (None, op.method)), None)
                    entry = (score - _lost(same), -number, same or operations[0])
                    if entry[0] >= least:
                        best[number] = max(entry, best.get(number, entry), key=itemgetter(0))
                if node.ends and len(best) >= _LIMIT:
                    least = heapq.nlargest(_LIMIT, (score for score, *_ in best.values()))[-1]
        ordered = sorted(best.values(), key=itemgetter(0, 1), reverse=True)
        return tuple(Candidate(op, round(score, 3)) for score, _, op in ordered[:_LIMIT])

    @cached_property
    def _root(self) -> _Node:
        """All paths, without their trailing slashes, as a tree."""
        root = _Node(0)
        for number, (written, operations) in enumerate(self._templates.items()):
            node, path = root, _bare(written, Fixed(""))
            for depth, part in enumerate(path, 1):
                node = node.children.setdefault(part, _Node(depth))
                node.longest = max(node.longest, len(path))
            node.ends[number] = operations
        return root

    def _by_likeness(self, path: tuple[Segment, ...]) -> Iterator[tuple[float, float, _Node]]:
        """Each node with the score of a path that ends there, after what it and all below can have.

        One less the cost of aligning the two by segment, over the longer's length. What can be
        the most alike comes first: a row of costs only grows from a node to those below it.
        """
        costs: dict[Template, tuple[float, ...]] = {}
        ties = count()
        row = [column * _GAP for column in range(len(path) + 1)]
        queue = [(-1.0, next(ties), self._root, row)]
        while queue:
            bound, _, node, row = heapq.heappop(queue)
            yield -bound, 1 - row[-1] / max(len(path), node.depth), node
            for part, child in node.children.items():
                if part not in costs:
                    costs[part] = tuple(_cost(segment, part) for segment in path)
                below = _below(row, costs[part])
                # What is left of the path has as many partners as the longest template has parts.
                spare = len(path) - child.longest + child.depth
                cost = min(c + max(0, spare - at) * _GAP for at, c in enumerate(below))
                most = 1 - cost / max(len(path), child.longest)
                if most >= _WORST:
                    heapq.heappush(queue, (-most, next(ties), child, below))


def _lost(same: Operation | None) -> float:
    return 0.0 if same else _OTHER_METHOD


def _below(above: Sequence[float], costs: Sequence[float]) -> list[float]:
    """The costs of aligning the beginnings of a request's path with a template one part longer."""
    row = [above[0] + _GAP]
    for column, cost in enumerate(costs):
        row.append(min(above[column] + cost, above[column + 1] + _GAP, row[column] + _GAP))
    return row


S = TypeVar("S")


def _bare(path: Sequence[S], slash: object) -> tuple[S, ...]:
    """A path without its trailing slash."""
    return tuple(path[:-1]) if path and path[-1] == slash else tuple(path)


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
