"""What the fields of Django's models and REST framework's serializers are on the wire."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import libcst as cst

from ..model import ANY, Kind, Scalar, Schema
from .classes import Classes
from .operators import iterate, truth
from .values import ClassObject, Const, Dictionary, Frame, Items, Object, Unknown, Value

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

TEXT = Schema(Kind.STRING)
INTEGER = Schema(Kind.INTEGER)
NUMBER = Schema(Kind.NUMBER)
BOOLEAN = Schema(Kind.BOOLEAN)
OBJECT = Schema(Kind.OBJECT, loose=True)


READ_ONLY = (
    "rest_framework.fields.SerializerMethodField",
    "rest_framework.fields.ReadOnlyField",
    "rest_framework.relations.StringRelatedField",
    "rest_framework.relations.HyperlinkedIdentityField",
)


def takes_no_input(classes: Classes, cls: Value) -> bool:
    """Whether fields of the class `cls` only answer, as REST framework made them.

    A subclass that defines `to_internal_value` reads what it is sent.
    """
    for ancestor in classes.order(cls) if isinstance(cls, ClassObject) else ():
        if classes.derives(ancestor, *READ_ONLY) and not isinstance(ancestor, ClassObject):
            return True
        if isinstance(ancestor, ClassObject):
            if ancestor.qualified in READ_ONLY:
                return True
            if "to_internal_value" in classes.members(ancestor):
                return False
    return classes.derives(cls, *READ_ONLY)


def text(format: str) -> Schema:
    """A string of an OpenAPI format."""
    return Schema(Kind.STRING, format=format)


_WIRE: dict[str, Schema] = {
    "BooleanField": BOOLEAN,
    "NullBooleanField": replace(BOOLEAN, nullable=True),
    "CharField": TEXT,
    "TextField": TEXT,
    "EmailField": text("email"),
    "RegexField": TEXT,
    "SlugField": TEXT,
    "URLField": text("uri"),
    "UUIDField": text("uuid"),
    "IPAddressField": TEXT,
    "GenericIPAddressField": TEXT,
    "FilePathField": TEXT,
    "AutoField": INTEGER,
    "IntegerField": INTEGER,
    "FloatField": NUMBER,
    "DecimalField": text("decimal"),
    "DateTimeField": text("date-time"),
    "DateField": text("date"),
    "TimeField": text("time"),
    "DurationField": TEXT,
    "FileField": text("uri"),
    "ImageField": text("uri"),
    "StringRelatedField": TEXT,
    "HyperlinkedRelatedField": text("uri"),
    "HyperlinkedIdentityField": text("uri"),
}
_MODULES = (
    "rest_framework.fields",
    "rest_framework.relations",
    "django.db.models.fields",
)


def wire(classes: Classes, field: Object) -> Schema:
    """The schema that the field's class alone gives; ANY where it doesn't say.

    A class of the project that represents its values in its own way says nothing.
    """
    for ancestor, members in classes.lineage(field.cls):
        known = _WIRE.get(ancestor.name) if ancestor.module.name in _MODULES else None
        if known is not None:
            is_number = ancestor.name == "DecimalField" and not _coerced(classes, field)
            return NUMBER if is_number else known
        if "to_representation" in members:
            return ANY
    return ANY


def _coerced(classes: Classes, field: Object) -> bool:
    """Whether a decimal is sent as a string, which the settings may change for all of them."""
    settings = classes.evaluator.setting("REST_FRAMEWORK")
    known = settings.items if isinstance(settings, Dictionary) else {}
    default = known.get("COERCE_DECIMAL_TO_STRING", Const(True))
    return truth(field.kwargs.get("coerce_to_string", default)) is not False


def flag(field: Object, name: str) -> bool:
    """Whether the field was made with `name=True`."""
    return truth(field.kwargs.get(name, Const(False))) is True


def enumerated(
    schema: Schema, classes: Classes, choices: Value | None, *, has_blank: bool = False
) -> Schema:
    """The schema with the values of `choices`, if all are known, and `""` if it `has_blank`."""
    values = choice_values(classes, choices) if choices is not None else None
    if not values:
        return schema
    kinds = {type(value) for value in values}
    if has_blank and kinds == {str} and "" not in values:
        values.append("")
    if schema.kind is Kind.ANY:
        schema = TEXT if kinds == {str} else INTEGER if kinds == {int} else ANY
    elif schema.kind is Kind.STRING and kinds == {int}:
        schema = replace(INTEGER, nullable=schema.nullable)  # the choice is sent, not its text
    return replace(schema, enum=tuple(values))


def choice_values(classes: Classes, choices: Value) -> list[Scalar] | None:
    """The values of `choices`: pairs, plain values, groups, or a class of choices."""
    if isinstance(choices, ClassObject):
        pairs = members_of_choices(classes, choices)
        return None if isinstance(pairs, Unknown) else choice_values(classes, pairs)
    items = iterate(choices)
    if items is None or (isinstance(choices, Items) and choices.open_reason):
        return None
    values: list[Scalar] = []
    for item in items:
        if isinstance(item, Items) and len(item.items) == 2:
            first, second = item.items
            if isinstance(second, Items):
                if (group := choice_values(classes, second)) is None:
                    return None
                values += group
                continue
            item = first
        if not isinstance(item, Const) or isinstance(item.value, (bytes, complex)):
            return None
        values.append(item.value)
    return values


def members_of_choices(classes: Classes, cls: ClassObject) -> Items | Unknown:
    """`TextChoices.choices`: the pairs of value and label, in order."""
    if not classes.derives(cls, "django.db.models.enums.Choices", "enum.Enum"):
        return Unknown(f"{cls.name} isn't a class of choices")
    pairs: list[Value] = []
    for name, value in classes.members(cls).items():
        if name.startswith("_") or not isinstance(value, (Const, Items)):
            continue
        first = value.items[0] if isinstance(value, Items) and value.items else value
        pairs.append(Items([first, Const(name)], "tuple"))
    return Items(pairs)


def _choices(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    cls = args[0] if args else None
    if not isinstance(cls, ClassObject):
        return Unknown("the choices of an unknown class")
    return members_of_choices(evaluator.classes, cls)


def _values(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    pairs = _choices(evaluator, args, kwargs, frame, node)
    if not isinstance(pairs, Items):
        return pairs
    return Items([pair.items[0] for pair in pairs.items if isinstance(pair, Items)])


NATIVES: dict[str, Native] = {
    "django.db.models.enums.Choices.choices": _choices,
    "django.db.models.enums.Choices.values": _values,
}
