"""Strings that lead to a property inside a type: `register('owner.name')`, `` `rows.${i}.name` ``.

Where `keyof T` is expected TypeScript takes no path, so what does is a library's that takes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import children_of, string_value
from fixer.program.types import vueoptions
from fixer.program.types.keyplaces import (
    AROUND,
    Expected,
    expected_of,
    out_of_casts,
    roots_of,
)
from fixer.program.types.model import (
    STRING,
    UNKNOWN,
    Certainty,
    Context,
    Member,
    Resolution,
    Tuple,
    Type,
    TypeParam,
    Unknown,
    parts_of,
    present,
    union,
)

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_TOKEN = re.compile(rb"[.\[\]'\"]|[^.\[\]'\"]+")
_SEPARATORS = frozenset({b".", b"[", b"]", b"'", b'"'})
_TAKING = frozenset({"call_expression", "jsx_opening_element", "jsx_self_closing_element"})
_HOLDS = b" _holds: "  # of stubs whose functions fill what a key names: what a form has
_TEXTS = frozenset({"string", "template_string"})
_NOT_A_PATH = Resolution(reason="not the name of a property")
NOT_TOLD = Resolution(reason="the path isn't known to lead there")


@dataclass(frozen=True, slots=True)
class _Step:
    """A part of a path: a name that begins at `start`, or what is computed (`name` None).

    `is_whole`: nothing of its name is computed beside a part that is written out.
    """

    name: str | None
    start: int
    is_whole: bool = True


def on_path(engine: Engine, context: Context, fragment: Node, start: int) -> Resolution:
    """The properties that the part of a path which begins at `start` denotes."""
    literal = engine.parent(fragment)
    if literal is None or literal.type not in _TEXTS:
        return _NOT_A_PATH
    watched = vueoptions.watched(engine, context, literal)
    if watched is not None:
        found = led_to(engine, watched, literal, start)
        return Resolution(found) if found else _NOT_A_PATH
    whole, is_part = _whole(engine, literal)
    expected = expected_of(engine, context, whole)
    roots = tuple(roots_of(engine, expected.type))
    steps = tuple(_steps(literal))
    at = next((n for n, step in enumerate(steps) if step.start == start and step.name), None)
    if not roots or at is None or _is_key(engine, roots, literal):
        return _NOT_A_PATH
    if is_part:  # `prefix + '.name'`
        return NOT_TOLD
    held = _along(engine, union(*roots), steps[:at])
    members = engine.find(held, steps[at].name or "")
    if not members:
        return NOT_TOLD
    return keyed_as(expected, members)


def keyed_as(expected: Expected, members: tuple[Member, ...]) -> Resolution:
    """What a text denotes that is expected to be a key, as sure as that is."""
    if STRING in parts_of(expected.type):
        return Resolution(members, Certainty.SUGGESTED, "any string may stand there")
    if not expected.is_all:
        return Resolution(members, Certainty.SUGGESTED, "the string is used otherwise too")
    return Resolution(members)


def led_to(engine: Engine, root: Type, whole: Node, start: int) -> tuple[Member, ...]:
    """The properties that the part of a path inside a type denotes which begins at `start`.

    `whole`: a text, a sum of them, or a list of a path's parts.
    """
    if whole.type == "array":
        steps = tuple(_Step(string_value(it), it.start_byte + 1) for it in children_of(whole))
    else:
        steps = tuple(_steps(whole))
    at = next((n for n, step in enumerate(steps) if step.start == start and step.is_whole), None)
    name = steps[at].name if at is not None else None
    return engine.find(_along(engine, root, steps[:at]), name) if name else ()


def in_list(engine: Engine, context: Context, element: Node) -> Resolution:
    """The property that an element of a path in parts denotes: `get(row, ['owner', 'name'])`."""
    list_ = engine.parent(element)
    if list_ is None or list_.type != "array":
        return _NOT_A_PATH
    expected = expected_of(engine, context, out_of_casts(engine, list_))
    roots = tuple(roots_of(engine, expected.type))
    if not roots or any(_is_list(engine, it) for it in parts_of(expected.type)):
        return _NOT_A_PATH  # each element is a key, or a key and a value
    before = children_of(list_)[: children_of(list_).index(element)]
    if any(it.type == "spread_element" for it in before):
        return NOT_TOLD  # as many steps as it has elements
    steps = [_Step(string_value(it), it.start_byte) for it in before]
    held = _along(engine, union(*roots), tuple(steps))
    members = engine.find(held, string_value(element) or "")
    return keyed_as(expected, members) if members else NOT_TOLD


def _is_list(engine: Engine, type_: Type) -> bool:
    return isinstance(type_, Tuple) or engine.is_global(type_, "Array", "ReadonlyArray")


def _whole(engine: Engine, literal: Node) -> tuple[Node, bool]:
    """A text with the casts around it, or the sum that it is a part of; whether it is one."""
    is_part = False
    outer = engine.parent(literal)
    while outer is not None and (outer.type == "binary_expression" or outer.type in AROUND):
        is_part = is_part or outer.type == "binary_expression"
        literal, outer = outer, engine.parent(outer)
    return literal, is_part


def _is_key(engine: Engine, roots: tuple[Type, ...], literal: Node) -> bool:
    """Whether the text as a whole is a property's name: `interface Flags { 'a.b': boolean }`."""
    name = string_value(literal)
    return name is not None and any(engine.find(present(root), name) for root in roots)


