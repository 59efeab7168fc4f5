"""Vue's templates → the texts there that may be a property's name for a component.

`<el-table-column prop="name">`, `<a-form-item :name="['owner', 'name']">`, `#item.name="{ item }"`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.program.markup import Region, VueMarkup, attribute_value, kebab
from fixer.program.module import Module
from fixer.program.syntax import children_of, first_named, text
from fixer.program.words import whole_words

# What HTML or Vue itself gives a meaning, which is never that of a property's name.
_PLAIN = frozenset(
    {"id", "class", "for", "type", "style", "title", "alt", "placeholder", "autocomplete", "href"}
    | {"src", "role", "value", "rel", "target", "lang", "slot", "list", "form", "method", "key"}
    | {"ref", "is", "icon", "color"}
)
# How something looks, whatever of it: `default-color`, `prepend-icon`.
_LOOKS = frozenset({"color", "icon", "class", "style", "size", "width", "height", "align", "shape"})
_LOOKS |= {
    "placement",
    "position",
    "direction",
    "theme",
    "variant",
    "effect",
    "trigger",
    "required",
}
_PREFIXES = ("aria-", "data-test", "v-", "@", "#")
_BOUND = re.compile(r"^(?:v-bind:|:)")
_SLOT = re.compile(r"^(?:v-slot:|#)")
_CELL = re.compile(rb"(?:cell|col|column|field|filter|form|head|header|item|row|search|table|td)-$")
# Elements whose `name` is that of a field, not what HTML calls so.
_FIELD = re.compile(r"(?:^|-)(?:form-item|field|field-array|error-message)$")
_FILLING = frozenset({"field", "field-array"})
_PARTS = frozenset({"string", "template_string", "ternary_expression", "array"})
_PARTS |= {"parenthesized_expression"}
_WHOLE = frozenset({"string", "template_string", "array", "binary_expression"})
_ENDS = (b"", b".", b"[", b"]")
# What hands a component the rows that its texts are about, or the values of its form.
_ROWS = ("items", "data", "options", "rows", "dataSource")
# What is so of some elements only, being what is chosen in others.
_ROWS_OF = {"value": re.compile(r"(?:table|tree|view|list)$"), "model": re.compile(r"form$")}
_SLOT_OF_ROW = re.compile(rb"^(?:v-slot:|#)[\[`'\"]*[\w-]*[.(-]$")
_TEXT_OF_ROW = re.compile(rb"^[\w-]+=[\"']$")
_WITHIN = {"column": "data-table"}  # PrimeVue's; of others the one's name begins with the other's


@dataclass(frozen=True, slots=True)
class NamedText:
    """`fills`: it is the field of a form that gives values by that name.

    `rows`: what the component has its rows from, if the name is that of a property of a row itself.
    `field`: the element of which it is the `name`. `attribute`: where it stands; `whole`: all of
    that text, as an expression.
    """

    span: Span
    fills: bool
    rows: Region | None = None
    field: str | None = None
    attribute: Node | None = None
    whole: Node | None = None

    @property
    def element(self) -> Node | None:
        """The element that has the attribute."""
        tag = self.attribute.parent if self.attribute is not None else None
        return tag.parent if tag is not None else None

    @property
    def called(self) -> str:
        """The attribute's name: `prop` of `:prop="…"`."""
        return _called(self.attribute) if self.attribute is not None else ""


def named_by_texts(module: Module, name: str) -> Iterator[NamedText]:
    """Where an attribute of a component has `name` as its text, or as a part of a path."""
    markup = module.markup
    if not isinstance(markup, VueMarkup):
        return
    starts = [tag.start_byte for tag in markup.tags]
    for start, end in whole_words(module.data, name.encode()):
        at = bisect_right(starts, start) - 1
        if at < 0 or start >= markup.tags[at].end_byte:
            continue
        tag, span = markup.tags[at], Span(start, end)
        written = text(named) if (named := first_named(tag)) is not None else ""
        if "-" not in written and written == written.lower() and written != "template":
            continue  # an element of HTML
        for attribute in children_of(tag):
            is_there = attribute.start_byte <= start < attribute.end_byte
            if is_there and _names(module, markup, attribute, span, kebab(written)):
                rows = _rows(module, markup, attribute, span)
                field = written if _called(attribute) == "name" else None
                whole = _whole(markup, attribute, span)
                fills = kebab(written) in _FILLING
                yield NamedText(span, fills, rows, field, attribute, whole)


