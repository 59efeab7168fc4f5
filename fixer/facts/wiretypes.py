"""A declared type beside a schema: whether a value of the one can be a value of the other.

Only what JSON tells apart is compared: a decimal and a date are strings, an integer and a float
are numbers. The members of objects are no matter here; each is bound and judged by itself.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract, Kind, Schema
from fixer.facts.bindings import LISTS, Direction
from fixer.facts.says import described
from fixer.program.syntax import children_of, string_value, text
from fixer.program.types.model import (
    NOTHING,
    NULL,
    Anonymous,
    Intersection,
    Literal,
    Mapped,
    Named,
    ObjectLiteral,
    Primitive,
    Tuple,
    Type,
    Union,
    WireType,
    Without,
    parts_of,
)

Kinds = frozenset[Kind]
MAX_DEPTH = 6
_NONE: Kinds = frozenset()
_SCALARS = frozenset({Kind.STRING, Kind.NUMBER, Kind.BOOLEAN})
_PRIMITIVES: dict[str, Kinds] = {
    "string": frozenset({Kind.STRING}),
    "number": frozenset({Kind.NUMBER}),
    "boolean": frozenset({Kind.BOOLEAN}),
    "object": frozenset({Kind.OBJECT, Kind.ARRAY}),
}
_SHAPES: dict[Kind, Kind] = {
    Kind.STRING: Kind.STRING,
    Kind.INTEGER: Kind.NUMBER,
    Kind.NUMBER: Kind.NUMBER,
    Kind.BOOLEAN: Kind.BOOLEAN,
    Kind.OBJECT: Kind.OBJECT,
    Kind.ARRAY: Kind.ARRAY,
}


class Fitness(Enum):
    """Whether a type and a schema can have a value in common."""

    FITS = "fits"
    WRONG = "wrong"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Fit:
    """The answer, with the reason where it is WRONG or UNTOLD."""

    fitness: Fitness
    reason: str = ""


FITS = Fit(Fitness.FITS)
_LOOSE_TYPE = Fit(Fitness.UNTOLD, "its type is not known")
_LOOSE_SCHEMA = Fit(Fitness.UNTOLD, "the contract does not say its type")
_COERCED = Fit(Fitness.UNTOLD, "the backend may convert what it is sent")


@dataclass(frozen=True, slots=True)
class WireTypes:
    """Compares types with schemas of `contract`; `own` holds the files of the frontend."""

    contract: Contract
    own: Container[Path]

    def fit(self, static: Type, schema: Schema, direction: Direction) -> Fit:
        """Whether a member of this type can hold what the schema says, `null` left aside.

        Of a request only containers are judged: a backend commonly takes `5` for `"5"`.
        """
        return self._fit(static, schema, direction, 0)

    def lacks_null(self, static: Type, schema: Schema) -> bool:
        """Whether the wire may carry `null` where the type, which is known, has none."""
        if not self.is_nullable(schema) or self._kinds(static, 0) is None:
            return False
        return NULL not in parts_of(static)

    def is_nullable(self, schema: Schema) -> bool:
        shape = self.contract.resolve(schema)
        return shape.nullable or any(
            v.nullable or v.kind is Kind.NULL
            for v in (self.contract.resolve(variant) for variant in shape.variants)
        )

    def _fit(self, static: Type, schema: Schema, direction: Direction, depth: int) -> Fit:
        declared, carried = self._kinds(static, depth), self._carried(schema, depth)
        if declared is None:
            return _LOOSE_TYPE
        if carried is None:
            return _LOOSE_SCHEMA
        is_date = any(_is_date(p) for p in parts_of(static))
        if direction is Direction.REQUEST and is_date:
            declared |= {Kind.STRING}  # JSON.stringify calls Date.prototype.toJSON
        if not declared and not is_date:
            return _LOOSE_TYPE
        if declared & carried:
            return self._items(static, schema, direction, depth)
        if direction is Direction.REQUEST and declared | carried <= _SCALARS:
            return _COERCED
        return Fit(Fitness.WRONG, described(self.contract, schema))

    def _items(self, static: Type, schema: Schema, direction: Direction, depth: int) -> Fit:
        """What two lists hold must fit too, where there is but one list on each side."""
        shape = self.contract.resolve(schema)
        parts = [p for p in parts_of(static) if p not in NOTHING]
        if shape.kind is not Kind.ARRAY or len(parts) != 1 or shape.items is None:
            return FITS
        if not isinstance(parts[0], Named) or not parts[0].args or depth > MAX_DEPTH:
            return FITS
        inner = self._fit(parts[0].args[0], shape.items, direction, depth + 1)
        if inner.fitness is not Fitness.WRONG:
            return inner
        return Fit(Fitness.WRONG, described(self.contract, schema))

    def _kinds(self, static: Type, depth: int) -> Kinds | None:
        """The JSON values that a type admits, `null` left aside; None: that can't be told."""
        if depth > MAX_DEPTH:
            return None
        if isinstance(static, Union):
            return self._joined(static.parts, depth)
        if static in NOTHING:
            return _NONE
        if isinstance(static, Primitive):
            return _PRIMITIVES.get(static.name)
        if isinstance(static, Literal):
            return frozenset({_kind_of(static.value)})
        if isinstance(static, Intersection):
            return self._branded(static, depth)
        if isinstance(static, Named):
            return self._named(static)
        if isinstance(static, Tuple):
            return frozenset({Kind.ARRAY})
        if isinstance(static, WireType):
            return self._carried(static.schema, depth)
        if isinstance(static, Anonymous):
            return frozenset({Kind.OBJECT}) if _has_properties(static.node) else None
        if isinstance(static, ObjectLiteral | Mapped | Without):
            return frozenset({Kind.OBJECT})
        return None

    def _joined(self, parts: tuple[Type, ...], depth: int) -> Kinds | None:
        found: Kinds = _NONE
        for part in parts:
            kinds = self._kinds(part, depth + 1)
            if kinds is None:
                return None
            found |= kinds
        return found

    def _branded(self, static: Intersection, depth: int) -> Kinds | None:
        """`string & { __brand: 'Id' }` is a string; several objects are an object."""
        kinds = [self._kinds(part, depth + 1) for part in static.parts]
        scalars = [k for k in kinds if k is not None and k <= _SCALARS]
        if scalars:
            return scalars[0]
        return None if None in kinds else frozenset({Kind.OBJECT})

    def _named(self, static: Named) -> Kinds | None:
        node = static.declaration.node
        name = _name(node)
        if name in LISTS:
            return frozenset({Kind.ARRAY})
        if node.type == "enum_declaration":
            return _enum_kinds(node)
        if _is_date(static):
            return _NONE
        if static.declaration.module.path not in self.own:
            return None
        return frozenset({Kind.OBJECT}) if _has_properties(node) else None

    def _carried(self, schema: Schema, depth: int) -> Kinds | None:
        """The JSON values that a schema says, `null` left aside; None: it doesn't say."""
        shape = self.contract.resolve(schema)
        if depth > MAX_DEPTH or shape.format == "binary":
            return None
        if shape.kind is Kind.UNION:
            found: Kinds = _NONE
            for variant in shape.variants:
                if self.contract.resolve(variant).kind is Kind.NULL:
                    continue
                kinds = self._carried(variant, depth + 1)
                if kinds is None:
                    return None
                found |= kinds
            return found or None
        if shape.kind is Kind.NULL:
            return None  # an example that shows null says nothing of what else it may be
        known = _SHAPES.get(shape.kind)
        return frozenset({known}) if known is not None else None


