"""Elements of Angular's templates and the program's components and directives, both ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from fixer.program.angular.components import Component
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.regions import Tag
from fixer.program.angular.selectors import Selector, selectors, written_selectors
from fixer.program.module import Module
from fixer.program.words import Words


class Directives:
    """Looked for when an element or a class is asked about; selectors are read from the bytes."""

    def __init__(
        self, sources: Mapping[Path, bytes], words: Words, module: Callable[[Path], Module]
    ) -> None:
        self._sources, self._words, self._module = sources, words, module

    @cached_property
    def _written(self) -> Mapping[str, tuple[tuple[int, Selector, str, Path], ...]]:
        """The selectors that files write, numbered, by the word that their elements write."""
        found: dict[str, list[tuple[int, Selector, str, Path]]] = {}
        for number, (text, path) in enumerate(written_selectors(self._sources)):
            for selector in selectors(text) or ():
                found.setdefault(selector.word, []).append((number, selector, text, path))
        return {word: tuple(those) for word, those in found.items()}

    def on(self, tag: Tag) -> Iterator[tuple[Module, Component]]:
        """The classes that stand on an element, in the order of their files."""
        possible = (it for word in tag.words for it in self._written.get(word, ()))
        standing = {(text, path): number for number, s, text, path in possible if s.stands_on(tag)}
        for text, path in sorted(standing, key=standing.__getitem__):
            module = self._module(path)
            yield from ((module, c) for c in module.components if c.selector == text)

    def elements(self, component: Component) -> Iterator[tuple[Module, Tag]] | None:
        """The elements that a class stands on; None where its selector can't be read."""
        found = selectors(component.selector) if component.selector is not None else ()
        return self._standing(found) if found is not None else None

    def _standing(self, found: tuple[Selector, ...]) -> Iterator[tuple[Module, Tag]]:
        for path in self._words.holding(*(selector.word for selector in found)):
            module = self._module(path)
            markup = module.markup
            for tag in markup.tags if isinstance(markup, AngularMarkup) else ():
                if any(selector.stands_on(tag) for selector in found):
                    yield module, tag
