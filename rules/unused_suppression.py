"""Flags a `fixer-ignore` comment that holds no finding back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fixer.diagnostics import Applicability, Diagnostic, Fix, Severity
from fixer.rule import Fixes, Rule
from fixer.run.suppressions import Unused

RULE = Rule(
    id="unused-suppression",
    severity=Severity.WARNING,
    fixes=Fixes.ALWAYS,
    level=Applicability.SAFE,
    tests_too=True,
)


def review(unused: Iterable[Unused]) -> Iterator[Diagnostic]:
    for comment in unused:
        suppression = comment.suppression
        edit = suppression.without(comment.rules)
        fix = Fix("Remove what holds nothing back", (edit,))
        yield RULE.at(
            suppression.path, suppression.span, _message(comment), help=fix.message, fix=fix
        )


def _message(comment: Unused) -> str:
    if comment.unknown:
        return f"there is no rule called {', '.join(comment.unknown)}"
    if comment.rules:
        return f"no finding of {', '.join(comment.rules)} is held back here"
    return "no finding is held back here"
