"""Turns `class Meta` of a ModelSerializer into the model, the names and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import libcst as cst

from ..model import ANY, Schema
from .fields import flag, text
from .models import Models
from .operators import iterate
from .values import (
    ClassObject,
    Const,
    Dictionary,
    Frame,
    Function,
    Items,
    Key,
    Object,
    Unknown,
    Value,
)

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

_MODEL_SERIALIZER = "rest_framework.serializers.ModelSerializer"
_LINKED_SERIALIZER = "rest_framework.serializers.HyperlinkedModelSerializer"
_RELATIONS = "rest_framework.relations."
_DEEPEST = 10
_NAMES = "(names)"
# What is chosen by the request, or may be: `if self.context["staff"]: …`.
_CONDITIONAL = re.compile(r"^ *(?:if|while|try)\b|\bif\b.*\bself\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Meta:
    """What `class Meta` of a ModelSerializer says; `names` None: it can't be known.

    `is_sure`: no `get_field_names` of the class chooses others.
    `depth`: how many levels of relations are sent as objects. `link`: what stands for a related
    object in place of its key; `is_linked`: its own key's place is taken by its `url`.
    """

    model: ClassObject | None
    names: tuple[str, ...] | None
    read_only: frozenset[str]
    extra: dict[str, Dictionary]
    is_sure: bool = True
    depth: int = 0
    link: Schema | None = None
    is_linked: bool = False

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
        is_linked = self.classes.derives(cls, _LINKED_SERIALIZER)
        names = self._names(found, model, declared, is_linked) if is_of_model else None
        names, is_sure = self._chosen(cls, names)
        read_only = texts(self.classes.find(found, "read_only_fields"))
        extra = self.classes.find(found, "extra_kwargs")
        kwargs = extra.items if isinstance(extra, Dictionary) else {}
        named = {str(k): v for k, v in kwargs.items() if isinstance(v, Dictionary)}
        depth = self.classes.find(found, "depth")
        levels = depth.value if isinstance(depth, Const) and isinstance(depth.value, int) else 0
        link = self._link(cls, is_linked)
        levels = min(levels, _DEEPEST)
        only = frozenset(read_only or ())
        return Meta(model, names, only, named, is_sure, levels, link, is_linked)

    def _chosen(
        self, cls: ClassObject, names: tuple[str, ...] | None
    ) -> tuple[tuple[str, ...] | None, bool]:
        """The names that its own `get_field_names` makes of them, and whether that is known."""
        function = self.classes.find(cls, "get_field_names")
        if names is None or not isinstance(function, Function) or function.module.is_stub:
            return names, True
        node = self.classes.definition(function)
        if node is None or _CONDITIONAL.search(cst.Module([]).code_for_node(node)):
            return names, False
        listed = Items([Const(name) for name in names])
        serializer = Object(cls, attributes={_NAMES: listed})
        asked = [Unknown("the fields"), Unknown("what is known of the model")]
        caller = self.classes.evaluator.caller
        found = texts(caller.run(function, asked, {}, 1, serializer))
        return (names, False) if found is None else (found, True)

    def _link(self, cls: ClassObject, is_linked: bool) -> Schema | None:
        """What a relation is that the serializer makes itself; None: the related object's key."""
        own = self.classes.find(cls, "serializer_related_field")
        if own is None:
            return text("uri") if is_linked else None
        if not isinstance(own, ClassObject):
            return ANY
        converting = self.classes.find(own, "to_representation")
        if isinstance(converting, Function) and not converting.module.is_stub:
            return ANY
        if self.classes.derives(own, f"{_RELATIONS}PrimaryKeyRelatedField"):
            return None
        is_link = self.classes.derives(own, f"{_RELATIONS}HyperlinkedRelatedField")
        return text("uri") if is_link else ANY

    def _user(self, model: Value | None) -> ClassObject | None:
        callee = getattr(model, "callee", None)
        qualified = getattr(callee, "qualified", "")
        return self.models.user() if qualified == "django.contrib.auth.get_user_model" else None

    def _names(
        self,
        meta: ClassObject,
        model: ClassObject | None,
        declared: dict[str, Object],
        is_linked: bool,
    ) -> tuple[str, ...] | None:
        listed = self.classes.find(meta, "fields")
        excluded = texts(self.classes.find(meta, "exclude"))
        if listed is not None and listed != Const("__all__"):
            return texts(listed)
        if listed is None and excluded is None:
            return None
        names = self.all_names(model, is_linked)
        if names is None:
            return None
        every = (*names[:1], *declared, *names[1:])
        return tuple(name for name in dict.fromkeys(every) if name not in (excluded or ()))

    def all_names(
        self, model: ClassObject | None, is_linked: bool = False
    ) -> tuple[str, ...] | None:
        """The fields of the model that `__all__` stands for, the key's first, or its `url`."""
        if model is None or self.classes.gaps(model):
            return None
        fields = self.models.fields(model)
        keys = [name for name, field in fields.items() if flag(field.made, "primary_key")]
        if is_linked:
            return ("url", *(name for name in fields if name not in keys))
        return tuple(dict.fromkeys((*(keys or ["id"]), *fields)))


def texts(value: Value | None) -> tuple[str, ...] | None:
    """The constant texts of a list; None where one of them can't be known."""
    items = iterate(value)
    if items is None or (isinstance(value, Items) and value.open_reason):
        return None
    if not all(isinstance(item, Const) for item in items):
        return None
    return tuple(str(item.value) for item in items if isinstance(item, Const))


def _field_names(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`super().get_field_names(declared, info)`: what `Meta` says."""
    names = args[0].attributes.get(_NAMES) if args and isinstance(args[0], Object) else None
    if not isinstance(names, Items):
        return Unknown("the names of an unknown serializer")
    return Items(list(names.items))


NATIVES: dict[str, Native] = {f"{_MODEL_SERIALIZER}.get_field_names": _field_names}
