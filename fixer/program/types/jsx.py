"""JSX elements: the props that a component takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import ELEMENTS, children_of, text
from fixer.program.types.annotations import arguments as type_arguments
from fixer.program.types.calls import completed
from fixer.program.types.functions import parameter, signatures
from fixer.program.types.model import (
    UNKNOWN,
    ClassValue,
    Context,
    Function,
    Literal,
    Type,
    Unknown,
    union,
)
from fixer.program.types.names import entry, type_parameters
from fixer.program.types.unification import unify
from fixer.program.types.waiting import is_sensitive

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def element_of(engine: Engine, attribute: Node) -> Node | None:
    """The opening or self-closing tag that an attribute stands in."""
    return engine.ancestor(attribute, ELEMENTS)


def attribute_type(engine: Engine, context: Context, attribute: Node) -> Type:
    """The type that an attribute's value is expected to have."""
    tag = element_of(engine, attribute)
    name = children_of(attribute)[0]
    if tag is None or name.type != "property_identifier":
        return UNKNOWN
    return engine.property_type(props(engine, context, tag, attribute), text(name))


def children_type(engine: Engine, context: Context, element: Node) -> Type:
    tag = element.child_by_field_name("open_tag")
    if tag is None:
        return UNKNOWN
    return engine.property_type(props(engine, context, tag, None), "children")


def props(engine: Engine, context: Context, tag: Node, stop: Node | None) -> Type:
    """The props of the component that a tag names.

    `stop`: the attribute for which they are wanted; a generic component's parameters are
    inferred from the attributes before it, and from those behind it that need no context.
    """
    name = tag.child_by_field_name("name")
    if name is None:
        return UNKNOWN
    if name.type == "identifier" and text(name)[:1].islower():
        elements = engine.libraries.exported("react", "IntrinsicElements", types=True)
        holder = engine.symbol_type(context, elements)
        return engine.property_type(holder, text(name))
    component = engine.expression(context, name)
    found = [_props(engine, context, tag, p, stop) for p in engine.parts(component)]
    known = [t for t in found if not isinstance(t, Unknown)]
    return union(*known) if known else UNKNOWN


def _props(engine: Engine, context: Context, tag: Node, component: Type, stop: Node | None) -> Type:
    if isinstance(component, ClassValue):
        args = _written(engine, context, tag)
        return engine.property_type(engine.instance(component, args), "props")
    called = signatures(engine, component)
    if not called:
        return UNKNOWN
    return parameter(engine, _bound(engine, context, tag, called[0], stop), 0)


def _written(engine: Engine, context: Context, tag: Node) -> tuple[Type, ...]:
    return type_arguments(engine, context, tag.child_by_field_name("type_arguments"))


def _bound(
    engine: Engine, context: Context, tag: Node, function: Function, stop: Node | None
) -> Function:
    parameters = type_parameters(function.node)
    if not parameters:
        return function
    types = list(_written(engine, context, tag))
    if not types:
        keys = frozenset(p.id for p in parameters)
        expected = parameter(engine, function, 0)
        found: dict[int, list[Type]] = {}
        for attribute in children_of(tag):
            if attribute.type != "jsx_attribute" or len(children_of(attribute)) < 2:
                continue
            value = children_of(attribute)[1]
            if stop is not None and not _counts(attribute, value, stop):
                continue
            wanted = engine.property_type(expected, text(children_of(attribute)[0]))
            met = unify(engine, wanted, _value(engine, context, value), keys)
            for key, inferred in met.items():
                found.setdefault(key, []).extend(inferred)
        types = list(completed(engine, function, parameters, found, is_open=stop is not None))
    entries = tuple(
        entry(function.context, p, function.node, t)
        for p, t in zip(parameters, types, strict=False)
    )
    return Function(function.context.bind(entries), function.node)


def _counts(attribute: Node, value: Node, stop: Node) -> bool:
    """Whether an attribute tells what the one asked about gets: it is before it, or needs none."""
    if attribute.start_byte < stop.start_byte:
        return True
    return attribute.id != stop.id and not is_sensitive(value)


def _value(engine: Engine, context: Context, node: Node) -> Type:
    if node.type == "string":
        return Literal(text(node)[1:-1])
    return engine.expression(context, node)
