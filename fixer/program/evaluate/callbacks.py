"""A callback's parameter becomes what the function that gets the callback calls it with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate import handedclients
from fixer.program.evaluate.values import (
    Array,
    Value,
    candidates,
    union,
)
from fixer.program.module import Module
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
    return handedclients.handed(ev, module, function, position)


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
    return handedclients.builder(ev.value(module, call))


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
