"""Turns the schemas of Django Ninja, classes of annotations, into what they send and take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

import libcst as cst

from ..model import ANY, Kind, Property, Schema
from .annotations import Annotations
from .fields import enumerated
from .generics import generic_bases, parameters
from .models import ModelField
from .operators import foreign, iterate
from .use import Use
from .values import (
    NONE,
    ClassObject,
    Const,
    Foreign,
    Frame,
    Items,
    Value,
)

if TYPE_CHECKING:
    from .serializers import Serializers

NOTHING: Mapping[str, Schema] = MappingProxyType({})
_SCHEMA = "ninja.schema.Schema"
_KNOWN = (_SCHEMA, "ninja.schema.ModelSchema", "ninja.schema.FilterSchema")
_BASES = (_SCHEMA, "pydantic.BaseModel", "pydantic.main.BaseModel")
# These may give other names or another shape than the annotations say.
_CONVERTING = ("model_serializer", "RootModel", "__root__", "__pydantic_extra__")
_OF_MODELS = ("ninja.schema.ModelSchema", "ninja.orm.ModelSchema")
_SAYING = frozenset({"Field", "Query", "Body"})
_RENAMING = "alias_generator"  # what is answered has the names as written, unless `by_alias` is set
_ENUMS = ("enum.Enum", "enum.StrEnum", "enum.IntEnum", "django.db.models.enums.Choices")


class Bodies:
    """Reads schema classes for `Serializers`, which names them and keeps the components."""

    def __init__(self, serializers: Serializers) -> None:
        self.serializers = serializers
        self.evaluator = serializers.evaluator
        self.classes = serializers.classes
        self.annotations = {
            use: Annotations(self.evaluator, partial(self._value, use), partial(self._generic, use))
            for use in Use
        }
        self._within: list[ClassObject] = []

    def is_schema(self, value: Value | None) -> bool:
        return isinstance(value, ClassObject) and self.classes.derives(value, *_BASES)

    def _value(self, use: Use, value: Value | None) -> Schema | None:
        if isinstance(value, ClassObject) and self.classes.derives(value, *_ENUMS):
            return enumerated(ANY, self.classes, value)
        return self.serializers.value(value, use)

    def _generic(self, use: Use, cls: ClassObject, given: list[Schema]) -> Schema:
        """`Answer[Item]`, written out."""
        named = parameters(self.classes, cls)
        if not self.is_schema(cls) or len(named) != len(given) or cls in self._within:
            return ANY
        self._within.append(cls)
        found = self.read(cls, use, dict(zip(named, given, strict=True)))
        self._within.pop()
        return found

    def annotation(self, node: cst.BaseExpression, frame: Frame, use: Use) -> Schema:
        """The schema of an annotation."""
        return _taken(self.annotations[use].annotation(node, frame), use)

    def read(self, cls: ClassObject, use: Use, bound: Mapping[str, Schema] = NOTHING) -> Schema:
        """The object that `cls` describes; ANY where it converts names or writes itself.

        `bound`: what its parameters stand for.
        """
        annotations = self.annotations[use]
        outer, known = annotations.bound, self._bound(cls, use, bound)
        found = self._read(cls, use, known)
        annotations.bound = outer
        return found

    def _bound(
        self, cls: ClassObject, use: Use, bound: Mapping[str, Schema]
    ) -> dict[ClassObject, Mapping[str, Schema]]:
        """What the parameters of a class and of its ancestors stand for."""
        found: dict[ClassObject, Mapping[str, Schema]] = {cls: bound}
        waiting = [cls]
        while waiting:
            one = waiting.pop()
            frame = self.classes.frame(one)
            for base, given in generic_bases(self.classes, one):
                if base in found:
                    continue
                self.annotations[use].bound = found[one]
                parts = [self.annotation(node, frame, use) for node in given]
                found[base] = dict(zip(parameters(self.classes, base), parts, strict=False))
                waiting.append(base)
        return found

    def _read(
        self, cls: ClassObject, use: Use, bound: Mapping[ClassObject, Mapping[str, Schema]]
    ) -> Schema:
        own = [c for c, _ in self.classes.lineage(cls) if c.qualified not in _KNOWN]
        words = _CONVERTING if use is Use.RESPONSE else (*_CONVERTING, _RENAMING)
        if any(word in c.statement.text for c in own for word in words):
            return replace(ANY, location=self.serializers.locate(cls, None))
        found: dict[str, Property] = {}
        for ancestor in reversed(own):
            self.annotations[use].bound = bound.get(ancestor, NOTHING)
            for prop in (*self._of_model(ancestor, use), *self._annotated(ancestor, use)):
                location = self.serializers.locate(ancestor, prop.name)
                found[prop.name] = replace(prop, location=location)
        gaps = [name for name in self.classes.gaps(cls) if name not in _BASES]
        location = self.serializers.locate(cls, None)
        return Schema(Kind.OBJECT, tuple(found.values()), loose=bool(gaps), location=location)

    def _annotated(self, cls: ClassObject, use: Use) -> Iterator[Property]:
        frame = self.classes.frame(cls)
        frame.names.update(self.classes.members(cls))
        node = self.classes.node(cls)
        for line in node.body.body if node else ():
            if isinstance(line, cst.FunctionDef) and use is Use.RESPONSE:
                yield from self._computed(line, frame)
            for small in line.body if isinstance(line, cst.SimpleStatementLine) else ():
                if isinstance(small, cst.AnnAssign) and isinstance(small.target, cst.Name):
                    name = small.target.value
                    if not name.startswith("_") and not _is_of_class(small, name):
                        yield self._property(name, small, frame, use)

    def _property(self, name: str, node: cst.AnnAssign, frame: Frame, use: Use) -> Property:
        schema = self.annotation(node.annotation.annotation, frame, use)
        default = self.evaluator.value(node.value, frame) if node.value is not None else None
        if use is Use.RESPONSE:
            return Property(name, schema)
        alias = alias_of(default)
        required = use is Use.REQUEST and _is_required(default)
        return Property(alias or name, schema, required, aliases=(name,) if alias else ())

    def _computed(self, node: cst.FunctionDef, frame: Frame) -> Iterator[Property]:
        """A `@computed_field`, which only answers."""
        names = {_last(decorator.decorator) for decorator in node.decorators}
        if "computed_field" in names and node.returns is not None:
            schema = self.annotation(node.returns.annotation, frame, Use.RESPONSE)
            yield Property(node.name.value, schema, read_only=True)

    def _of_model(self, cls: ClassObject, use: Use) -> Iterator[Property]:
        """The fields that a ModelSchema's `Meta`, or `Config`, names."""
        if not self.classes.derives(cls, *_OF_MODELS):
            return  # of a plain Schema, `class Config` says nothing of fields
        members = self.classes.members(cls)
        meta = next((m for n in ("Meta", "Config") if _is_meta(m := members.get(n))), None)
        said = self.classes.members(meta) if isinstance(meta, ClassObject) else {}
        model = self.evaluator.resolved(said.get("model", NONE))
        if not isinstance(model, ClassObject):
            return
        fields = self.serializers.models.fields(model)
        names = _names(said.get("fields", said.get("model_fields")))
        if names is None:
            excluded = _names(said.get("exclude", said.get("model_exclude"))) or []
            names = [name for name in ("id", *fields) if name not in excluded]
        optional = said.get("fields_optional", said.get("optional_fields"))
        optional_names = _names(optional)
        for name in names:
            schema = _taken(self._field(name, fields.get(name), model), use)
            is_optional = optional == Const("__all__") or name in (optional_names or ())
            if use is Use.RESPONSE:
                yield Property(name, replace(schema, nullable=schema.nullable or is_optional))
                continue
            field = fields.get(name)
            required = field is not None and not field.optional and not is_optional
            # A relation is taken by the name of its column.
            is_relation = field is not None and field.is_relation and not field.is_many
            aliases = (f"{name}_id",) if is_relation else ()
            yield Property(name, schema, required and use is Use.REQUEST, aliases=aliases)

    def _field(self, name: str, field: ModelField | None, model: ClassObject) -> Schema:
        models = self.serializers.models
        if field is not None:
            return models.schema(field)
        return models.key(model) if name in ("id", "pk") else ANY


