"""Whether a caller leaves something out: an argument, or a key of an object that is given.

Of a value that is `undefined` for now nobody knows what it will be: `useState(null)`. Of what a
call doesn't say, it is known.
"""

from __future__ import annotations

from tree_sitter import Node

from fixer.program.evaluate import parameters
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import Later
from fixer.program.evaluate.writes import find_writes
from fixer.program.module import Module
from fixer.program.syntax import children_of, first_named, string_value, text

MAX_HANDED = 8  # functions that only hand on what they are given
_AROUND = frozenset({"parenthesized_expression", "non_null_expression", "as_expression"})
_NOTHING = frozenset({"undefined", "null"})
Names = tuple[str, ...]


def is_left_out(module: Module, node: Node, env: Env) -> bool:
    """Whether an expression reads what no caller around it has given."""
    return _lacks(module, node, env, (), MAX_HANDED)


def _lacks(module: Module, node: Node | None, env: Env, names: Names, steps: int) -> bool:
    """Whether `names` of an expression, one of another, are left out."""
    while node is not None and node.type in (*_AROUND, "member_expression"):
        if node.type in _AROUND:
            node = first_named(node)
            continue
        name = node.child_by_field_name("property")
        names = (text(name), *names) if name is not None else names
        node = node.child_by_field_name("object")
    if node is None or steps == 0:
        return False
    if text(node) in _NOTHING:
        return True
    if node.type == "object":
        return _lacks_key(module, node, env, names, steps)
    if node.type not in ("identifier", "shorthand_property_identifier"):
        return False
    return _is_not_given(module, node, env, names, steps)


def _lacks_key(module: Module, literal: Node, env: Env, names: Names, steps: int) -> bool:
    if not names:
        return False
    for part in children_of(literal):
        key = part.child_by_field_name("key")
        if part.type in ("spread_element", "method_definition"):
            return False
        if key is not None and key.type == "computed_property_name":
            return False
        if (string_value(key) or text(key) if key is not None else text(part)) == names[0]:
            value = part.child_by_field_name("value") if key is not None else part
            return _lacks(module, value, env, names[1:], steps)
    return True


def _is_not_given(module: Module, node: Node, env: Env, names: Names, steps: int) -> bool:
    """Whether a parameter's argument is left out, or is what its own caller leaves out."""
    binding = module.resolve(node)
    function = parameters.function_of(binding.node) if binding is not None else None
    entered = env.activation(function) if function is not None else None
    if binding is None or function is None or entered is None or entered.arguments is None:
        return False
    parameter, listed = binding.node, parameters.listed(function)
    taken = _taken(parameter, binding.name_node)
    if taken is None or parameter not in listed or find_writes(module, binding):
        return False
    names, position = (*taken, *names), listed.index(parameter)
    if position >= len(entered.arguments):
        default = parameter.child_by_field_name("value")
        return default is None or _lacks(module, default, env, names, steps - 1)
    given = entered.arguments[position]
    if not isinstance(given, Later):
        return False
    return _lacks(given.module, given.node, given.env, names, steps - 1)


def _taken(parameter: Node, name: Node) -> Names | None:
    """What a parameter's pattern takes for a name: nothing, or one key; None: something else."""
    pattern = parameter.child_by_field_name("pattern") or parameter
    if pattern == name:
        return ()
    holder = name.parent
    if name.type == "shorthand_property_identifier_pattern" and holder == pattern:
        return (text(name),)
    return None
