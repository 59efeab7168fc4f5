"""Flags a page that doesn't use a client function which the contract lists for it."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="page-client-function",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("endpoints", "fields"),  # what isn't loaded can't be read
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for unused in facts.unused_functions:
        use = unused.use
        yield RULE.at(
            facts.path,
            unused.span,
            f"{unused.page} {'sends the request itself' if unused.fix else 'does not use'}"
            f"{' instead of using' if unused.fix else ''} {use.function}()",
            help=f"{use.location or 'the contract'} says {unused.page} should use"
            f" {use.function}() for {use.method} {use.path}",
            fix=unused.fix,
        )
