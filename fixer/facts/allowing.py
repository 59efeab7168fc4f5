"""Verdicts on requests that the contract doesn't have, where they may be right all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from fixer.contract.match import names_resource
from fixer.facts.endpoints import JudgedCall, Status, segments
from fixer.program.call import CallKind
from fixer.program.servers import Served

_REFUTED = frozenset({Status.UNKNOWN, Status.WRONG_METHOD})


def passed_on(judged: JudgedCall, served: Callable[[], Served]) -> JudgedCall:
    """The verdict, unless the frontend itself serves the path: what it asks for then is its own.

    A base that isn't known may be the frontend's own where it serves this very path. `served` is
    asked only about what the contract doesn't have.
    """
    if judged.status not in _REFUTED or judged.url is None or judged.url.origin:
        return judged
    path = segments(judged.url.pieces)
    known = [part if isinstance(part, str) else None for part in path]
    file = served().file(known, exactly=judged.url.based)
    if file is None:
        return judged
    reason = f"{file} answers it, and may pass it on"
    is_near = judged.found is not None and judged.found.slash
    meant = judged.operation if is_near else None
    return replace(judged, status=Status.DYNAMIC, operation=meant, reason=reason)


def doubted(verdicts: Iterable[JudgedCall]) -> Iterator[JudgedCall]:
    """The verdicts on one call, with those that say too much of it left unverified."""
    found = tuple(verdicts)
    matched = {judged.method for judged in found if judged.status is Status.MATCHED}
    for judged in found:
        reason = None
        if judged.status is Status.UNKNOWN and _is_socket(judged):
            reason = "contracts rarely say where a socket is answered"
        elif judged.status in _REFUTED and judged.method in matched and _is_composed(judged):
            reason = "what is written elsewhere decides about it, and may never choose this path"
        if reason is not None:
            judged = replace(judged, status=Status.DYNAMIC, operation=None, reason=reason)
        yield judged


def _is_socket(judged: JudgedCall) -> bool:
    return judged.call.kind is CallKind.SOCKET and not _is_near(judged)


def _is_near(judged: JudgedCall) -> bool:
    return judged.found is not None and bool(judged.found.slash or judged.found.legacy)


def _is_composed(judged: JudgedCall) -> bool:
    """Whether another file says a part of what the path asks for.

    A wrapper that asks below a parent, where there is one, serves callers of both kinds.
    """
    if judged.url is None or judged.failing or _is_near(judged):
        return False
    naming = (
        piece
        for piece in judged.url.pieces
        if piece.text and names_resource([part for part in piece.text.split("/") if part])
    )
    return any(piece.path != judged.call.module.path for piece in naming)
