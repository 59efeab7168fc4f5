"""An array that begins empty takes the type of what its function puts into it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.parsing import typescript
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, text
from fixer.program.types.model import UNKNOWN, Context, Type, Unknown, union

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_ADDING = frozenset({"push", "unshift"})


def grown(engine: Engine, context: Context, name: Node, found: Type) -> Type:
    """The type of `const rows = []` after `rows.push(row)`, as control flow has it in TypeScript.

    `found` where nothing is put in, or where the compiler leaves such an array `any[]`.
    """
    if not _begins_empty(engine, name) or not engine.infers(context.module):
        return found
    binding = engine.binding(context.module, name)
    if binding is None:
        return found
    types = [
        type_
        for use in context.module.references(binding)
        if engine.ancestor(use, FUNCTIONS) == engine.ancestor(name, FUNCTIONS)
        for type_ in _added(engine, context, use)
    ]
    known = [t for t in types if not isinstance(t, Unknown)]
    return engine.array(union(*known)) if known and len(known) == len(types) else found


def filled_with(engine: Engine, context: Context, use: Node) -> Type:
    """The type of an array that began empty, by all that is ever put into it; Unknown else.

    Other than the compiler, which leaves some of them `any[]`, and asks about one function alone.
    """
    binding = engine.binding(context.module, use)
    declarator = engine.parent(binding.name_node) if binding is not None else None
    if binding is None or declarator is None or not _is_empty(declarator):
        return UNKNOWN
    types: list[Type] = []
    for place in context.module.references(binding):
        types += _added(engine, context, place)
        parent = engine.parent(place)
        if parent is not None and parent.type == "assignment_expression":
            right = parent.child_by_field_name("right")
            if right is not None and right != place:
                types.append(engine.expression(context.at(right), right))
    return engine.array(union(*types)) if types else UNKNOWN


def added_later(engine: Engine, context: Context, literal: Node) -> tuple[Type, ...]:
    """What is put into a variable's array besides what it begins with, in JavaScript.

    `const asked = [getHome()]; if (id) asked.push(getNotes(id))`
    """
    declarator = engine.parent(literal)
    name = declarator.child_by_field_name("name") if declarator is not None else None
    if name is None or declarator is None or declarator.type != "variable_declarator":
        return ()
    module = context.module
    is_typed = module.language == typescript() or module.path.suffix == ".tsx"
    if declarator.child_by_field_name("type") is not None or is_typed:
        return ()
    binding = engine.binding(module, name)
    if binding is None or binding.name_node != name:
        return ()
    uses = module.references(binding)
    return tuple(type_ for use in uses for type_ in _added(engine, context, use))


def _begins_empty(engine: Engine, name: Node) -> bool:
    declarator = engine.parent(name)
    if declarator is None or declarator.type != "variable_declarator":
        return False
    return _is_empty(declarator) and declarator.child_by_field_name("type") is None


def _is_empty(declarator: Node) -> bool:
    value = declarator.child_by_field_name("value")
    return value is not None and value.type == "array" and not children_of(value)


def _added(engine: Engine, context: Context, use: Node) -> Iterator[Type]:
    """What a use of the array puts into it: `rows.push(a, ...b)`, `rows[0] = a`."""
    holder = engine.parent(use)
    outer = engine.parent(holder) if holder is not None else None
    if holder is None or outer is None or holder.child_by_field_name("object") != use:
        return
    if outer.type == "assignment_expression" and outer.child_by_field_name("left") == holder:
        right = outer.child_by_field_name("right")
        if holder.type == "subscript_expression" and right is not None:
            yield engine.expression(context.at(right), right)
        return
    name = holder.child_by_field_name("property")
    arguments = outer.child_by_field_name("arguments")
    if name is None or text(name) not in _ADDING or arguments is None:
        return
    for argument in children_of(arguments):
        if argument.type == "spread_element":
            yield engine.element(engine.expression(context.at(argument), children_of(argument)[0]))
        elif argument.type != "comment":
            yield engine.expression(context.at(argument), argument)
