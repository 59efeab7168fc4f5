"""From findings to text for people: the source with the range marked, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import click

from fixer.diagnostics import Applicability, Diagnostic, Severity, Unverified
from fixer.report.excerpt import excerpt
from fixer.report.report import Report, count, level

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
TRUST = {
    Applicability.SAFE: "--fix",
    Applicability.UNSAFE: "--fix --unsafe-fixes",
    Applicability.DISPLAY: "by hand",
}


def render(report: Report) -> str:
    """Every finding with its source, then what can't be verified, then the count."""
    findings = (_finding(report, finding) for finding in report.diagnostics)
    unverified = (_unverified(report, unknown) for unknown in report.unverified)
    return "".join(f"{line}\n" for line in chain(*findings, *unverified, _summary(report)))


def _finding(report: Report, finding: Diagnostic) -> Iterator[str]:
    start, end = report.range(finding.path, finding.span)
    colour = COLOURS[finding.severity]
    kind = _paint(report, f"{finding.severity.value}[{finding.rule}]", fg=colour, bold=True)
    shown = excerpt(report.lines(finding.path), start, end)
    edge = " " * len(str(shown.row))
    marks = " " * shown.start + _paint(report, "^" * (shown.end - shown.start), fg=colour)
    yield f"{kind}: {_paint(report, finding.message, bold=True)}"
    where = f"{report.name(finding.path)}:{start.row}:{start.column}"
    yield f"{edge}{_paint(report, '-->', fg='cyan')} {where}"
    bar = _paint(report, "|", fg="cyan")
    yield f"{_paint(report, str(shown.row), fg='cyan')} {bar} {shown.text}".rstrip()
    yield f"{edge} {bar} {marks}"
    equals = _paint(report, "=", fg="cyan")
    for line in finding.help.splitlines():
        yield f"{edge} {equals} help: {line}"
    trust = level(finding)
    if finding.fix and trust is not None and finding.fix.message != finding.help:
        yield f"{edge} {equals} fix: {finding.fix.message} ({TRUST[trust]})"
    yield ""


def _unverified(report: Report, unknown: Unverified) -> Iterator[str]:
    start, _ = report.range(unknown.path, unknown.span)
    kind = _paint(report, "unverified", fg="magenta", bold=True)
    where = f"{report.name(unknown.path)}:{start.row}:{start.column}"
    yield f"{kind}: {where}: {unknown.subject}: {unknown.reason}"


def _summary(report: Report) -> Iterator[str]:
    summary = report.summary
    if summary is None:
        return
    if report.unverified:
        yield ""
    if summary.fixed_files:
        yield f"Fixed {count(summary.fixed_files, 'file')}."
    read = (
        f"{count(summary.files, 'file')}, {count(summary.calls, 'call')} "
        f"against {count(summary.endpoints, 'endpoint')}"
    )
    yield f"{_found(report)} ({read})."
    if summary.unverified and not report.unverified:
        yield f"{summary.unverified} unverified: --show-unverified lists them."
    safe = sum(level(f) is Applicability.SAFE for f in report.diagnostics)
    unsafe = sum(level(f) is Applicability.UNSAFE for f in report.diagnostics)
    if safe:
        yield f"{safe} fixable with --fix."
    if unsafe:
        yield f"{unsafe} {'more ' if safe else ''}fixable with --fix --unsafe-fixes."


def _found(report: Report) -> str:
    if not report.diagnostics:
        return _paint(report, "No findings", fg="green", bold=True)
    parts = []
    for severity in Severity:
        number = sum(finding.severity is severity for finding in report.diagnostics)
        if number:
            word = count(number, severity.value)
            parts.append(_paint(report, word, fg=COLOURS[severity], bold=True))
    return f"Found {', '.join(parts)}"


def _paint(report: Report, text: str, *, fg: str | None = None, bold: bool = False) -> str:
    return click.style(text, fg=fg, bold=bold or None) if report.colour else text
