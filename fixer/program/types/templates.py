"""Names in a Vue template become types: loops, slots, what `setup` gives, props, refs unwrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.markup import RegionKind, VueMarkup, arrow
from fixer.program.syntax import first_named, text
from fixer.program.types import angular, vuecomponents, vueslots
from fixer.program.types.model import (
    NUMBER,
    STRING,
    UNKNOWN,
    Context,
    Literal,
    Member,
    Named,
    Primitive,
    Type,
    Unknown,
    WireType,
    parts_of,
    present,
    union,
)
from fixer.program.types.names import symbol_value, value_symbol
from fixer.program.types.vueoptions import declared_props, holders
from fixer.program.types.wireflow import assigned_to, is_nothing

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_EVENT = "$event"


def name_type(engine: Engine, context: Context, name: Node) -> Type | None:
    """The type of a free name in a template; None when the node isn't in one."""
    markup = context.module.markup
    if not isinstance(markup, VueMarkup):
        return angular.name_type(engine, context, name)
    region = markup.region_at(name.start_byte)
    if region is None:
        return None
    for scope in markup.scopes(region):
        bound = markup.declared(scope, text(name))
        if bound is not None:
            return engine.pattern_type(context, bound)
    if text(name) == _EVENT:
        return vuecomponents.event_of(engine, context.module, region, 0) or UNKNOWN
    return unwrapped(engine, _component_name(engine, context, name))


def named(engine: Engine, context: Context, name: Node) -> tuple[Member, ...]:
    """The properties of the component that a free name in a Vue template denotes: its props."""
    markup, spelled = context.module.markup, text(name)
    region = markup.region_at(name.start_byte) if isinstance(markup, VueMarkup) else None
    if region is None or not isinstance(markup, VueMarkup):
        return ()
    if engine.binding(context.module, name) is not None:
        return ()
    if any(markup.declared(scope, spelled) is not None for scope in markup.scopes(region)):
        return ()
    if spelled in context.module.table(context.module.root).values:
        return ()
    found = (engine.find(it, spelled) for it in holders(engine, context))
    return next((members for members in found if members), ())


def parameter_of_pattern(
    engine: Engine, context: Context, function: Node, index: int
) -> Type | None:
    """What the names of `v-for` and `v-slot` take; None for any other function."""
    markup = context.module.markup
    if not isinstance(markup, VueMarkup):
        return None
    # The parenthesis before the names may be one that only the parser saw.
    region = markup.region_at(function.start_byte + 1)
    if region is None or region.kind not in (RegionKind.LOOP, RegionKind.SLOT):
        return vuecomponents.payload(engine, context, function, index)
    if arrow(markup.parsed(region)) != function:
        return UNKNOWN
    if region.kind is RegionKind.SLOT:
        return vueslots.handed(engine, context, markup, region) if index == 0 else UNKNOWN
    if region.source is None:
        return UNKNOWN
    root = first_named(markup.parsed(region.source))
    if root is None:
        return UNKNOWN
    source = present(engine.typed(context, root))
    return _item(engine, source) if index == 0 else _key(engine, source)


def _item(engine: Engine, source: Type) -> Type:
    if isinstance(source, (Primitive, Literal)):
        return NUMBER
    types: list[Type] = []
    for part in parts_of(source):
        found = engine.element(part)
        if isinstance(found, Unknown) and not isinstance(part, WireType):
            values = [engine.member_type(m) for m in engine.every(part)]
            found = engine.index_type(part, STRING) or (union(*values) if values else UNKNOWN)
        types.append(found)
    return union(*types)


def _key(engine: Engine, source: Type) -> Type:
    return NUMBER if not isinstance(engine.element(source), Unknown) else STRING


def _component_name(engine: Engine, context: Context, name: Node) -> Type:
    module = context.module
    script = Context(module, context.env)
    binding = module.table(module.root).values.get(text(name))
    if binding is not None:
        found = symbol_value(engine, script, value_symbol(engine, script, binding.name_node))
        if context.env.wire and is_nothing(unwrapped(engine, found)):
            assigned = assigned_to(engine, script, binding.name_node, "value")
            return found if is_nothing(assigned) else assigned
        return found
    if text(name) == "$props":
        return next(declared_props(engine, script), UNKNOWN)
    for holder in holders(engine, script):
        found = engine.property_type(holder, text(name))
        if not isinstance(found, Unknown) or engine.find(holder, text(name)):
            return found
    return UNKNOWN


def unwrapped(engine: Engine, type_: Type) -> Type:
    """What a template reads of a ref: its value."""
    symbol = engine.libraries.exported("vue", "Ref", types=True)
    ref = engine.symbol_type(Context(symbol.module), symbol) if symbol is not None else UNKNOWN
    if not isinstance(ref, Named):
        return type_
    types: list[Type] = []
    for part in parts_of(type_):
        base = engine.as_base(part, ref.declaration)
        types.append(base.args[0] if base is not None and base.args else part)
    return union(*types)
