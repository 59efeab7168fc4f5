"""Generic classes: which types stand for their parameters, `Answer[Item]` and `Base[Item]`."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from .classes import Classes
from .values import ClassObject

_DECLARING = frozenset({"Generic", "Protocol"})


def parameters(classes: Classes, cls: ClassObject) -> tuple[str, ...]:
    """The type parameters that a class declares: `Generic[T, U]`, `class Answer[T]`."""
    node = classes.node(cls)
    if node is None:
        return ()
    if node.type_parameters is not None:
        return tuple(it.param.name.value for it in node.type_parameters.params)
    for base in node.bases:
        if isinstance(base.value, cst.Subscript) and _last(base.value.value) in _DECLARING:
            return tuple(it.value for it in arguments(base.value) if isinstance(it, cst.Name))
    return ()


def generic_bases(
    classes: Classes, cls: ClassObject
) -> Iterator[tuple[ClassObject, list[cst.BaseExpression]]]:
    """The bases that a class names, each with the types that it gives them."""
    node = classes.node(cls)
    frame = classes.frame(cls)
    for base in node.bases if node is not None else ():
        given = arguments(base.value) if isinstance(base.value, cst.Subscript) else []
        head = base.value.value if isinstance(base.value, cst.Subscript) else base.value
        value = classes.evaluator.value(head, frame)
        if isinstance(value, ClassObject):
            yield value, given


def arguments(node: cst.Subscript) -> list[cst.BaseExpression]:
    """What stands between the brackets of `Answer[Item, Page]`."""
    return [e.slice.value for e in node.slice if isinstance(e.slice, cst.Index)]


def _last(node: cst.BaseExpression) -> str:
    name = node.attr if isinstance(node, cst.Attribute) else node
    return name.value if isinstance(name, cst.Name) else ""
