"""Svelte's markup → the places there that may name a property, and can't be followed."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.program.module import Module
from fixer.program.svelte.document import Document
from fixer.program.svelte.tags import Tag
from fixer.program.words import whole_words


class Place(Enum):
    """What stands there."""

    UNREAD = "the markup can't be read there"
    NAME = "nothing says what it belongs to"
    ATTRIBUTE = "a component is given something of that name"


def named_in_markup(module: Module, name: str) -> Iterator[tuple[Span, Place, Node | Tag | None]]:
    """Where the markup of a component names what may be a property of that name.

    With the leaf of an expression, or the tag whose attribute is called so.
    """
    component = module.component
    if component is None:
        return
    for start, end in whole_words(module.data, name.encode()):
        if any(first <= start < last for first, last in component.unread):
            yield Span(start, end), Place.UNREAD, None
        elif component.part_at(start) is not None:
            leaf = module.leaf(start, end)
            if leaf is not None:
                yield Span(start, end), Place.NAME, leaf
        elif (tag := _given(component, start, name)) is not None:
            yield Span(start, end), Place.ATTRIBUTE, tag


def _given(component: Document, start: int, name: str) -> Tag | None:
    """The component that an attribute of that name stands on."""
    for tag in component.tags:
        if tag.start <= start < tag.end and (tag.is_component or tag.name.startswith("svelte:")):
            for given in tag.given:
                own = given.name.removeprefix("bind:")
                if own == name and given.start <= start <= given.start + len(given.name):
                    return tag
    return None
