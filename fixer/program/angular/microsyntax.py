"""The text of a structural directive, `*ngFor="let x of xs; let i = index"`, becomes its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from fixer.program.angular.scanner import outermost

_LET = re.compile(rb"\s*let\s+(?P<name>[\w$]+)(?:\s*=\s*(?P<key>[\w$]+))?")
_EXPORTED = re.compile(rb"\s*(?P<key>[\w$]+)\s+as\s+(?P<name>[\w$]+)\s*$")
_KEYED = re.compile(rb"\s*(?P<key>[A-Za-z_$][\w$-]*)(?:\s*:\s*|\s+|(?=[(\['\"!{]))")
_ALIAS = re.compile(rb"\s+as\s+(?P<name>[\w$]+)\s*$")
_NAMED = re.compile(rb"\s*as\s+(?P<name>[\w$]+)\s*$")  # `@if (x; as y)`
_CLAUSE = re.compile(rb"(?<=[\w$)\]}'\"])\s+(?=(?:else|then|let|trackBy)\b)")
_ITERATED = "of"
_NUMBERS = frozenset({"index", "count", "$index", "$count"})
_BOOLEANS = frozenset({"first", "last", "even", "odd", "$first", "$last", "$even", "$odd"})
_IMPLICIT = tuple(sorted(n for n in _NUMBERS | _BOOLEANS if n.startswith("$")))
_ITEM = re.compile(rb"\s*(?P<name>[\w$]+)\s+of\s")
_TRACK = re.compile(rb"\s*track\b")
_GIVEN = re.compile(rb"(?P<name>[\w$]+)\s*=\s*(?P<key>[\w$]+)")


IMPLICIT = "$implicit"  # what a template is handed when it asks for nothing by name


class Role(Enum):
    """What a name of a template stands for, beside the expression that it is given with."""

    VALUE = "value"  # the expression's own value
    ITEM = "item"  # one of those that it holds
    NUMBER = "number"
    BOOLEAN = "boolean"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a directive or a block declares.

    `source`: the expression's span, if any. `key`: what a directive calls it that hands it on.
    """

    name: str
    role: Role
    source: tuple[int, int] | None = None
    key: str = IMPLICIT


@dataclass(frozen=True, slots=True)
class Parts:
    """The spans of a directive's expressions under their keys, and the names that it declares."""

    expressions: tuple[tuple[str, tuple[int, int]], ...]
    names: tuple[Name, ...]


def role_of(key: str) -> Role:
    """What a loop gives under one of its own names."""
    if key in _NUMBERS:
        return Role.NUMBER
    return Role.BOOLEAN if key in _BOOLEANS else Role.UNKNOWN


def directive(data: bytes, start: int, end: int) -> Parts:
    """The parts of a structural directive's text in `data[start:end]`."""
    reading = _Reading(data)
    parts = (part for segment in _segments(data, start, end) for part in _clauses(data, *segment))
    for index, (first, last) in enumerate(parts):
        reading.segment(first, last, is_first=index == 0)
    return reading.parts()


class _Reading:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._expressions: list[tuple[str, tuple[int, int]]] = []
        self._names: list[Name] = []
        self._item: str | None = None

    def parts(self) -> Parts:
        rest = [Name(self._item, Role.UNKNOWN)] if self._item is not None else []
        return Parts(tuple(self._expressions), (*self._names, *rest))

    def segment(self, first: int, last: int, *, is_first: bool) -> None:
        declared = _LET.match(self._data, first, last)
        if declared is not None:
            self._declare(declared)
            is_first, first = False, declared.end()
            if not self._data[first:last].strip():
                return
        named = _NAMED.fullmatch(self._data, first, last)
        if named is not None and self._expressions:
            source = self._expressions[-1][1]
            self._names.append(Name(named["name"].decode(), Role.VALUE, source))
            return
        exported = _EXPORTED.fullmatch(self._data, first, last)
        role = role_of(exported["key"].decode()) if exported is not None else Role.UNKNOWN
        if exported is not None and role is not Role.UNKNOWN:
            self._names.append(Name(exported["name"].decode(), role))
            return
        keyed = None if is_first else _KEYED.match(self._data, first, last)
        key = keyed["key"].decode() if keyed is not None else ""
        self._expression(key, keyed.end() if keyed is not None else first, last)

    def _declare(self, match: re.Match[bytes]) -> None:
        name, key = match["name"].decode(), match["key"]
        if key is not None:
            self._names.append(Name(name, role_of(key.decode()), key=key.decode()))
        elif self._item is None:
            self._item = name
        else:
            self._names.append(Name(name, Role.UNKNOWN))

    def _expression(self, key: str, first: int, last: int) -> None:
        span, alias = aliased(self._data, first, last)
        if span is None:
            return
        self._expressions.append((key, span))
        if key == _ITERATED and self._item is not None:
            self._names.append(Name(self._item, Role.ITEM, span))
            self._item = None
        if alias is not None:
            self._names.append(Name(alias, Role.VALUE, span))


def loop(data: bytes, start: int, end: int) -> Parts:
    """The parts of `@for (x of xs; track x.id; let i = $index)`, without the brackets."""
    expressions: list[tuple[str, tuple[int, int]]] = []
    names = [Name(key, role_of(key)) for key in _IMPLICIT]
    for first, last in _segments(data, start, end, b";"):
        head, tracked = _ITEM.match(data, first, last), _TRACK.match(data, first, last)
        match = head or tracked
        span = trimmed(data, match.end(), last) if match is not None else None
        if span is not None:
            expressions.append(("", span))
        if head is not None:
            names.append(Name(head["name"].decode(), Role.ITEM, span))
        elif tracked is None:
            found = _GIVEN.finditer(data, first, last)
            names += [Name(m["name"].decode(), role_of(m["key"].decode())) for m in found]
    return Parts(tuple(expressions), tuple(names))


def aliased(data: bytes, start: int, end: int) -> tuple[tuple[int, int] | None, str | None]:
    """The span of the expression of `expression as name`, and the name."""
    match = _ALIAS.search(data, start, end)
    last = match.start() if match is not None else end
    span = trimmed(data, start, last)
    return span, match["name"].decode() if match is not None else None


def trimmed(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """The span without the spaces around it; None if nothing is left."""
    text = data[start:end]
    inner = text.strip()
    if not inner:
        return None
    first = start + len(text) - len(text.lstrip())
    return first, first + len(inner)


def _clauses(data: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The same of what no `;` stands between: `rows.length else none`."""
    open_ = {at for at, _ in outermost(data, start, end)}
    first = start
    for match in _CLAUSE.finditer(data, start, end):
        if match.start() in open_:
            yield first, match.start()
            first = match.end()
    yield first, end


def _segments(
    data: bytes, start: int, end: int, separators: bytes = b";,"
) -> Iterator[tuple[int, int]]:
    first = start
    for at, byte in outermost(data, start, end):
        if byte in separators:
            yield first, at
            first = at + 1
    yield first, end
