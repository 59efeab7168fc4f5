"""Calls become what they return: functions are entered with their arguments bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole
from fixer.program.evaluate import (
    builtins,
    components,
    decorating,
    libraries,
    matching,
    members,
    overriding,
    tags,
    types,
)
from fixer.program.evaluate.effects import guard_holds
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import (
    NOTHING,
    Array,
    ClassValue,
    ClientValue,
    Constant,
    Function,
    Instance,
    Later,
    Library,
    Method,
    Namespace,
    Nothing,
    Sender,
    Truth,
    TypeRef,
    Unknown,
    Value,
    candidates,
    depends_of,
    place_of,
    union,
)
from fixer.program.evaluate.writes import guards
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, first_named, string_value, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

MAX_NESTED = 24
MAX_RETURNS = 24


def call_expression(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    callee = node.child_by_field_name("function")
    if callee is None or callee.type == "super":
        return NOTHING
    if callee.type == "import" or (callee.type == "identifier" and text(callee) == "require"):
        return _imported(ev, module, node, callee)
    if (question := matching.asked(module, node)) is not None:
        known = matching.matched(ev.value(module, question.subject, env), question.pattern)
        if known is not None:
            return Truth(known)
    target = ev.value(module, callee, env)
    written = node.child_by_field_name("arguments")
    if written is not None and written.type == tags.TEMPLATE:
        return tags.tagged(ev, module, node, target, env)
    arguments = arguments_of(ev, module, node, env)
    found = [call(ev, c, arguments, module, node, env) for c in candidates(target)]
    return union([f for f in found if not isinstance(f, Nothing)] or found)


def _imported(ev: Evaluator, module: Module, node: Node, callee: Node) -> Value:
    arguments = node.child_by_field_name("arguments")
    first = first_named(arguments) if arguments is not None else None
    specifier = string_value(first) if first is not None else None
    if specifier is None or (callee.type != "import" and module.resolve(callee) is not None):
        return Unknown("a module that is computed")
    path = ev.program.locate(module, specifier)
    if path is None:
        names = () if callee.type == "import" else ("default",)
        return libraries.library(ev, Library(specifier, names), place_of(module, node))
    target = ev.program.module(path)
    if callee.type != "import":
        found = members.common_exports(ev, target)
        if found is not None:
            return found
    return Namespace(target)


def arguments_of(ev: Evaluator, module: Module, node: Node, env: Env) -> tuple[Value, ...]:
    """The arguments of a call, not evaluated yet; what is spread in stands for any number."""
    listed = node.child_by_field_name("arguments")
    found: list[Value] = []
    for child in children_of(listed) if listed is not None else ():
        if child.type == "comment":
            continue
        if child.type != "spread_element":
            found.append(Later(module, child, env))
            continue
        spread = ev.inside(module, first_named(child), env)
        if isinstance(spread, Array):
            found.extend(spread.items)
            if spread.rest is None:
                continue
        rest = Unknown("spread arguments", depends_of(spread), place=place_of(module, child))
        return (*found, *(rest for _ in range(8)))
    return tuple(found)


def call(
    ev: Evaluator,
    target: Value,
    arguments: tuple[Value, ...],
    module: Module,
    node: Node,
    env: Env,
) -> Value:
    """What calling `target` at the call `node` gives."""
    place = place_of(module, node)
    if isinstance(target, Function):
        return types.argued(ev, apply(ev, target, arguments), target, module, node)
    if isinstance(target, Method):
        return builtins.call(ev, target, arguments, module, node)
    if isinstance(target, Library):
        props = components.called(ev, target, arguments, module, node, env)
        return props if props is not None else libraries.call(ev, target, arguments, module, node)
    if isinstance(target, Sender):
        return Unknown("a response", place=place)
    if isinstance(target, ClientValue):
        return libraries.call_client(ev, target, arguments, module, node)
    if isinstance(target, Constant):
        return decorating.told(ev, target.result, arguments, place)
    if isinstance(target, Unknown):
        if target.type is not None:
            return types.returned(ev, target.type, target.depends, place)
        if (wrapped := decorating.component(ev, arguments, node)) is not None:
            return wrapped
        hole = Hole.BASE if target.hole is Hole.BASE else Hole.UNKNOWN
        reason = "the result of an unknown function"
        return Unknown(reason, target.depends, place=place, hole=hole, told=target.told)
    return Unknown("the result of something that is no function", place=place)


def apply(
    ev: Evaluator, function: Function, arguments: Sequence[Value], this: Value | None = None
) -> Value:
    """What a function returns for these arguments."""
    if too_deep(ev, function):
        return Unknown("calls that go too deep", depends_of(*_known(arguments)))
    env = function.env.enter(function.node, tuple(arguments), this)
    ev.applied.append((function.node, ev.depth))
    try:
        found = _returned(ev, function, env)
    finally:
        ev.applied.pop()
    if function.node.type == "method_definition":
        found = overriding.decided(ev, function, found)
    annotation = function.node.child_by_field_name("return_type")
    if annotation is None:
        return found
    place = place_of(function.module, function.node)
    return types.refined(ev, found, TypeRef(function.module, annotation), place)


def too_deep(ev: Evaluator, function: Function) -> bool:
    """Whether entering the function once more would be recursion, or nested too far."""
    if len(ev.applied) >= MAX_NESTED:
        ev.cut(0)
        return True
    entered = [depth for node, depth in ev.applied if node == function.node]
    if len(entered) < 2:
        return False
    ev.cut(entered[0])
    return True


def generic_result(ev: Evaluator, function: Function) -> Value:
    """What a function returns when nothing is known of its arguments."""
    if too_deep(ev, function):
        return Unknown("calls that go too deep")
    ev.applied.append((function.node, ev.depth))
    try:
        return _returned(ev, function, function.env)
    finally:
        ev.applied.pop()


def _known(arguments: Sequence[Value]) -> list[Value]:
    return [a for a in arguments if not isinstance(a, Later)]


def _returned(ev: Evaluator, function: Function, env: Env) -> Value:
    body = function.node.child_by_field_name("body")
    if body is None:
        return Unknown("a function without a body")
    if body.type != "statement_block":
        return ev.value(function.module, body, env)
    found: list[Value] = []
    for statement in _returns(ev, function)[:MAX_RETURNS]:
        happens = _happens(ev, function.module, statement, body, env)
        if happens is False:
            continue
        expression = first_named(statement)
        found.append(ev.inside(function.module, expression, env))
        if happens:
            break
    return union(found) if found else NOTHING


def _happens(ev: Evaluator, module: Module, statement: Node, body: Node, env: Env) -> bool | None:
    certain: bool | None = True
    for guard in guards(statement, body):
        if guard.condition is None and statement.parent is not None:
            certain = None
            continue
        holds = guard_holds(ev, module, guard, env)
        if holds is False:
            return False
        certain = certain if holds else None
    return certain


def _returns(ev: Evaluator, function: Function) -> list[Node]:
    """The return statements of a function itself, in source order."""
    known = ev.returns.get(function.node.id)
    if known is None:
        found = function.module.captures("(return_statement) @r", function.node).get("r", [])
        own = (r for r in found if _owner(r) == function.node)
        known = ev.returns[function.node.id] = sorted(own, key=lambda r: r.start_byte)
    return known


def _owner(node: Node) -> Node | None:
    up = node.parent
    while up is not None and up.type not in FUNCTIONS:
        up = up.parent
    return up


def new_expression(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    target = ev.inside(module, node.child_by_field_name("constructor"), env)
    arguments = arguments_of(ev, module, node, env)
    return union([c for t in candidates(target) for c in _made(ev, t, arguments, module, node)])


def _made(
    ev: Evaluator, target: Value, arguments: tuple[Value, ...], module: Module, node: Node
) -> Iterator[Value]:
    if isinstance(target, ClassValue):
        yield Instance(target, arguments, (module, node))
    elif isinstance(target, Library):
        yield libraries.construct(ev, target, arguments, module, node)
    elif isinstance(target, ClientValue):
        yield target
    else:
        yield Unknown("an object of an unknown class", place=place_of(module, node))
