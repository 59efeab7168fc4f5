"""What a hook takes from around its component: a form, as the elements of its provider hand it on.

`function useForm<T = _Around<typeof Provider>>(): Form<T>` says so in a library's stub.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import Symbol
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import ELEMENTS, children_of, first_named, is_within, text
from fixer.program.types.functions import parameter, signatures
from fixer.program.types.model import (
    UNKNOWN,
    Context,
    Function,
    Type,
    present,
    union,
)
from fixer.program.types.names import type_parameters
from fixer.program.types.passing import is_unseen, name_of, uses
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
        types = set(_above(engine, context.module, call, found[0], ()))
        one = next(iter(types), UNKNOWN)  # a name that is one form's needn't be the other's
        return one if len(types) == 1 else UNKNOWN

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
            if _may_provide(engine, module, around, provider, ()):
                yield UNKNOWN
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
    if not places or is_unseen(engine, module, function):
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
    called = _provider(engine, module, name, provider)
    if called is None:
        return None
    keys = frozenset(p.id for p in type_parameters(provider.node))
    attributes = [it for it in children_of(tag) if it.type.startswith("jsx_")]
    spread = first_named(attributes[0]) if len(attributes) == 1 else None  # one hides another
    inner = first_named(spread) if spread is not None else None
    if spread is None or spread.type != "spread_element" or inner is None:
        return UNKNOWN
    handed = engine.expression(Context(module), inner)
    met = unify(engine, parameter(engine, called, 0), handed, keys)
    return union(*(t for types in met.values() for t in types)) if met else UNKNOWN


def _provider(engine: Engine, module: Module, tag: Node, provider: Function) -> Function | None:
    """What an element's name means, if that is the provider."""
    called = signatures(engine, present(engine.expression(Context(module), tag)))
    return called[0] if any(it.node == provider.node for it in called) else None


def _may_provide(
    engine: Engine, module: Module, element: Node, provider: Function, seen: tuple[Node, ...]
) -> bool:
    """Whether a component of the program has a provider in it: around its children, perhaps."""
    tag = element.child_by_field_name("open_tag")
    name = tag.child_by_field_name("name") if tag is not None else None
    found = engine.program.value(module, name) if name is not None else None
    if not isinstance(found, Symbol) or found.node in seen or len(seen) > _MAX_WAY:
        return False
    for opening in found.module.elements:
        inner = opening.parent
        if inner is None or inner.type != "jsx_element" or not is_within(inner, found.node):
            continue
        shown = opening.child_by_field_name("name")
        if shown is not None and _provider(engine, found.module, shown, provider) is not None:
            return True
        if _may_provide(engine, found.module, inner, provider, (*seen, found.node)):
            return True
    return False
