"""Flags a property that the contract's object does not have."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts, says
from fixer.facts.bindings import Direction
from fixer.facts.verdicts import Standing
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="unknown-field",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("types", "fields"),
    tests_too=True,
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    layered = {(layer.path, layer.span) for layer in facts.layers}
    for use in facts.fields:
        if use.verdict.standing is not Standing.UNKNOWN:
            continue
        if (use.path, use.span) in layered:
            continue  # `envelope` says what it is
        if use.verdict.direction is Direction.REQUEST:
            continue
        if use.fix is None and facts.is_test:
            continue
        message = f"`{use.name}` is no property of {use.owner}"
        help = says.names(use.verdict.schema)
        if use.verdict.target is not None:
            help = f"did you mean `{use.verdict.target.name}`? {help}"
        yield RULE.at(use.path, use.span, message, help=help, fix=use.fix)
