"""Flags a type that lacks a property which the contract's object has."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Diagnostic, Severity
from fixer.facts import Facts
from fixer.facts.bindings import Direction
from fixer.facts.says import says_property
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="missing-field",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("types", "fields"),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for missing in facts.missing_fields:
        name = missing.property.name
        if missing.direction is Direction.REQUEST:
            message = f"{missing.owner} lacks `{name}`, which the request must have"
        elif missing.wanted:
            message = f"{missing.owner} lacks `{name}`, which a page is to show"
        else:
            message = f"{missing.owner} does not declare `{name}`"
        is_bad = missing.wanted or missing.direction is Direction.REQUEST
        yield RULE.at(
            missing.path,
            missing.span,
            message,
            help=says_property(facts.contract, missing.schema, missing.property),
            fix=missing.fix,
            severity=Severity.ERROR if is_bad else Severity.NOTE,
        )
