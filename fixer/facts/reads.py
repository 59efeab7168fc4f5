"""Where the value of a property is used: from its names to the expressions that it fills."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.types import Types
from fixer.program.types.model import Certainty, Member

_TRANSPARENT = frozenset({"parenthesized_expression", "non_null_expression"})
_TARGETS = frozenset({"assignment_expression", "augmented_assignment_expression"})


@dataclass(frozen=True, slots=True)
class Read:
    """`expression` of `module` is the value of one of `members`; its name stands at `name`.

    `with_default`: it was destructured with a default, which stands for an absent value.
    """

    module: Module
    expression: Node
    name: Node
    members: tuple[Member, ...] = ()
    with_default: bool = False


@dataclass(frozen=True, slots=True)
class Reads:
    """Finds the uses of properties over a program, by name in the bytes and then by meaning."""

    program: Program
    types: Types

    def of(
        self,
        name: str,
        *,
        files: Iterable[Path] | None = None,
        where: Callable[[Module, Node], bool] | None = None,
    ) -> Iterator[Read]:
        """The uses of every property called `name` of which the declaration is proven.

        `files`: only these. `where`: only expressions of which this holds; what a name means is
        then asked only there.
        """
        for path in self.program.holding(name) if files is None else files:
            module = self.program.module(path)
            for node in module.occurrences(name):
                if not _may_read(node):
                    continue
                uses = tuple(
                    u for u in _uses(module, node) if where is None or where(module, u.expression)
                )
                found = self.types.symbol_at(module, node) if uses else None
                if found is None or found.certainty is not Certainty.PROVEN:
                    continue
                if found.members:
                    yield from (replace(use, members=found.members) for use in uses)


def _may_read(node: Node) -> bool:
    parent = node.parent
    if node.type == "shorthand_property_identifier_pattern":
        return True
    if node.type == "string_fragment":
        return (
            parent is not None
            and parent.parent is not None
            and parent.parent.type == "subscript_expression"
        )
    return (
        node.type == "property_identifier"
        and parent is not None
        and parent.type in ("member_expression", "pair_pattern")
    )


def _uses(module: Module, node: Node) -> Iterator[Read]:
    parent = node.parent
    if parent is None:
        return
    if node.type == "string_fragment":
        parent = parent.parent
    if parent is not None and parent.type in ("member_expression", "subscript_expression"):
        if not _is_target(parent):
            yield Read(module, parent, node)
        return
    target, with_default = _variable(node)
    binding = module.resolve(target) if target is not None else None
    if target is None or binding is None or binding.name_node != target:
        return
    for use in module.references(binding):
        if use != target and not _is_target(use):
            yield Read(module, use, node, with_default=with_default)


def _variable(node: Node) -> tuple[Node | None, bool]:
    """The variable that a name in an object pattern fills, and whether it has a default."""
    parent = node.parent
    if parent is None:
        return None, False
    if node.type == "shorthand_property_identifier_pattern":
        return node, parent.type == "object_assignment_pattern"
    value = parent.child_by_field_name("value")
    with_default = value is not None and value.type == "assignment_pattern"
    if value is not None and with_default:
        value = value.child_by_field_name("left")
    return (
        (value, with_default) if value is not None and value.type == "identifier" else (None, False)
    )


def _is_target(node: Node) -> bool:
    parent = node.parent
    if parent is None:
        return False
    if parent.type == "update_expression":
        return True
    return parent.type in _TARGETS and parent.child_by_field_name("left") == node


def whole(expression: Node) -> Node:
    """The expression with the parentheses and `!` around it."""
    node, parent = expression, expression.parent
    while parent is not None and parent.type in _TRANSPARENT:
        node, parent = parent, parent.parent
    return node
