"""Judged calls become findings about routes: what is wrong, where it stands, and the fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.contract.match import Routes
from fixer.contract.model import Operation
from fixer.diagnostics import Applicability, Edit, Fix, Span
from fixer.facts.endpoints import JudgedCall, Status, named
from fixer.facts.reroutes import path_edits
from fixer.program.call import Piece
from fixer.program.clients import Clients
from fixer.program.program import Program
from fixer.program.sending import callee


class Fault(Enum):
    """What is wrong with a route."""

    PATH = "path"
    SLASH = "slash"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class Refuted:
    """A request that the contract doesn't have. `target`: the operation that is meant, if known.

    `nearest`: what it may be otherwise, best first. `span` is in the file of the call.
    """

    judged: JudgedCall
    fault: Fault
    span: Span
    target: Operation | None
    nearest: tuple[Operation, ...] = ()
    fix: Fix | None = None


Place = tuple[Path, int]


class Refutations:
    """All refuted calls of a frontend; their fixes agree with every call that shares a piece."""

    def __init__(
        self,
        program: Program,
        routes: Routes,
        clients: Clients,
        calls: Iterable[JudgedCall],
    ) -> None:
        self._program = program
        self._routes = routes
        self._clients = clients
        self._calls = tuple(calls)

    def of(self, path: Path) -> tuple[Refuted, ...]:
        """The refuted calls that stand in a file, in source order."""
        return self._by_file.get(path, ())

    @cached_property
    def _by_file(self) -> Mapping[Path, tuple[Refuted, ...]]:
        found: dict[Path, list[Refuted]] = {}
        for judged in self._refuted:
            one = self._finding(judged)
            found.setdefault(judged.call.module.path, []).append(one)
        return {p: tuple(sorted(r, key=lambda r: r.span)) for p, r in found.items()}

    @cached_property
    def _refuted(self) -> tuple[JudgedCall, ...]:
        wrong = (Status.UNKNOWN, Status.WRONG_METHOD)
        return tuple(j for j in self._calls if j.status in wrong and not self._is_shadow(j))

    @cached_property
    def _right_pieces(self) -> Mapping[int, frozenset[Place]]:
        """The written pieces of each call's URLs that the contract has."""
        found: dict[int, set[Place]] = {}
        for judged in self._calls:
            if judged.status is Status.MATCHED and judged.url is not None:
                found.setdefault(id(judged.call), set()).update(_places(judged.url.pieces))
        return {call: frozenset(places) for call, places in found.items()}

    def _is_shadow(self, judged: JudgedCall) -> bool:
        """Whether it is a right URL of the same call with a part left out, which may never be."""
        right = self._right_pieces.get(id(judged.call))
        if right is None or judged.url is None or judged.failing:
            return False
        return frozenset(_places(judged.url.pieces)) <= right

    @cached_property
    def _sharing(self) -> Mapping[Path, tuple[JudgedCall, ...]]:
        """The calls whose URLs have a piece in a file."""
        found: dict[Path, list[JudgedCall]] = {}
        for judged in self._calls:
            places = _places(judged.url.pieces) if judged.url is not None else ()
            for path in {path for path, _ in places}:
                found.setdefault(path, []).append(judged)
        return {path: tuple(calls) for path, calls in found.items()}

    @cached_property
    def _edits(self) -> Mapping[int, tuple[Edit, ...]]:
        """The edits that each refuted call wants, by the identity of the judged call."""
        return {id(j): tuple(self._wanted(j)) for j in self._refuted}

    def _wanted(self, judged: JudgedCall) -> list[Edit]:
        target = self._target(judged)
        if target is None or judged.url is None or judged.failing:
            return []
        if judged.status is Status.WRONG_METHOD:
            edit = self._method_edit(judged, target)
            return [edit] if edit is not None else []
        prefix = judged.found.prefix if judged.found is not None else ""
        return path_edits(self._program, self._routes, judged.url, target, prefix) or []

    def _target(self, judged: JudgedCall) -> Operation | None:
        found = judged.found
        if found is None:
            return None
        if judged.status is Status.WRONG_METHOD:
            return judged.operation or _only(found.other_methods)
        if found.slash or found.legacy:
            options = found.slash or found.legacy
            return judged.operation or named(judged.call, options) or options[0]
        return named(judged.call, self._routes.operations) or found.plausible

    def _finding(self, judged: JudgedCall) -> Refuted:
        found = judged.found
        target = self._target(judged)
        fault = Fault.PATH
        nearest: tuple[Operation, ...] = ()
        if judged.status is Status.WRONG_METHOD:
            fault = Fault.METHOD
            nearest = found.other_methods if found is not None else ()
        elif found is not None and found.slash and not judged.failing:
            fault = Fault.SLASH
        elif found is not None:
            nearest = tuple(c.operation for c in found.nearest[:3])
        edits = self._edits[id(judged)]
        fix = self._fix(judged, fault, target, edits) if edits and target is not None else None
        return Refuted(judged, fault, _span(judged), target, nearest, fix)

    def _fix(
        self, judged: JudgedCall, fault: Fault, target: Operation, edits: tuple[Edit, ...]
    ) -> Fix | None:
        if not all(self._agreed(edit) for edit in edits):
            return None
        legacy = judged.found is not None and bool(judged.found.legacy)
        certain = fault is not Fault.PATH or legacy
        level = Applicability.SAFE if certain else Applicability.UNSAFE
        message = f"Send {target}" if fault is not Fault.METHOD else f"Use {target.method}"
        return Fix(message, edits, level)

    def _agreed(self, edit: Edit) -> bool:
        """Whether every call whose URL has the edited bytes in it wants this very edit."""
        return all(
            edit in self._edits.get(id(judged), ())
            for judged in self._sharing.get(edit.path, ())
            if _touches(judged, edit)
        )

    def _method_edit(self, judged: JudgedCall, target: Operation) -> Edit | None:
        call = judged.call
        if call.method_span is not None:
            path, start, end = call.method_span
            old = self._program.module(path).data[start:end].decode("utf-8", "replace")
            new = target.method.lower() if old.islower() else target.method
            return Edit(path, start, end, new) if len(call.methods) == 1 else None
        return self._verb_edit(judged, target)

    def _verb_edit(self, judged: JudgedCall, target: Operation) -> Edit | None:
        """`axios.put(url, body)` becomes `axios.patch(url, body)`: the same arguments."""
        call = judged.call
        node = callee(call.sink) if call.sink is not None else None
        name = node.child_by_field_name("property") if node is not None else None
        client = self._clients.named(call.client)
        if name is None or client is None or call.sink_module is None or call.sink != call.node:
            return None
        old = (name.text or b"").decode()
        new = old.lower().replace((judged.method or "").lower(), target.method.lower())
        new = new.upper() if old.isupper() else new
        send = client.send(old)
        if send is None or new not in send.names or client.implied(old) != judged.method:
            return None
        return Edit(call.sink_module.path, name.start_byte, name.end_byte, new)


