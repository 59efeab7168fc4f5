"""Flags numbers made up by `Math.random()` and its like that a person reads as data."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity, Span
from fixer.facts import Facts
from fixer.facts.fakewords import help_of, message_of, span_of
from fixer.facts.placeholders import Form
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="random-data",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("placeholders",),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for fake in facts.placeholders.of(Form.RANDOM):
        yield RULE.at(
            facts.path,
            span_of(fake),
            message_of(fake),
            help=help_of(facts, fake),
            fix=facts.replacements.of_fake(fake),
        )
    for random in facts.placeholders.randoms:
        yield RULE.at(
            facts.path,
            Span(random.node.start_byte, random.node.end_byte),
            f"this number is made up at random: {random.evidence}",
            help="show a number that the API gives, or none",
        )
