"""Walks a syntax tree without changing it: libcst's own `visit` makes every node anew.

A visitor is any object with methods `visit_Call(node)`; one that returns False keeps the walk out
of that node. What only lays text out (blanks, commas, brackets) is passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache

import libcst as cst

_Handler = Callable[[cst.CSTNode], "bool | None"]
# Where what Python reads first isn't what libcst lists first.
_ORDERS: dict[type[cst.CSTNode], tuple[str, ...]] = {
    cst.IfExp: ("body", "test", "orelse"),
    cst.FunctionDef: ("decorators", "name", "type_parameters", "params", "returns", "body"),
    cst.ClassDef: ("decorators", "name", "type_parameters", "bases", "keywords", "body"),
}
_LAYOUT = ("whitespace_", "leading_", "trailing_", "lpar", "rpar", "lbra", "rbra", "lines_after_")
_MARKS = frozenset({"comma", "colon", "semicolon", "dot", "equal", "header", "footer", "indent"})


def walk(node: cst.CSTNode, visitor: object) -> None:
    """Shows `visitor` each node of the tree, parents first, in the order of the source."""
    handlers: dict[type[cst.CSTNode], _Handler | None] = {}
    waiting = [node]
    while waiting:
        one = waiting.pop()
        kind = type(one)
        if kind not in handlers:
            handlers[kind] = getattr(visitor, f"visit_{kind.__name__}", None)
        handler = handlers[kind]
        if handler is None or handler(one) is not False:
            waiting.extend(_inside(one))


def _inside(node: cst.CSTNode) -> list[cst.CSTNode]:
    """The nodes right below, last one first."""
    found: list[cst.CSTNode] = []
    for name in _held(type(node)):
        value = getattr(node, name)
        if isinstance(value, cst.CSTNode):
            found.append(value)
        elif isinstance(value, (list, tuple)):
            found.extend(item for item in value if isinstance(item, cst.CSTNode))
    found.reverse()
    return found


@cache
def _held(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    """The attributes of such a node that hold more than layout."""
    if kind in _ORDERS:
        return _ORDERS[kind]
    names = (field.name for field in fields(kind))
    return tuple(n for n in names if n not in _MARKS and not n.startswith(_LAYOUT))
