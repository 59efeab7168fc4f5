"""The expressions in a template, parsed one by one, with the file's own offsets: Vue's here.

Each is parsed from the file's bytes with one byte on either side exchanged for a parenthesis, so
that `{ a: b }` is an object and nothing moves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from tree_sitter import Language, Node

from fixer.program.scopes import pattern_names
from fixer.program.syntax import (
    captures,
    children_of,
    first_named,
    html,
    parse_markup,
    parse_ranges,
    range_of,
    text,
)

_INTERPOLATION = re.compile(rb"\{\{(.*?)\}\}", re.DOTALL)
_LOOP = re.compile(rb"^\s*(.+?)\s+(?:in|of)\s+(.+)$", re.DOTALL)
_DIRECTIVE = re.compile(r"^(?:v-(?!for$|slot|pre$|cloak$)|:|@|\.)")
_SLOT = re.compile(r"^(?:v-slot|#|slot-scope$)")
_CAPITAL = re.compile(r"(?<=\w)(?=[A-Z])")
_ELEMENTS = frozenset({"element"})
_NESTED = frozenset({"element", "script_element", "style_element", "comment"})
TAGS = frozenset({"start_tag", "self_closing_tag"})
_AROUND = frozenset({"program", "expression_statement", "parenthesized_expression"})


class RegionKind(Enum):
    EXPRESSION = "expression"
    HANDLER = "handler"
    LOOP = "loop"  # the names of `v-for`
    SLOT = "slot"  # the names of `v-slot`
    OPAQUE = "opaque"  # an expression that is there, and can't be read


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """An expression or a pattern of the template at `[start, end)`.

    `element`: the element that carries it, or whose text it is. `source`: of a LOOP the region
    that it iterates.
    """

    start: int
    end: int
    kind: RegionKind
    element: Node | None
    source: Region | None = None


class Markup:
    """The regions of one file's templates; each parsed when it is first asked for."""

    regions: tuple[Region, ...] = ()
    comments: tuple[Node, ...] = ()

    def __init__(self, data: bytes, language: Language) -> None:
        self._data = data
        self._language = language
        self._roots: dict[int, Node] = {}

    def region_at(self, offset: int) -> Region | None:
        """The region that holds a byte offset."""
        starts, outer = self._outer
        last = bisect_right(starts, offset) - 1
        return outer[last] if last >= 0 and offset < outer[last].end else None

    @cached_property
    def _outer(self) -> tuple[list[int], list[Region]]:
        """The regions that are in no other, by where they begin."""
        outer: list[Region] = []
        for region in self.regions:
            if not outer or region.start >= outer[-1].end:
                outer.append(region)
        return [region.start for region in outer], outer

    def leaf(self, start: int, end: int) -> Node | None:
        """The syntax node of exactly `[start, end)`, in whatever region holds it."""
        region = self.region_at(start)
        if region is None:
            return None
        node = self.parsed(region).descendant_for_byte_range(start, end)
        if node is None or node.child_count or (node.start_byte, node.end_byte) != (start, end):
            return None
        return node

    def expression(self, region: Region) -> Node:
        """The expression of a region, out of its parentheses."""
        node = self.parsed(region)
        while node.type in _AROUND and (inner := first_named(node)) is not None:
            node = inner
        return node

    def parsed(self, region: Region) -> Node:
        """The `program` of a region: a parenthesized expression, statements of a handler, or
        for names an arrow function that has them as parameters."""
        root = self._roots.get(region.start)
        if root is None:
            root = self._roots[region.start] = self._parse(region)
        return root

    def _parse(self, region: Region) -> Node:
        root = self._parse_between(region, b"(", b")")
        if region.kind is RegionKind.HANDLER and root.has_error:
            return self._parse_between(region, b" ", b";")
        return root

    def _parse_between(self, region: Region, before: bytes, after: bytes) -> Node:
        start, end = region.start - len(before), region.end + len(after)
        data = self._data
        changed = data[:start] + before + self._inside(region) + after + data[end:]
        return parse_ranges(changed, self._language, [range_of(data, start, end)]).root_node

    def is_set(self, region: Region) -> bool:
        """Whether a control or a component may set what a region is: `v-model="…"`."""
        return False

    def _inside(self, region: Region) -> bytes:
        """What the parser is to read for the region, as long as the region is."""
        return self._data[region.start : region.end]


