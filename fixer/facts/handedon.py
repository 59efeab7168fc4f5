"""Object literals that an expression of a template hands on as they are."""

from __future__ import annotations

from tree_sitter import Node

from fixer.program.syntax import whole_name
from fixer.program.types.tables import name_text

_WHOLE = frozenset(
    {"pair", "object", "array", "parenthesized_expression", "ternary_expression"}
    | {"as_expression", "satisfies_expression", "spread_element"}
)


def literal_around(node: Node) -> Node | None:
    """The object literal, handed on as it is, that a leaf is a key of."""
    holder = whole_name(node)
    pair = holder.parent
    if pair is not None and pair.type == "pair" and pair.child_by_field_name("key") == holder:
        pair = pair.parent
    found = around = pair if pair is not None and pair.type == "object" else None
    while around is not None and around.type != "program":
        if around.type in ("arguments", "binary_expression"):
            return None
        around = around.parent
    return found


def is_handed_on(literal: Node) -> bool:
    """Whether an object literal is a part of what an expression gives, as it is."""
    around = literal.parent
    while around is not None and around.type in _WHOLE:
        around = around.parent
    return around is not None and around.type == "expression_statement"


def path_to(literal: Node) -> list[str | None]:
    """The keys that lead to an object literal, from the outermost on; None: it is an item."""
    found: list[str | None] = []
    around = literal.parent
    while around is not None and around.type != "program":
        if around.type == "array":
            found.append(None)
        elif around.type == "pair":
            key = around.child_by_field_name("key")
            found.append(name_text(key) if key is not None else None)
        around = around.parent
    return found[::-1]
