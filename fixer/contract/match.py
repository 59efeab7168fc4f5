"""A request's method and path into the operations of the contract that it reaches, or nearly.

A path is a tuple of segments; a last segment `""` is a trailing slash: `/v1/team/` is
`("v1", "team", "")`. The path is matched before the method, as servers do: a fixed segment beats
a parameter, and a parameter takes only what its type allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import takewhile

from fixer.contract.anycase import Spelling
from fixer.contract.beginnings import base_of, beginnings, roots
from fixer.contract.model import REWRITTEN, Contract, Operation
from fixer.contract.nearest import Candidate, Likeness
from fixer.contract.segments import (
    Fixed,
    Hole,
    Part,
    Segment,
    Template,
    accepts,
    split,
    template,
)
from fixer.contract.tree import SPANNING, PathNode, Reached, may_end, nodes, put, walk
from fixer.contract.wording import BASE_SEGMENT, has_words, is_like

__all__ = [
    "Candidate",
    "Found",
    "Hole",
    "Part",
    "Routes",
    "Segment",
    "split",
]


@dataclass(frozen=True)
class Found:
    """What the contract has for one request.

    `exact`: reached for certain by path and method, of several paths where a base isn't known.
    `possible`: reached if an unknown segment turns out to be a fixed one. `other_methods`: the path
    is right, the method is not. `slash`: reached with the trailing slash added or removed.
    `legacy`: the path once led there. `prefix`: the base path that was taken off the request. None
    of the later is filled where an earlier is. `search`: finds the most alike, where there is none.
    """

    exact: tuple[Operation, ...] = ()
    possible: tuple[Operation, ...] = ()
    other_methods: tuple[Operation, ...] = ()
    slash: tuple[Operation, ...] = ()
    legacy: tuple[Operation, ...] = ()
    prefix: str = ""
    search: Callable[[], tuple[Candidate, ...]] = field(default=tuple, compare=False, repr=False)

    @cached_property
    def nearest(self) -> tuple[Candidate, ...]:
        """The most alike, best first: found when asked for, as most who match need none."""
        return self.search()

    @property
    def plausible(self) -> Operation | None:
        """The only operation that can be meant, if one stands out from the nearest."""
        if not self.nearest:
            return None
        best, *others = self.nearest
        stands_out = not others or best.score - others[0].score >= 0.1
        return best.operation if best.score >= 0.6 and stands_out else None


class Routes:
    """The contract's operations, indexed by path. `prefixes`: base paths beside the contract's."""

    def __init__(self, contract: Contract, prefixes: Iterable[str] = ()) -> None:
        self.contract = contract
        self.operations = contract.operations
        self.hosts = frozenset(contract.hosts)
        written = (*prefixes, *contract.prefixes)
        distinct = dict.fromkeys(prefix.rstrip("/") for prefix in written)
        if any(p and all(_lies_below(op.path, p) for op in self.operations) for p in distinct):
            # Paths that all bear the servers' base path are whole, whatever the servers say.
            distinct[""] = None
        self._spelling = Spelling(contract)
        self._prefixes = sorted(distinct, key=len, reverse=True)
        # Whether the backend serves other paths than it is asked for.
        self.are_rewritten = REWRITTEN in contract.open_paths
        opened = (path for path in contract.open_paths if path != REWRITTEN)
        self._open = {path: split(path.rstrip("/")) if path != "/" else () for path in opened}
        self._today, self._former = PathNode(), PathNode()
        self._templates: dict[tuple[Template, ...], list[Operation]] = {}
        for operation in contract.operations:
            path = template(operation.path, operation.parameters)
            put(self._today, path, operation.method, operation)
            if operation.any_slash:
                other = path[:-1] if path[-1] == Fixed("") else (*path, Fixed(""))
                put(self._today, other, operation.method, operation)
            self._templates.setdefault(path, []).append(operation)
            for route in operation.legacy:
                former = template(route.path, operation.parameters)
                put(self._former, former, route.method, operation)
        self._bases = {base for path in self._templates if (base := base_of(path))}
        self._starts = {
            (base, part.text)
            for path in self._templates
            for base in [base_of(path)]
            for part in path[len(base) : len(base) + 1]
            if isinstance(part, Fixed) and part.text
        }
        self._beginnings = beginnings(path for path in self._templates if not base_of(path))
        self._likeness = Likeness(self._templates)
        found = tuple(roots(self._templates))
        self._starts |= {(root, first) for root, firsts in found for first in firsts}
        self._roots = {root for root, _ in found}

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """What may stand in a client's base URL though the contract writes it in each path.

        The shortest first: `""`, `/api`, `/api/v1`, and `/api/v1/admin` if much is below it.
        Not the latter where the backend serves more than the contract tells at its very root: what
        is missed there is rather meant.
        """
        if any(all(map(_says_where, parts)) for parts in self._open.values()):
            return self._usual_bases
        return _sorted({*self._usual_bases, *("/" + "/".join(root) for root in self._roots)})

    @cached_property
    def _usual_bases(self) -> tuple[str, ...]:
        """Those that say nothing but where an API is."""
        begun = (base[:n] for base in self._bases for n in range(1, len(base) + 1))
        return _sorted({"", *("/" + "/".join(base) for base in begun)})

    def find(self, method: str | None, path: Sequence[Segment], *, based: bool = False) -> Found:
        """What a request reaches. `method` None: not known, any will do.

        `based`: an unknown base URL stands before the path, which may hold its first segments.
        """
        best: Found | None = None
        exact: list[Found] = []
        for prefix, rest in self._rests(path, based=based):
            found = self._find(method, rest, prefix)
            if found.exact:
                exact.append(found)
                if not based:
                    return found
            if best is None or _closeness(found) < _closeness(best):
                best = found
        if exact:
            # The base may be that of one version of an API or of another.
            reached = dict.fromkeys(operation for found in exact for operation in found.exact)
            return replace(exact[0], exact=tuple(reached))
        if best is None or _closeness(best) == _NOTHING:
            # What is below `/api/users/me` is not alike for its own words.
            ways = self._rests(path, based=based, bases=self._usual_bases)
            rests = [rest for _, rest in ways] or [tuple(path)]
            search = partial(self._likeness.nearest, method, rests)
            return Found(prefix=best.prefix if best else "", search=search)
        return best

    def belongs(self, path: Sequence[Segment], *, based: bool = False) -> bool:
        """Whether a request for `path` is one for this API at all, right or wrong.

        `based`: an unknown base URL stands before the path, as in `find`.
        """
        path = self._spelling.of(path)
        if based and path and any(path[0] == first for _, first in self._starts):
            return True
        for prefix, rest in self._rests(path, based=False):
            if not rest or not isinstance(rest[0], str):
                if prefix or any(True for _ in walk(self._today, rest)):
                    return True
                continue
            begun = self._beginnings.get(rest[0])
            if (begun and _fits(rest, begun)) or any(self._is_under(rest, b) for b in self._bases):
                return True
            if prefix and not self._bases:
                return True
            if any(_says_of(rest, reached) for reached in walk(self._today, rest)):
                return True
            if any(True for _ in walk(self._former, rest)):
                return True
        return False

    def open_at(self, path: Sequence[Segment], *, based: bool = False) -> str | None:
        """At or below what a path lies of which the contract knows that it doesn't know all.

        None where the contract has paths that go on there as this one does.
        """
        rests = [rest for _, rest in self._rests(path, based=based)]
        for written, parts in self._open.items():
            below = [r for r in rests if len(r) >= len(parts) and all(map(_is_open_to, parts, r))]
            goes_on = [self._goes_on(rest, len(parts)) for rest in below]
            if below and not (all(goes_on) if parts else any(goes_on)):
                return written
        return None

    def _goes_on(self, path: tuple[Segment, ...], count: int) -> bool:
        """Whether the contract has paths that go on behind `count` segments as this one does.

        What a parameter takes at the very root says nothing, nor what only says where the API is:
        `/api/users` says nothing of `/api/orders`.
        """
        if not count:
            where = len(list(takewhile(_says_where, path[:-1])))
            return any(path[where] in node.fixed for node in nodes(self._today, path[:where]))
        if len(path) > count and isinstance(path[count], Hole):
            # `/items/mine/` says nothing of `/items/{id}/`.
            return any(node.open for node in nodes(self._today, path[:count]))
        return any(True for _ in nodes(self._today, path[: count + 1]))

    def _is_under(self, path: Sequence[Segment], base: tuple[str, ...]) -> bool:
        """Whether a path belongs to a base: `/api` says little where others begin with `/api/v1`.

        Below such a base only what one of its paths begins with.
        """
        if not _begins(path, base):
            return False
        is_vague = any(len(other) > len(base) and _begins(other, base) for other in self._bases)
        follows = path[len(base)] if len(path) > len(base) else None
        return not is_vague or (base, follows) in self._starts

    def is_below_base(self, path: Sequence[Segment]) -> bool:
        """Whether a path begins as only an API's does: with a base path, `/api`, `/v1`."""
        return any(
            prefix or any(self._is_under(rest, base) for base in self._bases)
            for prefix, rest in self._rests(path, based=False)
        )

    def is_sole(self, method: str, path: Sequence[Segment], *, based: bool = False) -> bool:
        """Whether there is one operation that a request can reach, whatever its holes stand for."""
        reached = {
            id(operation)
            for _, rest in self._rests(path, based=based)
            for found in walk(self._today, rest)
            if (operation := found.node.operations.get(method)) is not None
        }
        return len(reached) == 1

    def may_lead(self, path: Sequence[Segment], *, based: bool = False) -> bool:
        """Whether a request can reach anything, its holes being any text, slashes included.

        Methods, former paths and the slash at the end aside.
        """
        return any(
            may_end(root, rest[:-1] if rest and rest[-1] == "" else rest)
            for _, rest in self._rests(path, based=based)
            for root in (self._today, self._former)
        )

    def may_end_so(self, method: str | None, path: Sequence[Segment]) -> bool:
        """Whether an operation's path ends with `path`, behind what isn't known."""
        path = self._spelling.of(path)
        return any(
            op.method == method and all(map(accepts, known[-len(path) :], path))
            for known, operations in self._templates.items()
            for op in operations[: len(operations) if len(known) > len(path) else 0]
        )

    def continues(self, path: Sequence[Segment], *, based: bool = False) -> bool:
        """Whether an operation's path begins with all of `path` and goes on, if only by a slash."""
        return any(
            node.fixed or node.open
            for _, rest in self._rests(path, based=based)
            for node in nodes(self._today, rest)
        )

    def _rests(
        self, path: Sequence[Segment], *, based: bool, bases: Sequence[str] | None = None
    ) -> Iterator[tuple[str, tuple[Segment, ...]]]:
        """The path with each base path taken off that it begins with, the longest first.

        `bases`: what may stand in an unknown base; None: all that may.
        """
        segments = self._spelling.of(path)
        for prefix in self._prefixes:
            parts = tuple(prefix.split("/")[1:]) if prefix else ()
            # What of the prefix is missing here may stand in the unknown base.
            for missing in range(len(parts) + 1 if based else 1):
                left = parts[missing:]
                if segments[: len(left)] == left:
                    yield "/".join(("", *left)) if left else "", segments[len(left) :]
        if based:
            for base in (self.bases if bases is None else bases)[1:]:
                yield "", (*base.split("/")[1:], *segments)

    def _find(self, method: str | None, path: tuple[Segment, ...], prefix: str) -> Found:
        reached = list(walk(self._today, path))
        if reached:
            return _judged(method, path, reached, prefix)
        slashed = path[:-1] if path and path[-1] == "" else (*path, "")
        reached = list(walk(self._today, slashed))
        if reached:
            other = _judged(method, path, reached, prefix)
            near = tuple(op for op in other.exact if is_like(op, path))
            # A word that a parameter takes, and for another method, is no path nearly right.
            others = other.possible or other.other_methods
            if near := near or tuple(op for op in others if has_words(op, path)):
                return Found(slash=near, prefix=prefix)
        for former in (path, slashed):
            reached = list(walk(self._former, former))
            if reached:
                found = _of_method(method, [r.node for r in reached])
                if found:
                    return Found(legacy=found, prefix=prefix)
        return Found(prefix=prefix)


