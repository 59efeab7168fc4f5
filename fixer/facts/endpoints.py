"""Each request that the program can send, held against the contract's operations."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fixer.contract.match import Found, Routes, Segment, split
from fixer.contract.match import Hole as PathHole
from fixer.contract.model import Kind, Operation
from fixer.contract.wording import names_resource
from fixer.facts.formats import chooses_format, names_file
from fixer.facts.judged import JudgedCall, Status, each_once
from fixer.facts.likeliest import UNBASED, is_elsewhere, is_emptied, is_vaguer, likely, told
from fixer.facts.urlpaths import is_own, paths, segments
from fixer.program.call import Call, CallKind, Hole, Piece, Url

# What servers answer where they answer anything, though contracts rarely say so.
_IMPLIED = frozenset({"OPTIONS", "HEAD"})
_ELSEWHERE = "the contract has no path that begins like this"
_REWRITTEN = "the backend rewrites paths before it serves them"
_UNTOLD = "no segment that is known names an endpoint"
_UNENDED = "the end of the path isn't known"
_UNCOUNTED = "it can be more paths than are followed"


# What a call says of its URL: texts (None for holes) and where they are written.
Own = tuple[tuple[str | None, Path, int], ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """What requests ask the contract for."""

    routes: Routes

    def asked(self, url: Url, method: str) -> frozenset[Hashable] | None:
        """The operations that a request reaches for certain; None where it may reach one."""
        if _is_cut_off(url) or url.told is not None or url.glued is not None:
            return None
        found = [self.routes.find(method, path, based=url.based) for _, path in paths(url)]
        if all(one.exact for one in found):
            return frozenset(operation for one in found for operation in one.exact)
        return None if any(_is_reached(one) for one in found) else frozenset()

    def is_sole(self, url: Url, method: str) -> bool:
        """Whether no value of the path's holes makes it ask for another operation."""
        is_sole = self.routes.is_sole
        return not _is_cut_off(url) and all(
            is_sole(method, path, based=url.based) for _, path in paths(url)
        )

    def is_foreign(self, url: Url) -> bool:
        """Whether a path says what it asks for, and nothing is there, whatever its holes are."""
        if url.told is not None or url.glued is not None:
            return False
        return all(
            names_resource(path) and not self.routes.may_lead(path, based=url.based)
            for _, path in paths(url)
        )

    def is_named(self, url: Url) -> bool:
        """Whether something is written behind what only says where the API is."""
        return all(names_resource(path) for _, path in paths(url))


def judge(call: Call, routes: Routes) -> Iterator[JudgedCall]:
    """The verdicts on a call, one for each URL and method that it can have.

    URLs that differ only in what a wrapper around it puts before the call's own part are one
    request of which not all is known: what the contract has of them is what is sent.
    """
    if not call.urls:
        yield JudgedCall(call, None, None, Status.DYNAMIC, reason=call.reason or "not known")
        return
    groups: dict[tuple[Own, str | None], list[JudgedCall]] = {}
    for url in call.urls:
        own = own_part(call, url)
        for method in call.methods or (None,):
            judged = _likeliest(call, url, method, routes)
            if judged.status is Status.MATCHED or not is_emptied(url, call.urls):
                groups.setdefault((own, method), []).append(judged)
    said = [j for (own, _), g in groups.items() for j in (likely(g) if own else told(g))]
    found = [j for j in said if not any(is_elsewhere(j, o) or is_vaguer(j, o) for o in said)]
    if all(judged.status is Status.DYNAMIC for judged in found):
        found = found[:1]
    yield from each_once(found)


def _likeliest(call: Call, url: Url, method: str | None, routes: Routes) -> JudgedCall:
    """The verdict on a URL, or on what else it may be where the contract has that."""
    if url.chosen:
        judged = _likeliest(call, replace(url, chosen=False), method, routes)
        is_here = judged.status is Status.MATCHED
        status = Status.DYNAMIC if is_here else Status.EXTERNAL
        return JudgedCall(call, url, method, status, reason="an option says which API it is for")
    if url.told is not None:
        told = _likeliest(call, url.told, method, routes)
        if told.status is Status.MATCHED:
            return told
    judged = _judged(call, url, method, routes)
    if url.longer is not None:
        longer = _likeliest(call, url.longer, method, routes)
        return longer if _is_there(longer, judged) else judged
    if url.glued is None or judged.status is Status.MATCHED:
        return judged
    longer = _judged(call, _going_on(url, url.glued), method, routes)
    if longer.status is not Status.MATCHED:
        return judged
    if judged.found is not None and judged.found.slash:  # `/?page=2`, or `/7`
        return JudgedCall(call, url, method, Status.DYNAMIC, found=judged.found, reason=_UNENDED)
    return longer


