"""Of all verdicts on a call those that are told: it has one for each URL that it may send to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from fixer.facts.judged import JudgedCall, Status
from fixer.program.call import Piece, Url

UNBASED = "what stands before the path isn't known"
_LIKELIHOOD = (Status.MATCHED, Status.WRONG_METHOD, Status.UNKNOWN, Status.DYNAMIC, Status.EXTERNAL)


def is_emptied(url: Url, others: Iterable[Url]) -> bool:
    """Whether another URL is this one with a segment that nothing fills here.

    `let id = ''` before the branch that sets it says nothing about what is sent.
    """
    return any(_written(url) == _written(o) and len(url.pieces) < len(o.pieces) for o in others)


def _written(url: Url) -> list[Piece]:
    return [piece for piece in url.pieces if piece.text and piece.text.strip("/")]


def likely(group: list[JudgedCall]) -> list[JudgedCall]:
    """Of verdicts on one request those that can be: all that match, or one that says most."""
    matched = [judged for judged in group if judged.status is Status.MATCHED]
    return matched or [min(group, key=_unlikeliness)]


def _unlikeliness(judged: JudgedCall) -> tuple[bool, bool, int]:
    is_doubled = judged.url is not None and "//" in judged.url.template
    return judged.operation is None, is_doubled, _LIKELIHOOD.index(judged.status)


def told(group: list[JudgedCall]) -> list[JudgedCall]:
    """Of verdicts on all that a call can send those that say something, else one."""
    matched = [j for j in group if j.status is Status.MATCHED]
    kept = [j for j in group if j in matched or not any(_begins_unlike(j, m) for m in matched)]
    kept = [j for j in kept if not any(is_vaguer(j, other) for other in kept)]
    saying = [j for j in kept if j.status not in (Status.DYNAMIC, Status.EXTERNAL)]
    if saying or group[0].call.urls[0].origin or not group[0].call.entries:
        return kept
    return [min(group, key=_unlikeliness)]


def _begins_unlike(judged: JudgedCall, other: JudgedCall) -> bool:
    """Whether a URL is the other with another beginning, of which not all is known."""
    if judged.url is None or other.url is None:
        return False
    pieces = list(judged.url.pieces)
    for own, same in zip(reversed(judged.url.pieces), reversed(other.url.pieces), strict=False):
        if (own.text, own.path, own.start) != (same.text, same.path, same.start):
            break
        pieces.pop()
    rest = judged.url.pieces[len(pieces) :]
    is_said = any(p.text is not None and any(map(str.isalpha, p.text)) for p in rest)
    return is_said and any(p.text is None for p in pieces)


def is_vaguer(judged: JudgedCall, other: JudgedCall) -> bool:
    """Whether a wrong request is another wrong one of the call, less known at its beginning."""
    return (
        judged.status in (Status.UNKNOWN, Status.WRONG_METHOD)
        and other.status is judged.status
        and (judged.url is not None and judged.url.based)
        and (other.url is not None and not other.url.based)
        and other.url.template.endswith(judged.url.template)
    )


def is_elsewhere(judged: JudgedCall, other: JudgedCall) -> bool:
    """Whether a request of another API is one of this API behind another base, in the same call."""
    if judged.url is None or other.url is None:
        return False
    if judged.reason != UNBASED and judged.status is not Status.EXTERNAL:
        return False
    if other.status in (Status.EXTERNAL, Status.DYNAMIC):
        return False
    ends = zip(reversed(judged.url.pieces), reversed(other.url.pieces), strict=False)
    same = takewhile(lambda pair: pair[0] == pair[1], ends)
    is_said = any(p.text is not None and any(map(str.isalpha, p.text)) for p, _ in same)
    return is_said and judged.method == other.method
