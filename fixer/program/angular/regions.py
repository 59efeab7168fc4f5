"""One template becomes its regions, the names that hold in them, and its plain attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tree_sitter import Node

from fixer.program.angular.microsyntax import (
    IMPLICIT,
    Name,
    Parts,
    Role,
    directive,
    loop,
    trimmed,
)
from fixer.program.angular.scanner import Block, Scan, scan, until
from fixer.program.markup import Region, RegionKind, attribute_value
from fixer.program.syntax import (
    captures,
    children_of,
    first_named,
    html,
    parse_ranges,
    range_of,
    text,
)

_BOUND = re.compile(r"(?:\[|bind-|bindon-)")
_HANDLER = re.compile(r"(?:\((?!@)|on-)")
_PLAIN = re.compile(r"[^\[(*]")
_INTERPOLATION = re.compile(rb"\{\{(.*?)\}\}", re.DOTALL)
_WHEN = re.compile(rb"(?:\w+\s+)?when\b")
_CONDITIONS = frozenset({"if", "else if", "switch", "case"})
_OUTLET = "ngTemplateOutlet"
_FOUND = "[(start_tag) (self_closing_tag)] @tag (comment) @comment (ERROR) @broken"


@dataclass(frozen=True, slots=True, eq=False)
class Local:
    """A name that holds in `[start, end)` of the template.

    `source`: the expression that it is taken from. `key`: what it is called by the one that hands
    it on, which is told by `marks`, the element's attributes, `a` and `a=value`. `element`: where
    the element begins that a reference stands for.
    """

    name: str
    role: Role
    start: int
    end: int
    source: Region | None = None
    key: str = ""
    marks: frozenset[str] = frozenset()
    element: int = -1


@dataclass(frozen=True, slots=True, eq=False)
class Input:
    """`[name]="value"` on the element in `[start, end)`."""

    name: str
    value: Region
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """An element in `[start, end)`: its attributes as written, and the inputs bound in it.

    `texts`: the values of plain attributes and references. `handlers`: of events, by their names.
    """

    name: str
    start: int
    end: int
    names: frozenset[str]
    inputs: Mapping[str, Region]
    handlers: Mapping[str, Region]
    texts: Mapping[str, tuple[int, int]]

    @property
    def is_native(self) -> bool:
        """Whether it is an element of HTML, and no component unless one of the program's."""
        return "-" not in self.name and self.name.islower()

    @property
    def words(self) -> frozenset[str]:
        """Its name, and those of its attributes without what binds them."""
        return frozenset({self.name, *(name.strip("[(*)]") for name in self.names)})

    def has(self, name: str) -> bool:
        """Whether an attribute is there, bound or plain."""
        return any(form in self.names for form in (name, f"[{name}]", f"[({name})]", f"*{name}"))


@dataclass(frozen=True, slots=True, eq=False)
class Outlet:
    """Where a template is shown: the expression that says which, and what it is handed."""

    shown: Region
    context: Region | None


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


@dataclass(frozen=True, slots=True)
class View:
    """A part `[start, end)` that is shown as a whole or not at all, by its condition.

    `condition`: where that, or what is iterated, stands; None where it is another's, too: `@else`.
    """

    start: int
    end: int
    condition: tuple[int, int] | None = None


