"""Flags a query parameter that the operation doesn't take."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.contract.model import In, Operation
from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts
from fixer.facts.says import listed, says_operation
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="unknown-query-param",
    severity=Severity.WARNING,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("endpoints",),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for unknown in facts.query:
        meant = f"; `{unknown.wanted}` is meant?" if unknown.wanted else ""
        yield RULE.at(
            facts.path,
            unknown.span,
            f"{unknown.operation} takes no parameter `{unknown.name}`{meant}",
            help=_help(unknown.operation),
            fix=unknown.fix,
        )


def _help(operation: Operation) -> str:
    names = [p.name for p in operation.parameters if p.where is In.QUERY]
    return f"{says_operation(operation)} takes {listed(names) if names else 'none'}"
