"""`#name` in an Angular template becomes what it stands for, and what is known of a receiver."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.inputs import inputs, is_signal
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.regions import Local, Tag
from fixer.program.module import Module
from fixer.program.syntax import text
from fixer.program.types.filled import component_type, instance, used_on, with_bases
from fixer.program.types.librarytables import of_table
from fixer.program.types.model import (
    UNKNOWN,
    Context,
    Named,
    Type,
    union,
)

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_ELEMENTS = {"input": "HTMLInputElement"}


def reference(engine: Engine, context: Context, markup: AngularMarkup, local: Local) -> Type:
    """The element or the component that a reference stands for."""
    tag = referred(markup, local)
    if tag is None or f"#{local.name}" in tag.texts:
        return UNKNOWN
    for module, component in engine.program.directives.on(tag):
        if component.has_template:
            owner = component_type(engine, module, component)
            env = used_on(context, owner, tag.start)
            return instance(engine, owner, env) if env is not None else UNKNOWN
    if tag.is_native:
        return engine.global_type(_ELEMENTS.get(tag.name, "HTMLElement"))
    for name, region in tag.inputs.items():
        given = (
            engine.expression(context, markup.parsed(region)) if markup.is_read(region) else UNKNOWN
        )
        known = of_table(engine, "_References", given)
        if engine.find(known, f"{tag.name}:{name}"):
            return engine.property_type(known, f"{tag.name}:{name}")
    return UNKNOWN


def taken_by(engine: Engine, module: Module, tag: Tag, name: str) -> tuple[Type, ...]:
    """The types that the program's own components on an element declare for an input."""
    found: list[Type] = []
    for owner, field, label in inputs_on(engine, tag, name):
        given = engine.property_type(owner, label)
        value = field.child_by_field_name("value")
        is_held = value is not None and is_signal(value) and isinstance(given, Named)
        found.append(union(*given.args) if is_held and isinstance(given, Named) else given)
    return tuple(found)


def taken_in(engine: Engine, module: Module, root: Node) -> tuple[Type, ...]:
    """What is taken of the expression of an input: `[name]="root"`; none elsewhere."""
    markup = module.markup
    region = markup.region_at(root.start_byte + 1) if markup is not None else None
    if region is None or not isinstance(markup, AngularMarkup):
        return ()
    name, tag = markup.given_to(region), markup.tag_around(region.start)
    return taken_by(engine, module, tag, name) if name is not None and tag is not None else ()


def inputs_on(engine: Engine, tag: Tag, name: str) -> Iterator[tuple[Named, Node, str]]:
    """The members of the program's own components on an element that are its input `name`."""
    for where, component in engine.program.directives.on(tag):
        owner = component_type(engine, where, component)
        for class_ in with_bases(engine, owner):
            member = inputs(class_.declaration.node).get(name)
            label = member.child_by_field_name("name") if member is not None else None
            if member is not None and label is not None:
                yield owner, member, text(label)
                break


def referred(markup: AngularMarkup, local: Local) -> Tag | None:
    return next((t for t in markup.tags if t.start == local.element), None)
