"""Judged calls become findings about routes: what is wrong, where it is written, and the fix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.contract.match import Routes
from fixer.contract.model import Operation
from fixer.diagnostics import Applicability, Edit, Fix, Span
from fixer.facts.endpoints import named
from fixer.facts.judged import JudgedCall, Status
from fixer.facts.onway import is_compared
from fixer.facts.reroutes import path_edits, slash_edit
from fixer.facts.shadows import Shadows
from fixer.facts.sharing import Sharing
from fixer.program.call import Call, Piece
from fixer.program.clients import Clients
from fixer.program.program import Program
from fixer.program.sending import callee

# Methods that carry a body: one is sent in place of another by mistake.
_WRITING = frozenset({"POST", "PUT", "PATCH"})


class Fault(Enum):
    """What is wrong with a route."""

    PATH = "path"
    SLASH = "slash"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class Refuted:
    """A request that the contract doesn't have, or several that one wrong piece makes.

    `judged`: the requests, the first in the program first. `span` of `path`: the wrong piece,
    where it is written. `target`: the operation that is meant, if known. `options`: what it may
    be otherwise, best first. `reachable`: something uses one of the functions that send it.
    """

    judged: tuple[JudgedCall, ...]
    fault: Fault
    path: Path
    span: Span
    target: Operation | None
    options: tuple[Operation, ...] = ()
    fix: Fix | None = None
    reachable: bool = True

    @property
    def first(self) -> JudgedCall:
        return self.judged[0]

    @property
    def request(self) -> str:
        """The first request, in words."""
        method = self.first.method or "/".join(self.first.call.methods) or "a request for"
        path = self.first.url.template if self.first.url is not None else ""
        return f"{method} {path}"

    @property
    def remark(self) -> str:
        """How many requests it is about, if several; that nothing sends it."""
        several = f" ({len(self.judged)} requests)" if len(self.judged) > 1 else ""
        function = self.first.call.function
        inside = f", in {function}(), which nothing calls" if function else ", which nothing calls"
        return several + ("" if self.reachable else inside)


class Refutations:
    """All refuted calls of a frontend; their fixes agree with every call that shares a piece.

    `is_checked`: whether a finding can stand in a file. One about a piece that is written where
    none can stands at the call. `is_used`: whether anything uses the function around a call.
    """

    def __init__(
        self,
        program: Program,
        routes: Routes,
        clients: Clients,
        calls: Iterable[JudgedCall],
        is_checked: Callable[[Path], bool],
        is_used: Callable[[Call], bool],
    ) -> None:
        self._program = program
        self._routes = routes
        self._clients = clients
        self._calls = tuple(calls)
        self._is_checked = is_checked
        self._is_used = is_used

    def of(self, path: Path) -> tuple[Refuted, ...]:
        """The findings in a file, in source order."""
        return self._by_file.get(path, ())

    @cached_property
    def _by_file(self) -> Mapping[Path, tuple[Refuted, ...]]:
        together: dict[object, list[JudgedCall]] = {}
        for judged in self._refuted:
            fault, place = _fault(judged), self._place(judged)
            inside = place[0] == judged.call.module.path and _holds(judged.call.node, place[1])
            own = (id(judged.call), _own_text(judged)) if inside else None
            key = (fault, place, own, self._edits[id(judged)])
            together.setdefault(key, []).append(judged)
        found: dict[Path, list[Refuted]] = {}
        for group in together.values():
            one = self._finding(tuple(group))
            found.setdefault(one.path, []).append(one)
        return {p: tuple(sorted(r, key=lambda r: r.span)) for p, r in found.items()}

    @cached_property
    def _refuted(self) -> tuple[JudgedCall, ...]:
        wrong = (Status.UNKNOWN, Status.WRONG_METHOD)
        found = (j for j in self._calls if j.status in wrong and not self._shadows.has(j))
        return tuple(j for j in found if not self._is_inherited(j))

    def _is_inherited(self, judged: JudgedCall) -> bool:
        """Whether it is a base class's request that only this subclass may not send.

        That a resource inherits `remove()` doesn't say that anybody removes one.
        """
        if judged.url is None or not self._is_wrong_only_here(judged):
            return False
        right = self._right_bases.get((judged.call.node.id, judged.method), ())
        return any(call is not judged.call for call in right)

    def _is_wrong_only_here(self, judged: JudgedCall) -> bool:
        """Whether the subclass's own part of the path is right: by method, or in other requests."""
        if judged.status is Status.WRONG_METHOD:
            return True
        owner = judged.call.owner
        return owner is not None and owner[1].id in self._right_owners

    @cached_property
    def _right_owners(self) -> frozenset[int]:
        """The classes of which a request is right that depends on the class."""
        right = (j.call.owner for j in self._calls if j.status is Status.MATCHED)
        return frozenset(owner[1].id for owner in right if owner is not None)

    @cached_property
    def _right_bases(self) -> Mapping[tuple[int, str | None], tuple[Call, ...]]:
        """The calls that are right, by node and method: a base class's has one a subclass."""
        found: dict[tuple[int, str | None], list[Call]] = {}
        for judged in self._calls:
            if judged.status is Status.MATCHED:
                found.setdefault((judged.call.node.id, judged.method), []).append(judged.call)
        return {key: tuple(calls) for key, calls in found.items()}

    @cached_property
    def _shadows(self) -> Shadows:
        return Shadows(self._calls, self._target)

    @cached_property
    def _sharing(self) -> Sharing:
        return Sharing(self._calls)

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
        if _fault(judged) is Fault.SLASH:
            edit = slash_edit(self._program, judged.url)
            return [edit] if edit is not None else []
        prefix = judged.found.prefix if judged.found is not None else ""
        return path_edits(self._program, self._routes, judged.url, target, prefix) or []

    def _target(self, judged: JudgedCall) -> Operation | None:
        found = judged.found
        if found is None:
            return None
        if judged.status is Status.WRONG_METHOD:
            only = _only(found.other_methods)
            return judged.operation or (only if only and _may_mean(judged, only) else None)
        if judged.operation is not None:
            return judged.operation
        options = found.slash or found.legacy
        if options:
            same_path = len({operation.path for operation in options}) == 1
            return named(judged.call, options) or (options[0] if same_path else None)
        if (own := named(judged.call, self._routes.operations)) is not None:
            return own
        # What another request asks for already is no likely meaning of this one.
        return found.plausible if found.plausible not in self._asked else None

    @cached_property
    def _asked(self) -> frozenset[Operation | None]:
        """The operations that requests of the program reach as they are."""
        return frozenset(j.operation for j in self._calls if j.status is Status.MATCHED)

    def _finding(self, group: tuple[JudgedCall, ...]) -> Refuted:
        judged = group[0]
        found, fault, target = judged.found, _fault(judged), self._target(judged)
        options: tuple[Operation, ...] = ()
        if fault is Fault.METHOD:
            options = found.other_methods if found is not None else ()
        elif found is not None:
            near = tuple(candidate.operation for candidate in found.nearest[:3])
            options = found.slash or found.legacy or near
        path, span = self._place(judged)
        fix, used = self._fix(judged, target), any(self._is_used(j.call) for j in group)
        return Refuted(group, fault, path, span, target, options, fix, used)

    def _fix(self, judged: JudgedCall, target: Operation | None) -> Fix | None:
        edits = self._edits[id(judged)]
        if target is None or not edits or not all(self._agreed(edit) for edit in edits):
            return None
        fault = _fault(judged)
        if is_compared(self._program, judged.call, edits):
            return None
        level = Applicability.SAFE if _is_certain(judged, target) else Applicability.UNSAFE
        message = f"Use {target.method}" if fault is Fault.METHOD else f"Send {target}"
        return Fix(message, edits, level)

    def _agreed(self, edit: Edit) -> bool:
        """Whether every call that is said with the edited bytes wants this very edit."""
        return all(edit in self._edits.get(id(j), ()) for j in self._sharing.of(edit))

    def _method_edit(self, judged: JudgedCall, target: Operation) -> Edit | None:
        call = judged.call
        if call.method_span is not None:
            path, start, end = call.method_span
            old = self._program.module(path).data[start:end].decode("utf-8", "replace")
            if old.upper() != judged.method or len(call.methods) != 1:
                return None
            return Edit(path, start, end, target.method.lower() if old.islower() else target.method)
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

    def _place(self, judged: JudgedCall) -> tuple[Path, Span]:
        """Where the wrong piece is written; else the URL, or what is called, in the call."""
        call = judged.call
        own = call.module.path, _span(judged)
        if judged.status is Status.WRONG_METHOD or judged.url is None or judged.failing:
            return own
        edits = self._edits[id(judged)]
        pieces = [p for p in judged.url.pieces if p.text is not None and p.exact]
        if edits:
            agreed = all(self._agreed(edit) for edit in edits)
            wrong = [p for p in pieces if agreed and _covers(p, edits[0])]
        else:
            wrong = [] if any(_is_inside(p, call) for p in pieces) else pieces[-1:]
        for piece in wrong:
            is_own = _is_inside(piece, call)
            if not is_own and self._is_checked(piece.path) and self._is_always_wrong(piece):
                return piece.path, Span(piece.start, piece.end)
        return own

    def _is_always_wrong(self, piece: Piece) -> bool:
        """Whether no request that has the piece in its URL is right."""
        sharing = self._sharing.of(Edit(piece.path, piece.start, piece.end, ""))
        return all(id(judged) in self._edits for judged in sharing)


