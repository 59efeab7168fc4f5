"""Flags comments and texts that say that something isn't real yet."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity, Span
from fixer.facts import Facts
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="placeholder-comment",
    severity=Severity.WARNING,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("placeholders",),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for marker in facts.placeholders.markers:
        kind = "text" if marker.is_text else "comment"
        on_page = facts.pages.page(facts.path) is not None
        fix = facts.replacements.of_marker(marker)
        yield RULE.at(
            facts.path,
            Span(marker.node.start_byte, marker.node.end_byte),
            f'the {kind} says that this is not real yet: "{marker.words}"',
            help=fix.message if fix else f"do what it says, then remove the {kind}",
            fix=fix,
            severity=None if on_page or not marker.is_text else Severity.NOTE,
        )
