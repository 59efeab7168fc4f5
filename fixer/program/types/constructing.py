"""What `new` makes, and the constructor that it calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of
from fixer.program.types import wireflow
from fixer.program.types.annotations import arguments as type_arguments
from fixer.program.types.calls import choose, instantiated, written_arguments
from fixer.program.types.functions import constructor_of, parameter, returned, signatures
from fixer.program.types.model import NEVER, UNKNOWN, ClassValue, Context, Function, Type, union
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
        if executor is not None and _does_nothing(executor):
            return engine.promise(NEVER)
    return returned(engine, instantiated(engine, context, node, chosen))


def _does_nothing(function: Node) -> bool:
    """Whether a promise that it makes is never kept: `new Promise(() => {})`.

    As on the way to a page to sign in. What takes no `resolve` can't keep one.
    """
    if function.type not in FUNCTIONS:
        return False
    body, taken = (function.child_by_field_name(part) for part in ("body", "parameters"))
    is_deaf = taken is not None and not children_of(taken)
    is_empty = body is not None and body.type == "statement_block" and not children_of(body)
    return is_deaf or is_empty


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
