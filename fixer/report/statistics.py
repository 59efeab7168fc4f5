"""From findings to a count a rule."""

from __future__ import annotations

from collections import Counter

from fixer.diagnostics import Applicability, Diagnostic
from fixer.report.report import level


def statistics(findings: tuple[Diagnostic, ...]) -> str:
    """A line a rule, most findings first; `[*]` where a fix could be applied to all or some."""
    counts = Counter(finding.rule for finding in findings)
    fixable = {f.rule for f in findings if (level(f) or 0) >= Applicability.UNSAFE}
    width = len(str(max(counts.values(), default=0)))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(
        f"{count:>{width}}  {'[*]' if rule in fixable else '[ ]'}  {rule}\n"
        for rule, count in ordered
    )
