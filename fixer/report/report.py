"""What every format gets: the findings, and how to name and read the files they are in."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from fixer.diagnostics import Applicability, Diagnostic, Severity, Span, Unverified
from fixer.report.position import Lines, Position


@dataclass(frozen=True, slots=True)
class RulePage:
    """What a format says about a rule: its first sentence, its page, its default severity."""

    id: str
    summary: str
    markdown: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Summary:
    """What was read and what was done, for the closing lines."""

    files: int = 0
    calls: int = 0
    endpoints: int = 0
    unverified: int = 0
    fixed_files: int = 0


@dataclass(frozen=True)
class Report:
    """The findings of a run, sorted. `unverified` is empty unless they are to be listed.

    `folder`: where the person stands; paths below it are shown relative to it. `read`: the
    bytes of a file as they were checked. `summary` None: no closing lines.
    """

    diagnostics: tuple[Diagnostic, ...]
    folder: Path
    read: Callable[[Path], bytes]
    unverified: tuple[Unverified, ...] = ()
    summary: Summary | None = None
    rules: Mapping[str, RulePage] = field(default_factory=dict)
    colour: bool = False

    def name(self, path: Path) -> str:
        """The path as shown: relative where it can be, with forward slashes."""
        if path.is_relative_to(self.folder):
            return path.relative_to(self.folder).as_posix()
        return Path(os.path.relpath(path, self.folder)).as_posix()

    @cached_property
    def leaders(self) -> Mapping[str, int]:
        """The first finding of each group of fixes, by its index: the others have the same edits.

        Said with each of them, those of a rename of thousands of places would be millions.
        """
        found: dict[str, int] = {}
        for index, finding in enumerate(self.diagnostics):
            if finding.fix and finding.fix.group is not None:
                found.setdefault(finding.fix.group, index)
        return found

    def lines(self, path: Path) -> Lines:
        """The lines of a file, read once; none for a file that isn't there (yet)."""
        if path not in self._lines:
            try:
                source = self.read(path)
            except OSError:
                source = b""
            self._lines[path] = Lines(source)
        return self._lines[path]

    def range(self, path: Path, span: Span) -> tuple[Position, Position]:
        """First and last position of a span, the last exclusive."""
        lines = self.lines(path)
        return lines.position(span.start), lines.position(span.end)

    @cached_property
    def _lines(self) -> dict[Path, Lines]:
        return {}


def count(number: int, noun: str, plural: str = "s") -> str:
    """`1 file`, `2 files`; `plural`: what makes more than one of it."""
    return f"{number} {noun}{'' if number == 1 else plural}"


def level(finding: Diagnostic) -> Applicability | None:
    """How far the finding's fix may be trusted; None: there is nothing to apply."""
    return finding.fix.applicability if finding.fix and finding.fix.edits else None
