"""From settings and a contract to the frontend that the runner checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from fixer.config import Settings
from fixer.contract.model import Contract
from fixer.diagnostics import Span
from fixer.facts.facts import Facts
from fixer.facts.frontend import Frontend
from fixer.program.ahead import Ahead
from fixer.program.angular.markup import AngularMarkup
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.svelte.document import SVELTE, document
from fixer.program.syntax import count_errors
from fixer.run.project import Counts, Texts


@dataclass(frozen=True, slots=True)
class FrontendOpening:
    """Opens the frontend that `settings` describe, to be held against `contract`."""

    settings: Settings
    contract: Contract

    def __call__(self, texts: Texts, reading: Ahead | None = None) -> OpenFrontend:
        """`reading`: another process that reads what is on disk; it knows nothing of `texts`."""
        settings = self.settings
        program = Program(settings.root, settings.exclude, texts, None if texts else reading)
        return OpenFrontend(Frontend(settings, self.contract, program))


class OpenFrontend:
    """A frontend as the runner asks for it; see `fixer.run.project.Project`."""

    def __init__(self, frontend: Frontend) -> None:
        self._evaluated = 0
        self.frontend = frontend

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them: a rename must reach the files that nobody asked to check, too."""
        return self.frontend.program.files

    @property
    def counts(self) -> Counts:
        program = self.frontend.program
        calls = len(self.frontend.requests or self.frontend.calls)
        return Counts(parsed=program.parsed, evaluated=self._evaluated, calls=calls)

    def source(self, path: Path) -> bytes:
        known = self.frontend.program.sources.get(path)
        return path.read_bytes() if known is None else known

    def is_test(self, path: Path) -> bool:
        return self.frontend.is_test(path)

    def comments(self, path: Path) -> Iterator[Span]:
        module = self.frontend.program.module(path)
        found = module.captures("(comment) @c").get("c", [])
        if module.markup is not None:
            found = [*found, *module.markup.comments]
        in_markup = module.component.comments if module.component is not None else ()
        yield from map(_span, found)
        yield from (Span(*span) for span in in_markup)

    def facts(self, path: Path) -> Facts:
        self._evaluated += 1
        return Facts(self.frontend, path)

    def count_errors(self, path: Path, text: bytes) -> int:
        """Of a template only those that it hasn't got yet: not all of its language is read.

        One for markup of Svelte's that has become another but for its expressions.
        """
        known = self.frontend.program.sources.get(path, b"")
        if path.suffix == SVELTE and known:
            return count_errors(path, text) + _is_other_markup(known, text)
        unread = _unread(path, text) - _unread(path, known)
        return count_errors(path, text) + max(0, unread)


def _unread(path: Path, text: bytes) -> int:
    markup = Module(path, text).markup
    return markup.errors if isinstance(markup, AngularMarkup) else 0


def _is_other_markup(known: bytes, text: bytes) -> bool:
    return not document(known).is_like(known, document(text), text)


def _span(node: Node) -> Span:
    return Span(node.start_byte, node.end_byte)
