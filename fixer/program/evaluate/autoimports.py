"""Names that the build brings in: Nuxt's auto-imports, and `$name`s that plugins provide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate import names
from fixer.program.evaluate.values import Unknown, Value
from fixer.program.module import DEFAULT, Module
from fixer.program.syntax import children_of, text

if TYPE_CHECKING:
    from pathlib import Path

    from fixer.program.evaluate.evaluator import Evaluator

_FOLDERS = frozenset({"composables", "utils", "stores", "store", "hooks", "api", "shared", "lib"})
# Plugins of bundlers that import names; Nuxt UI's has one of them in itself.
_PLUGINS = ("unplugin-auto-import", "@nuxt/ui/vite")


def find(ev: Evaluator, name: str) -> Value | None:
    """What a file in one of the folders that the build imports from exports under `name`."""
    if not _imports_by_itself(ev):
        return None
    return ev.once(ev.auto_imported, name, lambda: _found(ev, name), None)


def _imports_by_itself(ev: Evaluator) -> bool:
    if ev.imports_by_itself is None:
        nuxt = any(p.name.startswith("nuxt.config.") for p in ev.program.files)
        ev.imports_by_itself = nuxt or any(ev.program.holding(*_PLUGINS))
    return ev.imports_by_itself


def _found(ev: Evaluator, name: str) -> Value | None:
    for path in ev.holding(name):
        if _FOLDERS.isdisjoint(path.parts) or not _declares(ev.program.sources[path], name, path):
            continue
        wanted = [name, DEFAULT] if path.stem == name else [name]
        for exported in wanted:
            for symbol in ev.program.exported(path, exported):
                return names.symbol_value(ev, symbol)
    return None


def _declares(data: bytes, name: str, path: Path) -> bool:
    if path.stem == name:
        return True
    return re.search(rb"export[^\n]*\b" + re.escape(name.encode()) + rb"\b", data) is not None


def provided(ev: Evaluator, name: str) -> Value | None:
    """What `provide: { api }`, `provide('api', …)` or `globalProperties.$api = …` hands out."""
    return ev.once(ev.provided, name, lambda: _provided(ev, name), None)


def _provided(ev: Evaluator, name: str) -> Value | None:
    plain = name.lstrip("$")
    if not plain:  # `query.$`, `this.$(…)`
        return None
    for path in ev.holding("provide", "globalProperties", "prototype", "inject"):
        data = ev.program.sources[path]
        if plain.encode() not in data:
            continue
        module = ev.program.module(path)
        for found in _assigned(ev, module, name, plain):
            if not isinstance(found, Unknown):
                return found
    return None


def _assigned(ev: Evaluator, module: Module, name: str, plain: str) -> list[Value]:
    found: list[Value] = []
    for node in module.occurrences(name):
        member = node.parent
        assignment = member.parent if member is not None else None
        if assignment is None or assignment.type != "assignment_expression" or member is None:
            continue
        target = member.child_by_field_name("object")
        right = assignment.child_by_field_name("right")
        ends = ("globalProperties", "prototype")
        if right is not None and target is not None and text(target).endswith(ends):
            found.append(ev.value(module, right))
    for node in module.occurrences(plain):
        found.extend(_entry(ev, module, node))
    return found


def _entry(ev: Evaluator, module: Module, node: Node) -> list[Value]:
    """`provide: { api: … }` returned from a plugin, or `provide('api', …)`."""
    from tree_sitter import Node

    assert isinstance(node, Node)
    parent = node.parent
    if parent is None:
        return []
    if parent.type == "string" and parent.parent is not None:
        arguments = parent.parent
        call = arguments.parent
        callee = call.child_by_field_name("function") if call is not None else None
        given = children_of(arguments)
        if callee is not None and text(callee).split(".")[-1] in ("provide", "inject"):
            return [ev.value(module, given[1])] if len(given) > 1 else []
        return []
    value = parent.child_by_field_name("value") if parent.type == "pair" else None
    if node.type == "shorthand_property_identifier":
        value, holder = node, parent
    elif value is not None and parent.child_by_field_name("key") == node:
        holder = parent.parent or parent
    else:
        return []
    above = holder.parent
    key = above.child_by_field_name("key") if above is not None and above.type == "pair" else None
    return [ev.value(module, value)] if key is not None and text(key) == "provide" else []