def _is_there(longer: JudgedCall, judged: JudgedCall) -> bool:
    """Whether the contract has a URL's longer form, with all words that it has of the other."""
    if longer.status is not Status.MATCHED or longer.found is None or not longer.found.exact:
        return False
    if judged.status is not Status.MATCHED or judged.found is None:
        return True
    longest = [_words(split(operation.path)) for operation in longer.found.exact]
    reached = judged.found.exact or judged.found.possible
    return all(_words(split(o.path)) <= words for o in reached for words in longest)


def _going_on(url: Url, glued: Piece) -> Url:
    """The URL whose end is more of the path, which begins with a slash of its own."""
    slash = Piece("/", glued.path, glued.start, glued.start, exact=False)
    query = tuple(param for param in url.query if param.start != glued.start)
    return replace(url, pieces=(*url.pieces, slash, glued), query=query, glued=None)


def own_part(call: Call, url: Url) -> Own:
    """What is said of a URL outside of the innermost functions that the call enters.

    As many of them are left out as leave something said; nothing where none can be.
    """
    for count in range(len(call.entries), 0, -1):
        wrappers = [(entry.module.path, entry.function) for entry in call.entries[:count]]
        own = tuple(
            (piece.text, piece.path, piece.start)
            for piece in url.pieces
            if not any(
                path == piece.path and node.start_byte <= piece.start < node.end_byte
                for path, node in wrappers
            )
        )
        if any(text is not None and any(map(str.isalpha, text)) for text, _, _ in own):
            return own
    return ()


def _unasked(call: Call, url: Url, method: str | None, routes: Routes) -> JudgedCall | None:
    """What is said of a request of which the contract needn't be asked; None: it has to be."""
    if url.origin is not None and not is_own(url.origin, routes.hosts):
        return JudgedCall(call, url, method, Status.EXTERNAL, reason="another host")
    if all(p.text is None or not p.text.strip("/") for p in url.pieces) and url.pieces:
        reason = call.reason or "no part of the path is known"
        return JudgedCall(call, url, method, Status.DYNAMIC, reason=reason)
    if _is_cut_off(url):
        belongs = any(routes.belongs(path, based=url.based) for _, path in paths(url))
        status, reason = (Status.DYNAMIC, _UNCOUNTED) if belongs else (Status.EXTERNAL, _ELSEWHERE)
        return JudgedCall(call, url, method, status, reason=reason)
    return None


def _by_method(
    call: Call, url: Url, method: str | None, routes: Routes, *, wrong: Found, right: bool
) -> JudgedCall | None:
    """What the methods that a path takes decide; `right`: another alternative is served."""
    if wrong.other_methods and not any(map(_is_said, wrong.other_methods)):
        # `/{path}` takes the name of any file or page.
        return JudgedCall(call, url, method, Status.EXTERNAL, found=wrong, reason=_ELSEWHERE)
    if wrong.other_methods and not right and _says_only_base(url):
        return JudgedCall(call, url, method, Status.DYNAMIC, found=wrong, reason=_UNTOLD)
    if wrong.other_methods and not right and method in _IMPLIED:
        reason = f"the contract says nothing of {method}"
        return JudgedCall(call, url, method, Status.DYNAMIC, found=wrong, reason=reason)
    is_wrong = wrong.other_methods or wrong.slash
    if is_wrong and not right and _ends_elsewhere(method, url, routes):
        return JudgedCall(call, url, method, Status.DYNAMIC, found=wrong, reason=UNBASED)
    if wrong.other_methods and not right:
        meant = named(call, wrong.other_methods)
        return JudgedCall(call, url, method, Status.WRONG_METHOD, meant, wrong)
    return None


