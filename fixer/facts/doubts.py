"""Places in Angular templates that name a property of a value that can't be followed.

The compiler of the script never sees a template, so a rename that leaves such a place behind
breaks the page and nobody says so: the rename is not safe.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.program.angular.markup import AngularMarkup
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.types import Types
from fixer.program.types.model import Certainty
from fixer.program.words import whole_words

# What HTML itself gives a meaning, which is never that of a property's name.
_PLAIN = frozenset(
    {"id", "name", "class", "for", "type", "style", "title", "alt", "placeholder", "autocomplete"}
    | {"href", "src", "role", "value", "rel", "target", "lang", "slot", "list", "form", "method"}
)
_PREFIXES = ("aria-", "data-", "i18n")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A template names `name` here, of what nobody knows, for `reason`."""

    path: Path
    span: Span
    name: str
    reason: str
    where: str


class Doubts:
    """The doubtful places by name, looked for when a name is asked about."""

    def __init__(self, program: Program, types: Types) -> None:
        self._program, self._types = program, types
        self._known: dict[str, tuple[Doubt, ...]] = {}

    def of(self, name: str) -> tuple[Doubt, ...]:
        """Where templates may mean a property called `name`, in order of the files."""
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = tuple(self._find(name))
        return found

    def _find(self, name: str) -> Iterator[Doubt]:
        for path in self._program.holding(name):
            module = self._program.module(path)
            markup = module.markup
            if not isinstance(markup, AngularMarkup):
                continue
            for start, end in whole_words(module.data, name.encode()):
                reason = self._reason(module, markup, start, end)
                if reason is not None:
                    row = module.data.count(b"\n", 0, start) + 1
                    where = f"{_shown(path, self._program.root)}:{row}"
                    yield Doubt(path, Span(start, end), name, reason, where)

    def _reason(self, module: Module, markup: AngularMarkup, start: int, end: int) -> str | None:
        region = markup.region_at(start)
        if region is None:
            return "an attribute may name it" if _is_named(markup, start, end) else None
        if not markup.is_read(region):
            return "the expression can't be read"
        node = markup.leaf(start, end)
        if node is None or not _is_property(node):
            return None
        found = self._types.symbol_at(module, node)
        if found.members and found.certainty is Certainty.PROVEN:
            return None
        return found.reason or "nothing says what it belongs to"


def _is_named(markup: AngularMarkup, start: int, end: int) -> bool:
    """Whether it is all of an attribute that a component or directive may read as a name."""
    return any(
        (a.start, a.end) == (start, end)
        and a.name not in _PLAIN
        and not a.name.startswith(_PREFIXES)
        for a in markup.attributes
    )


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
