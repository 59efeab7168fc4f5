"""Turns a settings class, as django-configurations has them, into a settings module's names."""

from __future__ import annotations

from .environment import stated_default
from .evaluate import Evaluator
from .modules import Module
from .operators import foreign
from .values import Application, ClassObject, Function, Unknown, Value, assumed

# django-configurations' own class, which sets nothing.
_EMPTY = frozenset({"configurations.Configuration", "configurations.base.Configuration"})


def configured(evaluator: Evaluator, module: Module, names: tuple[str, ...]) -> Module | None:
    """The settings of `module` as its class has them that one of `names` names.

    Where none of them is in the module: the first of its classes that sets ROOT_URLCONF.
    """
    classes = {
        name: value
        for name, value in module.frame.names.items()
        if isinstance(value, ClassObject) and value.module is module
    }
    for name in dict.fromkeys((*names, *classes)):
        chosen = classes.get(name)
        if chosen is not None and evaluator.classes.find(chosen, "ROOT_URLCONF") is not None:
            return _as_module(evaluator, module, chosen)
    return None


def _as_module(evaluator: Evaluator, module: Module, chosen: ClassObject) -> Module:
    made = Module(module.name, module.path, module.is_package, started=True)
    made.frame.names.update(module.frame.names)
    for _, members in reversed(list(evaluator.classes.lineage(chosen))):
        made.frame.names.update({n: _plain(v) for n, v in members.items() if n.isupper()})
    # What a package's class sets, or changes when it is bound, can't be known.
    unread = (gap for gap in evaluator.classes.gaps(chosen) if gap not in _EMPTY)
    made.stars.extend((*module.stars, *unread))
    return made


def _plain(value: Value) -> Value:
    """`values.BooleanValue(False)` is what it is where the environment says nothing: False."""
    if isinstance(value, Function):
        return Unknown(f"{value.name} is computed when Django starts")
    name = foreign(value) or ""
    if not isinstance(value, Application) or not name.startswith("configurations.values."):
        return value
    default = stated_default(value)
    return assumed(default) if default is not None else Unknown(f"{name} of the environment")
