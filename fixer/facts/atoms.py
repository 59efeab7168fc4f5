"""A written type becomes the literals that it is made of, through aliases, enums and constants."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.facts.compared import Literal, literal
from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.syntax import children_of, first_named

MAX_ALIASES = 8
_AROUND = frozenset({"as_expression", "satisfies_expression", "parenthesized_expression"})


def atoms(program: Program, module: Module, node: Node, depth: int = 0) -> Iterator[Literal | None]:
    """The literals of a written type where they stand; None for each part that is anything else."""
    if node.type in ("union_type", "parenthesized_type"):
        for child in children_of(node):
            yield from atoms(program, module, child, depth)
    elif node.type == "literal_type":
        inner = first_named(node)
        if inner is not None and inner.type not in ("null", "undefined"):
            yield literal(module, inner)
    elif node.type == "lookup_type":
        yield from _looked_up(program, module, node)
    else:
        symbol = program.type(module, node) if node.type == "type_identifier" else None
        yield from _named(program, symbol, depth) if isinstance(symbol, Symbol) else (None,)


def _named(program: Program, symbol: Symbol, depth: int) -> Iterator[Literal | None]:
    value = symbol.node.child_by_field_name("value")
    if symbol.node.type == "type_alias_declaration" and value is not None and depth < MAX_ALIASES:
        yield from atoms(program, symbol.module, value, depth + 1)
    elif symbol.node.type == "enum_declaration":
        yield from _members(symbol)
    else:
        yield None


def _members(enum: Symbol) -> Iterator[Literal | None]:
    body = enum.node.child_by_field_name("body")
    for member in children_of(body) if body is not None else ():
        value = member.child_by_field_name("value")
        yield literal(enum.module, value) if value is not None else None


def _looked_up(program: Program, module: Module, node: Node) -> Iterator[Literal | None]:
    """`(typeof KINDS)[keyof typeof KINDS]` of a constant object, `(typeof KINDS)[number]`."""
    asked, index = children_of(node)[:2]
    name = _asked(asked)
    of_keys = index.type == "index_type_query" and _asked(children_of(index)[0])
    symbol = program.value(module, name) if name is not None else None
    constant = symbol.node.child_by_field_name("value") if isinstance(symbol, Symbol) else None
    while constant is not None and constant.type in _AROUND:
        constant = first_named(constant)
    if constant is None or name is None or not isinstance(symbol, Symbol):
        yield None
    elif constant.type == "object" and of_keys and of_keys.text == name.text:
        for entry in children_of(constant):
            value = entry.child_by_field_name("value") if entry.type == "pair" else None
            yield literal(symbol.module, value) if value is not None else None
    elif constant.type == "array" and index.text == b"number":
        for item in children_of(constant):
            yield literal(symbol.module, item)
    else:
        yield None


def _asked(node: Node) -> Node | None:
    """The `KINDS` of `typeof KINDS`."""
    while node.type == "parenthesized_type" and children_of(node):
        node = children_of(node)[0]
    name = children_of(node)[0] if node.type == "type_query" and children_of(node) else None
    return name if name is not None and name.type == "identifier" else None
