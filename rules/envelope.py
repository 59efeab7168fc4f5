"""Flags a layer around a payload that code expects and the wire hasn't, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts
from fixer.facts.layers import Fault, LayerFinding
from fixer.facts.says import says_payload
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="envelope",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.SAFE,
    serves=("types",),
    tests_too=True,
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    called = [call.operation for call in facts.requests if call.operation is not None]
    for layer in facts.layers:
        help = says_payload(facts.contract, layer.schema, called)
        yield RULE.at(layer.path, layer.span, _message(layer), help=help, fix=layer.fix)


def _message(layer: LayerFinding) -> str:
    if layer.fault is Fault.TYPE:
        return f"nothing with `{layer.key}` arrives here: the payload is what would be in it"
    if layer.fault is Fault.READ:
        return "read from what already is the payload"
    return f"the value arrives in `{layer.key}`, which is not taken out"
