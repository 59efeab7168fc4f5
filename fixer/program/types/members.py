"""A type and a name become the properties that the name denotes there, and their types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.program import Symbol
from fixer.program.scopes import CLASSES
from fixer.program.syntax import children_of
from fixer.program.types import vuecomponents, wireshape
from fixer.program.types.mapped import mapped_member, mapped_members
from fixer.program.types.model import (
    BOOLEAN,
    THIS,
    UNKNOWN,
    Anonymous,
    ClassValue,
    Context,
    Declaration,
    Entry,
    EnumObject,
    Function,
    Intersection,
    JsxProps,
    KeyOf,
    Literal,
    Mapped,
    Member,
    Named,
    Package,
    Primitive,
    Scope,
    Tuple,
    Type,
    TypeParam,
    Union,
    WireType,
    Without,
    union,
)
from fixer.program.types.names import named_context, scope_export, symbol_value
from fixer.program.types.properties import array_of
from fixer.program.types.tables import body_of, is_optional, name_of

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_WRAPPERS = {"string": "String", "number": "Number", "boolean": "Boolean", "bigint": "BigInt"}
_FUNCTIONS = frozenset(
    {"method_signature", "abstract_method_signature", "method_definition", "function_signature"}
)
MAX_BASES = 24


def find(engine: Engine, type_: Type, name: str) -> tuple[Member, ...]:
    """The declarations of the property `name` of a type; of a union, of each part that has it."""
    if isinstance(type_, Union):
        return tuple(dict.fromkeys(m for p in type_.parts for m in find(engine, p, name)))
    if isinstance(type_, Intersection):
        return tuple(dict.fromkeys(m for p in type_.parts for m in find(engine, p, name)))
    if isinstance(type_, Named):
        return _named(engine, type_, name, type_, 0)
    if isinstance(type_, Anonymous):
        return _own(engine, type_, type_.context, type_.node, name)
    if engine.is_literal(type_):
        return engine.literal_member(type_, name)
    if isinstance(type_, Mapped):
        return mapped_member(engine, type_, name)
    if isinstance(type_, TypeParam):
        return _found_below(engine, type_, name)
    if isinstance(type_, Without):
        return () if name in type_.names else find(engine, type_.type, name)
    if isinstance(type_, WireType):
        array = array_of(engine, type_)
        return wireshape.member(type_, name) if array is None else find(engine, array, name)
    if isinstance(type_, JsxProps):
        return jsx_member(engine, type_, name)
    if isinstance(type_, ClassValue):
        return _static(engine, type_, name, 0)
    if isinstance(type_, EnumObject):
        context = Context(type_.declaration.module)
        return _own(engine, type_, context, type_.declaration.node, name)
    if isinstance(type_, (Scope, Package)):
        return _exported(engine, type_, name)
    apparent = apparent_type(engine, type_, name)
    return find(engine, apparent, name) if apparent is not None else ()


def _found_below(engine: Engine, type_: TypeParam, name: str) -> tuple[Member, ...]:
    """What the constraint has; nothing in that of `T extends { [K in keyof T]: … }` itself."""
    key = ("constrained", type_, name)
    return engine.recall(key, (), lambda: find(engine, constraint(engine, type_), name))


def _all_below(engine: Engine, type_: TypeParam) -> tuple[Member, ...]:
    key = ("constrained", type_)
    return engine.recall(key, (), lambda: tuple(every(engine, constraint(engine, type_))))


def jsx_member(engine: Engine, type_: JsxProps, name: str) -> tuple[Member, ...]:
    """What a tag passes under `name`, by an attribute or in a spread object."""
    passed = vuecomponents.handed_on if vuecomponents.is_tag(type_.node) else _passed_prop
    return engine.recall(("prop", type_, name), (), lambda: passed(engine, type_, name))


def _passed_prop(engine: Engine, type_: JsxProps, name: str) -> tuple[Member, ...]:
    for child in reversed(children_of(type_.node)):
        if child.type == "jsx_attribute" and children_of(child)[0].text == name.encode():
            values = children_of(child)[1:]
            value = engine.expression(type_.context, values[0]) if values else BOOLEAN
            return (Member(name, None, None, None, owner=type_, type=value),)
        if child.type == "jsx_expression" and children_of(child):
            inner = children_of(child)[0]
            if inner.type == "spread_element" and children_of(inner):
                spread = engine.expression(type_.context, children_of(inner)[0])
                found = find(engine, spread, name)
                if found:
                    return found
    return ()


def apparent_type(engine: Engine, type_: Type, name: str = "") -> Type | None:
    """The interface that gives a primitive, a tuple, a function its members."""
    if isinstance(type_, Tuple):
        if name.isdigit():
            return None
        rest = (type_.rest,) if type_.rest is not None else ()
        return engine.array(union(*type_.items, *rest) if type_.items or rest else UNKNOWN)
    if isinstance(type_, Primitive) and type_.name in _WRAPPERS:
        return engine.global_type(_WRAPPERS[type_.name])
    if isinstance(type_, Literal):
        kind = type(type_.value)
        return engine.global_type({str: "String", bool: "Boolean"}.get(kind, "Number"))
    if isinstance(type_, KeyOf):
        return engine.global_type("String")
    if isinstance(type_, Function):
        return engine.global_type("Function")
    return None


def constraint(engine: Engine, parameter: TypeParam) -> Type:
    """What a type parameter extends; Unknown when nothing is said."""
    node = parameter.node.child_by_field_name("constraint")
    return engine.declared(parameter.context, node) if node is not None else UNKNOWN


def _own(
    engine: Engine, owner: Type, context: Context, node: Node, name: str
) -> tuple[Member, ...]:
    nodes = body_of(engine, node).names.get(name)
    if not nodes:
        return ()
    return (_member(name, nodes, context, owner),)


def _member(
    name: str, nodes: list[Node], context: Context, owner: Type, *, static: bool = False
) -> Member:
    leading = next((n for n in nodes if n.type != "method_definition"), nodes[0])
    others = tuple(n for n in nodes if n != leading)
    return Member(
        name,
        context.module,
        leading,
        name_of(leading),
        context,
        owner,
        is_optional(leading),
        others=others,
        is_static=static,
    )


def _named(
    engine: Engine, type_: Named, name: str, receiver: Type, depth: int
) -> tuple[Member, ...]:
    """`receiver`: what `this` means in the members' types, also in inherited ones."""
    found: list[Member] = []
    for part, context in contexts(engine, type_, receiver):
        found.extend(_own(engine, type_, context, part, name))
    if found or depth > MAX_BASES:
        return tuple(found[:1]) if not _all_callable(found) else (_joined(found),)
    for base in bases(engine, type_):
        inherited = (
            _named(engine, base, name, receiver, depth + 1)
            if isinstance(base, Named)
            else find(engine, base, name)
        )
        if inherited:
            return inherited
    return ()


