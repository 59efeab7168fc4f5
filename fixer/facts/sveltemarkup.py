"""Svelte's markup → the places there that may name a property, and can't be followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS, BindingKind
from fixer.program.svelte.document import Document
from fixer.program.svelte.tags import LET, Given, Tag
from fixer.program.syntax import first_named
from fixer.program.words import whole_words

_LET = "let:"
_READ = frozenset({"member_expression", "non_null_expression", "subscript_expression"})
_PATTERNS = frozenset({"object_pattern", "pair_pattern", "object_assignment_pattern"})


class Place(Enum):
    """What stands there."""

    UNREAD = "the markup can't be read there"
    NAME = "nothing says what it belongs to"
    ATTRIBUTE = "a component is given something of that name"
    TEXT = "an attribute may name it"
    HANDED = "a slot hands something of that name on"


@dataclass(frozen=True, slots=True)
class Named:
    """With the leaf of an expression, or the attribute that is called so or has it as its text."""

    span: Span
    place: Place
    leaf: Node | None = None
    attribute: tuple[Tag, Given] | None = None


def named_in_markup(module: Module, name: str) -> Iterator[Named]:
    """Where the markup of a component names what may be a property of that name."""
    component = module.component
    if component is None:
        return
    for start, end in whole_words(module.data, name.encode()):
        span = Span(start, end)
        if any(first <= start < last for first, last in component.unread):
            yield Named(span, Place.UNREAD)
        elif component.part_at(start) is not None:
            leaf = module.leaf(start, end)
            if leaf is not None:
                yield Named(span, Place.NAME, leaf)
        else:
            yield from _attribute(component, span, name)


def _attribute(component: Document, span: Span, name: str) -> Iterator[Named]:
    """The attribute of a component whose name, or whose whole text, stands there."""
    for tag in component.tags:
        if not tag.start <= span.start < tag.end:
            continue
        for given in tag.given:
            end = given.start + len(given.name)
            if given.name == _LET + name and given.start <= span.start <= end:
                yield Named(span, Place.HANDED, attribute=(tag, given))
            if not _takes_props(tag):
                continue
            if given.name.removeprefix("bind:") == name and given.start <= span.start <= end:
                yield Named(span, Place.ATTRIBUTE, attribute=(tag, given))
            elif given.text == (span.start, span.end):
                yield Named(span, Place.TEXT, attribute=(tag, given))


def _takes_props(tag: Tag) -> bool:
    return tag.is_component or tag.name.startswith("svelte:")


def is_handed(module: Module, node: Node) -> bool:
    """Whether a property is read of what a component hands on: to a snippet, a callback, `let:`."""
    component, taken = module.component, _taken(module, node)
    function = taken
    while function is not None and function.type not in FUNCTIONS:
        function = function.parent
    if component is None or function is None:
        return False
    if function.type == "arrow_function":
        found = component.given_at(function.start_byte)
        return found is not None and found[0].is_component
    name = function.child_by_field_name("name")
    is_block = name is not None and not component.is_own(function.start_byte)
    is_let = function.type != "method_definition" or (name is not None and name.text == LET)
    return is_block and is_let


def _taken(module: Module, node: Node) -> Node | None:
    """The parameter, or the pattern that is one, of which a name is read."""
    holder = node.parent
    if holder is not None and holder.type in _PATTERNS:
        while holder is not None and holder.type in _PATTERNS:
            holder = holder.parent
        return holder if holder is not None and holder.type == "required_parameter" else None
    object_ = holder.child_by_field_name("object") if holder is not None else None
    while object_ is not None and object_.type in _READ:
        object_ = object_.child_by_field_name("object") or first_named(object_)
    binding = module.resolve(object_) if object_ is not None else None
    is_parameter = binding is not None and binding.kind is BindingKind.PARAMETER
    return binding.name_node if binding is not None and is_parameter else None
