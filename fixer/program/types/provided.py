"""What a hook takes from around its component: a form, as the elements of its provider hand it on.

`function useForm<T = _Around<typeof Provider>>(): Form<T>` says so in a library's stub.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import ELEMENTS, children_of, first_named, text
from fixer.program.types.functions import parameter, signatures
from fixer.program.types.model import (
    UNKNOWN,
    Context,
    Function,
    Type,
    Unknown,
    present,
    union,
)
from fixer.program.types.names import type_parameters
from fixer.program.types.passing import name_of, uses
from fixer.program.types.unification import unify

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_MARK = "_Around"
_NAMING = frozenset(
    {"export_specifier", "export_statement", "import_specifier", "import_clause"}
    | {"jsx_closing_element"}
)
_MAX_WAY = 12  # functions between a provider and what asks it


def around(engine: Engine, context: Context, call: Node, function: Function, wanted: Node) -> Type:
    """What the provider that the default of a type parameter names is given around a call."""
    default = wanted.child_by_field_name("value")
    marked = first_named(default) if default is not None else None
    name = marked.child_by_field_name("name") if marked is not None else None
    written = marked.child_by_field_name("type_arguments") if marked is not None else None
    if name is None or written is None or text(name) != _MARK or context.env.wire:
        return UNKNOWN
    found = signatures(engine, engine.declared(function.context, children_of(written)[0]))
    if not found:
        return UNKNOWN

    def asked(engine: Engine, context: Context, call: Node) -> Type:
        types = list(_above(engine, context.module, call, found[0], ()))
        return UNKNOWN if any(isinstance(t, Unknown) for t in types) else union(*types)

    return engine.ask(f"around{found[0].node.id}", asked, context.static(), call)


def _above(
    engine: Engine, module: Module, node: Node, provider: Function, way: tuple[Node, ...]
) -> Iterator[Type]:
    """What the nearest provider is given, around each place that shows the function of `node`."""
    around = engine.parent(node)
    while around is not None:
        if around.type == "jsx_element" and around != node:
            given = _given(engine, module, around, provider)
            if given is not None:
                yield given
                return
        if around.type in FUNCTIONS and name_of(engine, module, around) is not None:
            break
        around = engine.parent(around)
    if around is None or len(way) > _MAX_WAY:
        yield UNKNOWN
    elif around not in way:
        yield from _shown(engine, module, around, provider, (*way, around))


def _shown(
    engine: Engine, module: Module, function: Node, provider: Function, way: tuple[Node, ...]
) -> Iterator[Type]:
    places = list(uses(engine, module, function))
    if not places:
        yield UNKNOWN
    for where, use in places:
        parent = engine.parent(use)
        is_called = parent is not None and parent.child_by_field_name("function") == use
        if parent is not None and parent.type in ELEMENTS:
            is_whole = parent.type == "jsx_opening_element"
            element = engine.parent(parent) if is_whole else parent
            yield from _above(engine, where, element or parent, provider, way)
        elif parent is not None and is_called:
            yield from _above(engine, where, parent, provider, way)
        elif not _is_only_named(parent):
            yield UNKNOWN


def _is_only_named(parent: Node | None) -> bool:
    """Whether a use of a function is its import, its export, or its closing tag."""
    return parent is not None and parent.type in _NAMING


def _given(engine: Engine, module: Module, element: Node, provider: Function) -> Type | None:
    """What an element gives that is the provider; None for one that surely is none."""
    tag = element.child_by_field_name("open_tag")
    name = tag.child_by_field_name("name") if tag is not None else None
    if tag is None or name is None:
        return None
    called = signatures(engine, present(engine.expression(Context(module), name)))
    if not any(it.node == provider.node for it in called):
        return None
    keys = frozenset(p.id for p in type_parameters(provider.node))
    for attribute in children_of(tag):
        spread = first_named(attribute) if attribute.type == "jsx_expression" else None
        inner = first_named(spread) if spread is not None else None
        if spread is not None and spread.type == "spread_element" and inner is not None:
            handed = engine.expression(Context(module), inner)
            met = unify(engine, parameter(engine, called[0], 0), handed, keys)
            return union(*(t for types in met.values() for t in types)) if met else UNKNOWN
    return UNKNOWN
