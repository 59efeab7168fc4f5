"""Declared types in which responses arrive that the contract doesn't describe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node

from fixer.contract.model import Contract, Kind, Operation
from fixer.facts.bodies import sent_value
from fixer.facts.judged import JudgedCall, Status
from fixer.program.call import Body, Call
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import children_of
from fixer.program.types import Types
from fixer.program.types.model import (
    Anonymous,
    Intersection,
    Mapped,
    Member,
    Named,
    Type,
    TypeParam,
    Without,
    parts_of,
)

MAX_DEPTH = 4
_PARAMETER = re.compile(r"\{[^/]*\}")
_WRITING = frozenset({"POST", "PUT", "PATCH"})


def untold_members(
    calls: Iterable[JudgedCall], contract: Contract, program: Program, types: Types
) -> Iterator[Member]:
    """The members, nested ones too, of the types that such a response is said to have.

    Only what is read counts: what a write answers is mostly the same as what is read, and many
    contracts leave it out. Where what is read isn't described, a write may answer less than that.
    """
    walk, unread = _Walk(program, types), _unread(contract)
    for judged in calls:
        if judged.operation is None:
            continue
        is_beside = judged.operation.method in _WRITING and _shape(judged.operation.path) in unread
        if is_beside or _is_untold(judged.operation, contract):
            for said in _said(judged, types):
                yield from walk.members(types.awaited(said), 0)
        for name in _left_open(judged.operation, contract):
            for said in _said(judged, types):
                for holder in types.member(types.awaited(said), name):
                    yield from walk.members(types.member_type(holder), 0)


def _left_open(operation: Operation, contract: Contract) -> Iterator[str]:
    """The properties of what is read of which the contract doesn't say what they hold."""
    if operation.method != "GET" or operation.response is None:
        return
    for prop in contract.resolve(operation.response).properties:
        held = contract.resolve(prop.schema)
        if held.kind is Kind.ARRAY and held.items is not None:
            held = contract.resolve(held.items)
        if held.kind is Kind.ANY:
            yield prop.name


def _unread(contract: Contract) -> frozenset[str]:
    """The paths at which what is read isn't described, and those of the lists above them."""
    found = {_shape(o.path) for o in contract.operations if _is_untold(o, contract)}
    return frozenset(found | {path.removesuffix("/{}") for path in found})


def _shape(path: str) -> str:
    return _PARAMETER.sub("{}", path.rstrip("/"))


def sent_members(
    calls: Iterable[JudgedCall], contract: Contract, program: Program, types: Types
) -> Iterator[Member]:
    """The members of the types that are sent where the contract doesn't say what is taken.

    What no answer has may be there for such a request.
    """
    walk = _Walk(program, types)
    for judged in calls:
        if judged.operation is not None and _takes_untold(judged.operation, contract):
            for body in (*map(sent_value, judged.call.bodies), *_handed(judged.call)):
                yield from walk.members(types.of(body.module, body.node), 0)


def strange_members(
    calls: Iterable[JudgedCall], program: Program, types: Types
) -> Iterator[Member]:
    """The same of the types of calls that, by another path, ask for what the contract hasn't.

    `http.get<Row>(first ? '/v1/credits/' : '/v1/other/')`: the other answer has a name of its own.
    Not so of a base class's `http.get<Page<R>>(this.path)`, of which each subclass asks one path.
    """
    walk, by_node = _Walk(program, types), dict[int, list[JudgedCall]]()
    for judged in calls:
        by_node.setdefault(judged.call.node.id, []).append(judged)
    for several in by_node.values():
        if any(it.operation for it in several) and any(map(_asks_elsewhere, several)):
            is_of_class = all(it.call.owner is not None for it in several)
            for said in _said(several[0], types):
                if not (is_of_class and _is_generic(said)):
                    yield from walk.members(types.awaited(said), 0)


def _is_generic(type_: Type) -> bool:
    """Whether what is said is said of each caller's answers, which are types of their own."""
    parts = parts_of(type_)
    arguments = (argument for part in parts if isinstance(part, Named) for argument in part.args)
    return any(isinstance(it, TypeParam) for it in parts) or any(map(_is_generic, arguments))


def _asks_elsewhere(judged: JudgedCall) -> bool:
    is_lost = judged.operation is None and judged.status is Status.UNKNOWN
    return judged.method in ("GET", None) and (is_lost or bool(judged.failing))


def _is_untold(operation: Operation, contract: Contract) -> bool:
    if operation.method != "GET":
        return False
    response = operation.response
    return response is None or contract.resolve(response).kind is Kind.ANY


def _takes_untold(operation: Operation, contract: Contract) -> bool:
    body = operation.body
    is_open = body is None or contract.resolve(body).kind is Kind.ANY
    return is_open and operation.method in _WRITING


def _handed(call: Call) -> Iterator[Body]:
    """What a call is given, and what stands in objects that are: a wrapper may send it."""
    given = call.node.child_by_field_name("arguments")
    for argument in children_of(given) if given is not None else ():
        if argument.type != "object":
            yield Body(call.module, argument)
            continue
        for entry in children_of(argument):
            value = entry.child_by_field_name("value") if entry.type == "pair" else entry
            if value is not None and entry.type in ("pair", "shorthand_property_identifier"):
                yield Body(call.module, value)


def _said(judged: JudgedCall, types: Types) -> Iterator[Type]:
    """What the call and the function around it say that they yield."""
    call = judged.call
    yield types.static(call.module, call.node)
    given = call.node.child_by_field_name("type_arguments")
    for argument in children_of(given) if given is not None else ():
        yield types.declared(call.module, argument)
    annotation = _annotation(call.function_node)
    if annotation is not None:
        yield types.declared(call.module, annotation)


def _annotation(function: Node | None) -> Node | None:
    written = function.child_by_field_name("return_type") if function is not None else None
    is_type = written is not None and written.type == "type_annotation"
    return children_of(written)[0] if written is not None and is_type else None


class _Walk:
    """Goes through types of the program once each."""

    def __init__(self, program: Program, types: Types) -> None:
        self._program = program
        self._types = types
        self._seen: set[Type] = set()

    def members(self, type_: Type, depth: int) -> Iterator[Member]:
        if depth > MAX_DEPTH:
            return
        for part in parts_of(type_):
            for argument in part.args if isinstance(part, Named) else ():
                yield from self.members(argument, depth)
            if part in self._seen or not self._is_own(part):
                continue
            self._seen.add(part)
            for member in self._types.members(part):
                yield member
                yield from self.members(self._types.member_type(member), depth + 1)

    def _is_own(self, type_: Type) -> bool:
        module: Module | None = None
        if isinstance(type_, Named):
            module = type_.declaration.module
        elif isinstance(type_, Anonymous):
            module = type_.context.module
        own = module is not None and module.path in self._program.sources
        return own or isinstance(type_, Intersection | Mapped | Without)
