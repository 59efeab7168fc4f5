"""A declared type becomes what is known of a value that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole, Piece, QueryParam
from fixer.program.evaluate import classes, implementers
from fixer.program.evaluate.values import (
    NOTHING,
    Array,
    ClassValue,
    ClientValue,
    Depends,
    EnumValue,
    Function,
    Nothing,
    Place,
    Query,
    Record,
    Text,
    TypeRef,
    Unknown,
    Value,
    candidates,
    union,
)
from fixer.program.module import Module
from fixer.program.program import External, Symbol
from fixer.program.syntax import children_of, first_named, string_value, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

MAX_VALUES = 64
_WRAPPERS = frozenset(
    {"Promise", "Readonly", "Partial", "Required", "NonNullable", "Awaited", "Ref", "ComputedRef"}
    | {"MaybeRef", "MaybeRefOrGetter", "Observable", "Signal", "Unref", "ShallowRef"}
)
_INNER = frozenset({"type_annotation", "parenthesized_type", "readonly_type", "type_arguments"})


def value(ev: Evaluator, ref: TypeRef, depends: Depends, place: Place, depth: int = 0) -> Value:
    """What a value of this type can be."""
    module, node = ref.module, ref.node
    if depth > 12:
        return Unknown("a type that is too deep", depends, place=place)
    if node.type in _INNER:
        inner = first_named(node)
        if inner is None:
            return Unknown("a value", depends, place=place)
        return value(ev, TypeRef(module, inner), depends, place, depth + 1)
    if node.type == "predefined_type":
        return _predefined(text(node), depends, place)
    if node.type == "literal_type":
        return _literal(node, depends, place)
    if node.type == "union_type":
        return _union(ev, ref, depends, place, depth)
    if node.type in ("type_identifier", "nested_type_identifier", "identifier"):
        return _named(ev, ref, node, depends, place, depth)
    if node.type == "generic_type":
        return _generic(ev, ref, depends, place, depth)
    if node.type == "type_query":
        inner = first_named(node)
        return ev.inside(module, inner, ev.root)
    if node.type in ("lookup_type", "index_type_query"):
        return _looked_up(ev, ref, depends, place, depth)
    if node.type == "template_literal_type":
        return Unknown("a string", depends, place=place, hole=Hole.STRING)
    if node.type == "array_type":
        return Array((), Unknown("an element", depends, place=place))
    return Unknown("a value of its type", depends, ref, place)


def _predefined(name: str, depends: Depends, place: Place) -> Value:
    if name in ("number", "bigint"):
        return Unknown("a number", depends, place=place, hole=Hole.NUMBER)
    if name == "string":
        return Unknown("a string", depends, place=place, hole=Hole.STRING)
    return NOTHING if name in ("void", "undefined") else Unknown("a value", depends, place=place)


def _literal(node: Node, depends: Depends, place: Place) -> Value:
    inner = first_named(node)
    if inner is None or inner.type in ("null", "undefined"):
        return NOTHING
    plain = string_value(inner) if inner.type == "string" else text(inner)
    if plain is None or inner.type in ("true", "false"):
        return Unknown("a value", depends, place=place)
    return Text((Piece(None, *place, values=(plain,), exact=False, depends=depends),))


def _union(ev: Evaluator, ref: TypeRef, depends: Depends, place: Place, depth: int) -> Value:
    parts = [
        value(ev, TypeRef(ref.module, n), depends, place, depth + 1)
        for n in children_of(ref.node)
        if n.type != "comment"
    ]
    flat: list[Value] = [c for p in parts for c in candidates(p)]
    listed = [v for c in flat for v in _values(c)]
    others: list[Value] = [c for c in flat if not _values(c) and not isinstance(c, Nothing)]
    optional = [NOTHING] if any(isinstance(c, Nothing) for c in flat) else []
    if listed and not others and len(listed) <= MAX_VALUES:
        values = tuple(dict.fromkeys(listed))
        known = Piece(None, *place, values=values, exact=False, depends=depends)
        return union([Text((known,)), *optional])
    return union([*_best(others, listed, depends, place), *optional])


def _best(others: list[Value], listed: list[str], depends: Depends, place: Place) -> list[Value]:
    """Of a union's members, the one that says most; a string may be any string."""
    for candidate in others:
        if not isinstance(candidate, Unknown):
            return [candidate]
    holes = {c.hole for c in others if isinstance(c, Unknown)}
    if listed or Hole.STRING in holes:
        return [Unknown("a string", depends, place=place, hole=Hole.STRING)]
    return list(others[:1])


