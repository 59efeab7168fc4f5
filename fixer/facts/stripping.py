"""A layer that a type has and the payload hasn't: every type and read that must lose it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.diagnostics import Edit
from fixer.facts.layers import Fault, Place, removed, taken_off
from fixer.facts.wrapping import Wrapping
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.scopes import BindingKind
from fixer.program.syntax import children_of, first_named, is_within, text
from fixer.program.types import Types
from fixer.program.types.model import Anonymous, Member, Named, Type, present

_PATTERNS = frozenset({"pair_pattern", "object_assignment_pattern"})


@dataclass(frozen=True, slots=True)
class Stripping:
    """Finds the places of one type with one layer too many, over the whole program."""

    program: Program
    types: Types
    wrapping: Wrapping
    member: Member

    def places(self) -> Iterator[Place]:
        """The types first; no type at all: what has the layer is written nowhere."""
        yield from self._types_written()
        for member in self.types.members(self.wrapping.static):
            yield from self._reads(member.name)

    def _types_written(self) -> Iterator[Place]:
        static, declaration = self.wrapping.static, self._declaration
        name = declaration.child_by_field_name("name") if declaration is not None else None
        if name is None and isinstance(static, Anonymous):
            module = static.context.module
            yield Place(module, static.node, Fault.TYPE, self._inner(module, static.node))
        for path in self.program.holding(text(name)) if name is not None else ():
            module = self.program.module(path)
            for node in module.occurrences(text(name)) if name is not None else ():
                written = self._reference(module, node)
                if written is not None:
                    edits = self._unwrapped(module, written)
                    yield Place(module, written, Fault.TYPE, edits)

    @property
    def _declaration(self) -> Node | None:
        """What gives the type its name: an interface, a class, an alias of an object type."""
        static = self.wrapping.static
        if isinstance(static, Named):
            return static.declaration.node
        around = static.node.parent if isinstance(static, Anonymous) else None
        is_alias = around is not None and around.type == "type_alias_declaration"
        return around if is_alias else None

    def _inner(self, module: Module, node: Node) -> tuple[Edit, ...] | None:
        """`{ data: T }` becomes `T`."""
        annotation = _annotation(self.member)
        if annotation is None or not is_within(annotation, node):
            return None
        return (
            removed(module, node.start_byte, annotation.start_byte),
            removed(module, annotation.end_byte, node.end_byte),
        )

    def _reference(self, module: Module, name: Node) -> Node | None:
        """The written type around a type's name, if it means just this type."""
        if name.type != "type_identifier" or name.parent is None:
            return None
        parent = name.parent
        if parent.child_by_field_name("name") == name and parent.type != "generic_type":
            return None
        written = parent if parent.type == "generic_type" else name
        return written if self.types.declared(module, written) == self.wrapping.static else None

    def _unwrapped(self, module: Module, written: Node) -> tuple[Edit, ...] | None:
        """`Envelope<T>` becomes `T`; `BalanceResponse` what its member is declared as."""
        annotation = _annotation(self.member)
        if annotation is None or self.member.module is None:
            return None
        if written.type == "generic_type":
            argument = self._argument(annotation, written)
            if argument is None:
                return None
            return (
                removed(module, written.start_byte, argument.start_byte),
                removed(module, argument.end_byte, written.end_byte),
            )
        if not self._means_the_same(annotation, self.member.module, module):
            return None
        return (Edit(module.path, written.start_byte, written.end_byte, text(annotation)),)

    def _argument(self, annotation: Node, written: Node) -> Node | None:
        """The type argument that the member's annotation, a bare type parameter, stands for."""
        declaration = self._declaration
        if declaration is None:
            return None
        parameters = declaration.child_by_field_name("type_parameters")
        names = [
            text(n)
            for p in (children_of(parameters) if parameters is not None else ())
            if (n := p.child_by_field_name("name")) is not None
        ]
        given = written.child_by_field_name("type_arguments")
        arguments = children_of(given) if given is not None else []
        if text(annotation) not in names:
            return None
        index = names.index(text(annotation))
        return arguments[index] if index < len(arguments) else None

    def _means_the_same(self, annotation: Node, home: Module, module: Module) -> bool:
        """Whether the names of an annotation mean in `module` what they mean at home."""
        for name in home.captures("(type_identifier) @n", annotation).get("n", ()):
            binding = module.lookup(text(name), module.root, types=True)
            there = self.program.symbol(module, binding) if binding is not None else None
            here = self.program.type(home, name)
            own = home.resolve_type(name)
            if own is not None and own.kind is BindingKind.TYPE_PARAMETER:
                return False
            if here != there:
                return False
        return True

    def _reads(self, name: str) -> Iterator[Place]:
        """The reads of a member from values of the type; only the layer's own can be taken off."""
        for path in self.program.holding(name):
            module = self.program.module(path)
            for node in module.occurrences(name):
                place = self._read(module, node, name)
                if place is not None:
                    yield place

    def _read(self, module: Module, node: Node, name: str) -> Place | None:
        parent = node.parent
        if parent is None:
            return None
        if parent.type == "member_expression" and parent.child_by_field_name("property") == node:
            receiver = parent.child_by_field_name("object")
            if receiver is None or not self._is_wrapped(self.types.static(module, receiver)):
                return None
            off = taken_off(module, receiver, parent) if name == self.wrapping.key else None
            return Place(module, node, Fault.READ, (off,) if off is not None else None)
        found = self.types.symbol_at(module, node)
        if not any(m == self.member or m.owner == self.wrapping.static for m in found.members):
            return None
        holder = parent.parent if parent.type == "string" else parent
        is_declared = holder is not None and holder.type == "property_signature"
        if is_declared or not self._is_of_wrapped(found.members):
            return None
        edits = self._pattern(module, node) if name == self.wrapping.key else None
        return Place(module, node, Fault.READ, edits)

    def _is_wrapped(self, type_: Type) -> bool:
        return present(type_) == self.wrapping.static

    def _is_of_wrapped(self, members: tuple[Member, ...]) -> bool:
        return any(m.owner == self.wrapping.static for m in members)

    def _pattern(self, module: Module, node: Node) -> tuple[Edit, ...] | None:
        """`{ data }` becomes `data`, `{ data: x }` becomes `x`; nothing beside it may be there."""
        holder = node.parent
        pattern = holder.parent if holder is not None and holder.type in _PATTERNS else holder
        if holder is None or pattern is None or pattern.type != "object_pattern":
            return None
        if len(children_of(pattern)) != 1 or holder.type == "object_assignment_pattern":
            return None
        value = holder.child_by_field_name("value") if holder.type == "pair_pattern" else node
        if value is None or value.type == "assignment_pattern":
            return None
        return (
            removed(module, pattern.start_byte, value.start_byte),
            removed(module, value.end_byte, pattern.end_byte),
        )


def _annotation(member: Member) -> Node | None:
    written = member.node.child_by_field_name("type") if member.node is not None else None
    return first_named(written) if written is not None else None
