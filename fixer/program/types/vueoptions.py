"""A Vue component's options, and what its `defineProps` gives, become what its parts can name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import DEFAULT
from fixer.program.syntax import text
from fixer.program.types.model import (
    UNKNOWN,
    Context,
    Named,
    Type,
    Unknown,
    intersection,
    parts_of,
    present,
)
from fixer.program.types.tables import name_of

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_MACROS = ("defineProps", "withDefaults")
_MAKERS = (b"defineComponent", b"defineNuxtComponent", b"Vue.extend", b"Vue.component")
_MOST_MIXED = 4
_WATCHING = b"this.$watch"


def holders(engine: Engine, context: Context) -> Iterator[Type]:
    """The objects whose properties a template names directly."""
    yield from declared_props(engine, context)
    for export in context.module.exports.get(DEFAULT, ()):
        yield from options(engine, context, export.node)


def declared_props(engine: Engine, context: Context) -> Iterator[Type]:
    """What `defineProps` gives, which a template calls `$props` as a whole."""
    for call in calls_of(context, _MACROS):
        yield engine.expression(context, call)


def calls_of(context: Context, names: tuple[str, ...]) -> Iterator[Node]:
    """The calls of a compiler's macros in a component's script."""
    for call in context.module.calls:
        callee = call.child_by_field_name("function")
        if callee is not None and callee.type == "identifier" and text(callee) in names:
            yield call


def options(engine: Engine, context: Context, node: Node) -> Iterator[Type]:
    """What a component's options give to its template and to `this`."""
    yield from _given(engine, engine.expression(context, node))
    everywhere = engine.libraries.component_properties
    if everywhere is not None:
        yield Named(everywhere)


def _given(engine: Engine, options: Type, depth: int = _MOST_MIXED) -> Iterator[Type]:
    """What options give: their own, then those that are mixed into them."""
    for name in ("setup", "data"):
        for signature in engine.signatures(present(engine.property_type(options, name))):
            yield present(engine.awaited(engine.returned(signature)))
    yield from option_props(engine, options)
    computed = engine.property_type(options, "computed")
    if not isinstance(computed, Unknown):
        yield applied(engine, "ComputedOf", computed)
    yield present(engine.property_type(options, "methods"))
    mixed = engine.element(present(engine.property_type(options, "mixins")))
    for other in (mixed, present(engine.property_type(options, "extends"))):
        for part in parts_of(other) if depth else ():
            if not isinstance(part, Unknown):
                yield from _given(engine, part, depth - 1)


def option_props(engine: Engine, given: Type) -> Iterator[Type]:
    """The props that a component's options declare."""
    props = engine.property_type(given, "props")
    if not isinstance(props, Unknown):
        yield applied(engine, "ExtractPropTypes", props)


def applied(engine: Engine, alias: str, argument: Type) -> Type:
    """A generic alias of Vue's declarations, with its argument."""
    symbol = engine.libraries.exported("vue", alias, types=True)
    if symbol is None:
        return UNKNOWN
    return engine.symbol_type(Context(symbol.module), symbol, (argument,))


def component(engine: Engine, context: Context, node: Node) -> Type:
    """`this` in the methods of a component's options."""
    parts = [t for t in options(engine, context, node) if not isinstance(t, Unknown)]
    return intersection(*parts) if parts else UNKNOWN


def watched(engine: Engine, context: Context, literal: Node) -> Type | None:
    """The component of which a text is a path: `watch: { 'row.name'() … }`, `this.$watch('…')`."""
    entry = engine.parent(literal)
    if entry is None or literal.type != "string":
        return None
    if entry.type == "arguments":
        call = engine.parent(entry)
        callee = call.child_by_field_name("function") if call is not None else None
        is_watch = callee is not None and callee.text == _WATCHING
        return engine.this(context, literal) if is_watch else None
    object_ = engine.parent(entry) if name_of(entry) == literal else None
    pair = engine.parent(object_) if object_ is not None else None
    key = pair.child_by_field_name("key") if pair is not None else None
    around = engine.parent(pair) if key is not None and pair is not None else None
    if key is None or around is None or text(key) != "watch":
        return None
    return engine.component(context, around)


def is_options(engine: Engine, node: Node, *, everywhere: bool) -> bool:
    """Whether an object literal is a component's options: exported, or handed to Vue.

    `everywhere`: outside of a component's file, where an object may be exported for itself.
    """
    holder = engine.parent(node)
    if holder is not None and holder.type == "export_statement" and not everywhere:
        return True
    call = engine.parent(holder) if holder is not None else None
    callee = call.child_by_field_name("function") if call is not None else None
    return callee is not None and callee.text in _MAKERS
