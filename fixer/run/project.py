"""What the runner asks of a frontend, whoever serves it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from fixer.diagnostics import Span

if TYPE_CHECKING:
    from fixer.facts import Facts

Texts = Mapping[Path, bytes]
"""Texts that stand in for what is on disk: fixes under way, an editor's unsaved buffers."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much work a run was: files found, parsed and evaluated, calls read in them."""

    found: int = 0
    parsed: int = 0
    evaluated: int = 0
    calls: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def __sub__(self, other: Counts) -> Counts:
        return Counts(*(a - b for a, b in zip(astuple(self), astuple(other), strict=True)))


class Project(Protocol):
    """A frontend under one set of texts. Paths are absolute."""

    @property
    def files(self) -> tuple[Path, ...]:
        """Every source file, sorted, tests included."""

    @property
    def counts(self) -> Counts:
        """What this project object did so far."""

    def any_call(self) -> bool:
        """Whether the project holds a call that sends HTTP: stops at the first it finds."""

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
    """Opens the project under some texts; picklable, so that each worker opens its own."""

    def __call__(self, texts: Texts) -> Project: ...
