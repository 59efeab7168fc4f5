"""Selectors of components and directives: which elements of a template they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fixer.program.angular.components import may_have_components
from fixer.program.angular.regions import Tag

_SELECTOR = re.compile(rb"\bselector\s*:\s*(['\"`])([^'\"`]+)\1")
_PART = re.compile(r"(?P<name>[\w-]*)(?P<attributes>(?:\[[^\]]*\])*)(?P<rest>(?::not\([^)]*\))*)")
_ATTRIBUTE = re.compile(r"\[\s*(?P<name>[^\]=\s]+)[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Selector:
    """An element of that name, if any, with all these attributes."""

    name: str
    attributes: tuple[str, ...]

    @property
    def word(self) -> str:
        """What every template writes that has such an element."""
        return self.name or self.attributes[0]

    def stands_on(self, tag: Tag) -> bool:
        is_named = not self.name or self.name == tag.name
        return is_named and all(map(tag.has, self.attributes))


def selectors(text: str) -> tuple[Selector, ...] | None:
    """The alternatives of a selector; None where one of them asks for something else (a class).

    `:not(…)` is not held against an element.
    """
    found = tuple(_selector(part.strip()) for part in text.split(","))
    known = tuple(it for it in found if it is not None)
    return known if len(known) == len(found) else None


def _selector(text: str) -> Selector | None:
    match = _PART.fullmatch(text)
    if match is None:
        return None
    attributes = tuple(m["name"] for m in _ATTRIBUTE.finditer(match["attributes"]))
    return Selector(match["name"], attributes) if match["name"] or attributes else None


def written_selectors(sources: Mapping[Path, bytes]) -> Iterator[tuple[str, Path]]:
    """The selectors that files write, none parsed for it."""
    for path, data in sources.items():
        if b"selector" in data and may_have_components(data):
            for match in _SELECTOR.finditer(data):
                yield match[2].decode("utf-8", "replace"), path
