"""Flags made-up records that stand where data of the API belongs."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts
from fixer.facts.fakewords import help_of, message_of, span_of
from fixer.facts.placeholders import Form
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="placeholder-data",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("placeholders",),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for fake in facts.placeholders.of(Form.DATA):
        yield RULE.at(
            facts.path,
            span_of(fake),
            message_of(fake),
            help=help_of(facts, fake),
            fix=facts.replacements.of_fake(fake),
        )
