"""Functions of the project's own that spell the keys of what a request yields anew.

Such a function goes over an object's keys and gives each to one that makes camel case of it; it
counts where it is used on a response, or where a client lets code change what arrives.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, text


@dataclass(frozen=True, slots=True)
class OwnConversion:
    """What such functions look like; see `conversions.toml`."""

    iterates: frozenset[str]
    respells: frozenset[str]
    marks: tuple[str, ...]
    hooks: tuple[str, ...]
    bodies: tuple[str, ...]

    def is_in(self, program: Program) -> bool:
        """Whether a response passes through such a function."""
        for path in program.holding(*self.marks):
            module = program.module(path)
            for name, function in _functions(module):
                if self._converts(program, module, function) and self._is_used(program, name):
                    return True
        return False

    def _converts(self, program: Program, module: Module, function: Node) -> bool:
        calls = module.captures("(call_expression) @c", function).get("c", [])
        callees = [c.child_by_field_name("function") for c in calls]
        known = [c for c in callees if c is not None]
        if not any(text(c) in self.iterates for c in known):
            return False
        return any(self._respells(program, module, c, function) for c in known)

    def _respells(self, program: Program, module: Module, callee: Node, outer: Node) -> bool:
        """Whether a call makes camel case, or a function of the project's that it calls does."""
        if text(callee) in self.respells:
            return True
        if callee.type == "member_expression":
            return _capitalizes(callee)
        found = program.value(module, callee) if callee.type == "identifier" else None
        if not isinstance(found, Symbol) or _holds(found.node, outer):
            return False
        inner = found.module.captures("(call_expression function: (_) @c)", found.node)
        return any(text(c) in self.respells or _capitalizes(c) for c in inner.get("c", ()))

    def _is_used(self, program: Program, name: Node) -> bool:
        word = text(name)
        for path in program.holding(word):
            module = program.module(path)
            for use in module.occurrences(word):
                called = _called(use) if use != name else None
                if called is not None and self._converts_at(module, called):
                    return True
        return False

    def _converts_at(self, module: Module, use: Node) -> bool:
        """Whether a use is a call with a response's body, or stands in a client's hook."""
        outer, around = use.parent, use.parent
        if outer is None or outer.type not in ("arguments", "call_expression", "array", "pair"):
            return False
        if outer.type == "call_expression":
            given = outer.child_by_field_name("arguments")
        else:  # `response.json().then(camelizeKeys)`
            given = outer.parent if outer.type == "arguments" else None
        if given is not None and any(word in _written(module, given) for word in self.bodies):
            return True
        while around is not None and around.type not in ("statement_block", "program"):
            named = around.child_by_field_name("function") or around.child_by_field_name("key")
            if named is not None and any(hook in text(named) for hook in self.hooks):
                return True
            around = around.parent
        return False


def load_own(path: Path) -> OwnConversion:
    """The functions that a `conversions.toml` describes."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))["own"]
    return OwnConversion(
        frozenset(content["iterates"]),
        frozenset(content["respells"]),
        tuple(content["marks"]),
        tuple(content["hooks"]),
        tuple(content["bodies"]),
    )


def _called(use: Node) -> Node | None:
    """What a name stands for as a value: itself, or `this.name` of a method."""
    if use.type == "identifier":
        return use
    is_member = use.parent is not None and use.parent.type == "member_expression"
    return use.parent if use.type == "property_identifier" and is_member else None


def _written(module: Module, given: Node) -> str:
    """An argument's text, of a variable that of its values."""
    first = children_of(given)[0] if children_of(given) else given
    binding = module.resolve(first) if first.type == "identifier" else None
    if binding is None:
        return text(given)
    holders = [node.parent for node in (binding.name_node, *module.references(binding))]
    values = (
        holder.child_by_field_name("right" if holder.type == "assignment_expression" else "value")
        for holder in holders
        if holder is not None
    )
    return " ".join(text(value) for value in values if value is not None) or text(given)


def _functions(module: Module) -> Iterator[tuple[Node, Node]]:
    """The named functions of a module's own scope, and the methods of its classes."""
    for method in module.captures("(class_body (method_definition) @m)").get("m", ()):
        name = method.child_by_field_name("name")
        if name is not None:
            yield name, method
    for statement in children_of(module.root):
        inner = statement.child_by_field_name("declaration") or statement
        if inner.type in FUNCTIONS:
            name = inner.child_by_field_name("name")
            if name is not None:
                yield name, inner
        for declarator in children_of(inner) if inner.type == "lexical_declaration" else ():
            name, value = (declarator.child_by_field_name(f) for f in ("name", "value"))
            if name is not None and value is not None and value.type in FUNCTIONS:
                yield name, value


def _capitalizes(callee: Node) -> bool:
    """`key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase())`."""
    call, name = callee.parent, callee.child_by_field_name("property")
    if call is None or name is None or text(name) not in ("replace", "replaceAll"):
        return False
    given = call.child_by_field_name("arguments")
    said = children_of(given) if given is not None else []
    pattern = text(said[0]) if said and said[0].type == "regex" else ""
    return "_" in pattern and any("toUpperCase" in text(argument) for argument in said[1:])


def _holds(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte
