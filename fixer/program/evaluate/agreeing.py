"""A variable that a question decides, where the same question was answered.

`const url = id ? one : all; if (id) put(url); else post(url)`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from tree_sitter import Node

from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.settled import asks_members, is_settled
from fixer.program.evaluate.values import Value
from fixer.program.evaluate.writes import Guard, guard_of, leaves
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS, Binding, BindingKind
from fixer.program.syntax import children_of, first_named, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

_AROUND = frozenset(
    {"parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression"}
)
# What gives the same again wherever it is asked.
_LASTING = frozenset(
    {"identifier", "property_identifier", "member_expression", "this", "optional_chain", "number"}
    | {"unary_expression", "binary_expression", "parenthesized_expression", "string", "null"}
    | {"string_fragment", "undefined", "true", "false", "non_null_expression"}
)
_UNEQUAL = {"!==": "===", "!=": "=="}
_CONNECTING = {"&&": True, "||": False}


class _Answer(NamedTuple):
    """A condition, and whether it holds."""

    question: Node
    holds: bool


def agreed(ev: Evaluator, module: Module, at: Node, binding: Binding, env: Env) -> Value | None:
    """What a constant is at its use `at`; None: nothing there decides about it."""
    declarator = binding.node
    name, value = (declarator.child_by_field_name(f) for f in ("name", "value"))
    choice = bare(value) if value is not None else None
    if choice is None or choice.type != "ternary_expression" or name is None:
        return None
    asked = choice.child_by_field_name("condition")
    if binding.kind is not BindingKind.CONST or name.type != "identifier" or asked is None:
        return None
    sought = _plain(_Answer(asked, holds=True))
    for answer in _answers(at):
        if _asks_same(ev, module, sought.question, answer.question):
            if asks_members(asked) and not is_settled(declarator, answer.question):
                return None
            side = "consequence" if answer.holds == sought.holds else "alternative"
            chosen = choice.child_by_field_name(side)
            return ev.inside(module, chosen, env.around(declarator)) if chosen else None
    return None


def _answers(at: Node) -> Iterator[_Answer]:
    """What is known of conditions at a node of a function, innermost first."""
    child, parent = at, at.parent
    while parent is not None and parent.type not in FUNCTIONS:
        guard = guard_of(parent, child)
        if guard is not None:
            yield from _told(guard)
        if parent.type in ("statement_block", "program"):
            yield from _left(child)
        child, parent = parent, parent.parent


def _left(statement: Node) -> Iterator[_Answer]:
    """What is known behind `if (id) { …; return; }`."""
    before = statement.prev_named_sibling
    while before is not None:
        branch = before.child_by_field_name("consequence")
        if before.type == "if_statement" and branch is not None and leaves(branch):
            condition = before.child_by_field_name("condition")
            yield from _told(Guard(condition, wanted=False))
        before = before.prev_named_sibling


def _told(guard: Guard) -> Iterator[_Answer]:
    if guard.condition is None or guard.default or guard.cases:
        return
    waiting = [_Answer(guard.condition, guard.wanted)]
    while waiting:
        answer = _plain(waiting.pop())
        yield answer
        # `a && b` that holds, and `a || b` that doesn't, say both.
        if _CONNECTING.get(_sign(answer.question)) is answer.holds:
            waiting += [_Answer(part, answer.holds) for part in children_of(answer.question)]


def _plain(answer: _Answer) -> _Answer:
    """Without parentheses and `!`; `a !== b` is said of `a === b`."""
    node, holds = bare(answer.question), answer.holds
    while node.type == "unary_expression" and text(node).startswith("!"):
        argument = node.child_by_field_name("argument")
        if argument is None:
            break
        node, holds = bare(argument), not holds
    return _Answer(node, holds != (_sign(node) in _UNEQUAL))


def _sign(node: Node) -> str:
    sign = node.child_by_field_name("operator")
    return sign.type if sign is not None and node.type == "binary_expression" else ""


def question_of(condition: Node, holds: bool) -> tuple[Node, bool]:
    """What a condition asks, without `!` and what is unequal, and whether that holds."""
    question, answer = _plain(_Answer(condition, holds))
    return question, answer


def bare(node: Node) -> Node:
    """An expression without parentheses and what only the type checker reads."""
    while node.type in _AROUND and (inner := first_named(node)) is not None:
        node = inner
    return node


def _asks_same(ev: Evaluator, module: Module, one: Node, other: Node) -> bool:
    signs = [_UNEQUAL.get(_sign(node), _sign(node)) for node in (one, other)]
    if signs[0] not in _UNEQUAL.values():
        return is_same(ev, module, one, other)
    parts = children_of(one), children_of(other)
    return signs[0] == signs[1] and all(
        is_same(ev, module, a, b) for a, b in zip(*parts, strict=True)
    )


def is_same(ev: Evaluator, module: Module, one: Node, other: Node) -> bool:
    """Whether two expressions ask the same of variables that nothing else is written into."""
    if text(one) != text(other) or one.type != other.type or one.type not in _LASTING:
        return False
    if one.type == "identifier":
        binding = module.resolve(one)
        is_written = binding is not None and bool(ev.facts.writes(module, binding))
        return module.resolve(other) == binding and not is_written
    parts = children_of(one), children_of(other)
    return all(is_same(ev, module, a, b) for a, b in zip(*parts, strict=True))
