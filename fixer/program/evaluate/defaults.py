"""What `axios.defaults.baseURL = …` says becomes the base of every instance of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate.values import ClientValue, Value, candidates, union
from fixer.program.module import Module
from fixer.program.syntax import text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


def base(ev: Evaluator, client: str) -> Value | None:
    """The base that is set as the default of the client with this name; None: none is."""
    return ev.once(ev.default_bases, client, lambda: _assigned(ev, client), None)


def _assigned(ev: Evaluator, client: str) -> Value | None:
    keys = next((c.options.get("base", ()) for c in ev.clients.all if c.name == client), ())
    found: list[Value] = []
    for key in keys:
        for path in ev.holding(f"defaults.{key}"):
            module = ev.program.module(path)
            for node in module.occurrences(key):
                right = _default(ev, module, node, client)
                if right is not None:
                    found.append(ev.value(module, right))
    return union(found) if found else None


def _default(ev: Evaluator, module: Module, node: Node, client: str) -> Node | None:
    """The right side of `<client>.defaults.<key> = …`."""
    member = node.parent
    assignment = member.parent if member is not None else None
    if member is None or assignment is None or assignment.type != "assignment_expression":
        return None
    holder = member.child_by_field_name("object")
    if holder is None or holder.type != "member_expression":
        return None
    target, name = holder.child_by_field_name("object"), holder.child_by_field_name("property")
    if target is None or name is None or text(name) != "defaults":
        return None
    value = ev.value(module, target)
    is_client = any(
        isinstance(c, ClientValue) and c.client.name == client and not c.configs
        for c in candidates(value)
    )
    return assignment.child_by_field_name("right") if is_client else None