class VueMarkup(Markup):
    """The template of a `.vue` file."""

    def __init__(self, data: bytes, language: Language) -> None:
        super().__init__(data, language)
        self._root = parse_markup(data).root_node
        self.comments = tuple(captures(self._root, html(), "(comment) @c").get("c", ()))
        self.regions = tuple(sorted(self._find(), key=lambda r: (r.start, -r.end)))

    def scopes(self, region: Region) -> Iterator[Region]:
        """The LOOP and SLOT regions whose names hold in `region`, innermost first."""
        element = region.element
        own = True
        while element is not None:
            for other in self.regions:
                if other.element is None or other.element != element or other is region:
                    continue
                is_loop = other.kind is RegionKind.LOOP and other.source is not region
                if is_loop or (other.kind is RegionKind.SLOT and not (own and _tag(region))):
                    yield other
            own = False
            element = _around(element)

    def declared(self, scope: Region, name: str) -> Node | None:
        """Where a LOOP or SLOT region declares a name."""
        function = arrow(self.parsed(scope))
        parameters = function.child_by_field_name("parameters") if function is not None else None
        for parameter in children_of(parameters) if parameters is not None else ():
            for found in pattern_names(parameter.child_by_field_name("pattern") or parameter):
                if text(found) == name:
                    return found
        return None

    def slot(self, region: Region) -> tuple[Node, str] | None:
        """The element whose slot a SLOT region takes, and the slot's name."""
        element = region.element
        for attribute in _attributes(element) if element is not None else ():
            value, name = attribute_value(attribute), first_named(attribute)
            if value is None or name is None or value.start_byte != region.start:
                continue
            owner = _around(element) if element and _name(element) == b"template" else element
            slot = text(name).removeprefix("v-slot").lstrip(":#").strip("[]`'\"")
            is_named = slot not in ("", "slot-scope")
            return (owner, slot if is_named else _slot_of(element)) if owner is not None else None
        return None

    def bound(self, element: Node, name: str) -> Region | None:
        """The expression that an attribute of an element is bound to: `:data="rows"`."""
        for attribute in _attributes(element):
            label, value = first_named(attribute), attribute_value(attribute)
            if label is None or value is None or text(label)[:1] not in (":", "v"):
                continue
            if camel(text(label).removeprefix("v-bind").removeprefix(":")) == name:
                return self.region_at(value.start_byte)
        return None

    def bound_to(self, element: Node) -> Iterator[Node]:
        """The expressions that an element's attributes are bound to."""
        for attribute in _attributes(element):
            label, value = first_named(attribute), attribute_value(attribute)
            if label is None or value is None or text(label)[:1] not in (":", "v"):
                continue
            region = self.region_at(value.start_byte)
            if region is not None and region.kind is RegionKind.EXPRESSION:
                yield self.expression(region)

    def quoted(self, attribute: Node) -> Node | None:
        """The text of a plain attribute, `a="b"`, as a string of the script."""
        value = attribute_value(attribute)
        if value is None:
            return None
        region = Region(value.start_byte - 1, value.end_byte + 1, RegionKind.EXPRESSION, None)
        found = self.expression(region)
        return found if found.type == "string" else None

    def is_spread(self, element: Node) -> bool:
        """Whether an element takes attributes of an object: `v-bind="attrs"`."""
        names = (first_named(attribute) for attribute in _attributes(element))
        return any(name is not None and text(name) == "v-bind" for name in names)

    def around(self, element: Node) -> Node | None:
        """The element that one stands in."""
        return _around(element)

    def outer(self, element: Node, name: str) -> Node | None:
        """The nearest element around one that is called `name`."""
        found = _around(element)
        while found is not None and self.tag_name(found) != name:
            found = _around(found)
        return found

    def tag_name(self, element: Node) -> str:
        """The name of an element in kebab-case."""
        return kebab(_name(element).decode("utf-8", "replace"))

    @cached_property
    def tags(self) -> tuple[Node, ...]:
        """The opening tags of all elements, in source order."""
        found = captures(self._root, html(), "[(start_tag) (self_closing_tag)] @t").get("t", ())
        return tuple(sorted(found, key=lambda n: n.start_byte))

    def is_set(self, region: Region) -> bool:
        node = self._root.descendant_for_byte_range(region.start, region.end)
        while node is not None and node.type not in ("attribute", *TAGS):
            node = node.parent
        name = first_named(node) if node is not None and node.type == "attribute" else None
        return name is not None and text(name).startswith("v-model")

    def _find(self) -> Iterator[Region]:
        for top in children_of(self._root):
            if top.type == "element" and _name(top) == b"template" and not _has_lang(top):
                yield from self._below(top)

    def _below(self, element: Node) -> Iterator[Region]:
        for child in children_of(element):
            if child.type in TAGS:
                for attribute in children_of(child):
                    if attribute.type == "attribute":
                        yield from self._attribute(attribute, element)
            elif child.type == "element":
                yield from self._below(child)
        yield from self._interpolations(element)

    def _interpolations(self, element: Node) -> Iterator[Region]:
        """The `{{ … }}` of the element's own text, however the HTML parser cut it."""
        inner = [c for c in element.children if c.type not in TAGS and c.type != "end_tag"]
        if not inner:
            return
        start, end = inner[0].start_byte, inner[-1].end_byte
        nested = [c for c in inner if c.type in _NESTED]
        for match in _INTERPOLATION.finditer(self._data, start, end):
            if not any(c.start_byte <= match.start() < c.end_byte for c in nested):
                yield Region(match.start(1), match.end(1), RegionKind.EXPRESSION, element)

    def _attribute(self, attribute: Node, element: Node) -> Iterator[Region]:
        name, value = first_named(attribute), attribute_value(attribute)
        if name is None or value is None:
            return
        label = text(name)
        start, end = value.start_byte, value.end_byte
        if label == "v-for":
            yield from self._loop(start, end, element)
        elif _SLOT.match(label):
            yield Region(start, end, RegionKind.SLOT, element)
        elif _DIRECTIVE.match(label):
            is_handler = label.startswith(("@", "v-on"))
            kind = RegionKind.HANDLER if is_handler else RegionKind.EXPRESSION
            yield Region(start, end, kind, element)

    def _loop(self, start: int, end: int, element: Node) -> Iterator[Region]:
        match = _LOOP.match(self._data[start:end])
        if match is None:
            return
        outer = Region(start + match.start(2), start + match.end(2), RegionKind.EXPRESSION, element)
        yield outer
        yield Region(start + match.start(1), start + match.end(1), RegionKind.LOOP, element, outer)

    def _parse(self, region: Region) -> Node:
        if region.kind in (RegionKind.LOOP, RegionKind.SLOT):
            return self._parse_names(region)
        return super()._parse(region)

    def _parse_names(self, region: Region) -> Node:
        is_wrapped = self._data[region.start : region.start + 1] == b"("
        before, after = (b" ", b" ") if is_wrapped else (b"(", b")")
        return self._parse_between(region, before, after + b"=>0")


