"""A parameter becomes the client, or what declares endpoints, that its function is called with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.clients import METHODS
from fixer.program.evaluate import parameters
from fixer.program.evaluate.values import (
    NOTHING,
    ClientValue,
    Function,
    Instance,
    Namespace,
    Value,
    candidates,
    union,
)
from fixer.program.module import Module, is_default
from fixer.program.syntax import children_of, first_named, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


def handed(ev: Evaluator, module: Module, function: Node, position: int) -> Value | None:
    """What the parameter at `position` is given, if requests are sent by it; None: it isn't known.

    `.then((client) => client.get(…))`; `const users = (build) => ({ one: build.query(…) })`, called
    as `...users(build)`; and `export default (client) => ({ all: () => client.get('/users') })`,
    called as `users(this.$client)`.
    """
    if function.type == "method_definition":
        return None
    key = (function.id, position)
    return ev.once(ev.handed, key, lambda: _handed(ev, module, function, position), None)


def _handed(ev: Evaluator, module: Module, function: Node, position: int) -> Value | None:
    is_argument = function.parent is not None and function.parent.type == "arguments"
    used = tuple(_called(module, function, position))
    is_builder = any(name in _building(ev) for name, _ in used)
    if is_builder or any(_asks(name, first) for name, first in used):
        names = _names(ev, module, function)
        if names:
            wanted = builder if is_builder else _client
            return _from_callers(ev, names, function, position, wanted)
    return _from_taker(ev, module, function, position, used) if is_argument else None


_Used = tuple[str, Node | None]  # a method that is called on a parameter, and its first argument


def _called(module: Module, function: Node, position: int) -> Iterator[_Used]:
    for use in parameters.uses(module, function, position):
        holder = use.parent
        name = holder.child_by_field_name("property") if holder is not None else None
        call = holder.parent if holder is not None else None
        if name is not None and call is not None:
            arguments = call.child_by_field_name("arguments")
            yield text(name), first_named(arguments) if arguments is not None else None


def _building(ev: Evaluator) -> frozenset[str]:
    """The methods that declare endpoints."""
    builders = (c.builder for c in ev.clients.all if c.builder is not None)
    return frozenset(method for b in builders for method in b.methods)


def _asks(name: str, first: Node | None) -> bool:
    """Whether a method is one by which clients send, and is called with a path."""
    if first is None or first.type not in ("string", "template_string"):
        return False
    return name.lstrip("$").upper() in METHODS and "/" in text(first)


def _names(ev: Evaluator, module: Module, function: Node) -> frozenset[str]:
    """The names under which a function may be called."""
    holder = function if function.type != "arrow_function" else function.parent
    own = holder.child_by_field_name("name") if holder is not None else None
    names = {text(own)} if own is not None and own.type == "identifier" else set[str]()
    if is_default(module, function):
        names |= set(ev.program.default_names(module))
    return frozenset(names)


def _from_callers(
    ev: Evaluator,
    names: frozenset[str],
    function: Node,
    position: int,
    wanted: Callable[[Value], Value | None],
) -> Value | None:
    """The first argument at `position` of a call of the function that is what is wanted."""
    for path in ev.holding(*sorted(names)):
        other = ev.program.module(path)
        for node in (n for name in sorted(names) for n in other.occurrences(name)):
            given = _argument_of(node, position)
            found = wanted(ev.value(other, given)) if given is not None else None
            if found is not None and _is_function(ev.value(other, node), function):
                return found
    return None


def _from_taker(
    ev: Evaluator, module: Module, function: Node, position: int, used: tuple[_Used, ...]
) -> Value | None:
    """`.then((client) => client.get(…))`, `each(rows, (client, row) => client.get(…))`."""
    arguments = function.parent
    call = arguments.parent if arguments is not None else None
    callee = call.child_by_field_name("function") if call is not None else None
    if arguments is None or callee is None:
        return None
    may_send = any(c.send(name) for name, _ in used for c in ev.clients.all)
    source, name = callee.child_by_field_name("object"), callee.child_by_field_name("property")
    if source is not None and name is not None and text(name) == "then":
        if position or not (may_send or _is_import(source)):
            return None
        return _sender(ev.value(module, source, ev.root))
    index = children_of(arguments).index(function)
    for taker in candidates(ev.value(module, callee, ev.root)) if may_send else ():
        if isinstance(taker, Function):
            for use in parameters.uses(taker.module, taker.node, index):
                given = _argument_of(use, position)
                found = ev.value(taker.module, given, taker.env) if given is not None else NOTHING
                if client := _sender(found):
                    return client
    return None


def _is_import(node: Node) -> bool:
    """`import('./api')`."""
    callee = node.child_by_field_name("function")
    return callee is not None and callee.type == "import"


def _argument_of(callee: Node, position: int) -> Node | None:
    """What a function is called with where `callee` names it."""
    call = callee.parent
    if call is None or call.child_by_field_name("function") != callee:
        return None
    arguments = call.child_by_field_name("arguments")
    listed = children_of(arguments) if arguments is not None else []
    return listed[position] if position < len(listed) else None


def _is_function(value: Value, function: Node) -> bool:
    return any(isinstance(c, Function) and c.node == function for c in candidates(value))


def builder(value: Value) -> ClientValue | None:
    """The client of which a value declares endpoints."""
    for candidate in candidates(value):
        if isinstance(candidate, ClientValue) and candidate.client.builder is not None:
            return candidate
    return None


def _client(value: Value) -> Value | None:
    return next((c for c in candidates(value) if isinstance(c, ClientValue)), None)


def _sender(value: Value) -> Value | None:
    kept = [c for c in candidates(value) if isinstance(c, ClientValue | Instance | Namespace)]
    return union(kept) if kept else None
