"""From `fixer.toml` or `[tool.fixer]` of `pyproject.toml` to the settings of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

import pathspec

from fixer.diagnostics import Diagnostic, Severity


class Destructuring(Enum):
    """What becomes of `const { old } = x`: `{ new }` with its uses, or `{ new: old }`."""

    RENAME = "rename"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run was asked to do. Patterns are gitignore's, relative to `root`, an absolute path.

    Empty `include` and `select` mean everything. `prefixes`: base paths under which requests
    belong to the contract, besides those that the contract names itself; None: not said.
    `clients`, `rules`: the user's own `clients.toml` files and folders of rules.
    """

    root: Path
    contract: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    include_tests: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    destructuring: Destructuring = Destructuring.RENAME
    prefixes: tuple[str, ...] | None = None
    clients: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()

    def runs(self, rule: str) -> bool:
        """Whether a rule is selected and not ignored."""
        return (not self.select or rule in self.select) and rule not in self.ignore

    def ignores(self, finding: Diagnostic) -> bool:
        """Whether the finding's rule is ignored in its file."""
        patterns = [p for p, rules in self.per_file_ignores.items() if finding.rule in rules]
        if not patterns or not finding.path.is_relative_to(self.root):
            return False
        name = finding.path.relative_to(self.root).as_posix()
        return pathspec.GitIgnoreSpec.from_lines(patterns).match_file(name)
