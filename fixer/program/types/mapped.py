"""Mapped types: which properties they have, and that a homomorphic one keeps the originals.

As TypeScript does, a property of `{ [K in keyof T]: … }`, and of `{ [K in Keys]: T[K] }`, is the
property of T itself: a rename goes through `Partial`, `Pick`, `Omit`, `Readonly`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import children_of, first_named
from fixer.program.types.keys import expanded
from fixer.program.types.model import (
    NUMBER,
    STRING,
    UNKNOWN,
    Context,
    Entry,
    KeyOf,
    Literal,
    Mapped,
    Member,
    Named,
    Primitive,
    Tuple,
    Type,
    TypeParam,
    Unknown,
    Without,
    parts_of,
    union,
)
from fixer.program.types.unification import Found, unify

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def mapped_member(engine: Engine, type_: Mapped, name: str) -> tuple[Member, ...]:
    """The property `name` of a mapped type: that of the type it maps, else its own."""
    if _parts(engine, type_).alias is not None:
        key = _renamed(engine, type_).get(name)
        if key != name:
            return (_own(engine, type_, name, key),) if key is not None else ()
    source = _source(engine, type_)
    wanted = _keys(engine, type_)
    if source is not None:
        found = engine.find(source, name)
        if not found or not _allows(wanted, name):
            return ()
        value = _value(engine, type_, name)
        optional = _parts(engine, type_).optional
        return tuple(
            replace(m, type=value, optional=m.optional if optional is None else optional)
            for m in found
        )
    if any(isinstance(p, Literal) and str(p.value) == name for p in parts_of(wanted)):
        own = _own(engine, type_, name)
        keyed = _keyed(engine, type_, name)
        return tuple(replace(m, type=own.type, optional=own.optional) for m in keyed) or (own,)
    return ()


def _keyed(engine: Engine, type_: Mapped, name: str) -> tuple[Member, ...]:
    """T's property for `Record<keyof T, V>`, of which the keys have to be called as T's are."""
    node = _parts(engine, type_).keys
    written = parts_of(engine.declared(type_.context, node)) if node is not None else ()
    keys = [part.type for part in written if isinstance(part, KeyOf)]
    return tuple(dict.fromkeys(m for of in keys for m in engine.find(of, name)))


def _renamed(engine: Engine, type_: Mapped) -> Mapping[str, str]:
    """The keys of `{ [K in … as Name<K>]: … }` by the names that they get."""
    nothing: Mapping[str, str] = {}
    return engine.recall(("renamed", type_), nothing, lambda: dict(_renamings(engine, type_)))


def _renamings(engine: Engine, type_: Mapped) -> Iterator[tuple[str, str]]:
    alias, source = _parts(engine, type_).alias, _source(engine, type_)
    wanted = _keys(engine, type_)
    if source is not None and isinstance(wanted, (KeyOf, Unknown)):
        keys = [member.name for member in engine.every(source)]
    else:
        keys = [str(p.value) for p in parts_of(wanted) if isinstance(p, Literal)]
    if alias is None:
        return
    for key in dict.fromkeys(keys):
        bound = _bound(engine, type_, Literal(key))
        for part in parts_of(expanded(engine, engine.declared(bound, alias))):
            if isinstance(part, Literal):
                yield str(part.value), key


def _own(engine: Engine, type_: Mapped, name: str, key: str | None = None) -> Member:
    optional = _parts(engine, type_).optional or False
    value = _value(engine, type_, name if key is None else key)
    return Member(name, None, None, None, owner=type_, optional=optional, type=value)


def over_items(engine: Engine, type_: Mapped) -> Type:
    """A mapped type over an array or a tuple maps the elements; any other is left as it is."""
    keys_node = _parts(engine, type_).keys
    if keys_node is None or keys_node.type != "index_type_query":
        return type_
    inner = children_of(keys_node)[0]
    if engine.type_parameter(type_.context, inner) is None:
        return type_
    source = engine.declared(type_.context, inner)
    if isinstance(source, Tuple):
        items = tuple(_value(engine, type_, str(i)) for i in range(len(source.items)))
        rest = _value_for(engine, type_, NUMBER) if source.rest is not None else None
        return Tuple(items, rest)
    if engine.is_global(source, "Array", "ReadonlyArray"):
        return engine.array(_value_for(engine, type_, NUMBER))
    return type_


def mapped_members(engine: Engine, type_: Mapped) -> Iterator[Member]:
    if _parts(engine, type_).alias is not None:
        for name in _renamed(engine, type_):
            yield from mapped_member(engine, type_, name)
        return
    source = _source(engine, type_)
    wanted = _keys(engine, type_)
    if source is not None and isinstance(wanted, (KeyOf, Unknown)):
        for member in engine.every(source):
            yield from mapped_member(engine, type_, member.name)
        return
    for part in parts_of(wanted):
        if isinstance(part, Literal):
            yield from mapped_member(engine, type_, str(part.value))


def mapped_index(engine: Engine, type_: Mapped, key: Type) -> Type | None:
    """What `Record<string, V>` holds under a key that isn't known."""
    wanted = _keys(engine, type_)
    source = _source(engine, type_)
    if source is not None:
        below = engine.index_type(source, key)
        return below if below is None else _value_for(engine, type_, key)
    if any(_is_open_key(p, key) for p in parts_of(wanted)):
        return _value_for(engine, type_, key)
    if isinstance(wanted, (KeyOf, Unknown)):
        return _value_for(engine, type_, key)
    return None


