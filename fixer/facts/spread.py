"""From declared properties to the statements in which values that have them can be named.

A name leads to its users, and on from a statement that declares something which holds one: a type,
a function that takes or returns it, a component, a hook.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tree_sitter import Node

from fixer.facts.wrapping import has_members, is_list
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.scopes import Binding, BindingKind
from fixer.program.types import Types
from fixer.program.types.model import (
    Function,
    Intersection,
    Member,
    Named,
    Tuple,
    Type,
    Union,
)

MAX_STATEMENTS = 200
MAX_EACH = 20  # for each declaration
MAX_DEPTH = 2
_NOTHING: frozenset[str] = frozenset()

_TYPES = frozenset({BindingKind.INTERFACE, BindingKind.TYPE, BindingKind.CLASS})
_NAMING = frozenset({"import_specifier", "import_clause", "export_specifier"})
_NAMES = frozenset(
    {"identifier", "type_identifier", "shorthand_property_identifier", "nested_identifier"}
)


@dataclass(slots=True)
class Statement:
    """A top-level statement, and the names of properties that what it names may lead to."""

    module: Module
    node: Node
    names: frozenset[str] = frozenset()


class Own:
    """The properties that types of the program declare, each asked for once."""

    def __init__(self, types: Types) -> None:
        self._types = types
        self._members: dict[Type, tuple[Member, ...]] = {}
        self._inner: dict[Type, tuple[Type, ...]] = {}

    def members(self, type_: Type) -> tuple[Member, ...]:
        found = self._members.get(type_)
        if found is None:
            own = (m for m in self._types.members(type_) if self._types.is_own(m))
            found = self._members[type_] = tuple(own)
        return found

    def inner(self, type_: Type) -> tuple[Type, ...]:
        """What they hold."""
        found = self._inner.get(type_)
        if found is None:
            held = dict.fromkeys(self._types.member_type(m) for m in self.members(type_))
            found = self._inner[type_] = tuple(held)
        return found


class Naming:
    """The statements that name what a statement declares, each declaration looked for once."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._known: dict[int, tuple[tuple[Module, Node], ...]] = {}

    def of(self, module: Module, binding: Binding) -> tuple[tuple[Module, Node], ...]:
        """The statements with their modules."""
        found = self._known.get(binding.name_node.id)
        if found is None:
            places = self._places(module, binding)
            by_id = {node.id: (other, node) for other, node in places}
            found = self._known[binding.name_node.id] = tuple(by_id.values())
        return found

    def _places(self, module: Module, binding: Binding) -> Iterator[tuple[Module, Node]]:
        is_shared = not module.is_module or module.shares(binding.name)
        for path in self._program.holding(binding.name) if is_shared else (module.path,):
            other = self._program.module(path)
            for node in other.occurrences(binding.name):
                if node.type not in _NAMES or node.parent is None or node.parent.type in _NAMING:
                    continue
                meant = other.resolve(node) or other.resolve_type(node)
                is_it = meant is not None and meant.node == binding.node
                is_taken = meant is None or meant.kind is BindingKind.IMPORT
                if is_it or (other is not module and is_taken):
                    yield other, statement_of(node)


class Spread:
    """`wanted`: the declarations of properties by node id, and by what names to know each."""

    def __init__(
        self, naming: Naming, types: Types, own: Own, wanted: Mapping[int, frozenset[str]]
    ) -> None:
        self._naming = naming
        self._types = types
        self._own = own
        self._wanted = wanted
        self._known: dict[tuple[Type, int], frozenset[str]] = {}

    def statements(self, declarations: Iterable[tuple[Module, Node]]) -> dict[int, Statement]:
        """The statements that a walk from where they are declared meets, by node id."""
        waiting = deque(
            Statement(module, statement_of(node), self._wanted[node.id])
            for module, node in declarations
        )
        found: dict[int, Statement] = {}
        most = MAX_STATEMENTS + MAX_EACH * len(waiting)
        while waiting and len(found) < most:
            met = waiting.popleft()
            known = found.setdefault(met.node.id, met)
            if known is met:
                waiting.extend(self._users(met.module, met.node))
            known.names |= met.names
        return found

    def held(self, type_: Type, depth: int = MAX_DEPTH) -> frozenset[str]:
        """The names of the properties that a value of the type has, or leads to.

        `depth`: through how many properties.
        """
        key = (type_, depth)
        known = self._known.get(key)
        if known is None:
            self._known[key] = _NOTHING  # what holds itself has nothing more to say
            known = self._known[key] = _NOTHING.union(*self._within(type_, depth))
        return known

    def _users(self, module: Module, statement: Node) -> Iterator[Statement]:
        """The statements that name what a statement declares, if a property is in it."""
        table = module.table(module.root)
        for binding in dict.fromkeys((*table.values.values(), *table.types.values())):
            if binding.kind is BindingKind.IMPORT or not _is_in(binding.node, statement):
                continue
            names = self.held(self._type_of(module, binding))
            for other, node in self._naming.of(module, binding) if names else ():
                yield Statement(other, node, names)

    def _type_of(self, module: Module, binding: Binding) -> Type:
        if binding.kind in _TYPES:
            return self._types.declared(module, binding.name_node)
        return self._types.static(module, binding.name_node)

    def _within(self, type_: Type, depth: int) -> Iterator[frozenset[str]]:
        if isinstance(type_, Union | Intersection):
            yield from (self.held(part, depth) for part in type_.parts)
        elif isinstance(type_, Tuple):
            yield from (self.held(item, depth) for item in type_.items)
        elif isinstance(type_, Function):
            yield self.held(self._types.returned(type_), depth)
            taken = self._types.annotated(type_)
            yield from (self.held(it, depth) for it in taken if it is not None)
        elif isinstance(type_, Named):
            yield from (self.held(arg, depth) for arg in type_.args)
        if has_members(type_) and not is_list(type_):
            yield from self._inside(type_, depth)

    def _inside(self, type_: Type, depth: int) -> Iterator[frozenset[str]]:
        for member in self._own.members(type_):
            if member.node is not None and member.node.id in self._wanted:
                yield self._wanted[member.node.id]
        if depth > 0:
            yield from (self.held(it, depth - 1) for it in self._own.inner(type_))


def statement_of(node: Node) -> Node:
    """The statement of the program that a node stands in."""
    while node.parent is not None and node.parent.type != "program":
        node = node.parent
    return node


def _is_in(node: Node, statement: Node) -> bool:
    return statement.start_byte <= node.start_byte and node.end_byte <= statement.end_byte
