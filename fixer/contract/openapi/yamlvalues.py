"""YAML's text into plain values whose mappings know the line of each key."""

from __future__ import annotations

import re

import yaml

from fixer.contract.errors import ContractError
from fixer.contract.model import Location
from fixer.contract.openapi.document import Table, Value

# libyaml where PyYAML was built with it: ten times faster on a large specification.
_Loader: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z|0x[0-9a-fA-F]+\Z|0o[0-7]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_FIRST_OF_NUMBERS = frozenset("+-.0123456789")


def read(text: str, source: str) -> Value:
    """Builds values from libyaml's events by YAML 1.2's core schema (`on` and `no` are strings).

    Raises ContractError with the line where the syntax breaks, ValueError and RecursionError.
    """
    try:
        loader = _Loader(text)  # the one in Python looks at the characters right away
        try:
            return _Builder().build(loader)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ContractError(
            f"broken YAML: {error.problem or error.context}; mend the file",
            Location(source, mark.line + 1 if mark else 0),
        ) from None
    except yaml.YAMLError as error:
        first = str(error).splitlines()[0]
        raise ContractError(f"broken YAML: {first}; mend the file", Location(source, 0)) from None


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
