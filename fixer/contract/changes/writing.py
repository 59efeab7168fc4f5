"""Renames into a specification's own text as `x-renamed-from`, every other byte as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from fixer.contract.changes.model import FieldRename, Rename
from fixer.contract.example import extent
from fixer.contract.model import Location

KEY = "x-renamed-from"


@dataclass(frozen=True, slots=True)
class Entry:
    """`legacy` is to stand in the mapping under the key `name` on line `location.line`."""

    name: str
    location: Location | None
    legacy: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The text with the entries in it, and those for which no place was found."""

    text: str
    unplaced: tuple[Entry, ...]


def entries(renames: Iterable[Rename]) -> tuple[Entry, ...]:
    """What to write where: one entry a property or operation, with all its old names."""
    legacy: dict[tuple[str, Location | None], list[str]] = {}
    for rename in renames:
        if isinstance(rename, FieldRename):
            place = (rename.new, rename.location)
            name = rename.old
        else:
            place = (rename.new.method.lower(), rename.new.location)
            name = f"{rename.old.method} {rename.old.path}"
        legacy.setdefault(place, []).append(name)
    return tuple(Entry(name, at, tuple(names)) for (name, at), names in legacy.items())


def write(text: str, wanted: Iterable[Entry]) -> Written:
    """The text of a YAML or JSON document with the entries in it."""
    wanted = tuple(wanted)
    is_json = text.lstrip("\ufeff \t\r\n")[:1] == "{"
    places = _json_places(text, wanted) if is_json else _yaml_places(text, wanted)
    edits: list[tuple[int, int, str]] = []
    unplaced: list[Entry] = []
    for entry in wanted:
        edit = places.get(entry)
        if edit:
            edits.append(edit)
        else:
            unplaced.append(entry)
    for start, end, content in sorted(edits, reverse=True):
        text = text[:start] + content + text[end:]
    return Written(text, tuple(unplaced))


_Edit = tuple[int, int, str]


def _yaml_places(text: str, wanted: tuple[Entry, ...]) -> dict[Entry, _Edit]:
    by_place = {(e.name, e.location.line): e for e in wanted if e.location}
    found: dict[Entry, list[_Edit]] = {}
    # libyaml's marks don't count a byte order mark.
    skipped = len(text) - len(text.removeprefix("\ufeff"))
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text[skipped:], Loader=loader)
    except yaml.YAMLError:
        # A reference document: it has no place for an extension.
        return {}
    for key, value in _keys(root):
        entry = by_place.get((key.value, key.start_mark.line + 1))
        # An alias's mapping stands elsewhere and may be shared.
        is_here = key.end_mark.index < value.start_mark.index
        if entry and is_here and isinstance(value, yaml.MappingNode):
            edit = _yaml_edit(text, value, entry, skipped)
            if edit:
                found.setdefault(entry, []).append(edit)
    return {entry: edits[0] for entry, edits in found.items() if len(edits) == 1}


def _keys(root: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Every scalar key of the document with its value, aliases once."""
    stack = [root] if root else []
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode):
                    yield key, value
                stack.append(value)
        elif isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)


def _yaml_edit(text: str, mapping: yaml.MappingNode, entry: Entry, skipped: int) -> _Edit | None:
    for key, value in mapping.value:
        if key.value == KEY:
            known = _yaml_names(value)
            names = tuple(dict.fromkeys((*known, *entry.legacy)))
            start, end = value.start_mark.index + skipped, value.end_mark.index + skipped
            if isinstance(value, yaml.ScalarNode) or value.flow_style:
                return start, end, _yaml_list(names)
            # A block list: its end mark lies behind blank lines and comments.
            last = value.value[-1]
            indent = " " * (last.start_mark.column - 2)
            more = [n for n in entry.legacy if n not in known]
            added = "".join(f"\n{indent}- {_yaml_text(name)}" for name in more)
            at = last.end_mark.index + skipped
            return at, at, added
    if mapping.flow_style:
        # An anchor or a tag may stand before the brace.
        start = text.index("{", mapping.start_mark.index + skipped)
        comma = ", " if mapping.value else ""
        return start + 1, start + 1, f"{KEY}: {_yaml_list(entry.legacy)}{comma}"
    if not mapping.value:
        return None
    first = mapping.value[0][0].start_mark
    start = first.index + skipped
    newline = "\r\n" if "\r\n" in text[:start] else "\n"
    indent = " " * first.column
    return start, start, f"{KEY}: {_yaml_list(entry.legacy)}{newline}{indent}"


def _yaml_names(node: yaml.Node) -> tuple[str, ...]:
    if isinstance(node, yaml.SequenceNode):
        return tuple(item.value for item in node.value if isinstance(item, yaml.ScalarNode))
    return (node.value,) if isinstance(node, yaml.ScalarNode) else ()


def _yaml_list(names: tuple[str, ...]) -> str:
    written = [_yaml_text(name) for name in names]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


def _yaml_text(name: str) -> str:
    """The name as a YAML scalar that is also safe in flow style."""
    is_plain = re.fullmatch(r"[A-Za-z_/][\w./ -]*", name) and name.lower() not in (
        "null", "true", "false", "yes", "no", "on", "off", "y", "n",
    )  # fmt: skip
    return name if is_plain else json.dumps(name, ensure_ascii=False)


def _json_places(text: str, wanted: tuple[Entry, ...]) -> dict[Entry, _Edit]:
    starts = [0]
    for match in re.finditer("\n", text):
        starts.append(match.end())
    places: dict[Entry, _Edit] = {}
    for entry in wanted:
        if not entry.location or not 0 < entry.location.line <= len(starts):
            continue
        line = entry.location.line
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(text)
        key = re.compile(re.escape(json.dumps(entry.name)) + r"\s*:\s*\{")
        found = [m for m in key.finditer(text, start) if m.start() < end]
        if len(found) == 1:
            places[entry] = _json_edit(text, found[0].end() - 1, entry)
    return places


def _json_edit(text: str, brace: int, entry: Entry) -> _Edit:
    """The edit of the object that opens at `brace`."""
    inner = text[brace : extent(text, brace)]
    known = json.loads(inner).get(KEY, [])
    known = [known] if isinstance(known, str) else known
    names = list(dict.fromkeys([*known, *entry.legacy]))
    written = json.dumps(names[0] if len(names) == 1 else names, ensure_ascii=False)
    if known and (place := _json_member(text, brace)):
        return (*place, written)
    # The white space before the first member stands before the new one too.
    blank = re.match(r"\s*", inner[1:])
    space = blank.group() if blank else ""
    is_empty = inner[1 + len(space) :].startswith("}")
    comma = "" if is_empty else "," + (space or " ")
    at = brace + 1 + (0 if is_empty else len(space))
    return at, at, f'"{KEY}": {written}{comma}'


def _json_member(text: str, brace: int) -> tuple[int, int] | None:
    """Where the value of the object's own `x-renamed-from` stands."""
    depth = 0
    tokens = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]')
    position = brace
    while match := tokens.search(text, position):
        token, position = match.group(), match.end()
        if token in "{[":
            depth += 1
        elif token in "}]":
            depth -= 1
            if depth == 0:
                return None
        elif depth == 1 and token == f'"{KEY}"':
            start = re.compile(r"\s*:\s*").match(text, position)
            if start:
                at = start.end()
                value = tokens.match(text, at)
                if value and value.group() == "[":
                    return at, extent(text, at)
                return (at, value.end()) if value else None
    return None
