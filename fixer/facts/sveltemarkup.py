"""Svelte's markup → the places there that may name a property, and can't be followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.program.module import Module
from fixer.program.svelte.document import Document
from fixer.program.svelte.tags import Given, Tag
from fixer.program.words import whole_words

_LET = "let:"


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
