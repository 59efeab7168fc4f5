"""Turns return annotations and `@extend_schema_field` into schemas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import libcst as cst

from ..model import ANY, Kind, Scalar, Schema
from .evaluate import Evaluator
from .fields import BOOLEAN, INTEGER, NUMBER, OBJECT, TEXT, text
from .generics import arguments
from .operators import foreign
from .values import ClassObject, Const, Foreign, Frame, Function, Object, Value

_PLAIN = {
    "str": TEXT,
    "int": INTEGER,
    "float": NUMBER,
    "bool": BOOLEAN,
    "None": Schema(Kind.NULL),
    "dict": OBJECT,
    "list": Schema(Kind.ARRAY, items=ANY),
    "tuple": Schema(Kind.ARRAY, items=ANY),
    "set": Schema(Kind.ARRAY, items=ANY),
}
_NAMED = {
    "datetime.datetime": text("date-time"),
    "datetime.date": text("date"),
    "datetime.time": text("time"),
    "decimal.Decimal": text("decimal"),
    "uuid.UUID": text("uuid"),
}
_OPENAPI = {
    "STR": TEXT,
    "INT": INTEGER,
    "INT32": INTEGER,
    "INT64": INTEGER,
    "NUMBER": NUMBER,
    "FLOAT": NUMBER,
    "DOUBLE": NUMBER,
    "BOOL": BOOLEAN,
    "DATETIME": text("date-time"),
    "DATE": text("date"),
    "TIME": text("time"),
    "UUID": text("uuid"),
    "URI": text("uri"),
    "EMAIL": text("email"),
    "DECIMAL": text("decimal"),
    "BINARY": text("binary"),
    "OBJECT": OBJECT,
    "NONE": Schema(Kind.NULL),
}
_LISTS = frozenset({"list", "List", "Sequence", "Iterable", "set", "Set", "tuple", "QuerySet"})
_MAPS = frozenset({"dict", "Dict", "Mapping"})
_DEEPEST = 8

OfValue = Callable[[Value | None], Schema | None]
OfGeneric = Callable[[ClassObject, list[Schema]], Schema]


class Annotations:
    """Reads annotations of one project; `of_value` knows serializers and fields.

    `of_generic`: classes that are given types, `Answer[Item]`. `bound`: what the parameters of the
    class that is read stand for.
    """

    def __init__(
        self, evaluator: Evaluator, of_value: OfValue, of_generic: OfGeneric | None = None
    ) -> None:
        self.evaluator = evaluator
        self.of_value = of_value
        self.of_generic = of_generic
        self.bound: Mapping[str, Schema] = {}

    def returned(self, function: Function) -> Schema | None:
        """What the function returns, by decorator or annotation; None where neither says."""
        for _, args, kwargs in self.evaluator.classes.applied(function, "extend_schema_field"):
            return self.stated(args[0] if args else kwargs.get("field"))
        node = self.evaluator.classes.header(function)
        if not isinstance(node, cst.FunctionDef) or node.returns is None:
            return None
        frame = self.evaluator.classes.frame(function)
        found = self.annotation(node.returns.annotation, frame)
        return None if found.kind is Kind.ANY else found

    def stated(self, value: Value | None) -> Schema | None:
        """What drf-spectacular's decorators were given: a serializer, a field or a type."""
        if (known := self.of_value(value)) is not None:
            return known
        name = foreign(value) or "" if value is not None else ""
        if ".OpenApiTypes." in name:
            return _OPENAPI.get(name.rpartition(".")[2])
        if isinstance(value, Foreign):
            return self._named(value)
        return None

    def annotation(self, node: cst.BaseExpression, frame: Frame, depth: int = 0) -> Schema:
        """The schema of a type; ANY where it isn't one of JSON."""
        if depth > _DEEPEST:
            return ANY
        match node:
            case cst.SimpleString():
                try:
                    inner = cst.parse_expression(str(node.evaluated_value))
                except cst.ParserSyntaxError:
                    return ANY
                return self.annotation(inner, frame, depth + 1)
            case cst.Name(value=name) if name in self.bound:
                return self.bound[name]
            case cst.Name(value=name) if name in _PLAIN:
                return _PLAIN[name]
            case cst.BinaryOperation(operator=cst.BitOr()):
                sides = [self.annotation(n, frame, depth + 1) for n in (node.left, node.right)]
                return _union(sides)
            case cst.Subscript():
                return self._generic(node, frame, depth)
            case _:
                return self._named(self.evaluator.value(node, frame))

    def _generic(self, node: cst.Subscript, frame: Frame, depth: int) -> Schema:
        name = node.value.attr if isinstance(node.value, cst.Attribute) else node.value
        head = name.value if isinstance(name, cst.Name) else ""
        inner = arguments(node)
        if head == "Literal":
            return _literal([self.evaluator.value(item, frame) for item in inner])
        parts = [self.annotation(item, frame, depth + 1) for item in inner]
        if head == "Annotated" and parts:
            return parts[0]
        if head == "Optional" and parts:
            return replace(parts[0], nullable=True)
        if head == "Union":
            return _union(parts)
        if head in _LISTS and parts:
            return Schema(Kind.ARRAY, items=parts[0])
        if head in _MAPS:
            return Schema(Kind.OBJECT, loose=True, values=parts[1] if len(parts) > 1 else None)
        made = self.evaluator.value(node.value, frame) if self.of_generic is not None else None
        if self.of_generic is None or not isinstance(made, ClassObject):
            return ANY
        return self.of_generic(made, parts)

    def _named(self, value: Value) -> Schema:
        if isinstance(value, Foreign):
            plain = _PLAIN.get(value.name.removeprefix("builtins."))
            return plain or _NAMED.get(value.name, ANY)
        if isinstance(value, (ClassObject, Object)):
            return self.of_value(value) or ANY
        return ANY


def _union(parts: list[Schema]) -> Schema:
    kept = [part for part in parts if part.kind is not Kind.NULL]
    nullable = len(kept) < len(parts)
    if any(part.kind is Kind.ANY for part in kept) or not kept:
        return ANY
    one = kept[0] if len(kept) == 1 else Schema(Kind.UNION, variants=tuple(kept))
    return replace(one, nullable=True) if nullable else one


def _literal(values: list[Value]) -> Schema:
    plain: list[Scalar] = [
        v.value
        for v in values
        if isinstance(v, Const) and not isinstance(v.value, (bytes, complex))
    ]
    if len(plain) != len(values) or not plain:
        return ANY
    if all(isinstance(value, str) for value in plain):
        return replace(TEXT, enum=tuple(plain))
    return Schema(Kind.ANY, enum=tuple(plain))
