"""A variable's first value and the writes to it become its value at a later place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole
from fixer.program.evaluate import parameters
from fixer.program.evaluate.computed import computed_write
from fixer.program.evaluate.entering import entering
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.queries import appended, query_of
from fixer.program.evaluate.text import concat
from fixer.program.evaluate.truth import any_of, equal, truth
from fixer.program.evaluate.values import (
    NOTHING,
    Address,
    Array,
    Function,
    Later,
    Member,
    Nothing,
    Query,
    Record,
    Text,
    Unknown,
    Value,
    candidates,
    depends_of,
    place_of,
    union,
)
from fixer.program.evaluate.writes import (
    Guard,
    Write,
    WriteKind,
    enclosing_function,
    excludes,
    guards,
)
from fixer.program.module import Module
from fixer.program.scopes import Binding
from fixer.program.syntax import children_of

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

MAX_WRITES = 48
Guarded = tuple[Write, Sequence[Guard]]


def after_writes(
    ev: Evaluator,
    module: Module,
    first: Value,
    writes: tuple[Write, ...],
    at: Node | None,
    env: Env,
    binding: Binding,
) -> Value:
    """The value of a variable at `at` (None: at the end), in the order of the source."""
    home = enclosing_function(binding.node)
    reaching = [w for w in writes[:MAX_WRITES] if at is None or _reaches(w, at)]
    conditions = []
    for write in reaching:
        stop = _common(write.at, at) if at is not None else home
        conditions.append((write, list(guards(write.at, stop))[::-1]))
    return _run(ev, module, first, conditions, env, binding)


def _run(
    ev: Evaluator,
    module: Module,
    value: Value,
    writes: Sequence[Guarded],
    env: Env,
    binding: Binding,
) -> Value:
    """The value after the writes, each with its conditions, outermost first."""
    position = 0
    while position < len(writes):
        write, conditions = writes[position]
        if not conditions:
            value = _applied(ev, module, value, write, env, binding)
            position += 1
            continue
        position, value = _branch(ev, module, value, writes, position, env, binding)
    return value


def _branch(
    ev: Evaluator,
    module: Module,
    value: Value,
    writes: Sequence[Guarded],
    position: int,
    env: Env,
    binding: Binding,
) -> tuple[int, Value]:
    """What all writes under one condition make of a value: its branches stay apart."""
    condition = writes[position][1][0]
    results: list[Value] = []
    covered = False
    while position < len(writes) and _same(writes[position][1], condition):
        wanted = writes[position][1][0]
        inner: list[Guarded] = []
        while position < len(writes) and writes[position][1][:1] == [wanted]:
            inner.append((writes[position][0], writes[position][1][1:]))
            position += 1
        before = entering(ev, module, value, wanted, binding)
        holds = guard_holds(ev, module, wanted, env)
        if holds is False or before is None:
            continue
        after = _run(ev, module, before, inner, env, binding)
        if holds:
            return _skip(writes, position, condition), after
        results.append(after)
        covered = covered or (wanted.condition is not None and not wanted.wanted)
    if not (covered and len(results) > 1):
        passing = replace(condition, wanted=not condition.wanted)
        results.insert(0, entering(ev, module, value, passing, binding) or value)
    return position, union(results)


def _same(conditions: Sequence[Guard], first: Guard) -> bool:
    return bool(conditions) and conditions[0].condition == first.condition


def _skip(writes: Sequence[Guarded], position: int, condition: Guard) -> int:
    while position < len(writes) and _same(writes[position][1], condition):
        position += 1
    return position


def _reaches(write: Write, at: Node) -> bool:
    if write.at.start_byte <= at.start_byte and at.end_byte <= write.at.end_byte:
        return False  # `url = url + x`: the old value is meant
    same = enclosing_function(write.at) == enclosing_function(at)
    if same and write.at.end_byte > at.start_byte:
        return False
    return not (same and excludes(write.at, at))


def _common(node: Node, other: Node) -> Node | None:
    """The child of the innermost common ancestor on the way to `node`."""
    child, parent = node, node.parent
    while parent is not None:
        if parent.start_byte <= other.start_byte and other.end_byte <= parent.end_byte:
            return child
        child, parent = parent, parent.parent
    return None


def guard_holds(ev: Evaluator, module: Module, guard: Guard, env: Env) -> bool | None:
    """Whether the condition is as it must be; None: it can't be told."""
    if guard.condition is None:
        return None
    condition = ev.value(module, guard.condition, env.around(guard.condition))
    if guard.default:
        return None
    if guard.cases:
        said = [equal(condition, ev.value(module, c, env.around(c))) for c in guard.cases]
        return any_of(said)
    known = truth(condition)
    return None if known is None else known == guard.wanted


def _applied(
    ev: Evaluator, module: Module, value: Value, write: Write, env: Env, binding: Binding
) -> Value:
    inside = env.around(write.at)
    if write.kind is WriteKind.HANDED:
        return _handed(ev, module, value, write, inside)
    if write.value is None:
        return value if write.kind is not WriteKind.OTHER else _other(write, module)
    if write.kind is WriteKind.SET:
        new = ev.value(module, write.value, inside)
        return _configured(value, new) if _is_setter(write, binding) else new
    if write.kind is WriteKind.APPEND:
        added = Later(module, write.value, inside)
        return concat(ev, [value, added], place_of(module, write.at))
    if write.kind is WriteKind.DEFAULT:
        kept = [c for c in candidates(value) if not isinstance(c, Nothing)]
        return union([*kept, ev.value(module, write.value, inside)])
    later = [Later(module, c, inside) for c in children_of(write.value)]
    if write.kind is WriteKind.MEMBER:
        later = [Later(module, write.value, inside)]
    setter = _is_setter(write, binding)
    changed = [_changed(ev, module, c, write, later, setter) for c in candidates(value)]
    return union(changed)