def _all_callable(members: list[Member]) -> bool:
    return len(members) > 1 and all(
        m.node is not None and m.node.type in _FUNCTIONS for m in members
    )


def _joined(members: list[Member]) -> Member:
    first = members[0]
    others = (*first.others, *(n for m in members[1:] if m.node for n in (m.node, *m.others)))
    return Member(
        first.name,
        first.module,
        first.node,
        first.name_node,
        first.context,
        first.owner,
        first.optional,
        others=others,
    )


def contexts(
    engine: Engine, type_: Named, receiver: Type | None = None
) -> tuple[tuple[Node, Context], ...]:
    """The declarations of a named type, each with the context of its members."""
    key = (type_, receiver)
    known = engine.member_contexts.get(key)
    if known is None:
        known = engine.member_contexts[key] = tuple(_contexts(engine, type_, receiver or type_))
    return known


def _contexts(engine: Engine, type_: Named, receiver: Type) -> Iterator[tuple[Node, Context]]:
    if isinstance(receiver, Named) and receiver.flow:
        type_ = replace(type_, flow=receiver.flow)  # an inherited constructor's too
    for module, node in type_.declaration.parts:
        entries: tuple[Entry, ...] = ()
        if _says_this(engine, node):
            entries = (Entry(THIS, module, node.start_byte, node.end_byte, receiver),)
        yield node, named_context(type_, (module, node), entries)


def _says_this(engine: Engine, node: Node) -> bool:
    known = engine.tables.get(("this", node.id))
    if known is None:
        source = node.text or b""
        known = any(mark in source for mark in (b": this", b"<this>", b"| this", b"this["))
        known = known or (engine.wires is not None and engine.wires.depends_on_this(node))
        engine.tables["this", node.id] = known
    return bool(known)


def inherits(engine: Engine, declaration: Declaration) -> bool:
    """Whether any part of a declaration extends or implements something."""
    first = declaration.parts[0][1]
    known = engine.tables.get(("inherits", first.id))
    if known is None:
        known = any(
            child.type in ("extends_type_clause", "class_heritage")
            for _, node in declaration.parts
            for child in children_of(node)
        )
        engine.tables["inherits", first.id] = known
    return bool(known)


