"""Object literals: their keys, and where a variable without a type carries them."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.facts.giving import is_key
from fixer.program.syntax import children_of
from fixer.program.types import Types
from fixer.program.types.model import Member, Type, present
from fixer.program.types.tables import name_of, name_text
from fixer.rewrite.rename import SHORTHAND

_ENTRIES = ("pair", "method_definition", SHORTHAND)


def taking(member: Member, types: Types) -> Iterator[Type]:
    """The types as which a literal's value is taken where its variable is an argument.

    `const data = { old: 1 }; send(data)`: the compiler's rename of what `send` takes leaves it.
    """
    module, key = member.module, member.name_node
    variable = _variable(key) if key is not None and is_key(key) else None
    binding = module.resolve(variable) if module is not None and variable is not None else None
    if module is None or binding is None:
        return
    for use in module.references(binding):
        if use.parent is not None and use.parent.type == "arguments":
            yield present(types.contextual(module, use))


def _variable(key: Node) -> Node | None:
    """The name of the variable, without a type, whose value is the literal around a key."""
    literal = literal_of(key)
    holder = literal.parent if literal is not None else None
    if holder is None or holder.type != "variable_declarator":
        return None
    name = holder.child_by_field_name("name")
    is_typed = holder.child_by_field_name("type") is not None
    return name if name is not None and name.type == "identifier" and not is_typed else None


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
