"""From findings to one line each."""

from __future__ import annotations

from fixer.diagnostics import Applicability
from fixer.report.report import Report, level

MARKS = {Applicability.SAFE: " [*]", Applicability.UNSAFE: " [unsafe *]"}


def render(report: Report) -> str:
    """`file:row:column: severity[rule] message`, `[*]` where `--fix` would repair it."""
    lines = []
    for finding in report.diagnostics:
        start, _ = report.range(finding.path, finding.span)
        fixable = level(finding)
        mark = MARKS.get(fixable, "") if fixable is not None else ""
        lines.append(
            f"{report.name(finding.path)}:{start.row}:{start.column}: "
            f"{finding.severity.value}[{finding.rule}] {finding.message}{mark}\n"
        )
    for unknown in report.unverified:
        start, _ = report.range(unknown.path, unknown.span)
        lines.append(
            f"{report.name(unknown.path)}:{start.row}:{start.column}: "
            f"unverified {unknown.subject}: {unknown.reason}\n"
        )
    return "".join(lines)
