"""The keys that a function takes out of a dictionary again."""

from __future__ import annotations

import libcst as cst


def removed_keys(node: cst.FunctionDef) -> set[str]:
    """The texts in `del data["name"]` and `data.pop("name")`."""
    finder = _Removals()
    node.body.visit(finder)
    return finder.names


class _Removals(cst.CSTVisitor):
    """The names in `del data["name"]` and `data.pop("name")`."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_Del(self, node: cst.Del) -> None:  # noqa: N802 (libcst's name)
        match node.target:
            case cst.Subscript(
                slice=[cst.SubscriptElement(slice=cst.Index(value=cst.SimpleString() as key))]
            ):
                self.names.add(str(key.evaluated_value))

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        match node:
            case cst.Call(
                func=cst.Attribute(attr=cst.Name(value="pop")),
                args=[cst.Arg(value=cst.SimpleString() as key), *_],
            ):
                self.names.add(str(key.evaluated_value))
