"""A member of an enum becomes the value by which the alternatives of a union are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import children_of, string_value, text
from fixer.program.types.model import Context, Declaration, EnumObject, Literal, Type
from fixer.program.types.tables import name_of, name_text

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def unit(engine: Engine, context: Context, node: Node) -> Type:
    """The type of an expression; of `Kind.row` its value, not the whole enum."""
    found = engine.expression(context, node)
    object_, name = node.child_by_field_name("object"), node.child_by_field_name("property")
    if node.type != "member_expression" or object_ is None or name is None:
        return found
    holder = engine.expression(context, object_)
    if not isinstance(holder, EnumObject):
        return found
    return value_of(holder.declaration, text(name)) or found


def value_of(declaration: Declaration, wanted: str) -> Literal | None:
    """The value of an enum's member; None where it is computed, or there is no such member."""
    for _, enum in declaration.parts:
        body = enum.child_by_field_name("body")
        following: float | None = 0.0
        for child in children_of(body) if body is not None else ():
            if child.type == "comment":
                continue
            value = _written(child, following)
            number = value.value if value is not None else None
            following = number + 1 if isinstance(number, float) else None
            if _name(child) == wanted:
                return value
    return None


def _name(child: Node) -> str | None:
    name = name_of(child) if child.type == "enum_assignment" else child
    return name_text(name) if name is not None else None


def _written(child: Node, following: float | None) -> Literal | None:
    value = child.child_by_field_name("value") if child.type == "enum_assignment" else None
    if value is None:
        return Literal(following) if following is not None else None
    plain = string_value(value)
    if plain is not None:
        return Literal(plain)
    digits = text(value).replace("_", "")
    return Literal(float(digits)) if digits.lstrip("-").isdigit() else None
