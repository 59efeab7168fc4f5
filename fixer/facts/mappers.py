"""Functions that make code's objects of the wire's, key by key → which name stands for which.

A generated client's `FoodFromJSON`, an adapter, a callback: `{ fullName: json['full_name'] }`. The
name that is read belongs to the wire; the key follows it only where it is the same name, spelled
as the code spells names. Looked for are the contract's legacy names alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tree_sitter import Node

from fixer.contract.model import Contract, Kind, Schema
from fixer.facts.bindings import Bound, Direction
from fixer.facts.keys import (
    Key,
    is_made_of,
    is_result,
    keys_of,
    names_beside,
    only_hands_on,
    read_names,
    receiver_of,
)
from fixer.facts.spelling import convention, same, spelling
from fixer.facts.verdicts import Standing, Verdict
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import leaf_of
from fixer.program.types import Types
from fixer.program.types.model import (
    WIRE,
    Certainty,
    Context,
    Env,
    Function,
    Member,
    Named,
    ObjectLiteral,
    Type,
    Unknown,
    WireType,
    parts_of,
    present,
)
from fixer.program.types.tables import name_text

MAX_ENTERED = 4000
MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a mapper says that a property of code stands for.

    `read`: the wire's name in the mapper. `called`: what code would call the property of today.
    """

    bound: Bound
    read: str
    called: str


@dataclass(frozen=True, slots=True)
class WireName:
    """A place in a mapper that names a property of the wire by a name that it no longer has."""

    module: Module
    node: Node
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class _Place:
    module: Module
    node: Node


@dataclass(frozen=True, slots=True)
class _Tie:
    """A key that is set from what is read at a place of the wire's."""

    place: _Place
    key: Key
    bounds: tuple[Bound, ...]


class Mappers:
    """Walks into the functions that are given values of contract shape; grows, then is read."""

    def __init__(self, contract: Contract, types: Types, names: frozenset[str]) -> None:
        self._contract = contract
        self._types = types
        self._names = names
        self._entered: set[tuple[int, Env]] = set()
        self._sent: set[tuple[int, int]] = set()
        self._bounds: dict[_Place, dict[Bound, None]] = {}
        self._ties: list[_Tie] = []
        self._shown: dict[int, tuple[tuple[str, str], ...]] = {}

    @property
    def is_asked(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self._names)

    def met(self, wire: Type, depth: int = 0) -> None:
        """A value that a request yields: the functions that made the objects in it."""
        if depth > MAX_DEPTH:
            return
        for part in parts_of(present(wire)):
            if isinstance(part, Named):
                for argument in part.args:
                    self.met(argument, depth + 1)
            elif isinstance(part, ObjectLiteral):
                literal = self._types.apart(part)
                maker = _maker(literal)
                if maker is not None:
                    self._enter(Function(literal.context, maker))

    def handed(self, module: Module, argument: Node) -> None:
        """An argument that may be a value of contract shape, or a function for one."""
        call = argument.parent.parent if argument.parent is not None else None
        if call is None or call.type not in ("call_expression", "new_expression"):
            return
        found = self._types.wire(module, argument)
        if isinstance(found, Function) or _is_shaped(found):
            self._run(Context(module, WIRE), call)

    def sent(self, wire: Type, schema: Schema, depth: int = 0) -> None:
        """A body that a request sends: the keys of the object literals that made it."""
        resolved = self._contract.resolve(schema)
        if depth > MAX_DEPTH or not self.is_asked:
            return
        for part in parts_of(present(wire)):
            if isinstance(part, Named) and len(part.args) == 1 and resolved.items is not None:
                self.sent(part.args[0], resolved.items, depth + 1)
            elif isinstance(part, ObjectLiteral) and resolved.kind is Kind.OBJECT:
                self._sent_as(self._types.apart(part), resolved, depth)

    def mapped(self, member: Member) -> tuple[Mapped, ...]:
        """What mappers say that a property of code stands for; asked when all has been met."""
        return tuple(self._tied.get(member, ()))

    @property
    def members(self) -> tuple[Member, ...]:
        """The properties of code that stand for legacy names of the wire."""
        return tuple(self._tied)

    @cached_property
    def handing(self) -> frozenset[int]:
        """The keys, by their nodes' ids, that only hand on what was read under a legacy name.

        There is none on the wire any more, so that such a key gives nothing of its own.
        """
        return frozenset(
            leaf_of(tie.key.node).id
            for tie in self._ties
            if only_hands_on(tie.key.node, tie.place.node)
        )

    def names(self) -> Iterator[WireName]:
        """The places to rename, each once, where all that reaches them agrees."""
        for place, bounds in self._bounds.items():
            verdict = _renamed(tuple(bounds), name_text(place.node) or "")
            if verdict is not None:
                yield WireName(place.module, leaf_of(place.node), verdict)

    def _run(self, context: Context, call: Node) -> None:
        for function in self._types.runs(context, call):
            if any(_is_shaped(e.type) for e in function.context.env.arguments(function.node)):
                self._enter(function)

    def _enter(self, function: Function) -> None:
        waiting = [function]
        while waiting and len(self._entered) < MAX_ENTERED:
            context, node = waiting[-1].context, waiting.pop().node
            if (node.id, context.env) in self._entered:
                continue
            self._entered.add((node.id, context.env))
            self._look(context, node)
            query = "[(call_expression) (new_expression)] @c"
            for call in context.module.captures(query, node).get("c", ()):
                for inner in self._types.runs(context, call):
                    given = inner.context.env.arguments(inner.node)
                    if any(_is_shaped(e.type) for e in given):
                        waiting.append(inner)

    def _look(self, context: Context, function: Node) -> None:
        """The legacy names that a function reads, if it makes anything of what it reads."""
        if function.id not in self._shown:
            literals = context.module.captures("(object) @o", function).get("o", ())
            self._shown[function.id] = tuple(
                pair for literal in literals for pair in names_beside(context.module, literal)
            )
        names = read_names(context.module, function)
        legacy = [n for n in names if name_text(n) in self._names]
        if legacy and any(is_made_of(context.module, name, function) for name in names):
            for name in legacy:
                self._note(context, name, function)

    def _note(self, context: Context, name: Node, function: Node) -> None:
        receiver, word = receiver_of(name), name_text(name)
        if receiver is None or word is None:
            return
        # What has a declared type is named as that says: the wire's type and code's are two then.
        if not isinstance(self._types.reaching(Context(context.module), receiver), Unknown):
            return
        found = present(self._types.reaching(context, receiver))
        bounds = tuple(self._bound(parts_of(found), word))
        if not bounds:
            return
        place = _Place(context.module, name)
        self._bounds.setdefault(place, {}).update(dict.fromkeys(bounds))
        for key in keys_of(context.module, name):
            if is_result(context.module, key, function):
                self._ties.append(_Tie(place, key, bounds))

    def _bound(self, values: tuple[Type, ...], word: str) -> Iterator[Bound]:
        for value in values:
            if not isinstance(value, WireType):
                continue
            schema = self._contract.resolve(value.schema)
            if schema.kind is Kind.OBJECT and schema.properties:
                known = schema.property(word) or schema.renamed(word)
                yield Bound(schema, known, Direction.RESPONSE)

    @cached_property
    def _tied(self) -> Mapping[Member, dict[Mapped, None]]:
        """The properties of code that go by a name of the wire, and what each stands for."""
        by_member: dict[Member, dict[Mapped, None]] = {}
        usual = convention(p for pairs in self._shown.values() for p in pairs) or same
        for tie in self._ties:
            word = name_text(tie.place.node) or ""
            beside = convention(names_beside(tie.place.module, tie.key.literal)) or usual
            spelled = spelling(word, tie.key.name, beside)
            found = self._types.symbol_at(tie.place.module, tie.key.node)
            if spelled is None or found.certainty is not Certainty.PROVEN:
                continue
            for member in found.members:
                # What no type speaks for is the code's own object, under whatever names.
                if member.node is None or isinstance(member.owner, ObjectLiteral):
                    continue
                for bound in tie.bounds:
                    prop = bound.property
                    called = spelled(prop.replacing(word)) if prop is not None else ""
                    for symbol in self._types.family(member):
                        known = by_member.setdefault(symbol, {})
                        known[Mapped(bound, word, called)] = None
        return by_member

    def _sent_as(self, literal: ObjectLiteral, schema: Schema, depth: int) -> None:
        if (literal.node.id, id(schema)) in self._sent:
            return
        self._sent.add((literal.node.id, id(schema)))
        members = tuple(self._types.members(literal))
        if not all(schema.property(m.name) or schema.renamed(m.name) for m in members):
            return
        for member in members:
            known = schema.property(member.name) or schema.renamed(member.name)
            if known is None or member.module is None:
                continue
            if member.name in self._names and member.name_node is not None:
                bound = Bound(schema, known, Direction.REQUEST)
                place = _Place(member.module, member.name_node)
                self._bounds.setdefault(place, {})[bound] = None
            self.sent(self._types.member_type(member), known.schema, depth + 1)


