"""Turns `class Meta` of a ModelSerializer into the model, the names and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .fields import flag
from .models import Models
from .operators import iterate
from .values import ClassObject, Const, Dictionary, Items, Key, Object, Value

_MODEL_SERIALIZER = "rest_framework.serializers.ModelSerializer"
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Meta:
    """What `class Meta` of a ModelSerializer says; `names` None: it can't be known.

    `depth`: how many levels of relations are sent as objects.
    """

    model: ClassObject | None
    names: tuple[str, ...] | None
    read_only: frozenset[str]
    extra: dict[str, Dictionary]
    depth: int = 0

    def said(self, name: str) -> Mapping[Key, Value]:
        """The arguments that `extra_kwargs` gives the field `name`."""
        return self.extra[name].items if name in self.extra else {}


class Metas:
    """Reads the `Meta` of one project's serializers."""

    def __init__(self, models: Models) -> None:
        self.models = models
        self.classes = models.classes

    def of(self, cls: ClassObject, declared: dict[str, Object]) -> Meta | None:
        found = self.classes.find(cls, "Meta")
        if not isinstance(found, ClassObject):
            return None
        is_of_model = self.classes.derives(cls, _MODEL_SERIALIZER)
        may_be = self.classes.gaps(cls) and self.classes.find(found, "model") is not None
        if not is_of_model and not may_be:
            return None
        model = self.classes.find(found, "model")
        model = model if isinstance(model, ClassObject) else self._user(model)
        # Where a base isn't there to be read, `fields` may mean nothing, or all that there is.
        names = self._names(found, model, declared) if is_of_model else None
        read_only = texts(self.classes.find(found, "read_only_fields"))
        extra = self.classes.find(found, "extra_kwargs")
        kwargs = extra.items if isinstance(extra, Dictionary) else {}
        named = {str(k): v for k, v in kwargs.items() if isinstance(v, Dictionary)}
        depth = self.classes.find(found, "depth")
        levels = depth.value if isinstance(depth, Const) and isinstance(depth.value, int) else 0
        return Meta(model, names, frozenset(read_only or ()), named, min(levels, _DEEPEST))

    def _user(self, model: Value | None) -> ClassObject | None:
        callee = getattr(model, "callee", None)
        qualified = getattr(callee, "qualified", "")
        return self.models.user() if qualified == "django.contrib.auth.get_user_model" else None

    def _names(
        self, meta: ClassObject, model: ClassObject | None, declared: dict[str, Object]
    ) -> tuple[str, ...] | None:
        listed = self.classes.find(meta, "fields")
        excluded = texts(self.classes.find(meta, "exclude"))
        if listed is not None and listed != Const("__all__"):
            return texts(listed)
        if listed is None and excluded is None:
            return None
        names = self.all_names(model)
        if names is None:
            return None
        every = (*names[:1], *declared, *names[1:])
        return tuple(name for name in dict.fromkeys(every) if name not in (excluded or ()))

    def all_names(self, model: ClassObject | None) -> tuple[str, ...] | None:
        """The fields of the model that `__all__` stands for, the key's first."""
        if model is None or self.classes.gaps(model):
            return None
        fields = self.models.fields(model)
        keys = [name for name, field in fields.items() if flag(field.made, "primary_key")]
        return tuple(dict.fromkeys((*(keys or ["id"]), *fields)))


def texts(value: Value | None) -> tuple[str, ...] | None:
    """The constant texts of a list; None where one of them can't be known."""
    items = iterate(value)
    if items is None or (isinstance(value, Items) and value.open_reason):
        return None
    if not all(isinstance(item, Const) for item in items):
        return None
    return tuple(str(item.value) for item in items if isinstance(item, Const))
