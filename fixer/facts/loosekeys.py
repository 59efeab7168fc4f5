"""Texts in code that may be the name of a property, though no type says which: they don't follow.

A field of a form whose type isn't told (`<Field name="name" />`), an element whose handler asks it
what it is called (`event.target.name`), and a name of which a part is computed
(`` row[`plan_${kind}`] ``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.facts.giving import gives
from fixer.program.module import Module
from fixer.program.pathtexts import on_paths
from fixer.program.program import Program
from fixer.program.scopes import BindingKind
from fixer.program.syntax import first_named, text
from fixer.program.types import Types
from fixer.program.types.model import Member, Type, Unknown, present

# `` `plan_${kind}` ``, `'plan_' + kind`, `kind + '_plan'`: a name's beginning and its end.
_TEMPLATE = re.compile(rb"`(\w*)\$\{[^`{}]*\}(\w*)`")
_BEFORE = re.compile(rb"\[\s*['\"](\w+)['\"]\s*\+[^\[\]]*\]")
_AFTER = re.compile(rb"\[\s*[\w$.]+\s*\+\s*['\"](\w+)['\"]\s*\]")
# A handler that is told by an element's own name what it changes; Formik's is one.
_ASKING = re.compile(
    rb"arget\??\.(?:name|id)\b|\{[^{}]*\b(?:name|id)\b[^{}]*\}\s*=\s*[\w.]*arget\b"
    rb"|arget\s*:\s*\{[^{}]*\b(?:name|id)\b"
    # Formik's, handed on or called with the event: not one that is called with a value.
    rb"|(?:=\{|[?:=&|>(.])\s*(?:[\w.]+\.)?handleChange\b(?!\s*[(=]|\s*\??:\s*\()"
    rb"|,\s*(?:[\w.]+\.)?handleChange\s*\)(?!\s*(?:=>|:|\{))"
    rb"|\bhandleChange\(\s*(?:e|\w*[eE]v\w*)\b"
)
_CALLED = frozenset({"name", "id"})
_JSX = frozenset({".tsx", ".jsx", ".js"})
_AROUND = frozenset({"as_expression", "parenthesized_expression", "non_null_expression"})
_COMPUTED = frozenset({"template_string", "binary_expression"})


@dataclass(frozen=True, slots=True)
class LooseKey:
    """A text that may name a property: one of `members`, or, if there are none, of any type.

    `only_reads`: it gives the property no value. `is_path`: it goes through other types. `reason`:
    why it may, where what looked for it doesn't say so already.
    """

    module: Module
    span: Span
    members: tuple[Member, ...] = ()
    only_reads: bool = False
    is_path: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    path: Path
    start: int
    end: int
    before: str
    after: str

    def fits(self, name: str) -> bool:
        is_longer = len(name) > len(self.before) + len(self.after)
        return is_longer and name.startswith(self.before) and name.endswith(self.after)


class LooseKeys:
    """What is looked for when a name is asked about."""

    def __init__(self, program: Program, types: Types) -> None:
        self._program, self._types = program, types
        self._asking: dict[Module, bool] = {}

    def unknown(self, module: Module, name: str) -> Iterator[LooseKey]:
        """The keys of a value of which the call that takes them says nothing."""
        length = len(name.encode())
        for node in module.occurrences(name):
            literal = node.parent if node.type == "string_fragment" else None
            if literal is not None and self._types.is_key_of_unknown(module, literal):
                yield LooseKey(module, Span(node.start_byte, node.end_byte))
        for node, start in on_paths(module, name):
            if self._types.is_lost_path(module, node, start):
                yield LooseKey(module, Span(start, start + length), is_path=True)

    def asked(self, module: Module, name: str) -> Iterator[LooseKey]:
        """The elements called so, in a script whose handlers ask an element for its name."""
        for node in module.occurrences(name) if module.path.suffix in _JSX else ():
            literal = node.parent if node.type == "string_fragment" else None
            attribute = literal.parent if literal is not None else None
            label = first_named(attribute) if attribute is not None else None
            if attribute is None or attribute.type != "jsx_attribute" or label is None:
                continue
            if text(label) in _CALLED and self._asks(module):
                yield LooseKey(module, Span(node.start_byte, node.end_byte))

    def _asks(self, module: Module) -> bool:
        """Whether a script asks an element what it is called: not a row that is named `target`."""
        known = self._asking.get(module)
        if known is None:
            asking = _ASKING.finditer(module.data)
            known = self._asking[module] = any(not self._is_of_row(module, it) for it in asking)
        return known

    def _is_of_row(self, module: Module, match: re.Match[bytes]) -> bool:
        """`target.name` of a type that the program declares."""
        node = module.innermost(match.end() - 1, match.end())
        holder = node.parent if node is not None and node.type == "property_identifier" else None
        object_ = holder.child_by_field_name("object") if holder is not None else None
        if node is None or object_ is None or object_.type != "identifier":
            return False
        members = self._types.symbol_at(module, node).members
        return bool(members) and all(self._types.is_own(member) for member in members)

    def computed(self, name: str) -> Iterator[LooseKey]:
        """The keys of which only the beginning or the end is written out, and that fit."""
        for part in self._parts:
            if part.fits(name):
                yield from self._computed(self._program.module(part.path), part, name)

    def _computed(self, module: Module, part: _Part, name: str) -> Iterator[LooseKey]:
        node = module.innermost(part.start, part.end)
        while node is not None and node.type not in _COMPUTED:
            node = node.parent if node.end_byte <= part.end else None
        if node is None:
            return
        span = Span(part.start, part.end)
        for use in self._uses(module, node):
            held = self._held(module, use)
            if held is None:
                continue
            members = self._types.member(present(held), name)
            if members:
                yield LooseKey(module, span, members)
            elif isinstance(present(held), Unknown):
                is_read = use.parent is not None and use.parent.type == "subscript_expression"
                yield LooseKey(module, span, only_reads=is_read and not gives(module, use))

    def _uses(self, module: Module, node: Node) -> Iterator[Node]:
        """Where a computed key is used: there, or by the name of the constant that holds it."""
        top = _out_of(node)
        yield top
        declarator = top.parent
        name = declarator.child_by_field_name("name") if declarator is not None else None
        if declarator is None or declarator.type != "variable_declarator" or name is None:
            return
        binding = module.resolve(name) if name.type == "identifier" else None
        if binding is not None and binding.kind is BindingKind.CONST:
            yield from (_out_of(use) for use in module.references(binding) if use != name)

    def _held(self, module: Module, key: Node) -> Type | None:
        """What has the property that a key names; None for what isn't used as a key."""
        holder = key.parent
        if holder is not None and holder.type == "subscript_expression":
            object_ = holder.child_by_field_name("object")
            is_key = holder.child_by_field_name("index") == key and object_ is not None
            return self._types.of(module, object_) if is_key and object_ is not None else None
        if holder is not None and holder.type == "computed_property_name":
            literal = holder.parent.parent if holder.parent is not None else None
            return self._types.contextual(module, literal) if literal is not None else None
        return self._types.keyed_by(module, key)

    @cached_property
    def _parts(self) -> tuple[_Part, ...]:
        return tuple(
            part for path, data in self._program.sources.items() for part in _in(path, data)
        )


def _in(path: Path, data: bytes) -> Iterator[_Part]:
    if b"${" in data:
        for match in _TEMPLATE.finditer(data):
            if match[1] or match[2]:
                yield _Part(path, *match.span(), match[1].decode(), match[2].decode())
    if b"+" in data:
        for match in _BEFORE.finditer(data):
            yield _Part(path, match.start() + 1, match.end() - 1, match[1].decode(), "")
        for match in _AFTER.finditer(data):
            yield _Part(path, match.start() + 1, match.end() - 1, "", match[1].decode())


def _out_of(node: Node) -> Node:
    """A key with its casts and parentheses."""
    while node.parent is not None and node.parent.type in _AROUND:
        node = node.parent
    return node
