"""A list that functions of other modules add to, before it is gone through: a registry.

`all_views = []` in one module, `register_view(Item, "item")` in those that define the views: what
Python carries out when they are imported is carried out before a router takes its routes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from .values import Foreign, Frame

if TYPE_CHECKING:
    from .evaluate import Evaluator
    from .modules import Module


def fill(evaluator: Evaluator, node: cst.BaseExpression, frame: Frame) -> None:
    """Carries out the modules that add to the list `node`, if one of the project holds it."""
    found = _holder(evaluator, node, frame)
    if found is None:
        return
    module, name = found
    if registrars := list(_registrars(module, name)):
        names = "|".join(map(re.escape, registrars))
        evaluator.project.load_all(re.compile(rf"^(?:\w+\.)*(?:{names})\(", re.MULTILINE))


def _holder(
    evaluator: Evaluator, node: cst.BaseExpression, frame: Frame
) -> tuple[Module, str] | None:
    """The module that a name, or a member of one, is a variable of, and what it is called there."""
    if isinstance(node, cst.Attribute):
        package, name = _imported(node.value, frame), node.attr.value
    else:
        package, _, name = (_imported(node, frame) or "").rpartition(".")
    module = evaluator.project.module(package) if package else None
    if module is not None and name not in module.frame.names:
        return None
    return None if module is None or module.is_stub else (module, name)


def _imported(node: cst.BaseExpression, frame: Frame) -> str | None:
    """The dotted name by which a module imports `node`; of its own variable its own."""
    if not isinstance(node, cst.Name):
        return None
    scope: Frame | None = frame
    while scope is not None and node.value not in scope.names:
        scope = scope.outer
    names = (scope or frame.module.frame).names
    value = names.get(node.value)
    if isinstance(value, Foreign):
        return value.name
    is_own = value is not None and names is frame.module.frame.names
    return f"{frame.module.name}.{node.value}" if is_own else None


def _registrars(module: Module, name: str) -> Iterator[str]:
    """The functions of a module that add to its list."""
    adds = re.compile(rf"\b{re.escape(name)}(?:\.(?:append|extend|insert)\(|\s*\+=)")
    for statement in module.statements:
        if statement.defines and not statement.is_class and adds.search(statement.text):
            yield statement.defines
