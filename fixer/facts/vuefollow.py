"""Texts of Vue templates that a library takes for a property's name → those that follow it.

Beside such a text the key of its form's rules does. Where something else may go by the name, too,
as the order of rows that a server is asked for, a person has to look at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.facts.giving import is_key
from fixer.facts.loosekeys import LooseKey
from fixer.facts.vuecolumns import VueColumns
from fixer.facts.vuemade import made_of
from fixer.facts.vueprops import VueProps
from fixer.facts.vuetexts import NamedText, named_by_texts
from fixer.program.markup import Region, VueMarkup, camel
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import Types
from fixer.program.types.model import STRING, Certainty, Member, Resolution, Unknown, present
from fixer.program.types.vuekeys import Holder

# What tells the program which column is meant, or whose name a server is asked for.
_TELLING = re.compile(r"^(?:@|v-on:)(?!.*(?:select|expand)).*(?:sort|filter|option|request|change)")
_TELLING_MORE = re.compile(r"^(?:@|v-on:)(?:cell|header|column)")
_ASKED = re.compile(
    r"^(?::|v-bind:)(?:summary|footer|span|sort|filter|cell).*(?:method|class-?name)$", re.I
)
_VALIDATED = re.compile(r"^(?:@|v-on:)(?:validate|finish-?failed)", re.I)
_SORTED = re.compile(r"^(?::|v-bind:|v-model:)?(?:default-sort|sort-?by|sort|pagination|filters)$")
_USES = frozenset({"identifier", "shorthand_property_identifier"})
_ALONE = frozenset({":rules", "v-bind:rules"})
_DECLARED_AND_BOUND = 2
_OTHERWISE = "the template's element may hand the text on"


@dataclass(frozen=True, slots=True)
class Following:
    """A text in a template, or a key of the rules that are checked by it, and what it means.

    `node`: what stands for the place; `span`: what of it is the name, if not all.
    """

    node: Node
    span: Span | None
    resolution: Resolution


class VueFollow:
    """The places in Vue's templates that go by a property's name, of which the type tells."""

    def __init__(self, program: Program, types: Types) -> None:
        self._program, self._types = program, types
        self._columns = VueColumns(program, types)
        self._props = VueProps(types)

    def places(self, module: Module, name: str) -> Iterator[Following]:
        """What follows the properties called `name` in a file."""
        for found in named_by_texts(module, name):
            yield from self._of_text(module, found, name)
        for given in self._props.given(module, name, name):
            resolution = _resolution(given.members, is_sure=not given.is_both)
            yield Following(given.attribute, given.span, resolution)
        for it in self._columns.of(module, name):
            yield Following(it.node, it.span, _resolution(it.members, is_sure=False))

    def is_own(self, module: Module, found: NamedText) -> bool:
        """Whether a text is for a component of the program, whose own code may say more of it.

        Not where that takes any text, or none: `<Field id="name">` is about no property.
        """
        element = found.element
        child = self._types.vue_component(module, element) if element is not None else None
        if child is None:
            return False
        props = self._types.vue_props(child)
        taken = self._types.member(props, camel(found.called))
        types = (present(self._types.member_type(member)) for member in taken)
        return isinstance(props, Unknown) or any(part != STRING for part in types)

    def columns(self, module: Module, name: str) -> Iterator[LooseKey]:
        """The texts in lists of columns: of those that no type tells, whose they may be.

        Also what components hand on of which no type tells.
        """
        yield from self._columns.loose(module, name)
        yield from self._props.of(module, name)

    def meant(self, module: Module, found: NamedText, name: str) -> Resolution | None:
        """What a text means; None: it may be a property of anything."""
        element = found.element
        if element is not None and self._types.is_without_rows(module, element, found.called):
            return Resolution(())
        placed = next(self._of_text(module, found, name), None)
        if placed is not None:
            return placed.resolution
        members = self._of_rows(module, found.rows, name) if found.rows is not None else ()
        return _resolution(members, is_sure=False) if members else None

    def _of_rows(self, module: Module, rows: Region, name: str) -> tuple[Member, ...]:
        """What the name means of the rows that a component is given, or of the one object."""
        markup = module.markup
        if not isinstance(markup, VueMarkup):
            return ()
        for told in (self._types.static, self._types.wire):  # what is declared, what comes
            given = present(told(module, markup.expression(rows)))
            row = present(self._types.element(given))
            members = self._types.member(given if isinstance(row, Unknown) else row, name)
            if members:
                return members
        return ()

    def _of_text(self, module: Module, found: NamedText, name: str) -> Iterator[Following]:
        element, whole = found.element, found.whole
        if element is None or whole is None or found.attribute is None:
            return
        held = self._types.vue_holder(module, element, found.called)
        if held is None:
            return
        members = self._types.named_in_vue(module, held, whole, found.span.start)
        if not members:
            return
        rules = self._rules(module, held, name, whole) if held.is_form else ()
        is_sure = rules is not None and not self._is_told(module, held, element, name)
        resolution = _resolution(members, is_sure=is_sure)
        yield Following(found.attribute, found.span, resolution)
        for key in rules or ():
            yield Following(key, None, resolution)

    def _is_told(self, module: Module, held: Holder, element: Node, name: str) -> bool:
        """Whether something else may go by the text: an order, a handler, a text of the script."""
        markup = module.markup
        if not isinstance(markup, VueMarkup) or markup.is_spread(held.element):
            return True
        for other in (held.element, element):
            told = any(_tells(it, held.is_form) for it in _labels(other))
            if markup.is_spread(other) or told:
                return True
        texts = (n for n in module.occurrences(name) if n.type == "string_fragment")
        return any(not is_key(n) and not self._types.symbol_at(module, n).members for n in texts)

    def _rules(
        self, module: Module, held: Holder, name: str, whole: Node
    ) -> tuple[Node, ...] | None:
        """The keys of a form's rules that are the text; None: which it has isn't known."""
        markup = module.markup
        if not isinstance(markup, VueMarkup):
            return None
        bound = markup.bound(held.element, "rules")
        if bound is None:  # `:rules` alone is a variable that is called so
            return None if _ALONE.intersection(_labels(held.element)) else ()
        made = made_of(self._program, module, markup.expression(bound), "object")
        # Of rules in another file others may be checked, too.
        literal = made[1] if made is not None and made[0] == module else None
        if not _is_all_use(module, markup.expression(bound)):
            return None
        if literal is None or any(c.type == "spread_element" for c in children_of(literal)):
            return None
        inside = range(literal.start_byte, literal.end_byte)
        keys = (n for n in module.occurrences(name) if is_key(n) and n.start_byte in inside)
        found = tuple(keys)
        if whole.type == "string" and text(whole)[1:-1] == name:
            return tuple(n for n in found if _pair_of(n).parent == literal)
        is_named = bool(found) or (whole.type == "string" and text(whole)[1:-1] in text(literal))
        return None if is_named else ()


def _resolution(members: tuple[Member, ...], *, is_sure: bool) -> Resolution:
    if is_sure:
        return Resolution(members)
    return Resolution(members, Certainty.SUGGESTED, _OTHERWISE)


def _labels(element: Node) -> list[str]:
    """What the attributes of an element are called, as they are written."""
    labels = (first_named(it) for it in children_of(first_named(element) or element))
    return [text(label) for label in labels if label is not None]


def _is_all_use(module: Module, rules: Node) -> bool:
    """Whether nothing but one form goes by a variable's rules: no other, nor what changes them."""
    uses = (n for n in module.occurrences(text(rules)) if n.type in _USES)
    return rules.type != "identifier" or len(list(uses)) <= _DECLARED_AND_BOUND


def _tells(label: str, is_form: bool) -> bool:
    if is_form:
        return _VALIDATED.match(label) is not None
    return any(it.match(label) for it in (_TELLING, _TELLING_MORE, _ASKED, _SORTED))


def _pair_of(key: Node) -> Node:
    """What holds a key in its object: the pair, or the key itself where it is a shorthand."""
    node = key
    while node.parent is not None and node.parent.type != "object":
        node = node.parent
    return node
