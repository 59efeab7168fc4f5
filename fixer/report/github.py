"""From findings to the workflow commands that GitHub Actions shows beside the code."""

from __future__ import annotations

from fixer.diagnostics import Diagnostic, Severity
from fixer.report.report import Report

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """One command a finding; see "Workflow commands for GitHub Actions" in GitHub's docs."""
    return "".join(f"{_command(report, finding)}\n" for finding in report.diagnostics)


def _command(report: Report, finding: Diagnostic) -> str:
    start, end = report.range(finding.path, finding.span)
    where = {
        "title": f"fixer {finding.rule}",
        "file": report.name(finding.path),
        "line": str(start.row),
        "endLine": str(end.row),
    }
    if start.row == end.row:
        where |= {"col": str(start.column), "endColumn": str(max(end.column, start.column + 1))}
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    text = "\n".join(filter(None, (finding.message, finding.help)))
    return f"::{COMMANDS[finding.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
