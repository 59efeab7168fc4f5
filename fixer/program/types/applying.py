"""What a function makes of one value at run time: of the answer that it is handed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import first_named
from fixer.program.types.functions import parameter_nodes, returned, returns
from fixer.program.types.model import Context, Entry, Env, Function, Type

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def applied(engine: Engine, context: Context, function: Node, argument: Type) -> Type:
    """What a function yields at run time whose first parameter is `argument`."""
    return returned(engine, Function(handed(context, function, argument), function))


def yielded(
    engine: Engine, context: Context, function: Node, argument: Type
) -> Iterator[tuple[Type, Node]]:
    """Each value that such a function may yield, where it stands.

    One for each arm of a ternary, and for each side of `||` and `??`.
    """
    context, body = handed(context, function, argument), function.child_by_field_name("body")
    if body is None:
        return
    waiting = [body]
    if body.type == "statement_block":
        found = (first_named(it) for it in returns(engine, context, function, body))
        waiting = [value for value in found if value is not None]
    while waiting:
        value = waiting.pop()
        arms = [value.child_by_field_name(name) for name in ("consequence", "alternative")]
        inner = first_named(value)
        if value.type == "ternary_expression":
            waiting.extend(arm for arm in arms if arm is not None)
        elif value.type == "parenthesized_expression" and inner is not None:
            waiting.append(inner)
        elif operands := _choice(value):
            waiting.extend(operands)
        else:
            yield engine.expression(context, value), value


def instead(value: Node) -> Iterator[tuple[Node, bool]]:
    """What doesn't hold where a value is taken: `a` of `a ?? value`, `a || value`."""
    parent = value.parent
    while parent is not None and parent.type in ("parenthesized_expression", "binary_expression"):
        operands = _choice(parent)
        if operands and operands[1] == value:
            yield operands[0], False
        value, parent = parent, parent.parent


def _choice(value: Node) -> tuple[Node, Node] | None:
    """Both sides of `a || b` and `a ?? b`."""
    parts = [value.child_by_field_name(name) for name in ("left", "operator", "right")]
    left, operator, right = parts
    if left is None or operator is None or right is None or operator.type not in ("||", "??"):
        return None
    return left, right


def handed(context: Context, function: Node, argument: Type) -> Context:
    """Inside of a function whose first parameter is `argument`."""
    module, entries = context.module, []
    for parameter in parameter_nodes(function)[:1]:
        pattern = parameter.child_by_field_name("pattern") or parameter
        entries.append(Entry(pattern.id, module, pattern.start_byte, pattern.end_byte, argument))
    return Context(module, Env(wire=True).lay(tuple(entries)))
