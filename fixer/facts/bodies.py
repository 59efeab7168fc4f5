"""The bodies that requests send, beside what their operations take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract, Kind, Operation, Property, Schema
from fixer.diagnostics import Span
from fixer.facts.endpoints import JudgedCall
from fixer.program.call import Body
from fixer.program.syntax import text
from fixer.program.types import Types
from fixer.program.types.model import NOTHING, ObjectLiteral, Type, Without, parts_of, present

_SERIALIZERS = frozenset({"JSON.stringify", "qs.stringify", "stringify"})
_TRANSPARENT = frozenset({"parenthesized_expression", "as_expression", "satisfies_expression"})


@dataclass(frozen=True, slots=True)
class SentBody:
    """A body written as an object literal, all keys known; `lacking`: required ones not there."""

    path: Path
    span: Span
    operation: Operation
    schema: Schema
    lacking: tuple[Property, ...]


def sent_value(body: Body) -> Body:
    """The value that a body's expression sends: what `JSON.stringify(…)` is given."""
    node = body.node
    while True:
        inner = _inside(node)
        if inner is None:
            return Body(body.module, node)
        node = inner


def _inside(node: Node) -> Node | None:
    if node.type in _TRANSPARENT:
        return next((c for c in node.named_children if c.type != "comment"), None)
    callee = node.child_by_field_name("function")
    if node.type == "call_expression" and callee is not None and text(callee) in _SERIALIZERS:
        arguments = node.child_by_field_name("arguments")
        values = arguments.named_children if arguments is not None else []
        return next((c for c in values if c.type != "comment"), None)
    return None


def sent_type(body: Body, types: Types) -> Type:
    """The type of what a body's value sends.

    Where a conversion of the client's own (`slot.toJson()`) makes the value, its declared type may
    have properties that are never sent: those that the object literals it returns don't have.
    """
    static = types.of(body.module, body.node)
    written = _written(body, types)
    if written is None or isinstance(present(static), ObjectLiteral):
        return static
    return Without(static, frozenset(m.name for m in types.members(static)) - written)


def _written(body: Body, types: Types) -> frozenset[str] | None:
    """The keys of the object literals that a call returns; None where it returns something else."""
    if body.node.type not in ("call_expression", "await_expression"):
        return None
    made = [p for p in parts_of(types.wire(body.module, body.node)) if p not in NOTHING]
    found: set[str] = set()
    for part in made:
        if not isinstance(part, ObjectLiteral) or not _is_returned(part.node):
            return None
        if not types.is_closed(part):
            return None
        found.update(m.name for m in types.members(part))
    return frozenset(found) if found else None


def _is_returned(literal: Node) -> bool:
    """Whether nothing can be added to an object literal between its making and its return."""
    outer = literal.parent
    while outer is not None and outer.type in _TRANSPARENT:
        outer = outer.parent
    return outer is not None and outer.type in ("return_statement", "arrow_function")


def accepted(operation: Operation, contract: Contract) -> Schema | None:
    """What a body may hold: what the operation takes, and what it would only ignore.

    A resource is often sent back as it came, its read-only properties included.
    """
    body = contract.resolve(operation.body) if operation.body is not None else None
    came = tuple(_came(operation, contract))
    if body is None or not came:
        return operation.body
    if body.kind is Kind.UNION:
        variants = tuple(_with(contract.resolve(v), came) for v in body.variants)
        return replace(body, variants=variants)
    return _with(body, came)


def _came(operation: Operation, contract: Contract) -> Iterator[Schema]:
    """The objects that the operation answers with, or if it doesn't say, a GET of its path."""
    payload = contract.payload(operation)
    if payload is None:
        same = (o for o in contract.operations if o.path == operation.path and o.method == "GET")
        payload = next((found for o in same if (found := contract.payload(o))), None)
    if payload is None:
        return
    found = contract.resolve(payload)
    for variant in found.variants if found.kind is Kind.UNION else (found,):
        shape = contract.resolve(variant)
        if shape.kind is Kind.OBJECT:
            yield shape


def _with(body: Schema, came: Iterable[Schema]) -> Schema:
    if body.kind is not Kind.OBJECT or body.loose or not body.properties:
        return body
    known = {n for p in body.properties for n in (p.name, *p.legacy_names)}
    ignored = {p.name: replace(p, required=False) for c in came for p in c.properties}
    more = (p for name, p in ignored.items() if name not in known)
    return replace(body, properties=(*body.properties, *more))


def sent_bodies(
    calls: Iterable[JudgedCall], contract: Contract, types: Types
) -> Iterator[SentBody]:
    """The object literals that the calls send, beside the contract's objects."""
    for judged in calls:
        operation = judged.operation
        if operation is None or operation.body is None:
            continue
        schema = contract.resolve(operation.body)
        for body in judged.call.bodies:
            found = _literal(sent_value(body), operation, schema, types)
            if found is not None:
                yield found


def _literal(body: Body, operation: Operation, schema: Schema, types: Types) -> SentBody | None:
    sent = present(types.of(body.module, body.node))
    if schema.kind is not Kind.OBJECT or not isinstance(sent, ObjectLiteral):
        return None
    if any(c.type == "spread_element" for c in sent.node.named_children):
        return None
    keys = {m.name for m in types.members(sent)}
    lacking = tuple(
        p
        for p in schema.properties
        if p.required and not p.read_only and keys.isdisjoint({p.name, *p.legacy_names})
    )
    span = Span(body.node.start_byte, body.node.end_byte)
    return SentBody(body.module.path, span, operation, schema, lacking)
