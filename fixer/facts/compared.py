"""The literals with which code compares a value: `===`, `switch`, `includes` of a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.contract.model import Scalar
from fixer.facts.reads import whole
from fixer.program.module import Module
from fixer.program.scopes import BindingKind
from fixer.program.syntax import children_of, first_named, string_value, text

_EQUALITY = frozenset({"===", "!==", "==", "!="})
_WRAPPERS = frozenset({"as_expression", "satisfies_expression", "parenthesized_expression"})
_CHOOSING = frozenset({*_WRAPPERS, "ternary_expression", "binary_expression"})


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal where it stands."""

    module: Module
    node: Node
    value: Scalar


def literal(module: Module, node: Node) -> Literal | None:
    """A string, number or boolean that is written out."""
    value = string_value(node)
    if value is not None:
        return Literal(module, node, value)
    if node.type in ("true", "false"):
        return Literal(module, node, node.type == "true")
    if node.type == "number":
        try:
            return Literal(module, node, int(text(node)))
        except ValueError:
            return None
    return None


def compared(module: Module, expression: Node) -> Iterator[Literal]:
    """The literals that an expression is compared with."""
    outer = whole(expression)
    parent = outer.parent
    if parent is None:
        return
    nodes: list[Node] = []
    operator = parent.child_by_field_name("operator")
    if operator is not None and operator.type in _EQUALITY:
        sides = (parent.child_by_field_name("left"), parent.child_by_field_name("right"))
        nodes = [side for side in sides if side is not None and side != outer]
    elif parent.type == "switch_statement":
        nodes = list(_cases(parent))
    elif parent.type == "arguments":
        asked = _list_asked(parent)
        nodes = list(_elements(module, asked)) if asked is not None else []
    for node in nodes:
        found = literal(module, node)
        if found is not None:
            yield found


def given(module: Module, name: str) -> Iterator[Scalar]:
    """The literals that a file gives rows: `row.kind = 'own'`, `{ ...row, kind: 'own' }`."""
    for node in module.occurrences(name):
        parent = node.parent
        value = None
        if parent is not None and parent.type == "pair":
            value = parent.child_by_field_name("value") if _is_copy(parent.parent) else None
        elif parent is not None and parent.type == "member_expression":
            outer = parent.parent
            if outer is not None and outer.type == "assignment_expression":
                is_set = outer.child_by_field_name("left") == parent
                value = outer.child_by_field_name("right") if is_set else None
        yield from _literals(module, value) if value is not None else ()


def _is_copy(literal: Node | None) -> bool:
    parts = children_of(literal) if literal is not None else ()
    return any(part.type == "spread_element" for part in parts)


def _literals(module: Module, value: Node) -> Iterator[Scalar]:
    if value.type in _CHOOSING:
        for part in children_of(value):
            yield from _literals(module, part)
    elif (found := literal(module, value)) is not None:
        yield found.value


def _cases(switch: Node) -> Iterator[Node]:
    body = switch.child_by_field_name("body")
    for case in children_of(body) if body is not None else ():
        value = case.child_by_field_name("value") if case.type == "switch_case" else None
        if value is not None:
            yield value


def _list_asked(arguments: Node) -> Node | None:
    """The `list` of `list.includes(x)`."""
    call = arguments.parent
    callee = call.child_by_field_name("function") if call is not None else None
    if callee is None or callee.type != "member_expression":
        return None
    name = callee.child_by_field_name("property")
    if name is None or text(name) != "includes" or len(children_of(arguments)) != 1:
        return None
    return callee.child_by_field_name("object")


def _elements(module: Module, node: Node) -> Iterator[Node]:
    """The elements of a list that is written here, or in a constant of this file."""
    while node.type in _WRAPPERS:
        inner = first_named(node)
        if inner is None:
            return
        node = inner
    if node.type == "array":
        yield from children_of(node)
    elif node.type == "identifier":
        binding = module.resolve(node)
        if binding is not None and binding.kind is BindingKind.CONST:
            value = binding.node.child_by_field_name("value")
            if value is not None and value.type != "identifier":
                yield from _elements(module, value)
