"""Small steps between types: instances of classes, bases, awaiting, indexing, a member's type."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import NAMESPACE
from fixer.program.scopes import CLASSES
from fixer.program.syntax import first_named, string_value
from fixer.program.types.annotations import annotation
from fixer.program.types.constructorfields import assigned
from fixer.program.types.functions import returned, signatures
from fixer.program.types.keys import access
from fixer.program.types.literals import spreads_unknown
from fixer.program.types.mapped import has_known_keys
from fixer.program.types.model import (
    NUMBER,
    STRING,
    UNKNOWN,
    Anonymous,
    ClassValue,
    Context,
    Declaration,
    Env,
    Function,
    Intersection,
    KeyOf,
    Literal,
    Mapped,
    Member,
    Named,
    ObjectLiteral,
    Primitive,
    Scope,
    Tuple,
    Type,
    TypeParam,
    Union,
    Unknown,
    WireType,
    Without,
    parts_of,
    present,
    union,
)
from fixer.program.types.names import declaration, entry, filled, symbol_value, type_parameters
from fixer.program.types.tables import PARAMETERS
from fixer.program.types.wireshape import element as wire_element

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_METHODS = frozenset({"method_signature", "abstract_method_signature", "method_definition"})
_MAX_BASES = 24


def member_type(engine: Engine, member: Member) -> Type:
    """The type of a property, read in the context of its owner."""
    if member.type is not None:
        return member.type
    if member.node is None or member.context is None:
        return UNKNOWN
    return engine.ask("member", partial(_of_node, member), member.context, member.node)


def _of_node(member: Member, engine: Engine, context: Context, node: Node) -> Type:
    kind = node.type
    if kind in _METHODS:
        return _method(engine, context, node, member)
    if kind in PARAMETERS:
        given = engine.overlaid(context.env, (node.child_by_field_name("pattern") or node).id)
        return given if given is not None else engine.parameter_type(context, node)
    if kind == "pair":
        value = node.child_by_field_name("value")
        return engine.expression(context, value) if value is not None else UNKNOWN
    if kind == "shorthand_property_identifier":
        return engine.expression(context, node)
    if kind in ("enum_assignment", "property_identifier", "string"):
        return _enum_value(engine, member)
    if context.env.overlay and not context.env.wire:
        filled = engine.overlaid(context.env, node.id)
        if filled is not None:
            return filled
    written = None if engine.ignores_annotations(context) else annotation(engine, context, node)
    if written is not None:
        return written
    value = node.child_by_field_name("value")
    if value is not None:
        found = engine.expression(context, value)
        if not isinstance(present(found), Unknown):
            return found
    return UNKNOWN if context.env.wire or value is not None else assigned(engine, context, node)


def _enum_value(engine: Engine, member: Member) -> Type:
    owner = member.owner
    found = getattr(owner, "declaration", None)
    return Named(found) if isinstance(found, Declaration) else UNKNOWN


def _method(engine: Engine, context: Context, node: Node, member: Member) -> Type:
    accessor = next((c.type for c in node.children if c.type in ("get", "set")), None)
    if accessor is not None and node.type == "method_definition":
        getter = node if accessor == "get" else _getter(member)
        return returned(engine, Function(context, getter)) if getter is not None else UNKNOWN
    nodes = [n for n in (node, *member.others) if n.type in _METHODS]
    bare = [n for n in nodes if n.type != "method_definition"] or nodes
    bare.sort(key=lambda n: n.start_byte)
    first, *others = bare
    return Function(context, first, tuple(Function(context, n) for n in others))


def _getter(member: Member) -> Node | None:
    return next((n for n in member.others if any(c.type == "get" for c in n.children)), None)


def wire_member(engine: Engine, member: Member, context: Context) -> Type:
    """The type of a property of something only declared, as the run-time value has it."""
    if member.context is None or member.node is None or not engine.is_own(member.context):
        return member_type(engine, member)
    if member.type is not None:
        return member.type
    env = Env(member.context.env.entries, context.env.overlay, wire=True)
    env = env.across(member.context.module, engine.outermost(member.node))
    env = env.lay(member.context.env.overlay)
    inner = Context(member.context.module, env)
    return member_type(engine, replace(member, context=inner))


def indexed(engine: Engine, type_: Type, key: Type) -> Type:
    """The type of `x[key]`; of an array under a string Unknown, as TypeScript has it `any`."""
    type_ = present(type_)
    if isinstance(type_, Unknown):
        return UNKNOWN
    if any(isinstance(p, (Literal, KeyOf, TypeParam)) for p in parts_of(key)):
        found = access(engine, type_, key)
        if not isinstance(found, Unknown):
            return found
    order: tuple[Type, ...] = (NUMBER, STRING) if _is_number(key) else (STRING, NUMBER)
    if key == STRING:
        order = (STRING,)
    found_any = (engine.index_type(type_, k) for k in order)
    return next((f for f in found_any if f is not None), UNKNOWN)


def _is_number(key: Type) -> bool:
    return any(
        p == NUMBER or (isinstance(p, Literal) and isinstance(p.value, float))
        for p in parts_of(key)
    )


def awaited(engine: Engine, type_: Type) -> Type:
    """What `await` of a value yields."""
    return _awaited(engine, type_, ())


def _awaited(engine: Engine, type_: Type, around: tuple[Type, ...]) -> Type:
    """`around`: what is awaited so far; `Task extends Promise<Task>` yields itself."""
    types: list[Type] = []
    for part in parts_of(type_):
        inner = _fulfilled(engine, part)
        if inner is None or part in around:
            types.append(part)
        elif len(around) < _MAX_BASES:
            types.append(_awaited(engine, inner, (*around, part)))
        else:
            types.append(UNKNOWN)
    return union(*types)


def _fulfilled(engine: Engine, type_: Type) -> Type | None:
    for name in ("Promise", "PromiseLike"):
        base = engine.libraries.global_interface(name)
        found = as_base(engine, type_, base) if base is not None else None
        if found is not None:
            return found.args[0] if found.args else UNKNOWN
    return None


def as_base(engine: Engine, type_: Type, wanted: Declaration) -> Named | None:
    """The type seen as an instance of `wanted`, which it is or inherits from."""
    return _as_base(engine, type_, wanted, 0)


def _as_base(engine: Engine, type_: Type, wanted: Declaration, depth: int) -> Named | None:
    if depth > _MAX_BASES:
        return None
    if isinstance(type_, Intersection):
        found = (_as_base(engine, p, wanted, depth + 1) for p in type_.parts)
        return next((f for f in found if f is not None), None)
    if isinstance(type_, TypeParam):
        return _as_base(engine, engine.constraint(type_), wanted, depth + 1)
    if isinstance(type_, WireType):
        inner = wire_element(type_)
        array = engine.array(inner) if inner is not None and not type_.schema.values else None
        return _as_base(engine, array, wanted, depth + 1) if array is not None else None
    if not isinstance(type_, Named):
        return None
    if type_.declaration == wanted:
        return type_
    for base in engine.bases(type_):
        found_one = _as_base(engine, base, wanted, depth + 1)
        if found_one is not None:
            return found_one
    for base in engine.bases(type_, implements=True):
        found_one = _as_base(engine, base, wanted, depth + 1)
        if found_one is not None:
            return found_one
    return None


def instance(engine: Engine, type_: Type, args: tuple[Type, ...]) -> Type:
    """What `new` of a class value, or `extends` of it, gives."""
    if isinstance(type_, ClassValue):
        context = Context(type_.declaration.module, type_.env)
        node = type_.declaration.node
        return Named(type_.declaration, filled(engine, context, node, args))
    constructors = signatures(engine, type_, construct=True)
    for found in constructors:
        bound = tuple(
            entry(found.context, p, found.node, a)
            for p, a in zip(type_parameters(found.node), args, strict=False)
        )
        return returned(engine, Function(found.context.bind(bound), found.node))
    return UNKNOWN


def is_closed(engine: Engine, type_: Type) -> bool:
    """Whether the members that are found are all there are."""
    if isinstance(type_, ObjectLiteral):
        return not spreads_unknown(engine, type_)
    if isinstance(type_, (Union, Intersection)):
        return all(is_closed(engine, p) for p in type_.parts)
    if isinstance(type_, Named):
        known = (not isinstance(b, Unknown) and is_closed(engine, b) for b in engine.bases(type_))
        return all(known)
    if isinstance(type_, Without):
        return is_closed(engine, type_.type)
    if isinstance(type_, WireType):
        return not type_.schema.loose and type_.schema.values is None
    if isinstance(type_, Mapped):
        return has_known_keys(engine, type_)
    return isinstance(type_, (Anonymous, Primitive, Literal, Tuple, Function))


def class_type(engine: Engine, context: Context, node: Node) -> Type:
    """The instance type of the class around `node`, its parameters as they are bound here."""
    found = _class_around(engine, context, node)
    if found is None:
        return UNKNOWN
    args = tuple(
        context.env.get(p.id) or TypeParam(context, p) for p in type_parameters(found.node)
    )
    flow = () if context.env.wire else context.env.fields
    return Named(found, args, flow)


def static_side(engine: Engine, context: Context, node: Node) -> Type:
    found = _class_around(engine, context, node)
    return ClassValue(found, context.env) if found is not None else UNKNOWN


def _class_around(engine: Engine, context: Context, node: Node) -> Declaration | None:
    around = engine.ancestor(node, CLASSES | {"interface_declaration"})
    if around is None:
        return None
    name = around.child_by_field_name("name")
    binding = engine.binding(context.module, name, types=True) if name is not None else None
    return declaration(context.module, around, binding)


def imported(engine: Engine, context: Context, node: Node) -> Type:
    """The module that `import('./x')` loads."""
    args = node.child_by_field_name("arguments")
    first = first_named(args) if args is not None else None
    specifier = string_value(first) if first is not None else None
    if specifier is None:
        return UNKNOWN
    path = engine.program.locate(context.module, specifier)
    if path is not None:
        module = engine.program.module(path)
        return Scope(module, module.root)
    return symbol_value(engine, context, engine.libraries.exported(specifier, NAMESPACE))
