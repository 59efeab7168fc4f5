"""What `new` makes, and the constructor that it calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of
from fixer.program.types import wireflow
from fixer.program.types.annotations import arguments as type_arguments
from fixer.program.types.calls import choose, instantiated, written_arguments
from fixer.program.types.functions import (
    constructor_of,
    parameter,
    parameter_nodes,
    returned,
    signatures,
)
from fixer.program.types.model import (
    NEVER,
    UNKNOWN,
    ClassValue,
    Context,
    Function,
    Type,
    Unknown,
    parts_of,
    union,
)
from fixer.program.types.names import entry, type_parameters
from fixer.program.types.unification import unify
from fixer.program.types.waiting import arguments

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def new(engine: Engine, context: Context, node: Node) -> Type:
    """What `new C(…)` makes."""
    callee = node.child_by_field_name("constructor")
    if callee is None:
        return UNKNOWN
    type_ = engine.expression(context, callee)
    written = type_arguments(engine, context, written_arguments(node))
    if isinstance(type_, ClassValue):
        made = engine.instance(type_, written or _class_arguments(engine, context, node, type_))
        return wireflow.constructed(engine, context, node, made) if context.env.wire else made
    chosen = choose(engine, context, node, signatures(engine, type_, construct=True))
    if chosen is None:
        return UNKNOWN
    if context.env.wire and engine.is_global(returned(engine, chosen), "Promise"):
        executor = next(iter(arguments(node)), None)
        if executor is not None and executor.type in FUNCTIONS:
            if _does_nothing(executor):
                return engine.promise(NEVER)
            kept = _resolved(engine, context, executor)
            if kept is not None:
                return engine.promise(kept)
    return returned(engine, instantiated(engine, context, node, chosen))


def _does_nothing(function: Node) -> bool:
    """Whether a promise that it makes is never kept: `new Promise(() => {})`.

    As on the way to a page to sign in. What takes no `resolve` can't keep one.
    """
    body, taken = (function.child_by_field_name(part) for part in ("body", "parameters"))
    is_deaf = taken is not None and not children_of(taken)
    is_empty = body is not None and body.type == "statement_block" and not children_of(body)
    return is_deaf or is_empty


def _resolved(engine: Engine, context: Context, executor: Node) -> Type | None:
    """What `new Promise((resolve) => …)` is kept with; None: where `resolve` goes isn't seen.

    As every request in a wrapper that makes its promise itself: `load().then((r) => resolve(r))`.
    """
    first = next(iter(parameter_nodes(executor)), None)
    name = first.child_by_field_name("pattern") or first if first is not None else None
    if name is None or name.type != "identifier":
        return None
    types: list[Type] = []
    uses = list(wireflow.uses(engine, context.module, name))
    if uses == [name]:
        return NEVER  # `new Promise((_, reject) => setTimeout(reject, 1000))`
    for use in uses:
        given = wireflow.given_to(engine, use)
        if given is not None:
            types.extend(engine.expression(context.at(each), each) for each in given[:1])
        elif use != name:
            told = list(wireflow.told_by_place(engine, context, use))
            if not told:
                return None
            types.extend(told)
    kept = union(*map(engine.awaited, types))
    is_known = not any(isinstance(part, Unknown) for part in parts_of(kept))
    return kept if is_known and kept != NEVER else None


def _class_arguments(
    engine: Engine, context: Context, node: Node, class_: ClassValue
) -> tuple[Type, ...]:
    parameters = type_parameters(class_.declaration.node)
    constructor = constructor_of(engine, class_) if parameters else None
    if constructor is None:
        return ()
    wanted = frozenset(p.id for p in parameters)
    found: dict[int, list[Type]] = {}
    for index, argument in enumerate(arguments(node)):
        expected = parameter(engine, constructor, index)
        met = unify(engine, expected, engine.expression(context, argument), wanted)
        for key, types in met.items():
            found.setdefault(key, []).extend(types)
    if not found:
        return ()
    return tuple(union(*found[p.id]) if p.id in found else UNKNOWN for p in parameters)


def constructor(
    engine: Engine, context: Context, node: Node, class_: ClassValue
) -> Function | None:
    """The constructor that `new C<T>(…)` calls, with the type arguments that are written there."""
    found = constructor_of(engine, class_)
    written = type_arguments(engine, context, written_arguments(node))
    if found is None or not written:
        return found
    owner = class_.declaration.node
    parameters = zip(type_parameters(owner), written, strict=False)
    entries = tuple(entry(found.context, p, owner, t) for p, t in parameters)
    return Function(found.context.bind(entries), found.node)