def _values(candidate: Value) -> tuple[str, ...]:
    if isinstance(candidate, Text) and len(candidate.pieces) == 1:
        return candidate.pieces[0].values
    return ()


def _named(
    ev: Evaluator, ref: TypeRef, node: Node, depends: Depends, place: Place, depth: int
) -> Value:
    symbol = symbol_of(ev, ref.module, node)
    if isinstance(symbol, External):
        return external(ev, symbol.specifier, symbol.name, place, depends)
    if symbol is None:
        return _global(ev, text(node), depends, place)
    declaration = symbol.node
    if declaration.type in ("class_declaration", "abstract_class_declaration", "class"):
        return classes.generic(ev, ClassValue(symbol.module, declaration, ev.root))
    if declaration.type == "enum_declaration":
        return enum_values(ev, EnumValue(symbol.module, declaration), depends)
    if declaration.type == "type_alias_declaration":
        target = declaration.child_by_field_name("value")
        if target is not None:
            return value(ev, TypeRef(symbol.module, target), depends, place, depth + 1)
    if declaration.type == "type_parameter":
        constraint = declaration.child_by_field_name("constraint")
        if constraint is not None:
            return value(ev, TypeRef(symbol.module, constraint), depends, place, depth + 1)
        return Unknown("a type parameter", depends, place=place)
    return Unknown("a value of its type", depends, TypeRef(symbol.module, declaration), place)


def symbol_of(ev: Evaluator, module: Module, node: Node) -> Symbol | External | None:
    """What a type's name means; `ns.Name` through the namespace."""
    if node.type != "nested_type_identifier":
        return ev.program.type(module, node)
    space, name = node.child_by_field_name("module"), node.child_by_field_name("name")
    if space is None or name is None or space.type != "identifier":
        return None
    outer = ev.program.type(module, space)
    if isinstance(outer, External):
        return External(outer.specifier, text(name))
    if isinstance(outer, Symbol) and outer.is_namespace:
        return next(iter(ev.program.exported(outer.module.path, text(name))), None)
    return None


def external(
    ev: Evaluator, specifier: str, name: str, place: Place, depends: Depends = frozenset()
) -> Value:
    """What a type of a package stands for: an HTTP client, if it is one."""
    client = ev.clients.typed(specifier, name)
    if client is not None:
        return ClientValue(client, (Unknown("a client made elsewhere", depends, place=place),))
    return Unknown(f"a `{name}`", depends, place=place)


def _global(ev: Evaluator, name: str, depends: Depends, place: Place) -> Value:
    if name == "URLSearchParams":
        return Query((QueryParam(None, *place),))
    client = ev.clients.typed("", name)
    if client is not None and name in client.globals:
        return ClientValue(client)
    if name == "Function":
        return Unknown("a function", depends, place=place)
    return Unknown(f"a `{name}`", depends, place=place)


def _generic(ev: Evaluator, ref: TypeRef, depends: Depends, place: Place, depth: int) -> Value:
    name = ref.node.child_by_field_name("name")
    arguments = ref.node.child_by_field_name("type_arguments")
    first = first_named(arguments) if arguments is not None else None
    if name is None:
        return Unknown("a value", depends, place=place)
    if first is not None and text(name) in _WRAPPERS and not _is_declared(ev, ref.module, name):
        return value(ev, TypeRef(ref.module, first), depends, place, depth + 1)
    if text(name) in ("Array", "ReadonlyArray", "Set"):
        return Array((), Unknown("an element", depends, place=place))
    return _named(ev, ref, name, depends, place, depth)


