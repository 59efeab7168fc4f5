"""A few findings on small files, for tests of the formats."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fixer.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity, Span
from fixer.report import Report, RulePage, Summary

ROOT = Path("/project")
SAFE = Applicability.SAFE


def at(source: str, text: str) -> Span:
    """Where `text` first stands in `source`."""
    start = source.encode().index(text.encode())
    return Span(start, start + len(text.encode()))


def finding(
    path: str,
    span: Span,
    *,
    message: str = "wrong",
    help: str = "",
    severity: Severity = Severity.ERROR,
    content: str | None = None,
    level: Applicability = SAFE,
) -> Diagnostic:
    edit = Edit(ROOT / path, span.start, span.end, content or "")
    fix = Fix("Replace it", (edit,), level) if content is not None else None
    return Diagnostic("a-rule", ROOT / path, span, severity, message, help, fix)


def report(files: Mapping[str, str], *findings: Diagnostic, colour: bool = False) -> Report:
    sources = {ROOT / name: text.encode() for name, text in files.items()}
    page = RulePage("a-rule", "Flags a thing.", "# a-rule\n", Severity.ERROR)
    summary = Summary(files=len(files), calls=3, endpoints=1)
    return Report(
        diagnostics=findings,
        folder=ROOT,
        read=sources.__getitem__,
        summary=summary,
        rules={"a-rule": page},
        colour=colour,
    )
