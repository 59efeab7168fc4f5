"""Places in Angular templates that name a property of a value that can't be followed.

The compiler of the script never sees a template, so a rename that leaves such a place behind
breaks the page and nobody says so: the rename is not safe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.facts.unread import Text, unread_templates
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.regions import Attribute
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.types import Types
from fixer.program.types.model import Certainty, Member
from fixer.program.words import byte_before, whole_words

# What HTML itself gives a meaning, which is never that of a property's name.
_PLAIN = frozenset(
    {"id", "name", "class", "for", "type", "style", "title", "alt", "placeholder", "autocomplete"}
    | {"href", "src", "role", "value", "rel", "target", "lang", "slot", "list", "form", "method"}
)
_DOT = 0x2E
_NAMED = "an attribute may name it"
# Inputs that take an object whose keys are classes, styles, parameters or names for a template.
_OBJECTS = frozenset(
    {"ngClass", "ngStyle", "class", "style", "queryParams", "ngTemplateOutletContext"}
)
_PREFIXES = ("aria-", "data-", "i18n")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A template names a property here, of what nobody knows, for `reason`; `where` says it."""

    path: Path
    span: Span
    reason: str
    where: str


IsWrong = Callable[[Member, str], bool]


class Doubts:
    """The doubtful places by name, looked for when a name is asked about.

    `is_wrong`: whether the property of that name is one that the contract calls otherwise.
    """

    def __init__(self, program: Program, types: Types, is_wrong: IsWrong) -> None:
        self._program, self._types, self._is_wrong = program, types, is_wrong
        self._known: dict[str, tuple[Doubt, ...]] = {}

    def of(self, name: str) -> tuple[Doubt, ...]:
        """Where templates may mean a property called `name`, in order of the files."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = tuple(self._find(name))
        return found

    def bound(self, name: str) -> Iterator[Doubt]:
        """Where templates give a value to an input `name`, which is a member of some class."""
        for path in self._program.holding(name):
            module = self._program.module(path)
            markup = module.markup
            offset = markup.bound(name) if isinstance(markup, AngularMarkup) else None
            if offset is not None:
                reason = "an input of a component is called so"
                yield self._doubt(path, module.data, Span(offset, offset), reason)

    def _find(self, name: str) -> Iterator[Doubt]:
        for path in self._program.holding(name):
            module = self._program.module(path)
            markup = module.markup
            if not isinstance(markup, AngularMarkup):
                continue
            for start, end in whole_words(module.data, name.encode()):
                reason = self._reason(module, markup, start, end)
                if reason is not None:
                    yield self._doubt(path, module.data, Span(start, end), reason)
        for text in self._unread:
            for start, end in whole_words(text.data, name.encode()):
                is_inside = any(part.start <= start < part.end for part in text.parts)
                if is_inside and byte_before(text.data, start) == _DOT:
                    reason = "which component shows that text is not known"
                    yield self._doubt(text.path, text.data, Span(start, end), reason)

    def _doubt(self, path: Path, data: bytes, span: Span, reason: str) -> Doubt:
        row = data.count(b"\n", 0, span.start) + 1
        where = f"{_shown(path, self._program.root)}:{row}"
        return Doubt(path, span, reason, where)

    @cached_property
    def _unread(self) -> tuple[Text, ...]:
        return unread_templates(self._program)

    def _reason(self, module: Module, markup: AngularMarkup, start: int, end: int) -> str | None:
        attribute = markup.attribute(start, end)
        if attribute is not None:
            return self._named(module, attribute)
        region = markup.region_at(start)
        if region is None:
            return "the template can't be read there" if markup.is_broken(start) else None
        if not markup.is_read(region):
            return "the expression can't be read"
        node = markup.leaf(start, end)
        if node is None or not _is_property(node):
            return None
        literal = _literal_around(node)
        given = markup.given_to(region) if literal is not None else None
        if given is not None and given not in _OBJECTS:
            return "an input of a component is given an object with it"
        found = self._types.symbol_at(module, node)
        if found.members and found.certainty is Certainty.PROVEN:
            return None
        return found.reason or "nothing says what it belongs to"

    def _named(self, module: Module, attribute: Attribute) -> str | None:
        """Why an attribute's text may be the property's name for a component or directive."""
        if attribute.name in _PLAIN or attribute.name.startswith(_PREFIXES):
            return None
        name = module.data[attribute.start : attribute.end].decode("utf-8", "replace")
        found = self._types.named_by(module, attribute, name)
        if found.reason is None and not any(self._is_wrong(m, name) for m in found.members):
            return None
        return found.reason or _NAMED


def _literal_around(node: Node) -> Node | None:
    """The object literal, handed on as it is, that a leaf is a key of."""
    holder = node.parent if node.type == "string_fragment" else node
    pair = holder.parent if holder is not None else None
    if pair is not None and pair.type == "pair" and pair.child_by_field_name("key") == holder:
        pair = pair.parent
    found = around = pair if pair is not None and pair.type == "object" else None
    while around is not None and around.type != "program":
        if around.type in ("arguments", "binary_expression"):
            return None
        around = around.parent
    return found


def _is_property(node: Node) -> bool:
    """Whether a leaf names a property: not a variable, nor a text."""
    if node.type in ("property_identifier", "shorthand_property_identifier"):
        return True
    holder = node.parent if node.type == "string_fragment" else None
    around = holder.parent if holder is not None else None
    if holder is None or around is None:
        return False
    if around.type == "pair":
        return around.child_by_field_name("key") == holder
    return around.type == "subscript_expression"


def _shown(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
