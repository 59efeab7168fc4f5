"""The type that an expression is expected to have in an attribute or in markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.markup import VueMarkup
from fixer.program.syntax import ELEMENTS
from fixer.program.types import jsx, svelte, vuecomponents
from fixer.program.types.model import UNKNOWN, Context, Type, union
from fixer.program.types.references import taken_in

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

# A value that is only spread has a type of its own.
_MADE = frozenset({"object", "parenthesized_expression", "ternary_expression", "binary_expression"})


def attribute(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    """The expected type of what stands in a JSX attribute, or between an element's tags."""
    if parent.type == "jsx_attribute":  # `name="old"`
        return jsx.attribute_type(engine, context, parent)
    holder = engine.parent(parent)
    if holder is None:
        return UNKNOWN
    if holder.type == "jsx_attribute":
        return jsx.attribute_type(engine, context, holder)
    if holder.type == "jsx_element":
        return jsx.children_type(engine, context, holder)
    return UNKNOWN


def spread(engine: Engine, context: Context, holder: Node, node: Node) -> Type:
    """The props that an object made in a spread is expected to have: `<Row {...{ name }} />`."""
    tag = engine.parent(holder)
    if tag is None or tag.type not in ELEMENTS or node.type not in _MADE:
        return UNKNOWN
    return jsx.props(engine, context, tag, holder)


def statement(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    """`[row]="{ … }"`, `<Row row={{ … }} />`: what the program's component takes there."""
    if context.module.component is not None:
        return svelte.expected(engine, context, parent)
    if isinstance(context.module.markup, VueMarkup):
        return vuecomponents.expected(engine, context, node)
    return union(*taken_in(engine, context.module, node))
