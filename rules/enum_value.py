"""Flags a literal that the contract's enum does not have beside a value of that enum."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from fixer.diagnostics import Diagnostic, Severity
from fixer.facts import Facts
from fixer.facts.enums import EnumFinding, Misuse
from fixer.facts.says import listed, says_property
from fixer.rule import Fixes, Rule

RULE = Rule(
    id="enum-value",
    severity=Severity.ERROR,
    fixes=Fixes.NEVER,
    serves=("types",),
)


def check(facts: Facts) -> Iterator[Diagnostic]:
    for found in facts.enum_values:
        help = says_property(facts.contract, found.schema, found.property)
        near = _nearest(found, facts)
        yield RULE.at(
            found.path,
            found.span,
            _message(found),
            help=f"did you mean {listed([near])}? {help}" if near else help,
            severity=Severity.NOTE if found.misuse is Misuse.LACKING else Severity.ERROR,
        )


def _message(found: EnumFinding) -> str:
    value, name = listed([found.value]), found.property.name
    if found.misuse is Misuse.LACKING:
        return f"the type of `{name}` lacks {value}"
    if found.misuse is Misuse.DECLARED:
        return f"`{name}` is never {value}"
    if found.misuse is Misuse.SENT:
        return f"`{name}` can't be {value}"
    return f"`{name}` is compared with {value}, which it never is"


def _nearest(found: EnumFinding, facts: Facts) -> str | None:
    if found.misuse is Misuse.LACKING or not isinstance(found.value, str):
        return None
    values = facts.contract.resolve(found.property.schema).enum
    near = get_close_matches(found.value, [v for v in values if isinstance(v, str)], n=1)
    return near[0] if near else None
