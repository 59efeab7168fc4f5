"""An object of defaults takes over the functions that somebody else lays on it later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import children_of, text
from fixer.program.types.model import Function, ObjectLiteral, Type, present, union

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_CASTS = frozenset({"as_expression", "satisfies_expression", "parenthesized_expression"})


def overridden(engine: Engine, holder: Type, name: str, found: Type) -> Type:
    """What a function of a variable's first value is at run time: one laid on it counts, too.

    `const options = { read: whole }; Object.assign(options, given);`
    """
    if not isinstance(holder, ObjectLiteral) or not isinstance(present(found), Function):
        return found
    types = [found]
    for use in _uses(engine, holder):
        for type_, is_sure in _laid(engine, holder, use, name):
            types = [type_] if is_sure else [*types, type_]
    return union(*types)


def _uses(engine: Engine, literal: ObjectLiteral) -> Iterator[Node]:
    """Where the variable is named that a literal is the first value of."""
    around = engine.parent(literal.node)
    while around is not None and around.type in _CASTS:
        around = engine.parent(around)
    declared = around.child_by_field_name("name") if around is not None else None
    if around is None or around.type != "variable_declarator" or declared is None:
        return
    binding = engine.binding(literal.context.module, declared)
    if binding is not None:
        yield from literal.context.module.references(binding)


def _laid(
    engine: Engine, literal: ObjectLiteral, use: Node, name: str
) -> Iterator[tuple[Type, bool]]:
    """The functions that one use lays under a name, and whether the object surely has them then."""
    around = engine.parent(use)
    outer = engine.parent(around) if around is not None else None
    if around is None or outer is None:
        return
    if around.type == "arguments" and children_of(around)[0] == use and _is_assign(outer):
        is_always = _is_beside(engine, literal, outer)
        for source in children_of(around)[1:]:
            type_ = present(engine.expression(literal.context.at(source), source))
            for member in engine.find(type_, name):
                value = present(engine.wire_member(member, literal.context))
                if isinstance(value, Function):
                    yield value, is_always and not member.optional
    elif outer.type == "assignment_expression" and outer.child_by_field_name("left") == around:
        written, right = around.child_by_field_name("property"), outer.child_by_field_name("right")
        if written is not None and right is not None and text(written) == name:
            value = present(engine.expression(literal.context.at(right), right))
            if isinstance(value, Function):
                yield value, False


def _is_assign(call: Node) -> bool:
    callee = call.child_by_field_name("function")
    return callee is not None and text(callee) == "Object.assign"


def _is_beside(engine: Engine, literal: ObjectLiteral, call: Node) -> bool:
    """Whether a call is a statement of the block that the literal's variable is declared in."""
    statement = engine.parent(call)
    declaration = engine.ancestor(literal.node, frozenset({"lexical_declaration"}))
    if statement is None or declaration is None or statement.type != "expression_statement":
        return False
    return engine.parent(statement) == engine.parent(declaration)
