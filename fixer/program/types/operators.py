"""What an operator or an observer of a form's value is given: the functions in it."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, text
from fixer.program.types.met import LostError

_REPLACING = frozenset({"map", "switchMap", "mergeMap", "concatMap", "exhaustMap"})
_TAKING = _REPLACING | {"tap", "subscribe"}


def functions_in(node: Node) -> Iterator[Node]:
    """The functions of an observer, of an operator, or one that stands there alone."""
    if node.type in FUNCTIONS:
        yield node
    elif node.type in ("call_expression", "object", "pair", "arguments"):
        if node.type == "call_expression" and _takes_by_name(node):
            raise LostError
        for child in children_of(node):
            yield from functions_in(child)


def replaces(operator: Node) -> bool:
    """Whether what comes after an operator is what its function yields, and no longer the value."""
    name = operator.child_by_field_name("function")
    return name is not None and text(name) in _REPLACING


def _takes_by_name(call: Node) -> bool:
    """Whether an operator is given a function that stands elsewhere: `map(toRow)`."""
    name, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if name is None or arguments is None or text(name) not in _TAKING:
        return False
    return any(a.type in ("identifier", "member_expression") for a in children_of(arguments))
