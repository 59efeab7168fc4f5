"""One module for each output format; diagnostics in, text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fixer.report import concise, github, json, sarif, text
from fixer.report.report import Report, RulePage, Summary, count
from fixer.report.statistics import statistics

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": text.render,
    "concise": concise.render,
    "json": json.render,
    "github": github.render,
    "sarif": sarif.render,
}

__all__ = ["FORMATS", "Report", "RulePage", "Summary", "count", "statistics"]
