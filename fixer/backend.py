"""A backend's routes held against a contract: what isn't served, and what isn't promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fixer.contract.django import Backend, Route
from fixer.contract.match import Found, Routes, split
from fixer.contract.model import Contract, Location, Operation
from fixer.diagnostics import Diagnostic, Severity, Span
from fixer.rule import Rule

UNREGISTERED = Rule(id="unregistered-route", severity=Severity.ERROR)
UNDOCUMENTED = Rule(id="undocumented-route", severity=Severity.NOTE)
_ANY_METHOD = ("GET", "POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True, slots=True)
class Served:
    """One method of one route, as an operation, with the route it comes from."""

    operation: Operation
    route: Route


@dataclass(frozen=True, slots=True)
class Comparison:
    """`missing`: operations that no route serves, with what was found instead.

    `extra`: routes below the contract's own paths that it doesn't know.
    """

    missing: tuple[tuple[Operation, Found], ...]
    extra: tuple[Served, ...]


def compare(backend: Backend, contract: Contract, mount: str = "") -> Comparison:
    """Matches both; `mount` is where the contract's paths begin in the backend: `/api`."""
    served = list(_served(backend))
    routes = Routes(Contract(str(backend.directory), tuple(s.operation for s in served)))
    prefixes = [mount.rstrip("/")] if mount else [*contract.prefixes]
    missing: list[tuple[Operation, Found]] = []
    reached: set[tuple[str, str]] = set()
    for operation in contract.operations:
        tries = [_find(routes, operation, prefix) for prefix in prefixes]
        hits = [op for found in tries for op in (*found.exact, *found.possible)]
        reached.update((op.method, op.path) for op in hits)
        if not hits:
            missing.append((operation, tries[0]))
    promised = {_first(prefix + op.path) for op in contract.operations for prefix in prefixes}
    extra = [
        one
        for one in served
        if (one.operation.method, one.operation.path) not in reached
        and _first(one.operation.path) in promised
        and one.route.methods is not None
    ]
    return Comparison(tuple(missing), tuple(extra))


def diagnose(backend: Backend, contract: Contract, comparison: Comparison) -> Iterator[Diagnostic]:
    """The findings, each at the URLconf where it belongs."""
    for operation, found in comparison.missing:
        yield _unregistered(backend, operation, found)
    for served in comparison.extra:
        path = _file(backend, served.route.location)
        yield UNDOCUMENTED.at(
            path,
            _line(path, served.route.location.line),
            f"{served.operation} is served by {served.route.view} and the contract doesn't know it",
            help=f"Describe it in {contract.source}, or take the route away",
        )


def _served(backend: Backend) -> Iterator[Served]:
    seen: set[tuple[str, str]] = set()
    for endpoint in backend.endpoints:
        route = endpoint.route
        if route.is_format_suffix:
            continue
        for method in route.methods if route.methods is not None else _ANY_METHOD:
            if (method, route.path) not in seen:
                seen.add((method, route.path))
                operation = Operation(method, route.path, parameters=route.parameters)
                yield Served(replace(operation, location=route.location), route)


def _find(routes: Routes, operation: Operation, prefix: str) -> Found:
    return routes.find(operation.method, split(prefix + operation.path))


def _unregistered(backend: Backend, operation: Operation, found: Found) -> Diagnostic:
    said = f"{operation.location} says {operation}" if operation.location else str(operation)
    if found.other_methods:
        other = found.other_methods[0]
        methods = ", ".join(sorted({one.method for one in found.other_methods}))
        location = other.location or Location(str(backend.root), 1)
        path = _file(backend, location)
        message = f"{operation} is not served: {other.path} answers {methods}"
        help = f"{said}; answer {operation.method} in the view that is registered here"
        return UNREGISTERED.at(path, _line(path, location.line), message, help=help)
    if found.slash:
        other = found.slash[0]
        location = other.location or Location(str(backend.root), 1)
        path = _file(backend, location)
        message = f"{operation} is not served: the route is {other.path}"
        return UNREGISTERED.at(path, _line(path, location.line), message, help=said)
    path = _home(backend, operation)
    message = f"{operation} answers 404: no route is registered for it"
    help = f"{said}; register it here"
    return UNREGISTERED.at(path, _urlpatterns(path), message, help=help)


def _home(backend: Backend, operation: Operation) -> Path:
    """The URLconf that holds the routes most alike: those with the longest common beginning."""
    wanted = _segments(operation.path)
    best, home = 0, backend.root
    for endpoint in backend.endpoints:
        route = endpoint.route
        common = _common(wanted, _segments(route.path))
        if common > best:
            best, home = common, _file(backend, route.location)
    return home


def _segments(path: str) -> list[str]:
    return ["{}" if "{" in segment else segment for segment in path.strip("/").split("/")]


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _first(path: str) -> str:
    return _segments(path)[0]


def _file(backend: Backend, location: Location) -> Path:
    return (backend.directory / location.source).resolve()


def _urlpatterns(path: Path) -> Span:
    """The first `urlpatterns` in the file, else its first line."""
    text = _read(path)
    at = text.find(b"urlpatterns")
    return Span(at, at + len(b"urlpatterns")) if at >= 0 else _line(path, 1)


def _line(path: Path, line: int) -> Span:
    """The text of a line (1-based), without indent and line ending."""
    start = 0
    lines = _read(path).splitlines(keepends=True)
    for number, text in enumerate(lines, start=1):
        if number == line:
            bare = text.strip()
            indent = len(text) - len(text.lstrip())
            return Span(start + indent, start + indent + len(bare))
        start += len(text)
    return Span(0, 0)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