def _is_certain(judged: JudgedCall, target: Operation) -> bool:
    """Whether `target` is meant beyond doubt.

    A former path, or one without its doubled slash, leads where it is said to lead; what is glued
    to a path may go on with a slash of its own: `'/rows' + rest`.
    """
    if judged.url is not None and judged.url.glued is not None:
        return False
    match _fault(judged):
        case Fault.METHOD:
            both_write = {target.method, judged.method} <= _WRITING
            return judged.operation is not None or both_write
        case Fault.SLASH:
            return True
        case Fault.PATH:
            is_former = judged.found is not None and bool(judged.found.legacy)
            return judged.operation is not None or is_former


def _may_mean(judged: JudgedCall, only: Operation) -> bool:
    """Whether the only method of a path may be what was meant.

    Who removes something is not served by reading or adding it, and who reads never removes.
    """
    removes = only.method == "DELETE" and judged.method not in _WRITING
    return only.method != "GET" and judged.method != "DELETE" and not removes


def _fault(judged: JudgedCall) -> Fault:
    if judged.status is Status.WRONG_METHOD:
        return Fault.METHOD
    is_slash = judged.found is not None and judged.found.slash and not judged.failing
    return Fault.SLASH if is_slash else Fault.PATH


def _own_text(judged: JudgedCall) -> str:
    """The path, if the call says a part of it; a table's paths are one finding at the call."""
    pieces = judged.url.pieces if judged.url is not None else ()
    is_said = any(_is_inside(p, judged.call) for p in pieces if (p.text or "").strip("/"))
    return judged.url.template if judged.url is not None and is_said else ""


