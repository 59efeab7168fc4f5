"""Paths that are written as texts, `links.console`: whether their steps can lead to a value.

The key of a translation looks like the path of a property, but nothing is ever read by its steps.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from fixer.facts.giving import is_key
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import whole_name

# The step before a name in a text; what is computed there, `rows.${index}.`, isn't told.
_STEP = re.compile(rb"(?:^|[\"'`.])([A-Za-z_$][\w$]*)\.$")
_LONGEST = 200
_NAMES = frozenset({"property_identifier", "private_property_identifier"})
_NAMES |= {"shorthand_property_identifier", "shorthand_property_identifier_pattern"}


class WaySteps:
    """Which names are ever a property of a value, by all that the program writes."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._known: dict[str, bool] = {}

    def may_lead(self, module: Module, start: int) -> bool:
        """Whether what stands before a name in a text may be a property that holds it."""
        found = _STEP.search(module.data[max(0, start - _LONGEST) : start])
        return found is None or self._is_property(found[1].decode())

    def _is_property(self, name: str) -> bool:
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = any(
                _is_of_value(node)
                for path in self._program.holding(name)
                for node in self._program.module(path).occurrences(name)
            )
        return known


def _is_of_value(node: Node) -> bool:
    """Whether a name is a property: but for a key beside which its object is written out."""
    is_name = node.type in _NAMES or node.type == "string_fragment"
    return is_name and not (is_key(node) and _holds_literal(node))


def _holds_literal(key: Node) -> bool:
    pair = whole_name(key).parent
    value = pair.child_by_field_name("value") if pair is not None else None
    return value is not None and value.type == "object"
