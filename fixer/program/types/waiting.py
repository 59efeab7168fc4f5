"""A call's arguments → what of them waits until the context tells it: callbacks, and theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, string_value
from fixer.program.types.functions import parameter_nodes
from fixer.program.types.model import STRING, Literal, ObjectLiteral, Type, Without
from fixer.program.types.tables import name_of, name_text

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def arguments(node: Node) -> tuple[Node, ...]:
    """The arguments of a call; of a tagged template none."""
    found = node.child_by_field_name("arguments")
    if found is None or found.type != "arguments":
        return ()
    return tuple(children_of(found))


def waits(argument: Node) -> bool:
    """Whether an argument is a callback, or made by a call of one: `map((row) => row.name)`."""
    if argument.type == "call_expression":
        return any(is_sensitive(inner) or waits(inner) for inner in arguments(argument))
    return argument.type in FUNCTIONS and is_sensitive(argument)


def is_sensitive(node: Node) -> bool:
    """Whether it is, or holds, a function with a parameter that the context has to type."""
    if node.type == "object":
        values = (c.child_by_field_name("value") or c for c in children_of(node))
        return any(is_sensitive(v) for v in values)
    if node.type in ("array", "jsx_expression", "parenthesized_expression"):
        return any(is_sensitive(child) for child in children_of(node))
    if node.type not in FUNCTIONS:
        return False
    untold = (
        p.type == "identifier" or p.child_by_field_name("type") is None
        for p in parameter_nodes(node)
    )
    return any(untold) or _yields_sensitive(node)


def _yields_sensitive(function: Node) -> bool:
    """`() => [{ render: (row) => … }]`: what it yields holds a function that has to be told."""
    body = function.child_by_field_name("body")
    if body is None or body.type == "statement_block":
        return False
    return function.child_by_field_name("return_type") is None and is_sensitive(body)


def may_be_of_itself(node: Node, expected: Type) -> bool:
    """Whether a text is expected only because a type parameter was inferred from it."""
    if node.type == "string":
        return isinstance(expected, Literal) and expected.value == string_value(node)
    return node.type == "template_string" and expected == STRING


def made_object(argument: Node) -> Node | None:
    """The object that is all that a function makes: `useQuery(() => ({ … }))`."""
    if argument.type != "arrow_function" or parameter_nodes(argument):
        return None
    body = argument.child_by_field_name("body")
    if body is None or body.type != "parenthesized_expression" or len(children_of(body)) != 1:
        return None
    inner = children_of(body)[0]
    return inner if inner.type == "object" else None


def maker_of(object_: Node) -> Node | None:
    """The function whose only result an object is."""
    holder = object_.parent
    function = holder.parent if holder is not None else None
    if function is None or function.type != "arrow_function":
        return None
    return function if made_object(function) == object_ else None


def holds(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte


def without_stop(engine: Engine, type_: Type, argument: Node, stop: Node | None) -> Type:
    """The object that an argument is, without what asks and without the callbacks after it."""
    if stop is None or not isinstance(type_, ObjectLiteral) or not holds(argument, stop):
        return type_
    left_out: set[str] = set()
    for child in children_of(argument):
        name_node = name_of(child) if child.type != "spread_element" else None
        name = name_text(name_node) if name_node is not None else None
        if name is None:
            continue
        value = child.child_by_field_name("value") or child
        late = child.start_byte >= stop.start_byte and is_sensitive(value)
        if holds(child, stop) or late:
            left_out.add(name)
    return Without(type_, frozenset(left_out))
