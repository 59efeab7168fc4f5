"""A library's hook that fetches by what stands elsewhere becomes one bound to what that yields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import first_named
from fixer.program.types import wireflow
from fixer.program.types.model import Context, Function, Unknown, Wrapped
from fixer.program.types.names import entry, type_parameters

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def supplied(
    engine: Engine, context: Context, node: Node, hook: Function, wrapped: Wrapped | None
) -> Function:
    """A hook whose fetcher comes from elsewhere: its first type parameter is what that yields.

    So is it where the fetcher is given its URL by the hook: read without one, it yields only what
    needs no request, a `null` or a text.
    """
    parameters = type_parameters(hook.node)
    if not parameters:
        return hook
    if wrapped is None and not isinstance(hook.context.env.get(parameters[0].id), Unknown):
        return hook
    data = wireflow.fetched(engine, context, node, wrapped)
    if data is None:
        return hook
    entries = tuple(
        entry(hook.context, p, hook.node, data)
        for p in parameters
        if p == parameters[0]
        or (isinstance(hook.context.env.get(p.id), Unknown) and _repeats(p, parameters[0]))
    )
    return Function(hook.context.bind(entries), hook.node)


def _repeats(parameter: Node, first: Node) -> bool:
    """Whether a parameter is the first one if nothing is said: `D = T`."""
    value, name = parameter.child_by_field_name("value"), first.child_by_field_name("name")
    inner = first_named(value) if value is not None else None
    return inner is not None and name is not None and inner.text == name.text
