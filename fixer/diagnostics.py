"""The values that checks hand to reports and edits: spans, edits, fixes, diagnostics.

This module imports nothing of ours. All positions are byte offsets into the file as it was
read from disk (BOM included); rows and columns are computed only in `report/` and `lsp`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from pathlib import Path


class Severity(Enum):
    """How bad a finding is; an ERROR or WARNING makes `fixer check` exit 1, a NOTE doesn't."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Applicability(IntEnum):
    """How far a fix may be trusted; ordered, so `min` of several is the fix's own."""

    DISPLAY = 0
    UNSAFE = 1
    SAFE = 2


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open byte range `[start, end)` of one file."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the bytes `[start, end)` of `path` with `content`; `start == end` inserts.

    `path` is absolute. A file that doesn't exist yet is created by one edit `[0, 0)`.
    """

    path: Path
    start: int
    end: int
    content: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that are applied whole or not at all, in one file or across several.

    `group`: fixes of one group are one fix. The runner joins them before anything is shown or
    applied: all their edits together, the lowest applicability. A rule that reports each use of
    a renamed field by itself gives every one the same group, so that the declaration and its
    uses are renamed together or stay together.
    """

    message: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SAFE
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: `rule` says `message` about `span` of `path`; `help` says what to do."""

    rule: str
    path: Path
    span: Span
    severity: Severity
    message: str
    help: str = ""
    fix: Fix | None = None

    def at(self, severity: Severity) -> Diagnostic:
        """The same finding with another severity (a user's setting)."""
        return replace(self, severity=severity)


@dataclass(frozen=True, slots=True)
class Unverified:
    """A place that can be called neither right nor wrong: `subject` at `span`, for `reason`."""

    path: Path
    span: Span
    subject: str
    reason: str


Finding = Diagnostic | Unverified
