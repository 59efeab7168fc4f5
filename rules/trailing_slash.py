"""Flags a request that differs from an endpoint by the slash at its end."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts
from fixer.facts.refuted import Fault
from fixer.facts.says import says_operation
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="trailing-slash",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.SAFE,
    serves=("endpoints",),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for refuted in facts.refuted:
        judged = refuted.judged
        if refuted.fault is not Fault.SLASH or judged.url is None:
            continue
        has = judged.url.template.endswith("/")
        reachable = judged.call.reachable
        yield RULE.at(
            facts.path,
            refuted.span,
            f"{judged.url.template} {'must not end' if has else 'must end'} with a slash",
            help=says_operation(refuted.target) if refuted.target is not None else "",
            fix=refuted.fix,
            severity=None if reachable else Severity.WARNING,
        )
