"""Flags a property that the contract has renamed, wherever it is declared or named."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts, says
from fixer.facts.verdicts import Standing
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="legacy-field",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.SAFE,
    serves=("types", "fields"),
    tests_too=True,
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for use in facts.fields:
        target = use.verdict.target
        if use.verdict.standing is not Standing.LEGACY or target is None:
            continue
        message = f"`{use.name}` of {use.owner} is now called `{use.verdict.new_name}`"
        help = says.name(target, use.verdict.schema, instead_of=use.name)
        if use.is_shared:
            help = f"{help}; {says.shared(use.name)}"
        if use.doubt is not None:
            help = f"{help}; {says.left_behind(use.doubt)}"
        yield RULE.at(use.path, use.span, message, help=help, fix=use.fix)
