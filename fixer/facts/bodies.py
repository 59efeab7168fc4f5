"""The bodies that requests send, beside what their operations take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract, Kind, Operation, Property, Schema
from fixer.diagnostics import Span
from fixer.facts.judged import JudgedCall
from fixer.facts.wrapping import PAGE_KEYS
from fixer.program.call import Body, Call
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import Types
from fixer.program.types.model import NOTHING, ObjectLiteral, Type, Without, parts_of, present
from fixer.program.types.tables import name_text

_SERIALIZERS = frozenset({"JSON.stringify", "qs.stringify", "stringify"})
_PARAMETERS = frozenset({"required_parameter", "optional_parameter", "assignment_pattern"})
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


def handed_bodies(call: Call) -> Iterator[Body]:
    """What a call of a wrapper hands on to be the body: `request({ path, body: toWire(food) })`."""
    given = call.node.child_by_field_name("arguments")
    for options in children_of(given) if given is not None else ():
        for pair in children_of(options) if options.type == "object" else ():
            key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
            if key is not None and value is not None and name_text(key) == "body":
                yield sent_value(Body(call.module, value))


def _inside(node: Node) -> Node | None:
    if node.type in _TRANSPARENT:
        return first_named(node)
    callee = node.child_by_field_name("function")
    if node.type == "call_expression" and callee is not None and text(callee) in _SERIALIZERS:
        arguments = node.child_by_field_name("arguments")
        values = children_of(arguments) if arguments is not None else []
        return next((c for c in values if c.type != "comment"), None)
    return None


def sent_type(body: Body, taken: Schema, types: Types) -> Type:
    """The type of what a body's value sends, without what can't be told to be for the backend.

    A property that the sending function reads for itself, for the path most often, is its own
    affair where the backend doesn't take it (`taken`). Where a conversion of the client's own
    (`slot.toJson()`) makes the value, its declared type may have properties that are never sent:
    those that the object literals it returns don't have.
    """
    static = types.of(body.module, body.node)
    own = frozenset(n for n in _read_beside(body) if not _takes(taken, n))
    if own:
        return Without(static, own)
    written = _written(body, types)
    if written is None or isinstance(present(static), ObjectLiteral):
        return static
    return Without(static, frozenset(m.name for m in types.members(static)) - written)


def _takes(schema: Schema, name: str) -> bool:
    return any(s.property(name) or s.renamed(name) for s in (schema, *schema.variants))


def _read_beside(body: Body) -> Iterator[str]:
    """What the function that sends a variable reads of it."""
    node = body.node
    if node.type != "identifier":
        return
    binding, inside = body.module.resolve(node), _function_around(node)
    for place in body.module.occurrences(text(node)) if binding is not None else ():
        parent = place.parent
        if parent is None or parent.type != "member_expression" or place.type != "identifier":
            continue
        name = parent.child_by_field_name("property")
        within = inside.start_byte <= place.start_byte < inside.end_byte
        if name is not None and within and body.module.resolve(place) == binding:
            yield text(name)


def _function_around(node: Node) -> Node:
    """The innermost function around a node; the program for one outside functions."""
    outer = node
    while outer.parent is not None and (outer == node or outer.type not in FUNCTIONS):
        outer = outer.parent
    return outer


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
    if body is None:
        return None
    came = tuple(_came(operation, contract))
    if body.kind is Kind.UNION:
        variants = tuple(_with(contract.resolve(v), came) for v in body.variants)
        return replace(body, variants=variants)
    return _with(body, came)


def _came(operation: Operation, contract: Contract) -> Iterator[Schema]:
    """The objects that the operation and the GET of its path answer with."""
    same = (o for o in contract.operations if o.path == operation.path and o.method == "GET")
    for payload in map(contract.payload, (operation, *same)):
        found = contract.resolve(payload) if payload is not None else Schema(Kind.ANY)
        for variant in found.variants if found.kind is Kind.UNION else (found,):
            shape = contract.resolve(variant)
            # The GET of a list tells what its elements are.
            lists = [p.schema for p in shape.properties if p.name in PAGE_KEYS]
            inner = contract.resolve(lists[0]) if len(lists) == 1 else shape
            if inner.kind is Kind.ARRAY and inner.items is not None:
                shape = contract.resolve(inner.items)
            if shape.kind is Kind.OBJECT:
                yield shape


def _with(body: Schema, came: Iterable[Schema]) -> Schema:
    if body.kind is not Kind.OBJECT or _is_open(body) or not body.properties:
        return body
    known = {n for p in body.properties for n in (p.name, *p.aliases, *p.legacy_names)}
    ignored = {
        p.name: replace(p, required=False, read_only=True) for c in came for p in c.properties
    }
    more = (p for name, p in ignored.items() if name not in known)
    return replace(body, properties=(*body.properties, *more))


def _is_open(schema: Schema) -> bool:
    return schema.loose or schema.values is not None


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


def _is_default(literal: Node) -> bool:
    """Whether it only stands in for an argument that isn't given: `(data = {}) => …`."""
    return literal.parent is not None and literal.parent.type in _PARAMETERS


def _literal(body: Body, operation: Operation, schema: Schema, types: Types) -> SentBody | None:
    sent = present(types.of(body.module, body.node))
    if schema.kind is not Kind.OBJECT or not isinstance(sent, ObjectLiteral):
        return None
    if any(c.type == "spread_element" for c in children_of(sent.node)) or _is_default(sent.node):
        return None
    keys = {m.name for m in types.members(sent)}
    if not keys and sent.node != body.node:
        return None  # what stands in where something else is made: `catch { return {} }`
    lacking = tuple(
        p
        for p in schema.properties
        if p.required
        and not (p.read_only or p.has_default)
        and keys.isdisjoint({p.name, *p.aliases, *p.legacy_names})
    )
    span = Span(body.node.start_byte, body.node.end_byte)
    return SentBody(body.module.path, span, operation, schema, lacking)
