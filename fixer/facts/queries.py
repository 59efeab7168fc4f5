"""Judged calls become the query parameters that their operations don't take."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from fixer.contract.model import In, Operation
from fixer.diagnostics import Applicability, Edit, Fix, Span
from fixer.facts.judged import JudgedCall, Status
from fixer.program.call import CallKind, QueryParam
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import text

# What list endpoints take by convention, though a reference document rarely says it.
_USUAL = frozenset(
    {"page", "page_size", "pageSize", "limit", "offset", "cursor", "per_page", "perPage", "size"}
    | {"ordering", "order", "order_by", "sort", "search", "q", "query", "format", "fields", "lang"}
)
# What keeps caches from answering: no backend reads it.
_BUSTERS = frozenset(
    {"_", "_t", "t", "ts", "timestamp", "v", "cache", "nocache", "no_cache", "rand", "random"}
    | {"cachebust", "cacheBust", "cache_bust", "cachebuster", "cacheBuster", "cb"}
)
# A page of the frontend may be there as well, with parameters of its own.
_PAGES = frozenset({CallKind.LINK, CallKind.NAVIGATION})
_ALIKE = 0.6
# Where the contract does not list all that is taken.
_SURELY_ALIKE = 0.8
_LOOKUP = "__"  # Django filters: `id__in`


@dataclass(frozen=True, slots=True)
class UnknownParam:
    """A parameter that a request sends and its operation doesn't take.

    `wanted`: the one that is meant, if one stands out. `span` is in the file of the call; `fix`
    edits where the name is written, in whatever file, and is one for all requests that send it.
    """

    judged: JudgedCall
    operation: Operation
    name: str
    span: Span
    wanted: str | None
    fix: Fix | None


def unknown_params(
    calls: Iterable[JudgedCall], program: Program
) -> Mapping[Path, tuple[UnknownParam, ...]]:
    """The unknown query parameters of all calls by the calls' files, each place once.

    A name that another request sends rightly, or that would have to be another for another one,
    is reported, but stays as it is.
    """
    calls = tuple(calls)
    taken = _taken(calls)
    found: dict[tuple[Path, QueryParam, str], UnknownParam] = {}
    right: set[QueryParam] = set()
    meant: dict[QueryParam, set[str | None]] = {}
    for judged in calls:
        asked = _asked(judged, taken[judged.call.node.id])
        if asked is None or judged.url is None:
            continue
        for param in judged.url.query:
            if param.name is None or {_base(param.name), param.name} & asked.elsewhere:
                right.add(param)
                continue
            module = program.module(param.path)
            wanted = _wanted(param, asked, module)
            meant.setdefault(param, set()).add(wanted)
            is_buster = judged.method == "GET" and param.name in _BUSTERS
            if wanted is not None or (asked.is_closed and not is_buster):
                one = _unknown(judged, asked.operation, param, wanted, module)
                key = (judged.call.module.path, param, str(asked.operation))
                found.setdefault(key, one)
    by_file: dict[Path, list[UnknownParam]] = {}
    for (path, param, _), unknown in found.items():
        is_sure = param not in right and len(meant[param]) == 1
        by_file.setdefault(path, []).append(unknown if is_sure else replace(unknown, fix=None))
    return {path: tuple(unknowns) for path, unknowns in by_file.items()}


@dataclass(frozen=True, slots=True)
class _Asked:
    """The query of a request: what its operations list and require, and what is sent.

    `elsewhere`: what any operation takes that the call's URLs reach. `is_closed`: the contract
    lists all there are.
    """

    operation: Operation
    listed: frozenset[str]
    required: frozenset[str]
    sent: frozenset[str]
    elsewhere: frozenset[str]
    is_closed: bool


def _asked(judged: JudgedCall, taken: Collection[str]) -> _Asked | None:
    """None where the contract says nothing of a request's query."""
    operations = _reached(judged)
    if judged.status is not Status.MATCHED or judged.url is None or not operations:
        return None
    is_closed = all(operation.query_closed for operation in operations)
    queries = [p for o in operations for p in o.parameters if p.where is In.QUERY]
    listed = frozenset(p.name for p in queries)
    if (not listed and not is_closed) or judged.call.kind in _PAGES:
        return None
    elsewhere = frozenset(taken)
    sent = frozenset(p.name for p in judged.url.query if p.name is not None)
    if all(operation.any_case for operation in operations):
        elsewhere = elsewhere | _in_any_case(listed, sent)
        sent = sent - elsewhere | _in_any_case(sent, listed)
    required = frozenset(p.name for p in queries if p.required)
    return _Asked(operations[0], listed, required, sent, elsewhere, is_closed)


