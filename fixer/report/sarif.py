"""From findings to SARIF 2.1.0, which code scanning services and editors read."""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import quote

from fixer.diagnostics import Diagnostic, Edit, Fix, Severity, Span
from fixer.report.json import Json
from fixer.report.report import Report, RulePage, level

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: Report) -> str:
    """One run; rules carry their pages as help, columns are code points, URIs are relative."""
    from importlib.metadata import version  # slow to import, and of no use to other formats

    ids = sorted({*report.rules} | {finding.rule for finding in report.diagnostics})
    run: Json = {
        "tool": {
            "driver": {
                "name": "fixer",
                "version": version("fixer"),
                "rules": [_rule(id, report.rules.get(id)) for id in ids],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(report, index, finding, ids.index(finding.rule))
            for index, finding in enumerate(report.diagnostics)
        ],
    }
    log: Json = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rule(id: str, page: RulePage | None) -> Json:
    if page is None:
        return {"id": id}
    return {
        "id": id,
        "shortDescription": {"text": page.summary},
        "help": {"text": page.summary, "markdown": page.markdown},
        "defaultConfiguration": {"level": LEVELS[page.severity]},
    }


def _result(report: Report, index: int, finding: Diagnostic, rule: int) -> Json:
    result: dict[str, Json] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": "\n".join(filter(None, (finding.message, finding.help)))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(report, finding.path),
                    "region": _region(report, finding.path, finding.span),
                }
            }
        ],
    }
    if finding.fix and level(finding) is not None and _leads(report, index, finding.fix):
        result["fixes"] = [_fix(report, finding.fix)]
    return result


def _leads(report: Report, index: int, fix: Fix) -> bool:
    """Whether a fix is said here: one that several findings share is, with the first of them."""
    return fix.group is None or report.leaders[fix.group] == index


def _fix(report: Report, fix: Fix) -> Json:
    paths = dict.fromkeys(edit.path for edit in fix.edits)
    changes: list[Json] = [
        {
            "artifactLocation": _artifact(report, path),
            "replacements": [_replacement(report, e) for e in fix.edits if e.path == path],
        }
        for path in paths
    ]
    return {"description": {"text": fix.message}, "artifactChanges": changes}


def _replacement(report: Report, edit: Edit) -> Json:
    return {
        "deletedRegion": _region(report, edit.path, Span(edit.start, edit.end)),
        "insertedContent": {"text": edit.content},
    }


def _artifact(report: Report, path: Path) -> Json:
    return {"uri": quote(os.fsencode(report.name(path)))}


def _region(report: Report, path: Path, span: Span) -> Json:
    start, end = report.range(path, span)
    return {
        "startLine": start.row,
        "startColumn": start.column,
        "endLine": end.row,
        "endColumn": end.column,
    }
