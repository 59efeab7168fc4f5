"""Ranges that a fix removes become the declarations that nothing uses afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tree_sitter import Node

from fixer.diagnostics import Edit
from fixer.program.module import Module
from fixer.program.scopes import Binding, BindingKind
from fixer.rewrite.imports import whole_lines
from fixer.rewrite.names import is_exported

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dead:
    """Imports and constants that nothing uses any more, and the edits that remove the constants."""

    imports: tuple[Binding, ...] = ()
    constants: tuple[Binding, ...] = ()
    edits: tuple[Edit, ...] = ()


def dead_after(module: Module, removed: Iterable[Range]) -> Dead:
    """What only the removed ranges used: imports and module constants, and what only those used.

    A constant goes with the comments directly above it and one blank line after it.
    """
    gone = list(removed)
    imports: dict[Binding, None] = {}
    constants: dict[Binding, None] = {}
    edits: list[Edit] = []
    taken: set[Binding] = set()
    again = True
    while again:
        again = False
        for binding in _candidates(module):
            if binding in taken or not _only_in(module, binding, gone):
                continue
            taken.add(binding)
            again = True
            if binding.kind is BindingKind.IMPORT:
                imports[binding] = None
                continue
            edit = _removed(module, binding)
            gone.append((edit.start, edit.end))
            edits.append(edit)
            constants[binding] = None
    return Dead(tuple(imports), tuple(constants), tuple(sorted(edits)))


def _candidates(module: Module) -> list[Binding]:
    table = module.table(module.root)
    found = dict.fromkeys([*table.values.values(), *table.types.values()])
    return [b for b in found if b.kind is BindingKind.IMPORT or _is_removable(module, b)]


def _is_removable(module: Module, binding: Binding) -> bool:
    if binding.kind is not BindingKind.CONST or binding.node.type != "variable_declarator":
        return False
    declaration = binding.node.parent
    if declaration is None or declaration.named_child_count != 1:
        return False
    return binding.name_node.parent == binding.node and not is_exported(module, binding)


def _only_in(module: Module, binding: Binding, gone: list[Range]) -> bool:
    """Whether it was used, and nowhere but in the ranges that go."""
    table = module.table(module.root)
    uses = {n.id: n for n in module.references(binding)}
    other = table.types.get(binding.name)
    if other is not None and other.node == binding.node:
        uses |= {n.id: n for n in module.references(other)}
    outside = [n for n in uses.values() if not _is_declared_by(n, binding)]
    return bool(outside) and all(_inside(n, gone) for n in outside)


def _is_declared_by(use: Node, binding: Binding) -> bool:
    return binding.node.start_byte <= use.start_byte < binding.name_node.end_byte


def _inside(node: Node, ranges: list[Range]) -> bool:
    return any(start <= node.start_byte and node.end_byte <= end for start, end in ranges)


def _removed(module: Module, binding: Binding) -> Edit:
    declaration = binding.node.parent
    assert declaration is not None
    start, end = whole_lines(module.data, declaration)
    for comment in reversed(comments_above(declaration)):
        start = min(start, whole_lines(module.data, comment)[0])
    blank = module.data[end : end + 2]
    if blank.startswith(b"\n"):
        end += 1
    elif blank == b"\r\n":
        end += 2
    return Edit(module.path, start, end, "")


def comments_above(node: Node) -> tuple[Node, ...]:
    """The comments on the lines directly above a statement, in order.

    A comment behind code on its line belongs to that code.
    """
    found: list[Node] = []
    row = node.start_point.row
    previous = node.prev_named_sibling
    while previous is not None and previous.type == "comment":
        if previous.end_point.row < row - 1:
            break
        before = previous.prev_named_sibling
        if before is not None and before.end_point.row == previous.start_point.row:
            break
        found.append(previous)
        row = previous.start_point.row
        previous = previous.prev_named_sibling
    return tuple(reversed(found))
