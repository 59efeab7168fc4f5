"""A written type becomes a value that compares equal wherever, and however, it is written.

Only spelling is looked through (`Array<T>`, parentheses, `readonly`, aliases by import); what a
name means is its declaration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.syntax import children_of, first_named, text

Canon = tuple[object, ...]
NULL: Canon = ("null",)
_NOTHING = frozenset({"null", "undefined"})
_ARRAYS = frozenset({"Array", "ReadonlyArray"})


@dataclass(frozen=True, slots=True)
class Written:
    """A type as it stands somewhere; `given`: what its type parameters are here."""

    module: Module
    node: Node
    given: tuple[tuple[str, Canon], ...] = ()

    @property
    def text(self) -> str:
        return text(self.node)


def canon(program: Program, written: Written) -> Canon:
    """The type's value; `null` and `undefined` beside something else are left aside."""
    return _Reader(program, written.module, dict(written.given)).read(written.node)


def members(program: Program, written: Written) -> Iterator[tuple[str, Canon, Written]]:
    """The properties of the object type that is written, or that its name declares.

    Each with its type's value and where that type is written.
    """
    node = _bare(written.node)
    name, arguments = _reference(node)
    if name is None:
        if node.type == "object_type":
            yield from _signatures(program, written, node)
        return
    symbol = program.type(written.module, name)
    if not isinstance(symbol, Symbol):
        return
    reader = _Reader(program, written.module, dict(written.given))
    values = [reader.read(a) for a in arguments]
    given = tuple(zip(_parameters(symbol.node), values, strict=False))
    body = symbol.node.child_by_field_name("body") or symbol.node.child_by_field_name("value")
    if body is None or body.type not in ("interface_body", "object_type"):
        return
    yield from _signatures(program, Written(symbol.module, body, given), body)


def is_array(value: Canon) -> bool:
    return value[0] == "array"


def allows_null(node: Node) -> str | None:
    """`null` or `undefined`, whichever a written union has; None: it has neither."""
    parts = {text(p) for p in _union(node)}
    return next((word for word in ("null", "undefined") if word in parts), None)


def promised(node: Node) -> Node | None:
    """What a `Promise<…>` gives; None: it is no promise."""
    name, arguments = _reference(_bare(node))
    if name is None or text(name) != "Promise" or len(arguments) != 1:
        return None
    return arguments[0]


def _signatures(
    program: Program, written: Written, body: Node
) -> Iterator[tuple[str, Canon, Written]]:
    for member in children_of(body):
        name = member.child_by_field_name("name")
        annotation = member.child_by_field_name("type")
        if member.type != "property_signature" or name is None or annotation is None:
            continue
        inner = first_named(annotation)
        if inner is not None:
            found = Written(written.module, inner, written.given)
            yield text(name).strip("'\""), canon(program, found), found


class _Reader:
    def __init__(self, program: Program, module: Module, given: Mapping[str, Canon]) -> None:
        self._program = program
        self._module = module
        self._given = given

    def read(self, node: Node) -> Canon:
        node = _bare(node)
        if node.type == "array_type":
            inner = first_named(node)
            return ("array", self.read(inner)) if inner is not None else ("array",)
        if node.type == "union_type":
            parts = [p for p in _union(node) if text(p) not in _NOTHING]
            read = frozenset(self.read(p) for p in parts)
            return next(iter(read)) if len(read) == 1 else ("union", read)
        name, arguments = _reference(node)
        if name is not None:
            return self._named(name, arguments)
        if node.type == "object_type":
            found = Written(self._module, node, tuple(self._given.items()))
            pairs = sorted((n, repr(c)) for n, c, _ in members(self._program, found))
            return ("object", tuple(pairs))
        return ("text", text(node))

    def _named(self, name: Node, arguments: list[Node]) -> Canon:
        values = tuple(self.read(a) for a in arguments)
        if not arguments and text(name) in self._given:
            return self._given[text(name)]
        symbol = self._program.type(self._module, name) if name.type == "type_identifier" else None
        if isinstance(symbol, Symbol):
            return ("named", str(symbol.module.path), symbol.node.start_byte, values)
        if symbol is None and text(name) in _ARRAYS and values:
            return ("array", values[0])
        return ("outside", text(name), values)


def _bare(node: Node) -> Node:
    while node.type in ("parenthesized_type", "readonly_type", "type_annotation"):
        inner = first_named(node)
        if inner is None:
            return node
        node = inner
    return node


def _reference(node: Node) -> tuple[Node | None, list[Node]]:
    """The name of a type reference with its arguments."""
    if node.type in ("type_identifier", "nested_type_identifier"):
        return node, []
    if node.type != "generic_type":
        return None, []
    name = node.child_by_field_name("name")
    arguments = node.child_by_field_name("type_arguments")
    given = children_of(arguments) if arguments else []
    return name, given


def _parameters(declaration: Node) -> list[str]:
    found = declaration.child_by_field_name("type_parameters")
    names = (p.child_by_field_name("name") for p in (children_of(found) if found else ()))
    return [text(n) for n in names if n is not None]


def _union(node: Node) -> Iterator[Node]:
    node = _bare(node)
    if node.type != "union_type":
        yield node
        return
    for part in children_of(node):
        if part.type != "comment":
            yield from _union(part)
