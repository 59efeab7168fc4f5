"""What functions that take functions give: `map`, `filter`, `functools.reduce`, `sum`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import libcst as cst

from .operators import binary, iterate, truth
from .values import NONE, Const, Frame, Items, Unknown, Value

if TYPE_CHECKING:
    from .evaluate import Evaluator, Native

_LOST = Unknown("what it goes over can't be known")


def _reduce(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    items = iterate(args[1]) if len(args) > 1 else None
    if items is None:
        return _LOST
    items = [*args[2:3], *items]
    if not items:
        return Unknown("there is nothing to reduce")
    found = items[0]
    for item in items[1:]:
        found = evaluator.caller.apply(args[0], [found, item], {}, frame, node)
    return found


def _sum(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    items = iterate(args[0]) if args else None
    if items is None:
        return _LOST
    found = args[1] if len(args) > 1 else kwargs.get("start", Const(0))
    for item in items:
        found = binary(found, cst.Add(), item)
    return found


def _add(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    return binary(args[0], cst.Add(), args[1]) if len(args) == 2 else _LOST


def _map(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    columns = [iterate(arg) for arg in args[1:]]
    if not columns or any(column is None for column in columns):
        return _LOST
    rows = zip(*(column or [] for column in columns), strict=False)
    return Items([evaluator.caller.apply(args[0], row, {}, frame, node) for row in rows])


def _filter(
    evaluator: Evaluator,
    args: Sequence[Value],
    kwargs: dict[str, Value],
    frame: Frame,
    node: cst.CSTNode,
) -> Value:
    items = iterate(args[1]) if len(args) == 2 else None
    if items is None:
        return _LOST
    if args[0] == NONE:
        return Items([item for item in items if truth(item) is not False])
    kept = (evaluator.caller.apply(args[0], [item], {}, frame, node) for item in items)
    return Items([item for item, test in zip(items, kept, strict=True) if truth(test) is not False])


NATIVES: dict[str, Native] = {
    "builtins.map": _map,
    "builtins.filter": _filter,
    "builtins.sum": _sum,
    "functools.reduce": _reduce,
    "operator.add": _add,
    "operator.iadd": _add,
    "operator.concat": _add,
    "operator.iconcat": _add,
}
