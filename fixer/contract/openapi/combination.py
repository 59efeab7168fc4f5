"""Two schemas into the one that both (allOf) or either (oneOf, anyOf) describe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fixer.contract.model import Kind, Property, Scalar, Schema


def intersection(one: Schema, other: Schema) -> Schema:
    """What fits both: all properties of both; of two statements the later is the closer one."""
    if one.kind is Kind.ANY:
        return replace(other, enum=other.enum or one.enum)
    if other.kind is Kind.ANY:
        return replace(one, enum=one.enum or other.enum)
    if one.kind is Kind.UNION and other.kind is Kind.OBJECT:
        variants = tuple(
            intersection(v, other) if v.kind is Kind.OBJECT else v for v in one.variants
        )
        return replace(one, variants=variants)
    if other.kind is Kind.UNION and one.kind is Kind.OBJECT:
        variants = tuple(
            intersection(one, v) if v.kind is Kind.OBJECT else v for v in other.variants
        )
        return replace(other, variants=variants)
    if one.kind is not Kind.OBJECT or other.kind is not Kind.OBJECT:
        return replace(other, enum=other.enum or one.enum, format=other.format or one.format)
    properties = {p.name: p for p in one.properties}
    for prop in other.properties:
        known = properties.get(prop.name)
        properties[prop.name] = _both(known, prop) if known else prop
    # A part without properties says nothing of what else there is.
    parts = [part for part in (one, other) if part.properties] or [one, other]
    return Schema(
        Kind.OBJECT,
        properties=tuple(properties.values()),
        nullable=one.nullable and other.nullable,
        loose=any(part.loose for part in parts),
        values=other.values or one.values,
        location=other.location or one.location,
    )


def union(
    variants: Sequence[Schema], enums: Sequence[tuple[Scalar, ...]], nullable: bool
) -> Schema:
    """What fits one of `variants` (at least one); `enums` are their values, if string enums."""
    nullable = nullable or any(v.nullable for v in variants)
    distinct = tuple(dict.fromkeys(variants))
    if len(distinct) == 1:
        return replace(distinct[0], nullable=nullable)
    if all(enums):
        values = dict.fromkeys(value for enum in enums for value in enum)
        return Schema(Kind.STRING, enum=tuple(values), nullable=nullable)
    if any(v.kind is Kind.ANY for v in distinct):
        return Schema(Kind.ANY, nullable=nullable)
    return Schema(Kind.UNION, variants=distinct, nullable=nullable)


def _both(known: Property, again: Property) -> Property:
    return replace(
        again,
        schema=intersection(known.schema, again.schema)
        if known.schema.kind is not Kind.REF or again.schema.kind is Kind.ANY
        else again.schema,
        required=known.required or again.required,
        legacy_names=tuple(dict.fromkeys((*known.legacy_names, *again.legacy_names))),
        read_only=known.read_only or again.read_only,
        write_only=known.write_only or again.write_only,
    )