@dataclass(slots=True)
class Template:
    """What one piece holds, filled while it is read, then only looked at.

    `views`: the parts that are shown as a whole or not at all. `lets`: where the values
    of `@let` begin.
    """

    regions: list[Region] = field(default_factory=list)
    locals: list[Local] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)
    outlets: list[Outlet] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    comments: list[Node] = field(default_factory=list)
    broken: list[Node] = field(default_factory=list)
    views: list[View] = field(default_factory=list)
    lets: list[int] = field(default_factory=list)


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
        self.found = Template()
        self._views: list[tuple[int, int]] = [(piece.start, piece.end)]

    def read(self, scanned: Scan) -> None:
        whole = range_of(self._data, self._piece.start, self._piece.end)
        root = parse_ranges(scanned.masked, html(), [whole]).root_node
        nodes = captures(root, html(), _FOUND)
        self.found.comments.extend(nodes.get("comment", ()))
        self.found.broken.extend(nodes.get("broken", ()))
        tags = nodes.get("tag", ())
        self._views += [(block.start, block.end) for block in scanned.blocks]
        self._views += [_extent(tag) for tag in tags if _is_view(tag)]
        self.found.views += [_view(block) for block in scanned.blocks]
        self.found.views += [View(*_extent(t), _condition(t)) for t in tags if _is_view(t)]
        for start, end in scanned.shown:
            self.add(start, end)
        for block in scanned.blocks:
            self._block(block)
        for let in scanned.lets:
            span = trimmed(self._data, let.first, let.last)
            value = self.add(*span) if span is not None else None
            self.found.lets += [value.start] if value is not None else []
            self._local(Name(let.name, Role.VALUE), (let.last, let.end), value)
        for tag in tags:
            self._tag(tag)

    def add(self, start: int, end: int, kind: RegionKind = RegionKind.EXPRESSION) -> Region:
        """A region; one that the script fills in or escapes parts of can't be read."""
        if any(first < end and start < last for first, last in self._piece.holes):
            kind = RegionKind.OPAQUE
        region = Region(start, end, kind, None)
        self.found.regions.append(region)
        return region

    def _local(
        self,
        name: Name,
        extent: tuple[int, int],
        source: Region | None = None,
        marks: frozenset[str] = frozenset(),
        element: int = -1,
    ) -> None:
        local = Local(name.name, name.role, *extent, source, name.key, marks, element)
        self.found.locals.append(local)

    def _parts(
        self, parts: Parts, extent: tuple[int, int], marks: frozenset[str] = frozenset()
    ) -> dict[str, Region]:
        """Adds a directive's expressions, which are returned under their keys, and its names."""
        added = {span: self.add(*span) for _, span in parts.expressions}
        for name in parts.names:
            source = added.get(name.source) if name.source is not None else None
            self._local(name, extent, source, marks)
        return {key: added[span] for key, span in parts.expressions}

    def _block(self, block: Block) -> None:
        parts, first, last = Parts((), ()), block.first, block.last
        if block.name == "for":
            parts = loop(self._data, first, last)
        elif block.name == "defer":
            when = _WHEN.search(self._data, first, last)
            if when is not None:
                end = until(self._data, when.end(), last, b";")
                parts = directive(self._data, when.end(), end)
        elif block.name in _CONDITIONS:
            parts = directive(self._data, first, last)
        self._parts(parts, (block.start, block.end))

    def _tag(self, tag: Node) -> None:
        extent = _extent(tag)
        found = dict(_attributes(tag))
        marks = frozenset(found)
        said = frozenset(f"{name}={text(value)}" for name, value in found.items() if value)
        bound: dict[str, Region] = {}
        handlers: dict[str, Region] = {}
        for name, value in found.items():
            if name.startswith(("#", "let-")):
                self._declare(name, value, extent, marks | said)
            elif value is not None and _HANDLER.match(name):
                region = self.add(value.start_byte, value.end_byte, RegionKind.HANDLER)
                handlers[name.strip("()").removeprefix("on-")] = region
            elif value is not None:
                self._attribute(name, value, extent, bound)
        texts = {
            name: (value.start_byte, value.end_byte)
            for name, value in found.items()
            if value is not None and _PLAIN.match(name)
        }
        label = first_named(tag)
        name = text(label) if label is not None else ""
        self.found.tags.append(Tag(name, *extent, marks, bound, handlers, texts))
        shown = bound.get(_OUTLET)
        if shown is not None:
            self.found.outlets.append(Outlet(shown, bound.get(f"{_OUTLET}Context")))

    def _declare(
        self, name: str, value: Node | None, extent: tuple[int, int], marks: frozenset[str]
    ) -> None:
        """`#row` and `let-row="item"`."""
        if name.startswith("#"):
            whole = (self._piece.start, self._piece.end)
            views = (v for v in self._views if _holds(v, extent))
            view = min(views, key=_length, default=whole)
            self._local(Name(name[1:], Role.UNKNOWN), view, element=extent[0])
            return
        key = text(value) if value is not None else IMPLICIT
        self._local(Name(name[4:], Role.UNKNOWN, key=key), extent, None, marks)

    def _attribute(
        self, name: str, value: Node, extent: tuple[int, int], bound: dict[str, Region]
    ) -> None:
        if name.startswith("*"):
            parts = directive(self._data, value.start_byte, value.end_byte)
            added = self._parts(parts, extent, frozenset({name}))
            bound |= {f"{name[1:]}{key.capitalize()}": region for key, region in added.items()}
        elif _BOUND.match(name):
            region = self.add(value.start_byte, value.end_byte)
            plain = name.strip("[]()").removeprefix("bind-")
            bound[plain] = region
            self.found.inputs.append(Input(plain, region, *extent))
        else:
            self._plain(name, value)

    def _plain(self, name: str, value: Node) -> None:
        spans = [m.span(1) for m in _INTERPOLATION.finditer(value.text or b"")]
        if not spans:
            self.found.attributes.append(Attribute(name, value.start_byte, value.end_byte))
        for first, last in spans:
            self.add(value.start_byte + first, value.start_byte + last)


def _attributes(tag: Node) -> Iterator[tuple[str, Node | None]]:
    for attribute in children_of(tag):
        name = first_named(attribute) if attribute.type == "attribute" else None
        if name is not None:
            label = re.sub(r"^ref-", "#", text(name))
            yield label, attribute_value(attribute)


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
    return any(label.startswith("*") for label, _ in _attributes(tag))


def _view(block: Block) -> View:
    is_alone = block.name in ("if", "for")
    return View(block.start, block.end, (block.first, block.last) if is_alone else None)


def _condition(tag: Node) -> tuple[int, int] | None:
    """What `*ngIf`, or a directive that hands on a value, says if that alone decides about it."""
    marks = [(n, value) for n, value in _attributes(tag) if n.startswith("*")]
    mark, value = marks[0] if len(marks) == 1 else ("", None)
    if value is None or not (mark == "*ngIf" or text(value).lstrip().startswith("let ")):
        return None
    return value.start_byte, value.end_byte


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
