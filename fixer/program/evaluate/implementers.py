"""A member of an interface becomes the functions with which the program implements it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate import classes, functions, members, types
from fixer.program.evaluate.values import (
    ClassValue,
    ClientValue,
    Function,
    Place,
    Sender,
    TypeRef,
    Value,
    candidates,
    union,
)
from fixer.program.module import Module
from fixer.program.program import Symbol
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, text
from fixer.program.typenames import declares_type, may_annotate

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

MAX_IMPLEMENTATIONS = 6
_NAMED = ("interface_declaration", "type_alias_declaration")


def member(ev: Evaluator, ref: TypeRef, name: str, place: Place) -> Value | None:
    """The functions that stand behind the member `name` of an interface; None: no function."""
    declaration = _declaration(ref.node)
    if declaration is None:
        return None
    if not _is_function(ev, ref, name):
        return None

    def answer() -> Value | None:
        found = [
            candidate
            for value in values(ev, ref.module, declaration)
            for candidate in candidates(_member_of(ev, value, name, place))
            if isinstance(candidate, Function | Sender | ClientValue)
        ]
        return union(list(found)) if found else None

    # What is declared so may be known by its type alone, which asks for the member again.
    return ev.once(ev.implemented, (declaration.id, name), answer, None)


def _is_function(ev: Evaluator, ref: TypeRef, name: str) -> bool:
    for signature in types.signatures(ev, ref):
        key = signature.node.child_by_field_name("name")
        if key is not None and text(key) == name:
            return b"(" in (signature.node.text or b"")
    return False


def _member_of(ev: Evaluator, value: Value, name: str, place: Place) -> Value:
    return members.member(ev, value, name, place)


def _declaration(node: Node) -> Node | None:
    up: Node | None = node
    while up is not None and up.type not in _NAMED:
        up = up.parent
    return up


def values(ev: Evaluator, module: Module, declaration: Node) -> tuple[Value, ...]:
    """The objects of the program that are declared to be of the interface."""

    def answer() -> tuple[Value, ...]:
        return tuple(islice(_values(ev, module, declaration), MAX_IMPLEMENTATIONS))

    return ev.once(ev.implementations, declaration.id, answer, ())


def _values(ev: Evaluator, module: Module, declaration: Node) -> Iterator[Value]:
    name_node = declaration.child_by_field_name("name")
    if name_node is None:
        return
    name = text(name_node)
    for path in ev.holding(name):
        other = ev.program.module(path)
        if not may_annotate(other.data, name) or (
            other is not module and not _may_import(module, declaration, name, other)
        ):
            continue
        for node in other.occurrences(name):
            if node.type != "type_identifier":
                continue
            annotated, holder = _annotation(node)
            if holder is None or holder.type not in _HOLDERS | FUNCTIONS:
                continue
            symbol = ev.program.type(other, node)
            if isinstance(symbol, Symbol) and symbol.node == declaration:
                yield from _implemented(ev, other, annotated, holder)


def _may_import(module: Module, declaration: Node, name: str, other: Module) -> bool:
    """Whether a declaration of `module` may be what another file calls `name`.

    The types of most components are called alike, and each is its file's own.
    """
    holder = declaration.parent
    if holder is None or holder.type not in ("program", "export_statement"):
        return True  # in a namespace, or for all files
    if not module.is_module:
        return True
    return module.shares(name) and not declares_type(other.data, name)


_HOLDERS = frozenset(
    {"variable_declarator", "implements_clause", "as_expression", "satisfies_expression"}
)


def _annotation(node: Node) -> tuple[Node, Node | None]:
    """The whole annotation that a type's name is in, and what it is on."""
    up = node.parent
    while up is not None and up.type in ("generic_type", "type_arguments", "type_annotation"):
        node, up = up, up.parent
    return node, up


def _implemented(ev: Evaluator, module: Module, node: Node, up: Node) -> Iterator[Value]:
    """The value that an annotation is on."""
    if up.type == "variable_declarator":
        value = up.child_by_field_name("value")
        if value is not None:
            yield ev.value(module, value)
    elif up.type == "implements_clause":
        holder = up.parent.parent if up.parent is not None else None
        if holder is not None:
            yield classes.generic(ev, ClassValue(module, holder, ev.root))
    elif up.type in ("as_expression", "satisfies_expression") and children_of(up)[0] != node:
        yield ev.value(module, children_of(up)[0])
    elif up.child_by_field_name("return_type") == node and up.child_by_field_name("body"):
        yield functions.apply(ev, Function(module, up, ev.root), ())
