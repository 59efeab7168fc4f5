"""A JSON example into the schema that it is an example of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from fixer.contract.example import Array, Member, Node, Object, Value, Word
from fixer.contract.model import ANY, Kind, Location, Property, Scalar, Schema
from fixer.contract.remarks import remark

_DECIMAL = re.compile(r"[+-]?\d+\.\d+\Z")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_TIME = re.compile(r"\d\d:\d\d:\d\d(\.\d+)?\Z")
_INTEGER = re.compile(r"[+-]?\d+\Z")

# What people write for a type, in examples and in tables of fields.
_TYPES: dict[str, tuple[Kind, str | None]] = {
    "string": (Kind.STRING, None),
    "str": (Kind.STRING, None),
    "text": (Kind.STRING, None),
    "varchar": (Kind.STRING, None),
    "char": (Kind.STRING, None),
    "slug": (Kind.STRING, "slug"),
    "int": (Kind.INTEGER, None),
    "integer": (Kind.INTEGER, None),
    "long": (Kind.INTEGER, None),
    "bigint": (Kind.INTEGER, None),
    "number": (Kind.NUMBER, None),
    "float": (Kind.NUMBER, None),
    "double": (Kind.NUMBER, None),
    "decimal": (Kind.STRING, "decimal"),
    "bool": (Kind.BOOLEAN, None),
    "boolean": (Kind.BOOLEAN, None),
    "date": (Kind.STRING, "date"),
    "datetime": (Kind.STRING, "date-time"),
    "date-time": (Kind.STRING, "date-time"),
    "timestamp": (Kind.STRING, "date-time"),
    "uuid": (Kind.STRING, "uuid"),
    "guid": (Kind.STRING, "uuid"),
    "email": (Kind.STRING, "email"),
    "url": (Kind.STRING, "uri"),
    "uri": (Kind.STRING, "uri"),
    "null": (Kind.NULL, None),
    "array": (Kind.ARRAY, None),
    "list": (Kind.ARRAY, None),
}


def infer(node: Node, source: str) -> Schema:
    """The schema of an example. One example proves little: see `merge` for several."""
    location = Location(source, node.line)
    match node:
        case Value(alternatives=(value,)):
            return replace(of_scalar(value), location=location)
        case Value(alternatives=values):
            return replace(_of_alternatives(values), location=location)
        case Word(text=text):
            return replace(of_type_name(text) or ANY, location=location)
        case Array(items=items):
            element = merge_all(infer(item, source) for item in items) if items else ANY
            return Schema(Kind.ARRAY, items=element, location=location)
        case Object(members=members, open=is_open):
            properties = _unique(_property(member, source) for member in members)
            return Schema(
                Kind.OBJECT,
                properties=tuple(properties),
                loose=is_open or not properties,
                location=location,
            )


def of_scalar(value: Scalar) -> Schema:
    """A scalar's schema; a string's format is read from how it looks on the wire."""
    if value is None:
        return Schema(Kind.ANY, nullable=True)
    if isinstance(value, bool):
        return Schema(Kind.BOOLEAN)
    if isinstance(value, int):
        return Schema(Kind.INTEGER)
    if isinstance(value, float):
        return Schema(Kind.NUMBER)
    return Schema(Kind.STRING, format=_format(value))


def of_query_value(text: str) -> Schema:
    """The schema of a query parameter whose example is `text` (`?days=30`: an integer)."""
    if named := _TYPES.get(text.strip("[]<>{}").lower()):
        return Schema(named[0], format=named[1])
    if not text or not (text[0].isalnum() or text[0] in "-+_"):
        return ANY
    if text.lower() in ("true", "false"):
        return Schema(Kind.BOOLEAN)
    if _INTEGER.match(text):
        return Schema(Kind.INTEGER)
    if _DECIMAL.match(text):
        return Schema(Kind.NUMBER)
    return of_scalar(text)


def of_type_name(text: str) -> Schema | None:
    """The schema of a type as people name it: `integer`, `string | null`, `number[]`."""
    text = text.strip().strip("`<>").strip()
    if "|" in text:
        parts = [part.strip() for part in text.split("|")]
        known = [schema for part in parts if (schema := of_type_name(part))]
        return merge_all(known) if len(known) == len(parts) else None
    if text.endswith("[]") and (items := of_type_name(text[:-2])):
        return Schema(Kind.ARRAY, items=items)
    if text.lower() in ("object", "json", "dict"):
        return Schema(Kind.OBJECT, loose=True)
    named = _TYPES.get(text.lower())
    if not named:
        return None
    if named[0] is Kind.NULL:
        return Schema(Kind.ANY, nullable=True)
    return Schema(named[0], format=named[1], items=ANY if named[0] is Kind.ARRAY else None)


def merge_all(schemas: Iterable[Schema]) -> Schema:
    """The least schema that all of `schemas` fit; ANY of none."""
    merged: Schema | None = None
    for schema in schemas:
        merged = schema if merged is None else merge(merged, schema)
    return merged or ANY


def merge(one: Schema, other: Schema) -> Schema:
    """The least schema that both examples fit: what one lacks is optional in the other."""
    nullable = one.nullable or other.nullable
    if one.kind is Kind.ANY:
        return replace(other, nullable=nullable)
    if other.kind is Kind.ANY:
        return replace(one, nullable=nullable)
    if one.kind is other.kind:
        return replace(_same_kind(one, other), nullable=nullable)
    if {one.kind, other.kind} == {Kind.INTEGER, Kind.NUMBER}:
        return replace(one, kind=Kind.NUMBER, nullable=nullable)
    variants = dict.fromkeys((*(one.variants or (one,)), *(other.variants or (other,))))
    return Schema(Kind.UNION, variants=tuple(variants), nullable=nullable, location=one.location)


def _same_kind(one: Schema, other: Schema) -> Schema:
    if one.kind is Kind.ARRAY:
        return replace(one, items=merge(one.items or ANY, other.items or ANY))
    if one.kind is Kind.OBJECT:
        names = dict.fromkeys([p.name for p in (*one.properties, *other.properties)])
        merged = tuple(_merged_property(one.property(n), other.property(n)) for n in names)
        return replace(one, properties=merged, loose=one.loose and other.loose)
    if one.kind is Kind.UNION:
        return replace(one, variants=tuple(dict.fromkeys((*one.variants, *other.variants))))
    same_format = one.format if one.format == other.format else None
    return replace(one, format=same_format)


def _merged_property(one: Property | None, other: Property | None) -> Property:
    if one and other:
        return replace(
            one,
            schema=merge(one.schema, other.schema),
            required=one.required and other.required,
            legacy_names=tuple(dict.fromkeys((*one.legacy_names, *other.legacy_names))),
        )
    present = one or other
    assert present is not None
    return replace(present, required=False)


def _unique(properties: Iterable[Property]) -> list[Property]:
    by_name: dict[str, Property] = {}
    for prop in properties:
        by_name.setdefault(prop.name, prop)
    return list(by_name.values())


def _property(member: Member, source: str) -> Property:
    said = remark(member.comment)
    schema = infer(member.value, source)
    return Property(
        member.name,
        replace(schema, nullable=True) if said.nullable else schema,
        required=not said.optional,
        legacy_names=said.legacy,
        is_new=said.is_new,
        location=Location(source, member.line),
    )


def _of_alternatives(values: tuple[Scalar, ...]) -> Schema:
    merged = merge_all(of_scalar(value) for value in values)
    if merged.kind is Kind.STRING and len(values) > 1:
        return Schema(
            Kind.STRING,
            enum=tuple(value for value in values if value is not None),
            nullable=merged.nullable,
        )
    return merged


def _format(text: str) -> str | None:
    if _DECIMAL.match(text):
        return "decimal"
    if _DATE.match(text):
        return "date" if _is_iso(text, date) else None
    if _DATE_TIME.match(text):
        return "date-time" if _is_iso(text, datetime) else None
    if _TIME.match(text):
        return "time"
    if _UUID.match(text):
        return "uuid"
    if _EMAIL.match(text):
        return "email"
    if text.startswith(("http://", "https://")):
        return "uri"
    return None


def _is_iso(text: str, of: type[date]) -> bool:
    try:
        of.fromisoformat(text)
    except ValueError:
        return False
    return True