def arrow(root: Node) -> Node | None:
    """The function that has the names of a LOOP or SLOT region as parameters."""
    node: Node | None = root
    while node is not None and node.type != "arrow_function":
        node = first_named(node)
    return node


def camel(name: str) -> str:
    """`base-url` as a script writes it: `baseUrl`."""
    first, *others = name.split("-")
    return first + "".join(part[:1].upper() + part[1:] for part in others)


def kebab(name: str) -> str:
    """`BaseUrl` as a template may write it: `base-url`."""
    return _CAPITAL.sub("-", name).lower()


def attribute_value(attribute: Node) -> Node | None:
    """What stands between an attribute's quotes."""
    for child in children_of(attribute):
        if child.type == "quoted_attribute_value":
            return first_named(child)
    return None


def _name(element: Node) -> bytes:
    tag = first_named(element)
    name = first_named(tag) if tag is not None else None
    return (name.text or b"") if name is not None else b""


def _has_lang(element: Node) -> bool:
    tag = first_named(element)
    names = (first_named(a) for a in children_of(tag)[1:]) if tag is not None else iter(())
    return any(n is not None and n.text == b"lang" for n in names)


def _attributes(element: Node | None) -> Iterator[Node]:
    tag = first_named(element) if element is not None else None
    for child in children_of(tag) if tag is not None else ():
        if child.type == "attribute":
            yield child


def _slot_of(element: Node | None) -> str:
    """The slot that `slot="name"` beside `slot-scope` names."""
    for attribute in _attributes(element):
        name, value = first_named(attribute), attribute_value(attribute)
        if name is not None and text(name) == "slot" and value is not None:
            return text(value)
    return "default"


def _around(element: Node) -> Node | None:
    found = element.parent
    while found is not None and found.type not in _ELEMENTS:
        found = found.parent
    return found


def _tag(region: Region) -> bool:
    """Whether a region stands in its element's own tag, not in its text."""
    tag = first_named(region.element) if region.element is not None else None
    return tag is not None and tag.start_byte <= region.start < tag.end_byte
