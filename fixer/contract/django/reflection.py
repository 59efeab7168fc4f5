"""What Python says of objects and classes: `isinstance`, `dir`, and classes that a call makes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from keyword import iskeyword
from typing import TYPE_CHECKING

import libcst as cst

from .operators import iterate
from .values import (
    AsView,
    Bound,
    ClassObject,
    Const,
    Dictionary,
    Foreign,
    Frame,
    Function,
    Include,
    Items,
    Lambda,
    Object,
    PathValue,
    Pattern,
    Unknown,
    Value,
    constant_text,
)

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

_Asking = Callable[[Value, Value], "bool | None"]
_TUPLE = "typing.NamedTuple"
_SIMPLE = {"bool": bool, "int": int, "float": float, "str": str, "bytes": bytes}
_BUILT_IN = {*_SIMPLE, "list", "tuple", "set", "dict"}


def _is_instance(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    return _any_of(args, lambda one, cls: _is_of(evaluator, one, cls))


def _is_subclass(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    return _any_of(args, lambda one, cls: _derives(evaluator, one, cls))


def _any_of(args: Sequence[Value], asks: _Asking) -> Value:
    """Whether it holds for one of the classes in the second argument."""
    if len(args) != 2:
        return Unknown("what is asked of it can't be known")
    classes = iterate(args[1]) if isinstance(args[1], Items) else [args[1]]
    said = [asks(args[0], cls) for cls in classes or ()]
    if True in said:
        return Const(True)
    return Unknown("of which class it is can't be known") if None in said else Const(False)


def _is_of(evaluator: Evaluator, one: Value, cls: Value) -> bool | None:
    name = cls.name if isinstance(cls, Foreign) else ""
    kind = name.rpartition(".")[2]
    match one:
        case Object():
            return _derives(evaluator, one.cls, cls)
        case Pattern() if kind in ("URLPattern", "URLResolver"):
            return (kind == "URLResolver") is isinstance(one.view, (Include, Items))
        case Const() if name == f"builtins.{kind}":
            return isinstance(one.value, _SIMPLE.get(kind, ()))
        case Items() | Dictionary() if name == f"builtins.{kind}":
            return kind == ("dict" if isinstance(one, Dictionary) else one.kind)
        case Function() | Lambda() | PathValue() | Pattern() | Const() | Items() | Dictionary():
            return False if isinstance(cls, ClassObject) or kind in _BUILT_IN else None
        case _:
            return None


def _derives(evaluator: Evaluator, one: Value, cls: Value) -> bool | None:
    if not isinstance(one, ClassObject) or not isinstance(cls, (ClassObject, Foreign)):
        return None
    name = cls.qualified if isinstance(cls, ClassObject) else cls.name
    if cls in evaluator.classes.order(one) or evaluator.classes.derives(one, name):
        return True
    return None if evaluator.classes.gaps(one) else False


def _names(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`dir(cls)`: what is written in it and in its bases."""
    one = args[0] if args else None
    cls = one.cls if isinstance(one, Object) else one
    if not isinstance(cls, ClassObject):
        return Unknown("what it has can't be known")
    names = {name for _, members in evaluator.classes.lineage(cls) for name in members}
    gaps = evaluator.classes.gaps(cls)
    reason = f"{cls.name} inherits from {gaps[0]}, which isn't there to be read" if gaps else ""
    return Items([Const(name) for name in sorted(names)], open_reason=reason)


def _callable(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    match args[0] if args else None:
        case Function() | Lambda() | ClassObject() | AsView() | Bound(function=Function()):
            return Const(True)
        case Const() | Items() | Dictionary():
            return Const(False)
        case _:
            return Unknown("whether it can be called can't be known")


def _named_tuple(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`namedtuple("Route", ["url", "name"])`: the class whose body would annotate the names."""
    name = constant_text(args[0] if args else None) or ""
    listed = args[1] if len(args) > 1 else None
    text = constant_text(listed)
    entries = iterate(listed) if isinstance(listed, Items) else None
    names = re.split(r"[,\s]+", text.strip()) if text else [constant_text(e) for e in entries or ()]
    if not all(part and part.isidentifier() and not iskeyword(part) for part in (name, *names)):
        return Unknown("the names of the tuple can't be known")
    body = "".join(f"    {part}: object\n" for part in names) or "    pass\n"
    made = cst.parse_statement(f"class {name}(NamedTuple):\n{body}")
    if not isinstance(made, cst.ClassDef):
        return Unknown("the tuple's class can't be made")
    outer = Frame(frame.module, frame.statement, {"NamedTuple": Foreign(_TUPLE)})
    return ClassObject(frame.module, name, frame.statement, made, outer)


def _type(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    """`type(made)`, and the class that `type(name, bases, members)` makes."""
    match list(args):
        case [Object() as made]:
            return made.cls
        case [name, Items() as bases, Dictionary() as members] if not members.open_reason:
            own = {str(key): value for key, value in members.items.items()}
            cls = ClassObject(frame.module, constant_text(name) or "", frame.statement)
            cls.bases, cls.members = tuple(bases.items), own
            return cls
    return Unknown("the class that is made can't be known")


NATIVES: dict[str, Native] = {
    "builtins.type": _type,
    "builtins.isinstance": _is_instance,
    "builtins.issubclass": _is_subclass,
    "builtins.dir": _names,
    "builtins.callable": _callable,
    "collections.namedtuple": _named_tuple,
}
