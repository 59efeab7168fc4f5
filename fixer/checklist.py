"""From a reference's own checklist and the findings to what is done and what holds the rest open.

An item says in words what it is about: a page, a file, fields, endpoints, a topic. A rule says
what its findings are about (`serves`). An item is open while a finding about its subject is left.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from pathlib import Path

from fixer.contract.model import ChecklistItem, Contract, Schema
from fixer.diagnostics import Diagnostic, Severity

TOPICS: Mapping[str, frozenset[str]] = {
    "endpoints": frozenset(
        [
            "call",
            "calls",
            "endpoint",
            "endpoints",
            "load",
            "loads",
            "path",
            "paths",
            "route",
            "routes",
            "url",
            "urls",
        ]
    ),
    "types": frozenset(["interface", "interfaces", "type", "types", "typings"]),
    "placeholders": frozenset(["dummy", "fake", "mock", "mocks", "placeholder", "placeholders"]),
}
FIELDS = "fields"
BY_HAND = frozenset(
    [
        "deploy",
        "manually",
        "restart",
        "review",
        "test",
        "tested",
        "tried",
        "try",
        "verified",
        "verify",
    ]
)

_WORD = re.compile(r"/[\w{}./-]+|[\w.-]*\w")


class State(Enum):
    """Whether an item is done, as far as checks can tell."""

    DONE = "done"
    OPEN = "open"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Progress:
    """An item, its state, the findings that hold it open, and a word on a state without any."""

    item: ChecklistItem
    state: State
    findings: tuple[Diagnostic, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an item is about. `files`: names, or stems, of the files; empty: any file."""

    files: frozenset[str]
    topics: frozenset[str]
    mentions: frozenset[str]

    def covers(self, finding: Diagnostic, serves: Collection[str]) -> bool:
        """Whether the finding is about this: in its files and of its topics, or naming its path."""
        if self.topics.isdisjoint(serves) and self.topics:
            return False
        text = f"{finding.message}\n{finding.help}"
        if any(mention in text for mention in self.mentions):
            return True
        return not self.files or not self.files.isdisjoint(_names(finding.path))


def progress(
    contract: Contract,
    findings: Sequence[Diagnostic],
    serves: Mapping[str, Collection[str]],
    files: Iterable[Path],
) -> Iterator[Progress]:
    """The state of every item. `serves`: of each rule by id, what its findings are about."""
    present = {name for path in files for name in _names(path)}
    pressing = [f for f in findings if f.severity is not Severity.NOTE]
    for item in contract.checklist:
        subject = _subject(item.text, contract)
        if subject is None:
            yield Progress(item, State.BY_HAND, note="no check decides this")
            continue
        if missing := sorted(subject.files - present):
            yield Progress(item, State.OPEN, note=f"there is no file {', '.join(missing)}")
            continue
        held = tuple(f for f in pressing if subject.covers(f, serves.get(f.rule, ())))
        yield Progress(item, State.OPEN if held else State.DONE, held)


def _subject(text: str, contract: Contract) -> _Subject | None:
    words = tuple(word.rstrip(".") for word in _WORD.findall(text))
    lower = {word.lower() for word in words}
    if lower & BY_HAND:
        return None
    pages = {page.name for page in contract.pages} & {*words}
    files = pages | {word for word in words if _is_file(word)}
    topics = {topic for topic, marks in TOPICS.items() if marks & lower}
    paths = _paths(words, contract)
    if paths:
        topics.add("endpoints")
    if not paths and any(files or "_" in word for word in {*words} & _fields(contract)):
        topics.add(FIELDS)
    if not (files or topics):
        return None
    return _Subject(frozenset(files), frozenset(topics), frozenset(paths))


def _paths(words: Sequence[str], contract: Contract) -> set[str]:
    """The contract's paths that are written out, or of which a segment stands before `endpoint`."""
    known = {operation.path for operation in contract.operations}
    named = {word for word in words if word in known}
    before = {a for a, b in pairwise(words) if b.lower().startswith("endpoint")}
    return named | {path for path in known if before & {*path.split("/")}}


def _fields(contract: Contract) -> set[str]:
    shapes = [s for o in contract.operations for s in (o.body, contract.payload(o)) if s]
    named = {name for shape in (*shapes, *contract.schemas.values()) for name in _members(shape)}
    return named | {field.path for page in contract.pages for field in page.fields}


def _members(shape: Schema) -> Iterator[str]:
    for property in shape.properties:
        yield property.name
        yield from property.legacy_names
        yield from _members(property.schema)
    inner = (shape.items, shape.values, *shape.variants)
    for schema in filter(None, inner):
        yield from _members(schema)


def _is_file(word: str) -> bool:
    return word.endswith((".ts", ".tsx", ".js", ".jsx", ".vue", ".svelte"))


def _names(path: Path) -> tuple[str, str]:
    return path.name, path.stem