def is_of_unknown(engine: Engine, context: Context, literal: Node) -> bool:
    """Whether a text is a field of a form of whose values nothing is known."""
    roots = roots_of(engine, engine.contextual(context, literal))
    is_open = any(isinstance(present(root), Unknown | TypeParam) for root in roots)
    return is_open and is_of_form(engine, context, literal)


def is_of_form(engine: Engine, context: Context, literal: Node) -> bool:
    """Whether a key is taken by a form's function or by a component, which may fill the field.

    Other functions only read what a key names: `sortBy(rows, 'name')`.
    """
    call = engine.ancestor(literal, _TAKING)
    callee = call.child_by_field_name("function") if call is not None else None
    if call is None or callee is None:
        return call is not None
    made = engine.signatures(present(engine.expression(context.at(callee), callee)))
    return any(_HOLDS in it.context.module.data for it in made)


def keyed_by(engine: Engine, context: Context, key: Node) -> Type | None:
    """The type of which an expression is expected to be a key, by a cast or by its place."""
    if key.type == "as_expression" and len(parts := children_of(key)) == 2:
        expected = engine.declared(context, parts[1])
    else:
        expected = engine.contextual(context, key)
    roots = tuple(roots_of(engine, expected))
    return union(*roots) if roots else None


def along(engine: Engine, type_: Type, path: str) -> Type:
    """The type that a path inside another type leads to: `owner.name`, `rows[0].name`."""
    names = re.split(r"[.\[\]'\"]+", path)
    return _along(engine, type_, tuple(_Step(name, 0) for name in names if name))


def _along(engine: Engine, type_: Type, steps: tuple[_Step, ...]) -> Type:
    for step in steps:
        type_ = present(type_)
        if not step.is_whole or isinstance(type_, Unknown):
            return UNKNOWN
        is_place = step.name is None or step.name.isdigit()
        if not is_place or engine.find(type_, step.name or ""):
            type_ = engine.property_type(type_, step.name or "")
        elif isinstance(inner := engine.element(type_), Unknown):
            type_ = engine.index_type(type_, STRING) or UNKNOWN
        else:
            type_ = inner
    return present(type_)


def _steps(literal: Node) -> Iterator[_Step]:
    last: _Step | None = None
    for part in _parts(literal):
        if part is None:
            if last is not None:
                yield last
            last = None
        else:
            last = part if last is None else _Step(None, last.start, is_whole=False)
    if last is not None:
        yield last


def _parts(literal: Node) -> Iterator[_Step | None]:
    """What stands between two separators, which are None; `'rows.' + i` is a text, too."""
    if literal.type == "binary_expression":
        for operand in children_of(literal):
            is_text = operand.type in _TEXTS or operand.type == "binary_expression"
            yield from _parts(operand) if is_text else (_Step(None, operand.start_byte),)
        return
    for child in children_of(literal):
        if child.type == "string_fragment":
            for match in _TOKEN.finditer(child.text or b""):
                name = match[0].decode("utf-8", "replace")
                is_name = match[0] not in _SEPARATORS
                yield _Step(name, child.start_byte + match.start()) if is_name else None
        elif child.type == "template_substitution":
            yield _Step(None, child.start_byte)
        else:
            yield _Step(None, child.start_byte, is_whole=False)
