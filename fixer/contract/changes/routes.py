"""Two versions' operations into those that moved, came, went, or stayed with other parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from fixer.contract.changes import likeness
from fixer.contract.changes.model import Change, Level, RouteRename
from fixer.contract.model import Contract, In, Operation, Parameter, Schema

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Routes:
    """`same`: the operations that are one in both versions, moved ones included."""

    same: tuple[tuple[Operation, Operation], ...]
    changes: tuple[Change, ...]


def key(operation: Operation) -> Key:
    """What makes an operation the same: method and path, whatever its holes are called."""
    return operation.method, re.sub(r"\{[^}]*\}", "{}", operation.path)


def compare(old: Contract, new: Contract) -> Routes:
    """Pairs the operations of both versions and tells what became of the others."""
    before = {key(op): op for op in old.operations}
    now = {key(op): op for op in new.operations}
    same = [(before[k], now[k]) for k in before if k in now]
    gone = [op for k, op in before.items() if k not in now]
    came = [op for k, op in now.items() if k not in before]
    renames = list(_stated(gone, new)) + list(_guessed(gone, came, old, new))
    moved = [(r.old, r.new) for r in renames if r.accepted]
    went = {key(one) for one, _ in moved}
    found = {key(other) for _, other in moved}
    changes = [
        *(_moved(rename) for rename in renames),
        *(_removed(op) for op in gone if key(op) not in went),
        *(_added(op) for op in came if key(op) not in found),
    ]
    for one, other in (*same, *moved):
        changes.extend(_parameters(one, other))
        if other.deprecated and not one.deprecated:
            message = "is deprecated now"
            changes.append(
                Change("endpoint-deprecated", Level.INFO, str(other), message, other.location)
            )
    return Routes((*same, *moved), tuple(changes))


def _stated(gone: list[Operation], new: Contract) -> Iterator[RouteRename]:
    for operation in new.operations:
        for route in operation.legacy:
            legacy = re.sub(r"\{[^}]*\}", "{}", route.path)
            for old in gone:
                # A path that is said to have moved moved with each of its own methods.
                if key(old)[1] == legacy and (route.method or operation.method) == old.method:
                    yield RouteRename(old, operation, 1.0, True, True)


def _guessed(
    gone: list[Operation], came: list[Operation], old: Contract, new: Contract
) -> Iterator[RouteRename]:
    stated = {key(r.old): key(r.new) for r in _stated(gone, new)}
    left = [op for op in gone if key(op) not in stated]
    free = [op for op in came if key(op) not in set(stated.values())]

    def score(one: Operation, other: Operation) -> float:
        return _likeness(one, other, old, new)

    for pair in likeness.pairs(left, free, score):
        yield RouteRename(pair.old, pair.new, pair.score, pair.accepted, False)


def _likeness(one: Operation, other: Operation, old: Contract, new: Contract) -> float:
    """How likely the old operation is at the other place now."""
    if one.function and one.function == other.function:
        return 0.95
    if one.method != other.method and key(one)[1] != key(other)[1]:
        return 0.0
    if key(one)[1].count("{}") != key(other)[1].count("{}"):
        return 0.0
    shapes = [
        _shape(one.response, other.response, old, new),
        _shape(one.body, other.body, old, new),
    ]
    known = [shape for shape in shapes if shape is not None]
    if any(shape < 0.5 for shape in known):
        return 0.0
    agree = sum(known) / len(known) if known else 0.5
    if one.method != other.method:
        return 0.4 + 0.4 * agree
    parts = SequenceMatcher(None, key(one)[1].split("/"), key(other)[1].split("/")).ratio()
    return 0.6 * max(parts, likeness.names(one.path, other.path)) + 0.4 * agree


def _shape(one: Schema | None, other: Schema | None, old: Contract, new: Contract) -> float | None:
    if one is None or other is None:
        return None
    return likeness.types(one, other, old, new)


def _moved(rename: RouteRename) -> Change:
    how = "stated" if rename.stated else f"score {rename.score:.2f}"
    word = "moved to" if rename.accepted else "may have moved to"
    id_ = "api-path-renamed" if rename.old.method == rename.new.method else "api-method-changed"
    return Change(
        id_,
        Level.ERROR if rename.accepted else Level.INFO,
        str(rename.old),
        f"{word} {rename.new} ({how})",
        rename.new.location,
        rename,
    )


def _removed(operation: Operation) -> Change:
    if operation.deprecated:
        return Change(
            "api-removed-with-deprecation", Level.INFO, str(operation), "was removed",
            operation.location,
        )  # fmt: skip
    return Change(
        "api-removed-without-deprecation", Level.ERROR, str(operation), "was removed",
        operation.location,
    )  # fmt: skip


def _added(operation: Operation) -> Change:
    return Change("endpoint-added", Level.INFO, str(operation), "was added", operation.location)


def _parameters(old: Operation, new: Operation) -> Iterator[Change]:
    before = {p.name: p for p in old.parameters if p.where is In.QUERY}
    now = {p.name: p for p in new.parameters if p.where is In.QUERY}
    where = str(new)
    for name in before.keys() - now.keys():
        yield Change(
            "request-parameter-removed", Level.WARNING, where,
            f"query parameter {name} was removed", new.location,
        )  # fmt: skip
    for name, parameter in now.items():
        if name in before:
            yield from _parameter(before[name], parameter, where)
            continue
        need = "required" if parameter.required else "optional"
        yield Change(
            f"new-{need}-request-parameter",
            Level.ERROR if parameter.required else Level.INFO,
            where,
            f"query parameter {name} was added",
            parameter.location,
        )


def _parameter(old: Parameter, new: Parameter, where: str) -> Iterator[Change]:
    if old.required != new.required:
        became = "required" if new.required else "optional"
        yield Change(
            f"request-parameter-became-{became}",
            Level.ERROR if new.required else Level.INFO,
            where,
            f"query parameter {new.name} became {became}",
            new.location,
        )
    kinds = (old.schema.kind, new.schema.kind)
    if kinds[0] is not kinds[1]:
        yield Change(
            "request-parameter-type-changed",
            Level.ERROR,
            where,
            f"query parameter {new.name} changed from {kinds[0].value} to {kinds[1].value}",
            new.location,
        )
    for value in new.schema.enum and old.schema.enum:
        if value not in new.schema.enum:
            yield Change(
                "request-parameter-enum-value-removed",
                Level.ERROR,
                where,
                f"query parameter {new.name} can no longer be {value!r}",
                new.location,
            )
