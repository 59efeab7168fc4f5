"""Lists that hold later what they are written with: nothing adds to them or takes from them."""

from __future__ import annotations

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.scopes import BindingKind
from fixer.program.syntax import first_named, text

_AROUND = frozenset({"parenthesized_expression", "as_expression", "satisfies_expression"})
_READING = frozenset(
    {"includes", "indexOf", "some", "every", "map", "filter", "find", "forEach", "join", "length"}
)


def lasts(module: Module, call: Node) -> bool:
    """Whether the list whose method is called is written there, or is a constant only read."""
    target = call.child_by_field_name("function")
    holder = target.child_by_field_name("object") if target is not None else None
    listed = _bare(holder) if holder is not None else None
    if listed is None or listed.type != "identifier":
        return listed is not None and listed.type == "array"
    binding = module.resolve(listed)
    if binding is None or binding.kind is not BindingKind.CONST:
        return False
    name, value = (binding.node.child_by_field_name(f) for f in ("name", "value"))
    if name is None or name.type != "identifier" or value is None or _bare(value).type != "array":
        return False
    if text(value).endswith("as const"):
        return True
    declared = binding.node.parent
    is_exported = declared is None or getattr(declared.parent, "type", "") == "export_statement"
    uses = (use for use in module.occurrences(text(name)) if use != name)
    return not is_exported and all(_is_read(use) for use in uses)


def _is_read(use: Node) -> bool:
    link = use.parent
    called = link.child_by_field_name("property") if link is not None else None
    return called is not None and called != use and text(called) in _READING and not _is_set(link)


def _is_set(link: Node | None) -> bool:
    up = link.parent if link is not None else None
    return up is not None and up.child_by_field_name("left") == link


def _bare(node: Node) -> Node:
    while node.type in _AROUND and (inner := first_named(node)) is not None:
        node = inner
    return node
