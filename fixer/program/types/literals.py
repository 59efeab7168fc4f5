"""Object and array literals: the members that an object literal declares by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, first_named
from fixer.program.types import growing
from fixer.program.types.model import (
    STRING,
    UNKNOWN,
    Context,
    Function,
    Member,
    ObjectLiteral,
    Tuple,
    Type,
    Unknown,
    union,
)
from fixer.program.types.names import type_parameters
from fixer.program.types.tables import name_of, name_text

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def literal_member(engine: Engine, type_: ObjectLiteral, name: str) -> tuple[Member, ...]:
    """The property `name` of an object literal: the last that sets it, spreads included."""
    return engine.recall(("literal", type_, name), (), lambda: _literal_member(engine, type_, name))


def _literal_member(engine: Engine, type_: ObjectLiteral, name: str) -> tuple[Member, ...]:
    found: list[Member] = []
    for child in reversed(children_of(type_.node)):
        if child.type == "spread_element":
            spread = engine.find(_spread(engine, type_, child), name)
            found.extend(spread)
            if spread and not any(m.optional for m in spread):
                break
            continue
        name_node = name_of(child)
        if name_node is not None and name_text(name_node) == name:
            found.append(_member(type_, child, name_node, name))
            break
    return tuple(dict.fromkeys(found))


def literal_members(engine: Engine, type_: ObjectLiteral) -> Iterator[Member]:
    none: tuple[Member, ...] = ()
    yield from engine.recall(
        ("literal", type_), none, lambda: tuple(_literal_members(engine, type_))
    )


def _literal_members(engine: Engine, type_: ObjectLiteral) -> Iterator[Member]:
    for child in reversed(children_of(type_.node)):
        if child.type == "spread_element":
            yield from engine.every(_spread(engine, type_, child))
            continue
        name_node = name_of(child)
        name = name_text(name_node) if name_node is not None else None
        if name_node is not None and name is not None:
            yield _member(type_, child, name_node, name)


def literal_index(engine: Engine, type_: ObjectLiteral) -> Type | None:
    """What an object literal holds under keys that are computed: `{ [row.id]: row }`."""
    return engine.recall(("index", type_), None, lambda: _literal_index(engine, type_))


def _literal_index(engine: Engine, type_: ObjectLiteral) -> Type | None:
    found: list[Type] = []
    for child in children_of(type_.node):
        key = child.child_by_field_name("key")
        value = child.child_by_field_name("value")
        if child.type == "spread_element":
            inner = engine.index_type(_spread(engine, type_, child), STRING)
            found.extend([inner] if inner is not None else [])
        elif key is not None and value is not None and name_text(key) is None:
            found.append(engine.expression(type_.context, value))
    return union(*found) if found else None


def _spread(engine: Engine, type_: ObjectLiteral, node: Node) -> Type:
    if not children_of(node):
        return UNKNOWN
    return engine.expression(type_.context, children_of(node)[0])


def spreads_unknown(engine: Engine, type_: ObjectLiteral) -> bool:
    """Whether it spreads a value of which the members aren't known."""
    return any(
        isinstance(_spread(engine, type_, c), Unknown)
        for c in children_of(type_.node)
        if c.type == "spread_element"
    )


def _member(type_: ObjectLiteral, node: Node, name_node: Node, name: str) -> Member:
    return Member(name, type_.context.module, node, name_node, type_.context, type_)


def array_literal(engine: Engine, context: Context, node: Node) -> Type:
    """`[a, b]`: an array, or the tuple that the context asks for."""
    expected = engine.hint(context, node)
    is_tuple = any(isinstance(p, Tuple) for p in engine.parts(expected))
    is_tuple = is_tuple or _is_const(engine, node) or _is_taken_apart(engine, context, node)
    items: list[Type] = []
    rest: list[Type] = []
    for child in children_of(node):
        if child.type == "comment":
            continue
        if child.type == "spread_element":
            inner = engine.expression(context, children_of(child)[0])
            if is_tuple and isinstance(inner, Tuple) and not rest:
                items.extend(inner.items)
                continue
            rest.append(engine.element(inner))
        elif rest:
            rest.append(engine.expression(context, child))
        else:
            items.append(engine.expression(context, child))
    if is_tuple:
        return Tuple(tuple(items), union(*rest) if rest else None)
    # Elements out of reach don't hide those that are known; an empty array is `never[]`.
    found = [*items, *rest]
    added = growing.added_later(engine, context, node) if found else ()
    if any(isinstance(t, Unknown) for t in added):
        return engine.array(UNKNOWN)
    known = [t for t in (*found, *added) if not isinstance(t, Unknown)]
    return engine.array(union(*known) if known or not found else UNKNOWN)


def _is_taken_apart(engine: Engine, context: Context, node: Node) -> bool:
    """`const [a, b] = useMemo(() => [x, y])`: the pattern says that it is a tuple.

    So it is where a call yields what its callback returns.
    """
    function = engine.parent(node)
    if function is not None and function.type == "return_statement":
        function = engine.ancestor(function, FUNCTIONS)
    arguments = engine.parent(function) if function is not None else None
    if function is None or function.type != "arrow_function" or arguments is None:
        return False
    call = engine.parent(arguments) if arguments.type == "arguments" else None
    declarator = engine.parent(call) if call is not None else None
    if call is None or declarator is None or declarator.type != "variable_declarator":
        return False
    pattern, callee = declarator.child_by_field_name("name"), call.child_by_field_name("function")
    if pattern is None or pattern.type != "array_pattern" or callee is None:
        return False
    return any(_hands_back(it) for it in engine.signatures(engine.expression(context, callee)))


def _hands_back(function: Function) -> bool:
    """Whether a function returns its type parameter: `useMemo<T>(factory: () => T): T`."""
    returned = function.node.child_by_field_name("return_type")
    names = {p.child_by_field_name("name") for p in type_parameters(function.node)}
    inner = first_named(returned) if returned is not None else None
    return inner is not None and inner.text in {n.text for n in names if n is not None}


def _is_const(engine: Engine, node: Node) -> bool:
    parent = engine.parent(node)
    return (
        parent is not None
        and parent.type == "as_expression"
        and any(c.type == "const" for c in parent.children)
    )
