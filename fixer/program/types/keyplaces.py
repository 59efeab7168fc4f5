"""Where a text, or a list of them, is expected to be a key: there, or by its constant's uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.markup import VueMarkup
from fixer.program.scopes import Binding, BindingKind
from fixer.program.types.model import Context, KeyOf, Type, TypeParam, parts_of, union
from fixer.program.words import whole_words

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

AROUND = frozenset(
    {"as_expression", "satisfies_expression", "parenthesized_expression", "non_null_expression"}
)


@dataclass(frozen=True, slots=True)
class Constant:
    """A constant's uses in its file; `is_shared`: others may use it, too."""

    binding: Binding
    uses: tuple[Node, ...]
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Expected:
    """The types that a text meets; `is_all`: nothing else uses it, in other ways."""

    type: Type
    is_all: bool


def out_of_casts(engine: Engine, node: Node) -> Node:
    """An expression with the casts and parentheses around it."""
    outer = engine.parent(node)
    while outer is not None and outer.type in AROUND:
        node, outer = outer, engine.parent(outer)
    return node


def constant(engine: Engine, context: Context, value: Node) -> Constant | None:
    """The constant whose value an expression is; None where it is none's."""
    declarator = engine.parent(value)
    name = declarator.child_by_field_name("name") if declarator is not None else None
    if declarator is None or declarator.type != "variable_declarator" or name is None:
        return None
    binding = engine.binding(context.module, name)
    if binding is None or binding.kind is not BindingKind.CONST:
        return None
    uses = tuple(use for use in context.module.references(binding) if use != name)
    is_shared = context.module.shares(binding.name) or _is_in_template(context, binding.name)
    return Constant(binding, uses, is_shared)


def _is_in_template(context: Context, name: str) -> bool:
    """Whether a Vue template may use a constant of its script's."""
    markup, data = context.module.markup, context.module.data
    if not isinstance(markup, VueMarkup):
        return False
    return any(markup.region_at(start) for start, _ in whole_words(data, name.encode()))


def expected_of(engine: Engine, context: Context, value: Node) -> Expected:
    """What is expected of a value where it stands, or where the constant that holds it is used."""
    held = constant(engine, context, value)
    if held is None:
        return Expected(engine.contextual(context, value), is_all=True)
    places = [out_of_casts(engine, use) for use in held.uses]
    met = [engine.contextual(context.at(place), place) for place in places]
    keyed = [type_ for type_ in met if any(roots_of(engine, type_))]
    is_all = len(keyed) == len(met) and not held.is_shared
    return Expected(union(*keyed), is_all=is_all)


def roots_of(engine: Engine, expected: Type) -> Iterator[Type]:
    """The types of which a string is expected to be a key; Unknown: of one that isn't told."""
    for part in parts_of(expected):
        wider = engine.constraint(part) if isinstance(part, TypeParam) else part
        for each in parts_of(wider):
            if isinstance(each, KeyOf):
                inner = each.type
                bound = engine.constraint(inner) if isinstance(inner, TypeParam) else inner
                yield bound
