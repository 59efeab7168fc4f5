"""A React context becomes the values that its providers give it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate.values import (
    Context,
    Nothing,
    Place,
    Unknown,
    Value,
    candidates,
    union,
)
from fixer.program.module import Module
from fixer.program.syntax import ELEMENTS, children_of, first_named, text
from fixer.program.words import byte_before, whole_words

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

MAKES = frozenset({"createContext"})
READS = frozenset({"useContext"})


def used(ev: Evaluator, context: Value, place: Place) -> Value:
    """What `useContext(context)` gives: any provider's value, else the default.

    A default of nothing stands for a provider that isn't found; nobody means to use it.
    """
    found: list[Value] = []
    for candidate in candidates(ev.force(context)):
        if isinstance(candidate, Context):
            found.extend(_provided(ev, candidate))
            if not found:
                found.append(ev.force(candidate.default))
    known = [f for f in found if not isinstance(f, Nothing | Unknown)]
    others = [f for f in found if not isinstance(f, Nothing)]
    return union(known or others) if known or others else Unknown("a context", place=place)


def _provided(ev: Evaluator, context: Context) -> Iterator[Value]:
    seen: set[int] = set()
    for name in _names(ev, context):
        for path in ev.holding(name):
            if not _may_open(ev.program.sources[path], name):
                continue
            module = ev.program.module(path)
            for node in module.occurrences(name):
                value = _provider_value(node)
                is_new = value is not None and value.id not in seen
                if value is not None and is_new and _means(ev, module, node, context):
                    seen.add(value.id)
                    yield ev.value(module, value)


def _names(ev: Evaluator, context: Context) -> Iterator[str]:
    """What the context is called: by its variable, and where its module's default is imported."""
    above = context.node.parent
    while above is not None and above.type not in ("variable_declarator", "export_statement"):
        above = above.parent
    name = above.child_by_field_name("name") if above is not None else None
    if name is not None:
        yield text(name)
    is_default = name is None and above is not None
    if is_default or (name is not None and _is_exported(context.module, text(name))):
        yield from dict.fromkeys(ev.program.default_names(context.module))


def _is_exported(module: Module, name: str) -> bool:
    """Whether a module's default export is a name: `export default Session`."""
    return b"export default " + name.encode() in module.data


def _means(ev: Evaluator, module: Module, node: Node, context: Context) -> bool:
    return any(
        isinstance(c, Context) and c.node == context.node
        for c in candidates(ev.value(module, node))
    )


def _may_open(data: bytes, name: str) -> bool:
    """Whether a text could have an element by a name; False is certain, a comment may hide it."""
    return any(byte_before(data, start) in b"</" for start, _ in whole_words(data, name.encode()))


def _provider_value(node: Node) -> Node | None:
    """The `value={…}` of `<Name.Provider value={…}>` or `<Name value={…}>`."""
    element = node.parent
    if element is not None and element.type == "member_expression":
        element = element.parent
    if element is None or element.type not in ELEMENTS:
        return None
    return attribute(element, "value")


def attribute(element: Node, name: str) -> Node | None:
    """The expression of an attribute of a JSX element."""
    for child in children_of(element):
        if child.type != "jsx_attribute" or len(children_of(child)) < 2:
            continue
        key, value = children_of(child)[:2]
        if text(key) == name:
            return first_named(value) if value.type == "jsx_expression" else value
    return None
