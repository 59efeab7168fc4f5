"""Flags an endpoint of the contract that no route of the Django backend serves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fixer.diagnostics import Diagnostic, Severity
from fixer.rule import Rule

if TYPE_CHECKING:
    # Reading Django's source takes libcst, which is slow to import.
    from fixer.backend import Comparison, Missing

RULE = Rule(id="unregistered-route", severity=Severity.ERROR)


def survey(comparison: Comparison) -> Iterator[Diagnostic]:
    for missing in comparison.missing:
        said = f"{missing.operation.location} says {missing.operation}"
        yield RULE.at(missing.path, missing.span, _message(missing), help=_help(missing, said))


def _message(missing: Missing) -> str:
    if missing.methods:
        methods = ", ".join(missing.methods)
        return f"{missing.operation} is not served: {missing.served} answers {methods}"
    if missing.slashed:
        return f"{missing.operation} is not served: the route is {missing.served}"
    return f"{missing.operation} answers 404: the route is not registered"


def _help(missing: Missing, said: str) -> str:
    if missing.methods:
        return f"{said}: answer {missing.operation.method} in the view that is registered here"
    return said if missing.slashed else f"{said}: register it here"
