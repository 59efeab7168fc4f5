"""From results to what stands on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from fixer.cli.session import Session
from fixer.diagnostics import Severity
from fixer.edit import Refused, Repair, Waiting, unified_diff
from fixer.report import Report, RulePage, Summary
from fixer.rule import LoadedRule
from fixer.run.check import Failure, Result


def report_of(
    result: Result,
    session: Session,
    rules: Iterable[LoadedRule],
    *,
    texts: Mapping[Path, bytes],
    show_unverified: bool,
    fixed_files: int,
    closing: bool,
) -> Report:
    """The report of a result; `texts` are those under which it was found."""
    summary = Summary(
        files=result.counts.found,
        calls=result.counts.calls,
        endpoints=len(session.contract.operations),
        unverified=len(result.unverified),
        fixed_files=fixed_files,
    )
    return Report(
        diagnostics=result.diagnostics,
        folder=session.folder,
        read=reader(texts),
        unverified=result.unverified if show_unverified else (),
        summary=summary if closing else None,
        rules={rule.rule.id: page_of(rule) for rule in rules},
        colour=colour(),
    )


def reader(texts: Mapping[Path, bytes]) -> Callable[[Path], bytes]:
    """Reads a file from `texts`, else from the disk."""
    return lambda path: texts[path] if path in texts else path.read_bytes()


def page_of(rule: LoadedRule) -> RulePage:
    """The rule's page, its summary the first sentence of the first section."""
    text = rule.text()
    paragraphs = (part for part in text.split("\n\n") if not part.lstrip().startswith("#"))
    first, _, _ = " ".join(next(paragraphs, rule.rule.id).split()).partition(". ")
    summary = f"{first.rstrip('.')}."
    return RulePage(rule.rule.id, summary, text, rule.rule.severity)


def colour() -> bool:
    """Colour on a terminal only, and never with NO_COLOR (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def show_diff(repair: Repair, session: Session) -> None:
    """A unified diff of every fixed file, in bytes, as they are."""
    report = Report(diagnostics=(), folder=session.folder, read=reader({}))
    for change in repair.fixed:
        text = unified_diff(report.name(change.path), change.before, change.after)
        click.echo(text.encode("utf-8", "surrogateescape"), nl=False)


def explain(repair: Repair, session: Session) -> None:
    """On stderr, the fixes that were not applied, and why."""
    report = Report(diagnostics=(), folder=session.folder, read=reader({}))
    lines: dict[str, None] = {}
    for outcome in repair.outcomes:
        if isinstance(outcome, Refused):
            where = ", ".join(report.name(path) for path in outcome.paths)
            lines[f"not fixed: {where}: {', '.join(outcome.rules)}: {outcome.reason}"] = None
        elif isinstance(outcome, Waiting):
            where = ", ".join(report.name(path) for path in outcome.paths)
            lines[f"not fixed: {where}: {outcome.rule}: stands behind another fix"] = None
    for line in lines:
        click.echo(line, err=True)


def complain(failures: Iterable[Failure], session: Session) -> None:
    """On stderr, what went wrong inside fixer, a line each: the same in all files is said once."""
    places: dict[str, list[str]] = {}
    for failure in failures:
        name = os.path.relpath(failure.path, session.folder)
        places.setdefault(failure.message, []).append(name)
    for message, (name, *more) in places.items():
        where = f"{name} and {len(more)} more" if more else name
        click.echo(f"fixer: {where}: {message}; please report it", err=True)


def status(result: Result, *, exit_zero: bool) -> int:
    """2 if something failed inside, 1 if errors or warnings are left, else 0."""
    if result.failures:
        return 2
    left = any(finding.severity is not Severity.NOTE for finding in result.diagnostics)
    return int(left and not exit_zero)
