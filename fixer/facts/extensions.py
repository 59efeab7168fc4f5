"""The generic types of a program that make more of a type than it is: `Titled<Row>`."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import External, Program, Symbol
from fixer.program.syntax import TEMPLATE, children_of

_MAX_DEPTH = 5


class Extensions:
    """Tells the types that are handed to a generic alias which adds to what it is given."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._known: dict[str, bool] = {}

    def take(self, name: str) -> bool:
        """Whether a type called `name` is an argument of such an alias: `T & { title: string }`."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = any(
                self._adds(module, generic, 0) for module, generic in self._given(name)
            )
        return found

    def _given(self, name: str) -> Iterator[tuple[Module, Node]]:
        """The generic types, outside in, that a type of that name is an argument of."""
        for path in self._program.holding(name):
            if path.suffix == TEMPLATE:
                continue
            module = self._program.module(path)
            for node in module.occurrences(name):
                up = node.parent
                while up is not None and (up.type == "type_arguments" or "type" in up.type):
                    if up.type == "generic_type":
                        yield module, up
                    up = up.parent

    def _adds(self, module: Module, generic: Node, depth: int) -> bool:
        """Whether a generic type may add to its arguments; of a package's, if one says what."""
        name = generic.child_by_field_name("name")
        if name is None or name.type != "type_identifier":
            return False
        symbol = self._program.type(module, name)
        if isinstance(symbol, External):
            given = generic.child_by_field_name("type_arguments")
            return given is not None and any(it.type == "object_type" for it in children_of(given))
        if not isinstance(symbol, Symbol) or symbol.node.type != "type_alias_declaration":
            return False
        value = symbol.node.child_by_field_name("value")
        if value is None or depth > _MAX_DEPTH:
            return value is not None
        return any(
            it.type == "intersection_type" or self._adds(symbol.module, it, depth + 1)
            for it in _types_in(value)
        )


def _types_in(value: Node) -> Iterator[Node]:
    """The intersections and generic types that stand in a type."""
    if value.type in ("intersection_type", "generic_type"):
        yield value
    for child in children_of(value):
        yield from _types_in(child)
