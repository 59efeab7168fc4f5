"""A class's field that says no type becomes what its constructor assigns to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import text
from fixer.program.types import wireflow
from fixer.program.types.model import UNKNOWN, Context, Type, Unknown, present, union

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def assigned(engine: Engine, context: Context, field: Node) -> Type:
    """The type of `rows;` by `this.rows = …` in the constructor, as the compiler infers it."""
    name, body = field.child_by_field_name("name"), engine.parent(field)
    if field.type != "public_field_definition" or name is None or body is None:
        return UNKNOWN
    if not engine.infers(context.module):
        return UNKNOWN
    types = [
        engine.expression(context.at(right), right)
        for left, right in wireflow.assignments(engine, context.module).get(text(name), ())
        if _is_own(engine, body, left)
    ]
    if not types or any(isinstance(present(t), Unknown) for t in types):
        return UNKNOWN
    return union(*types)


def _is_own(engine: Engine, body: Node, left: Node) -> bool:
    """Whether it is `this.name` that the constructor of this class itself assigns."""
    object_, around = left.child_by_field_name("object"), engine.ancestor(left, FUNCTIONS)
    if object_ is None or object_.type != "this" or around is None:
        return False
    name = around.child_by_field_name("name")
    is_constructor = name is not None and name.text == b"constructor"
    return is_constructor and engine.parent(around) == body
