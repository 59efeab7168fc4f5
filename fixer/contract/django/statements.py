"""A block of Python, into its simple statements."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst


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