def _judged(call: Call, url: Url, method: str | None, routes: Routes) -> JudgedCall:
    if unasked := _unasked(call, url, method, routes):
        return unasked
    asked = None if call.kind is CallKind.TEXT else method  # a text may be for any request
    answers = [(v, routes.find(asked, s, based=url.based)) for v, s in paths(url)]
    is_sure = not routes.are_rewritten or all(found.exact for _, found in answers)
    if not is_sure and any(routes.belongs(path, based=url.based) for _, path in paths(url)):
        return JudgedCall(call, url, method, Status.DYNAMIC, reason=_REWRITTEN)
    if all(
        _is_guess(path, found) for (_, path), (_, found) in zip(paths(url), answers, strict=True)
    ):
        return JudgedCall(call, url, method, Status.DYNAMIC, reason=_UNTOLD)
    failing = [v for v, found in answers if not _is_reached(found)]
    right = [found for _, found in answers if _is_reached(found)]
    may_be_page = call.kind is not CallKind.CALL and not _is_surely_api(url, routes)
    is_meant = not may_be_page or (any(map(_is_named, right)) and not _shows_data(call, url, right))
    if right and not failing and is_meant:
        return JudgedCall(call, url, method, Status.MATCHED, _meant(right[0]), right[0])
    if may_be_page:
        reason = "it may be a page of the frontend"
        return JudgedCall(call, url, method, Status.EXTERNAL, reason=reason)
    wrong = next(found for _, found in answers if not _is_reached(found))
    if decided := _by_method(call, url, method, routes, wrong=wrong, right=bool(right)):
        return decided
    is_near = bool(right or wrong.slash or wrong.legacy)
    if left := _left_alone(url, method, routes, right=bool(right), wrong=wrong):
        return JudgedCall(call, url, method, left[0], found=wrong, reason=left[1])
    if not is_near and (single := _without_doubled_slash(call, url, method, routes)):
        return single
    if not is_near and _says_only_base(url):
        return JudgedCall(call, url, method, Status.DYNAMIC, found=wrong, reason=_UNTOLD)
    if right and all(is_told_apart(call, value) for value in failing):
        reason = f"the code tells {', '.join(failing)} from the others"
        return JudgedCall(call, url, method, Status.DYNAMIC, found=wrong, reason=reason)
    reached = wrong.slash or wrong.legacy or (right[0].exact if right else ())
    values = tuple(v for v in failing if v) if right else ()
    near = reached[0] if len(reached) == 1 or (right and reached) else None
    return JudgedCall(call, url, method, Status.UNKNOWN, near, wrong, values)


def _left_alone(
    url: Url, method: str | None, routes: Routes, *, right: bool, wrong: Found
) -> tuple[Status, str] | None:
    """What a path that isn't reached may be all the same, and why."""
    is_near = bool(right or wrong.slash or wrong.legacy)
    if not right and not wrong.legacy and _may_go_on(url, method, routes):
        return Status.DYNAMIC, _UNENDED
    if not is_near and not any(routes.belongs(path, based=url.based) for _, path in paths(url)):
        return Status.EXTERNAL, _ELSEWHERE
    if not is_near and (opened := next(filter(None, _open(url, routes)), None)):
        return Status.DYNAMIC, f"the contract doesn't know all that is served below {opened}"
    if not is_near and names_file(url):
        return Status.DYNAMIC, "it may be a file"
    if not is_near and all(chooses_format(method, p, url, routes) for _, p in paths(url)):
        return Status.DYNAMIC, "what it ends with may choose the format of the answer"
    return None


def _ends_elsewhere(method: str | None, url: Url, routes: Routes) -> bool:
    """Whether another base than those that say where an API is would make a path right.

    `${base}${id}/members` where the contract has `/teams/{id}/members`.
    """
    return any(
        not isinstance(path[0], str) and routes.may_end_so(method, path) for _, path in paths(url)
    )


def _is_cut_off(url: Url) -> bool:
    return any(piece.text is None and piece.hole is Hole.SEVERAL for piece in url.pieces)


def _open(url: Url, routes: Routes) -> Iterator[str | None]:
    return (routes.open_at(path, based=url.based) for _, path in paths(url))


def is_told_apart(call: Call, value: str) -> bool:
    """Whether the file compares something with a value, and so may not ask for it."""
    comparison = rb"""(?:[!=]==?|case)\s*["'`]%s["'`]""" % re.escape(value.encode())
    return re.search(comparison, call.module.data) is not None


def _is_reached(found: Found) -> bool:
    return bool(found.exact or found.possible)


def _is_said(operation: Operation) -> bool:
    return any(isinstance(s, str) and s for s in split(operation.path))


def _is_named(found: Found) -> bool:
    """Whether a path that is reached has a written segment: `/{name}` takes any page's."""
    reached = found.exact or found.possible
    return any(map(_is_said, reached))