def _in_any_case(known: Collection[str], names: Collection[str]) -> frozenset[str]:
    """Those of `names` that are known, in whatever case they are spelled."""
    lowered = {name.lower() for name in known}
    return frozenset(name for name in names if name.lower() in lowered)


def _taken(calls: Iterable[JudgedCall]) -> Mapping[int, set[str]]:
    """What the operations take that the URLs of one call reach, by the call's node.

    `useSWR(() => text ? ['items/search', { text }] : ['items'])`: which goes with which isn't told.
    A list's `tags[]` and an object's `filter[name]` are written as `tags` and `filter`.
    """
    found: dict[int, set[str]] = {}
    for judged in calls:
        names = {p.name for o in _reached(judged) for p in o.parameters if p.where is In.QUERY}
        found.setdefault(judged.call.node.id, set()).update(names, map(_base, names))
    return found


def _reached(judged: JudgedCall) -> tuple[Operation, ...]:
    """The operations that a request reaches for certain."""
    return judged.found.exact if judged.found is not None else ()


def _base(name: str) -> str:
    """`tags[]` and `tags[0]` are how arrays are sent."""
    return name.split("[", 1)[0]


def _wanted(param: QueryParam, asked: _Asked, module: Module) -> str | None:
    """The parameter that is meant: alike by name, or named as the value, or the only one needed."""
    name = param.name or ""
    if name in _USUAL or _LOOKUP in name:
        return None
    missing = asked.listed - asked.sent - _USUAL
    enough = _ALIKE if asked.is_closed else _SURELY_ALIKE
    value = _value_name(param, module)
    if value in missing:
        return value
    alike = sorted(((_alike(name, m), m) for m in missing), reverse=True)
    if alike and alike[0][0] >= enough and (len(alike) == 1 or alike[0][0] > alike[1][0]):
        return alike[0][1]
    needed = asked.required - asked.sent
    strangers = asked.sent - asked.listed if asked.is_closed else frozenset()
    if len(needed) == 1 and strangers - _USUAL == {name}:
        return next(iter(needed))
    return None


def _alike(one: str, other: str) -> float:
    first, second = (n.replace("_", "").lower() for n in (one, other))
    return SequenceMatcher(None, first, second).ratio()


def _value_name(param: QueryParam, module: Module) -> str | None:
    """The variable whose value is sent: `days` in `?period=${days}`."""
    if param.path != module.path:
        return None
    behind = module.data[param.end : param.end + 3]
    if behind != b"=${":
        return None
    node = module.root.descendant_for_byte_range(param.end + 3, param.end + 4)
    return text(node) if node is not None and node.type == "identifier" else None


def _unknown(
    judged: JudgedCall, operation: Operation, param: QueryParam, wanted: str | None, module: Module
) -> UnknownParam:
    """`module` is where the parameter is written."""
    inside = param.path == judged.call.module.path
    node = judged.call.node
    span = Span(param.start, param.end) if inside else Span(node.start_byte, node.end_byte)
    fix = None
    if wanted is not None and _is_plain(param, module):
        edit = Edit(param.path, param.start, param.end, _written(param, wanted, module))
        group = f"query {param.path}:{param.start}"
        fix = Fix(f"Send `{wanted}`", (edit,), Applicability.UNSAFE, group=group)
    return UnknownParam(judged, operation, param.name or "", span, wanted, fix)


def _is_plain(param: QueryParam, module: Module) -> bool:
    return module.data[param.start : param.end] == (param.name or "").encode()


def _written(param: QueryParam, wanted: str, module: Module) -> str:
    """The new name; a shorthand property keeps its variable."""
    node = module.root.descendant_for_byte_range(param.start, param.end)
    is_shorthand = node is not None and node.type == "shorthand_property_identifier"
    return f"{wanted}: {param.name}" if is_shorthand else wanted
