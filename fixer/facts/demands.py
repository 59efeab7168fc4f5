"""What the place where a value stands needs it to be: a number to add, a date to format."""

from __future__ import annotations

from enum import Enum

from tree_sitter import Node

from fixer.facts.reads import whole
from fixer.facts.wiretypes import is_date
from fixer.program.module import Module
from fixer.program.syntax import text
from fixer.program.types import Types
from fixer.program.types.model import (
    BOOLEAN,
    NOTHING,
    NUMBER,
    STRING,
    Literal,
    Primitive,
    Type,
    parts_of,
)

_ARITHMETIC = frozenset({"-", "*", "/", "%", "**"})
_ORDER = frozenset({"<", ">", "<=", ">="})
_EQUALITY = frozenset({"===", "!==", "==", "!="})
_PLUS = "+"
# What every value has, whatever its type.
_COMMON = frozenset({"toString", "valueOf", "hasOwnProperty"})


class Sort(Enum):
    """What a scalar is to code; the value is how TypeScript calls it."""

    NUMBER = "number"
    STRING = "string"
    BOOLEAN = "boolean"
    DATE = "Date"


def sort_of(type_: Type) -> Sort | None:
    """The one sort of a type, `null` and `undefined` left aside; None: several, or another."""
    found = {_sort(part) for part in parts_of(type_) if part not in NOTHING}
    return found.pop() if len(found) == 1 else None


def _sort(type_: Type) -> Sort | None:
    if isinstance(type_, Literal):
        if isinstance(type_.value, bool):
            return Sort.BOOLEAN
        return Sort.STRING if isinstance(type_.value, str) else Sort.NUMBER
    if isinstance(type_, Primitive):
        return {STRING: Sort.STRING, NUMBER: Sort.NUMBER, BOOLEAN: Sort.BOOLEAN}.get(type_)
    return Sort.DATE if is_date(type_) else None


def demanded(types: Types, module: Module, expression: Node, declared: Sort) -> bool:
    """Whether the place needs the value to be of the sort that it was declared with.

    A value that is merely shown, tested or handed on as it is needs nothing.
    """
    outer = whole(expression)
    parent = outer.parent
    if parent is None:
        return False
    if parent.type == "member_expression" and parent.child_by_field_name("object") == outer:
        name = parent.child_by_field_name("property")
        return name is not None and text(name) not in _COMMON
    if parent.type == "binary_expression":
        return _operand(types, module, parent, outer, declared)
    if parent.type == "unary_expression":
        operator = parent.child_by_field_name("operator")
        return operator is not None and operator.type in ("-", "~") and declared is Sort.NUMBER
    if parent.type == "subscript_expression" and parent.child_by_field_name("object") == outer:
        return declared is Sort.STRING
    if outer.type == "shorthand_property_identifier":
        return _shorthand(types, module, outer, declared)
    return sort_of(types.contextual(module, outer)) is declared


def _shorthand(types: Types, module: Module, node: Node, declared: Sort) -> bool:
    """`{ amount }` where a type, not the literal itself, says what `amount` is."""
    found = types.symbol_at(module, node).members
    typed = [m for m in found if m.node is not None and m.node != node]
    return any(sort_of(types.member_type(m)) is declared for m in typed)


def _operand(types: Types, module: Module, binary: Node, operand: Node, declared: Sort) -> bool:
    operator = binary.child_by_field_name("operator")
    sign = operator.type if operator is not None else ""
    if declared in (Sort.NUMBER, Sort.DATE) and sign in _ARITHMETIC | _ORDER:
        return True
    if sign == _PLUS or sign in _EQUALITY:
        sides = (binary.child_by_field_name("left"), binary.child_by_field_name("right"))
        other = next((s for s in sides if s is not None and s != operand), None)
        if other is None or (sign == _PLUS and declared is not Sort.NUMBER):
            return False
        if sign in _EQUALITY and _property(whole(other)) == _property(operand) is not None:
            return False  # `a.id === b.id` holds for whatever both are
        return sort_of(types.of(module, other)) is declared
    if sign in ("||", "??"):
        return sort_of(types.contextual(module, operand)) is declared
    return False


def _property(node: Node) -> str | None:
    name = node.child_by_field_name("property") if node.type == "member_expression" else None
    return text(name) if name is not None else None
