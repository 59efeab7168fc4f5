"""Whether a function comes to a place in it, by what a call gives: `if (method === 'GET') …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.leftout import given
from fixer.program.evaluate.told import is_told
from fixer.program.evaluate.truth import any_of, equal
from fixer.program.evaluate.values import (
    NOTHING,
    Nothing,
    Text,
    Truth,
    Unknown,
    Value,
    candidates,
)
from fixer.program.evaluate.writes import Guard, guards, leaves
from fixer.program.module import Module
from fixer.program.syntax import children_of, first_named

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

_EQUAL = {"===": True, "==": True, "!==": False, "!=": False}
# A value here is the same for `0` and `'0'`, and not for `1` and `1.0`.
_NUMBER = re.compile(r"[-+.]?\d|NaN|Infinity|$")
_PLAIN_NUMBER = re.compile(r"(0|[1-9]\d*)$")
_ZERO = re.compile(r"[-+]?0[0._xobn]*$|\.0+$|NaN$", re.IGNORECASE)


def reaches(ev: Evaluator, module: Module, node: Node, function: Node, env: Env) -> bool:
    """False only where what is known, word by word, leaves no way from `function` to `node`."""
    if not function.start_byte <= node.start_byte < function.end_byte:
        return True
    conditions = (*guards(node, function), *_left_before(node, function))
    return all(_holds(ev, module, guard, env) is not False for guard in conditions)


def _left_before(node: Node, function: Node) -> Iterator[Guard]:
    """`if (method === 'GET') return …;` before a place: behind it the condition is false."""
    child, parent = node, node.parent
    while parent is not None and child != function:
        is_hoisted = child.type in _HOISTED  # it may be called before the condition is asked
        if parent.type == "statement_block" and not is_hoisted:
            for earlier in children_of(parent):
                if earlier.start_byte >= child.start_byte:
                    break
                consequence = earlier.child_by_field_name("consequence")
                if earlier.type == "if_statement" and consequence is not None:
                    condition = earlier.child_by_field_name("condition")
                    if leaves(consequence):
                        yield Guard(condition, wanted=False)
        child, parent = parent, parent.parent


_HOISTED = frozenset({"function_declaration", "generator_function_declaration"})


def _holds(ev: Evaluator, module: Module, guard: Guard, env: Env) -> bool | None:
    if guard.condition is None or guard.default:
        return None
    if guard.cases:
        answers = [_equal(ev, module, guard.condition, c, env) for c in guard.cases]
        return any_of(answers)
    said = _truth(ev, module, guard.condition, env)
    return None if said is None else said == guard.wanted


def _truth(ev: Evaluator, module: Module, condition: Node, env: Env) -> bool | None:
    """Whether a condition is true; None where any part of it that decides isn't known whole."""
    inner = first_named(condition)
    if condition.type == "parenthesized_expression" and inner is not None:
        return _truth(ev, module, inner, env)
    operator = condition.child_by_field_name("operator")
    kind = operator.type if operator is not None else ""
    if condition.type == "unary_expression" and kind == "!" and inner is not None:
        said = _truth(ev, module, inner, env)
        return None if said is None else not said
    left, right = (condition.child_by_field_name(side) for side in ("left", "right"))
    if left is not None and right is not None and kind in ("&&", "||"):
        both = (_truth(ev, module, left, env), _truth(ev, module, right, env))
        deciding = kind == "||"
        if deciding in both:
            return deciding
        return None if None in both else not deciding
    if left is not None and right is not None and kind in _EQUAL:
        said = _equal(ev, module, left, right, env, strict=len(kind) == 3)
        return None if said is None else said == _EQUAL[kind]
    if _is_object(ev, module, condition, env):
        return True
    if not is_told(ev, module, (condition,), env):
        return None
    if _nothing(ev, module, condition, env) is not None:
        return False
    found = {_known(c) for c in candidates(ev.value(module, condition, env.around(condition)))}
    return found.pop() if len(found) == 1 else None


def _nothing(ev: Evaluator, module: Module, node: Node, env: Env) -> str | None:
    """`undefined` or `null`, where a caller gives that for an expression, or nothing."""
    found = given(ev, module, node, env.around(node))
    return found.nothing if found is not None else None


def _is_object(ev: Evaluator, module: Module, node: Node, env: Env) -> bool:
    """Whether a caller gives an object that it makes there: `save({ body: {} })`."""
    found = given(ev, module, node, env.around(node))
    made = found.node if found is not None and found.by_caller and not found.names else None
    return made is not None and made.type in _OBJECTS


_OBJECTS = frozenset({"object", "array", "arrow_function", "function_expression", "new_expression"})


def _known(value: Value) -> bool | None:
    if isinstance(value, Truth):
        return value.value
    literal = value.literal if isinstance(value, Text) else None
    if literal == "":
        return False
    return True if literal is not None and not _ZERO.match(literal) else None


def _equal(
    ev: Evaluator, module: Module, left: Node, right: Node, env: Env, *, strict: bool = True
) -> bool | None:
    """Whether two expressions are equal, where all that either can be is known."""
    if not is_told(ev, module, (left, right), env):
        return None
    nothings = [_nothing(ev, module, side, env) for side in (left, right)]
    if None not in nothings:
        return nothings[0] == nothings[1] or not strict
    one, other = (_told(ev, module, side, env) for side in (left, right))
    if not one or not other:
        return None
    said = {_alike(a, b) for a in one for b in other}
    return said.pop() if len(said) == 1 else None


def _alike(one: Value, other: Value) -> bool | None:
    literals = [it.literal for it in (one, other) if isinstance(it, Text)]
    said = equal(one, other)
    return None if said is False and any(it is None or _has_forms(it) for it in literals) else said


def _has_forms(literal: str) -> bool:
    """Whether another text may be the same number: `1.0`, and for `==` what is empty."""
    return bool(_NUMBER.match(literal)) and not _PLAIN_NUMBER.match(literal)


def _told(ev: Evaluator, module: Module, node: Node, env: Env) -> tuple[Value, ...]:
    """All that an expression can be; none where that isn't known."""
    if _nothing(ev, module, node, env) is not None:
        return (NOTHING,)
    found = tuple(candidates(ev.value(module, node, env.around(node))))
    return () if any(isinstance(it, Unknown | Nothing) for it in found) else found