def _is_open_key(wanted: Type, key: Type) -> bool:
    """Whether a part of the keys is no single name: `string`, or an enum, met by any of its own."""
    if isinstance(wanted, Primitive):
        return wanted in (STRING, NUMBER, key)
    return isinstance(wanted, Named)


def has_known_keys(engine: Engine, type_: Mapped) -> bool:
    return not isinstance(_keys(engine, type_), (KeyOf, Unknown))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is written of a mapped type: `{ [<name> in <keys> as <alias>]?: <value> }`.

    `source`: T of `[K in keyof T]`, or of the value `T[K]`. `optional`: whether it makes
    properties optional or required; None: it leaves them as they are.
    """

    clause: Node
    keys: Node | None
    alias: Node | None
    value: Node | None
    source: Node | None
    optional: bool | None


def _parts(engine: Engine, type_: Mapped) -> _Parts:
    key = ("mapped", type_.node.id)
    known = engine.tables.get(key)
    if not isinstance(known, _Parts):
        known = engine.tables[key] = _read(type_.node)
    return known


def _read(node: Node) -> _Parts:
    clause = next(c for c in children_of(node) if c.type == "mapped_type_clause")
    keys, value = clause.child_by_field_name("type"), node.child_by_field_name("type")
    alias = clause.child_by_field_name("alias")
    return _Parts(clause, keys, alias, value, _mapped_node(clause, keys, value), _optional(node))


def _mapped_node(clause: Node, keys: Node | None, value: Node | None) -> Node | None:
    if keys is not None and keys.type == "index_type_query":
        return children_of(keys)[0]
    inner = first_named(value) if value is not None else None
    if inner is None or inner.type != "lookup_type" or len(children_of(inner)) != 2:
        return None
    name = clause.child_by_field_name("name")
    object_, index = children_of(inner)
    return object_ if name is not None and index.text == name.text else None


def _source(engine: Engine, type_: Mapped) -> Type | None:
    """T of `[K in keyof T]` or of the value `T[K]`."""
    node = _parts(engine, type_).source
    return engine.declared(type_.context, node) if node is not None else None


def _keys(engine: Engine, type_: Mapped) -> Type:
    node = _parts(engine, type_).keys
    return engine.ask("keys", _written_keys, type_.context, node) if node is not None else UNKNOWN


def _written_keys(engine: Engine, context: Context, node: Node) -> Type:
    return expanded(engine, engine.declared(context, node))


def _allows(wanted: Type, name: str) -> bool:
    return any(not isinstance(p, Literal) or str(p.value) == name for p in parts_of(wanted))


def _value(engine: Engine, type_: Mapped, name: str) -> Type:
    return _value_for(engine, type_, Literal(name))


def _value_for(engine: Engine, type_: Mapped, key: Type) -> Type:
    node = _parts(engine, type_).value
    if node is None:
        return UNKNOWN
    return engine.declared(_bound(engine, type_, key), node)


def _bound(engine: Engine, type_: Mapped, key: Type) -> Context:
    """Where a mapped type's value and names are read, its parameter bound to a key."""
    node, module = type_.node, type_.context.module
    parameter = _parts(engine, type_).clause.id
    return type_.context.bind((Entry(parameter, module, node.start_byte, node.end_byte, key),))


def is_partial(type_: Type) -> bool:
    """Whether a type is another's with all properties optional: `Partial<T>`."""
    if isinstance(type_, Without):
        return is_partial(type_.type)
    return isinstance(type_, Mapped) and _optional(type_.node) is True


def _optional(node: Node) -> bool | None:
    """Whether the type makes properties optional or required; None: leaves them."""
    annotation = node.child_by_field_name("type")
    if annotation is None:
        return None
    return {"opting_type_annotation": True, "omitting_type_annotation": False}.get(annotation.type)


def unify_mapped(
    engine: Engine, pattern: Mapped, source: Type, wanted: frozenset[int], out: Found
) -> None:
    """Infers T from a value met by `{ [K in keyof T]: … }`, V by `Record<K, V>`."""
    mapped_source = _source(engine, pattern)
    if isinstance(mapped_source, TypeParam) and mapped_source.node.id in wanted:
        out.setdefault(mapped_source.node.id, []).append(source)
        return
    keys_node = _parts(engine, pattern).keys
    if keys_node is None:
        return
    names = engine.declared(pattern.context, keys_node)
    members = list(engine.every(source))
    if isinstance(names, TypeParam) and names.node.id in wanted and members:
        out.setdefault(names.node.id, []).append(union(*(Literal(m.name) for m in members)))
    value = _value_for(engine, pattern, STRING)
    for member in members:
        own = mapped_member(engine, pattern, member.name)
        expected = engine.member_type(own[0]) if own else value
        for key, types in unify(engine, expected, engine.member_type(member), wanted).items():
            out.setdefault(key, []).extend(types)
    indexed = engine.index_type(source, STRING)
    if indexed is not None:
        for key, types in unify(engine, value, indexed, wanted).items():
            out.setdefault(key, []).extend(types)
