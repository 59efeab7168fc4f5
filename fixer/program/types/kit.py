"""SvelteKit's `./$types`: what the `load` of a route's files returns is the data of its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import Export, Module
from fixer.program.scopes import FUNCTIONS, BindingKind
from fixer.program.types.model import (
    UNKNOWN,
    Context,
    Function,
    Type,
    intersection,
    present,
)

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_GENERATED = "./$types"
_DATA = frozenset({"PageData", "LayoutData", "PageServerData", "LayoutServerData"})
_PROPS = frozenset({"PageProps", "LayoutProps"})
_STUB = "@sveltejs/kit/generated"
_ROUTES = "routes"
_OWN = ("+page.server", "+page")
_AROUND = ("+layout.server", "+layout")
_WRITTEN = (".ts", ".js")


def generated(engine: Engine, context: Context, name: Node) -> Type:
    """A type that SvelteKit makes for a route: `import type { PageData } from './$types'`."""
    module = context.module
    if module.component is None:
        return UNKNOWN
    binding = engine.binding(module, name, types=True)
    if binding is None or binding.kind is not BindingKind.IMPORT:
        return UNKNOWN
    source = module.import_of(binding)
    if source is None or source.specifier != _GENERATED:
        return UNKNOWN
    if source.imported in _DATA:
        return data(engine, module)
    return props(engine, module) if source.imported in _PROPS else UNKNOWN


def props(engine: Engine, module: Module) -> Type:
    """What the component of a route is given; Unknown for any other component."""
    symbol = engine.libraries.exported(_STUB, "RouteProps", types=True)
    if symbol is None or not is_route(module):
        return UNKNOWN
    return engine.symbol_type(Context(symbol.module), symbol, (data(engine, module),))


def is_route(module: Module) -> bool:
    """Whether a component is a page or a layout of SvelteKit's."""
    return module.component is not None and module.path.name.startswith(("+page", "+layout"))


def data(engine: Engine, module: Module) -> Type:
    """What the `load` functions of a route, and of the layouts around it, return together.

    The nearest wins: what a layout returns under a name that is there already isn't seen.
    """
    known: list[Type] = []
    names: set[str] = set()
    for each in _loading(engine, module):
        type_ = _returned(engine, *each)
        own = {member.name for member in engine.every(type_)}
        if own and names.isdisjoint(own):
            known.append(type_)
            names |= own
    return intersection(*known) if known else UNKNOWN


def _loading(engine: Engine, module: Module) -> Iterator[tuple[Module, Export]]:
    folder, own = module.folder, module.path.name.startswith("+page")
    while True:
        for stem in (*(_OWN if own else ()), *_AROUND):
            for path in (folder / f"{stem}{suffix}" for suffix in _WRITTEN):
                yield from _exported(engine, path)
        if folder.name == _ROUTES or folder == engine.program.root or folder == folder.parent:
            return
        folder, own = folder.parent, False


def _exported(engine: Engine, path: Path) -> Iterator[tuple[Module, Export]]:
    if path in engine.program.sources:
        module = engine.program.module(path)
        for export in module.exports.get("load", ()):
            yield module, export


def _returned(engine: Engine, module: Module, export: Export) -> Type:
    """What `load` returns, whatever type it is said to have: `PageLoad` is made of it."""
    node = export.node
    value = node.child_by_field_name("value") if node.type == "variable_declarator" else node
    while value is not None and value.type in ("satisfies_expression", "parenthesized_expression"):
        value = value.named_child(0)
    if value is None or value.type not in FUNCTIONS:
        return UNKNOWN
    return present(engine.awaited(engine.returned(Function(Context(module), value))))
