"""A destructuring pattern and a value become the value of one name in the pattern."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate import members
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import (
    Array,
    Nothing,
    Place,
    Record,
    Unknown,
    Value,
    candidates,
    depends_of,
    union,
)
from fixer.program.module import Module
from fixer.program.syntax import children_of, string_value, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


@dataclass(frozen=True, slots=True)
class Step:
    """One step into a value: the member `name`, the element `index`, or what is left over.

    `default`: the expression that stands in for undefined. `without`: names a rest leaves out.
    """

    name: str | None = None
    index: int | None = None
    default: Node | None = None
    without: tuple[str, ...] | None = None


def steps_to(pattern: Node, name: Node) -> tuple[Step, ...]:
    """The steps from the value of a pattern to the identifier `name` inside it."""
    return _steps(pattern, name) or ()


def _steps(pattern: Node, name: Node) -> tuple[Step, ...] | None:
    if pattern == name:
        return ()
    if not (pattern.start_byte <= name.start_byte and name.end_byte <= pattern.end_byte):
        return None
    if pattern.type == "object_pattern":
        return _object_steps(pattern, name)
    if pattern.type == "array_pattern":
        return _array_steps(pattern, name)
    if pattern.type in ("assignment_pattern", "object_assignment_pattern"):
        left = pattern.child_by_field_name("left")
        return _steps(left, name) if left is not None else None
    return None


def _object_steps(pattern: Node, name: Node) -> tuple[Step, ...] | None:
    taken: list[str] = []
    for child in children_of(pattern):
        key, inner, default = _property(child)
        if child.type == "rest_pattern":
            if child.start_byte <= name.start_byte < child.end_byte:
                return (Step(without=tuple(taken)),)
            continue
        if inner is not None:
            below = _steps(inner, name)
            if below is not None:
                return (Step(name=key, default=default), *below)
        if key is not None:
            taken.append(key)
    return None


def _property(child: Node) -> tuple[str | None, Node | None, Node | None]:
    """Key, inner pattern and default of a part of an object pattern."""
    if child.type == "shorthand_property_identifier_pattern":
        return text(child), child, None
    if child.type == "object_assignment_pattern":
        left = child.child_by_field_name("left")
        return (text(left) if left else None), left, child.child_by_field_name("right")
    if child.type == "pair_pattern":
        key, value = child.child_by_field_name("key"), child.child_by_field_name("value")
        name = (string_value(key) or text(key)) if key is not None else None
        if value is not None and value.type == "assignment_pattern":
            left, right = value.child_by_field_name("left"), value.child_by_field_name("right")
            return name, left, right
        return name, value, None
    return None, None, None


def _array_steps(pattern: Node, name: Node) -> tuple[Step, ...] | None:
    index = 0
    for child in pattern.children:
        if child.type == ",":
            index += 1
            continue
        if not child.is_named:
            continue
        if child.type == "rest_pattern" and child.start_byte <= name.start_byte < child.end_byte:
            return (Step(index=index, without=()),)
        default = child.child_by_field_name("right") if child.type == "assignment_pattern" else None
        below = _steps(child, name)
        if below is not None:
            return (Step(index=index, default=default), *below)
    return None


def follow(
    ev: Evaluator, module: Module, value: Value, steps: tuple[Step, ...], env: Env, place: Place
) -> Value:
    """The value at the end of the steps."""
    for step in steps:
        value = _take(ev, ev.force(value), step, place)
        if step.default is not None:
            value = with_default(ev, module, value, step.default, env)
    return ev.force(value)


def with_default(ev: Evaluator, module: Module, value: Value, default: Node, env: Env) -> Value:
    """`value`, or the default where it is undefined."""
    parts = candidates(value)
    kept = [c for c in parts if not isinstance(c, Nothing)]
    if len(kept) == len(parts) and kept:
        return value
    return union([*kept, ev.value(module, default, env)])


def _take(ev: Evaluator, value: Value, step: Step, place: Place) -> Value:
    if step.without is not None:
        return _left_over(value, step)
    if step.index is not None:
        return members.element(ev, value, step.index, place)
    if step.name is None:
        return Unknown("a computed key", depends_of(value))
    return members.member(ev, value, step.name, place)


def _left_over(value: Value, step: Step) -> Value:
    if isinstance(value, Array) and step.index is not None:
        return Array(value.items[step.index :], value.rest)
    if isinstance(value, Record) and step.without is not None:
        kept = {k: m for k, m in value.members.items() if k not in step.without}
        return Record(kept, value.rest, value.module, value.node)
    return Unknown("what a pattern leaves over", depends_of(value))
