"""Reads of a layer that untyped code expects around a payload, or forgets to open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.contract.model import Contract, Kind, Schema
from fixer.diagnostics import Applicability, Edit, Fix
from fixer.facts.asking import copes, is_asked
from fixer.facts.layers import Fault, LayerFinding, span_of, taken_off
from fixer.facts.meets import Meets
from fixer.facts.wrapping import PAGE_KEYS, lists_of
from fixer.program.module import Module
from fixer.program.syntax import text
from fixer.program.types import Types
from fixer.program.types.model import Unknown, WireType, present

# What a list has and no page: ECMA-262 §23.1.3, as far as rows are handled with it.
_OF_LISTS = ("map", "filter", "forEach", "find", "some", "every", "reduce", "slice", "flatMap")


@dataclass(frozen=True, slots=True)
class Untyped:
    """Looks where the walk from calls to types has been, at values without a declared type."""

    contract: Contract
    types: Types
    meets: Meets

    def findings(self) -> Iterator[LayerFinding]:
        modules = {m.path: m for m, _ in self.meets.touched.values()}
        keys = dict.fromkeys(k for k in (self.contract.envelope, *PAGE_KEYS) if k is not None)
        for module in modules.values():
            for key in keys:
                for receiver, access in _accesses(module, key):
                    yield from self._extra(module, receiver, access, key)
            for name in _OF_LISTS:
                for receiver, access in _accesses(module, name):
                    yield from self._missing(module, receiver, access)

    def _extra(
        self, module: Module, receiver: Node, access: Node, key: str
    ) -> Iterator[LayerFinding]:
        shape = self._shape(module, receiver)
        if shape is None or is_asked(access) or copes(module, receiver, key):
            return
        if shape.kind is Kind.OBJECT and (shape.property(key) or shape.renamed(key)):
            return
        if not _holds(shape, access):
            return
        name = access.child_by_field_name("property")
        if name is None:
            return
        off = taken_off(module, receiver, access)
        message = f"Take the layer `{key}` off"
        fix = Fix(message, (off,), Applicability.UNSAFE) if off is not None else None
        yield LayerFinding(module.path, span_of(name), key, Fault.READ, shape, fix)

    def _missing(self, module: Module, receiver: Node, access: Node) -> Iterator[LayerFinding]:
        shape = self._shape(module, receiver)
        if shape is None or shape.kind is not Kind.OBJECT or is_asked(access):
            return
        lists, name = lists_of(shape, self.contract), access.child_by_field_name("property")
        if len(lists) != 1 or name is None or shape.property(text(name)):
            return
        key = lists[0].name
        if copes(module, receiver, key):
            return
        asked = "?" if access.child_by_field_name("optional_chain") is not None else ""
        opened = Edit(module.path, receiver.end_byte, receiver.end_byte, f"{asked}.{key}")
        fix = Fix(f"Take the value out of `{key}`", (opened,), Applicability.UNSAFE)
        yield LayerFinding(module.path, span_of(receiver), key, Fault.VALUE, shape, fix)

    def _shape(self, module: Module, receiver: Node) -> Schema | None:
        """The closed payload that an untyped expression holds."""
        if not isinstance(self.types.static(module, receiver), Unknown):
            return None
        wire = present(self.types.wire(module, receiver))
        if not isinstance(wire, WireType):
            return None
        shape = self.contract.resolve(wire.schema)
        if shape.kind is Kind.ARRAY:
            return shape
        is_closed = shape.properties and not shape.loose and shape.values is None
        return shape if shape.kind is Kind.OBJECT and is_closed else None


def _accesses(module: Module, name: str) -> Iterator[tuple[Node, Node]]:
    """Each `receiver.name` of a file, with the receiver."""
    for node in module.occurrences(name):
        access = node.parent
        if access is None or access.type != "member_expression":
            continue
        receiver = access.child_by_field_name("object")
        if receiver is not None and access.child_by_field_name("property") == node:
            yield receiver, access


def _holds(shape: Schema, access: Node) -> bool:
    """Whether the payload has what is read next: `answer.data.id` of a payload with an `id`."""
    read = access.parent
    if shape.kind is not Kind.OBJECT or read is None or read.type != "member_expression":
        return True
    name = read.child_by_field_name("property")
    return name is not None and bool(shape.property(text(name)) or shape.renamed(text(name)))
