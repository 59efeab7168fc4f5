"""Flags a route of the Django backend that the contract doesn't know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fixer.diagnostics import Diagnostic, Severity
from fixer.rule import Rule

if TYPE_CHECKING:
    # Reading Django's source takes libcst, which is slow to import.
    from fixer.backend import Comparison

RULE = Rule(id="undocumented-route", severity=Severity.NOTE)


def survey(comparison: Comparison) -> Iterator[Diagnostic]:
    for extra in comparison.extra:
        yield RULE.at(
            extra.path,
            extra.span,
            f"{extra.operation} is served by {extra.route.view}, and the contract doesn't know it",
            help=f"describe it in {comparison.contract.source}, or take the route away",
        )
