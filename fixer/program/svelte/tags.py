"""The tags of a component's markup → statements: what the attributes say, and names they hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.program.parsing import first_named, parser_of, text, tsx
from fixer.program.svelte.headers import Span
from fixer.program.svelte.sheet import Kind, NoRoomError, Sheet

RAW = "svelte_raw_text"
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_NAMING = frozenset({"use", "transition", "in", "out", "animate"})
_SHORT = frozenset({"bind", "class", "style"})
_SET = frozenset({"identifier", "member_expression", "subscript_expression", "non_null_expression"})
LET = b"l"  # the method that the content becomes to which an element hands names
_DEFAULT = b",$="  # in the parameters of the function that hands names on
_SCOPED = frozenset({"snippet_statement", "const_tag"})
_QUOTED = frozenset({"quoted_attribute_value", "attribute_value"})


@dataclass(frozen=True, slots=True)
class Given:
    """An attribute: its name as written (`""` of a spread), and where its one expression, or the
    text that it has instead, stands."""

    name: str
    start: int
    value: Span | None = None
    text: Span | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """The opening tag of an element in `[start, end)`."""

    name: str
    start: int
    end: int
    given: tuple[Given, ...]

    @property
    def is_component(self) -> bool:
        return is_component(self.name)


def is_component(name: str) -> bool:
    """Whether a tag's name is one of the script's."""
    return name[:1].isupper() or "." in name


class TagWriter:
    """Writes one tag; `closing` is what its end tag has to be, if the tag opens a block."""

    def __init__(self, sheet: Sheet, node: Node) -> None:
        self._sheet, self._node = sheet, node
        self._is_handing = False
        self._last = node.start_byte  # where the attribute before ends
        self.closing = b""

    def write(self) -> Tag:
        node, sheet = self._node, self._sheet
        first = first_named(node)
        name = text(first) if first is not None else ""
        sheet.begin(node.start_byte)
        if first is not None and is_component(name):
            sheet.name(first.start_byte, first.end_byte)
            self._last = first.end_byte
        attributes = [child for child in node.named_children if child.type == "attribute"]
        opens = node.type == "start_tag" and self._has_end
        given = tuple(self._attribute(attribute, opens=opens) for attribute in attributes)
        end = node.children[-1]
        if self._is_handing:
            sheet.put(end.start_byte, end.end_byte, b")")
            sheet.open(end.end_byte)
            self.closing = b"}});"
        else:
            sheet.begin(end.start_byte)
            if opens and is_component(name) and self._declares:
                sheet.open(end.end_byte)
                self.closing = b"}"
        return Tag(name, node.start_byte, node.end_byte, given)

    @property
    def _has_end(self) -> bool:
        element = self._node.parent
        return element is not None and element.children[-1].type == "end_tag"

    @property
    def _declares(self) -> bool:
        """Whether there are names in the element that hold in it alone."""
        element = self._node.parent
        return element is not None and any(c.type in _SCOPED for c in element.named_children)

    def _attribute(self, attribute: Node, *, opens: bool) -> Given:
        name = attribute.named_children[0]
        raw = next((c for c in name.children if c.type == RAW), None)
        given = self._short(raw) if raw else self._named(attribute, name, opens=opens)
        self._last = attribute.end_byte
        return given

    def _short(self, raw: Node) -> Given:
        """`{name}`, `{...rest}`, `{@attach made}` of which only the dots are left."""
        data, sheet = self._sheet.data, self._sheet
        said = data[raw.start_byte : raw.end_byte].lstrip()
        is_name = _NAME.fullmatch(said.decode("utf-8", "replace").strip()) is not None
        start, end = raw.start_byte, raw.end_byte
        if said.startswith((b"...", b"@attach")):
            start += len(data[start:end]) - len(said) + (3 if said.startswith(b"...") else 7)
        given = Given(text(raw).strip() if is_name else "", raw.start_byte, (start, end))
        if self._is_handing and is_name:
            return given  # a parameter of that name would be declared
        if self._is_handing:
            sheet.put(raw.start_byte - 1, start, _DEFAULT)
            sheet.text[end] = ord(" ")
        else:
            sheet.begin(raw.start_byte - 1)
            sheet.text[end] = ord(";")
        if is_name:
            sheet.name(start, end)
        else:
            sheet.keep(start, end)
        return given

    def _named(self, attribute: Node, name: Node, *, opens: bool) -> Given:
        label = text(name)
        directive, _, own = label.partition(":")
        own = own.split("|")[0]
        start = name.start_byte + len(directive) + 1
        values = list(_values(attribute))
        begin = _DEFAULT if self._is_handing else b";"
        if directive == "let" and own:
            self._let(start, len(own), values, opens=opens)
        elif directive in _NAMING and own:
            self._name(start, len(own), begin)
            if values and self._is_handing:
                self._sheet.put(start + len(own), values[0].start_byte + 1, b"+")
                self._sheet.keep(*_inside(values[0]))
            else:
                self._all(values)
        elif directive in _SHORT and not values and _NAME.fullmatch(own):
            self._name(start, len(own), begin + b"++" if directive == "bind" else begin)
        elif directive == "bind" and len(values) == 1 and self._is_set(values[0]):
            first, last = _inside(values[0])
            written = begin + b"++"
            self._sheet.put(max(self._last, first - len(written)), first, written)
            self._sheet.keep(first, last, Kind.BOUND)
            if not self._is_handing:
                self._sheet.text[last] = ord(";")
        else:
            self._all(values)
        value = _inside(values[0]) if len(values) == 1 else None
        return Given(label, name.start_byte, value, None if values else _plain(attribute))

    def _name(self, start: int, length: int, begin: bytes) -> None:
        """A name behind a directive's colon."""
        gap = max(self._last, start - len(begin))
        self._sheet.put(gap, start, begin)
        self._sheet.name(start, start + length)

    def _let(self, start: int, length: int, values: list[Node], *, opens: bool) -> None:
        """`let:item`, `let:item={row}`: a parameter of the function that the content becomes."""
        if not opens:
            return
        self._sheet.put(self._last, start, b"," if self._is_handing else b";({%s(" % LET)
        self._is_handing = True
        if values:
            self._sheet.keep(*_inside(values[0]), Kind.PATTERN)
        else:
            self._sheet.name(start, start + length)

    def _all(self, values: list[Node]) -> None:
        """The expressions of an attribute's value, each a statement, or a default together."""
        sheet = self._sheet
        for index, value in enumerate(values):
            start, end = _inside(value)
            if self._is_handing and index:
                sheet.put(values[index - 1].end_byte - 1, start, b"+")
            elif self._is_handing:
                sheet.put(max(self._last, start - len(_DEFAULT)), start, _DEFAULT)
            elif sheet.data[start:end].lstrip().startswith(b"{"):
                if sheet.data[start - 2 : start - 1] != b"=":
                    raise NoRoomError
                sheet.put(start - 2, start, b";(")
                sheet.text[end] = ord(")")
            else:
                sheet.begin(start - 1)
                sheet.text[end] = ord(";")
            sheet.keep(start, end)

    def _is_set(self, value: Node) -> bool:
        """Whether what is bound can be written to, as it is."""
        start, end = _inside(value)
        statement = first_named(
            parser_of(tsx()).parse(b"(" + self._sheet.data[start:end] + b")").root_node
        )
        inner = first_named(statement) if statement is not None else None
        bound = first_named(inner) if inner is not None else None
        return bound is not None and bound.type in _SET


def _values(attribute: Node) -> Iterator[Node]:
    for child in attribute.named_children[1:]:
        if child.type == "expression":
            yield child
        elif child.type in _QUOTED:
            for inner in child.named_children:
                if inner.type == "expression":
                    yield inner
                else:
                    yield from (it for it in inner.named_children if it.type == "expression")


def _inside(expression: Node) -> Span:
    return expression.start_byte + 1, expression.end_byte - 1


def _plain(attribute: Node) -> Span | None:
    """What an attribute without an expression says, without its quotes."""
    value = attribute.named_children[1] if attribute.named_child_count > 1 else None
    if value is not None and value.type == "quoted_attribute_value":
        value = first_named(value)
    return (value.start_byte, value.end_byte) if value is not None else None
