"""From all findings to those that nobody asked to hold back, and the comments that held none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from fixer.config import Settings
from fixer.diagnostics import Applicability, Diagnostic
from fixer.rule import LoadedRule
from fixer.run.project import Project
from fixer.run.suppressions import MARKER, Ledger, Unused, suppressions


def hold_back(
    findings: Sequence[Diagnostic],
    project: Project,
    ran: Sequence[LoadedRule],
    rules: Sequence[LoadedRule],
    settings: Settings,
    paths: Collection[Path],
) -> Iterator[Diagnostic]:
    """The findings left, and those about suppressions in `paths` of which none made use.

    A fix whose group has a held-back member can no longer be applied whole, so it is only shown.
    """
    places = {finding.path for finding in findings} | {*paths}
    ledgers = {path: ledger for path in places if (ledger := _ledger(project, path))}
    held = {f for f in findings if settings.ignores(f) or _is_suppressed(f, ledgers)}
    broken = {f.fix.group for f in held if f.fix and f.fix.group is not None}
    for finding in findings:
        if finding in held:
            continue
        if finding.fix and finding.fix.group in broken:
            fix = replace(finding.fix, applicability=Applicability.DISPLAY)
            finding = replace(finding, fix=fix)
        yield finding
    known = {rule.rule.id for rule in rules if rule.check}
    idle: list[Unused] = []
    for path in sorted({*paths} & {*ledgers}):
        active = {rule.rule.id for rule in rules_for(path, project, ran, settings)}
        idle += ledgers[path].unused(active, known)
    for rule in ran:
        for finding in rule.review(idle) if rule.review else ():
            if not settings.ignores(finding):
                yield finding


def rules_for(
    path: Path, project: Project, rules: Sequence[LoadedRule], settings: Settings
) -> tuple[LoadedRule, ...]:
    """The rules that check a file: in a test only those that look at tests, unless asked."""
    checks = tuple(rule for rule in rules if rule.check)
    if settings.include_tests or not project.is_test(path):
        return checks
    return tuple(rule for rule in checks if rule.rule.tests_too)


def _is_suppressed(finding: Diagnostic, ledgers: Mapping[Path, Ledger]) -> bool:
    ledger = ledgers.get(finding.path)
    return ledger is not None and ledger.holds(finding)


def _ledger(project: Project, path: Path) -> Ledger | None:
    """The suppressions of a file; None: it has none."""
    try:
        source = project.source(path)
    except OSError:
        return None
    if MARKER not in source:
        return None
    found = suppressions(path, source, project.comments(path))
    return Ledger(found, source) if found else None
