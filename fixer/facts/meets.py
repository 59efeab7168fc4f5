"""From HTTP calls to bindings: where in the code a value of contract shape meets a declared type.

It begins at the calls, reads the top-level statement around each, and follows a function on
to its callers only while its own type says nothing: a declared type speaks for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.contract.model import Schema
from fixer.facts.bindings import Bindings
from fixer.facts.bodies import handed_bodies, sent_value
from fixer.facts.judged import JudgedCall
from fixer.facts.keymaking import Keymaking
from fixer.facts.legacynames import legacy_names
from fixer.facts.mappers import Mappers
from fixer.facts.received import VALUES, Received, in_statement, says_what_it_takes
from fixer.facts.uses import Uses
from fixer.facts.wrappers import Wrappers, is_unread
from fixer.facts.wrapping import Wrapping
from fixer.program.call import Call
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, text
from fixer.program.types import Types
from fixer.program.types.model import (
    Anonymous,
    Intersection,
    Member,
    Named,
    ObjectLiteral,
    Type,
    Union,
    Unknown,
    WireType,
)

MAX_STATEMENTS = 4000


@dataclass(frozen=True, slots=True)
class Layered:
    """The value of `node` meets a type from which it differs by a layer around it.

    `is_handed`: it is a function that is handed on, and what it will be given meets what it takes.
    """

    module: Module
    node: Node
    wrapping: Wrapping
    is_handed: bool = False


class Meets:
    """Walks from calls to the places where their values meet declared types.

    `touched`: the top-level statements in which it read, by node id. `layers`: the places where
    a type and a payload differ by a layer. `strange`: the members that another answer may have,
    or of which only a call says that they are of one.
    """

    def __init__(self, program: Program, types: Types, bindings: Bindings) -> None:
        self._program = program
        self._types = types
        self.bindings = bindings
        self.mappers = Mappers(bindings.contract, types, legacy_names(bindings.contract))
        self._wrappers = Wrappers(bindings.contract, types, bindings)
        self._keymaking = Keymaking(program)
        self._uses = Uses(program, types, bindings.carriage)
        self._followed: set[int] = set()
        self.touched: dict[int, tuple[Module, Node]] = {}
        self.layers: list[Layered] = []
        self.strange: set[Member] = set()
        self._supposed: list[tuple[Call, Type, Type]] = []

    def follow(self, calls: Iterable[JudgedCall]) -> None:
        """Binds every declared type that the calls' values reach."""
        waiting: list[tuple[Module, Node]] = []
        for judged in calls:
            module, node = judged.call.module, judged.call.node
            if judged.operation is None or self._told(judged):
                continue
            for typed in (node, *_typed_chain(node)):
                self._meet(module, typed, self._types.of)
            wire = self._types.awaited(self._types.wire(module, node))
            if not self.bindings.carriage.of(wire) or is_unread(wire):
                claimed = self._wrappers.claimed(judged)
                if claimed is not None and self._keymaking.is_in(judged.call):
                    self._supposed.append((judged.call, *claimed))
                elif claimed is not None:
                    self.arrive(judged.call, *claimed)
                elif (supposed := self._wrappers.supposed(judged)) is not None:
                    self._supposed.append((judged.call, *supposed))
            self._wrappers.learn(judged)
            waiting.append((module, top_statement(node)))
        while waiting and len(self.touched) < MAX_STATEMENTS:
            module, statement = waiting.pop()
            if statement.id not in self.touched:
                self.touched[statement.id] = (module, statement)
                found = in_statement(module, statement)
                self._read(module, found)
                waiting.extend(self._callers(module, found.returned))

    def suppose(self) -> None:
        """Binds last what is not sure: what only a call or its place says, one of a union."""
        known = frozenset(self.bindings.members)
        for call, declared, wire in self._supposed:
            self.arrive(call, declared, wire)
        for doubt in tuple(self.bindings.doubts):
            self.bindings.bind(*doubt)
        self.strange.update(m for m in self.bindings.members if m not in known)

    def map_sent(self, call: Call, taken: Schema) -> None:
        """The keys of what a request sends, where a function makes what the operation takes."""
        if self.mappers.is_asked:
            for body in dict.fromkeys((*map(sent_value, call.bodies), *handed_bodies(call))):
                self.mappers.sent(self._types.wire(body.module, body.node), taken)

    def _told(self, judged: JudgedCall) -> bool:
        """Whether the call's type argument says all, as it did at another call of its wrapper."""
        known = self._wrappers.told(judged)
        if known is None:
            return False
        return not self.bindings.bind(*known)

    def arrive(self, call: Call, declared: Type, wire: Type) -> None:
        """What a call says that it gives meets what arrives with it."""
        found = self.bindings.bind(declared, wire)
        self.layers.extend(Layered(call.module, call.node, layer) for layer in found)

    def _meet(self, module: Module, node: Node, expected: Callable[[Module, Node], Type]) -> None:
        """Where the value of `node` carries the contract's shape, it meets the type expected."""
        wire = self._types.wire(module, node)
        if self.bindings.carriage.of(wire):
            # `return promise` in an async function: whether it is awaited here makes no difference.
            static = self._types.awaited(expected(module, node))
            found = self.bindings.bind(static, self._types.awaited(wire))
            self.layers.extend(Layered(module, node, layer) for layer in found)
            if self.mappers.is_asked:
                self.mappers.met(wire)

    def _meet_later(self, module: Module, function: Node) -> None:
        """`.then(setRows)`: what the function will be given meets what it takes."""
        for static, wire in self._types.handed(module, function):
            if self.bindings.carriage.of(wire):
                found = self.bindings.bind(static, self._types.awaited(wire))
                self.layers.extend(Layered(module, function, it, is_handed=True) for it in found)

    def _read(self, module: Module, found: Received) -> None:
        for node in found.expected:
            if node.type in VALUES:
                self._meet(module, node, self._types.contextual)
            if says_what_it_takes(node):
                self._meet_later(module, node)
            if self.mappers.is_asked:
                self.mappers.handed(module, node)
        for node in found.own:
            self._meet(module, node, self._types.static)
        for node in found.cast:
            self._meet(module, node, self._cast)

    def _cast(self, module: Module, node: Node) -> Type:
        if node.parent is not None and node.parent.type == "satisfies_expression":
            return self._types.contextual(module, node)
        return self._types.of(module, node.parent or node)

    def _callers(self, module: Module, returned: list[Node]) -> Iterator[tuple[Module, Node]]:
        """Statements elsewhere that may use a function whose own type leaves its value untold."""
        for name, function in self._untold(module, returned):
            self._followed.add(function.id)
            for path in self._program.holding(name):
                other = self._program.module(path)
                for node in self._uses.of(other, name, function):
                    top = top_statement(node)
                    if top.id not in self.touched:
                        yield other, top

    def _untold(self, module: Module, returned: list[Node]) -> Iterator[tuple[str, Node]]:
        for node in returned:
            function = _function_around(node)
            if function is None or function.id in self._followed:
                continue
            name = _name_of(function)
            if name is None or self._is_told(module, function):
                continue
            wire = self._types.wire(module, node)
            if self.bindings.carriage.of(wire) and _is_untold(self._types.of(module, node)):
                yield name, function

    def _is_told(self, module: Module, function: Node) -> bool:
        """Whether an annotation says what a function yields; `Promise<any>` doesn't."""
        annotation = function.child_by_field_name("return_type")
        if annotation is None or annotation.type != "type_annotation":
            return annotation is not None
        declared = self._types.declared(module, children_of(annotation)[0])
        return not isinstance(self._types.awaited(declared), Unknown)


