"""Where the values of path parameters come from: the lists that the backend itself sent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

_HOLE = re.compile(r"\{([^{}]+)\}")
_KEYS = ("id", "pk", "uuid", "slug", "key", "name")
_LISTS = ("results", "items", "data", "objects", "records")
_DEEPEST = 3


@dataclass(slots=True)
class Identifiers:
    """What was sent at each path that was asked, by the path without its slashes at the end."""

    bodies: dict[str, object] = field(default_factory=dict)

    def remember(self, path: str, body: object) -> None:
        self.bodies[path.rstrip("/")] = body

    def at(self, path: str) -> object:
        """The body that was sent at `path`, None if none was."""
        return self.bodies.get(path.rstrip("/"))

    def fill(self, template: str) -> str | None:
        """The template with a value in every hole; None where no list has one."""
        path = template
        while (hole := _HOLE.search(path)) is not None:
            value = self._value(path[: hole.start()], hole[1])
            if value is None:
                return None
            path = path[: hole.start()] + quote(value, safe="") + path[hole.end() :]
        return path

    def _value(self, before: str, name: str) -> str | None:
        for item in items_of(self.at(before)):
            for key in (name, *_KEYS):
                value = item.get(key)
                if isinstance(value, (str, int)) and not isinstance(value, bool) and value != "":
                    return str(value)
        return None


def items_of(body: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """The objects of the list that a body is or holds, an object with an id being one itself."""
    if isinstance(body, list):
        yield from (item for item in body if isinstance(item, dict))
        return
    if not isinstance(body, dict) or depth > _DEEPEST:
        return
    for key in _LISTS:
        if isinstance(body.get(key), (list, dict)):
            yield from items_of(body[key], depth + 1)
            return
    if any(key in body for key in ("id", "pk", "uuid")):
        yield body
