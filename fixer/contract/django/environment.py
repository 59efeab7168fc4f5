"""What settings that come from the environment are where it says nothing: their defaults."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import libcst as cst

from .operators import foreign
from .values import (
    NONE,
    Application,
    Bound,
    Frame,
    Items,
    Value,
    assumed,
    constant_text,
)

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

_READERS = (
    "environ.Env",
    "environ.FileAwareEnv",
    "environs.",
    "decouple.config",
    "decouple.Config",
    "decouple.AutoConfig",
)


def applied(callee: Value, args: Sequence[Value], kwargs: dict[str, Value]) -> Value:
    """The result of a call that isn't followed: `env("X", default=…)` is its default."""
    reader = callee.receiver if isinstance(callee, Bound) else callee
    if (foreign(reader) or "").startswith(_READERS):
        default = kwargs.get("default", args[1] if len(args) > 1 else None)
        default = default if default is not None else _declared(reader, args)
        if default is not None:
            return assumed(default)
    return Application(callee, tuple(args), kwargs)


def stated_default(made: Application) -> Value | None:
    """The default of `values.ListValue(["shop"])` of django-configurations."""
    if not (foreign(made) or "").startswith("configurations.values."):
        return None
    return made.kwargs.get("default", made.args[0] if made.args else None)


def _declared(reader: Value, args: Sequence[Value]) -> Value | None:
    """The default that the reader was made with: `Env(DEBUG=(bool, False))`."""
    name = constant_text(args[0]) if args else None
    while isinstance(reader, Application) and name is not None:
        said = reader.kwargs.get(name)
        if isinstance(said, Items) and len(said.items) == 2:
            return said.items[1]
        reader = reader.callee
    return None


def _get(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`os.environ.get("X", default)`"""
    return assumed(args[1] if len(args) > 1 else kwargs.get("default", NONE))


NATIVES: dict[str, Native] = {
    "os.environ.get": _get,
    "os.environ.setdefault": _get,
    "os.getenv": _get,
    "environ.get": _get,
}
