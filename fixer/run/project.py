"""What the runner asks of a frontend, whoever serves it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from fixer.diagnostics import Span

if TYPE_CHECKING:
    from fixer.facts import Facts

Texts = Mapping[Path, bytes]
"""Texts that stand in for what is on disk: fixes under way, an editor's unsaved buffers."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much work a run was; `calls` counts those of the whole project, found by any part."""

    found: int = 0
    parsed: int = 0
    evaluated: int = 0
    calls: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.found + other.found,
            self.parsed + other.parsed,
            self.evaluated + other.evaluated,
            max(self.calls, other.calls),
        )

    def since(self, before: Counts) -> Counts:
        """The work done since `before`."""
        return Counts(
            self.found - before.found,
            self.parsed - before.parsed,
            self.evaluated - before.evaluated,
            self.calls,
        )


class Project(Protocol):
    """A frontend under one set of texts. Paths are absolute."""

    @property
    def files(self) -> tuple[Path, ...]:
        """Every source file, sorted, tests included."""

    @property
    def counts(self) -> Counts:
        """What this project did so far; asking finds all calls, which processes then share."""

    def source(self, path: Path) -> bytes:
        """A file's bytes, from the texts or the disk. Raises FileNotFoundError, OSError."""

    def is_test(self, path: Path) -> bool:
        """Whether the file is a test, a story or a mock."""

    def comments(self, path: Path) -> Iterable[Span]:
        """Every comment of the file, delimiters included, a template's `<!-- -->` too."""

    def facts(self, path: Path) -> Facts:
        """What the rules read about one file."""

    def count_errors(self, path: Path, text: bytes) -> int:
        """How many ERROR and MISSING nodes the file would have with this text."""


class Opening(Protocol):
    """Opens the project under some texts."""

    def __call__(self, texts: Texts) -> Project: ...
