"""From findings to a JSON list, for programs."""

from __future__ import annotations

import json
from pathlib import Path

from fixer.diagnostics import Diagnostic, Edit, Fix, Span
from fixer.report.position import Position
from fixer.report.report import Report

Json = dict[str, "Json"] | list["Json"] | str | int | None


def render(report: Report) -> str:
    """A list of {rule, severity, message, help, filename, location, end_location, fix}."""
    found: list[Json] = [_finding(report, finding) for finding in report.diagnostics]
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _finding(report: Report, finding: Diagnostic) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        **_range(report, finding.path, finding.span),
        "fix": _fix(report, finding.fix) if finding.fix else None,
    }


def _fix(report: Report, fix: Fix) -> Json:
    return {
        "applicability": fix.applicability.name.lower(),
        "message": fix.message,
        "edits": [_edit(report, edit) for edit in fix.edits],
    }


def _edit(report: Report, edit: Edit) -> Json:
    span = Span(edit.start, edit.end)
    return {**_range(report, edit.path, span), "content": edit.content}


def _range(report: Report, path: Path, span: Span) -> dict[str, Json]:
    start, end = report.range(path, span)
    return {
        "filename": report.name(path),
        "location": _position(start),
        "end_location": _position(end),
    }


def _position(position: Position) -> Json:
    return {"row": position.row, "column": position.column}
