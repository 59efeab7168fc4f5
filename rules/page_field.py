"""Flags a page that doesn't read a field which the contract lists for it."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.diagnostics import Diagnostic, Severity
from fixer.facts import Facts
from fixer.rule import Rule

RULE = Rule(id="page-field", severity=Severity.ERROR, serves=("fields",))


def check(facts: Facts) -> Iterator[Diagnostic]:
    for unread in facts.unread_fields:
        field = unread.field
        name = f"{field.variable}.{field.path}"
        legacy = ", ".join(unread.legacy)
        instead = f", but reads {legacy}" if legacy else ""
        yield RULE.at(
            facts.path,
            unread.span,
            f"{unread.page} does not read {name}{instead}",
            help=f"{field.location or 'the contract'} says {unread.page} should use {name}",
        )