def judge_mapped(
    member: Member, mapped: tuple[Mapped, ...], bounds: tuple[Bound, ...]
) -> Verdict | None:
    """The verdict on a property that mappers set; None where what it stands for disagrees.

    `bounds`: what it met without a mapper.
    """
    replaced = {_replaced(m.bound, m.read, m.called) for m in mapped}
    replaced |= {_replaced(b, member.name, b.property.name if b.property else "") for b in bounds}
    first = mapped[0].bound
    if len(replaced) != 1 or None in replaced or first.property is None:
        return None
    called = mapped[0].called
    return Verdict(Standing.LEGACY, first.schema, first.property, first.direction, called=called)


def _replaced(bound: Bound, name: str, called: str) -> tuple[str, str] | None:
    """The name on the wire and in code of a property that was called `name`; None: it still is."""
    if bound.property is None or bound.property.is_called(name):
        return None
    return bound.property.name, called


def _renamed(bounds: tuple[Bound, ...], name: str) -> Verdict | None:
    first = bounds[0]
    replaced = {_replaced(b, name, "") for b in bounds}
    if len(replaced) != 1 or None in replaced:
        return None
    assert first.property is not None
    called = first.property.replacing(name)
    return Verdict(Standing.LEGACY, first.schema, first.property, first.direction, called=called)


def _maker(literal: ObjectLiteral) -> Node | None:
    """The outermost function around a literal that its context has arguments for."""
    found, node = None, literal.node.parent
    while node is not None:
        if node.type in FUNCTIONS and literal.context.env.arguments(node):
            found = node
        node = node.parent
    return found


def _is_shaped(type_: Type, depth: int = 3) -> bool:
    """Whether a value is an object of the contract, or a list of such."""
    if isinstance(type_, WireType):
        return type_.schema.kind in (Kind.OBJECT, Kind.ARRAY)
    if depth == 0:
        return False
    if isinstance(type_, Named):
        return any(_is_shaped(a, depth - 1) for a in type_.args)
    parts = parts_of(type_)
    return len(parts) > 1 and any(_is_shaped(p, depth - 1) for p in parts)
