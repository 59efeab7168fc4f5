"""Global names that scripts without imports declare for each other: `App.api.get = function…`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate import names
from fixer.program.evaluate.values import (
    ClassValue,
    ClientValue,
    Function,
    Instance,
    Record,
    Text,
    Value,
)
from fixer.program.module import Module
from fixer.program.syntax import children_of, text

if TYPE_CHECKING:
    from pathlib import Path

    from fixer.program.evaluate.evaluator import Evaluator

_GLOBALS = frozenset({"window", "globalThis", "self"})
_OF_MODULES = (b"import", b"export", b"require(")


def find(ev: Evaluator, path: tuple[str, ...]) -> Value | None:
    """What scripts of the program have under a global name, or below one; None: nothing."""
    plain = path[1:] if len(path) > 1 and path[0] in _GLOBALS else path
    if not _scripts(ev):
        return None
    return ev.once(ev.scripted, plain, lambda: _found(ev, plain), None)


def _scripts(ev: Evaluator) -> frozenset[Path]:
    """The files that are scripts: nothing is imported or exported."""
    if ev.scripts is None:
        ev.scripts = frozenset(
            path
            for path, data in ev.program.sources.items()
            if path.suffix == ".js" and not any(word in data for word in _OF_MODULES)
            if ev.files is None or path in ev.files
        )
    return ev.scripts


def _found(ev: Evaluator, path: tuple[str, ...]) -> Value | None:
    name = path[-1].encode()
    for file in (f for f in ev.program.sources if f in _scripts(ev)):
        if name not in ev.program.sources[file]:
            continue
        module = ev.program.module(file)
        for value in _said(ev, module, path):
            if _is_telling(value):
                return value
    return None


def _said(ev: Evaluator, module: Module, path: tuple[str, ...]) -> Iterator[Value]:
    binding = module.table(module.root).values.get(path[0]) if len(path) == 1 else None
    if binding is not None:
        yield names.bound(ev, module, binding, None, ev.root)
    for node in module.occurrences(path[-1]):
        right = _assigned(module, node, path)
        if right is not None:
            yield ev.value(module, right)


def _assigned(module: Module, node: Node, path: tuple[str, ...]) -> Node | None:
    """What `a.b.c = …` assigns where `node` is the last of its names."""
    target = node
    if node.parent is not None and node.parent.type == "member_expression":
        target = node.parent
    assignment = target.parent
    if assignment is None or assignment.type != "assignment_expression":
        return None
    if assignment.child_by_field_name("left") != target:
        return None
    named = tuple(text(target).split("."))
    plain = named[1:] if len(named) > 1 and named[0] in _GLOBALS else named
    first = target
    while first.type == "member_expression" and children_of(first):
        first = children_of(first)[0]
    if plain != path or (named == plain and module.resolve(first) is not None):
        return None
    return assignment.child_by_field_name("right")


def _is_telling(value: Value) -> bool:
    """Whether a value says something: an empty object is filled elsewhere."""
    if isinstance(value, Record):
        return bool(value.members)
    return isinstance(value, Function | ClassValue | ClientValue | Instance | Text)
