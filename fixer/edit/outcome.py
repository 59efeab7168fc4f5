"""What became of a file or of a fix: a closed set of values, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fixed:
    """`path` goes from `before` (None: a new file) to `after`, by fixes of `rules`."""

    path: Path
    before: bytes | None
    after: bytes
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """`path` was looked at and stays as it is."""

    path: Path


@dataclass(frozen=True, slots=True)
class Refused:
    """Fixes of `rules` that touch `paths` were not applied, for `reason`."""

    paths: tuple[Path, ...]
    rules: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A fix of `rule` that touches `paths` still stood behind another when the rounds ended."""

    paths: tuple[Path, ...]
    rule: str


Outcome = Fixed | Unchanged | Refused | Waiting
