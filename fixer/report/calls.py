"""From the calls of a frontend to the contract map: a line a call, or JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fixer.diagnostics import Span
from fixer.report.json import Json
from fixer.report.report import Report, count


@dataclass(frozen=True, slots=True)
class CallRow:
    """One request: where it is sent, what it asks for, and the contract's word on it.

    `method` empty: not known. `template`: the path with `{}` for a hole, None for a dynamic one,
    of which `reason` says why. `endpoint`: what it reaches. `reachable`: something calls the
    client function that sends it.
    """

    path: Path
    start: int
    method: str
    template: str | None
    status: str
    endpoint: str | None
    reason: str | None
    function: str | None
    reachable: bool
    kind: str


def as_json(rows: Sequence[CallRow], report: Report) -> str:
    """A list of {filename, row, column, method, path, status, endpoint, reason, function, …}."""
    return json.dumps([_object(row, report) for row in rows], indent=2, ensure_ascii=False) + "\n"


def as_text(rows: Sequence[CallRow], report: Report) -> str:
    """A line a call in columns, and a count of each status."""
    cells = [_cells(row, report) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [
        "  ".join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    ]
    counts = Counter(row.status for row in rows)
    told = ", ".join(f"{number} {status}" for status, number in counts.most_common())
    return "".join(
        f"{line}\n" for line in (*lines, "", f"{count(len(rows), 'call')}: {told or 'none'}.")
    )


def _cells(row: CallRow, report: Report) -> tuple[str, ...]:
    start, _ = report.range(row.path, Span(row.start, row.start))
    asked = f"{row.method or '?'} {row.template or '?'}"
    reaches = row.endpoint or row.reason or ""
    unused = "" if row.reachable else " (nothing calls it)"
    return (
        f"{report.name(row.path)}:{start.row}:{start.column}",
        row.status,
        asked,
        "" if reaches == asked else reaches,
        f"{row.function or ''}{unused}",
    )


def _object(row: CallRow, report: Report) -> Json:
    start, _ = report.range(row.path, Span(row.start, row.start))
    return {
        "filename": report.name(row.path),
        "row": start.row,
        "column": start.column,
        "method": row.method or None,
        "path": row.template,
        "status": row.status,
        "endpoint": row.endpoint,
        "reason": row.reason,
        "function": row.function,
        "reachable": row.reachable,
        "kind": row.kind,
    }
