"""The alternatives of a union, declared or the contract's: which are meant, and what all have."""

from __future__ import annotations

from dataclasses import replace

from fixer.contract.model import Contract, Kind, Property, Schema
from fixer.facts.carriage import Carriage
from fixer.facts.fitting import Fitting
from fixer.facts.wrapping import has_members, is_list
from fixer.program.types.model import Anonymous, Intersection, Type, Union, WireType


def likely(static: Type, wire: Union, carriage: Carriage) -> list[Type]:
    """The alternatives of a value that are lists as the type is, if any; not the body's text.

    Nor what only stands for nothing: of `page || []` the page.
    """
    objects = [p for p in wire.parts if has_members(p) or isinstance(p, WireType)]
    told = [p for p in objects if carriage.of(p)] or objects
    alike = [p for p in told if may_be_list(p) is not (not is_list(static))]
    return alike or [p for p in told if isinstance(p, WireType)] or told


def may_be_list(value: Type) -> bool | None:
    """Whether a value is a list; None: it may be one or not."""
    if not isinstance(value, WireType):
        return is_list(value)
    return value.schema.kind is Kind.ARRAY if value.schema.kind is not Kind.UNION else None


def variants(candidates: list[Type]) -> list[Type]:
    """The alternatives, where they are those of one type: `Row & (One | Other)`."""
    parts = [set(_joined_in(it)) for it in candidates]
    return candidates if len(parts) > 1 and set.intersection(*parts) else []


def meant(candidates: list[Type], value: Type, fitting: Fitting) -> list[Type]:
    """The declared alternatives that a value can be: the best, or those that are as good.

    Those are of one type, or written out in the union with the same names: which of them it is
    makes no difference.
    """
    one, alike = fitting.best_declared(candidates, value), variants(candidates)
    if one is None:
        return alike or (_same(candidates, value, fitting) if _are_in_place(candidates) else [])
    return [one, *(it for it in alike if it != one and fitting.is_covered(it, value))]


def doubtful(candidates: list[Type], value: Type, fitting: Fitting) -> list[Type]:
    """The alternatives that bear names of their own and declare the same: `Row | Shape`.

    One of them may as well be there for what isn't of the contract.
    """
    if variants(candidates) or _are_in_place(candidates):
        return []
    is_told = fitting.best_declared(candidates, value) is not None
    return [] if is_told else _same(candidates, value, fitting)


def _same(candidates: list[Type], value: Type, fitting: Fitting) -> list[Type]:
    are_same = len({fitting.names(it) for it in candidates}) == 1
    return [it for it in candidates if are_same and fitting.fits(it, value)]


def _are_in_place(candidates: list[Type]) -> bool:
    """Whether all of them are written out where the union is: nothing else can mean them."""
    return all(isinstance(it, Anonymous) and _is_in_union(it) for it in candidates)


def _is_in_union(type_: Anonymous) -> bool:
    holder = type_.node.parent
    while holder is not None and holder.type == "parenthesized_type":
        holder = holder.parent
    return holder is not None and holder.type == "union_type"


def _joined_in(type_: Type) -> tuple[Type, ...]:
    return type_.parts if isinstance(type_, Intersection) else (type_,)


def merged(schema: Schema, contract: Contract) -> Schema:
    """The objects among a union's alternatives as one, loose where they differ in kind."""
    objects = [s for v in schema.variants if (s := contract.resolve(v)).kind is Kind.OBJECT]
    if not objects:
        return Schema(Kind.ANY)
    if len(objects) == 1:
        return objects[0]
    found: dict[str, Property] = {}
    for part in objects:
        for prop in part.properties:
            known = found.get(prop.name, prop)
            everywhere = all(o.property(prop.name) for o in objects)
            required = prop.required and known.required and everywhere
            both = _either(known.schema, prop.schema)
            found[prop.name] = replace(known, required=required, schema=both)
    loose = any(o.loose or o.values is not None for o in objects)
    return Schema(Kind.OBJECT, tuple(found.values()), loose=loose, location=schema.location)


def _either(one: Schema, other: Schema) -> Schema:
    """A value that has either shape."""
    if one == other:
        return one
    variants = (*(one.variants or (one,)), other)
    return Schema(Kind.UNION, variants=variants, location=one.location)