def _rows(module: Module, markup: VueMarkup, attribute: Node, span: Span) -> Region | None:
    """`:items="rows"` of a name's own element, or of that which it is a column or a slot of."""
    before = module.data[attribute.start_byte : span.start]
    if not (_SLOT_OF_ROW.match(before) or _TEXT_OF_ROW.match(before)):
        return None  # what is further in than a row, or computed
    tag = attribute.parent
    element = tag.parent if tag is not None else None
    while element is not None:
        called = markup.tag_name(element)
        more = (name for name, fits in _ROWS_OF.items() if fits.search(called))
        found = (markup.bound(element, name) for name in (*_ROWS, *more))
        rows = next((it for it in found if it is not None), None)
        outer = markup.around(element)
        if rows is not None or outer is None:
            return rows
        is_part = _is_part(called, markup.tag_name(outer))
        element = outer if is_part and not markup.is_spread(element) else None
    return None


def _whole(markup: VueMarkup, attribute: Node, span: Span) -> Node | None:
    """The text, the sum of texts or the list of them that an attribute is."""
    label = first_named(attribute)
    if label is None or span.start < label.end_byte:
        return None
    if not _BOUND.match(text(label)):
        return markup.quoted(attribute)
    region = markup.region_at(span.start)
    whole = markup.expression(region) if region is not None else None
    return whole if whole is not None and whole.type in _WHOLE else None


def _is_part(inner: str, outer: str) -> bool:
    return inner == "template" or inner.startswith(outer) or _WITHIN.get(inner) == outer


def _called(attribute: Node) -> str:
    label = first_named(attribute)
    return _BOUND.sub("", text(label)) if label is not None else ""


def _names(module: Module, markup: VueMarkup, attribute: Node, span: Span, element: str) -> bool:
    label, value = first_named(attribute), attribute_value(attribute)
    if label is None:
        return False
    called, data = text(label), module.data
    if span.start < label.end_byte:
        return bool(_SLOT.match(called)) and _is_of_cell(data[label.start_byte : span.start])
    plain = _BOUND.sub("", called)
    if value is None or plain in _PLAIN or plain.startswith(_PREFIXES):
        return False
    if kebab(plain).rpartition("-")[2] in _LOOKS:
        return False
    if plain == "name" and not _FIELD.search(element):
        return False
    if plain != called:
        return _is_text_of(module, markup, span)
    return _is_whole(module.data, span, value)


def _is_whole(data: bytes, span: Span, node: Node) -> bool:
    """Whether a name is all of a text, a step of a path in it, or what it sorts by: `-name`."""
    head = data[node.start_byte : span.start]
    behind = data[span.end : min(span.end + 1, node.end_byte)]
    return (head == b"-" or head[-1:] in _ENDS) and behind in _ENDS


def _is_of_cell(before: bytes) -> bool:
    """Whether a slot's name goes on with a column's: `item.`, `cell(`, `body-cell-`; not `tag-`."""
    return before.endswith((b".", b"(")) or bool(_CELL.search(before))


def _is_text_of(module: Module, markup: VueMarkup, span: Span) -> bool:
    """Whether a bound attribute is a text with the name: `` :prop="`rows.${index}.name`" ``."""
    region = markup.region_at(span.start)
    if region is None:
        return False
    node = markup.parsed(region).descendant_for_byte_range(span.start, span.end)
    if node is None or node.type != "string_fragment":
        return False
    if not _is_whole(module.data, span, node):
        return False  # a word of a URL or of a sentence
    while node.parent is not None and (node.parent.type in _PARTS or _is_sum(node.parent)):
        node = node.parent
    return node.parent is not None and node.parent.type == "expression_statement"


def _is_sum(node: Node) -> bool:
    operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    return operator is not None and operator.type in ("+", "??", "||")
