"""A backend's routes held against a contract, into the facts that rules about backends read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fixer.contract.django import Backend, Route
from fixer.contract.match import Found, Routes, split
from fixer.contract.model import Contract, Operation
from fixer.diagnostics import Span

_ANY_METHOD = ("GET", "POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True, slots=True)
class Missing:
    """An operation that no route serves; `path` and `span` are where its route belongs.

    `methods`: what the route at `served` answers instead. `slashed`: the route differs by the
    slash at its end. Both empty: there is no route.
    """

    operation: Operation
    path: Path
    span: Span
    served: str = ""
    methods: tuple[str, ...] = ()
    slashed: bool = False


@dataclass(frozen=True, slots=True)
class Extra:
    """A route below the contract's own paths that the contract doesn't know, and its place."""

    operation: Operation
    route: Route
    path: Path
    span: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a backend serves of a contract. `mount`: where the contract's paths begin in it."""

    contract: Contract
    missing: tuple[Missing, ...]
    extra: tuple[Extra, ...]
    mount: str = ""


def compare(backend: Backend, contract: Contract, mount: str | None = None) -> Comparison:
    """Holds them against each other.

    Without `mount` it is the contract's own base path, or that of the backend's leading paths
    (`/api`) below which most of the contract is served.
    """
    served = {(op.method, op.path): (op, route) for op, route in _served(backend)}
    operations = tuple(op for op, _ in served.values())
    routes = Routes(Contract(str(backend.directory), operations))
    mounts = [mount.rstrip("/")] if mount is not None else _mounts(contract, operations)
    answers = {one: _answers(routes, contract, one) for one in mounts}
    best = max(answers, key=lambda one: sum(map(_is_served, answers[one])))
    reached = {
        (op.method, op.path) for found in answers[best] for op in (*found.exact, *found.possible)
    }
    places = _Places(backend)
    missing = [
        places.missing(operation, found, best)
        for operation, found in zip(contract.operations, answers[best], strict=True)
        if not _is_served(found)
    ]
    firsts = {_segments(best + op.path)[0] for op in contract.operations}
    extra = [
        places.extra(op, route)
        for key, (op, route) in served.items()
        if key not in reached and route.methods is not None and _segments(op.path)[0] in firsts
        if not route.is_optional
    ]
    return Comparison(contract, tuple(missing), tuple(extra), best)


def _answers(routes: Routes, contract: Contract, mount: str) -> list[Found]:
    return [routes.find(op.method, split(mount + op.path)) for op in contract.operations]


def _is_served(found: Found) -> bool:
    return bool(found.exact or found.possible)


def _mounts(contract: Contract, served: Iterable[Operation]) -> list[str]:
    """Where the contract's paths may begin, the likeliest first."""
    found = dict.fromkeys(prefix.rstrip("/") for prefix in contract.prefixes or ("",))
    found[""] = None
    for operation in served:
        segments = _segments(operation.path)
        for count in (1, 2):
            if len(segments) > count and "{}" not in segments[:count]:
                found["/" + "/".join(segments[:count])] = None
    return list(found)


def _served(backend: Backend) -> Iterator[tuple[Operation, Route]]:
    """Each method of each route, as an operation; where two are alike, the first answers."""
    seen: set[tuple[str, str]] = set()
    for endpoint in sorted(backend.served, key=lambda it: it.route.is_optional):
        route = endpoint.route
        if route.is_format_suffix:
            continue
        for method in route.methods if route.methods is not None else _ANY_METHOD:
            if (method, route.path) not in seen:
                seen.add((method, route.path))
                operation = Operation(method, route.path, parameters=route.parameters)
                yield replace(operation, location=route.location), route


class _Places:
    """Finds where in a backend's source something is, or belongs."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend

    def missing(self, operation: Operation, found: Found, mount: str) -> Missing:
        near = found.other_methods or found.slash
        if near and near[0].location is not None:
            path = self._file(near[0].location.source)
            span = line_span(path, near[0].location.line)
            methods = tuple(sorted({op.method for op in found.other_methods}))
            return Missing(operation, path, span, near[0].path, methods, bool(found.slash))
        path = self._home(mount + operation.path)
        return Missing(operation, path, _urlpatterns(path))

    def extra(self, operation: Operation, route: Route) -> Extra:
        path = self._file(route.location.source)
        return Extra(operation, route, path, line_span(path, route.location.line))

    def _home(self, path: str) -> Path:
        """The URLconf that holds the routes most alike: those with the longest common beginning."""
        wanted = _segments(path)
        best, home = 0, self.backend.root
        for endpoint in self.backend.served:
            common = _common(wanted, _segments(endpoint.route.path))
            if common > best:
                best, home = common, self._file(endpoint.route.location.source)
        return home

    def _file(self, source: str) -> Path:
        return (self.backend.directory / source).resolve()


def _segments(path: str) -> list[str]:
    return ["{}" if "{" in segment else segment for segment in path.strip("/").split("/")]


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _urlpatterns(path: Path) -> Span:
    """The first `urlpatterns` in the file, else its first line."""
    at = _read(path).find(b"urlpatterns")
    return Span(at, at + len(b"urlpatterns")) if at >= 0 else line_span(path, 1)


def line_span(path: Path, line: int) -> Span:
    """The bytes of a line (1-based), without indent and line ending."""
    start = 0
    for number, text in enumerate(_read(path).splitlines(keepends=True), start=1):
        if number == line:
            indent = len(text) - len(text.lstrip())
            return Span(start + indent, start + indent + len(text.strip()))
        start += len(text)
    return Span(0, 0)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
