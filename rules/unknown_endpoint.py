"""Flags a request for a path that the contract doesn't have."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Finding, Severity, Span, Unverified
from fixer.facts import Facts
from fixer.facts.judged import JudgedCall, Status
from fixer.facts.refuted import Fault, Refuted
from fixer.facts.says import says_operation
from fixer.program.call import CallKind
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="unknown-endpoint",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.SAFE,
    serves=("endpoints",),
)


def check(facts: Facts) -> Iterator[Finding]:
    for refuted in facts.refuted:
        if refuted.fault is not Fault.PATH:
            continue
        if refuted.target is None and refuted.first.call.kind is not CallKind.CALL:
            reason = "a page or file of the backend may be there"
            yield Unverified(refuted.path, refuted.span, refuted.request, reason)
        else:
            yield RULE.at(
                refuted.path,
                refuted.span,
                _message(refuted),
                help=_help(refuted),
                fix=refuted.fix,
                severity=None if refuted.reachable else Severity.WARNING,
            )
    for judged in facts.calls:
        if judged.status is Status.DYNAMIC:
            node = judged.call.node
            span = Span(node.start_byte, node.end_byte)
            yield Unverified(facts.path, span, _request(judged), judged.reason)


def _request(judged: JudgedCall) -> str:
    method = judged.method or "/".join(judged.call.methods) or "a"
    path = judged.url.template if judged.url is not None else "request"
    return f"{method} {path}"


def _message(refuted: Refuted) -> str:
    failing = dict.fromkeys(value for judged in refuted.judged for value in judged.failing)
    if failing:
        words = f"{refuted.request}: there is no such path for {', '.join(failing)}"
    elif refuted.first.is_doubled:
        words = f"{refuted.request} has a doubled slash"
    else:
        words = f"there is no endpoint {refuted.request}"
    return words + refuted.remark


def _help(refuted: Refuted) -> str:
    if refuted.target is not None:
        return says_operation(refuted.target)
    if refuted.options:
        return "the nearest: " + "; ".join(map(says_operation, refuted.options))
    return "the contract has no path like it"
