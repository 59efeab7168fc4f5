"""Turns a serializer class into the schemas of what it sends and what it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import libcst as cst

from ..model import ANY, Kind, Location, Property, Schema
from .annotations import Annotations
from .evaluate import Evaluator
from .fields import READ_ONLY, TEXT, enumerated, flag, takes_no_input, text, wire
from .metas import Meta, Metas
from .models import ModelField, Models
from .operators import foreign
from .packagefields import field_made
from .schemas import Bodies
from .shaping import Shaping, shaping
from .use import Use
from .values import (
    NONE,
    Application,
    ClassObject,
    Const,
    Function,
    Object,
    OneOf,
    Unknown,
    Value,
    constant_text,
)

_FIELDS = "rest_framework.fields."
_RELATIONS = "rest_framework.relations."
_SERIALIZERS = "rest_framework.serializers."
_DEEPEST = 8

Locate = Callable[[ClassObject, str | None], Location | None]

# How a serializer looks itself into what was sent.
_LOOKS = (
    *("initial_data", "def to_internal_value", "request.data"),
    *("['request'].data", '["request"].data', "('request').data", '("request").data'),
)


class Serializers:
    """The schemas of one project's serializers; `components` holds those read so far.

    `written`: what the statements of a function say that it returns.
    """

    def __init__(self, evaluator: Evaluator, locate: Locate) -> None:
        self.evaluator = evaluator
        self.classes = evaluator.classes
        self.models = Models(evaluator)
        self.metas = Metas(self.models)
        self.locate = locate
        self.annotations = Annotations(evaluator, self.value)
        self.written: Callable[[Function], Schema | None] | None = None
        self.components: dict[str, Schema] = {}
        self.names: dict[tuple[ClassObject, Use], str] = {}
        self.bodies = Bodies(self)

    def is_serializer(self, value: Value | None) -> bool:
        return self.classes.derives(value, f"{_SERIALIZERS}BaseSerializer") if value else False

    def value(self, value: Value | None, use: Use = Use.RESPONSE) -> Schema | None:
        """The schema of a serializer class, an instance of one or a field; None for others."""
        if isinstance(value, OneOf):
            parts = [self.value(one, use) for one in value.values]
            known = tuple(part for part in parts if part is not None)
            return Schema(Kind.UNION, variants=known) if len(known) == len(parts) else None
        if isinstance(value, ClassObject) and (
            self.is_serializer(value) or self.bodies.is_schema(value)
        ):
            return self.reference(value, use)
        if isinstance(value, ClassObject) and self.classes.derives(value, f"{_FIELDS}Field"):
            return self.field(Object(value), use)
        if isinstance(value, Object) and self.classes.derives(value.cls, f"{_FIELDS}Field"):
            return self.field(value, use)
        return None

    def lists_otherwise(self, cls: ClassObject) -> bool:
        """Whether a class of the project makes the list where there are many of `cls`."""
        meta = self.classes.find(cls, "Meta") if self.is_serializer(cls) else None
        if not isinstance(meta, ClassObject):
            return False
        lister = self.classes.find(meta, "list_serializer_class")
        return isinstance(lister, ClassObject) and self._overrides(lister, "to_representation")

    def reference(self, cls: ClassObject, use: Use) -> Schema:
        """A REF to the component of `cls`, which is read now if it wasn't yet."""
        key = (cls, use)
        if key not in self.names:
            base = cls.name.removesuffix("Serializer") or cls.name
            name = f"{base}{use.value}"
            if name in self.components:
                name = f"{cls.module.name.replace('.', '_')}_{name}"
            self.names[key] = name
            self.components[name] = ANY  # a serializer that nests itself refers to the name
            read = self.bodies.read if self.bodies.is_schema(cls) else self._read
            self.components[name] = replace(read(cls, use), name=name)
        return Schema(Kind.REF, name=self.names[key])

    def _read(self, cls: ClassObject, use: Use) -> Schema:
        if self._overrides(cls, "to_representation") and use is Use.RESPONSE:
            written = self._written(cls)
            if written is None and not self._extends(cls, "to_representation"):
                return replace(ANY, location=self.locate(cls, None))
            if written is not None:
                return written
        shaped = shaping(self.classes, cls)
        declared = self.declared(cls)
        meta = self.metas.of(cls, declared)
        if meta is not None and meta.names is None:
            shaped.may_gain = shaped.may_lose_any = True
        if meta is not None and not meta.is_sure:
            shaped.may_gain = shaped.may_lose_any = shaped.may_withhold = True
        properties = tuple(self._properties(cls, declared, meta, shaped, use))
        loose = (
            bool(self.classes.gaps(cls))
            or shaped.may_gain
            or any(self._overrides(cls, name) for name in ("to_representation", "get_fields"))
            or self._is_added_to(cls)
            or (use is not Use.RESPONSE and self._reads_more(cls))
        )
        if not properties and not self.classes.derives(cls, f"{_SERIALIZERS}Serializer"):
            return ANY
        return Schema(Kind.OBJECT, properties, loose=loose, location=self.locate(cls, None))

    def _is_added_to(self, cls: ClassObject) -> bool:
        """Whether a module gives its class fields later: `Node._declared_fields["nodes"] = …`."""
        own = (c for c, _ in self.classes.lineage(cls) if not c.module.is_stub)
        return any(f"{c.name}._declared_fields" in s.text for c in own for s in c.module.statements)

    def _reads_more(self, cls: ClassObject) -> bool:
        """Whether it looks itself into what was sent, where its fields aren't all there is."""
        own = (c for c, _ in self.classes.lineage(cls) if not c.module.is_stub)
        return any(word in c.statement.text for c in own for word in _LOOKS)

    def _overrides(self, cls: ClassObject, name: str) -> bool:
        return isinstance(self.classes.find(cls, name), Function)

    def _extends(self, cls: ClassObject, name: str) -> bool:
        function = self.classes.find(cls, name)
        node = self.classes.definition(function) if isinstance(function, Function) else None
        return node is not None and f"super().{name}" in cst.Module([]).code_for_node(node)

    def _written(self, cls: ClassObject) -> Schema | None:
        """What `to_representation` says by its annotation."""
        function = self.classes.find(cls, "to_representation")
        return self.annotations.returned(function) if isinstance(function, Function) else None

    def declared(self, cls: ClassObject) -> dict[str, Object]:
        """The fields written in the class and its bases, by name."""
        found: dict[str, Object] = {}
        for ancestor, members in reversed(list(self.classes.lineage(cls))):
            if not self.is_serializer(ancestor) and not self.classes.gaps(ancestor):
                continue  # REST framework doesn't collect the fields of a plain mixin
            for name, value in members.items():
                if value == NONE:
                    found.pop(name, None)
                elif (made := field_made(self.evaluator, value)) is not None:
                    found[name] = made
        return found

    def _properties(
        self,
        cls: ClassObject,
        declared: dict[str, Object],
        meta: Meta | None,
        shaped: Shaping,
        use: Use,
    ) -> Iterator[Property]:
        model_fields = self.models.fields(meta.model) if meta and meta.model else {}
        names = list(declared) if meta is None or meta.names is None else list(meta.names)
        if meta is not None and meta.names is None:
            # Its own are among them, whatever they are; of those that it inherits none need be.
            names = [name for name in names if name in self.classes.members(cls)]
        for name in dict.fromkeys(names):
            if name in shaped.removed or (name in shaped.silenced and use is not Use.RESPONSE):
                continue
            location = self.locate(cls, name)
            if (made := declared.get(name)) is not None:
                found = self._declared(name, made, cls, meta, use)
            elif meta is not None:
                source = constant_text(meta.said(name).get("source")) or name
                found = self._of_model(name, model_fields.get(source), meta, use)
            else:
                continue
            if found is not None:
                # Which fields a caller has left out is the view's affair; most have them all.
                is_sure = shaped.sends(name) if use is Use.RESPONSE else shaped.asks_for(name)
                schema = ANY if use is Use.RESPONSE and shaped.alters(name) else found.schema
                required = found.required and is_sure
                yield replace(found, schema=schema, location=location, required=required)

    def _declared(
        self, name: str, made: Object, cls: ClassObject, meta: Meta | None, use: Use
    ) -> Property | None:
        cls_of = made.cls
        read_only = flag(made, "read_only") or takes_no_input(self.classes, cls_of)
        hidden = self.classes.derives(cls_of, f"{_FIELDS}HiddenField")
        write_only = flag(made, "write_only") or hidden
        if write_only if use is Use.RESPONSE else (read_only or hidden):
            return None
        schema = self.field(made, use, name, cls, meta)
        stated = made.kwargs.get("required")
        optional = _is_false(stated) or isinstance(stated, Unknown) or "default" in made.kwargs
        optional = optional or self.classes.derives(cls_of, *READ_ONLY)
        if use is Use.RESPONSE:
            plain = meta is None and _is_false(made.kwargs.get("required"))
            return Property(name, schema, not plain or read_only, read_only=read_only)
        required = use is Use.REQUEST and not optional
        return Property(name, schema, required, write_only=write_only)

    def _of_model(
        self, name: str, field: ModelField | None, meta: Meta, use: Use
    ) -> Property | None:
        extra = meta.said(name)
        key_name = name in ("id", "pk") and field is None
        automatic = field.is_automatic if field else key_name or self._is_known(name, meta)
        read_only = name in meta.read_only or automatic or extra.get("read_only") == Const(True)
        write_only = extra.get("write_only") == Const(True)
        is_nested = field is not None and field.is_relation and meta.depth > 0
        if write_only if use is Use.RESPONSE else read_only or is_nested:
            return None
        if field is not None and is_nested:
            schema = self._nested(field, meta)
        elif field is not None:
            schema = self.models.schema(field, meta.link)
        elif key_name:
            schema = self.models.key(meta.model)
        else:
            schema = self._attribute(name, meta.model)
        if isinstance(stated := extra.get("allow_null"), Const):
            schema = replace(schema, nullable=stated.value is True)
        if use is Use.RESPONSE:
            return Property(name, schema, read_only=read_only)
        optional = field is None or field.optional or _is_false(extra.get("required"))
        optional = optional and extra.get("required") != Const(True)
        return Property(name, schema, use is Use.REQUEST and not optional, write_only=write_only)

    def _is_known(self, name: str, meta: Meta) -> bool:
        """Whether the model has `name`, and not as a field: a property, a method, its URL."""
        if meta.model is None:
            return False
        found = self.classes.find(meta.model, name)
        if isinstance(found, Application) or (
            isinstance(found, Object) and self.classes.gaps(found.cls)
        ):
            return not (foreign(found) or "").endswith("Field")  # a field of a package's
        if found is None and name == "url":
            return meta.is_linked or not self.classes.gaps(meta.model)
        is_made = self.models.beside(meta.model, name) is not None
        return found is not None or is_made  # else it is a relation from the other side

    def _nested(self, field: ModelField, meta: Meta) -> Schema:
        """The object that `depth` of Meta makes of a relation: all fields of its model."""
        target = self.models.target(field)
        names = self.metas.all_names(target, meta.is_linked)
        if target is None or names is None:
            return ANY
        fields = self.models.fields(target)
        inner = replace(meta, model=target, names=names, read_only=frozenset(), extra={})
        inner = replace(inner, depth=meta.depth - 1)
        made = (self._of_model(name, fields.get(name), inner, Use.RESPONSE) for name in names)
        shape = Schema(Kind.OBJECT, tuple(prop for prop in made if prop is not None))
        if field.is_many:
            return Schema(Kind.ARRAY, items=shape)
        return replace(shape, nullable=field.nullable)

    def _attribute(self, name: str, model: ClassObject | None) -> Schema:
        """A property, a method, `relation_id` or `url` that a ModelSerializer lists."""
        if name == "url":
            return text("uri")
        if model is None:
            return ANY
        if (beside := self.models.beside(model, name)) is not None:
            return beside
        member = self.classes.find(model, name)
        if isinstance(member, Function):
            return self.annotations.returned(member) or ANY
        return ANY

    def field(
        self,
        made: Object,
        use: Use,
        name: str = "",
        owner: ClassObject | None = None,
        meta: Meta | None = None,
    ) -> Schema:
        """What one field is on the wire, null included."""
        if flag(made, "many") and self.lists_otherwise(made.cls):
            return ANY
        if flag(made, "many"):
            one = Object(made.cls, made.args, {**made.kwargs, "many": Const(False)})
            schema = Schema(Kind.ARRAY, items=self._one(one, use, name, owner, meta))
        else:
            schema = self._one(made, use, name, owner, meta)
        # Of many relations it is each that may be null.
        is_whole = not flag(made, "many") or self.is_serializer(made.cls)
        return replace(schema, nullable=True) if flag(made, "allow_null") and is_whole else schema

    def _one(
        self, made: Object, use: Use, name: str, owner: ClassObject | None, meta: Meta | None
    ) -> Schema:
        derives = self.classes.derives
        child = made.kwargs.get("child")
        if derives(made.cls, f"{_SERIALIZERS}ListSerializer"):
            return Schema(Kind.ARRAY, items=self.value(child, use) or ANY)
        if self.is_serializer(made.cls):
            return self.reference(made.cls, use)
        if (own := self._converting(made.cls, use)) is not None:
            return self.annotations.returned(own) or ANY if use is Use.RESPONSE else ANY
        if derives(made.cls, f"{_FIELDS}ListField"):
            return Schema(Kind.ARRAY, items=self.value(child, use) or ANY)
        if derives(made.cls, f"{_FIELDS}DictField"):
            return Schema(Kind.OBJECT, values=self.value(child, use) or ANY)
        if derives(made.cls, f"{_FIELDS}SerializerMethodField"):
            return self._method(made, name, owner)
        if derives(made.cls, f"{_FIELDS}MultipleChoiceField"):
            one = enumerated(TEXT, self.classes, _argument(made, "choices"))
            return Schema(Kind.ARRAY, items=one)
        if derives(made.cls, f"{_FIELDS}ChoiceField"):
            has_blank = flag(made, "allow_blank") or flag(made, "read_only")
            choices = _argument(made, "choices")
            return enumerated(ANY, self.classes, choices, has_blank=has_blank)
        if derives(made.cls, f"{_FIELDS}ReadOnlyField", f"{_FIELDS}ModelField"):
            return self._source(made, name, meta)
        if derives(made.cls, f"{_RELATIONS}PrimaryKeyRelatedField"):
            return self._related(made, name, meta)
        if derives(made.cls, f"{_RELATIONS}SlugRelatedField"):
            return self._slug(made, name, meta)
        return wire(self.classes, made)

    def _converting(self, cls: Value, use: Use) -> Function | None:
        """The method in which a field's own class says what is sent, or what is taken."""
        name = "to_representation" if use is Use.RESPONSE else "to_internal_value"
        found = self.classes.find(cls, name) if isinstance(cls, ClassObject) else None
        return found if isinstance(found, Function) and not found.module.is_stub else None

    def _method(self, made: Object, name: str, owner: ClassObject | None) -> Schema:
        given = _argument(made, "method_name")
        method = given.value if isinstance(given, Const) else f"get_{name}"
        function = self.classes.find(owner, str(method)) if owner else None
        if isinstance(function, Function):
            stated = self.annotations.returned(function)
            return stated or (self.written(function) if self.written else None) or ANY
        return ANY

    def _target(self, made: Object, name: str, meta: Meta | None) -> ModelField | None:
        """The model's field that a serializer field reads, by its name or `source`."""
        if meta is None or meta.model is None:
            return None
        source = made.kwargs.get("source")
        path = str(source.value) if isinstance(source, Const) else name
        model: ClassObject | None = meta.model
        *steps, last = path.split(".")
        for step in steps[:_DEEPEST]:
            field = self.models.fields(model).get(step) if model else None
            model = self.models.target(field) if field and field.is_relation else None
        return self.models.fields(model).get(last) if model else None

    def _source(self, made: Object, name: str, meta: Meta | None) -> Schema:
        field = self._target(made, name, meta)
        if field is not None:
            return self.models.schema(field)
        source = made.kwargs.get("source")
        path = str(source.value) if isinstance(source, Const) else name
        return self._attribute(path, meta.model if meta else None) if "." not in path else ANY

    def _related(self, made: Object, name: str, meta: Meta | None) -> Schema:
        if (given := self.value(made.kwargs.get("pk_field"))) is not None:
            return given
        model = self.models.of_queryset(made.kwargs.get("queryset"))
        if model is None and (field := self._target(made, name, meta)) and field.is_relation:
            model = self.models.target(field)
        return self.models.key(model)

    def _slug(self, made: Object, name: str, meta: Meta | None) -> Schema:
        model = self.models.of_queryset(made.kwargs.get("queryset"))
        if model is None and (field := self._target(made, name, meta)) and field.is_relation:
            model = self.models.target(field)
        slug = _argument(made, "slug_field")
        if model is None or not isinstance(slug, Const):
            return ANY
        found = self.models.fields(model).get(str(slug.value))
        return self.models.schema(found) if found else ANY


def _argument(made: Object, name: str) -> Value | None:
    return made.kwargs.get(name, next(iter(made.args), None))


def _is_false(value: Value | None) -> bool:
    return value == Const(False)
