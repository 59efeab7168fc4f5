"""What callers give for an expression: an argument, a key of an object, or that they leave it out.

Of a value that is `undefined` for now nobody knows what it will be: `useState(null)`. Of what a
call doesn't say, it is known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate import parameters
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import Later
from fixer.program.module import Module
from fixer.program.scopes import Binding, BindingKind
from fixer.program.syntax import children_of, first_named, string_value, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

MAX_HANDED = 8  # functions that only hand on what they are given
AROUND = frozenset({"parenthesized_expression", "non_null_expression", "as_expression"})
UNDEFINED, NULL = "undefined", "null"
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """`names` of the expression `node`, one of another; `node` None: it is left out.

    `by_caller`: it is said where a function is called, not in the function itself.
    """

    module: Module
    node: Node | None
    env: Env
    names: Names = ()
    by_caller: bool = False

    @property
    def nothing(self) -> str | None:
        """`undefined` or `null`, if it is one of them."""
        if self.node is None:
            return UNDEFINED
        written = text(self.node)
        if written not in (UNDEFINED, NULL):
            return None
        return UNDEFINED if self.names else written


def given(
    ev: Evaluator, module: Module, node: Node, env: Env, names: Names = (), steps: int = MAX_HANDED
) -> Given | None:
    """What is given for an expression, or itself; None: that can't be told."""
    expression: Node | None = node
    while expression is not None and expression.type in (*AROUND, "member_expression"):
        if expression.type == "member_expression":
            name = expression.child_by_field_name("property")
            names = (text(name), *names) if name is not None else names
            expression = expression.child_by_field_name("object")
        else:
            expression = first_named(expression)
    if expression is None or steps == 0:
        return None
    if expression.type == "object" and names:
        return _of_key(ev, module, expression, env, names, steps)
    binding = module.resolve(expression) if expression.type in _IDENTIFIERS else None
    if binding is not None and binding.kind is BindingKind.PARAMETER:
        return _of_parameter(ev, module, expression, binding, env, names, steps)
    taken = _of_constant(ev, module, binding, env, steps) if binding and not names else None
    return taken or Given(module, expression, env, names)


def _of_constant(
    ev: Evaluator, module: Module, binding: Binding, env: Env, steps: int
) -> Given | None:
    """What a caller gives for a constant that is taken off a parameter: `const { a } = given`."""
    pattern, value = (binding.node.child_by_field_name(f) for f in ("name", "value"))
    if binding.kind is not BindingKind.CONST or pattern is None or value is None:
        return None
    taken = _taken(pattern, binding.name_node) if value.type in _IDENTIFIERS else None
    if taken is None or not taken.names:
        return None
    found = given(ev, module, value, env, taken.names, steps - 1)
    if found is None or not found.by_caller:
        return None
    if taken.default is not None and found.nothing == UNDEFINED:
        return given(ev, module, taken.default, env, (), steps - 1)
    return found


_IDENTIFIERS = frozenset({"identifier", "shorthand_property_identifier"})


def _of_key(
    ev: Evaluator, module: Module, literal: Node, env: Env, names: Names, steps: int
) -> Given | None:
    for part in children_of(literal):
        key = part.child_by_field_name("key")
        if part.type in ("spread_element", "method_definition"):
            return None
        if key is not None and key.type == "computed_property_name":
            return None
        if (string_value(key) or text(key) if key is not None else text(part)) == names[0]:
            value = part.child_by_field_name("value") if key is not None else part
            return given(ev, module, value, env, names[1:], steps) if value is not None else None
    return Given(module, None, env)


def _of_parameter(
    ev: Evaluator, module: Module, use: Node, binding: Binding, env: Env, names: Names, steps: int
) -> Given | None:
    parameter, function = binding.node, parameters.function_of(binding.node)
    entered = env.activation(function) if function is not None else None
    if function is None or entered is None or entered.arguments is None:
        return Given(module, use, env, names)
    pattern = parameter.child_by_field_name("pattern") or parameter
    taken, listed = _taken(pattern, binding.name_node), parameters.listed(function)
    if taken is None or parameter not in listed or _may_be_set(ev, module, binding, use, names):
        return None
    found: Given | None = Given(module, None, env)
    position, own = listed.index(parameter), taken.names if taken.names else names
    if position < len(entered.arguments):
        argument = entered.arguments[position]
        if not isinstance(argument, Later):
            return None
        found = given(ev, argument.module, argument.node, argument.env, (), steps - 1)
    for default, further in ((parameter.child_by_field_name("value"), own), (taken.default, ())):
        if found is not None and default is not None and found.nothing == UNDEFINED:
            found = given(ev, module, default, entered, (), steps - 1)
        found = _further(ev, found, further, steps)
    if taken.names:
        found = _further(ev, found, names, steps)
    return replace(found, by_caller=True) if found is not None else None


def _further(ev: Evaluator, found: Given | None, names: Names, steps: int) -> Given | None:
    """`names` of what was found."""
    if found is None or not names:
        return found
    if found.nothing is not None or found.node is None:
        return replace(found, node=None, names=())
    return given(ev, found.module, found.node, found.env, (*found.names, *names), steps - 1)


@dataclass(frozen=True, slots=True)
class _Taken:
    names: Names = ()
    default: Node | None = None


def _taken(pattern: Node, name: Node) -> _Taken | None:
    """What a pattern takes for a name: nothing, or one key; None: something else."""
    if pattern == name:
        return _Taken()
    holder = name.parent
    if holder is not None and holder.type == "pair_pattern" and holder.parent == pattern:
        key = holder.child_by_field_name("key")
        is_plain = key is not None and key.type == "property_identifier"
        return _Taken((text(key),)) if key is not None and is_plain else None
    if name.type != "shorthand_property_identifier_pattern" or holder is None:
        return None
    if holder == pattern:
        return _Taken((text(name),))
    if holder.type == "object_assignment_pattern" and holder.parent == pattern:
        return _Taken((text(name),), holder.child_by_field_name("right"))
    return None


def _may_be_set(ev: Evaluator, module: Module, binding: Binding, use: Node, names: Names) -> bool:
    """Whether anything changes a parameter, or what it holds, if that is asked for."""
    changes = ev.facts.changes(module, binding)
    return changes.is_set or (bool(names) and changes.handed_on < use.start_byte)
