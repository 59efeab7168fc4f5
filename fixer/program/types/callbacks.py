"""A function of the program's own, handed to a library's, becomes one that knows what it gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fixer.program.types import functions
from fixer.program.types.model import (
    Anonymous,
    Context,
    Entry,
    Function,
    Named,
    Role,
    Type,
    Union,
    WireType,
)

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def called_back(engine: Engine, function: Function, expected: Function) -> Function:
    """What a request yields is laid on the parameters: `fetch(url).then(checked)`.

    A function expression that stands there itself is typed by the place already.
    """
    module, env = function.context.module, function.context.env
    if not env.wire or not engine.is_own(function.context):
        return function
    if engine.expected_signatures(function.context, function.node):
        return function
    entries = []
    for index, parameter in enumerate(functions.parameter_nodes(function.node)):
        pattern = parameter.child_by_field_name("pattern") or parameter
        given = engine.parameter(expected, index)
        if pattern.type != "rest_pattern" and has_answer(given):
            start, end = pattern.start_byte, pattern.end_byte
            entries.append(Entry(pattern.id, module, start, end, given, Role.ARGUMENT))
    if not entries or any(env.has_entered(entry.key) for entry in entries):
        return function
    return Function(Context(module, env.lay(tuple(entries))), function.node)


def has_answer(type_: Type, depth: int = 3) -> bool:
    """Whether a type is, or holds as its argument, what the contract says of a value.

    A client's answer may be a type without a name that is written around it: `{ data: T }`.
    """
    if isinstance(type_, Anonymous) and depth:
        return any(has_answer(entry.type, depth - 1) for entry in type_.context.env.entries)
    if isinstance(type_, Named) and depth:
        return any(has_answer(argument, depth - 1) for argument in type_.args)
    if isinstance(type_, Union):
        return any(has_answer(part, depth) for part in type_.parts)
    return isinstance(type_, WireType)
