"""What the code around a reference has found out about it: guards, discriminants, early exits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS, BindingKind
from fixer.program.svelte.blocks import name_of_block
from fixer.program.syntax import children_of, first_named, string_value
from fixer.program.types.aliasing import may_tell
from fixer.program.types.enums import unit
from fixer.program.types.guards import assume, reference_of
from fixer.program.types.model import (
    NULL,
    Context,
    Function,
    Literal,
    Named,
    Type,
    Union,
    Unknown,
    WireType,
    parts_of,
    union,
)
from fixer.program.types.relations import assignable
from fixer.program.types.tables import name_of, name_text

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_EXITS = frozenset({"return_statement", "throw_statement", "continue_statement", "break_statement"})
_LOOSE = frozenset({BindingKind.LET, BindingKind.VAR})


def narrowed(engine: Engine, context: Context, node: Node, type_: Type) -> Type:
    """`type_` of the reference `node`, less what cannot be where it stands."""
    if not isinstance(type_, (Union, Unknown, WireType)):
        return type_
    return _assumed(engine, context, node, type_)


def guarded(engine: Engine, context: Context, node: Node, type_: Type, name: str) -> Type:
    """A type without a property, as a guard knows the value: `isAdmin(user) && user.rights`."""
    if not isinstance(type_, Named) or engine.find(type_, name) or not engine.is_closed(type_):
        return type_
    return _assumed(engine, context, node, type_)


def _assumed(engine: Engine, context: Context, node: Node, type_: Type) -> Type:
    reference = reference_of(node)
    if reference is None:
        return type_
    # Outermost first: an inner guard may rest on an outer one.
    for condition, holds in reversed(list(conditions(engine, context, node))):
        if reference.root not in (condition.text or b"") and not (
            isinstance(type_, Union)
            and node.type == "identifier"
            and may_tell(engine, context, condition, reference.root)
        ):
            continue
        type_ = assume(engine, context, condition, holds, reference, type_)
    return type_


def conditions(engine: Engine, context: Context, node: Node) -> Iterator[tuple[Node, bool]]:
    """The conditions that hold, or don't, where `node` is evaluated; innermost first."""
    component = context.module.component  # its `{#each}` is read as a function, and is none
    child, parent = node, engine.parent(node)
    while parent is not None:
        kind = parent.type
        if kind in ("if_statement", "ternary_expression"):
            yield from _branch(parent, child)
        elif kind == "binary_expression":
            yield from _operand(parent, child)
        elif kind == "while_statement":
            yield from _branch(parent, child, body="body")
        elif kind in ("statement_block", "program"):
            yield from _passed(engine, parent, child)
        elif kind in ("switch_case", "switch_default"):
            yield parent, True
            yield from _passed(engine, parent, child)
        elif (
            kind in FUNCTIONS
            and (component is None or name_of_block(component, parent, 1) is None)
            and _is_loose(engine, context, node)
        ):
            return
        child, parent = parent, engine.parent(parent)


def _is_loose(engine: Engine, context: Context, node: Node) -> bool:
    """Whether the reference is a variable that may have changed when a closure runs."""
    root = node
    while root.type in ("member_expression", "subscript_expression", "non_null_expression"):
        inner = root.child_by_field_name("object") or first_named(root)
        if inner is None:
            return True
        root = inner
    if root.type != "identifier":
        return False
    binding = engine.binding(context.module, root)
    return binding is not None and binding.kind in _LOOSE


def _branch(parent: Node, child: Node, body: str = "consequence") -> Iterator[tuple[Node, bool]]:
    condition = parent.child_by_field_name("condition")
    if condition is None or child == condition:
        return
    if child == parent.child_by_field_name(body):
        yield condition, True
    elif child == parent.child_by_field_name("alternative"):
        yield condition, False


def _operand(parent: Node, child: Node) -> Iterator[tuple[Node, bool]]:
    left, operator = parent.child_by_field_name("left"), parent.child_by_field_name("operator")
    if left is None or operator is None or child == left:
        return
    if operator.type in ("&&", "||"):
        yield left, operator.type == "&&"


def _passed(engine: Engine, block: Node, child: Node) -> Iterator[tuple[Node, bool]]:
    """Conditions of earlier `if`s that leave: below them the opposite holds."""
    known = engine.left_by.get(block.id)
    if known is None:
        ifs = (s for s in reversed(block.named_children) if s.type == "if_statement")
        known = tuple((s.start_byte, found) for s in ifs if (found := tuple(_outcome(s))))
        engine.left_by[block.id] = known
    for start, conditions in known:
        if start < child.start_byte:
            yield from conditions


def _outcome(statement: Node) -> Iterator[tuple[Node, bool]]:
    """What holds behind an `if` of which a branch leaves; `else if` is part of it."""
    condition = statement.child_by_field_name("condition")
    then, other = (statement.child_by_field_name(f) for f in ("consequence", "alternative"))
    inner = first_named(other) if other is not None else None
    if condition is None or then is None:
        return
    if _leaves(then):
        yield condition, False
        if inner is not None and inner.type == "if_statement":
            yield from _outcome(inner)
    elif inner is not None and _leaves(inner):
        yield condition, True


def _leaves(statement: Node) -> bool:
    if statement.type in _EXITS:
        return True
    if statement.type == "if_statement":
        then, other = (statement.child_by_field_name(f) for f in ("consequence", "alternative"))
        inner = first_named(other) if other is not None else None
        return then is not None and inner is not None and _leaves(then) and _leaves(inner)
    if statement.type != "statement_block" or not children_of(statement):
        return False
    return _leaves(children_of(statement)[-1])


def discriminated(engine: Engine, context: Context, type_: Type, literal: Node) -> Type:
    """The alternatives of an expected type that an object literal can be, by its literal keys."""
    if not isinstance(type_, Union):
        return type_
    # No literal is a function, which has a `name` and a `length` too: `setRow({ name })`.
    kept = [p for p in type_.parts if not isinstance(p, Function)] or list(type_.parts)
    for child in children_of(literal):
        is_short = child.type == "shorthand_property_identifier"
        key = name_of(child) if is_short or child.type == "pair" else None
        value = child if is_short else child.child_by_field_name("value")
        name = name_text(key) if key is not None else None
        if name is None or value is None or not _is_unit(value):
            continue
        given = unit(engine, context, value)
        fitting = [p for p in kept if _admits(engine, p, name, given)]
        kept = fitting or kept
    return union(*kept)


_NAMES = frozenset({"identifier", "shorthand_property_identifier", "member_expression"})


def _is_unit(value: Node) -> bool:
    if value.type in ("true", "false", "number", "null", "undefined"):
        return True
    return string_value(value) is not None or value.type in _NAMES


def _admits(engine: Engine, part: Type, name: str, given: Type) -> bool:
    expected = engine.property_type(part, name)
    if isinstance(expected, Unknown):
        return bool(engine.find(part, name)) or not engine.is_closed(part)
    if given != NULL and not all(isinstance(p, Literal) for p in parts_of(given)):
        return True
    return assignable(engine, given, expected) is not False
