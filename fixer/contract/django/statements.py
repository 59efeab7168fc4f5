"""A block of Python, into its simple statements, and what they add to."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from .walking import walk


def small_statements(node: cst.CSTNode) -> Iterator[cst.BaseSmallStatement]:
    """The simple statements in a block and in the blocks inside it, in order."""
    match node:
        case cst.SimpleStatementLine() | cst.SimpleStatementSuite():
            yield from node.body
        case cst.IndentedBlock():
            for statement in node.body:
                yield from small_statements(statement)
        case cst.If() | cst.For() | cst.While() | cst.With() | cst.Else() | cst.Finally():
            yield from small_statements(node.body)
            if not isinstance(node, (cst.With, cst.Else, cst.Finally)) and node.orelse:
                yield from small_statements(node.orelse)
        case cst.Try():
            yield from small_statements(node.body)
            for handler in node.handlers:
                yield from small_statements(handler.body)
            for part in (node.orelse, node.finalbody):
                if part is not None:
                    yield from small_statements(part)


def is_generator(node: cst.FunctionDef) -> bool:
    """Whether a call of the function gives what its body yields."""
    return yields(node.body)


def yields(node: cst.CSTNode) -> bool:
    """Whether there is a `yield` in a body of a function."""
    finder = _Yields()
    walk(node, finder)
    return finder.found


class _Yields:
    def __init__(self) -> None:
        self.found = False

    def visit_Yield(self, node: cst.Yield) -> None:  # noqa: N802 (libcst's name)
        self.found = True

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:  # noqa: N802 (libcst's name)
        return False

    def visit_Lambda(self, node: cst.Lambda) -> bool:  # noqa: N802 (libcst's name)
        return False


_ADDING = frozenset({"append", "extend", "insert", "add", "update", "setdefault", "register"})


def added_to(node: cst.CSTNode) -> list[cst.BaseExpression]:
    """What statements in a block add to: `found` of `found.append(one)`, a list, dict or router."""
    finder = _Adding()
    walk(node, finder)
    return finder.found


class _Adding:
    def __init__(self) -> None:
        self.found: list[cst.BaseExpression] = []

    def visit_Call(self, node: cst.Call) -> None:  # noqa: N802 (libcst's name)
        if isinstance(node.func, cst.Attribute) and node.func.attr.value in _ADDING:
            self._add(node.func.value)

    def visit_AugAssign(self, node: cst.AugAssign) -> None:  # noqa: N802 (libcst's name)
        self._add(node.target)

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:  # noqa: N802 (libcst's name)
        if isinstance(node.target, cst.Subscript):
            self._add(node.target.value)

    def _add(self, holder: cst.BaseExpression) -> None:
        if isinstance(holder, (cst.Name, cst.Attribute)):
            self.found.append(holder)
