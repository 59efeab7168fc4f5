"""One template becomes its regions, the names that hold in them, and its plain attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from tree_sitter import Node

from fixer.program.angular.microsyntax import (
    Name,
    Parts,
    Role,
    directive,
    loop,
    trimmed,
)
from fixer.program.angular.scanner import Block, Scan, scan
from fixer.program.markup import Region, RegionKind, attribute_value
from fixer.program.syntax import captures, first_named, html, parse_ranges, range_of, text

_BOUND = re.compile(r"(?:\[|bind-|bindon-)")
_HANDLER = re.compile(r"(?:\((?!@)|on-)")
_INTERPOLATION = re.compile(rb"\{\{(.*?)\}\}", re.DOTALL)
_WHEN = re.compile(rb"(?:\w+\s+)?when\b")
_FOUND = "[(start_tag) (self_closing_tag)] @tag (comment) @comment"


@dataclass(frozen=True, slots=True, eq=False)
class Local:
    """A name that holds in `[start, end)` of the template; `source`: what it is taken from."""

    name: str
    role: Role
    start: int
    end: int
    source: Region | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Attribute:
    """An attribute that holds no expression, `bindLabel="name"`; the span is its value's."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A template in `[start, end)` of a file, or one expression of a `host`; of one class.

    `owner` is None in a template that is a file of its own. `kind`: of a lone expression.
    `holes`: what the script fills in, and escapes, which make an expression unreadable.
    """

    start: int
    end: int
    owner: Node | None = None
    kind: RegionKind | None = None
    holes: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class Template:
    """What one piece holds, filled while it is read, then only looked at."""

    regions: list[Region] = field(default_factory=list)
    locals: list[Local] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    comments: list[Node] = field(default_factory=list)


def read(data: bytes, piece: Piece) -> Template:
    """The template of a piece."""
    reader = _Reader(data, piece)
    if piece.kind is not None:
        reader.add(piece.start, piece.end, piece.kind)
    else:
        reader.read(scan(data, piece.start, piece.end))
    return reader.found


class _Reader:
    def __init__(self, data: bytes, piece: Piece) -> None:
        self._data, self._piece = data, piece
        self._views: list[tuple[int, int]] = [(piece.start, piece.end)]
        self.found = Template()

    def read(self, scanned: Scan) -> None:
        whole = range_of(self._data, self._piece.start, self._piece.end)
        root = parse_ranges(scanned.masked, html(), [whole]).root_node
        nodes = captures(root, html(), _FOUND)
        self.found.comments.extend(nodes.get("comment", ()))
        tags = [tag for tag in nodes.get("tag", ()) if tag.type != "comment"]
        self._views += [(block.start, block.end) for block in scanned.blocks]
        self._views += [_extent(tag) for tag in tags if _is_view(tag)]
        for start, end in scanned.shown:
            self.add(start, end)
        for block in scanned.blocks:
            self._block(block)
        for let in scanned.lets:
            span = trimmed(self._data, let.first, let.last)
            value = self.add(*span) if span is not None else None
            self._local(Name(let.name, Role.VALUE), let.last, let.end, value)
        for tag in tags:
            self._tag(tag)

    def add(self, start: int, end: int, kind: RegionKind = RegionKind.EXPRESSION) -> Region:
        """A region; one that the script fills in or escapes parts of can't be read."""
        if any(first < end and start < last for first, last in self._piece.holes):
            kind = RegionKind.OPAQUE
        region = Region(start, end, kind, None)
        self.found.regions.append(region)
        return region

    def _local(self, name: Name, start: int, end: int, source: Region | None) -> None:
        role = name.role if source is not None or name.source is None else Role.UNKNOWN
        self.found.locals.append(Local(name.name, role, start, end, source))

    def _parts(self, parts: Parts, start: int, end: int) -> None:
        added = {span: self.add(*span) for span in parts.expressions}
        for name in parts.names:
            source = added.get(name.source) if name.source is not None else None
            self._local(name, start, end, source)

    def _block(self, block: Block) -> None:
        parts = Parts((), ())
        if block.name == "for":
            parts = loop(self._data, block.first, block.last)
        elif block.name == "defer":
            when = _WHEN.search(self._data, block.first, block.last)
            first = when.end() if when is not None else block.last
            parts = directive(self._data, first, block.last)
        else:
            parts = directive(self._data, block.first, block.last)
        self._parts(parts, block.start, block.end)

    def _tag(self, tag: Node) -> None:
        extent = _extent(tag)
        for attribute in tag.named_children:
            name = first_named(attribute) if attribute.type == "attribute" else None
            if name is not None:
                self._attribute(text(name), attribute_value(attribute), extent)

    def _attribute(self, name: str, value: Node | None, extent: tuple[int, int]) -> None:
        if name.startswith(("#", "ref-")):
            view = min((v for v in self._views if _holds(v, extent)), key=_length)
            self._local(Name(name.lstrip("#"), Role.UNKNOWN), *view, None)
        elif name.startswith("let-"):
            self._local(Name(name[4:], Role.UNKNOWN), *extent, None)
        elif value is None:
            return
        elif name.startswith("*"):
            self._parts(directive(self._data, value.start_byte, value.end_byte), *extent)
        elif _BOUND.match(name):
            self.add(value.start_byte, value.end_byte)
        elif _HANDLER.match(name):
            self.add(value.start_byte, value.end_byte, RegionKind.HANDLER)
        else:
            self._plain(name, value)

    def _plain(self, name: str, value: Node) -> None:
        spans = [m.span(1) for m in _INTERPOLATION.finditer(value.text or b"")]
        if not spans:
            self.found.attributes.append(Attribute(name, value.start_byte, value.end_byte))
        for first, last in spans:
            self.add(value.start_byte + first, value.start_byte + last)


def _extent(tag: Node) -> tuple[int, int]:
    """Where the element of a tag begins and ends; a void element is its tag."""
    element = tag.parent
    around = element if element is not None and element.type == "element" else tag
    return around.start_byte, around.end_byte


def _is_view(tag: Node) -> bool:
    """Whether names declared inside an element don't hold outside."""
    name = first_named(tag)
    if name is not None and name.text == b"ng-template":
        return True
    labels = (first_named(a) for a in tag.named_children if a.type == "attribute")
    return any(n is not None and text(n).startswith("*") for n in labels)


def _holds(view: tuple[int, int], extent: tuple[int, int]) -> bool:
    """Whether an element stands in a view; one that opens a view stands outside of it."""
    return view[0] <= extent[0] and extent[1] <= view[1] and view != extent


def _length(view: tuple[int, int]) -> int:
    return view[1] - view[0]


def all_names(templates: Iterable[Template]) -> dict[str, list[Local]]:
    """The names of several templates, by name."""
    found: dict[str, list[Local]] = {}
    for template in templates:
        for local in template.locals:
            found.setdefault(local.name, []).append(local)
    return found
