"""Flags a client function that the contract's pages need and that no module exports."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="missing-client-function",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("endpoints",),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for missing in facts.missing_functions:
        use = missing.use
        yield RULE.at(
            facts.path,
            missing.span,
            f"no module exports {use.function}(), which {', '.join(missing.pages)} should use",
            help=f"{use.location or 'the contract'} says {use.function}() sends"
            f" {use.method} {use.path}",
            fix=missing.fix,
        )
