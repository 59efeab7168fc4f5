"""What the grammar reads otherwise than TypeScript does, put right: `await f<T>(x)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import first_named

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def callee_of(node: Node) -> Node | None:
    """What a call or `new` calls.

    The grammar reads `await f<T>()` and `void f<T>()` as `(await f)<T>()` and `(void f)<T>()`.
    """
    callee = node.child_by_field_name("function") or node.child_by_field_name("constructor")
    if callee is not None and callee.type in ("await_expression", "unary_expression"):
        return first_named(callee)
    return callee


def is_awaited(engine: Engine, node: Node) -> bool:
    """Whether an expression is what an `await` inside it really stands before.

    The grammar reads `await f<T>().then(g)` as `((await f)<T>()).then(g)`: the last of the chain
    is awaited, and nothing before it.
    """
    if node.type not in _CHAIN:
        return False
    outer = engine.parent(node)
    if outer is not None and outer.type in _CHAIN and _left(outer) == node:
        return False
    inner: Node | None = node
    while inner is not None and inner.type in _CHAIN:
        left = _left(inner)
        if left is not None and left.type == "await_expression":
            return inner.type == "call_expression"
        inner = left
    return False


_CHAIN = {
    "call_expression": "function",
    "member_expression": "object",
    "subscript_expression": "object",
    "non_null_expression": "",
}


def _left(node: Node) -> Node | None:
    field = _CHAIN[node.type]
    return node.child_by_field_name(field) if field else first_named(node)
