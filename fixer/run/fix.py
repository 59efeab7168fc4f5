"""From a project with findings to its repaired texts and the findings that stay."""

from __future__ import annotations

import gc
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from fixer.config import Settings
from fixer.diagnostics import Applicability, Diagnostic
from fixer.edit import Repair, repair
from fixer.edit.rounds import Texts
from fixer.rule import LoadedRule
from fixer.run.check import Result, check
from fixer.run.project import Opening, Project


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was found at first, what the rounds made of it, and what is left."""

    found: Result
    repair: Repair
    left: Result


def fix(
    opening: Opening,
    rules: Sequence[LoadedRule],
    settings: Settings,
    level: Applicability,
    *,
    paths: Collection[Path] | None = None,
    project: Project | None = None,
    jobs: int = 1,
) -> Repaired:
    """Repairs in memory what can be repaired at `level`; nothing is written.

    `project`: already open, over the files as they are.
    """
    original = project or opening({})
    results: list[Result] = []

    def find(texts: Texts) -> tuple[Diagnostic, ...]:
        gc.collect()  # the command line collects nothing by itself: a round's project would stay
        result = check(
            opening,
            rules,
            settings,
            paths=paths,
            texts=texts,
            project=None if texts else original,
            jobs=jobs,
        )
        results.append(result)
        return result.diagnostics

    def read(path: Path) -> bytes | None:
        try:
            return original.source(path)
        except FileNotFoundError:
            return None

    done = repair(find, read, original.count_errors, level)
    return Repaired(results[0], done, results[-1])
