"""Flags a property whose declared type is not what the wire carries."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Applicability, Finding, Severity, Unverified
from fixer.facts import Facts
from fixer.facts.mistyped import Mistake, MistypedField
from fixer.facts.says import says_property
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="field-type",
    severity=Severity.ERROR,
    fixes=Fixes.SOMETIMES,
    level=Applicability.UNSAFE,
    serves=("types",),
)


def check(facts: Facts) -> Iterator[Finding]:
    for field in facts.mistyped_fields:
        if isinstance(field, Unverified):
            yield field
            continue
        yield RULE.at(
            field.path,
            field.span,
            _message(field),
            help=says_property(facts.contract, field.schema, field.property),
            fix=field.fix,
            severity=Severity.NOTE if field.mistake is Mistake.NULL else Severity.ERROR,
        )


def _message(field: MistypedField) -> str:
    if field.mistake is Mistake.USE:
        return f"`{field.name}` of {field.owner} is used as {field.declared}, which it is not"
    if field.mistake is Mistake.NULL:
        return f"`{field.name}` of {field.owner} may be null, which {field.declared} is not"
    return f"`{field.name}` of {field.owner} is declared {field.declared}, which it is not"
