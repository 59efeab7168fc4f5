"""A JSX element becomes a call of its component with one object: the attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate import statics
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.merging import either, merged, spread_into
from fixer.program.evaluate.values import (
    ClassValue,
    Instance,
    Later,
    Member,
    Place,
    Record,
    Text,
    Truth,
    Unknown,
    Value,
    candidates,
    place_of,
)
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import ELEMENTS, children_of, first_named, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

_WORDS = frozenset({"string", "template_string", "object", "array"})


def given(ev: Evaluator, module: Module, element: Node, env: Env) -> tuple[Value, ...]:
    """What a component is called with: an object of attributes and what is spread between them."""
    members: dict[str, Member] = {"children": Member(Unknown("an element's children"))}
    rest: Unknown | None = None
    for child in children_of(element):
        if child.type == "jsx_attribute":
            key, *value = children_of(child)
            members[text(key)] = Member(_value(module, value, env), place_of(module, key))
        elif child.type == "jsx_expression" and (inner := first_named(child)) is not None:
            spread = ev.inside(module, first_named(inner), env)
            rest = either(rest, spread_into(ev, spread, members))
    return (Record(members, rest, module, element),)


def _value(module: Module, written: list[Node], env: Env) -> Value:
    if not written:
        return Truth(True)
    node = first_named(written[0]) if written[0].type == "jsx_expression" else written[0]
    return Later(module, node, env) if node is not None else Unknown("a comment")


def made(ev: Evaluator, of: ClassValue, module: Module, element: Node) -> Instance:
    """The object of a component's class that an element makes; always the same one."""
    known = ev.instances.get(element.id)
    if known is None or known.of.node != of.node:
        arguments = given(ev, module, element, ev.root)
        known = ev.instances[element.id] = Instance(of, arguments, (module, element))
    return known


def props(ev: Evaluator, instance: Instance, place: Place) -> Value | None:
    """`this.props` of an object that an element makes; None: it is none."""
    if instance.site is None or instance.site[1].type not in ELEMENTS or not instance.arguments:
        return None
    defaults = statics.static_member(ev, instance.of, "defaultProps", place)
    parts = [d for d in candidates(defaults) if isinstance(d, Record)]
    return merged(ev, (*parts, instance.arguments[0]))


def attributes(element: Node) -> Iterator[tuple[str, Node]]:
    """The attributes of an element that have a value, by name."""
    for child in children_of(element):
        if child.type == "jsx_attribute" and len(children_of(child)) > 1:
            value: Node | None = children_of(child)[1]
            while value is not None and value.type == "jsx_expression":
                value = first_named(value)
            if value is not None:
                yield text(children_of(child)[0]), value


def says(ev: Evaluator, module: Module, value: Node) -> bool:
    """Whether an attribute's value has words, or is an object: most hand ids on, and functions."""
    if value.type in _WORDS or value.type in FUNCTIONS:
        return value.type in _WORDS
    if value.type in ("identifier", "member_expression") and _is_of_file(module, value):
        return any(isinstance(c, Text) for c in candidates(ev.glance(module, value)))
    return any(says(ev, module, child) for child in children_of(value))


def _is_of_file(module: Module, value: Node) -> bool:
    """Whether an expression begins with a name of the file's own top level: `PATHS.users`."""
    name: Node | None = value
    while name is not None and name.type == "member_expression":
        name = name.child_by_field_name("object")
    return name is not None and text(name) in module.table(module.root).values