def _handed(ev: Evaluator, module: Module, value: Value, write: Write, env: Env) -> Value:
    """What a function of the file makes of the object that it is handed: `addRoot(options)`."""
    callee = write.at.child_by_field_name("function")
    declared = module.resolve(callee) if callee is not None else None
    arguments = write.at.child_by_field_name("arguments")
    if declared is None or arguments is None or write.value is None or callee is None:
        return value
    if isinstance(value, Array) and not value.items and value.rest is None:
        place = place_of(module, write.at)
        return Array((), Unknown("what it is handed to may fill it", place=place))
    if declared.node.type not in _FUNCTIONS or not isinstance(value, Record):
        return value
    index = next((i for i, a in enumerate(children_of(arguments)) if a == write.value), 0)
    for function in candidates(ev.value(module, callee, env)):
        if isinstance(function, Function) and function.module is module:
            taken = parameters.listed(function.node)[index : index + 1]
            name = taken[0].child_by_field_name("pattern") or taken[0] if taken else None
            binding = module.resolve(name) if name is not None else None
            changes = ev.facts.writes(module, binding) if binding is not None else ()
            if binding is not None and any(w.kind is WriteKind.MEMBER for w in changes):
                given: tuple[Value, ...] = (*[NOTHING] * index, value)
                entered = function.env.enter(function.node, given)
                return after_writes(ev, module, value, changes, None, entered, binding)
    return value


_FUNCTIONS = frozenset({"function_declaration", "variable_declarator"})


def _is_setter(write: Write, binding: Binding) -> bool:
    """Whether a write stands in another function than the variable: `setBase(url)`."""
    around = enclosing_function(write.at)
    return around is not None and around != enclosing_function(binding.node)


def _configured(old: Value, new: Value) -> Value:
    """What a setter with an unknown value makes of a value: an empty one becomes a base."""
    if not isinstance(new, Unknown):
        return new
    if isinstance(old, Text) and old.literal != "":
        return old
    if isinstance(old, Text | Nothing):
        return Unknown("configuration", place=new.place, hole=Hole.BASE)
    return new


def _other(write: Write, module: Module) -> Value:
    return Unknown("a variable that is counted", place=place_of(module, write.at))


def _changed(
    ev: Evaluator,
    module: Module,
    value: Value,
    write: Write,
    arguments: list[Later],
    setter: bool,
) -> Value:
    if isinstance(value, Array) and write.kind is WriteKind.CALL:
        return _array_changed(ev, value, write.name, arguments)
    if isinstance(value, Query) and write.name in ("append", "set"):
        return _query_changed(ev, value, arguments)
    if isinstance(value, Address):
        return _address_changed(ev, module, value, write, arguments)
    if isinstance(value, Record) and write.kind is WriteKind.MEMBER:
        if write.name == "[]":
            return computed_write(ev, module, value, write.at, arguments[0])
        name_node = _name_node(write)
        place = place_of(module, name_node) if name_node is not None else None
        new: Value = arguments[0]
        old = value.members.get(write.name)
        if setter and old is not None:
            new = _configured(ev.force(old.value), ev.force(new))
        members = {**value.members, write.name: Member(new, place)}
        return Record(members, value.rest, value.module, value.node)
    if isinstance(value, Record) and write.kind is WriteKind.MERGE:
        return _merged(ev, value, arguments[1:])
    return value


def _name_node(write: Write) -> Node | None:
    left = write.at.child_by_field_name("left")
    return left.child_by_field_name("property") if left is not None else None


def _array_changed(ev: Evaluator, value: Array, name: str, arguments: list[Later]) -> Value:
    if name == "push":
        return Array((*value.items, *arguments), value.rest)
    if name == "unshift":
        return Array((*arguments, *value.items), value.rest)
    if name == "pop" and value.items:
        return Array(value.items[:-1], value.rest)
    return value


def _query_changed(ev: Evaluator, value: Query, arguments: list[Later]) -> Query:
    return appended(ev, value, arguments)


def _address_changed(
    ev: Evaluator, module: Module, value: Address, write: Write, arguments: list[Later]
) -> Value:
    if write.kind is WriteKind.SEARCH and write.name in ("append", "set"):
        return Address(value.text, appended(ev, value.query, arguments))
    if write.kind is WriteKind.MEMBER and write.name == "search":
        found = query_of(ev, arguments[0], place_of(module, write.at))
        return Address(value.text, Query((*value.query.params, *found.params)))
    if write.kind is WriteKind.MEMBER and write.name == "pathname":
        return Address(ev.force(arguments[0]), value.query)
    return value


def _merged(ev: Evaluator, value: Record, others: list[Later]) -> Record:
    members = dict(value.members)
    rest = value.rest
    for other in others:
        found = ev.force(other)
        if isinstance(found, Record):
            members.update(found.members)
            rest = found.rest or rest
        elif found != NOTHING:
            rest = Unknown("what is merged in", depends_of(found))
    return Record(members, rest, value.module, value.node)
