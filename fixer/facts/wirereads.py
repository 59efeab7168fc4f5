"""Reads of values that have no type but the contract's: names that the shape does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.contract.model import Contract, Kind
from fixer.contract.wording import tokens
from fixer.facts.probing import is_probe
from fixer.facts.verdicts import OF_ERRORS, Standing, Verdict, judge_name
from fixer.program.failing import failed
from fixer.program.module import Module
from fixer.program.syntax import text
from fixer.program.types import Types
from fixer.program.types.model import WireType, present

# Single nodes: a query of what is around them takes the grammar ten times as long to compile.
_NAMES = "[(property_identifier) (shorthand_property_identifier_pattern)] @name"
_IN_PATTERNS = frozenset({"pair_pattern", "object_assignment_pattern"})
# Every object has these (ECMA-262 §20.1.3).
_INHERITED = frozenset({"constructor", "hasOwnProperty", "toString", "valueOf", "toLocaleString"})


@dataclass(frozen=True, slots=True)
class WireRead:
    """A name read from a value of contract shape that has no such property."""

    module: Module
    node: Node
    verdict: Verdict


def unknown_reads(
    places: Iterable[tuple[Module, Node]], contract: Contract, types: Types
) -> Iterator[WireRead]:
    """The unknown names in the given parts of the program, each once, also where they are set."""
    seen: set[int] = set()
    for module, part in places:
        for name in module.captures(_NAMES, part).get("name", ()):
            if name.id in seen or not _is_read(name):
                continue
            seen.add(name.id)
            verdict = _judge(module, name, contract, types)
            if verdict is not None:
                yield WireRead(module, name, verdict)


def _judge(module: Module, name: Node, contract: Contract, types: Types) -> Verdict | None:
    word = text(name)
    if word in _INHERITED or word in OF_ERRORS or word == contract.envelope:
        return None
    receiver = _receiver(name)
    if receiver is None or any(failed(name)):
        return None
    shape = present(types.of(module, receiver))
    if not isinstance(shape, WireType):
        return None
    schema = contract.resolve(shape.schema)
    if schema.kind is not Kind.OBJECT:
        return None
    verdict = judge_name(word, schema)
    if verdict.standing is not Standing.UNKNOWN:
        return None
    access = name.parent
    is_read = access is not None and access.type == "member_expression"
    words = tokens(word)

    def is_meant(other: str) -> bool:
        nested = words < tokens(other) or tokens(other) < words
        return nested and schema.property(other) is not None

    is_asked = access is not None and is_read and is_probe(module, access, is_meant)
    return None if is_asked else verdict


def _is_read(name: Node) -> bool:
    """Whether a name is read from a value, or taken out of what a variable is given."""
    node = name.parent
    if node is not None and node.type == "member_expression":
        return True
    if node is not None and node.type in _IN_PATTERNS:
        node = node.parent
    if node is None or node.type != "object_pattern" or node.parent is None:
        return False
    return node.parent.type == "variable_declarator"


def _receiver(name: Node) -> Node | None:
    """The expression that a name is read from."""
    node = name.parent
    if node is not None and node.type == "member_expression":
        return node.child_by_field_name("object")
    while node is not None and node.type != "variable_declarator":
        node = node.parent
    return node.child_by_field_name("value") if node is not None else None
