"""What can differ between two versions of a contract, named as oasdiff names it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fixer.contract.model import Location, Operation


class Level(Enum):
    """What a change does to a client: breaks it, may break it, or doesn't."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Side(Enum):
    """Whether a shape is sent or received by the client."""

    REQUEST = "request"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class Target:
    """A property's place in a contract: in a named schema, or in an operation's own shape.

    `schema`: the component's name, or None for a shape that stands in `method` `path`'s body or
    response (`side`). `steps` lead from there to the property: names, `[]` into a list's
    elements, `{}` into a map's values, `|n` into the nth variant.
    """

    schema: str | None
    steps: tuple[str, ...]
    method: str = ""
    path: str = ""
    side: Side = Side.RESPONSE


@dataclass(frozen=True, slots=True)
class FieldRename:
    """`old` is called `new` now, at `target` in the new contract. `score`: 0 to 1."""

    old: str
    new: str
    target: Target
    score: float
    accepted: bool
    stated: bool
    location: Location | None


@dataclass(frozen=True, slots=True)
class RouteRename:
    """The operation `old` has moved to `new`. `score`: 0 to 1."""

    old: Operation
    new: Operation
    score: float
    accepted: bool
    stated: bool


Rename = FieldRename | RouteRename


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `id` is oasdiff's, or one of its form for renames, which it doesn't have.

    `where`: the operation or named schema. `location`: in the new version, of what is gone in
    the old one. `rename`: set on renames, accepted or only candidates.
    """

    id: str
    level: Level
    where: str
    message: str
    location: Location | None = None
    rename: Rename | None = None
