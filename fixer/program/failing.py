"""A place in the code → the responses that are known there to say that the request failed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, first_named, text

_OK = re.compile(r"(?P<of>[\w$.]+?)\??\.ok(?:\s*===?\s*(?P<said>true|false))?")
_STATUS = re.compile(
    r"(?P<of>[\w$.]+?)\??\.status\s*(?P<how>[!=]==?|>=?|<=?)\s*(?P<code>[1-5]\d\d)"
)
_ONLY = frozenset({"200", "201"})  # the successes that others are held against as failures
_FIRST = frozenset({">=200", ">199", "<200", "<=199"})  # where successes begin
_LEAVES = frozenset({"return_statement", "throw_statement", "continue_statement"})


def failed(node: Node) -> Iterator[str]:
    """What `response` is called in `if (!response.ok)` around a place, or left before it."""
    child, parent = node, node.parent
    while parent is not None and child.type not in FUNCTIONS:
        if parent.type in ("if_statement", "ternary_expression"):
            condition = parent.child_by_field_name("condition")
            if condition is not None and condition != child:
                holds = parent.child_by_field_name("consequence") == child
                yield from _failing(condition, holds=holds)
        elif parent.type in ("statement_block", "program"):
            yield from _left_before(parent, child)
        child, parent = parent, parent.parent


def _left_before(block: Node, statement: Node) -> Iterator[str]:
    """`if (response.ok) return …;` before a statement: behind it the request has failed."""
    for earlier in block.named_children:
        if earlier.start_byte >= statement.start_byte:
            return
        consequence = earlier.child_by_field_name("consequence")
        condition = earlier.child_by_field_name("condition")
        if earlier.type == "if_statement" and condition is not None and _leaves(consequence):
            yield from _failing(condition, holds=False)


def _leaves(block: Node | None) -> bool:
    if block is not None and block.type == "statement_block":
        block = children_of(block)[-1] if children_of(block) else None
    return block is not None and block.type in _LEAVES


def _failing(condition: Node, *, holds: bool) -> Iterator[str]:
    """The responses of which a condition that holds, or doesn't, says that they failed."""
    operator = condition.child_by_field_name("operator")
    kind = operator.type if operator is not None else ""
    inner = first_named(condition)
    if condition.type == "parenthesized_expression" and inner is not None:
        yield from _failing(inner, holds=holds)
    elif condition.type == "unary_expression" and kind == "!" and inner is not None:
        yield from _failing(inner, holds=not holds)
    elif kind in ("&&", "||"):
        sides = list(children_of(condition))
        if (kind == "&&") == holds or all(any(_failing(s, holds=holds)) for s in sides):
            for side in sides:
                yield from _failing(side, holds=holds)
    elif (name := _told(text(condition), holds=holds)) is not None:
        yield name


def _told(condition: str, *, holds: bool) -> str | None:
    if match := _OK.fullmatch(condition):
        return match["of"] if holds == (match["said"] == "false") else None
    if match := _STATUS.fullmatch(condition):
        succeeds = match["code"].startswith(("2", "3"))
        how, far = match["how"], match["code"] in ("400", "399", "299", "300")
        if how.startswith(("=", "!")):
            is_equal = holds == how.startswith("=")
            if succeeds and match["code"] not in _ONLY:
                return None  # what isn't `204 No Content` has a body
            return match["of"] if is_equal != succeeds else None
        if how + match["code"] in _FIRST:
            return match["of"] if holds == how.startswith("<") else None
        return match["of"] if far and holds == how.startswith(">") else None
    return None