def _taken(schema: Schema, use: Use) -> Schema:
    """A decimal is answered as a text, and taken as a number, too."""
    return ANY if use is not Use.RESPONSE and schema.format == "decimal" else schema


def _is_meta(value: Value | None) -> bool:
    return isinstance(value, ClassObject) and "model" in value.statement.text


def _is_of_class(node: cst.AnnAssign, name: str) -> bool:
    """Whether the annotation is of the class itself, no field."""
    annotation = node.annotation.annotation
    head = annotation.value if isinstance(annotation, cst.Subscript) else annotation
    return name == "model_config" or _last(head) == "ClassVar"


def _last(node: cst.CSTNode) -> str:
    """The last name of a dotted one, called or not."""
    if isinstance(node, cst.Call):
        node = node.func
    if isinstance(node, cst.Attribute):
        node = node.attr
    return node.value if isinstance(node, cst.Name) else ""


def _given(default: Value | None) -> tuple[tuple[Value, ...], dict[str, Value]] | None:
    """The arguments of `Field(…)`, `Query(…)`; None for another default."""
    name = (foreign(default) or "") if default is not None else ""
    if name.rpartition(".")[2] not in _SAYING:
        return None
    return getattr(default, "args", ()), getattr(default, "kwargs", {})


def alias_of(default: Value | None) -> str | None:
    """The name under which a request says the field, where that is another one."""
    given = _given(default)
    for key in ("validation_alias", "alias") if given else ():
        value = given[1].get(key) if given else None
        if isinstance(value, Const) and isinstance(value.value, str) and "." not in value.value:
            return value.value
    return None


def _is_required(default: Value | None) -> bool:
    given = _given(default)
    if given is None:
        return default is None
    args, kwargs = given
    if "default_factory" in kwargs:
        return False
    first = args[0] if args else kwargs.get("default")
    return first is None or _is_ellipsis(first)


def _is_ellipsis(value: Value) -> bool:
    name = foreign(value) if isinstance(value, Foreign) else None
    return name == "builtins.Ellipsis" or "Ellipsis" in getattr(value, "reason", "")


def _names(value: Value | None) -> list[str] | None:
    """The texts of a list; None for anything else, `"__all__"` too."""
    if not isinstance(value, Items) or value.open_reason:
        return None
    return [str(item.value) for item in iterate(value) or () if isinstance(item, Const)]
