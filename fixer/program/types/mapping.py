"""A callback of `map` on a list of which nothing is known → what its results are to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.types.misread import callee_of
from fixer.program.types.model import UNKNOWN, Context, Named, Type, Unknown, present, union
from fixer.program.types.tables import name_text

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def mapped_to(engine: Engine, context: Context, function: Node) -> Type:
    """`rows: Row[] = theirs.map((it) => ({ id: it.uid }))`: a row, whatever `theirs` may be.

    Else a row's property would be renamed, and what is made here left with the old name.
    """
    holder = engine.parent(function)
    call = engine.parent(holder) if holder is not None and holder.type == "arguments" else None
    callee = callee_of(call) if call is not None and call.type == "call_expression" else None
    if call is None or callee is None or callee.type != "member_expression":
        return UNKNOWN
    name, list_ = callee.child_by_field_name("property"), callee.child_by_field_name("object")
    if name is None or list_ is None or name_text(name) != "map":
        return UNKNOWN
    if not isinstance(present(engine.expression(context, list_)), Unknown):
        return UNKNOWN
    expected = engine.parts(present(engine.contextual(context, call)))
    lists = [p for p in expected if isinstance(p, Named) and engine.is_global(p, "Array")]
    return union(*(engine.element(p) for p in lists)) if lists else UNKNOWN
