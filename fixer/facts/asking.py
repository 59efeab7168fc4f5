"""Code that asks which of two forms a payload has: with a layer around it, or without."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.syntax import string_value, text

_TOLERANT = frozenset({"??", "||", "&&"})
_AROUND = frozenset({"parenthesized_expression", "non_null_expression", "await_expression"})
_IS_LIST = b"Array.isArray"


def is_asked(access: Node) -> bool:
    """`body.data ?? body`, `body.results ? … : …`: the code copes with both forms."""
    parent = access.parent
    if parent is None:
        return False
    if parent.type == "binary_expression":
        operator = parent.child_by_field_name("operator")
        return operator is not None and operator.type in _TOLERANT
    if parent.type == "parenthesized_expression":
        return parent.parent is not None and parent.parent.type == "if_statement"
    return _is_tested(access) or parent.type in ("ternary_expression", "unary_expression")


def copes(module: Module, node: Node, key: str) -> bool:
    """Whether something that an expression is made of is asked for its form anywhere.

    `data.results || data`, `if (Array.isArray(data)) setRows(data)`, `'results' in data`.
    """
    for name in module.captures("(identifier) @n", node).get("n", []):
        binding = module.resolve(name)
        if binding is None:
            continue
        for use in module.references(binding):
            if any(_is_question(reached, key) for reached in _reached(use)):
                return True
    return False


def _reached(use: Node) -> Iterator[Node]:
    """A variable, and what is read of it: `res`, `res.data`, `res.data.results`."""
    current: Node | None = use
    while current is not None:
        yield current
        around = current.parent
        is_read = around is not None and (
            around.type in _AROUND or around.child_by_field_name("object") == current
        )
        current = around if is_read else None


def _is_question(value: Node, key: str) -> bool:
    name = value.child_by_field_name("property")
    if name is not None and text(name) == key:
        return is_asked(value)
    return _is_tested(value) or _is_looked_into(value, key)


def _is_tested(value: Node) -> bool:
    """`Array.isArray(value)`."""
    parent = value.parent
    call = parent.parent if parent is not None and parent.type == "arguments" else None
    callee = call.child_by_field_name("function") if call is not None else None
    return callee is not None and callee.text == _IS_LIST


def _is_looked_into(value: Node, key: str) -> bool:
    """`'results' in value`."""
    parent = value.parent
    if parent is None or parent.child_by_field_name("right") != value:
        return False
    operator, left = parent.child_by_field_name("operator"), parent.child_by_field_name("left")
    is_in = operator is not None and operator.type == "in"
    return is_in and left is not None and string_value(left) == key
