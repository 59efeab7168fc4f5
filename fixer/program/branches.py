"""Two places in a function → whether at most one of them runs."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.evaluate.writes import leaves
from fixer.program.syntax import children_of, is_within

_ARMS = ("consequence", "alternative")
_CASES = frozenset({"switch_case", "switch_default"})
_BLOCKS = frozenset({"statement_block", "else_clause"})


def are_apart(one: Node, other: Node) -> bool:
    """Whether they are in two arms of a choice, or one is where the other's branch doesn't get.

    `get ? ask(a) : ask(b)`, `if (get) { return ask(a) } return ask(b)`.
    """
    first, second = sorted((one, other), key=lambda node: node.start_byte)
    return any(_is_left(holder, arm, second) for holder, arm in _branches(first))


def _branches(node: Node) -> Iterator[tuple[Node, Node]]:
    """The choices around a place, with the arm in which it is."""
    child, parent = node, node.parent
    while parent is not None:
        if parent.type == "switch_body" and child.type in _CASES:
            yield parent, child
        if any(parent.child_by_field_name(name) == child for name in _ARMS):
            yield parent, child
        child, parent = parent, parent.parent


def _is_left(choice: Node, arm: Node, later: Node) -> bool:
    """Whether what is later doesn't run where the arm does."""
    if is_within(later, choice):
        is_end = (
            arm.type not in _CASES or _last(arm).type == "break_statement" or leaves(_last(arm))
        )
        return is_end and not is_within(later, arm)
    around = choice.parent  # a block
    return leaves(_last(arm)) and around is not None and is_within(later, around)


def _last(arm: Node) -> Node:
    """The statement in which a block or a case ends."""
    while arm.type in _CASES | _BLOCKS and children_of(arm):
        arm = children_of(arm)[-1]
    return arm
