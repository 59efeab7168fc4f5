"""Whether the client itself puts a property beside those of a record that came."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import children_of, text
from fixer.program.types import Types
from fixer.program.types.model import Member, Unknown


def is_enriched(program: Program, types: Types, member: Member) -> bool:
    """Whether copies of values of the member's type are made with the member, or with anything.

    `{ ...layer, copy_id: 1 }`; `Object.assign({}, library, settings[library.id])`.
    """
    for path in program.holding(member.name):
        module = program.module(path)
        found = (*_spread_with(module, member.name), *_assigned_with(module, member.name, types))
        if any(member in types.member(types.of(module, copied), member.name) for copied in found):
            return True
    return False


def _spread_with(module: Module, name: str) -> Iterator[Node]:
    """What is spread into object literals that have a key called `name`."""
    for node in module.occurrences(name):
        pair = node if node.type == "shorthand_property_identifier" else node.parent
        literal = pair.parent if pair is not None else None
        if pair is None or literal is None or literal.type != "object":
            continue
        if pair.type == "pair" and pair.child_by_field_name("key") != node:
            continue
        for child in children_of(literal):
            if child.type == "spread_element" and children_of(child):
                yield children_of(child)[0]


def _assigned_with(module: Module, name: str, types: Types) -> Iterator[Node]:
    """What `Object.assign` copies together with something else that has `name`, or may have."""
    if b"Object.assign" not in module.data:
        return
    for assign in module.occurrences("assign"):
        function = assign.parent
        if function is None or text(function) != "Object.assign":
            continue
        call = function.parent
        given = call.child_by_field_name("arguments") if call is not None else None
        parts = children_of(given) if given is not None else []
        having = [part for part in parts if _may_have(module, part, name, types)]
        yield from having if len(having) > 1 else ()


def _may_have(module: Module, part: Node, name: str, types: Types) -> bool:
    type_ = types.of(module, part)
    return isinstance(type_, Unknown) or bool(types.member(type_, name))
