"""Names in a Vue template become types: loops, slots, what `setup` gives, props, refs unwrapped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.markup import RegionKind, VueMarkup, arrow
from fixer.program.module import DEFAULT
from fixer.program.syntax import first_named, text
from fixer.program.types import angular, vueslots
from fixer.program.types.model import (
    NUMBER,
    STRING,
    UNKNOWN,
    Context,
    Literal,
    Named,
    Primitive,
    Type,
    Unknown,
    WireType,
    intersection,
    parts_of,
    present,
    union,
)
from fixer.program.types.names import symbol_value, value_symbol
from fixer.program.types.wireflow import assigned_to, is_nothing

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_MACROS = ("defineProps", "withDefaults")


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
    return unwrapped(engine, _component_name(engine, context, name))


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
        return None
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
        return next(_declared_props(engine, script), UNKNOWN)
    for holder in _holders(engine, script):
        found = engine.property_type(holder, text(name))
        if not isinstance(found, Unknown) or engine.find(holder, text(name)):
            return found
    return UNKNOWN


def _holders(engine: Engine, context: Context) -> Iterator[Type]:
    """The objects whose properties a template names directly."""
    yield from _declared_props(engine, context)
    for export in context.module.exports.get(DEFAULT, ()):
        yield from _options(engine, context, export.node)


def _declared_props(engine: Engine, context: Context) -> Iterator[Type]:
    """What `defineProps` gives, which a template calls `$props` as a whole."""
    for call in context.module.calls:
        callee = call.child_by_field_name("function")
        if callee is not None and callee.type == "identifier" and text(callee) in _MACROS:
            yield engine.expression(context, call)


def _options(engine: Engine, context: Context, node: Node) -> Iterator[Type]:
    """What a component's options give to its template and to `this`."""
    yield from _given(engine, engine.expression(context, node))
    everywhere = engine.libraries.component_properties
    if everywhere is not None:
        yield Named(everywhere)


def _given(engine: Engine, options: Type, depth: int = 4) -> Iterator[Type]:
    """What options give: their own, then those that are mixed into them."""
    for name in ("setup", "data"):
        for signature in engine.signatures(present(engine.property_type(options, name))):
            yield present(engine.awaited(engine.returned(signature)))
    props = engine.property_type(options, "props")
    if not isinstance(props, Unknown):
        yield _applied(engine, "ExtractPropTypes", props)
    computed = engine.property_type(options, "computed")
    if not isinstance(computed, Unknown):
        yield _applied(engine, "ComputedOf", computed)
    yield present(engine.property_type(options, "methods"))
    mixed = engine.element(present(engine.property_type(options, "mixins")))
    for other in (mixed, present(engine.property_type(options, "extends"))):
        for part in parts_of(other) if depth else ():
            if not isinstance(part, Unknown):
                yield from _given(engine, part, depth - 1)


def _applied(engine: Engine, alias: str, argument: Type) -> Type:
    """A generic alias of Vue's declarations, with its argument."""
    symbol = engine.libraries.exported("vue", alias, types=True)
    if symbol is None:
        return UNKNOWN
    return engine.symbol_type(Context(symbol.module), symbol, (argument,))


def component(engine: Engine, context: Context, options: Node) -> Type:
    """`this` in the methods of a component's options."""
    parts = [t for t in _options(engine, context, options) if not isinstance(t, Unknown)]
    return intersection(*parts) if parts else UNKNOWN


_MAKERS = (b"defineComponent", b"defineNuxtComponent", b"Vue.extend", b"Vue.component")


def is_options(engine: Engine, node: Node) -> bool:
    """Whether an object literal is a component's options: exported, or handed to Vue."""
    holder = engine.parent(node)
    if holder is not None and holder.type == "export_statement":
        return True
    call = engine.parent(holder) if holder is not None else None
    callee = call.child_by_field_name("function") if call is not None else None
    return callee is not None and callee.text in _MAKERS


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
