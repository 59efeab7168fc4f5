"""Flags a request whose path the contract has, but not for this method."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts
from fixer.facts.refuted import Fault
from fixer.facts.says import says_operation
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="wrong-method",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.SAFE,
    serves=("endpoints",),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for refuted in facts.refuted:
        judged = refuted.first
        if refuted.fault is not Fault.METHOD or judged.url is None:
            continue
        options = [refuted.target] if refuted.target is not None else refuted.options
        yield RULE.at(
            refuted.path,
            refuted.span,
            f"{judged.url.template} does not take {judged.method}{refuted.remark}",
            help="; ".join(map(says_operation, options)),
            fix=refuted.fix,
            severity=None if refuted.reachable else Severity.WARNING,
        )
