"""The query parameters that a function reads itself: `request.query_params.get("since")`."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from .returns import is_request
from .walking import walk

_HOLDERS = frozenset({"query_params", "GET"})
_READS = frozenset({"get", "getlist"})


def queried(node: cst.FunctionDef) -> Iterable[str]:
    """Their names, in the order in which they are read."""
    found = _Reads()
    walk(node.body, found)
    return found.names


class _Reads:
    def __init__(self) -> None:
        self.names: dict[str, None] = {}

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        match node:
            case cst.Call(
                func=cst.Attribute(value=holder, attr=cst.Name(value=read)),
                args=[cst.Arg(value=cst.SimpleString() as name), *_],
            ) if read in _READS and _is_query(holder):
                self.names[str(name.evaluated_value)] = None

    def visit_Subscript(self, node: cst.Subscript) -> None:  # noqa: N802 (libcst's name)
        match node:
            case cst.Subscript(
                value=holder,
                slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() as name))],
            ) if _is_query(holder):
                self.names[str(name.evaluated_value)] = None


def _is_query(node: cst.BaseExpression) -> bool:
    """`request.query_params`, `self.request.GET`"""
    match node:
        case cst.Attribute(value=of, attr=cst.Name(value=holder)):
            return holder in _HOLDERS and is_request(of)
    return False