def _typed_chain(node: Node) -> Iterator[Node]:
    """The calls on what a call gives that say the type: `client.get(url).json<Row[]>()`."""
    member = node.parent
    while member is not None and member.type == "member_expression":
        call = member.parent
        if call is None or call.child_by_field_name("function") != member:
            return
        if call.child_by_field_name("type_arguments") is not None:
            yield call
        member = call.parent


def top_statement(node: Node) -> Node:
    """The statement of the program that a node stands in; the program for one outside functions.

    What a function does with a value is seen within it; what a module does, only in the whole.
    """
    current, parent, inside = node, node.parent, False
    while parent is not None and parent.type != "program":
        inside = inside or current.type in FUNCTIONS
        current, parent = parent, parent.parent
    inside = inside or current.type in FUNCTIONS
    return current if inside or parent is None else parent


def _function_around(node: Node) -> Node | None:
    current = node.parent
    while current is not None and current.type not in FUNCTIONS:
        current = current.parent
    return current


def _is_untold(static: Type, depth: int = 4) -> bool:
    """Whether a type is none that somebody declared: its members may say nothing themselves."""
    if depth == 0:
        return False
    if isinstance(static, Named):
        return any(_is_untold(arg, depth - 1) for arg in static.args)
    if isinstance(static, Union):
        return any(_is_untold(part, depth - 1) for part in static.parts)
    return isinstance(static, Unknown | WireType | ObjectLiteral | Anonymous | Intersection)


def _name_of(function: Node) -> str | None:
    """The name by which a function can be called: its own, its variable's, its property's."""
    name = function.child_by_field_name("name")
    parent = function.parent
    if name is None and parent is not None:
        if parent.type in ("variable_declarator", "public_field_definition"):
            name = parent.child_by_field_name("name")
        elif parent.type == "pair":
            name = parent.child_by_field_name("key")
    if name is None or name.type not in ("identifier", "property_identifier"):
        return None
    return text(name)
