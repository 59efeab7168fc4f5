"""Object literals: their keys, and where a variable without a type carries them."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.facts.giving import is_key
from fixer.program.module import Module
from fixer.program.syntax import children_of, first_named
from fixer.program.types import Types
from fixer.program.types.model import UNKNOWN, Member, Type, Unknown, parts_of, present, union
from fixer.program.types.tables import name_of, name_text
from fixer.rewrite.rename import SHORTHAND

_ENTRIES = ("pair", "method_definition", SHORTHAND)


def taking(member: Member, types: Types) -> Iterator[Type]:
    """The types as which a literal's value is taken where its variable is handed on.

    `const data = { old: 1 }; send(data)`: the compiler's rename of what `send` takes leaves it.
    Of a literal inside of that one, `{ row: { old: 1 } }`, what its property takes. Likewise as
    which that is taken which a callback makes: `send(names.map((name) => ({ old: name })))`.
    """
    module, key = member.module, member.name_node
    literal = literal_of(key) if key is not None and is_key(key) else None
    if module is not None and literal is not None:
        yield from parts_of(_by_result(module, literal, types))
        if isinstance(types.contextual(module, literal), Unknown):
            yield from _spread(module, literal, types)
    found = _variable(key) if key is not None and is_key(key) else None
    binding = module.resolve(found[0]) if module is not None and found is not None else None
    if module is None or found is None or binding is None:
        return
    name, way = found
    for use in module.references(binding):
        if use != name:
            yield _inside(present(types.contextual(module, use)), way, types)


def _by_result(module: Module, literal: Node, types: Types) -> Type:
    """`names.map((name) => ({ … }))`, `names.flatMap((name) => [{ … }])`."""
    holder = literal.parent
    if holder is not None and holder.type == "array":
        return present(types.element(present(types.by_result(module, holder))))
    return present(types.by_result(module, literal))


def _spread(module: Module, literal: Node, types: Types) -> Iterator[Type]:
    """What a literal is made of, so that its own keys take the place of what that has.

    `return { ...state, old: action.value }` of a function that says of no result what it is.
    """
    for part in children_of(literal):
        inner = first_named(part) if part.type == "spread_element" else None
        if inner is not None:
            yield from parts_of(present(types.of(module, inner)))


def _inside(type_: Type, way: tuple[str | None, ...], types: Types) -> Type:
    """What a type holds below keys; None: whatever its list holds."""
    for step in way:
        if step is None:
            type_ = present(types.element(type_))
        else:
            held = [types.member_type(m) for m in types.member(type_, step)]
            type_ = present(union(*held)) if held else UNKNOWN
    return type_


def _variable(key: Node) -> tuple[Node, tuple[str | None, ...]] | None:
    """The name of the variable, without a type, whose value holds a key, and the way there."""
    literal, way = literal_of(key), list[str | None]()
    while literal is not None and (holder := literal.parent) is not None:
        if holder.type == "variable_declarator":
            name = holder.child_by_field_name("name")
            is_typed = holder.child_by_field_name("type") is not None
            is_name = name is not None and name.type == "identifier" and not is_typed
            return (name, tuple(reversed(way))) if name is not None and is_name else None
        if holder.type == "pair":
            outer = name_of(holder)
            step = name_text(outer) if outer is not None else None
            if step is None:
                return None
            way.append(step)
            literal = holder.parent
        elif holder.type == "array":
            way.append(None)
            literal = holder
        else:
            return None
    return None


def literal_of(key: Node) -> Node | None:
    """The object literal that a name is a key of."""
    entry = key.parent if key.parent is not None and key.parent.type == "pair" else key
    literal = entry.parent
    return literal if literal is not None and literal.type == "object" else None


def keys_of(literal: Node) -> list[str]:
    """The keys of an object literal that are written out."""
    names = (name_of(c) for c in children_of(literal) if c.type in _ENTRIES)
    keys = (name_text(name) for name in names if name is not None)
    return [key for key in keys if key is not None]
