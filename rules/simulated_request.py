"""Flags a timer that plays the part of a request."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity, Span
from fixer.facts import Facts
from fixer.facts.fakewords import help_of, message_of, span_of
from fixer.facts.placeholders import Delay, Form
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="simulated-request",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("placeholders",),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for fake in facts.placeholders.of(Form.SIMULATED):
        yield RULE.at(
            facts.path,
            span_of(fake),
            f"{message_of(fake)}, after a wait instead of a request",
            help=help_of(facts, fake),
            fix=facts.replacements.of_fake(fake),
        )
    for delay in facts.placeholders.delays:
        yield _waiting(facts, delay)


def _waiting(facts: Facts, delay: Delay) -> Diagnostic:
    fix = facts.replacements.of_delay(delay)
    return RULE.at(
        facts.path,
        Span(delay.node.start_byte, delay.node.end_byte),
        f"this only waits where a request should be sent: `{delay.marker}`",
        help=fix.message if fix else "call the client function that does it",
        fix=fix,
    )
