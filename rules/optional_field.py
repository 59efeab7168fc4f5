"""Flags a property that may be absent, declared or used as if it were always there."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Finding, Severity, Unverified
from fixer.facts import Facts
from fixer.facts.says import says_presence
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="optional-field",
    severity=Severity.WARNING,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("types", "fields"),
)


def check(facts: Facts) -> Iterator[Finding]:
    for field in facts.optional_fields:
        if isinstance(field, Unverified):
            yield field
            continue
        if field.is_use:
            message = f"`{field.name}` of {field.owner} is used without asking whether it is there"
        else:
            message = f"`{field.name}` of {field.owner} is declared as always there"
        help = says_presence(field.schema, field.property)
        yield RULE.at(field.path, field.span, message, help=help, fix=field.fix)
