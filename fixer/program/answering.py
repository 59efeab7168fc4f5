"""A file of the frontend's own server, into whether it puts what it answers together itself."""

from __future__ import annotations

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.syntax import text

# `json({ items: rows })`, `NextResponse.json(…)`, `response.json(…)`; an error has a status, too.
_ANSWERS = """
(call_expression
  function: [(identifier) @name (member_expression object: (identifier) property: (_) @name)]
  arguments: (arguments . (object [(pair) (shorthand_property_identifier)]) .)) @answer
"""
_FAILING = frozenset({"catch_clause"})


def answers_itself(module: Module) -> bool:
    """Whether an answer of a handler has keys that the handler writes."""
    if b"json" not in module.data:
        return False
    found = module.captures(_ANSWERS)
    named = {n.end_byte for n in found.get("name", []) if text(n) == "json"}
    return any(
        callee is not None and callee.end_byte in named and not _is_inside_failing(answer)
        for answer in found.get("answer", [])
        for callee in [answer.child_by_field_name("function")]
    )


def _is_inside_failing(node: Node) -> bool:
    around = node.parent
    while around is not None and around.type not in _FAILING:
        around = around.parent
    return around is not None