def _only(operations: tuple[Operation, ...]) -> Operation | None:
    return operations[0] if len(operations) == 1 else None


def _covers(piece: Piece, edit: Edit) -> bool:
    return piece.path == edit.path and piece.start <= edit.start and edit.end <= piece.end


def _is_inside(piece: Piece, call: Call) -> bool:
    return piece.path == call.module.path and _holds(call.node, Span(piece.start, piece.end))


def _holds(node: Node, span: Span) -> bool:
    return node.start_byte <= span.start and span.end <= node.end_byte


def _span(judged: JudgedCall) -> Span:
    """Where the URL is written in the call, else what is called."""
    call = judged.call
    if judged.status is Status.WRONG_METHOD and call.method_span is not None:
        path, start, end = call.method_span
        if path == call.module.path and _holds(call.node, Span(start, end)):
            return Span(start, end)
    pieces = judged.url.pieces if judged.url is not None else ()
    inside = [p for p in pieces if p.text is not None and p.exact and _is_inside(p, call)]
    if inside:
        return Span(min(p.start for p in inside), max(p.end for p in inside))
    return _callee_span(call.node)


def _callee_span(node: Node) -> Span:
    target = callee(node)
    if target is None:
        return Span(node.start_byte, node.end_byte)
    name = target.child_by_field_name("property") or target
    return Span(name.start_byte, name.end_byte)
