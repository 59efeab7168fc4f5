"""Values become answers to conditions: true, false, equal, or not to be told."""

from __future__ import annotations

from collections.abc import Sequence

from fixer.program.call import Hole
from fixer.program.evaluate.values import (
    Array,
    ClassValue,
    ClientValue,
    Function,
    Instance,
    Namespace,
    Nothing,
    Query,
    Record,
    Sender,
    Text,
    Truth,
    Unknown,
    Value,
    candidates,
)


def truth(value: Value) -> bool | None:
    """Whether a value counts as true in a condition; None: it can't be told."""
    found = {_truth(c) for c in candidates(value)}
    return found.pop() if len(found) == 1 else None


def _truth(value: Value) -> bool | None:
    if isinstance(value, Nothing):
        return False
    if isinstance(value, Truth):
        return value.value
    if isinstance(value, Text):
        if value.literal is not None:
            return value.literal not in ("", "0")
        only = value.pieces[0] if len(value.pieces) == 1 else None
        if only is not None and only.hole in (Hole.UNKNOWN, Hole.QUERY) and not only.values:
            return None
        return True
    if isinstance(value, Unknown):
        return True if value.hole in (Hole.NUMBER, Hole.STRING) else None
    if isinstance(value, Record):
        return None if value.node is None and value.rest is not None else True
    return True if isinstance(value, _OBJECTS) else None


_OBJECTS = (Array, ClassValue, ClientValue, Function, Instance, Namespace, Query, Sender)


def _may_be_nothing(value: Value) -> bool:
    if isinstance(value, Unknown):  # of a number's or string's type, it is there
        return value.hole not in (Hole.NUMBER, Hole.STRING)
    return isinstance(value, Nothing)


def equal(left: Value, right: Value) -> bool | None:
    """Whether two values are equal; None: it can't be told."""
    if isinstance(left, Nothing) or isinstance(right, Nothing):
        if isinstance(left, Nothing) and isinstance(right, Nothing):
            return True
        other = right if isinstance(left, Nothing) else left
        parts = candidates(other)
        return None if any(_may_be_nothing(c) for c in parts) else False
    if isinstance(left, Truth) and isinstance(right, Truth):
        return left.value == right.value
    if isinstance(left, Text) and isinstance(right, Text):
        a, b = left.literal, right.literal
        if a is not None and b is not None:
            return a == b
        return False if _begin_or_end_apart(left, right) else None
    return None


def _begin_or_end_apart(left: Text, right: Text) -> bool:
    """Whether two texts that are known in part begin, or end, with other letters.

    Blanks don't count: one may be trimmed. Nor do numbers: `n + 1 === 10` is no text.
    """
    if not left.pieces or not right.pieces:
        return False
    heads = [(text.pieces[0].text or "").lstrip() for text in (left, right)]
    tails = [(text.pieces[-1].text or "").rstrip()[::-1] for text in (left, right)]
    return any(
        one[: len(other)] != other[: len(one)]
        for one, other in (heads, tails)
        if one and other and not (_is_number(one) and _is_number(other))
    )


def _is_number(told: str) -> bool:
    return all(it.isdigit() or it in ".-+" for it in told)


def any_of(answers: Sequence[bool | None]) -> bool | None:
    """Whether one of them is true; None: it can't be told."""
    return None if True not in answers and None in answers else True in answers


def tested(receiver: Text, name: str, wanted: Value) -> Value:
    """What `startsWith`, `endsWith` and `includes` say of a text."""
    part = wanted.literal if isinstance(wanted, Text) else None
    if part is None or not receiver.pieces:
        return Unknown("a comparison") if part is None else Truth(part == "")
    whole = receiver.literal
    if whole is not None:
        tests = {"startsWith": whole.startswith, "endsWith": whole.endswith}
        return Truth(tests[name](part) if name in tests else part in whole)
    if name == "includes":
        found = any(part in (p.text or "") for p in receiver.pieces)
        return Truth(True) if found else Unknown("a comparison")
    edge = receiver.pieces[0 if name == "startsWith" else -1].text or ""
    if name == "startsWith":
        is_alike = edge.startswith(part[: len(edge)]) and part.startswith(edge[: len(part)])
    else:
        is_alike = edge.endswith(part[-len(edge) :]) and part.endswith(edge[-len(part) :])
    if edge and not is_alike:
        return Truth(False)
    return Truth(True) if len(edge) >= len(part) else Unknown("a comparison")
