"""Requests to another service than the contract's, told by the base that is named before them.

`${await getAuditUrl()}/api/events` beside `${await getApiUrl()}/api/rows`: where the contract has
much of what is asked below the other bases and nothing below this one, and its name has a word
that neither they nor the contract's paths have, it is another server's. Unless the contract's own
bases are named so: `coreUrl` and `billingUrl` are parts of one backend, and `loginUrl` a third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from fixer.contract.match import split
from fixer.contract.model import Operation
from fixer.contract.wording import tokens
from fixer.facts.judged import JudgedCall, Status
from fixer.program.program import Program

MIN_MATCHED = 5
MIN_REFUTED = 2
_REASON = "the contract has nothing below this base, whose name is another service's"
# What says that a base is one, and where its address comes from.
_USUAL_WORDS = """
api apis base url urls uri host hostname server backend root endpoint origin prefix path http
https rest client service services app application web site domain address env environment vite
next nuxt public react vue expo process import meta window location config configuration
settings options opts constants globals runtime state store context get use make build async
await the this self new default current main my full absolute dev development prod production
local remote proxy string value data gateway global extra getters inject trim replace unref to req
request version slice substring with without trailing slash
"""
_USUAL = frozenset(_USUAL_WORDS.split())


@dataclass(frozen=True, slots=True)
class OtherServices:
    """The bases of other services, as they are written. Made of all requests of a program."""

    program: Program
    bases: frozenset[str]

    @classmethod
    def among(
        cls, found: Iterable[JudgedCall], program: Program, operations: Iterable[Operation]
    ) -> OtherServices:
        by_base: dict[str, list[JudgedCall]] = defaultdict(list)
        for judged in found:
            if base := _base(judged, program):
                by_base[base].append(judged)
        own = {base for base, asked in by_base.items() if any(map(_may_be_ours, asked))}
        matched = sum(j.status is Status.MATCHED for base in own for j in by_base[base])
        if matched < MIN_MATCHED:
            return cls(program, frozenset())
        named = {_words(base) - _USUAL for base in own}
        if any(a - b and b - a for a, b in combinations(named, 2)):
            return cls(program, frozenset())
        known = _USUAL.union(_named(operations), *named)
        return cls(program, frozenset(_strange(by_base, own, known)))

    def passed_on(self, judged: JudgedCall) -> JudgedCall:
        """The verdict, unless it is for another service to answer."""
        if judged.status is not Status.UNKNOWN or _base(judged, self.program) not in self.bases:
            return judged
        return replace(judged, status=Status.EXTERNAL, operation=None, reason=_REASON)


def _strange(
    by_base: Mapping[str, list[JudgedCall]], own: set[str], known: frozenset[str]
) -> Iterator[str]:
    for base, asked in by_base.items():
        paths = {j.url.template for j in asked if j.url and j.status is Status.UNKNOWN}
        if base not in own and len(paths) >= MIN_REFUTED and _words(base) - known:
            yield base


def _base(judged: JudgedCall, program: Program) -> str | None:
    """The expression that says what stands before a path."""
    base = judged.url.base if judged.url is not None else None
    if base is None or base.path not in program.sources:
        return None
    return program.sources[base.path][base.start : base.end].decode(errors="replace")


def _may_be_ours(judged: JudgedCall) -> bool:
    """Whether the contract has what is asked for, or something much like it."""
    if judged.status is Status.UNKNOWN:
        near = judged.found is not None and judged.found.plausible is not None
        return near or judged.operation is not None
    return judged.status in (Status.MATCHED, Status.WRONG_METHOD)


def _words(name: str) -> frozenset[str]:
    """A single letter names nothing: `apiV2`."""
    return frozenset(word for word in tokens(name) if len(word) > 1 and word.isalpha())


def _named(operations: Iterable[Operation]) -> frozenset[str]:
    """The words of the contract's paths, in singular and plural."""
    segments = {part for op in operations for part in split(op.path) if isinstance(part, str)}
    words = {word for segment in segments for word in _words(segment)}
    return frozenset(words | {w.removesuffix("s") for w in words} | {f"{w}s" for w in words})
