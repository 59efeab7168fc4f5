"""Flags a request that differs from an endpoint by the slash at its end."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts
from fixer.facts.refuted import Fault, Refuted
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
        if refuted.fault is Fault.SLASH:
            meant = refuted.target or next(iter(refuted.options), None)
            yield RULE.at(
                refuted.path,
                refuted.span,
                f"{refuted.request} {_wrong(refuted)}{refuted.remark}",
                help=says_operation(meant) if meant is not None else "",
                fix=refuted.fix,
                severity=None if refuted.reachable else Severity.WARNING,
            )


def _wrong(refuted: Refuted) -> str:
    path = refuted.first.url.template if refuted.first.url is not None else ""
    if path.endswith("//"):
        return "ends with a doubled slash"
    return "must not end with a slash" if path.endswith("/") else "must end with a slash"
