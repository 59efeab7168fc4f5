"""The expressions in an Angular template, parsed one by one, and the names that hold in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from tree_sitter import Language, Node

from fixer.program.angular.components import STRINGS, Component
from fixer.program.angular.pipes import without_colons
from fixer.program.angular.regions import Attribute, Local, Piece, Tag, View, all_names, read
from fixer.program.markup import Markup, Region, RegionKind
from fixer.program.syntax import captures
from fixer.program.words import whole_words

_DELETE = re.compile(rb"(?<![\w$.'\"`])delete(?=\s*[.(])")
_HOLES = "[(template_substitution) (escape_sequence)] @h"

# `let row`, `let row of rows`, `row of rows`
_HANDING = re.compile(rb"let\s|[\w$]+\s+of\s")


class AngularMarkup(Markup):
    """The regions of the templates in one file."""

    def __init__(self, data: bytes, language: Language, pieces: Sequence[Piece]) -> None:
        super().__init__(data, language)
        self._pieces = tuple(pieces)
        templates = [read(data, piece) for piece in pieces]
        self._locals = all_names(templates)
        self._inputs = tuple(i for t in templates for i in t.inputs)
        self.outlets = tuple(o for t in templates for o in t.outlets)
        self.tags = tuple(tag for t in templates for tag in t.tags)
        self._views = tuple(v for t in templates for v in t.views)
        self._lets = frozenset(start for t in templates for start in t.lets)
        self._broken = [node for t in templates for node in t.broken]
        self.comments = tuple(node for t in templates for node in t.comments)
        self._attributes = {a.start: a for t in templates for a in t.attributes}
        self.regions = tuple(sorted((r for t in templates for r in t.regions), key=_order))

    @cached_property
    def errors(self) -> int:
        """How many regions can't be read."""
        return sum(not self.is_read(region) for region in self.regions)

    def is_read(self, region: Region) -> bool:
        """Whether a region is an expression as far as the grammar goes."""
        return region.kind is not RegionKind.OPAQUE and not self.parsed(region).has_error

    def is_broken(self, offset: int) -> bool:
        """Whether an offset stands in what is no HTML, so that an expression may be missed."""
        return any(node.start_byte <= offset < node.end_byte for node in self._broken)

    def leaf(self, start: int, end: int) -> Node | None:
        region = self.region_at(start)
        if region is None:
            return self._quoted(start, end)
        return super().leaf(start, end) if self.is_read(region) else None

    def _quoted(self, start: int, end: int) -> Node | None:
        """The text of a plain attribute, `a="b"`, as that of a string of the script."""
        found, quote = self._attributes.get(start), self._data[start - 1 : start]
        if found is None or found.end != end or quote not in (b"'", b'"'):
            return None
        whole = Region(start - 1, end + 1, RegionKind.EXPRESSION, None)
        node = self.parsed(whole).descendant_for_byte_range(start, end)
        return node if node is not None and node.type == "string_fragment" else None

    def attribute(self, start: int, end: int) -> Attribute | None:
        """The attribute whose whole value is the text `[start, end)`: `a="b"`, `[a]="'b'"`."""
        found = self._attributes.get(start)
        if found is not None and found.end == end:
            return found
        if self._data[start - 1 : start] not in (b"'", b'"'):
            return None
        whole = (i for i in self._inputs if (i.value.start + 1, i.value.end - 1) == (start, end))
        return next((Attribute(i.name, start, end) for i in whole), None)

    def handed(self) -> Iterator[Local]:
        """The names of what directives hand on."""
        yield from (it for found in self._locals.values() for it in found if it.marks)

    def given_to(self, region: Region) -> str | None:
        """The input whose value a region is: `[name]="…"`."""
        return next((i.name for i in self._inputs if i.value is region), None)

    def bound(self, name: str) -> int | None:
        """Where an element gives a value to an input of a component of that name."""
        plain = (a.start for a in self._attributes.values() if a.name == name)
        return next((i.value.start for i in self._inputs if i.name == name), next(plain, None))

    def owner(self, offset: int) -> Node | None:
        """The class whose template stands at an offset; None in a file of its own."""
        return next((p.owner for p in self._pieces if p.start <= offset < p.end), None)

    def local(self, name: str, region: Region) -> Local | None:
        """The innermost of a template's own names that `region` sees under `name`."""
        found = [
            local
            for local in self._locals.get(name, ())
            if local.start <= region.start < local.end and local.source is not region
        ]
        return max(found, key=lambda local: (local.start, -local.end), default=None)

    def input_around(self, name: str, offset: int) -> Region | None:
        """What the nearest element around an offset is bound to under `name`: `[name]="…"`."""
        around = [i for i in self._inputs if i.name == name and i.start <= offset < i.end]
        nearest = max(around, key=lambda i: (i.start, -i.end), default=None)
        return nearest.value if nearest is not None else None

    def tag_around(self, offset: int) -> Tag | None:
        """The innermost element that holds an offset."""
        around = [t for t in self.tags if t.start <= offset < t.end]
        return max(around, key=lambda t: (t.start, -t.end), default=None)

    def references(self, name: str) -> Iterator[tuple[Region, Node | None]]:
        """Where expressions use a reference, `#name`, of any of the templates.

        None for the node: an expression that can't be read may.
        """
        for start, end in whole_words(self._data, name.encode()):
            region, leaf = self.region_at(start), self.leaf(start, end)
            if region is not None and not self.is_read(region):
                yield region, None
            elif region is not None and leaf is not None and leaf.type == "identifier":
                yield region, leaf

    def is_shown_with(self, offset: int, other: int, name: str) -> bool:
        """Whether what stands at an offset is evaluated for all values of a name if another is.

        What is shown or not by something else makes no difference between the values, but where
        both are, each by another: `@if (kind === 'a') { … } @if (kind === 'b') { … }`.
        """
        apart, others = self._only_around(offset, other), self._only_around(other, offset)
        if any(self._asks_for(view, name) for view in apart):
            return False
        theirs = {self._decisive(view) for view in others} - {b""}
        return not theirs or theirs.issuperset(
            {self._decisive(view) for view in apart} - {b"", name.encode()}
        )

    def _only_around(self, offset: int, other: int) -> list[View]:
        """The views that hold one offset and not the other."""
        around = (v for v in self._views if v.start <= offset < v.end)
        return [v for v in around if not v.start <= other < v.end]

    def _decisive(self, view: View) -> bytes | None:
        """The condition of a view; none, `b""`, where it only hands on a value, or each of some."""
        if view.condition is None:
            return None
        said = self._data[slice(*view.condition)].strip()
        return b"" if _HANDING.match(said) is not None else said

    def _asks_for(self, view: View, name: str) -> bool:
        if view.condition is None:
            return True
        # `*ngIf="row"` only asks whether there is one.
        asked = re.compile(rb"(?<![\w$.])%s\s*(?:[!?]?\.|\[|===?|!==?)" % re.escape(name.encode()))
        return asked.search(self._data, *view.condition) is not None

    def is_shown(self, region: Region) -> bool:
        """Whether a region is evaluated to show something: no handler, nor what `@let` names."""
        return region.kind is not RegionKind.HANDLER and region.start not in self._lets

    def is_set(self, region: Region) -> bool:
        """Whether a component may set what a region is: `[(name)]="…"`."""
        tag, name = self.tag_around(region.start), self.given_to(region)
        return tag is not None and f"[({name})]" in tag.names

    def _inside(self, region: Region) -> bytes:
        # Templates have no operator `delete`: it is a member of that name, often an output.
        inside = _DELETE.sub(b"delet_", super()._inside(region))
        return without_colons(inside)


def pieces(found: Sequence[Component], language: Language) -> Iterator[Piece]:
    """The templates and host expressions that a script's components hold themselves."""
    for component in found:
        template = component.template
        if template is not None and template.type in STRINGS:
            yield _piece(component, template, language, None)
        for key, value in component.hosts:
            kind = RegionKind.HANDLER if key.startswith("(") else RegionKind.EXPRESSION
            if key.startswith(("(", "[")):
                yield _piece(component, value, language, kind)


def _piece(
    component: Component, literal: Node, language: Language, kind: RegionKind | None
) -> Piece:
    holes = captures(literal, language, _HOLES).get("h", ())
    spans = tuple((n.start_byte, n.end_byte) for n in holes)
    return Piece(literal.start_byte + 1, literal.end_byte - 1, component.node, kind, spans)


def _order(region: Region) -> tuple[int, int]:
    return region.start, -region.end
