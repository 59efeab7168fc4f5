"""Fields that a class body makes, also those of packages that aren't there to be read."""

from __future__ import annotations

from .evaluate import Evaluator
from .operators import foreign
from .values import Application, ClassObject, Const, Foreign, Object, Unknown, Value

FIELD = "rest_framework.fields.Field"
# What a field's class decides that isn't there to be read.
_UNSAID: dict[str, Value] = {"required": Unknown("its class says whether it is required")}
_NAMES = ("Field", "Serializer")


def field_made(evaluator: Evaluator, value: Value) -> Object | None:
    """The field that a value is; of a package that isn't there, one of whatever kind."""
    classes = evaluator.classes
    if isinstance(value, Object):
        if classes.derives(value.cls, FIELD):
            return value
        # A subclass of what a package calls a field or a serializer.
        may_be = any(name.endswith(_NAMES) for name in classes.gaps(value.cls))
        return Object(value.cls, value.args, {**_UNSAID, **value.kwargs}) if may_be else None
    if not isinstance(value, Application):
        return None
    name = foreign(value) or ""
    plain = evaluator.resolved(Foreign(FIELD))
    if not name.endswith(_NAMES) or not isinstance(plain, ClassObject):
        return None
    answers = name.endswith(("MethodField", "ReadOnlyField"))
    said: dict[str, Value] = {"read_only": Const(True)} if answers else {}
    return Object(plain, value.args, {**_UNSAID, **value.kwargs, **said})
