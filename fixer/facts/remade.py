"""Whether code makes objects of a type itself and converts a property of the wire on the way."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.facts.demands import Sort, sort_of
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import text
from fixer.program.types import Types
from fixer.program.types.model import Member


def is_remade(program: Program, types: Types, member: Member, sort: Sort) -> bool:
    """Whether a literal's key has a value of the declared sort, made of the member that it names.

    `rows.map((row) => ({ ...row, start: new Date(row.start) }))`: behind it the type is right, and
    which of its values a use has isn't known.
    """
    name = member.name
    for path in program.holding(name):
        module = program.module(path)
        for value in _given(module, name):
            reads = tuple(_reads(module, name, value))
            if not reads or sort_of(types.of(module, value)) is not sort:
                continue
            if any(member in types.symbol_at(module, read).members for read in reads):
                return True
    return False


def _given(module: Module, name: str) -> Iterator[Node]:
    """What the keys called `name` of object literals are given."""
    for node in module.occurrences(name):
        pair = node.parent
        if pair is not None and pair.type == "pair" and pair.child_by_field_name("key") == node:
            value = pair.child_by_field_name("value")
            if value is not None:
                yield value


def _reads(module: Module, name: str, value: Node) -> Iterator[Node]:
    for node in module.captures("(property_identifier) @n", value).get("n", ()):
        if text(node) == name:
            yield node
