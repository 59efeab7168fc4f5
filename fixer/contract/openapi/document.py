"""YAML or JSON text into plain values whose mappings know the line of each key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TypeGuard

from fixer.contract.errors import ContractError
from fixer.contract.model import Location

Value = object


class Table(dict[str, Value]):
    """A mapping as read, its keys strings; `lines` holds the 1-based line of each key."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}

    def line_of(self, key: str) -> int:
        """The line of `key`, or of the mapping where it has no such key."""
        return self.lines.get(key, self.line)

    def table(self, key: str) -> Table:
        """The mapping under `key`; an empty one where there is none."""
        value = self.get(key)
        return value if isinstance(value, Table) else Table(self.line_of(key))

    def items_of(self, key: str) -> list[Value]:
        """The list under `key`; an empty one where there is none."""
        value = self.get(key)
        return value if isinstance(value, list) else []

    def text(self, key: str) -> str:
        """The string under `key`; empty where there is none."""
        value = self.get(key)
        return value if isinstance(value, str) else ""


def is_table(value: Value) -> TypeGuard[Table]:
    """Whether the value is a mapping."""
    return isinstance(value, Table)


def is_swagger(root: Value) -> TypeGuard[Table]:
    """Whether a document is of version 2, which is Swagger's."""
    return is_table(root) and str(root.get("swagger", "")).partition(".")[0] == "2"


def parse(text: str, source: str) -> Value:
    """The document's value. Raises ContractError with the line where the syntax breaks."""
    try:
        if text.lstrip()[:1] in ("{", "["):
            return _from_json(text)
        # A contract in JSON, the most of them, pays nothing for it.
        from fixer.contract.openapi import yamlvalues

        return yamlvalues.read(text, source)
    except json.JSONDecodeError as error:
        raise ContractError(
            f"broken JSON: {error.msg[:1].lower()}{error.msg[1:]}; mend the file",
            Location(source, error.lineno),
        ) from None
    except (RecursionError, ValueError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise ContractError(f"unreadable document: {why}", Location(source, 0)) from None


_JSON_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"(\s*:)?|[{}]|\n')


def _from_json(text: str) -> Value:
    """Reads with `json`; a scan beside it gives every object the lines of its keys.

    Objects close in the order in which `object_pairs_hook` is called, so the two meet there.
    """
    closed = _closed_objects(text)

    def table(pairs: list[tuple[str, Value]]) -> Table:
        line, lines = next(closed, (0, []))
        made = Table(line)
        for (key, value), at in zip(pairs, lines or [line] * len(pairs), strict=False):
            made[key] = value
            made.lines[key] = at
        return made

    value: Value = json.loads(text, object_pairs_hook=table)
    return value


def _closed_objects(text: str) -> Iterator[tuple[int, list[int]]]:
    line = 1
    stack: list[tuple[int, list[int]]] = []
    for match in _JSON_TOKEN.finditer(text):
        token = match.group()
        if token == "\n":
            line += 1
        elif token == "{":
            stack.append((line, []))
        elif token == "}":
            if stack:
                yield stack.pop()
        elif match.group(1):
            if stack:
                stack[-1][1].append(line)
            line += match.group(1).count("\n")
