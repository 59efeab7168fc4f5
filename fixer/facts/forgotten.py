"""A base path that a contract doesn't mention, found by what the frontend asks for.

A document often says `/users` where the server answers `/api/users`: frameworks put a global
prefix before all routes and not into what they document. Taken off is only what stands before
nearly all requests, where the contract has nearly none of them otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from fixer.contract.match import Routes, Segment
from fixer.contract.model import Operation
from fixer.contract.wording import shares_word
from fixer.facts.urlpaths import is_own, paths
from fixer.program.call import Call

MAX_SEGMENTS = 3
MIN_REACHED = 5
Asked = tuple[str | None, tuple[Segment, ...]]


def forgotten_base(calls: Iterable[Call], routes: Routes) -> str | None:
    """What stands before the contract's paths in requests; None where that isn't certain.

    "" where a contract's own base stands before none of them.
    """
    asked = [tuple(_asked(call, routes)) for call in calls]
    distinct = dict.fromkeys(one for together in asked for one in together)
    plain = {op for method, path in distinct for op in _reached(routes, method, path, based=True)}
    reached: dict[str, set[Operation]] = {}
    right: Counter[str] = Counter()
    all_below: Counter[str] = Counter()
    bare = Routes(routes.contract, ("",))
    for together in dict.fromkeys(asked):
        found: dict[str, set[Operation]] = {}
        for method, path in together:
            for base, rest in _behind(path):
                found.setdefault(base, set()).update(_reached(bare, method, rest))
        for base, operations in found.items():
            all_below[base] += 1
            right[base] += bool(operations)
            reached.setdefault(base, set()).update(operations)
    best = max(reached, key=lambda base: (len(reached[base]), -len(base)), default=None)
    if best is None or len(reached[best]) < MIN_REACHED or len(plain) * 10 > len(reached[best]):
        return None
    return best if right[best] * 10 >= all_below[best] * 6 else None


def _asked(call: Call, routes: Routes) -> Iterator[Asked]:
    for url in call.urls:
        if url.origin is None or is_own(url.origin, routes.hosts):
            for _, path in paths(url):
                for method in call.methods or (None,):
                    yield method, path


def _behind(path: tuple[Segment, ...]) -> Iterator[tuple[str, tuple[Segment, ...]]]:
    """What may be a base, and what is behind it; at first nothing, and the whole path."""
    base = ""
    yield base, path
    for index, segment in enumerate(path[:MAX_SEGMENTS]):
        if not isinstance(segment, str) or not segment:
            return
        base += f"/{segment}"
        yield base, path[index + 1 :]


def _reached(
    routes: Routes, method: str | None, path: tuple[Segment, ...], *, based: bool = False
) -> tuple[Operation, ...]:
    """The operations that a request reaches for certain, and by a word."""
    if not any(isinstance(segment, str) and segment for segment in path):
        return ()
    exact = routes.find(method, path, based=based).exact
    return tuple(op for op in exact if shares_word(op, path))