def _is_declared(ev: Evaluator, module: Module, name: Node) -> bool:
    return isinstance(symbol_of(ev, module, name), Symbol)


def _looked_up(ev: Evaluator, ref: TypeRef, depends: Depends, place: Place, depth: int) -> Value:
    """`keyof typeof x`, `(typeof x)[number]`, `(typeof x)[keyof typeof x]`, `T['key']`."""
    node = ref.node
    first = first_named(node)
    if first is None:
        return Unknown("a value", depends, place=place)
    target = value(ev, TypeRef(ref.module, first), depends, place, depth + 1)
    if node.type == "index_type_query":
        names = list(target.members) if isinstance(target, Record) else []
        return _listed(names, depends, place)
    index = children_of(node)[-1]
    key = first_named(index) if index.type == "literal_type" else None
    if key is not None and (name := string_value(key)) is not None:
        if isinstance(target, Unknown) and target.type is not None:
            found = member(ev, target.type, name, depends, place)
            return found if found is not None else Unknown("a value", depends, place=place)
        return Unknown("a value", depends, place=place)
    items: list[Value] = []
    if isinstance(target, Array) and target.rest is None:
        items = [ev.force(i) for i in target.items]
    elif isinstance(target, Record) and target.rest is None:
        items = [ev.force(m.value) for m in target.members.values()]
    return _listed([v for i in items if isinstance(i, Text) and (v := i.literal)], depends, place)


def _listed(names: list[str], depends: Depends, place: Place) -> Value:
    if not names or len(names) > MAX_VALUES:
        return Unknown("a value", depends, place=place)
    values = tuple(dict.fromkeys(names))
    return Text((Piece(None, *place, values=values, exact=False, depends=depends),))


def enum_member(ev: Evaluator, enum: EnumValue, name: str) -> Value:
    """The value of an enum's member; one without initializer is a number."""
    body = enum.node.child_by_field_name("body")
    for child in children_of(body) if body is not None else ():
        key = child.child_by_field_name("name") or child
        plain = string_value(key) or text(key)
        if plain != name:
            continue
        given = child.child_by_field_name("value")
        if given is not None:
            return ev.value(enum.module, given)
        return Unknown(
            "a number",
            place=Place(enum.module.path, child.start_byte, child.end_byte),
            hole=Hole.NUMBER,
        )
    return NOTHING


def enum_values(ev: Evaluator, enum: EnumValue, depends: Depends = frozenset()) -> Value:
    """Any of an enum's values, as one hole."""
    body = enum.node.child_by_field_name("body")
    names = [c.child_by_field_name("name") or c for c in (children_of(body) if body else ())]
    place = Place(enum.module.path, enum.node.start_byte, enum.node.end_byte)
    found = [enum_member(ev, enum, string_value(n) or text(n)) for n in names]
    literals = [v for f in found if isinstance(f, Text) and (v := f.literal) is not None]
    if len(literals) != len(names):
        return Unknown("an enum's value", place=place, hole=Hole.NUMBER)
    return _listed(literals, depends, place)


def member(
    ev: Evaluator, ref: TypeRef, name: str, depends: Depends, place: Place, depth: int = 0
) -> Value | None:
    """The member `name` of a value of an object type; None: the type doesn't say."""
    if depth > 8:
        return None
    implemented = implementers.member(ev, ref, name, place)
    if implemented is not None:
        return implemented
    for signature in signatures(ev, ref):
        key = signature.node.child_by_field_name("name")
        if key is None or (string_value(key) or text(key)) != name:
            continue
        if signature.node.type == "method_signature":
            return Unknown("a method of an interface", depends, signature, place)
        annotation = signature.node.child_by_field_name("type")
        if annotation is None:
            return None
        found = value(ev, TypeRef(signature.module, annotation), depends, place, depth + 1)
        optional = any(c.type == "?" for c in signature.node.children)
        return union([found, NOTHING]) if optional else found
    return None


