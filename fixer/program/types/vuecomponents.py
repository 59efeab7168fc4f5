"""What the program's own Vue components take, emit, hand to their slots and expose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.markup import TAGS, Region, RegionKind, VueMarkup, attribute_value, camel
from fixer.program.module import DEFAULT, Module
from fixer.program.program import External
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types.model import (
    STRING,
    UNKNOWN,
    Context,
    JsxProps,
    Literal,
    Member,
    Tuple,
    Type,
    Unknown,
    intersection,
    parts_of,
    present,
    union,
)
from fixer.program.types.vueoptions import (
    applied,
    calls_of,
    declared_props,
    option_props,
    options,
)

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_VUE = ".vue"
_SLOT = "slot"
_MODEL = "modelValue"
_INSTANCES = frozenset({"InstanceType", "ComponentExposed"})


def component_of(engine: Engine, module: Module, element: Node) -> Module | None:
    """The program's own component that an element of a template is."""
    markup = module.markup
    if not isinstance(markup, VueMarkup):
        return None
    name = camel(markup.tag_name(element))
    return component_called(engine, module, name[:1].upper() + name[1:])


def component_called(engine: Engine, module: Module, name: str) -> Module | None:
    """The component that a name means in a file: imported, or known everywhere by its file."""
    values = module.table(module.root).values
    binding = values.get(name) or values.get(name[:1].lower() + name[1:])
    source = module.import_of(binding) if binding is not None else None
    if binding is None or source is None:
        return _only_one(engine, name) if binding is None else None
    path = engine.program.locate(module, source.specifier)
    if path is None:
        return None
    if path.suffix == _VUE:
        return engine.program.module(path) if source.imported == DEFAULT else None
    symbol = engine.program.symbol(module, binding)
    if symbol is None:  # a list of exports hands on what has no script of options
        return _only_one(engine, name)
    is_own = not isinstance(symbol, External) and symbol.module.path.suffix == _VUE
    return symbol.module if is_own and not isinstance(symbol, External) else None


def _only_one(engine: Engine, name: str) -> Module | None:
    """The component of the one file that is called so."""
    nothing: dict[str, list[Path]] = {}
    found = engine.recall(("vue files",), nothing, lambda: _by_name(engine)).get(name, ())
    return engine.program.module(found[0]) if len(found) == 1 else None


def _by_name(engine: Engine) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in engine.program.sources:
        if path.suffix == _VUE:
            found.setdefault(path.stem, []).append(path)
    return found


def props(engine: Engine, child: Module) -> Type:
    """The type of the props that a component declares."""
    context = Context(child)
    known = [t for t in declared_props(engine, context) if not isinstance(t, Unknown)]
    if known:
        return known[0]
    for export in child.exports.get(DEFAULT, ()):
        for found in option_props(engine, engine.expression(context, export.node)):
            return found
    return UNKNOWN


def expected(engine: Engine, context: Context, node: Node) -> Type:
    """What a component takes of the attribute that an expression stands in."""
    markup = context.module.markup
    # Around it stands a parenthesis that only the parser saw.
    start = node.start_byte + (node.type == "parenthesized_expression")
    region = markup.region_at(start) if isinstance(markup, VueMarkup) else None
    if region is None or region.kind is not RegionKind.EXPRESSION or region.element is None:
        return UNKNOWN
    attribute = _attribute(region)
    child = component_of(engine, context.module, region.element) if attribute else None
    if attribute is None or child is None:
        return UNKNOWN
    name = bound_name(attribute)
    taken = props(engine, child)
    if name is None:
        return taken if _label(attribute) == "v-bind" else UNKNOWN
    return engine.property_type(taken, name)


def payload(engine: Engine, context: Context, function: Node, index: int) -> Type | None:
    """What a handler in a template is given as one of its parameters; None: it isn't known."""
    markup = context.module.markup
    if not isinstance(markup, VueMarkup):
        return None
    region = markup.region_at(function.start_byte)
    if region is None or markup.expression(region) != function:
        return None
    return event_of(engine, context.module, region, index)


def event_of(engine: Engine, module: Module, region: Region, index: int) -> Type | None:
    """What the event that a handler handles carries at `index`, as the component emits it."""
    attribute = _attribute(region) if region.kind is RegionKind.HANDLER else None
    if attribute is None or region.element is None:
        return None
    child = component_of(engine, module, region.element)
    label = _label(attribute).removeprefix("v-on:").removeprefix("@").partition(".")[0]
    if child is None:
        return None
    found = [_carried(engine, it, name, index) for it, name in _emits(engine, child, label)]
    known = [t for t in found if not isinstance(t, Unknown)]
    return known[0] if known else None


