"""Turns a serializer class into the schemas of what it sends and what it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import libcst as cst

from ..model import ANY, Kind, Location, Property, Schema
from .annotations import Annotations
from .evaluate import Evaluator
from .fields import TEXT, enumerated, flag, takes_no_input, text, wire
from .models import ModelField, Models
from .operators import iterate
from .removals import removed_keys
from .schemas import Bodies
from .use import Use
from .values import NONE, ClassObject, Const, Dictionary, Function, Items, Object, OneOf, Value

_FIELDS = "rest_framework.fields."
_RELATIONS = "rest_framework.relations."
_SERIALIZERS = "rest_framework.serializers."
_DEEPEST = 8

Locate = Callable[[ClassObject, str | None], Location | None]


@dataclass(frozen=True, slots=True)
class Meta:
    """What `class Meta` of a ModelSerializer says; `names` None: it can't be known."""

    model: ClassObject | None
    names: tuple[str, ...] | None
    read_only: frozenset[str]
    extra: dict[str, Dictionary]


class Serializers:
    """The schemas of one project's serializers; `components` holds those read so far.

    `written`: what the statements of a function say that it returns.
    """

    def __init__(self, evaluator: Evaluator, locate: Locate) -> None:
        self.evaluator = evaluator
        self.classes = evaluator.classes
        self.models = Models(evaluator)
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
        declared = self.declared(cls)
        meta = self._meta(cls, declared)
        properties = tuple(self._properties(cls, use, declared, meta))
        if use is Use.RESPONSE and (removed := self._removed(cls)):
            properties = tuple(
                replace(p, required=p.required and p.name not in removed) for p in properties
            )
        is_listed = meta is None or meta.names is not None
        loose = (
            not is_listed
            or bool(self.classes.gaps(cls))
            or any(self._overrides(cls, name) for name in ("to_representation", "get_fields"))
        )
        if use is not Use.RESPONSE:
            loose = loose or self._reads_more(cls)
        if not properties and not self.classes.derives(cls, f"{_SERIALIZERS}Serializer"):
            return ANY
        return Schema(Kind.OBJECT, properties, loose=loose, location=self.locate(cls, None))

    def _reads_more(self, cls: ClassObject) -> bool:
        """Whether it looks itself into what was sent, where its fields aren't all there is."""
        own = (c for c, _ in self.classes.lineage(cls) if not c.module.is_stub)
        words = ("initial_data", "def to_internal_value")
        return any(word in c.statement.text for c in own for word in words)

    def _overrides(self, cls: ClassObject, name: str) -> bool:
        return isinstance(self.classes.find(cls, name), Function)

    def _extends(self, cls: ClassObject, name: str) -> bool:
        function = self.classes.find(cls, name)
        node = self.classes.definition(function) if isinstance(function, Function) else None
        return node is not None and f"super().{name}" in cst.Module([]).code_for_node(node)

    def _removed(self, cls: ClassObject) -> set[str]:
        """The fields that `to_representation` takes out again, sometimes at least."""
        function = self.classes.find(cls, "to_representation")
        node = self.classes.definition(function) if isinstance(function, Function) else None
        return removed_keys(node) if node is not None else set()

    def _written(self, cls: ClassObject) -> Schema | None:
        """What `to_representation` says by its annotation."""
        function = self.classes.find(cls, "to_representation")
        return self.annotations.returned(function) if isinstance(function, Function) else None

    def declared(self, cls: ClassObject) -> dict[str, Object]:
        """The fields written in the class and its bases, by name."""
        found: dict[str, Object] = {}
        for _, members in reversed(list(self.classes.lineage(cls))):
            for name, value in members.items():
                if value == NONE:
                    found.pop(name, None)
                elif isinstance(value, Object) and self.classes.derives(
                    value.cls, f"{_FIELDS}Field"
                ):
                    found[name] = value
        return found

    def _properties(
        self, cls: ClassObject, use: Use, declared: dict[str, Object], meta: Meta | None
    ) -> Iterator[Property]:
        model_fields = self.models.fields(meta.model) if meta and meta.model else {}
        names = list(declared) if meta is None or meta.names is None else list(meta.names)
        for name in dict.fromkeys(names):
            location = self.locate(cls, name)
            if (made := declared.get(name)) is not None:
                found = self._declared(name, made, cls, meta, use)
            elif meta is not None:
                found = self._of_model(name, model_fields.get(name), meta, use)
            else:
                continue
            if found is not None:
                yield replace(found, location=location)

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
        optional = _is_false(made.kwargs.get("required")) or "default" in made.kwargs
        if use is Use.RESPONSE:
            plain = meta is None and _is_false(made.kwargs.get("required"))
            return Property(name, schema, not plain or read_only, read_only=read_only)
        required = use is Use.REQUEST and not optional
        return Property(name, schema, required, write_only=write_only)

    def _of_model(
        self, name: str, field: ModelField | None, meta: Meta, use: Use
    ) -> Property | None:
        extra = meta.extra.get(name, Dictionary()).items
        key_name = name in ("id", "pk") and field is None
        automatic = field is None or field.is_automatic or _is_key(field)
        read_only = name in meta.read_only or automatic or extra.get("read_only") == Const(True)
        write_only = extra.get("write_only") == Const(True)
        if write_only if use is Use.RESPONSE else read_only:
            return None
        if field is not None:
            schema = self.models.schema(field)
        elif key_name:
            schema = self.models.key(meta.model)
        else:
            schema = self._attribute(name, meta.model)
        if extra.get("allow_null") == Const(True):
            schema = replace(schema, nullable=True)
        if use is Use.RESPONSE:
            return Property(name, schema, read_only=read_only)
        optional = (field is not None and field.optional) or _is_false(extra.get("required"))
        optional = optional and extra.get("required") != Const(True)
        return Property(name, schema, use is Use.REQUEST and not optional, write_only=write_only)

    def _attribute(self, name: str, model: ClassObject | None) -> Schema:
        """A property, a method, `relation_id` or `url` that a ModelSerializer lists."""
        if name == "url":
            return text("uri")
        if model is None:
            return ANY
        if name.endswith("_id") and (field := self.models.fields(model).get(name[:-3])):
            return self.models.schema(field)
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
        return replace(schema, nullable=True) if flag(made, "allow_null") else schema

    def _one(
        self, made: Object, use: Use, name: str, owner: ClassObject | None, meta: Meta | None
    ) -> Schema:
        derives = self.classes.derives
        child = made.kwargs.get("child")
        if derives(made.cls, f"{_SERIALIZERS}ListSerializer"):
            return Schema(Kind.ARRAY, items=self.value(child, use) or ANY)
        if self.is_serializer(made.cls):
            return self.reference(made.cls, use)
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
            return enumerated(ANY, self.classes, _argument(made, "choices"))
        if derives(made.cls, f"{_FIELDS}ReadOnlyField", f"{_FIELDS}ModelField"):
            return self._source(made, name, meta)
        if derives(made.cls, f"{_RELATIONS}PrimaryKeyRelatedField"):
            return self._related(made, name, meta)
        if derives(made.cls, f"{_RELATIONS}SlugRelatedField"):
            return self._slug(made, name, meta)
        shape = wire(self.classes, made)
        if shape is ANY and (own := self.classes.find(made.cls, "to_representation")) is not None:
            annotated = self.annotations.returned(own) if isinstance(own, Function) else None
            return annotated or ANY
        return shape

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

    def _meta(self, cls: ClassObject, declared: dict[str, Object]) -> Meta | None:
        found = self.classes.find(cls, "Meta")
        if not self.classes.derives(cls, f"{_SERIALIZERS}ModelSerializer"):
            return None
        if not isinstance(found, ClassObject):
            return None
        model = self.classes.find(found, "model")
        model = model if isinstance(model, ClassObject) else self._user(model)
        names = self._names(found, model, declared)
        read_only = _texts(self.classes.find(found, "read_only_fields"))
        extra = self.classes.find(found, "extra_kwargs")
        kwargs = extra.items if isinstance(extra, Dictionary) else {}
        named = {str(k): v for k, v in kwargs.items() if isinstance(v, Dictionary)}
        return Meta(model, names, frozenset(read_only or ()), named)

    def _user(self, model: Value | None) -> ClassObject | None:
        callee = getattr(model, "callee", None)
        qualified = getattr(callee, "qualified", "")
        return self.models.user() if qualified == "django.contrib.auth.get_user_model" else None

    def _names(
        self, meta: ClassObject, model: ClassObject | None, declared: dict[str, Object]
    ) -> tuple[str, ...] | None:
        listed = self.classes.find(meta, "fields")
        excluded = _texts(self.classes.find(meta, "exclude"))
        if listed is not None and listed != Const("__all__"):
            return _texts(listed)
        if listed is None and excluded is None:
            return None
        if model is None or self.classes.gaps(model):
            return None
        fields = self.models.fields(model)
        keyed = any(_is_key(field) for field in fields.values())
        names = [*([] if keyed else ["id"]), *declared, *(n for n in fields if n not in declared)]
        return tuple(name for name in names if name not in (excluded or ()))


def _argument(made: Object, name: str) -> Value | None:
    return made.kwargs.get(name, next(iter(made.args), None))


def _is_false(value: Value | None) -> bool:
    return value == Const(False)


def _is_key(field: ModelField) -> bool:
    return flag(field.made, "primary_key")


def _texts(value: Value | None) -> tuple[str, ...] | None:
    items = iterate(value)
    if items is None or (isinstance(value, Items) and value.open_reason):
        return None
    if not all(isinstance(item, Const) for item in items):
        return None
    return tuple(str(item.value) for item in items if isinstance(item, Const))
