"""A namespace that is declared in parts, `declare namespace Api { … }` in each of several files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.scopes import Binding

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

NAMESPACES = frozenset({"internal_module", "module"})
_HOLDERS = frozenset({"expression_statement", "export_statement", "ambient_declaration"})
_MARKS = (b"namespace ", b"declare module ")

Part = tuple[Module, Node]


def member(
    engine: Engine, module: Module, body: Node, name: str, *, types: bool
) -> tuple[Module, Binding] | None:
    """What a namespace holds under `name`, of which `body` is one part."""
    for part, block in (module, body), *_parts(engine, module, body):
        table = part.table(block)
        binding = (table.types if types else table.values).get(name)
        if binding is not None:
            return part, binding
    return None


def around(
    engine: Engine, module: Module, node: Node, name: str, *, types: bool
) -> tuple[Module, Binding] | None:
    """What a name means in a namespace of which another part declares it."""
    if not _has_any(engine, module):
        return None
    block = engine.ancestor(node, frozenset({"statement_block"}))
    while block is not None:
        if _declaration(engine, block) is not None:
            found = member(engine, module, block, name, types=types)
            if found is not None:
                return found
        block = engine.ancestor(block, frozenset({"statement_block"}))
    return None


def _has_any(engine: Engine, module: Module) -> bool:
    key = ("namespaces", module.root.id)
    known = engine.tables.get(key)
    if known is None:
        known = engine.tables[key] = any(mark in module.data for mark in _MARKS)
    return bool(known)


def _declaration(engine: Engine, body: Node) -> Node | None:
    """The namespace that a block is the body of; None: another block."""
    declared = engine.parent(body)
    return declared if declared is not None and declared.type in NAMESPACES else None


def _parts(engine: Engine, module: Module, body: Node) -> tuple[Part, ...]:
    """The bodies of all declarations of a namespace."""
    none: tuple[Part, ...] = ()
    key = ("parts", body.id)
    return engine.recall(key, none, lambda: tuple(_found_parts(engine, module, body)))


def _found_parts(engine: Engine, module: Module, body: Node) -> Iterator[Part]:
    declared = _declaration(engine, body)
    name = declared.child_by_field_name("name") if declared is not None else None
    if declared is None:
        is_global = (module, body) in engine.libraries.global_scopes
        yield from engine.libraries.global_scopes if is_global else ((module, body),)
        return
    if name is None or name.type != "identifier":  # a package's, or `A.B`
        yield from engine.libraries.parts(body) or ((module, body),)
        return
    holder = engine.parent(declared)
    while holder is not None and holder.type in _HOLDERS:
        holder = engine.parent(holder)
    for part, scope in _parts(engine, module, holder) if holder is not None else ():
        binding = part.table(scope).values.get((name.text or b"").decode())
        for each in (binding, *binding.others) if binding is not None else ():
            block = each.node.child_by_field_name("body")
            if each.node.type in NAMESPACES and block is not None:
                yield part, block