def signatures(ev: Evaluator, ref: TypeRef, depth: int = 0) -> list[TypeRef]:
    """The member signatures of an object type, interfaces' ancestors and parts included."""
    module, node = ref.module, ref.node
    if depth > 6:
        return []
    found: list[TypeRef] = []
    if node.type == "interface_declaration":
        body = node.child_by_field_name("body")
        found = [TypeRef(module, n) for n in (children_of(body) if body is not None else ())]
        for clause in children_of(node):
            if clause.type == "extends_type_clause":
                for base in children_of(clause):
                    found.extend(_of_name(ev, module, base, depth))
    elif node.type in ("object_type", "interface_body"):
        found = [TypeRef(module, n) for n in children_of(node)]
    elif node.type in ("intersection_type", "parenthesized_type", "type_annotation", "union_type"):
        for part in children_of(node):
            found.extend(signatures(ev, TypeRef(module, part), depth + 1))
    elif node.type in ("type_identifier", "generic_type", "nested_type_identifier"):
        found = _of_name(ev, module, node, depth)
    return found


def _of_name(ev: Evaluator, module: Module, node: Node, depth: int) -> list[TypeRef]:
    name = node.child_by_field_name("name") if node.type == "generic_type" else node
    if name is None:
        return []
    arguments = node.child_by_field_name("type_arguments")
    first = first_named(arguments) if arguments is not None else None
    if text(name) in (*_WRAPPERS, "Omit", "Pick") and first is not None:
        return signatures(ev, TypeRef(module, first), depth + 1)
    symbol = symbol_of(ev, module, name)
    if not isinstance(symbol, Symbol):
        return []
    target = symbol.node
    if target.type == "type_alias_declaration":
        target = target.child_by_field_name("value") or target
    return signatures(ev, TypeRef(symbol.module, target), depth + 1)


def refined(ev: Evaluator, found: Value, ref: TypeRef, place: Place) -> Value:
    """A value, or where nothing is known of it, what its declared type says."""
    parts: list[Value] = []
    changed = False
    for candidate in candidates(found):
        unknown = isinstance(candidate, Unknown) and candidate.type is None
        if isinstance(candidate, Unknown) and unknown and candidate.hole is Hole.UNKNOWN:
            typed = value(ev, ref, candidate.depends, candidate.place or place)
            if not isinstance(typed, Nothing):
                changed = True
                parts.append(typed)
                continue
        parts.append(candidate)
    return union(parts) if changed else found


def argued(ev: Evaluator, found: Value, function: Function, module: Module, node: Node) -> Value:
    """What a call `f<T>()` gives; where nothing is known of it and `f` returns `T`, that type."""
    given = node.child_by_field_name("type_arguments")
    returned = function.node.child_by_field_name("return_type")
    declared = function.node.child_by_field_name("type_parameters")
    if given is None or returned is None or declared is None:
        return found
    names = [p.child_by_field_name("name") for p in children_of(declared)]
    for name, argument in zip(names, children_of(given), strict=False):
        if name is not None and text(name) == text(_innermost(returned)):
            place = Place(module.path, node.start_byte, node.end_byte)
            return refined(ev, found, TypeRef(module, argument), place)
    return found


def _innermost(node: Node) -> Node:
    """`T` of `: Promise<T>`."""
    while True:
        name = node.child_by_field_name("name") if node.type == "generic_type" else None
        if node.type in _INNER:
            inner = first_named(node)
        elif name is not None and text(name) in _WRAPPERS:
            inner = node.child_by_field_name("type_arguments")
        else:
            return node
        if inner is None:
            return node
        node = inner


def called_with(ev: Evaluator, module: Module, node: Node, place: Place) -> Value | None:
    """What the type argument of a call `f<T>()` says of its result; None: there is none."""
    arguments = node.child_by_field_name("type_arguments")
    first = first_named(arguments) if arguments is not None else None
    return value(ev, TypeRef(module, first), frozenset(), place) if first is not None else None


def returned(ev: Evaluator, ref: TypeRef, depends: Depends, place: Place) -> Value:
    """What calling a value of this type gives, by its signature."""
    node = ref.node
    result = node.child_by_field_name("return_type")
    if result is None:
        return Unknown("the result of a function", depends, place=place)
    return value(ev, TypeRef(ref.module, result), depends, place)