def _shows_data(call: Call, url: Url, right: Iterable[Found]) -> bool:
    """Whether a link behind an unknown base would show a person an object: a page is meant."""
    if call.kind not in (CallKind.LINK, CallKind.NAVIGATION) or not url.based:
        return False
    reached = [op for found in right for op in found.exact or found.possible]
    shapes = [op.response for op in reached]
    return all(s is not None and s.kind in (Kind.OBJECT, Kind.ARRAY) for s in shapes)


def _meant(found: Found) -> Operation | None:
    """The operation that a request reaches; None: it can be several."""
    if found.exact:
        read = next((op for op in found.exact if op.method == "GET"), found.exact[0])
        return read if len({op.path for op in found.exact}) == 1 else None
    return found.possible[0] if len(found.possible) == 1 else None


def _is_guess(path: tuple[Segment, ...], found: Found) -> bool:
    """Whether the contract's paths fit only because parts of the request's aren't known.

    `/{}/views` is not `/comments/{id}`: no text of the one stands in the other. Nor is
    `/rows/{}/state` `/rows/done/{id}`, where each takes what is written in the other.
    """
    if found.possible and not found.exact and all(_is_crossed(path, o) for o in found.possible):
        return True
    reached = found.exact or found.possible or found.other_methods
    known = _words(path)
    return bool(known and reached) and not any(
        known & (named := _words(split(operation.path))) or not named for operation in reached
    )


def _is_crossed(path: Sequence[Segment], operation: Operation) -> bool:
    """Whether a hole would have to be a written segment, and a written one what a hole takes.

    A version, `/api/{}/rows/me`, and a number, `/rows/{}/7`, may well be so.
    """
    own = split(operation.path)
    ends = [parts[:-1] if parts[-1] == "" else parts for parts in (tuple(path), own)]
    pairs = list(zip(*map(reversed, ends), strict=False))
    is_filled = any(isinstance(a, PathHole) and names_resource((b,)) for a, b in pairs)
    return is_filled and any(
        isinstance(a, str) and not a.isdigit() and not isinstance(b, str) for a, b in pairs
    )


def _words(path: Iterable[Segment]) -> set[str]:
    return {segment.lower() for segment in path if isinstance(segment, str) and segment}


def _says_only_base(url: Url) -> bool:
    """Whether all that is written of a path says where the API is, as `/api/${path}`."""
    if all(piece.text is not None for piece in url.pieces):
        return False
    return not any(
        names_resource((part,))
        for _, path in paths(url)
        for segment in path
        for part in (segment if isinstance(segment, tuple) else (segment,))
    )


def _is_surely_api(url: Url, routes: Routes) -> bool:
    """Whether no page of the frontend can be at this URL."""
    if url.origin is not None:
        return True
    return any(routes.is_below_base(path) for _, path in paths(url))


def _may_go_on(url: Url, method: str | None, routes: Routes) -> bool:
    """Whether an unknown end may be more than one segment, or a query.

    `/v1/${path}` says nothing while paths begin with `/v1/`; `/v1/team/${id}` is a member of the
    team where the contract has `/v1/team/{id}/`, and no list of its invoices.
    """
    last = url.pieces[-1]
    if last.text is not None or last.values or last.hole is Hole.NUMBER:
        return False
    path = segments(url.pieces)
    if isinstance(path[-1], tuple) and isinstance(path[-1][0], str):
        # `/api${path}`: what is unknown may begin with a slash.
        return routes.continues((*path[:-1], path[-1][0]), based=url.based)
    if not isinstance(path[-1], PathHole):
        return False
    if routes.find(method, (*path, ""), based=url.based).exact:
        return False
    if routes.find(method, (*path[:-1], ""), based=url.based).exact:
        return True
    is_segment = bool(routes.find(None, (*path, ""), based=url.based).exact)
    return not is_segment and routes.continues(path[:-1], based=url.based)


def _without_doubled_slash(
    call: Call, url: Url, method: str | None, routes: Routes
) -> JudgedCall | None:
    """The verdict where only a doubled slash is wrong."""
    if "//" not in url.template:
        return None
    path = segments(url.pieces)
    single = (*(segment for segment in path[:-1] if segment != ""), path[-1])
    found = routes.find(method, single, based=url.based)
    if not _is_reached(found):
        return None
    meant = next(iter(found.exact or found.possible))
    found = replace(found, exact=(), possible=())
    return JudgedCall(call, url, method, Status.UNKNOWN, meant, found)


def named(call: Call, operations: Iterable[Operation]) -> Operation | None:
    """The one of `operations` whose client function the call stands in."""
    function = (call.function or "").rpartition(".")[2]
    return next((op for op in operations if function and op.function == function), None)
