"""What code and contract say about each other in one file: what a rule reads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of the file at `path`."""

    path: Path
