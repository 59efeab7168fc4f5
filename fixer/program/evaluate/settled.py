"""Whether members are still what they were: nothing that runs between two places may set them."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import text

_LOOPS = frozenset({"for_statement", "for_in_statement", "while_statement", "do_statement"})
_RUNNING = frozenset({"call_expression", "new_expression", "await_expression", "yield_expression"})
_SETTING = frozenset({"assignment_expression", "augmented_assignment_expression"})


def is_settled(declarator: Node, question: Node) -> bool:
    """Whether what `question` asks is as it was at `declarator`, before it in the same block."""
    up = question.parent
    while up is not None and not _holds(up, declarator):
        if up.type in _LOOPS or up.type in FUNCTIONS:
            return False  # may run again, or later
        up = up.parent
    if up is None:
        return False
    members = _members(question)
    return not any(_may_set(node, members) for node in _between(up, declarator, question))


def asks_members(question: Node) -> bool:
    """Whether a question is about more than variables."""
    return bool(_members(question))


def _members(node: Node) -> set[str]:
    found: set[str] = set()
    waiting = [node]
    while waiting:
        one = waiting.pop()
        name = one.child_by_field_name("property")
        if name is not None:
            found.add(text(name))
        waiting += one.named_children
    return found


def _may_set(node: Node, members: set[str]) -> bool:
    if node.type in _RUNNING:
        return True
    if node.type in _SETTING:
        target = node.child_by_field_name("left")
    elif node.type == "update_expression":
        target = node.child_by_field_name("argument")
    else:
        return node.type == "unary_expression" and text(node).startswith("delete")
    # A name alone is a variable; of a pattern, anything may be set.
    name = target.child_by_field_name("property") if target is not None else None
    is_variable = target is not None and target.type == "identifier"
    return not is_variable and (name is None or text(name) in members)


def _between(top: Node, declarator: Node, question: Node) -> Iterator[Node]:
    waiting = [top]
    while waiting:
        one = waiting.pop()
        if one.end_byte <= declarator.end_byte or one.start_byte >= question.start_byte:
            continue
        if one.start_byte >= declarator.end_byte and not _holds(one, question):
            yield one
        waiting += one.named_children


def _holds(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte
