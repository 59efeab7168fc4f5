"""What Django knows of a project's models: `Model._meta` and `apps.get_model`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import libcst as cst

from .models import Models
from .operators import iterate
from .standard import app_config
from .values import ClassObject, Const, Foreign, Frame, Object, Unknown, Value, constant_text

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

_MODEL = "django.db.models.base.Model"
_OPTIONS = "django.db.models.base.Options"
_SAID = ("app_label", "db_table", "default_related_name", "verbose_name", "verbose_name_plural")


def _meta(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`Model._meta`"""
    model, cls = args[0] if args else None, evaluator.resolved(Foreign(_OPTIONS))
    if not isinstance(model, ClassObject) or not isinstance(cls, ClassObject):
        return Unknown("the options of an unknown model")
    attributes: dict[str, Value] = {"model": model, "object_name": Const(model.name)}
    attributes["model_name"] = Const(model.name.lower())
    label = _label(evaluator, model.module.name)
    if label is not None:
        attributes["app_label"] = Const(label)
    written = evaluator.classes.find(model, "Meta")
    for name in _SAID if isinstance(written, ClassObject) else ():
        if isinstance(written, ClassObject):
            said = evaluator.classes.find(written, name)
            attributes |= {} if said is None else {name: said}
    label = constant_text(attributes.get("app_label"))
    if label is not None:
        attributes["label"] = Const(f"{label}.{model.name}")
        attributes["label_lower"] = Const(f"{label}.{model.name}".lower())
    return Object(cls, attributes=attributes)


def _label(evaluator: Evaluator, module: str) -> str | None:
    """The label of the app that a module lies in."""
    best, label = "", None
    for app in iterate(evaluator.setting("INSTALLED_APPS")) or ():
        name = constant_text(app) or ""
        config = app_config(evaluator, name)
        package = constant_text(config.attributes["name"]) if config else name
        if package and f"{module}.".startswith(f"{package}.") and len(package) > len(best):
            best = package
            said = config.attributes["label"] if config else Const(package.rpartition(".")[2])
            label = constant_text(said)
    return label


def _get_field(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`Model._meta.get_field("name")`, where the model has one of that name."""
    model = args[0].attributes.get("model") if args and isinstance(args[0], Object) else None
    name = constant_text(args[1]) if len(args) > 1 else None
    if isinstance(model, ClassObject) and name is not None:
        field = Models(evaluator).fields(model).get(name)
        if field is not None:
            return field.made
    return Unknown("the field of a model can't be known")


def _get_model(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`apps.get_model("shop", "Item")`, `apps.get_model("shop.Item")`"""
    texts = [constant_text(arg) for arg in args[1:]]
    dotted = ".".join(text for text in texts if text is not None)
    app, _, name = dotted.rpartition(".")
    found = Models(evaluator).in_app(app, name) if app and None not in texts else None
    return found or Unknown("the model can't be known")


NATIVES: dict[str, Native] = {
    f"{_MODEL}._meta": _meta,
    f"{_OPTIONS}.get_field": _get_field,
    "django.apps.Apps.get_model": _get_model,
}
