"""A Vue component's options become what `this` is in its functions: methods, computed values,
what its data begins with, and the same of its mixins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate import components, functions
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import Array, Function, Member, Record, Text, candidates
from fixer.program.module import Module
from fixer.program.syntax import children_of, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

COMPUTED = "computed"
MAX_MIXED = 4
_DATA = "data"
_MEMBERS = (COMPUTED, "methods")
_MIXED = ("extends", "mixins")
_PARTS = frozenset({*_MEMBERS, "watch"})
_SAYING = {"object": _MEMBERS, "array": ("mixins",)}


def members(ev: Evaluator, module: Module, holder: Node, env: Env) -> dict[str, Member]:
    """What `this` has in a function of the object `holder`; nothing where it is no component's."""
    options = _options(holder)
    made = ev.value(module, options, env.around(options)) if options is not None else None
    if not isinstance(made, Record):
        return {}
    props = made.members.get("props")
    known = components.of_options(ev, module, props.value, env) if props is not None else ()
    return {**dict(known), **_members(ev, made)}


def _members(ev: Evaluator, options: Record, depth: int = MAX_MIXED) -> dict[str, Member]:
    found: dict[str, Member] = {}
    for mixed in _mixed(ev, options) if depth else ():
        found.update(_members(ev, mixed, depth - 1))
    found.update(_data(ev, options))
    for name in _MEMBERS:
        part = options.members.get(name)
        made = ev.force(part.value) if part is not None else None
        if isinstance(made, Record):
            found.update(made.members)
    return found


def _mixed(ev: Evaluator, options: Record) -> Iterator[Record]:
    """The options that a component takes over from others."""
    for name in _MIXED:
        part = options.members.get(name)
        for value in candidates(ev.force(part.value)) if part is not None else ():
            items = value.items if isinstance(value, Array) else (value,)
            yield from (made for item in items if isinstance(made := ev.force(item), Record))


def _data(ev: Evaluator, options: Record) -> Iterator[tuple[str, Member]]:
    """The paths among what a component's data begins with, if nothing sets them anew."""
    part = options.members.get(_DATA)
    function = ev.force(part.value) if part is not None else None
    if not isinstance(function, Function) or b"/" not in (function.node.text or b""):
        return
    made = functions.apply(ev, function, ())
    for name, member in made.members.items() if isinstance(made, Record) else ():
        value = ev.force(member.value)
        is_path = isinstance(value, Text) and any("/" in (p.text or "") for p in value.pieces)
        if is_path and not _is_set(function.module, name):
            yield name, Member(value, member.place)


def _is_set(module: Module, name: str) -> bool:
    """Whether a file assigns `this.name`."""
    return any(
        (member := node.parent) is not None
        and member.type == "member_expression"
        and (around := member.parent) is not None
        and around.type == "assignment_expression"
        and around.child_by_field_name("left") == member
        for node in module.occurrences(name)
    )


def is_computed(method: Node) -> bool:
    """Whether a method is one of a component's computed values, which is read and not called."""
    holder = method.parent
    return holder is not None and _key(holder) == COMPUTED


def _options(holder: Node) -> Node | None:
    """The object that holds the component's parts: around one of them, or the object itself."""
    if _key(holder) in _PARTS:
        return holder.parent.parent if holder.parent is not None else None
    return holder if any(map(_says_options, children_of(holder))) else None


def _key(part: Node) -> str:
    pair = part.parent
    key = pair.child_by_field_name("key") if pair is not None and pair.type == "pair" else None
    return text(key) if key is not None and part.type == "object" else ""


def _says_options(pair: Node) -> bool:
    """Whether a pair of an object is `methods: {…}`, `computed: {…}` or `mixins: […]`."""
    key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
    if pair.type != "pair" or key is None or value is None:
        return False
    wanted = _SAYING.get(value.type, ())
    return text(key) in wanted
