"""Calls: which overload is meant, what its type parameters stand for, what it yields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.failing import failed
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, text
from fixer.program.types import wireflow
from fixer.program.types.annotations import arguments as type_arguments
from fixer.program.types.functions import (
    arity,
    infers_nothing,
    parameter,
    parameter_nodes,
    predicate,
    returned,
    signatures,
)
from fixer.program.types.hooks import supplied
from fixer.program.types.misread import callee_of
from fixer.program.types.model import (
    NEVER,
    UNKNOWN,
    Context,
    Function,
    Tuple,
    Type,
    TypeParam,
    Union,
    Unknown,
    Wrapped,
    parts_of,
    present,
    union,
)
from fixer.program.types.names import entry, type_parameters
from fixer.program.types.provided import around
from fixer.program.types.relations import assignable
from fixer.program.types.unification import unify
from fixer.program.types.waiting import arguments, holds, made_object, waits, without_stop

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def call(engine: Engine, context: Context, node: Node) -> Type:
    """What a call expression evaluates to."""
    callee = node.child_by_field_name("function")
    if callee is None or callee.type == "import":
        return _imported(engine, context, node) if callee is not None else UNKNOWN
    return _called(engine, context, node, callee_of(node) or callee)


def _called(engine: Engine, context: Context, node: Node, callee: Node) -> Type:
    if callee.type == "super":
        return UNKNOWN
    if context.env.wire and _is_of_failure(callee):
        return UNKNOWN
    answer = wireflow.answered(engine, context, node)
    if isinstance(answer, Type):
        return answer
    type_ = present(engine.expression(context, callee))
    if isinstance(type_, Union):
        return union(*(_yields(engine, context, node, p, answer) for p in type_.parts))
    return _yields(engine, context, node, type_, answer)


def _is_of_failure(callee: Node) -> bool:
    """Whether it is what a response that failed is asked for: `if (!res.ok) await res.json()`."""
    receiver = callee.child_by_field_name("object")
    return (
        receiver is not None and receiver.type == "identifier" and text(receiver) in failed(callee)
    )


def _imported(engine: Engine, context: Context, node: Node) -> Type:
    return engine.promise(engine.imported(context, node))


def _yields(
    engine: Engine, context: Context, node: Node, callee: Type, wrapped: Wrapped | None
) -> Type:
    chosen = choose(engine, context, node, signatures(engine, callee))
    if context.env.wire:
        body = wireflow.entered(engine, node, chosen)
        if body is not None:
            return wireflow.called(engine, context, node, body, wrapped)
    if chosen is None:
        return UNKNOWN
    bound = instantiated(engine, context, node, chosen)
    if context.env.wire:
        bound = supplied(engine, context, node, bound, wrapped)
    return returned(engine, bound)


def written_arguments(node: Node) -> Node | None:
    """The type arguments of a call or a `new`."""
    return node.child_by_field_name("type_arguments")


def choose(
    engine: Engine, context: Context, node: Node, candidates: tuple[Function, ...]
) -> Function | None:
    """The first overload that takes these arguments; the first by number if none surely does."""
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    given = arguments(node)
    spread = any(a.type == "spread_element" for a in given)
    written = written_arguments(node)
    counted = [
        c
        for c in candidates
        if (spread or _takes(c.node, len(given)))
        and (written is None or len(type_parameters(c.node)) >= len(children_of(written)) > 0)
    ]
    if len(counted) <= 1:
        return counted[0] if counted else candidates[0]
    for candidate in counted:
        if all(_fits(engine, context, candidate, i, a) for i, a in enumerate(given)):
            return candidate
    return counted[0]


def _takes(function: Node, count: int) -> bool:
    least, most = arity(function)
    return least <= count and (most is None or count <= most)


def _fits(
    engine: Engine, context: Context, candidate: Function, index: int, argument: Node
) -> bool:
    if argument.type == "spread_element":
        return True
    expected = parameter(engine, candidate, index)
    if argument.type == "array" and isinstance(present(expected), Function):
        return False
    if _guards(signatures(engine, expected)) and not _guards(
        signatures(engine, engine.expression(context, argument))
    ):
        return False
    if argument.type in FUNCTIONS:
        if isinstance(expected, Unknown):
            return True
        callbacks = signatures(engine, expected)
        count = len(parameter_nodes(argument))
        return any(_accepts(c.node, count) for c in callbacks)
    return assignable(engine, engine.expression(context, argument), expected) is not False


def _guards(functions: tuple[Function, ...]) -> bool:
    """Whether a function is a type guard: the overload for guards takes no other function."""
    return any(predicate(f) is not None for f in functions)


def _accepts(callback: Node, count: int) -> bool:
    most = arity(callback)[1]
    return most is None or count <= most


def instantiated(
    engine: Engine,
    context: Context,
    node: Node,
    function: Function,
    stop: Node | None = None,
    *,
    expects: bool = True,
) -> Function:
    """The function with its type parameters bound for this call.

    `stop`: an expression in the arguments for which the binding is wanted; nothing is inferred
    from it, nor from the callbacks after it. `expects`: what the call is expected to yield counts.
    """
    parameters = type_parameters(function.node)
    if not parameters:
        return function
    question = f"bind{function.node.id}:{stop.id if stop is not None else ''}{expects}"

    def answer(engine: Engine, context: Context, node: Node) -> Type:
        return Tuple(_inferred(engine, context, node, function, stop, expects=expects))

    found = engine.ask(f"{question}:{hash(function.context.env)}", answer, context, node)
    types = found.items if isinstance(found, Tuple) else (UNKNOWN,) * len(parameters)
    entries = tuple(
        entry(function.context, p, function.node, t) for p, t in zip(parameters, types, strict=True)
    )
    return Function(function.context.bind(entries), function.node)


def _inferred(
    engine: Engine,
    context: Context,
    node: Node,
    function: Function,
    stop: Node | None,
    *,
    expects: bool,
) -> tuple[Type, ...]:
    parameters = type_parameters(function.node)
    written = written_arguments(node)
    if written is not None and not engine.ignores_annotations(context):
        return engine.filled(function, type_arguments(engine, context, written))
    keys = frozenset(p.id for p in parameters)
    open_ = Function(
        Context(function.context.module, function.context.env.unbind(keys)), function.node
    )
    found: dict[int, list[Type]] = {}
    for index, argument in _in_order(arguments(node), stop, expects=expects):
        if argument.type == "spread_element" or infers_nothing(function, index):
            continue
        expected, given = parameter(engine, open_, index), argument
        if stop is not None and holds(argument, stop) and argument.type in FUNCTIONS:
            makes = [returned(engine, it) for it in signatures(engine, present(expected))]
            expected, given = union(*makes), made_object(argument) or argument
        actual = without_stop(engine, engine.expression(context, given), given, stop)
        for key, types in unify(engine, expected, actual, keys).items():
            known = found.setdefault(key, [])
            known.extend(t for t in types if t not in known)
    circular = (
        {key for key, types in found.items() if _names_own(types, keys)} if expects else set()
    )
    if expects and (circular or not all(found.get(p.id) for p in parameters)):
        for key in circular:
            del found[key]
        _from_expectation(engine, context, node, open_, keys, found)
        if circular:
            _of_guards(engine, context, node, open_, found)
    for each in parameters:
        if not found.get(each.id):
            handed = around(engine, context, node, function, each)
            found |= {} if isinstance(handed, Unknown) else {each.id: [handed]}
    return completed(engine, function, parameters, found, is_open=stop is not None)


def _in_order(
    given: tuple[Node, ...], stop: Node | None, *, expects: bool
) -> list[tuple[int, Node]]:
    """Arguments with their places: first those that need no context, callbacks after them."""
    plain, callbacks = [], []
    for index, argument in enumerate(given):
        is_told = argument.type == "object" or (not expects and made_object(argument) is not None)
        if stop is not None and holds(argument, stop):
            if is_told:
                plain.append((index, argument))
        elif not waits(argument):
            plain.append((index, argument))
        elif stop is None or argument.end_byte <= stop.start_byte:
            callbacks.append((index, argument))
    return plain + callbacks


def _from_expectation(
    engine: Engine,
    context: Context,
    node: Node,
    open_: Function,
    keys: frozenset[int],
    found: dict[int, list[Type]],
) -> None:
    # What a function makes without arguments, `isDefined()`, only what it is given to can say.
    if open_.node.child_by_field_name("return_type") is None and arguments(node):
        return
    expected = engine.contextual(context, node)
    if isinstance(expected, Unknown):
        return
    for key, types in unify(engine, returned(engine, open_), expected, keys).items():
        if key not in found or (_says(types) and not found[key]):
            found[key] = types


def _of_guards(
    engine: Engine, context: Context, node: Node, open_: Function, found: dict[int, list[Type]]
) -> None:
    """`filter(isThere)`: what a generic guard makes of a value that only the context tells."""
    said = [p for p in type_parameters(open_.node) if _says(found.get(p.id, [UNKNOWN]))]
    entries = tuple(entry(open_.context, p, open_.node, union(*found[p.id])) for p in said)
    bound = Function(open_.context.bind(entries), open_.node)
    rest = frozenset(p.id for p in type_parameters(open_.node) if p not in said)
    for index, argument in enumerate(arguments(node)):
        actual, expected = engine.expression(context, argument), parameter(engine, bound, index)
        found |= unify(engine, expected, actual, rest)


def _names_own(types: list[Type], keys: frozenset[int]) -> bool:
    """Whether a type parameter is said to be one of its own function's, which says nothing."""
    parts = (part for type_ in types for part in parts_of(type_))
    return any(isinstance(part, TypeParam) and part.node.id in keys for part in parts)