def bases(engine: Engine, type_: Named, *, implements: bool = False) -> Iterator[Type]:
    """What a class or interface extends; with `implements`, what it implements instead.

    Never itself, which a global `interface Window extends Window` says of all its declarations.
    """
    for base in _written_bases(engine, type_, implements=implements):
        if not isinstance(base, Named) or base.declaration != type_.declaration:
            yield base


def _written_bases(engine: Engine, type_: Named, *, implements: bool) -> Iterator[Type]:
    for node, context in contexts(engine, type_):
        for child in children_of(node):
            if child.type == "extends_type_clause" and not implements:
                for base in children_of(child):
                    yield engine.declared(context, base)
            elif child.type == "class_heritage":
                yield from _heritage(engine, context, child, implements=implements)


def _heritage(engine: Engine, context: Context, node: Node, *, implements: bool) -> Iterator[Type]:
    for clause in children_of(node):
        if clause.type == "implements_clause" and implements:
            for base in children_of(clause):
                yield engine.declared(context, base)
        elif clause.type == "extends_clause" and not implements:
            value = clause.child_by_field_name("value")
            if value is None:
                continue
            args = tuple(
                engine.declared(context, n)
                for t in children_of(clause)
                if t.type == "type_arguments"
                for n in children_of(t)
            )
            yield engine.instance(engine.expression(context, value), args)


def _static(engine: Engine, type_: ClassValue, name: str, depth: int) -> tuple[Member, ...]:
    node, module = type_.declaration.node, type_.declaration.module
    context = Context(module, type_.env)
    nodes = body_of(engine, node).static.get(name)
    if nodes:
        return (_member(name, nodes, context, type_, static=True),)
    if depth > MAX_BASES or node.type not in CLASSES:
        return ()
    for child in children_of(node):
        for clause in children_of(child) if child.type == "class_heritage" else ():
            value = clause.child_by_field_name("value")
            if clause.type == "extends_clause" and value is not None:
                base = engine.expression(context, value)
                if isinstance(base, ClassValue):
                    return _static(engine, base, name, depth + 1)
                return find(engine, base, name)
    return ()


def _exported(engine: Engine, scope: Scope | Package, name: str) -> tuple[Member, ...]:
    symbol = scope_export(engine, scope, name, types=False)
    if not isinstance(symbol, Symbol):
        return ()
    type_ = symbol_value(engine, Context(symbol.module), symbol)
    return (Member(name, symbol.module, symbol.node, None, owner=scope, type=type_),)


def every(engine: Engine, type_: Type) -> Iterator[Member]:
    """All properties of a type, an inherited one only where it isn't overridden."""
    seen: set[str] = set()
    for member in _every(engine, type_, 0):
        if member.name not in seen:
            seen.add(member.name)
            yield member


def _every(engine: Engine, type_: Type, depth: int) -> Iterator[Member]:
    if depth > MAX_BASES:
        return
    if isinstance(type_, (Union, Intersection)):
        for part in type_.parts:
            yield from _every(engine, part, depth + 1)
    elif isinstance(type_, Named):
        for node, context in contexts(engine, type_):
            for name, nodes in body_of(engine, node).names.items():
                yield _member(name, nodes, context, type_)
        for base in bases(engine, type_):
            yield from _every(engine, base, depth + 1)
    elif isinstance(type_, Anonymous):
        for name, nodes in body_of(engine, type_.node).names.items():
            yield _member(name, nodes, type_.context, type_)
    elif engine.is_literal(type_):
        yield from engine.literal_members(type_)
    elif isinstance(type_, Mapped):
        yield from mapped_members(engine, type_)
    elif isinstance(type_, TypeParam):
        yield from _all_below(engine, type_)
    elif isinstance(type_, Without):
        for member in _every(engine, type_.type, depth + 1):
            if member.name not in type_.names:
                yield member
    elif isinstance(type_, WireType):
        yield from wireshape.members(type_)
    elif isinstance(type_, Scope) and type_.node.type == "program":
        for name in type_.module.exports:
            yield from _exported(engine, type_, name)
    elif isinstance(type_, EnumObject):
        node, context = type_.declaration.node, Context(type_.declaration.module)
        for name, nodes in body_of(engine, node).names.items():
            yield _member(name, nodes, context, type_)
