"""What a library's element hands to a slot of a Vue template, by the rows that it is bound to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.markup import Region, VueMarkup, camel
from fixer.program.program import Symbol
from fixer.program.syntax import first_named
from fixer.program.types.model import UNKNOWN, Context, Type, Unknown, present
from fixer.program.types.vuecomponents import component_of
from fixer.program.types.vuecomponents import slot as own_slot

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_SLOTS = "_vue-slots"
_KEY = re.compile(r"(?P<tag>[\w-]+)(?:<(?P<outer>[\w-]+))?:(?P<rows>\w+)#(?P<slot>\*?[\w-]+)")
_GOES_ON = frozenset(".-(")


def handed(engine: Engine, context: Context, markup: VueMarkup, region: Region) -> Type:
    """What the names of a SLOT region take; of what a library calls `any` only the flow tells."""
    found = markup.slot(region)
    if found is None:
        return UNKNOWN
    owner, slot = found
    own = component_of(engine, context.module, owner)
    if own is not None:
        return own_slot(engine, own, slot)
    tables = ("Typed", "Untyped") if context.env.wire else ("Typed",)
    for table in tables:
        for key in _keys(engine, table):
            match = _KEY.fullmatch(key)
            if match is None or match["tag"] != markup.tag_name(owner) or not _fits(slot, match):
                continue
            holder = markup.outer(owner, match["outer"]) if match["outer"] else owner
            rows = markup.bound(holder, match["rows"]) if holder is not None else None
            if rows is not None and not is_own(engine, context, markup, owner):
                return _of_rows(engine, context, markup, rows, table, key)
    return UNKNOWN


def _fits(slot: str, match: re.Match[str]) -> bool:
    """Whether a slot is meant: `item`, `item.name`, `body-cell-name`, `cell(name)`.

    `*-cell` is that of a column whose name comes first.
    """
    wanted = match["slot"]
    if wanted.startswith("*"):
        return slot.endswith(wanted[1:])
    return slot == wanted or (slot.startswith(wanted) and slot[len(wanted)] in _GOES_ON)


def is_own(engine: Engine, context: Context, markup: VueMarkup, owner: Node) -> bool:
    """Whether the program has a component of that name itself."""
    module, name = context.module, markup.tag_name(owner)
    pascal = camel(name)[:1].upper() + camel(name)[1:]
    names = module.table(module.root).values
    binding = names.get(pascal) or names.get(camel(name))
    source = module.import_of(binding) if binding is not None else None
    if source is not None:
        return engine.program.locate(module, source.specifier) is not None
    return binding is not None or any(path.stem == pascal for path in engine.program.sources)


def _keys(engine: Engine, table: str) -> Iterator[str]:
    for member in engine.every(_table(engine, table, UNKNOWN)):
        yield member.name


def _table(engine: Engine, table: str, row: Type) -> Type:
    symbol = engine.libraries.exported(_SLOTS, table, types=True)
    if not isinstance(symbol, Symbol):
        return UNKNOWN
    return engine.symbol_type(Context(symbol.module), symbol, (row,))


def _of_rows(
    engine: Engine, context: Context, markup: VueMarkup, rows: Region, table: str, key: str
) -> Type:
    root = first_named(markup.parsed(rows))
    held = engine.typed(Context(context.module), root) if root is not None else UNKNOWN
    row = engine.element(present(held))
    if isinstance(row, Unknown):
        return UNKNOWN
    return engine.property_type(_table(engine, table, row), key)
