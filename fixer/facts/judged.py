"""A request with the contract's word on it; of several verdicts on one call those that count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from fixer.contract.match import Found
from fixer.contract.model import Operation
from fixer.program.call import Call, Url

# Nobody chooses among as many in an expression: a declared type allows them.
_MANY_METHODS = 3


class Status(Enum):
    """How a request stands to the contract; EXTERNAL: another host, or another API's path."""

    MATCHED = "matched"
    UNKNOWN = "unknown"
    WRONG_METHOD = "wrong-method"
    EXTERNAL = "external"
    DYNAMIC = "dynamic"


@dataclass(frozen=True, slots=True)
class JudgedCall:
    """One candidate URL and method of a call, with the contract's word on it.

    `operation`: what the request reaches, or would with another trailing slash, without a doubled
    slash, from a legacy path or by the method of the client function that it stands in; None where
    that isn't known.
    `failing`: the values of a segment with known values for which the contract has no such path,
    where it has it for the others.
    """

    call: Call
    url: Url | None
    method: str | None
    status: Status
    operation: Operation | None = None
    found: Found | None = None
    failing: tuple[str, ...] = ()
    reason: str = ""

    @property
    def is_doubled(self) -> bool:
        """Whether only a doubled slash keeps it from `operation`."""
        near = self.found is not None and (self.found.slash or self.found.legacy)
        doubled = self.url is not None and "//" in self.url.template
        return doubled and self.operation is not None and not near


def each_once(found: Iterable[JudgedCall]) -> Iterator[JudgedCall]:
    """Without the same request to another host, and methods that are none of a URL's.

    A type lists them beside the right one, or one condition chooses both: `id ? 'PUT' : 'POST'`.
    """
    listed = list(found)
    seen: set[object] = set()
    matched = [j for j in listed if j.url is not None and j.status is Status.MATCHED]
    right = {j.url.template for j in matched if j.url is not None}
    methods = {j.method for j in matched}
    for judged in listed:
        template = judged.url.template if judged.url is not None else None
        is_open = judged.call.method_span is None and judged.status is Status.WRONG_METHOD
        is_listed = judged.method in methods or len(judged.call.methods) >= _MANY_METHODS
        if is_open and is_listed and template in right:
            continue
        if judged.operation is None and _without_appended(judged) in right:
            continue
        key = (template, judged.method, judged.status)
        if key not in seen or judged.status is Status.EXTERNAL:
            seen.add(key)
            yield judged


def _without_appended(judged: JudgedCall) -> str | None:
    """The path without the segment that a client may have appended; None: it hasn't."""
    last = judged.url.pieces[-1] if judged.url is not None and judged.url.pieces else None
    sink = judged.call.sink or judged.call.node
    if last is None or (last.start, last.end) != (sink.start_byte, sink.end_byte):
        return None
    return judged.url.template.removesuffix("/{}") if judged.url is not None else None
