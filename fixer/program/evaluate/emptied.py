"""A branch that only hands on what its condition found empty: `qs !== '' ? '?' + qs : qs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate.agreeing import bare, is_same, question_of
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import Text, Unknown, Value, candidates
from fixer.program.module import Module
from fixer.program.syntax import children_of, string_value, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

EMPTY = Text(())
_SIZES = frozenset({"length", "size"})


def chosen(ev: Evaluator, module: Module, choice: Node, env: Env, *, holds: bool) -> Value:
    """What a `?:` gives where its condition holds, or doesn't."""
    branch = choice.child_by_field_name("consequence" if holds else "alternative")
    value = ev.inside(module, branch, env)
    asked = choice.child_by_field_name("condition")
    if branch is None or asked is None or not _may_be_text(value):
        return value
    empty = _empty(asked, holds)
    return EMPTY if empty is not None and is_same(ev, module, bare(branch), empty) else value


def _may_be_text(value: Value) -> bool:
    return all(isinstance(c, (Text, Unknown)) for c in candidates(value))


def _empty(asked: Node, holds: bool) -> Node | None:
    """The expression of which a condition says that it is empty."""
    question, holds = question_of(asked, holds)
    if question.type == "binary_expression":
        return _compared(question, holds)
    return None if holds else _whole(question)


def _compared(question: Node, holds: bool) -> Node | None:
    """`x === ''` and `x.length === 0` that hold, `x.length > 0` that doesn't."""
    sign = question.child_by_field_name("operator")
    parts = children_of(question)
    if sign is None or len(parts) != 2:
        return None
    if sign.type not in ("===", "==", "!==", "!="):
        is_more = sign.type == ">" and text(parts[1]) == "0"
        return _measured(parts[0]) if is_more and not holds else None
    for one, other in (parts, parts[::-1]):
        if holds and other.type == "string" and string_value(other) == "":
            return bare(one)
        if holds and text(other) == "0":
            return _measured(one)
    return None


def _whole(node: Node) -> Node:
    return _measured(node) or node


def _measured(node: Node) -> Node | None:
    """`x` of `x.length`."""
    name = node.child_by_field_name("property")
    if node.type != "member_expression" or name is None or text(name) not in _SIZES:
        return None
    return node.child_by_field_name("object")