def is_date(type_: Type) -> bool:
    """Whether it is the standard library's `Date`, `null` and `undefined` left aside."""
    parts = [p for p in parts_of(type_) if p not in NOTHING]
    return len(parts) == 1 and _is_date(parts[0])


def _is_date(type_: Type) -> bool:
    return isinstance(type_, Named) and _name(type_.declaration.node) == "Date"


def _name(declaration: Node) -> str:
    name = declaration.child_by_field_name("name")
    return text(name) if name is not None else ""


def _kind_of(value: str | int | float | bool) -> Kind:
    if isinstance(value, bool):
        return Kind.BOOLEAN
    return Kind.STRING if isinstance(value, str) else Kind.NUMBER


def _has_properties(node: Node) -> bool:
    """Whether an object type can be told from `{}` and from a function."""
    if any(c.type in ("extends_type_clause", "class_heritage") for c in children_of(node)):
        return True
    body = node.child_by_field_name("body") or node
    members = [c.type for c in children_of(body)]
    return bool(members) and not {"call_signature", "construct_signature"} & set(members)


def _enum_kinds(node: Node) -> Kinds | None:
    """What the members of an enum are: strings, numbers, or both."""
    body = node.child_by_field_name("body")
    found: set[Kind] = set()
    for member in children_of(body) if body is not None else ():
        value = member.child_by_field_name("value")
        is_string = value is not None and string_value(value) is not None
        found.add(Kind.STRING if is_string else Kind.NUMBER)
    return frozenset(found) if found else None