def _says_where(part: Segment) -> bool:
    """Whether a segment says no more than where an API is: `v1`, `{version}`."""
    return not isinstance(part, str) or not part or BASE_SEGMENT.match(part) is not None


def _sorted(bases: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(bases, key=lambda base: (len(base), base)))


def _judged(
    method: str | None, path: tuple[Segment, ...], reached: list[Reached], prefix: str
) -> Found:
    certain = [r for r in reached if r.certain]
    if certain:
        best = min(r.rank for r in certain)
        exact = _of_method(method, [r.node for r in certain if r.rank == best])
        if exact := exact or _alike(method, certain, best):
            return Found(exact=exact, prefix=prefix)
    possible = _of_method(method, [r.node for r in reached if not r.certain])
    if possible:
        return Found(possible=possible, prefix=prefix)
    best = min(r.rank for r in certain or reached)
    closest = [r.node for r in certain or reached if r.rank == best]
    others = dict.fromkeys(op for node in closest for op in node.operations.values())
    if not certain:
        # A hole may be several segments: a word that a parameter takes then stands elsewhere.
        others = dict.fromkeys(op for op in others if has_words(op, path))
    return Found(other_methods=tuple(others), prefix=prefix)


def _alike(
    method: str | None, certain: list[Reached], best: tuple[int, ...]
) -> tuple[Operation, ...]:
    """The operations at a path that is written as the closest ones are.

    A document may say that `GET /users/{id}` takes a text there, and `DELETE` a number.
    """
    if SPANNING in best:  # where a text of several segments ends isn't sure
        return _of_method(method, [r.node for r in certain])
    ends = [r.node for r in certain if r.rank == best]
    closest = {split(operation.path) for operation in _of_method(None, ends)}
    found = _of_method(method, [r.node for r in certain if r.rank != best])
    return tuple(operation for operation in found if split(operation.path) in closest)


