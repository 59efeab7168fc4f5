"""Flags a field of a request's body that the contract's operation does not take."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts, says
from fixer.facts.bindings import Direction
from fixer.facts.verdicts import Standing
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="request-field",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("types", "fields"),
    tests_too=True,
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for use in facts.fields:
        if use.verdict.standing is not Standing.UNKNOWN:
            continue
        if use.verdict.direction is not Direction.REQUEST:
            continue
        if use.fix is None and (facts.is_test or not (use.is_declaration or use.is_written)):
            continue  # what reads it sends nothing
        message = f"the request does not take `{use.name}`"
        help = says.names(use.verdict.schema)
        if use.verdict.target is not None:
            help = f"did you mean `{use.verdict.target.name}`? {help}"
        yield RULE.at(use.path, use.span, message, help=help, fix=use.fix)
    for body in facts.bodies:
        for lacking in body.lacking:
            message = f"the request lacks `{lacking.name}`, which {body.operation} requires"
            help = says.names(body.schema)
            yield RULE.at(body.path, body.span, message, help=help)
