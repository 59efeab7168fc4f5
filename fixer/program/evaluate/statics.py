"""Static members become values: as they begin, as a static method sets them, as they are typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Dependency
from fixer.program.evaluate import types
from fixer.program.evaluate.classes import (
    MAX_LINEAGE,
    assignments,
    base_class,
    declaration,
    inside,
    is_static,
    member_value,
    named,
)
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.filling import unboxed
from fixer.program.evaluate.values import (
    ClassValue,
    ClientValue,
    Instance,
    Member,
    Nothing,
    Place,
    Record,
    Text,
    TypeRef,
    Unknown,
    Value,
    candidates,
    union,
)
from fixer.program.syntax import children_of, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


def static_member(ev: Evaluator, of: ClassValue, name: str, place: Place) -> Value:
    """The value of a static member, inherited ones too."""
    begins: Value | None = None
    declared: TypeRef | None = None
    for level in _lineage(ev, of):
        for node in named(ev, level.node, name):
            if not is_static(node):
                continue
            begins = member_value(ev, level, node, inside(ev, level, of))
            if begins is not None and not _is_open(node, begins):
                return _or_set(ev, level, of, name, begins)
            found = _set(ev, level, of, name)
            if found is not None:
                return found
            declared = declared or declaration(ev, level, name)
        if begins is not None:
            return begins
    if declared is None:
        return Unknown(f"`{name}` is not a static member", place=place)
    depends = frozenset({Dependency(of.module.path, of.node.start_byte)})
    return types.value(ev, declared, depends, place)


def _is_open(member: Node, value: Value) -> bool:
    """Whether a member is filled later: `static http: AxiosInstance | null = null`."""
    written = member.child_by_field_name("value")
    if written is not None and written.type in ("null", "undefined"):
        return True
    return all(isinstance(it, Nothing | Unknown) for it in candidates(value))


def _set(ev: Evaluator, level: ClassValue, of: ClassValue, name: str) -> Value | None:
    """A client or an object that a static method assigns: `this.http = axios.create(…)`.

    None where several are made: nobody knows which one it is.
    """
    body = level.node.child_by_field_name("body")
    found: list[Value] = []
    makings: set[str] = set()
    for method in children_of(body) if body is not None else ():
        if not is_static(method) and method.type != "class_static_block":
            continue
        if f"this.{name}".encode() not in (method.text or b""):
            continue
        for left, right in assignments(level.module, method):
            if text(left) == f"this.{name}":
                env = _running(ev, level, of, method)
                made = [
                    it
                    for it in candidates(ev.value(level.module, right, env))
                    if isinstance(it, ClientValue | Instance)
                ]
                found += made
                makings |= {text(right)} if made else set()
    return union(found) if len(makings) == 1 else None


def _or_set(ev: Evaluator, level: ClassValue, of: ClassValue, name: str, begins: Value) -> Value:
    """A text, or a ref that holds one, with what static methods put in its place.

    `static prefix = '/api'; static use(prefix: Prefix) { this.prefix = prefix; }`
    """
    first = unboxed(ev, begins)
    if not isinstance(first, Text):
        return begins
    key = (level.module.path, level.node.start_byte, "static", name)
    others = ev.once(ev.settings, key, lambda: _others(ev, level, of, name), None)
    if others is None:
        return begins
    either = union([first, others])
    if not isinstance(begins, Record):
        return either
    members = {held: Member(either) for held in begins.members}
    return Record(members, begins.rest, begins.module, begins.node)


def _others(ev: Evaluator, level: ClassValue, of: ClassValue, name: str) -> Value | None:
    """What static methods of a class assign to a static member, or to the ref in it."""
    own = level.node.child_by_field_name("name")
    holders = ["this", *([text(own)] if own is not None else [])]
    lefts = {f"{holder}.{name}{end}" for holder in holders for end in ("", ".value")}
    found: list[Value] = []
    for method in children_of(level.node.child_by_field_name("body") or level.node):
        if not is_static(method) or f".{name}".encode() not in (method.text or b""):
            continue
        for assignment in level.module.captures("(assignment_expression) @a", method).get("a", []):
            left, right = (assignment.child_by_field_name(f) for f in ("left", "right"))
            if left is not None and right is not None and text(left) in lefts:
                found.append(ev.value(level.module, right, _running(ev, level, of, method)))
    return union(found) if found else None


def _running(ev: Evaluator, level: ClassValue, of: ClassValue, method: Node) -> Env:
    key = (of, method.id)
    if key not in ev.class_envs:
        ev.class_envs[key] = inside(ev, level, of).enter(method, None, of)
    return ev.class_envs[key]


def _lineage(ev: Evaluator, of: ClassValue) -> Iterator[ClassValue]:
    current: ClassValue | None = of
    for _ in range(MAX_LINEAGE):
        if current is None:
            return
        yield current
        current = base_class(ev, current)
