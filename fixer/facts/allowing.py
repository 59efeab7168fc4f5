"""Verdicts on requests that the contract doesn't have, where they may be right all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from fixer.contract.wording import has_words, names_resource
from fixer.facts.endpoints import is_told_apart
from fixer.facts.judged import JudgedCall, Status
from fixer.facts.urlpaths import segments
from fixer.program.call import CallKind
from fixer.program.servers import Served

_REFUTED = frozenset({Status.UNKNOWN, Status.WRONG_METHOD})


def passed_on(
    judged: JudgedCall, served: Callable[[], Served], answers_itself: Callable[[Path], bool]
) -> JudgedCall:
    """The verdict, unless the frontend itself serves the path: what it asks for then is its own.

    A base that isn't known may be the frontend's own where it serves this very path. What the
    contract has, too, is believed to be passed on by a file that doesn't answer itself.
    """
    is_refuted = judged.status in _REFUTED
    if judged.url is None or judged.url.origin or not (is_refuted or judged.operation):
        return judged
    if not is_refuted and (judged.url.based or not judged.url.pieces):
        return judged
    path = segments(judged.url.pieces)
    known = [part if isinstance(part, str) else None for part in path]
    file = served().file(known, exactly=judged.url.based or not is_refuted)
    if file is None or not (is_refuted or answers_itself(file)):
        return judged
    meant = judged.operation if judged.found is not None and judged.found.slash else None
    if meant is not None and (not has_words(meant, path) or answers_itself(file)):
        meant = None
    reason = f"{file} answers it, and may pass it on"
    return replace(judged, status=Status.DYNAMIC, operation=meant, reason=reason)


def doubted(verdicts: Iterable[JudgedCall]) -> Iterator[JudgedCall]:
    """The verdicts on one call, with those that say too much of it left unverified."""
    found = tuple(verdicts)
    right = [judged for judged in found if judged.status is Status.MATCHED]
    matched = {judged.method for judged in right}
    for judged in found:
        reason = None
        if judged.status is Status.UNKNOWN and _is_socket(judged):
            reason = "contracts rarely say where a socket is answered"
        elif judged.status in _REFUTED and judged.method in matched and _is_composed(judged):
            reason = "what is written elsewhere decides about it, and may never choose this path"
        elif judged.status in _REFUTED and (value := _told_apart(judged, right)):
            reason = f"the code tells {value} from the others"
        if reason is not None:
            judged = replace(judged, status=Status.DYNAMIC, operation=None, reason=reason)
        yield judged


def _told_apart(judged: JudgedCall, right: Iterable[JudgedCall]) -> str | None:
    """What is written only in this URL, where the file compares something with just that.

    `/items/${ACTIONS[kind]}/`, of which one is no request of the contract, and `kind === 'add'`.
    """
    if _is_near(judged):
        return None
    others = {text for other in right if other.method == judged.method for text in _texts(other)}
    own = _texts(judged) - others if others else frozenset()
    return next(iter(own)) if len(own) == 1 and is_told_apart(judged.call, *own) else None


def _texts(judged: JudgedCall) -> frozenset[str]:
    """The texts of a URL's pieces, without what may stand around a segment."""
    pieces = judged.url.pieces if judged.url is not None else ()
    return frozenset(text for p in pieces if (text := (p.text or "").strip("/")))


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
