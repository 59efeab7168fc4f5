"""A path's text into segments, and whether a contract's segment takes a request's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from fixer.contract.model import ANY, In, Kind, Parameter, Scalar, Schema

_UUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\Z", re.IGNORECASE)
_HOLE = re.compile(r"\{([^{}/]*)\}")
_PATTERNS = {
    "uuid": _UUID,
    "date": re.compile(r"\d{4}-\d\d-\d\d\Z"),
    "slug": re.compile(r"[-\w]+\Z", re.ASCII),
}
_CHARACTERS = {
    "uuid": re.compile(r"[0-9a-f-]*\Z", re.IGNORECASE),
    "date": re.compile(r"[\d-]*\Z"),
    "slug": re.compile(r"[-\w]*\Z", re.ASCII),
}
_INTEGER = re.compile(r"-?\d+\Z")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")


@dataclass(frozen=True, slots=True)
class Hole:
    """A part of a request's path that isn't known, and what is known of its value."""

    kind: Literal["number", "string", "unknown"] = "unknown"


Part = str | Hole
# Several parts make one segment: `pre-{}` is `("pre-", Hole())`.
Segment = str | Hole | tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A segment of the contract that is always the same."""

    text: str


@dataclass(frozen=True, slots=True)
class Parameterised:
    """A segment that is one parameter, and what its type lets it be."""

    kind: Kind = Kind.ANY
    format: str | None = None
    enum: tuple[Scalar, ...] = ()

    @property
    def is_untyped(self) -> bool:
        """Whether any text will do."""
        return self.kind in (Kind.ANY, Kind.STRING) and not self.format and not self.enum

    @property
    def spans_slashes(self) -> bool:
        """Whether it takes several segments at once (Django's `<path:…>`)."""
        return self.format == "path"


@dataclass(frozen=True, slots=True)
class Mixed:
    """A segment of text and parameters: `{id}.json`; `shape` is its text with `{}` as holes."""

    shape: str


Template = Fixed | Parameterised | Mixed


def split(path: str) -> tuple[Segment, ...]:
    """The segments of a path in text, `{}` or `{name}` a hole; query and fragment are left out."""
    bare = re.split(r"[?#]", path, maxsplit=1)[0]
    return tuple(_segment(text) for text in bare.removeprefix("/").split("/"))


def _segment(text: str) -> Segment:
    pieces = _HOLE.split(text)
    if len(pieces) == 1:
        return text
    # Odd pieces are the holes' names.
    parts = [Hole() if n % 2 else piece for n, piece in enumerate(pieces) if n % 2 or piece]
    return parts[0] if len(parts) == 1 else tuple(parts)


def template(path: str, parameters: Iterable[Parameter]) -> tuple[Template, ...]:
    """The segments of an operation's path, its parameters typed."""
    schemas = {p.name: p.schema for p in parameters if p.where is In.PATH}
    return tuple(_template(text, schemas) for text in path.removeprefix("/").split("/"))


def _template(text: str, schemas: dict[str, Schema]) -> Template:
    whole = _HOLE.fullmatch(text)
    if whole:
        schema = schemas.get(whole[1], ANY)
        return Parameterised(schema.kind, schema.format, schema.enum)
    return Mixed(_HOLE.sub("{}", text)) if _HOLE.search(text) else Fixed(text)


def accepts(part: Template, segment: Segment) -> bool:
    """Whether the contract's segment can be what the request has there."""
    match part:
        case Fixed(text):
            return segment == text if isinstance(segment, str) else _can_be(text, segment)
        case Mixed(shape):
            return _fits_shape(shape, segment)
        case Parameterised():
            return _takes(part, segment)


def _can_be(text: str, segment: Hole | tuple[Part, ...]) -> bool:
    """Whether unknown parts can make the segment this very text."""
    if not text:
        return False
    parts = (segment,) if isinstance(segment, Hole) else segment
    pattern = "".join(
        re.escape(p) if isinstance(p, str) else r"-?\d+" if p.kind == "number" else ".+"
        for p in parts
    )
    return re.fullmatch(pattern, text) is not None


def _fits_shape(shape: str, segment: Segment) -> bool:
    if isinstance(segment, Hole):
        return segment.kind != "number"
    first, *_, last = shape.split("{}")
    if isinstance(segment, str):
        pattern = ".+".join(re.escape(piece) for piece in shape.split("{}"))
        return re.fullmatch(pattern, segment) is not None
    begins, ends = segment[0], segment[-1]
    return (not isinstance(begins, str) or _overlap(begins, first)) and (
        not isinstance(ends, str) or _overlap(ends[::-1], last[::-1])
    )


def _overlap(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _takes(parameter: Parameterised, segment: Segment) -> bool:
    if segment == "":
        return False
    if isinstance(segment, str):
        return _is_value(parameter, segment)
    if isinstance(segment, Hole):
        # A variable of type string often holds a number; one of type number is never a UUID.
        return (
            segment.kind != "number"
            or parameter.format not in _PATTERNS
            or (parameter.format == "slug")
        )
    known = "".join(part for part in segment if isinstance(part, str))
    if parameter.kind in (Kind.INTEGER, Kind.NUMBER):
        return bool(re.fullmatch(r"[-\d.]*", known))
    characters = _CHARACTERS.get(parameter.format or "")
    return characters is None or bool(characters.match(known))


def _is_value(parameter: Parameterised, text: str) -> bool:
    if parameter.enum:
        return text in {str(value) for value in parameter.enum}
    if parameter.kind is Kind.INTEGER:
        return bool(_INTEGER.match(text))
    if parameter.kind is Kind.NUMBER:
        return bool(_NUMBER.match(text))
    if parameter.kind is Kind.BOOLEAN:
        return text.lower() in ("true", "false", "0", "1")
    pattern = _PATTERNS.get(parameter.format or "")
    return pattern is None or bool(pattern.match(text))
