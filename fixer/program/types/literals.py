"""Object and array literals: the members that an object literal declares by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.types.model import (
    STRING,
    UNKNOWN,
    Context,
    Member,
    ObjectLiteral,
    Tuple,
    Type,
    Unknown,
    union,
)
from fixer.program.types.tables import name_of, name_text

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def literal_member(engine: Engine, type_: ObjectLiteral, name: str) -> tuple[Member, ...]:
    """The property `name` of an object literal: the last that sets it, spreads included."""
    return engine.recall(("literal", type_, name), (), lambda: _literal_member(engine, type_, name))


def _literal_member(engine: Engine, type_: ObjectLiteral, name: str) -> tuple[Member, ...]:
    found: list[Member] = []
    for child in reversed(type_.node.named_children):
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
    for child in reversed(type_.node.named_children):
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
    for child in type_.node.named_children:
        key = child.child_by_field_name("key")
        value = child.child_by_field_name("value")
        if child.type == "spread_element":
            inner = engine.index_type(_spread(engine, type_, child), STRING)
            found.extend([inner] if inner is not None else [])
        elif key is not None and value is not None and name_text(key) is None:
            found.append(engine.expression(type_.context, value))
    return union(*found) if found else None


def _spread(engine: Engine, type_: ObjectLiteral, node: Node) -> Type:
    if not node.named_child_count:
        return UNKNOWN
    return engine.expression(type_.context, node.named_children[0])


def spreads_unknown(engine: Engine, type_: ObjectLiteral) -> bool:
    """Whether it spreads a value of which the members aren't known."""
    return any(
        isinstance(_spread(engine, type_, c), Unknown)
        for c in type_.node.named_children
        if c.type == "spread_element"
    )


def _member(type_: ObjectLiteral, node: Node, name_node: Node, name: str) -> Member:
    return Member(name, type_.context.module, node, name_node, type_.context, type_)


def array_literal(engine: Engine, context: Context, node: Node) -> Type:
    """`[a, b]`: an array, or the tuple that the context asks for."""
    expected = engine.hint(context, node)
    is_tuple = _is_const(engine, node) or any(isinstance(p, Tuple) for p in engine.parts(expected))
    items: list[Type] = []
    rest: list[Type] = []
    for child in node.named_children:
        if child.type == "comment":
            continue
        if child.type == "spread_element":
            inner = engine.expression(context, child.named_children[0])
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
    known = [t for t in found if not isinstance(t, Unknown)]
    return engine.array(union(*known) if known or not found else UNKNOWN)


def _is_const(engine: Engine, node: Node) -> bool:
    parent = engine.parent(node)
    return (
        parent is not None
        and parent.type == "as_expression"
        and any(c.type == "const" for c in parent.children)
    )
