"""What an operator or an observer of a form's value is given: the functions in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, text
from fixer.program.types.functions import parameter_nodes
from fixer.program.types.met import LostError

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_REPLACING = frozenset({"map", "switchMap", "mergeMap", "concatMap", "exhaustMap"})
_TAKING = _REPLACING | {"tap", "subscribe"}
_CHAIN = frozenset({"member_expression", "call_expression", "non_null_expression"})
_HANDED = re.compile(r"\b(?:source|value)\b|\.\.\.")


def functions_in(node: Node) -> Iterator[Node]:
    """The functions of an observer, of an operator, or one that stands there alone."""
    if node.type in FUNCTIONS:
        yield node
    elif node.type in ("call_expression", "object", "pair", "arguments"):
        if node.type == "call_expression" and _takes_by_name(node):
            raise LostError
        for child in children_of(node):
            yield from functions_in(child)


def replaces(operator: Node) -> bool:
    """Whether what comes after an operator is what its function yields, and no longer the value."""
    name = operator.child_by_field_name("function")
    return name is not None and text(name) in _REPLACING


def _takes_by_name(call: Node) -> bool:
    """Whether an operator is given a function that stands elsewhere: `map(toRow)`."""
    name, arguments = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    if name is None or arguments is None or text(name) not in _TAKING:
        return False
    return any(a.type in ("identifier", "member_expression") for a in children_of(arguments))


def only_tells(engine: Engine, module: Module, events: Node) -> bool:
    """Whether those who subscribe to events do nothing with the control or the value in them."""
    node = engine.parent(events)
    while node is not None and node.type in _CHAIN:
        callee, given = node.child_by_field_name("function"), node.child_by_field_name("arguments")
        for each in children_of(given) if given is not None else ():
            if each.type in ("identifier", "member_expression"):
                return False
            if not all(_asks_little(engine, module, it) for it in functions_in(each)):
                return False
        name = callee.child_by_field_name("property") if callee is not None else None
        if name is not None and text(name) == "subscribe":
            return True
        node = engine.parent(node)
    return False


def _asks_little(engine: Engine, module: Module, function: Node) -> bool:
    """Whether a function only asks an event what it is, and hands it to nobody."""
    for parameter in parameter_nodes(function):
        pattern = parameter.child_by_field_name("pattern") or parameter
        binding = engine.binding(module, pattern) if pattern.type == "identifier" else None
        if binding is None and (pattern.type != "object_pattern" or _HANDED.search(text(pattern))):
            return False
        uses = module.references(binding) if binding is not None else ()
        if not all(use == pattern or _is_little(engine.parent(use), use) for use in uses):
            return False
    return True


def _is_little(parent: Node | None, use: Node) -> bool:
    """`event.type`, `event instanceof TouchedChangeEvent`"""
    if parent is None:
        return False
    name, operator = (parent.child_by_field_name(it) for it in ("property", "operator"))
    if name is not None:
        is_read = parent.child_by_field_name("object") == use
        return is_read and text(name) not in ("source", "value")
    return operator is not None and operator.type == "instanceof"
