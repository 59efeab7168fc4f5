"""A condition on a variable, and which of the variable's values get past it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate.matching import asked, found_in
from fixer.program.evaluate.slicing import edge_of
from fixer.program.evaluate.truth import any_of, equal, tested, truth
from fixer.program.evaluate.values import Array, Record, Text, Value, candidates, union
from fixer.program.evaluate.writes import Guard, Write, enclosing_function, guard_of
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS, Binding, BindingKind
from fixer.program.syntax import children_of, first_named, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

TESTS = frozenset({"startsWith", "endsWith", "includes"})
_LITERALS = frozenset({"string", "number", "null", "undefined", "true", "false"})
_EQUALITY = frozenset({"===", "==", "!==", "!="})
_COMPARED: dict[str, Callable[[int, int], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "===": operator.eq,
    "==": operator.eq,
    "!==": operator.ne,
    "!=": operator.ne,
}


def narrowed(
    ev: Evaluator,
    module: Module,
    value: Value,
    at: Node,
    binding: Binding,
    writes: Sequence[Write],
) -> Value:
    """What a variable can be at its use `at`, behind the conditions of that function on it.

    `url.endsWith('/') ? url : url + '/'`
    """
    child, parent, until = at, at.parent, at.start_byte
    if any(enclosing_function(w.at) != enclosing_function(at) for w in writes):
        return value  # it may be called between a condition and the use
    while parent is not None and parent.type not in FUNCTIONS:
        guard = guard_of(parent, child)
        if guard is not None and not any(_is_between(w.at, child, until) for w in writes):
            is_constant = binding.kind is BindingKind.CONST
            chosen = _chosen(ev, module, guard, binding) if is_constant else None
            if chosen is not None:
                return chosen
            value = entering(ev, module, value, guard, binding) or value
        if parent.type in _LOOPS:  # what is written behind the use counts in the next round
            until = parent.end_byte
        child, parent = parent, parent.parent
    return value


def _chosen(ev: Evaluator, module: Module, guard: Guard, binding: Binding) -> Value | None:
    """What a table has under the keys that a `case` names: `const path = PATHS[kind]`."""
    looked_up = binding.node.child_by_field_name("value")
    if not guard.cases or guard.condition is None or looked_up is None:
        return None
    if looked_up.type != "subscript_expression":
        return None
    table, index = (looked_up.child_by_field_name(f) for f in ("object", "index"))
    asked = _bare(guard.condition)
    if table is None or index is None or not _is_same(ev, module, index, asked):
        return None
    keys = [ev.value(module, case) for case in guard.cases]
    found: list[Value] = []
    for held in candidates(ev.value(module, table)):
        for key in keys:
            name = key.literal if isinstance(key, Text) else None
            member = held.members.get(name or "") if isinstance(held, Record) else None
            if member is None:
                return None
            found.append(ev.force(member.value))
    return union(found)


def _is_same(ev: Evaluator, module: Module, one: Node, other: Node | None) -> bool:
    """Whether two expressions give the same: `kind`, if nothing else is written into it."""
    if other is None or text(one) != text(other):
        return False
    while one.type == "member_expression" and other.type == "member_expression":
        holder, asked = one.child_by_field_name("object"), other.child_by_field_name("object")
        if holder is None or asked is None:
            return False
        one, other = holder, asked
    if one.type != "identifier":
        return one.type == "this"
    binding = module.resolve(one)
    is_written = binding is not None and bool(ev.facts.writes(module, binding))
    return module.resolve(other) == binding and not is_written


def _bare(condition: Node) -> Node | None:
    is_in_parentheses = condition.type == "parenthesized_expression"
    return first_named(condition) if is_in_parentheses else condition


_LOOPS = frozenset({"for_statement", "for_in_statement", "while_statement", "do_statement"})


def _is_between(write: Node, branch: Node, until: int) -> bool:
    """Whether a write stands in a branch before where what is written there is used."""
    return branch.start_byte <= write.start_byte and write.end_byte <= until


def entering(
    ev: Evaluator, module: Module, value: Value, guard: Guard, binding: Binding
) -> Value | None:
    """What of a variable's value gets to a branch that asks for it; None: nothing does.

    `query ? query += '&' : query += '?'`; `if (url.endsWith('/')) url = url.slice(0, -1)`.
    """
    if guard.condition is None or guard.default:
        return value
    answers = [
        (c, _answered(ev, module, c, guard, guard.condition, binding)) for c in candidates(value)
    ]
    kept = [c for c, known in answers if known in (None, guard.wanted)]
    if len(kept) == len(answers):
        return value
    return union(kept) if kept else None


def _answered(
    ev: Evaluator, module: Module, value: Value, guard: Guard, condition: Node, binding: Binding
) -> bool | None:
    if not guard.cases:
        return _told(ev, module, value, condition, binding)
    inner = _bare(condition)
    is_read = inner is not None and _is_read(module, inner, binding)
    if not is_read or any(case.type not in _LITERALS for case in guard.cases):
        return None
    return any_of([equal(value, ev.value(module, case)) for case in guard.cases])


def _told(
    ev: Evaluator, module: Module, value: Value, condition: Node, binding: Binding
) -> bool | None:
    """What a condition says where the variable has a value; None: nothing, or not to be told."""
    if condition.type == "parenthesized_expression":
        inner = first_named(condition)
        return _told(ev, module, value, inner, binding) if inner is not None else None
    if condition.type == "unary_expression" and text(condition).startswith("!"):
        argument = condition.child_by_field_name("argument")
        known = _told(ev, module, value, argument, binding) if argument is not None else None
        return None if known is None else not known
    if condition.type == "identifier":
        return truth(value) if _is_read(module, condition, binding) else None
    if condition.type == "call_expression" and isinstance(value, Text):
        return _of_call(ev, module, value, condition, binding)
    if condition.type == "binary_expression":
        return _of_comparison(ev, module, value, condition, binding)
    size = _size(module, value, condition, binding)
    return None if size is None else size > 0


def _of_call(
    ev: Evaluator, module: Module, value: Text, call: Node, binding: Binding
) -> bool | None:
    if (question := asked(module, call)) is not None:
        is_meant = _is_read(module, question.subject, binding)
        return found_in(value, question.pattern) if is_meant else None
    callee, arguments = (call.child_by_field_name(f) for f in ("function", "arguments"))
    if callee is None or callee.type != "member_expression" or arguments is None:
        return None
    target, name = (callee.child_by_field_name(f) for f in ("object", "property"))
    if target is None or name is None or not _is_read(module, target, binding):
        return None
    if text(name) not in TESTS or len(children_of(arguments)) != 1:
        return None
    return truth(tested(value, text(name), ev.value(module, children_of(arguments)[0])))


def _of_comparison(
    ev: Evaluator, module: Module, value: Value, comparison: Node, binding: Binding
) -> bool | None:
    """`x === 'a'`, `x[x.length - 1] === '/'`, `x.length > 0`."""
    left, right = (comparison.child_by_field_name(f) for f in ("left", "right"))
    sign = comparison.child_by_field_name("operator")
    if left is None or right is None or sign is None or right.type not in _LITERALS:
        return None
    if _is_read(module, left, binding) and sign.type in ("===", "!=="):
        same = equal(value, ev.value(module, right))
        return None if same is None else same == (sign.type == "===")
    if isinstance(value, Text) and sign.type in _EQUALITY and right.type == "string":
        return _of_edge(ev, module, value, left, ev.value(module, right), sign.type, binding)
    size = _size(module, value, left, binding)
    if size is None or sign.type not in _COMPARED or not text(right).isdecimal():
        return None
    return _COMPARED[sign.type](size, int(text(right)))


def _of_edge(
    ev: Evaluator,
    module: Module,
    value: Text,
    taken: Node,
    wanted: Value,
    sign: str,
    binding: Binding,
) -> bool | None:
    """What the comparison of the variable's first or last characters says."""
    edge = edge_of(taken)
    if edge is None or not _is_read(module, edge.of, binding) or not isinstance(wanted, Text):
        return None
    if len(wanted.literal or "") != edge.count:
        return None
    same = truth(tested(value, edge.test, wanted))
    return None if same is None else same == (sign in ("===", "=="))


def _size(module: Module, value: Value, length: Node, binding: Binding) -> int | None:
    """What `x.length` is where `x` is the variable."""
    if length.type != "member_expression" or not isinstance(value, Array) or value.rest:
        return None
    target, name = (length.child_by_field_name(f) for f in ("object", "property"))
    if target is None or name is None or text(name) != "length":
        return None
    return len(value.items) if _is_read(module, target, binding) else None


def _is_read(module: Module, node: Node, binding: Binding) -> bool:
    return node.type == "identifier" and module.resolve(node) == binding
