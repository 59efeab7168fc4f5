"""A callback's parameter becomes what the function that gets the callback calls it with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.clients import METHODS
from fixer.program.evaluate import parameters
from fixer.program.evaluate.values import (
    NOTHING,
    Array,
    ClientValue,
    Function,
    Instance,
    Namespace,
    Value,
    candidates,
    union,
)
from fixer.program.module import Module, is_default
from fixer.program.syntax import first_named, string_value, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

_ITERATIONS = frozenset({b"forEach", b"map", b"filter", b"flatMap", b"some", b"every", b"find"})


def argument(ev: Evaluator, module: Module, function: Node, position: int) -> Value | None:
    """What the parameter at `position` is bound to; None: nothing is known."""
    if position == 0:
        found = _built(ev, module, function) or iterated(ev, module, function)
        if found is not None:
            return found
    if function.type == "method_definition":
        return None
    key = (function.id, position)
    found = ev.once(ev.handed, key, lambda: _handed(ev, module, function, position), None)
    return found or _handed_client(ev, module, function, position)


def _handed_client(ev: Evaluator, module: Module, function: Node, position: int) -> Value | None:
    """`.then((client) => client.get(…))`, `each(rows, (client, row) => client.get(…))`."""
    arguments = function.parent
    call = arguments.parent if arguments is not None else None
    callee = call.child_by_field_name("function") if call is not None else None
    if arguments is None or arguments.type != "arguments" or callee is None:
        return None
    source = callee.child_by_field_name("object")
    name = callee.child_by_field_name("property")
    if source is not None and name is not None and text(name) == "then":
        is_module = _is_import(source)
        if position or not (is_module or _may_send(ev, module, function, position)):
            return None
        return _sender(ev.value(module, source, ev.root))
    if not _may_send(ev, module, function, position):
        return None
    index = arguments.named_children.index(function)
    for taker in candidates(ev.value(module, callee, ev.root)):
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
    listed = arguments.named_children if arguments is not None else []
    return listed[position] if position < len(listed) else None


def _sender(value: Value) -> Value | None:
    kept = [c for c in candidates(value) if isinstance(c, ClientValue | Instance | Namespace)]
    return union(kept) if kept else None


def _may_send(ev: Evaluator, module: Module, function: Node, position: int) -> bool:
    """Whether a method is called on the parameter that a client has."""
    for use in parameters.uses(module, function, position):
        holder = use.parent
        name = holder.child_by_field_name("property") if holder is not None else None
        if name is not None and any(c.send(text(name)) for c in ev.clients.all):
            return True
    return False


def _built(ev: Evaluator, module: Module, function: Node) -> Value | None:
    """`createApi({ endpoints: (build) => … })`: `build` is the client itself."""
    holder = function.parent
    if function.type == "method_definition":
        key, record = function.child_by_field_name("name"), holder
    elif holder is not None and holder.type == "pair":
        key, record = holder.child_by_field_name("key"), holder.parent
    else:
        return None
    arguments = record.parent if record is not None else None
    call = arguments.parent if arguments is not None else None
    if key is None or call is None or call.type != "call_expression":
        return None
    name = string_value(key) or text(key)
    if not any(c.builder is not None and c.builder.endpoints == name for c in ev.clients.all):
        return None
    return _builder(ev.value(module, call))


def _builder(value: Value) -> ClientValue | None:
    for candidate in candidates(value):
        if isinstance(candidate, ClientValue) and candidate.client.builder is not None:
            return candidate
    return None


def _handed(ev: Evaluator, module: Module, function: Node, position: int) -> Value | None:
    """What callers hand over that makes or sends requests: RTK Query's builder, a client.

    `const users = (build) => ({ one: build.query(…) })`, called as `...users(build)`, and
    `export default (client) => ({ all: () => client.get('/users') })` as `users(this.$client)`.
    """
    if _builds(ev, module, function, position):
        return _from_callers(ev, module, function, position, _builder)
    if _sends(module, function, position):
        return _from_callers(ev, module, function, position, _client)
    return None


def _from_callers(
    ev: Evaluator,
    module: Module,
    function: Node,
    position: int,
    wanted: Callable[[Value], Value | None],
) -> Value | None:
    """The first argument at `position` of a call of the function that is what is wanted."""
    holder = function if function.type != "arrow_function" else function.parent
    own = holder.child_by_field_name("name") if holder is not None else None
    names = {text(own)} if own is not None and own.type == "identifier" else set()
    if is_default(module, function):
        names |= set(ev.program.default_names(module))
    for path in ev.holding(*names):
        other = ev.program.module(path)
        for node in (n for name in names for n in other.occurrences(name)):
            call = node.parent
            if call is None or call.child_by_field_name("function") != node:
                continue
            arguments = call.child_by_field_name("arguments")
            listed = arguments.named_children if arguments is not None else []
            given = ev.value(other, listed[position]) if position < len(listed) else NOTHING
            found = wanted(given)
            if found is not None and _is_function(ev.value(other, node), function):
                return found
    return None


def _client(value: Value) -> Value | None:
    return next((c for c in candidates(value) if isinstance(c, ClientValue)), None)


def _sends(module: Module, function: Node, position: int) -> bool:
    """Whether a method by which clients send is called on the parameter with a path."""
    for use in parameters.uses(module, function, position):
        holder = use.parent
        call = holder.parent if holder is not None else None
        name = holder.child_by_field_name("property") if holder is not None else None
        arguments = call.child_by_field_name("arguments") if call is not None else None
        first = first_named(arguments) if arguments is not None else None
        if name is None or first is None or first.type not in ("string", "template_string"):
            continue
        if text(name).lstrip("$").upper() in METHODS and "/" in text(first):
            return True
    return False


def _builds(ev: Evaluator, module: Module, function: Node, position: int) -> bool:
    """Whether a method that declares endpoints is called on the parameter."""
    builders = (c.builder for c in ev.clients.all if c.builder is not None)
    methods = {m for b in builders for m in b.methods if f".{m}".encode() in module.data}
    if not methods:
        return False
    for use in parameters.uses(module, function, position):
        holder = use.parent
        name = holder.child_by_field_name("property") if holder is not None else None
        if name is not None and text(name) in methods:
            return True
    return False


def _is_function(value: Value, function: Node) -> bool:
    return any(isinstance(c, Function) and c.node == function for c in candidates(value))


def iterated(ev: Evaluator, module: Module, function: Node) -> Value | None:
    """An element callback of a known array."""
    parent = function.parent
    call = parent.parent if parent is not None and parent.type == "arguments" else None
    if call is None or call.type != "call_expression" or parent is None:
        return None
    callee = call.child_by_field_name("function")
    if callee is None or callee.type != "member_expression" or first_named(parent) != function:
        return None
    name, source = callee.child_by_field_name("property"), callee.child_by_field_name("object")
    if name is None or source is None or name.text not in _ITERATIONS:
        return None
    over = ev.value(module, source, ev.root)
    found = [
        v
        for c in candidates(over)
        if isinstance(c, Array) and c.items
        for v in (*c.items, *([c.rest] if c.rest is not None else []))
    ]
    return union([ev.force(v) for v in found]) if found else None
