"""Calls → the program's own functions that they run, with what is handed to these laid in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import CLASSES, FUNCTIONS
from fixer.program.types import wireflow
from fixer.program.types.calls import choose
from fixer.program.types.functions import parameter, parameter_nodes, signatures
from fixer.program.types.misread import callee_of
from fixer.program.types.model import (
    Context,
    Entry,
    Env,
    Function,
    Role,
    Type,
    Unknown,
    parts_of,
    present,
)
from fixer.program.types.waiting import arguments

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def apart(engine: Engine, context: Context, node: Node) -> Context:
    """A context without what was passed to functions on the way to the one around `node`.

    Two ways that give that function the same arguments lead to the same context.
    """
    if not context.env.overlay:
        return context
    is_in_class = engine.ancestor(node, CLASSES) is not None
    top = engine.outermost(node)
    env = context.env.apart(context.module, top, is_in_class=is_in_class)
    return context if env is context.env else Context(context.module, env)


def runs(engine: Engine, context: Context, call: Node) -> Iterator[Function]:
    """The program's own functions that a call runs: what it calls, and callbacks given by name."""
    callee = callee_of(call)
    if callee is None or callee.type in ("import", "super"):
        return
    for part in parts_of(present(engine.expression(context, callee))):
        if call.type == "new_expression":
            body = wireflow.constructor(engine, part)
        else:
            chosen = choose(engine, context, call, signatures(engine, part))
            body = wireflow.entered(engine, call, chosen)
        if body is not None:
            yield _apart(engine, wireflow.given(engine, context, call, body))
    for argument in arguments(call):
        if argument.type in ("identifier", "member_expression"):
            yield from _handed(engine, context, argument)


def _handed(engine: Engine, context: Context, name: Node) -> Iterator[Function]:
    """A function given by its name, `rows.map(toRow)`, with what it is called with."""
    function = present(engine.expression(context, name))
    if not isinstance(function, Function) or not engine.is_own(function.context):
        return
    function = engine.implementation(function)
    if function.node.type not in FUNCTIONS:
        return
    for signature in signatures(engine, present(engine.contextual(context, name))):
        count = len(parameter_nodes(function.node))
        types = [parameter(engine, signature, i) for i in range(count)]
        env = Env(function.context.env.entries, (), wire=True)
        laid = env.lay((*function.context.env.overlay, *_laid(function, types)))
        yield _apart(engine, Function(Context(function.context.module, laid), function.node))


def _laid(function: Function, types: list[Type]) -> Iterator[Entry]:
    for node, type_ in zip(parameter_nodes(function.node), types, strict=True):
        pattern = node.child_by_field_name("pattern") or node
        if pattern.type != "rest_pattern" and not isinstance(present(type_), Unknown):
            start, end = pattern.start_byte, pattern.end_byte
            module = function.context.module
            yield Entry(pattern.id, module, start, end, type_, role=Role.ARGUMENT)


def _apart(engine: Engine, function: Function) -> Function:
    context = apart(engine, function.context, function.node)
    return Function(context, function.node)
