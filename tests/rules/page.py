"""From a rule's page to its sections and cases; the format is in `rules/README.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

SECTIONS = ("What it does", "Why this is bad", "When not to use it", "Fix safety", "Cases")

_OPENING = r"[ \t]*(?://|/\*|\{/\*|<!--|#)[ \t]*(?P<kind>finding|unverified):[ \t]*"
_MARK = re.compile(
    rf"{_OPENING}(?P<text>.*?)[ \t]*(?:\*/\}}?|-->)?[ \t]*"
    rf"(?=$|{_OPENING.replace('?P<kind>', '?:')})",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A finding of `rule` (`unverified` for what can't be decided) expected on a line (1-based)."""

    file: str
    row: int
    rule: str
    words: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A file of a case without its marks, and the marks."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A heading of a page with the files below it; `safe` and `unsafe` are those after fixes."""

    name: str
    files: Mapping[str, Text]
    safe: Mapping[str, Text]
    unsafe: Mapping[str, Text]
    said: str


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    sections: tuple[str, ...]
    cases: tuple[Case, ...]


def read_page(path: Path) -> Page:
    """The page in a file."""
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    title, sections, cases = "", [], []
    shared: list[Token] = []
    for level, heading, body in _headings(tokens):
        if level == 1:
            title = heading
        elif level == 2:
            sections.append(heading)
            shared = _fences(body) if heading == "Cases" else []
        elif level == 3 and sections[-1:] == ["Cases"]:
            said = " ".join(t.content for t in body if t.type == "inline")
            cases.append(_case(heading, [*shared, *_fences(body)], said))
    return Page(title, tuple(sections), tuple(cases))


def _headings(tokens: list[Token]) -> Iterator[tuple[int, str, list[Token]]]:
    starts = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        yield int(tokens[start].tag[1]), tokens[start + 1].content, tokens[start + 3 : end]


def _fences(tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if token.type == "fence"]


def _case(name: str, fences: list[Token], said: str) -> Case:
    files: dict[str, Text] = {}
    safe: dict[str, Text] = {}
    unsafe: dict[str, Text] = {}
    for fence in fences:
        _, file, *flags = fence.info.split()
        kinds = {(): files, ("fixed",): safe, ("fixed", "unsafe"): unsafe}
        kinds[tuple(flags)][file] = _text(file, fence.content)
    return Case(name, files, safe, unsafe, said)


def _text(file: str, content: str) -> Text:
    marks = tuple(
        mark
        for match in _MARK.finditer(content)
        for mark in _marks(file, content.count("\n", 0, match.start()) + 1, match)
    )
    return Text(_MARK.sub("", content), marks)


def _marks(file: str, row: int, match: re.Match[str]) -> Iterator[Mark]:
    if match["kind"] == "unverified":
        yield Mark(file, row, "unverified", match["text"])
        return
    rules, _, words = match["text"].partition(": ")
    for rule in rules.split(","):
        yield Mark(file, row, rule.strip(), words.strip())
