"""Flags made-up data that is shown when the real data can't be had."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts
from fixer.facts.fakewords import help_of, message_of, span_of
from fixer.facts.placeholders import Form
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="mock-fallback",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("placeholders",),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for fake in facts.placeholders.of(Form.FALLBACK):
        fix = facts.replacements.of_fake(fake)
        instead = "show nothing" if fix else "show the error"
        yield RULE.at(
            facts.path,
            span_of(fake),
            f"{message_of(fake)}, and hides that nothing was loaded",
            help=f"{help_of(facts, fake)}; {instead} if it fails",
            fix=fix,
        )
