"""Expressions inside a function become the names that they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.syntax import text

_NAMES = (
    "[(identifier) (property_identifier) (shorthand_property_identifier)"
    " (shorthand_property_identifier_pattern)] @n"
)
_GIVEN = (
    "[(variable_declarator) (assignment_expression) (augmented_assignment_expression)"
    " (pair_pattern)] @g"
)


def ingredients(module: Module, nodes: Iterable[Node], function: Node) -> frozenset[str]:
    """The names in expressions, and in what these are given inside `function`, again and again.

    Names may be among them that don't count: of a name, all that bear it are followed.
    """
    given = [(_names(module, a), _names(module, b)) for a, b in _given(module, function)]
    found = frozenset[str]().union(*(_names(module, node) for node in nodes))
    while True:
        more = found.union(*(b for a, b in given if not a.isdisjoint(found)))
        if more == found:
            return found
        found = more


def _given(module: Module, function: Node) -> Iterator[tuple[Node, Node]]:
    """What is given to names in a function, behind the names; `url` in `{ url: path }`."""
    for node in module.captures(_GIVEN, function).get("g", []):
        left = node.child_by_field_name("name") or node.child_by_field_name("left")
        right = node.child_by_field_name("value") or node.child_by_field_name("right")
        key = node.child_by_field_name("key")
        if key is not None and right is not None:
            yield right, key
        elif left is not None and right is not None:
            yield left, right


def _names(module: Module, node: Node) -> frozenset[str]:
    return frozenset(text(n) for n in module.captures(_NAMES, node).get("n", []))
