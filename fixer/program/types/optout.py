"""Whether the author wrote that a value has no type: `get<any>(…)`, `const row: any`, `as any`.

Where nothing is written, what flows from a request is all that is known, and it is enough. Where
`any` is written, a person has decided that the compiler shall not look.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, first_named
from fixer.program.types.model import Context, Unknown

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_LEFT = {
    "member_expression": "object",
    "subscript_expression": "object",
    "call_expression": "function",
}
_INNER = frozenset({"parenthesized_expression", "non_null_expression", "await_expression"})
_PATTERNS = frozenset(
    {"object_pattern", "array_pattern", "pair_pattern", "rest_pattern", "assignment_pattern"}
    | {"object_assignment_pattern"}
)
_CHAIN = frozenset({"arguments", "call_expression", "member_expression", "pair", "object"})


def is_given_up(engine: Engine, context: Context, node: Node) -> bool:
    """Whether an expression, or what a pattern takes apart, begins with a written `any`.

    Or goes through a list under a key that is no number, which gives `any` as well.
    """
    if node.type in _PATTERNS:
        return _declared_so(engine, node)
    for part in _leftwards(node):
        if _says_any(part) or _misses_elements(engine, context, part):
            return True
        if part.type == "identifier":
            binding = engine.binding(context.module, part)
            return binding is not None and _declared_so(engine, binding.name_node)
    return False


def _misses_elements(engine: Engine, context: Context, node: Node) -> bool:
    """`rows[name]`: what the list holds has a type, which is not what the compiler sees here."""
    object_ = node.child_by_field_name("object") if node.type == "subscript_expression" else None
    if object_ is None or not isinstance(engine.expression(context, node), Unknown):
        return False
    return not isinstance(engine.element(engine.expression(context, object_)), Unknown)


def _declared_so(engine: Engine, name: Node) -> bool:
    holder = engine.parent(name)
    while holder is not None and holder.type in _PATTERNS:
        name, holder = holder, engine.parent(holder)
    if holder is None:
        return False
    if holder.type in FUNCTIONS:  # `row => …`
        return _comes_from_any(engine, holder)
    written = holder.child_by_field_name("type")
    if written is not None:
        return any(_is_any(n) for n in _below(written))
    if holder.type == "variable_declarator":
        value = holder.child_by_field_name("value")
        return value is not None and any(_says_any(p) for p in _leftwards(value))
    function = engine.ancestor(holder, FUNCTIONS)
    is_parameter = holder.type in ("required_parameter", "optional_parameter")
    return is_parameter and function is not None and _comes_from_any(engine, function)


def _comes_from_any(engine: Engine, callback: Node) -> bool:
    """`get<any>(…).pipe(map((row) => …))`: what the callback is given has no type."""
    around = engine.parent(callback)
    while around is not None and around.type in _CHAIN:
        if around.type == "call_expression" and any(_says_any(p) for p in _leftwards(around)):
            return True
        around = engine.parent(around)
    return False


def _leftwards(node: Node) -> Iterator[Node]:
    current: Node | None = node
    while current is not None:
        yield current
        if current.type in _LEFT:
            current = current.child_by_field_name(_LEFT[current.type])
        else:
            current = first_named(current) if current.type in _INNER else None


def _says_any(node: Node) -> bool:
    if node.type == "as_expression":
        return any(_is_any(n) for n in children_of(node)[1:])
    arguments = node.child_by_field_name("type_arguments")
    return arguments is not None and any(_is_any(n) for n in _below(arguments))


def _is_any(node: Node) -> bool:
    return node.type == "predefined_type" and node.text in (b"any", b"unknown")


def _below(node: Node) -> Iterator[Node]:
    yield node
    for child in children_of(node):
        yield from _below(child)
