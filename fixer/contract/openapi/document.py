"""YAML or JSON text into plain values whose mappings know the line of each key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TypeGuard

import yaml

from fixer.contract.errors import ContractError
from fixer.contract.model import Location

# libyaml where PyYAML was built with it: ten times faster on a large specification.
_Loader: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)

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
        return _from_yaml(text)
    except json.JSONDecodeError as error:
        raise ContractError(
            f"broken JSON: {error.msg[:1].lower()}{error.msg[1:]}; mend the file",
            Location(source, error.lineno),
        ) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ContractError(
            f"broken YAML: {error.problem or error.context}; mend the file",
            Location(source, mark.line + 1 if mark else 0),
        ) from None
    except yaml.YAMLError as error:
        first = str(error).splitlines()[0]
        raise ContractError(f"broken YAML: {first}; mend the file", Location(source, 0)) from None
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


_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z|0x[0-9a-fA-F]+\Z|0o[0-7]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_FIRST_OF_NUMBERS = frozenset("+-.0123456789")


def _from_yaml(text: str) -> Value:
    """Builds values from libyaml's events by YAML 1.2's core schema (`on` and `no` are strings)."""
    loader = _Loader(text)
    try:
        return _Builder().build(loader)
    finally:
        loader.dispose()


class _Builder:
    """Open collections, innermost last, and the key that waits for its value in each."""

    def __init__(self) -> None:
        self.anchors: dict[str, Value] = {}
        self.stack: list[tuple[Table | list[Value], str | None]] = []
        self.key: str | None = None
        self.root: Value = None

    def build(self, loader: yaml.CSafeLoader | yaml.SafeLoader) -> Value:
        depth_limit = 1000
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.ScalarEvent):
                self.scalar(event)
            elif isinstance(event, yaml.MappingStartEvent):
                self.open(Table(_line(event)), event)
            elif isinstance(event, yaml.SequenceStartEvent):
                self.open([], event)
            elif isinstance(event, yaml.CollectionEndEvent):
                value, self.key = self.stack.pop()
                self.put(value)
            elif isinstance(event, yaml.AliasEvent):
                if event.anchor not in self.anchors:
                    raise ValueError(f"line {_line(event)}: unknown *{event.anchor}")
                self.put(self.anchors[event.anchor])
            elif isinstance(event, yaml.DocumentEndEvent):
                return self.root
            if len(self.stack) > depth_limit:
                raise RecursionError
        return self.root

    def open(self, value: Table | list[Value], event: yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self.anchors[event.anchor] = value
        self.stack.append((value, self.key))
        self.key = None

    def scalar(self, event: yaml.ScalarEvent) -> None:
        text: str = event.value
        if self.stack and self.key is None:
            table = self.stack[-1][0]
            if isinstance(table, Table):
                self.key = text
                table.lines[text] = _line(event)
                return
        value = plain_scalar(text) if event.implicit[0] else text
        if event.anchor:
            self.anchors[event.anchor] = value
        self.put(value)

    def put(self, value: Value) -> None:
        if not self.stack:
            self.root = value
            return
        parent = self.stack[-1][0]
        if isinstance(parent, list):
            parent.append(value)
        elif self.key is None:
            # A collection as a key: nothing in OpenAPI has one.
            self.key = str(value)
        elif self.key == "<<" and isinstance(value, Table):
            for key, inherited in value.items():
                parent.setdefault(key, inherited)
                parent.lines.setdefault(key, value.line_of(key))
            self.key = None
        else:
            parent[self.key] = value
            self.key = None


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def plain_scalar(text: str) -> Value:
    """What a scalar without quotes is, by YAML 1.2's core schema."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _FIRST_OF_NUMBERS:
        if _INTEGER.match(text):
            return int(text, 0) if text[:2] in ("0x", "0o") else int(text)
        if _FLOAT.match(text):
            return float(text)
    return text
