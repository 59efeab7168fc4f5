"""A Vue component's options become what `this` is in its functions: methods and computed values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import Member, Record
from fixer.program.module import Module
from fixer.program.syntax import text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

COMPUTED = "computed"
_MEMBERS = (COMPUTED, "methods")
_PARTS = frozenset({*_MEMBERS, "watch"})


def members(ev: Evaluator, module: Module, holder: Node, env: Env) -> dict[str, Member]:
    """What `this` has in a function of the object `holder`; nothing where it is no component's."""
    options = _options(holder)
    found: dict[str, Member] = {}
    for name in _MEMBERS if options is not None else ():
        part = _part(options, name) if options is not None else None
        made = ev.value(module, part, env.around(part)) if part is not None else None
        if isinstance(made, Record):
            found.update(made.members)
    return found


def is_computed(method: Node) -> bool:
    """Whether a method is one of a component's computed values, which is read and not called."""
    holder = method.parent
    return holder is not None and _key(holder) == COMPUTED


def _options(holder: Node) -> Node | None:
    """The object that holds the component's parts: around one of them, or the object itself."""
    if _key(holder) in _PARTS:
        return holder.parent.parent if holder.parent is not None else None
    return holder if any(_part(holder, name) for name in _MEMBERS) else None


def _key(part: Node) -> str:
    pair = part.parent
    key = pair.child_by_field_name("key") if pair is not None and pair.type == "pair" else None
    return text(key) if key is not None and part.type == "object" else ""


def _part(options: Node, name: str) -> Node | None:
    for pair in options.named_children:
        key = pair.child_by_field_name("key") if pair.type == "pair" else None
        value = pair.child_by_field_name("value")
        if key is not None and value is not None and value.type == "object" and text(key) == name:
            return value
    return None
