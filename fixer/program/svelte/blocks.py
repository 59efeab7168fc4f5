"""What a block of the markup hands to the names at its head: `{#each rows as row, i}`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tree_sitter import Node

from fixer.program.parsing import children_of
from fixer.program.svelte.document import Document
from fixer.program.svelte.markup import AWAIT, CATCH, EACH, THEN
from fixer.program.svelte.tags import LET


class Handed(Enum):
    """What a name of a block is."""

    ITEM = "an element of a list"
    INDEX = "an index"
    SETTLED = "what a promise settles to"
    UNKNOWN = "what a component hands on"


@dataclass(frozen=True, slots=True)
class Name:
    """A parameter of the function that a block is read as; `source` is what it is taken of."""

    handed: Handed
    source: Node | None = None


_METHODS = frozenset({EACH, AWAIT, THEN, CATCH, LET})


def name_of_block(component: Document, function: Node, index: int) -> Name | None:
    """What the parameter at `index` is; None: the function is one of the file's own."""
    method = function.child_by_field_name("name")
    if function.type != "method_definition" or method is None or method.text not in _METHODS:
        return None
    if component.is_own(method.start_byte):
        return None
    source = _source(function)
    if method.text == EACH and source is not None and index in (1, 2):
        return Name(Handed.ITEM, source) if index == 1 else Name(Handed.INDEX)
    if method.text == AWAIT and source is not None and index == 1:
        return Name(Handed.SETTLED, source)
    if method.text == THEN and function.parent is not None:
        return Name(Handed.SETTLED, _source(children_of(function.parent)[0]))
    return Name(Handed.UNKNOWN)


def is_outside(component: Document, function: Node, at: Node) -> bool:
    """Whether a name at the head of a block is none of its own: `{#each row.rows as row}`."""
    method = function.child_by_field_name("name")
    if function.type != "method_definition" or method is None or method.text not in _METHODS:
        return False
    source = _source(function)
    if source is None or not source.start_byte <= at.start_byte < source.end_byte:
        return False
    return not component.is_own(method.start_byte)


def _source(function: Node) -> Node | None:
    """`$=rows`, the first parameter of such a function."""
    parameters = function.child_by_field_name("parameters")
    listed = children_of(parameters) if parameters is not None else []
    return listed[0].child_by_field_name("value") if listed else None
