"""Flags an import of mock data in code that is no test."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity, Span
from fixer.facts import Facts
from fixer.facts.fakewords import help_of
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="mock-import",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("placeholders",),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for found in facts.placeholders.imports:
        uses = [f for f in facts.placeholders.fakes if found.is_used_by(f)]
        fixes = (facts.replacements.of_fake(f) for f in uses)
        yield RULE.at(
            facts.path,
            Span(found.node.start_byte, found.node.end_byte),
            f"{', '.join(found.names)} of '{found.specifier}' is mock data",
            help=help_of(facts, uses[0]) if uses else "load it from the API",
            fix=next((f for f in fixes if f is not None), None),
        )
