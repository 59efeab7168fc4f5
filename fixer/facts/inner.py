"""Calls that have no operation of their own, and yet one is behind them for certain.

A hook that fetches one thing calls a wrapper inside, and the types stand there:
`client.get<Invoice>(path)`. A component does so itself, and keeps what it gets. A call that every
request passes is none of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fixer.contract.model import Operation
from fixer.facts.judged import JudgedCall, Status
from fixer.program.markup import TAGS
from fixer.program.syntax import ELEMENTS


def inner_calls(calls: Iterable[JudgedCall]) -> Iterator[JudgedCall]:
    """For each such call inside a wrapper, the judged call as it is seen there."""
    judged = [j for j in calls if j.operation is not None]
    own = {j.call.node.id for j in judged}
    found: dict[int, list[JudgedCall]] = {}
    for outer in judged:
        steps = outer.call.path_to_sink
        if outer.call.node.type in ELEMENTS | TAGS and outer.call.sink is not None:
            steps = (*steps, (outer.call.sink_module or outer.call.module, outer.call.sink))
        for _, node in steps:
            call = outer.call.inside(node) if node.id not in own else None
            if call is not None:
                found.setdefault(node.id, []).append(replace(outer, call=call))
    for reached in found.values():
        if len({_identity(j.operation) for j in reached}) == 1:
            yield reached[0]


def meant_calls(
    calls: Iterable[JudgedCall], operations: Iterable[Operation]
) -> Iterator[JudgedCall]:
    """Calls whose path is wrong, with the operation that their client function is named after.

    What such a function hands on is what the operation returns, once its path is right.
    """
    by_function = {op.function: op for op in operations if op.function}
    for judged in calls:
        name = (judged.call.function or "").rpartition(".")[2]
        operation = by_function.get(name)
        if judged.operation is None and judged.status is Status.UNKNOWN and operation is not None:
            yield replace(judged, operation=operation)


def _identity(operation: Operation | None) -> tuple[str, str] | None:
    return (operation.method, operation.path) if operation is not None else None
