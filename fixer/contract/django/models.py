"""Turns a Django model into its fields, inherited ones included, and follows its relations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from ..model import ANY, Kind, Schema
from .evaluate import Evaluator
from .fields import INTEGER, OBJECT, TEXT, enumerated, flag, wire
from .operators import foreign, iterate, truth
from .translations import Translations, translations
from .values import (
    NONE,
    Application,
    ClassObject,
    Const,
    Foreign,
    Items,
    Object,
    Value,
)

_DISPLAY = re.compile(r"get_(\w+)_display")
_FIELD = "django.db.models.fields.Field"
_AUTOMATIC = "django.db.models.fields.AutoField"
_FOREIGN_KEY = "django.db.models.fields.ForeignKey"
_MANY = "django.db.models.fields.ManyToManyField"
_ARRAY = "django.contrib.postgres.fields.ArrayField"
_DICTIONARY = "django.contrib.postgres.fields.HStoreField"
_MODEL = "django.db.models.base.Model"
# What models have beside fields, by names that fields have, too.
_NO_COLUMNS = ("GenericForeignKey", "ImageSpecField", "AuditlogHistoryField")
_DEFAULTS = ("default", "db_default", "(default)")
# A class that isn't there to be read may fill in what a request leaves out.
_UNSAID: dict[str, Value] = {"(default)": NONE}
# What a field says by itself that is made of another one.
_FILLED: dict[str, Value] = {"editable": Const(False)}


@dataclass(frozen=True, slots=True)
class ModelField:
    """A field of a model; `value`: its schema without regard to null and relations' targets."""

    name: str
    made: Object
    owner: ClassObject
    is_many: bool
    is_relation: bool
    is_key: bool = False

    @property
    def nullable(self) -> bool:
        return flag(self.made, "null")

    @property
    def optional(self) -> bool:
        """Whether a request may leave it out."""
        has_default = any(name in self.made.kwargs for name in _DEFAULTS)
        return flag(self.made, "blank") or self.nullable or has_default or self.is_automatic

    @property
    def has_blank(self) -> bool:
        """Whether an empty text is among its values, beside its choices."""
        default = self.made.kwargs.get("default")
        return flag(self.made, "blank") or default == Const("")

    @property
    def is_automatic(self) -> bool:
        """Whether Django fills it in, so that serializers make it read-only."""
        automatic = flag(self.made, "auto_now") or flag(self.made, "auto_now_add")
        editable = truth(self.made.kwargs.get("editable", Const(True)))
        # Rows of a `through` model of one's own need more than a key.
        return automatic or editable is False or self.is_key or "through" in self.made.kwargs


