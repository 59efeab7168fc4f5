"""Accepted renames into a contract, as legacy names of the properties and operations renamed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fixer.contract.changes.model import FieldRename, Rename, RouteRename, Side
from fixer.contract.model import Contract, LegacyRoute, Operation, Property, Schema


def merged(contract: Contract, renames: Iterable[Rename]) -> Contract:
    """The contract with every rename's old name beside its new one."""
    operations = {(op.method, op.path): op for op in contract.operations}
    schemas = dict(contract.schemas)
    for rename in renames:
        if isinstance(rename, RouteRename):
            at = (rename.new.method, rename.new.path)
            operations[at] = _moved(operations[at], rename)
        elif rename.target.schema is not None:
            name = rename.target.schema
            schemas[name] = _renamed(schemas[name], rename.target.steps, rename)
        else:
            at = (rename.target.method, rename.target.path)
            operations[at] = _in_operation(operations[at], rename)
    return replace(contract, operations=tuple(operations.values()), schemas=schemas)


def _moved(operation: Operation, rename: RouteRename) -> Operation:
    route = LegacyRoute(rename.old.method, rename.old.path)
    if any(r.path == route.path and r.method in (None, route.method) for r in operation.legacy):
        return operation
    return replace(operation, legacy=(*operation.legacy, route))


def _in_operation(operation: Operation, rename: FieldRename) -> Operation:
    steps = rename.target.steps
    if rename.target.side is Side.RESPONSE and operation.response:
        return replace(operation, response=_renamed(operation.response, steps, rename))
    if rename.target.side is Side.REQUEST and operation.body:
        return replace(operation, body=_renamed(operation.body, steps, rename))
    return operation


def _renamed(schema: Schema, steps: tuple[str, ...], rename: FieldRename) -> Schema:
    step, rest = steps[0], steps[1:]
    if step == "[]" and schema.items:
        return replace(schema, items=_renamed(schema.items, rest, rename))
    if step == "{}" and schema.values:
        return replace(schema, values=_renamed(schema.values, rest, rename))
    if step.startswith("|"):
        variants = list(schema.variants)
        number = int(step[1:])
        variants[number] = _renamed(variants[number], rest, rename)
        return replace(schema, variants=tuple(variants))
    properties = tuple(
        _with_legacy(p, rest, rename) if p.name == step else p for p in schema.properties
    )
    return replace(schema, properties=properties)


def _with_legacy(prop: Property, rest: tuple[str, ...], rename: FieldRename) -> Property:
    if rest:
        return replace(prop, schema=_renamed(prop.schema, rest, rename))
    return replace(prop, legacy_names=tuple(dict.fromkeys((*prop.legacy_names, rename.old))))
