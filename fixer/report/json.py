"""From findings to a JSON list, for programs."""

from __future__ import annotations

import json
from pathlib import Path

from fixer.diagnostics import Diagnostic, Edit, Fix, Span
from fixer.report.position import Position
from fixer.report.report import Report

Json = dict[str, "Json"] | list["Json"] | str | int | None


def render(report: Report) -> str:
    """A list of {rule, severity, message, help, filename, location, end_location, fix}.

    A fix is {applicability, message, edits, same_as}. One that several findings share has its
    edits with the first of them; `same_as` is that one's index, from 0, in the others.
    """
    found: list[Json] = [_finding(report, *numbered) for numbered in enumerate(report.diagnostics)]
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _finding(report: Report, index: int, finding: Diagnostic) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "help": finding.help,
        **_range(report, finding.path, finding.span),
        "fix": _fix(report, index, finding.fix) if finding.fix else None,
    }


def _fix(report: Report, index: int, fix: Fix) -> Json:
    leader = report.leaders[fix.group] if fix.group is not None else index
    return {
        "applicability": fix.applicability.name.lower(),
        "message": fix.message,
        "edits": [_edit(report, edit) for edit in fix.edits] if leader == index else [],
        "same_as": leader if leader != index else None,
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