class Models:
    """Answers about the models of one project."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.evaluator = evaluator
        self.classes = evaluator.classes
        self.known: dict[ClassObject, dict[str, ModelField]] = {}

    def is_model(self, value: Value | None) -> bool:
        return isinstance(value, ClassObject) and self.classes.derives(value, _MODEL)

    def fields(self, model: ClassObject) -> dict[str, ModelField]:
        """The model's own fields by name, those of its bases first, without the implicit `id`."""
        if model not in self.known:
            found: dict[str, ModelField] = {}
            for cls, members in reversed(list(self.classes.lineage(model))):
                for name, value in members.items():
                    if value == NONE:
                        found.pop(name, None)
                    elif isinstance(value, Object) and self.classes.derives(value.cls, _FIELD):
                        found[name] = self._field(name, value, cls)
                    elif (made := self._of_package(value)) is not None:
                        found[name] = self._field(name, made, cls)
                for name, translated in self._translations.of(cls):
                    if name in found:
                        found[translated] = self._translated(translated, found[name])
            self.known[model] = found
        return self.known[model]

    @cached_property
    def _translations(self) -> Translations:
        return translations(self.evaluator)

    def _translated(self, name: str, field: ModelField) -> ModelField:
        """A field beside `field` for one language; nothing requires it."""
        made = field.made
        kwargs = {**made.kwargs, "null": Const(True), "blank": Const(True)}
        return replace(field, name=name, made=Object(made.cls, made.args, kwargs))

    def _of_package(self, value: Value) -> Object | None:
        """A field of a package that isn't there to be read: there is one, of whatever kind."""
        name = (foreign(value) or "") if isinstance(value, Application) else ""
        if not name.endswith(("Field", "ForeignKey")) or name.endswith(_NO_COLUMNS):
            return None
        plain = self.evaluator.resolved(Foreign(_FIELD))
        assert isinstance(value, Application)
        said = _FILLED if name.endswith("AutoSlugField") else _UNSAID
        kwargs = {**said, **value.kwargs}
        return Object(plain, value.args, kwargs) if isinstance(plain, ClassObject) else None

    def _field(self, name: str, made: Object, cls: ClassObject) -> ModelField:
        is_many = self.classes.derives(made.cls, _MANY)
        is_relation = is_many or self.classes.derives(made.cls, _FOREIGN_KEY)
        is_key = self.classes.derives(made.cls, _AUTOMATIC)
        return ModelField(name, made, cls, is_many, is_relation, is_key)

    def schema(self, field: ModelField, link: Schema | None = None) -> Schema:
        """What the field is on the wire, as a ModelSerializer represents it.

        `link`: what stands for a related object in place of its key.
        """
        if field.is_relation:
            key = self.key(self.target(field)) if link is None else link
            shape = Schema(Kind.ARRAY, items=key) if field.is_many else key
        elif self.classes.derives(field.made.cls, _ARRAY):
            shape = Schema(Kind.ARRAY, items=self._base(field))
        elif self.classes.derives(field.made.cls, _DICTIONARY):
            shape = OBJECT
        else:
            shape = wire(self.classes, field.made)
            choices, has_blank = field.made.kwargs.get("choices"), field.has_blank
            shape = enumerated(shape, self.classes, choices, has_blank=has_blank)
        return replace(shape, nullable=True) if field.nullable and not field.is_many else shape

    def beside(self, model: ClassObject, name: str) -> Schema | None:
        """What Django puts beside a field: `parent_id`, `get_kind_display`; None: it is none."""
        fields = self.fields(model)
        shown = _DISPLAY.fullmatch(name)
        if shown and shown[1] in fields and "choices" in fields[shown[1]].made.kwargs:
            return replace(TEXT, nullable=fields[shown[1]].nullable)
        is_key = name.endswith("_id") and name[:-3] in fields
        return self.schema(fields[name[:-3]]) if is_key else None

    def _base(self, field: ModelField) -> Schema:
        base = field.made.kwargs.get("base_field", next(iter(field.made.args), None))
        if not isinstance(base, Object):
            return ANY
        return self.schema(self._field(field.name, base, field.owner))

    def key(self, model: ClassObject | None) -> Schema:
        """The schema of the model's primary key; ANY for a model that isn't known."""
        if model is None:
            return ANY
        for field in self.fields(model).values():
            if flag(field.made, "primary_key"):
                if field.is_relation:
                    return self.key(self.target(field))
                return wire(self.classes, field.made)
        return ANY if self.classes.gaps(model) else INTEGER

    def target(self, field: ModelField) -> ClassObject | None:
        """The model that a relation leads to."""
        to = field.made.kwargs.get("to", next(iter(field.made.args), None))
        return self.named(to, field.owner)

    def named(self, to: Value | None, owner: ClassObject) -> ClassObject | None:
        """The model that `to` says: the class, `"self"`, `"Model"` or `"app.Model"`."""
        if isinstance(to, ClassObject):
            return to
        if not isinstance(to, Const) or not isinstance(to.value, str):
            return None
        if to.value == "self":
            return owner
        app, _, name = to.value.rpartition(".")
        if not app:
            found = self.evaluator.resolved(owner.module.frame.names.get(name, NONE))
            if isinstance(found, ClassObject):
                return found
            app = owner.module.name.split(".models")[0].rpartition(".")[2]
        return self.in_app(app, name)

    def in_app(self, label: str, name: str) -> ClassObject | None:
        """The model of the app with that label; None where it can't be found."""
        installed = iterate(self.evaluator.setting("INSTALLED_APPS")) or []
        for app in installed:
            if not isinstance(app, Const) or not isinstance(app.value, str):
                continue
            package = app.value.split(".apps.")[0]
            if package.rpartition(".")[2] != label:
                continue
            module = self.evaluator.project.module(f"{package}.models")
            if module is not None and name in module.frame.names:
                found = self.evaluator.resolved(module.frame.names[name])
                return found if isinstance(found, ClassObject) else None
        return None

    def user(self) -> ClassObject | None:
        """The model that `get_user_model()` gives."""
        setting = self.evaluator.setting("AUTH_USER_MODEL")
        label = setting.value if isinstance(setting, Const) else "auth.User"
        app, _, name = str(label).rpartition(".")
        if app == "auth":
            module = self.evaluator.project.module("django.contrib.auth.models")
            found = module.frame.names.get(name) if module else None
            return found if isinstance(found, ClassObject) else None
        return self.in_app(app, name)

    def of_queryset(self, value: Value | None) -> ClassObject | None:
        """The model of `Model.objects.…`, through any calls on it."""
        seen = 0
        while value is not None and seen < 12:
            seen += 1
            if self.is_model(value) and isinstance(value, ClassObject):
                return value
            value = _inner(value)
        return None


def _inner(value: Value) -> Value | None:
    """What an attribute or a call was applied to."""
    callee = getattr(value, "callee", None)
    receiver = getattr(value, "receiver", None)
    found = callee if callee is not None else receiver
    return found if not isinstance(found, Items) else None
