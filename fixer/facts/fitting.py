"""Which alternative of a declared union a value is: the one whose names fit it best."""

from __future__ import annotations

from collections.abc import Iterable

from tree_sitter import Node

from fixer.contract.model import Kind, Schema
from fixer.program.types import Types
from fixer.program.types.model import (
    Anonymous,
    Literal,
    Named,
    ObjectLiteral,
    Type,
    WireType,
    parts_of,
    present,
)

LEAST = 0.5


class Fitting:
    """Compares names of types; remembers what a type declares."""

    def __init__(self, types: Types) -> None:
        self.types = types
        self._declared: dict[Type, frozenset[str]] = {}

    def best_declared(self, candidates: Iterable[Type], value: Type) -> Type | None:
        """The declared type that holds most of what the value has; None if several do equally."""
        declared = tuple(candidates)
        if len(declared) > 1 and isinstance(value, ObjectLiteral):
            declared = self.types.admitting(declared, value)
        if len(declared) == 1:
            return declared[0]
        if isinstance(value, WireType) and value.schema.name is not None:
            namesakes = [c for c in declared if declared_name(c) == value.schema.name]
            if len(namesakes) == 1:
                return namesakes[0]
        scored = [(self._fit(candidate, value), candidate) for candidate in declared]
        best = max((score for score, _ in scored), default=0.0)
        found = [candidate for score, candidate in scored if score == best]
        if len(found) > 1:
            most = max(self._shared(candidate, value) for candidate in found)
            found = [c for c in found if self._shared(c, value) == most]
        if len(found) > 1 and isinstance(value, WireType):
            found = [c for c in found if self._is_marked(c, value.schema)]
        return found[0] if best >= LEAST and len(found) == 1 else None

    def best_values(self, declared: Type, values: Iterable[Type]) -> tuple[Type, ...]:
        """The values that fill the declared type best; all of them that do so equally."""
        given = tuple(values)
        if len(given) == 1:
            return given
        scored = [(self._fit(declared, value), value) for value in given]
        best = max((score for score, _ in scored), default=0.0)
        return tuple(value for score, value in scored if score == best and best >= LEAST)

    def fits(self, declared: Type, value: Type) -> bool:
        """Whether a payload has most of what a type declares; a list by what it holds."""
        for type_ in parts_of(present(declared)):
            for part in parts_of(present(value)):
                if isinstance(part, WireType) and self._fit(type_, part) >= LEAST:
                    return True
        return False

    def is_covered(self, declared: Type, value: Type) -> bool:
        """Whether a payload has all that a type declares."""
        return isinstance(value, WireType) and self._fit(declared, value) == 1.0

    def _is_marked(self, declared: Type, schema: Schema) -> bool:
        """Whether a literal member, `type: "list"`, says that the declared type is this shape."""
        for member in self.types.members(declared):
            type_ = self.types.member_type(member)
            known = schema.property(member.name)
            if isinstance(type_, Literal) and known is not None and known.schema.enum:
                return type_.value in known.schema.enum
        return False

    def _fit(self, declared: Type, value: Type) -> float:
        """How well names agree, 0 to 1.

        Of a payload, the part of the declared names that it has: it may have more. Of an object
        that the client makes, the part of its names that are declared: all of them should be.
        Of a list, as what it holds does.
        """
        if isinstance(value, WireType) and value.schema.kind is Kind.ARRAY:
            declared, value = self.types.element(declared), self.types.element(value)
        expected, there = self.names(declared), self._there(value)
        whole = expected if isinstance(value, WireType) else there
        return len(expected & there) / len(whole) if whole else 0.0

    def _shared(self, declared: Type, value: Type) -> int:
        """How many names they have in common: `{ kind }` fits whatever has a kind."""
        return len(self.names(declared) & self._there(value))

    def _there(self, value: Type) -> frozenset[str]:
        return _properties(value.schema) if isinstance(value, WireType) else self.names(value)

    def names(self, type_: Type) -> frozenset[str]:
        """The names of the properties that a type declares."""
        known = self._declared.get(type_)
        if known is None:
            known = frozenset(member.name for member in self.types.members(type_))
            self._declared[type_] = known
        return known


def _properties(schema: Schema) -> frozenset[str]:
    if schema.kind is not Kind.OBJECT:
        return frozenset()
    names = (n for p in schema.properties for n in (p.name, *p.aliases, *p.legacy_names))
    return frozenset(names)


def declared_name(type_: Type) -> str:
    """The name of an interface, a class, or of the alias that an object type is written for."""
    node: Node | None = None
    if isinstance(type_, Named):
        node = type_.declaration.node
    elif isinstance(type_, Anonymous):
        node = type_.node.parent
        while node is not None and node.type in ("intersection_type", "parenthesized_type"):
            node = node.parent
        if node is not None and node.type != "type_alias_declaration":
            return ""
    name = node.child_by_field_name("name") if node is not None else None
    return (name.text or b"").decode() if name is not None else ""