def _of_method(method: str | None, ends: list[PathNode]) -> tuple[Operation, ...]:
    """The operations at `ends` for `method`; a former route may stand for all methods (None)."""
    found: dict[Operation, None] = {}
    for node in ends:
        for known, operation in node.operations.items():
            if method is None or known in (method, None):
                found[operation] = None
    return tuple(found)


_NOTHING = 9


def _closeness(found: Found) -> int:
    steps = (found.exact, found.possible, found.other_methods, found.slash, found.legacy)
    return next((rank for rank, step in enumerate(steps) if step), _NOTHING)


def _lies_below(path: str, prefix: str) -> bool:
    return path == prefix or path.startswith(prefix + "/")


def _says_of(path: Sequence[Segment], reached: Reached) -> bool:
    """Whether what a path leads to has one of its texts: `/{lang}/news/{page}` takes any other."""
    known = {segment for segment in path if isinstance(segment, str) and segment}
    operations = reached.node.operations.values()
    told = [{s for s in split(op.path) if isinstance(s, str) and s} for op in operations]
    return any(known & names or not names for names in told)


def _fits(path: Sequence[Segment], begun: tuple[str, ...]) -> bool:
    return len(path) >= len(begun) and all(map(_is_open_to, begun, path))


def _is_open_to(part: Segment, segment: Segment) -> bool:
    return part == segment or not isinstance(part, str) or not isinstance(segment, str)


def _begins(path: Sequence[Segment], base: tuple[str, ...]) -> bool:
    return tuple(path[: len(base)]) == base