def _says(types: list[Type]) -> bool:
    return not any(isinstance(t, Unknown | TypeParam) for t in types)


def completed(
    engine: Engine,
    function: Function,
    parameters: tuple[Node, ...],
    found: dict[int, list[Type]],
    *,
    is_open: bool,
) -> tuple[Type, ...]:
    """Inferred types in order; a parameter without one has its default or what it extends.

    `is_open`: not all arguments were looked at, so a type that only a callback's result decides
    is not known yet: its default would be wrong for `then((page) => page.results)`.
    """
    types: list[Type] = []
    context = function.context
    for node in parameters:
        candidates = found.get(node.id, ())
        known = [t for t in candidates if not isinstance(t, Unknown)]
        inferred = union(*(known or candidates)) if candidates else NEVER
        if inferred == NEVER and node.id not in found:
            fallback = node.child_by_field_name("value")
            if fallback is None or (is_open and not _is_given(function.node, node)):
                fallback = node.child_by_field_name("constraint")
            inferred = engine.declared(context, fallback) if fallback is not None else UNKNOWN
        types.append(inferred)
        context = context.bind((entry(context, node, function.node, inferred),))
    return tuple(types)


def _is_given(function: Node, parameter: Node) -> bool:
    """Whether a callback of the function is handed a value of the type parameter."""
    name = parameter.child_by_field_name("name")
    parameters = function.child_by_field_name("parameters")
    if name is None or parameters is None:
        return False
    return any(_names(inner, name.text) for inner in _inner_lists(parameters))


def _inner_lists(node: Node) -> Iterator[Node]:
    for child in node.named_children:
        if child.type == "formal_parameters":
            yield child
        else:
            yield from _inner_lists(child)


def _names(node: Node, name: bytes | None) -> bool:
    if node.type == "type_identifier":
        return node.text == name
    return any(_names(child, name) for child in node.named_children)
