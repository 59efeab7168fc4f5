"""Tables of a TOML file with typed access, and errors that say where and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path


class ClientError(Exception):
    """A `clients.toml` that can't be used; the message is one line that says where and why."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A TOML table with typed access; `name` says in errors which one it is.

    `lines` are the file's, from index `first` on those of the table and of what follows it.
    """

    path: Path
    name: str
    content: Mapping[str, object]
    lines: list[str]
    first: int = 0

    def wrong(self, key: str, what: str) -> ClientError:
        line = self._line(key)
        return ClientError(f"{self.path}:{line}: {self.name or 'the file'}: '{key}' {what}")

    def only(self, *keys: str) -> None:
        """Raises ClientError for a key that means nothing here."""
        for key in self.content:
            if key not in keys:
                near = get_close_matches(key, keys, 1)
                hint = f"; is '{near[0]}' meant?" if near else f"; known are {', '.join(keys)}"
                raise self.wrong(key, f"is no key here{hint}")

    def _line(self, key: str) -> int:
        """The 1-based line of a key; that of the table where it has no such key."""
        if key in self.content:
            written = re.compile(rf"""(?:^|[\s{{,.\["']){re.escape(key)}["']?\s*[=\].]""")
            for number, line in enumerate(self.lines[self.first :], self.first + 1):
                if written.search(line.partition(" #")[0]):
                    return number
        return self.first + 1

    def text(self, key: str, default: str = "") -> str:
        value = self.content.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, "must be a string")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.content.get(key, [])
        value = [value] if isinstance(value, str) else value
        if not isinstance(value, list):
            raise self.wrong(key, "must be a string or a list of strings")
        if not all(isinstance(v, str) for v in value):
            raise self.wrong(key, "must be a list of strings")
        return tuple(str(v) for v in value)

    def flag(self, key: str) -> bool:
        value = self.content.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "must be true or false")
        return value

    def table(self, key: str) -> Table | None:
        value = self.content.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.wrong(key, "must be a table")
        name = f"{self.name}.{key}".strip(".")
        return Table(self.path, name, value, self.lines, self._line(key) - 1)

    def tables(self, key: str) -> list[Table]:
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.wrong(key, f"must be written [[{key}]]")
        name = f"{self.name.split()[0]}.{key}" if self.name else key
        starts = [
            number
            for number, line in enumerate(self.lines)
            if number >= self.first and line.replace(" ", "").startswith(f"[[{name}]]")
        ]
        starts += [self.first] * len(value)  # they may be written inline
        return [
            Table(self.path, f"{name} {v.get('name', '')}".strip(), v, self.lines, start)
            for v, start in zip(value, starts, strict=False)
        ]
