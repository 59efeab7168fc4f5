"""A part of an object: lodash's `pick` and `omit`, and their like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fixer.program.evaluate.values import (
    Array,
    Library,
    Nothing,
    Record,
    Text,
    Unknown,
    Value,
    candidates,
    depends_of,
    union,
)

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

_DEFAULT = "default"


def part(ev: Evaluator, target: Library, name: str, arguments: tuple[Value, ...]) -> Value | None:
    """What is left of the first argument; None: it is no such function, or the keys aren't known.

    `omitBy` and `pickBy` leave out by a function, which may have let all through.
    """
    if name == _DEFAULT:  # `import omit from 'lodash/omit'`
        name = target.specifier.rpartition("/")[2].rpartition(".")[2]
    if name not in _PARTS or not arguments:
        return None
    whole = ev.force(arguments[0])
    if name in _BY_FUNCTION:
        return whole
    keys = list(_keys(ev, arguments[1:]))
    if None in keys:
        return None
    wanted = frozenset(key for key in keys if key is not None)
    return union([_part(c, wanted, keep=name == "pick") for c in candidates(whole)])


_BY_FUNCTION = frozenset({"omitBy", "pickBy"})
_PARTS = _BY_FUNCTION | {"pick", "omit"}


def _part(value: Value, keys: frozenset[str], *, keep: bool) -> Value:
    if not isinstance(value, Record):
        part_of = Unknown("a part of an object", depends_of(value))
        return value if isinstance(value, Nothing) else part_of
    members = {key: m for key, m in value.members.items() if (key in keys) is keep}
    is_whole = keep and keys <= value.members.keys()
    return Record(members, None if is_whole else value.rest)


def _keys(ev: Evaluator, arguments: tuple[Value, ...]) -> Iterator[str | None]:
    """The names that are said, in arrays or one by one; None for one that can't be known."""
    for argument in arguments:
        value = ev.force(argument)
        if isinstance(value, Array) and value.rest is None:
            yield from _keys(ev, value.items)
        elif isinstance(value, Text):
            yield value.literal
        else:
            yield None
