"""As what something given to a call is taken, by what the call is expected to give.

`const rows: Row[] = names.map((name) => ({ id: 0, name }))`: the compiler takes the literal for a
type of its own and only then asks whether it is a Row, so its rename of `name` leaves the literal.
`const row: Promise<Row> = Promise.resolve({ id: 0, name })` likewise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.types.functions import parameter, returned, signatures
from fixer.program.types.misread import callee_of
from fixer.program.types.model import (
    UNKNOWN,
    Context,
    Function,
    Intersection,
    Named,
    Type,
    TypeParam,
    Union,
    Unknown,
    parts_of,
    present,
    union,
)
from fixer.program.types.names import entry, type_parameters
from fixer.program.types.waiting import arguments

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_MAX_CALLS = 3  # `load().then((rows) => rows.map((row) => ({ … })))`


def by_result(engine: Engine, context: Context, node: Node, depth: int = _MAX_CALLS) -> Type:
    """The type of `node`, an argument or what one yields; Unknown where no result says it."""
    function = _returning(engine, node)
    argument = function or node
    holder = engine.parent(argument)
    call = engine.parent(holder) if holder is not None and holder.type == "arguments" else None
    callee = callee_of(call) if call is not None and call.type == "call_expression" else None
    if call is None or callee is None or depth == 0:
        return UNKNOWN
    index = next((i for i, it in enumerate(arguments(call)) if it == argument), None)
    expected = engine.contextual(context, call)
    if isinstance(expected, Unknown):
        expected = by_result(engine, context, call, depth - 1)
    if index is None or isinstance(expected, Unknown):
        return UNKNOWN
    for each in signatures(engine, present(engine.expression(context, callee))):
        given = present(_given(engine, each, index, expected))
        if function is not None:
            callbacks = signatures(engine, given)
            given = union(*(returned(engine, it) for it in callbacks)) if callbacks else UNKNOWN
        if not isinstance(given, Unknown):
            return given
    return UNKNOWN


def _given(engine: Engine, function: Function, index: int, expected: Type) -> Type:
    """What a function is given at `index` if it gives what is expected of it."""
    parameters = type_parameters(function.node)
    keys = frozenset(p.id for p in parameters)
    context = Context(function.context.module, function.context.env.unbind(keys))
    open_ = Function(context, function.node)
    found: dict[int, Type] = {}
    _match(returned(engine, open_), present(expected), found)
    entries = tuple(entry(context, p, function.node, found.get(p.id, UNKNOWN)) for p in parameters)
    bound = Function(context.bind(entries), function.node)
    return parameter(engine, bound, index)


def _match(pattern: Type, expected: Type, found: dict[int, Type]) -> None:
    """What type parameters stand for in a type of the same name: `Promise<T[]>`, `Promise<Row[]>`.

    By names alone: what one has of the other's members is a question without an end where both
    give each other.
    """
    if isinstance(pattern, TypeParam):
        found.setdefault(pattern.node.id, expected)
    elif isinstance(pattern, Union | Intersection):
        for part in pattern.parts:
            _match(part, expected, found)
    elif isinstance(pattern, Named):
        for other in parts_of(expected):
            if isinstance(other, Named) and other.declaration == pattern.declaration:
                for mine, theirs in zip(pattern.args, other.args, strict=False):
                    _match(mine, theirs, found)


def _returning(engine: Engine, node: Node) -> Node | None:
    """The function that yields `node`, in parentheses or not."""
    parent = engine.parent(node)
    while parent is not None and parent.type in ("parenthesized_expression", "ternary_expression"):
        node, parent = parent, engine.parent(parent)
    if parent is not None and parent.type == "return_statement":
        while parent is not None and parent.type not in FUNCTIONS:
            parent = engine.parent(parent)
        return parent
    is_body = parent is not None and parent.type == "arrow_function"
    return parent if is_body and parent and parent.child_by_field_name("body") == node else None