def _only(operations: tuple[Operation, ...]) -> Operation | None:
    return operations[0] if len(operations) == 1 else None


def _places(pieces: Iterable[Piece]) -> Iterator[Place]:
    for piece in pieces:
        if piece.text is not None and piece.text.strip("/"):
            yield piece.path, piece.start


def _touches(judged: JudgedCall, edit: Edit) -> bool:
    pieces = judged.url.pieces if judged.url is not None else ()
    return any(
        p.text is not None
        and p.exact
        and p.path == edit.path
        and p.start <= edit.start
        and edit.end <= p.end
        for p in pieces
    )


def _span(judged: JudgedCall) -> Span:
    """Where the URL is written in the call, else what is called."""
    call = judged.call
    node = call.node
    if judged.status is Status.WRONG_METHOD and call.method_span is not None:
        path, start, end = call.method_span
        if path == call.module.path and node.start_byte <= start and end <= node.end_byte:
            return Span(start, end)
    inside = [
        p
        for p in (judged.url.pieces if judged.url is not None else ())
        if p.text is not None
        and p.path == call.module.path
        and p.exact
        and node.start_byte <= p.start
        and p.end <= node.end_byte
    ]
    if inside:
        return Span(min(p.start for p in inside), max(p.end for p in inside))
    return _callee_span(node)


def _callee_span(node: Node) -> Span:
    target = callee(node)
    if target is None:
        return Span(node.start_byte, node.end_byte)
    name = target.child_by_field_name("property") or target
    return Span(name.start_byte, name.end_byte)