def _emits(engine: Engine, child: Module, label: str) -> Iterator[tuple[Type, str]]:
    """The types that say what a component emits, with the names that an event may have there."""
    context = Context(child)
    names = dict.fromkeys((label, camel(label), label.replace("model-value", _MODEL)))
    for call in calls_of(context, ("defineEmits",)):
        said = call.child_by_field_name("type_arguments")
        given = call.child_by_field_name("arguments")
        type_, value = first_named(said) if said else None, first_named(given) if given else None
        if type_ is not None:
            yield from ((engine.declared(context, type_), name) for name in names)
        elif value is not None:
            yield from ((engine.expression(context, value), name) for name in names)
    for export in child.exports.get(DEFAULT, ()):
        emits = engine.property_type(engine.expression(context, export.node), "emits")
        yield from ((emits, name) for name in names)


def _carried(engine: Engine, emits: Type, name: str, index: int) -> Type:
    for member in engine.find(emits, name):
        carried = present(engine.member_type(member))
        if isinstance(carried, Tuple):
            return carried.items[index] if index < len(carried.items) else UNKNOWN
        return union(*(engine.parameter(it, index) for it in engine.signatures(carried)[:1]))
    for signature in engine.signatures(present(emits)):
        if Literal(name) in parts_of(engine.parameter(signature, 0)):
            return engine.parameter(signature, index + 1)
    return UNKNOWN


def slot(engine: Engine, child: Module, name: str) -> Type:
    """What a component hands to one of its slots: as it says itself, or as its template does."""
    context = Context(child)
    for call in calls_of(context, ("defineSlots",)):
        for signature in engine.signatures(
            present(engine.property_type(engine.expression(context, call), name))
        ):
            return engine.parameter(signature, 0)
    markup = child.markup
    found: list[Type] = []
    for tag in markup.tags if isinstance(markup, VueMarkup) else ():
        if (called := first_named(tag)) is not None and text(called) == _SLOT:
            named = _plain(tag, "name")
            if (named or "default") == name and _bound(tag, "name") is None:
                found.append(JsxProps(context, tag))
    return union(*found) if found else UNKNOWN


def handed_on(engine: Engine, type_: JsxProps, name: str) -> tuple[Member, ...]:
    """What a `<slot>` hands on under `name`, by an attribute or in an object."""
    markup, context = type_.context.module.markup, type_.context
    if not isinstance(markup, VueMarkup):
        return ()
    for attribute in reversed(children_of(type_.node)):
        label, value = _label(attribute), attribute_value(attribute)
        region = markup.region_at(value.start_byte) if value is not None else None
        if bound_name(attribute) == name and name != "name":
            node = markup.expression(region) if region is not None else None
            given = engine.expression(context, node) if node is not None else UNKNOWN
            return (Member(name, None, None, None, owner=type_, type=given),)
        if label == "v-bind" and region is not None:
            laid = engine.expression(context, markup.expression(region))
            if found := engine.find(laid, name):
                return found
        if camel(label) == name != "name":
            return (Member(name, None, None, None, owner=type_, type=STRING),)
    return ()


def is_tag(node: Node) -> bool:
    """Whether a node is an element's tag of a Vue template, and none of JSX."""
    return node.type in TAGS


def instance(engine: Engine, context: Context, named: str, argument: Node | None) -> Type | None:
    """`InstanceType<typeof Dialog>`: what a component of the program shows to others."""
    if named not in _INSTANCES or argument is None or argument.type != "type_query":
        return None
    name = first_named(argument)
    child = component_called(engine, context.module, text(name)) if name is not None else None
    return _exposed(engine, child) if child is not None else None


def _exposed(engine: Engine, child: Module) -> Type:
    context, parts = Context(child), []
    for call in calls_of(context, ("defineExpose",)):
        given = call.child_by_field_name("arguments")
        value = first_named(given) if given is not None else None
        if value is not None:
            parts.append(applied(engine, "UnwrapRefs", engine.expression(context, value)))
    for export in child.exports.get(DEFAULT, ()):
        parts += options(engine, context, export.node)
    taken = props(engine, child)
    known = [t for t in (*parts, taken) if not isinstance(t, Unknown)]
    return intersection(*known) if known else UNKNOWN


def _attribute(region: Region) -> Node | None:
    """The attribute of its element that a region is the value of."""
    tag = first_named(region.element) if region.element is not None else None
    for attribute in children_of(tag) if tag is not None else ():
        value = attribute_value(attribute)
        if value is not None and value.start_byte == region.start:
            return attribute
    return None


def bound_name(attribute: Node) -> str | None:
    """The prop that an attribute gives an expression: `rows` of `:rows`, `v-model:rows`."""
    label = _label(attribute)
    if label.startswith(("v-bind:", ":")):
        return camel(label.removeprefix("v-bind").removeprefix(":").partition(".")[0])
    if label.startswith("v-model"):
        return camel(label.removeprefix("v-model").removeprefix(":").partition(".")[0]) or _MODEL
    return None


def _label(attribute: Node) -> str:
    name = first_named(attribute) if attribute.type == "attribute" else None
    return text(name) if name is not None else ""


def _plain(tag: Node, name: str) -> str | None:
    found = (it for it in children_of(tag) if _label(it) == name)
    value = next((attribute_value(it) for it in found), None)
    return text(value) if value is not None else None


def _bound(tag: Node, name: str) -> Node | None:
    return next((it for it in children_of(tag) if bound_name(it) == name), None)
