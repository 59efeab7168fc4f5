"""Reads by which code asks which of several forms a value has, and copes with each."""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.syntax import children_of, text

_EITHER = frozenset({"||", "??"})
_READ = frozenset({"member_expression", "subscript_expression", "non_null_expression"})
_CHOICES = frozenset({"if_statement", "ternary_expression"})


def is_probe(module: Module, access: Node, is_meant: Callable[[str], bool]) -> bool:
    """Whether the code goes on without what `access` reads: with the value as it is.

    `body.data || body`, `if (body.items) rows = body.items; else rows = body`. `is_meant`: whether
    a property may be the other form of what is read: `user.name || user.first_name`.
    """
    receiver = access.child_by_field_name("object")
    if receiver is None:
        return False
    whole = _plain(receiver)
    chain = _alternatives(access)
    if chain is not None and any(
        _is_whole(node) if _plain(node) == whole else _is_read_of(node, whole, is_meant)
        for node in _reads(module, chain)
    ):
        return True
    return any(
        _plain(node) == whole and _is_whole(node)
        for part in _otherwise(module, access)
        for node in _reads(module, part)
    )


def _alternatives(access: Node) -> Node | None:
    """The whole of `a || b ?? c` in which a read, or what is read of it, is one of them."""
    node, chain = access, None
    while (up := node.parent) is not None:
        if up.type == "binary_expression":
            operator = up.child_by_field_name("operator")
            if operator is None or operator.type not in _EITHER:
                break
            chain = up
        elif up.type != "parenthesized_expression" and not (
            chain is None and up.type in _READ and up.child_by_field_name("object") == node
        ):
            break
        node = up
    return chain


def _otherwise(module: Module, access: Node) -> list[Node]:
    """What is done where something was asked for the read, and hasn't it."""
    asked, found = _plain(access), list[Node]()
    node: Node | None = access
    while node is not None and node.type != "program":
        up = node.parent
        condition = up.child_by_field_name("condition") if up is not None else None
        if up is not None and up.type in _CHOICES and condition is not None:
            alternative = up.child_by_field_name("alternative")
            if node != alternative and any(_plain(it) == asked for it in _reads(module, condition)):
                found.extend([alternative] if alternative is not None else ())
                found.extend(_before(up))
        node = up
    return found


def _before(choice: Node) -> list[Node]:
    """What comes first where a choice is the `else` of others."""
    found: list[Node] = []
    while (clause := choice.parent) is not None and clause.type == "else_clause":
        if clause.parent is None:
            break
        choice = clause.parent
        found += [it for it in children_of(choice) if it != clause]
    return found


def _is_whole(node: Node) -> bool:
    """Whether a value stands there itself, and nothing of it."""
    up = node.parent
    if up is not None and up.type in _READ and up.child_by_field_name("object") == node:
        return False
    return not _is_asked_first(node)


def _is_read_of(node: Node, whole: str, is_meant: Callable[[str], bool]) -> bool:
    holder, name = (node.child_by_field_name(f) for f in ("object", "property"))
    if holder is None or name is None or _plain(holder) != whole:
        return False
    return is_meant(text(name))


def _is_asked_first(node: Node) -> bool:
    """`body` of `body && body.data`."""
    up = node.parent
    operator = up.child_by_field_name("operator") if up is not None else None
    is_and = operator is not None and operator.type == "&&"
    return up is not None and is_and and up.child_by_field_name("left") == node


def _reads(module: Module, part: Node) -> list[Node]:
    return module.captures("[(identifier) (member_expression)] @read", part).get("read", [])


def _plain(node: Node) -> str:
    return "".join(text(node).split()).replace("?.", ".").replace("!.", ".")
