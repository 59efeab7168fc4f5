"""Whether code has asked if a value is there before it uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.syntax import children_of, text

_NAMES = frozenset({"identifier", "member_expression", "subscript_expression"})
_LOGICAL = frozenset({"&&", "||", "??"})
_CONDITIONAL = frozenset({"if_statement", "while_statement", "do_statement", "for_statement"})
_BLOCKS = frozenset({"statement_block", "program", "switch_case", "switch_default"})
_SPACE = re.compile(r"\s+")


def is_guarded(expression: Node) -> bool:
    """Whether a condition around or before the expression names the same value.

    Lenient on purpose: what the condition asks isn't worked out, only that it asks.
    """
    key = _key(expression)
    child, parent = expression, expression.parent
    while parent is not None:
        if any(_mentions(condition, key) for condition in _conditions(parent, child)):
            return True
        child, parent = parent, parent.parent
    return False


def _conditions(parent: Node, child: Node) -> Iterator[Node]:
    """What was true or false when `child` of `parent` is reached."""
    kind = parent.type
    if kind == "ternary_expression" or kind in _CONDITIONAL:
        condition = parent.child_by_field_name("condition")
        if condition is not None and condition != child:
            yield condition
    elif kind == "binary_expression":
        left, operator = (parent.child_by_field_name(f) for f in ("left", "operator"))
        sign = operator.type if operator is not None else ""
        if left is not None and left != child and sign in _LOGICAL:
            yield left
    elif kind in _BLOCKS:
        yield from _before(parent, child)
    elif kind == "call_expression":
        callee = parent.child_by_field_name("function")
        if callee is not None and callee != child and callee.type == "member_expression":
            yield from _filters(callee)


def _before(block: Node, child: Node) -> Iterator[Node]:
    """The conditions of the statements before: one may have left the block."""
    for statement in children_of(block):
        if statement == child:
            return
        if statement.type == "if_statement":
            condition = statement.child_by_field_name("condition")
            if condition is not None:
                yield condition


def _filters(callee: Node) -> Iterator[Node]:
    """The arguments of the `.filter(…)` calls that a chain has gone through."""
    node = callee.child_by_field_name("object")
    while node is not None:
        if node.type == "call_expression":
            function = node.child_by_field_name("function")
            name = function.child_by_field_name("property") if function is not None else None
            arguments = node.child_by_field_name("arguments")
            if name is not None and text(name) == "filter" and arguments is not None:
                yield arguments
            node = function
        else:
            node = node.child_by_field_name("object")


def _mentions(node: Node, key: str) -> bool:
    if node.type in _NAMES and _key(node) == key:
        return True
    return any(_mentions(child, key) for child in children_of(node))


def _key(node: Node) -> str:
    """The expression's text with `?.`, `!` and blanks left aside."""
    return _SPACE.sub("", text(node)).replace("?.", ".").replace("!", "")
