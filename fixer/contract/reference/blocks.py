"""A reference document, Markdown or flattened to plain text, into one stream of blocks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from markdown_it import MarkdownIt
from markdown_it.token import Token

from fixer.contract.example import extent
from fixer.contract.reference.labels import label_of


class BlockKind(Enum):
    """What a block is to a reader."""

    HEADING = "heading"
    TEXT = "text"
    BULLET = "bullet"
    CODE = "code"
    HEADER = "header"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One line or block of the document, marks removed; `line` is 1-based.

    `level`: a heading's (1-6). `language`: of a code fence. `cells`: of a table's row.
    """

    kind: BlockKind
    text: str
    line: int
    level: int = 0
    language: str = ""
    cells: tuple[str, ...] = ()


_MARKDOWN = re.compile(
    r"^(?:#{1,6} \S|```|~~~|\|?\s*:?-{3,}:?\s*\||\s*[-*+] (?:\[[ xX]\] |.*`))|\*\*\w[^*\n]*\*\*",
    re.MULTILINE,
)


def blocks(text: str, *, markdown: bool) -> tuple[Block, ...]:
    """The document's blocks; a text without any mark of Markdown is read as pasted text."""
    if markdown or _MARKDOWN.search(text):
        return tuple(_from_markdown(text))
    return tuple(_from_plain(text.split("\n"), 1))


_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)


@dataclass(slots=True)
class _Place:
    """Where in the Markdown's nesting the next inline text stands."""

    heading: int = 0
    bullet_is_open: bool = False
    row: list[str] | None = None
    row_kind: BlockKind = BlockKind.ROW
    line: int = 1


def _from_markdown(text: str) -> Iterator[Block]:
    place = _Place()
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        line = token.map[0] + 1 if token.map else 1
        match token.type:
            case "heading_open":
                place.heading = int(token.tag[1])
            case "heading_close":
                place.heading = 0
            case "list_item_open" | "list_item_close":
                place.bullet_is_open = token.type == "list_item_open"
            case "thead_open":
                place.row_kind = BlockKind.HEADER
            case "thead_close":
                place.row_kind = BlockKind.ROW
            case "tr_open":
                place.row, place.line = [], line
            case "tr_close" if place.row is not None:
                cells = tuple(place.row)
                yield Block(place.row_kind, " | ".join(cells), place.line, cells=cells)
                place.row = None
            case "fence" | "code_block":
                words = token.info.strip().split()
                # A fence's content begins on the line behind its opening.
                first = line + 1 if token.type == "fence" else line
                language = words[0].lower() if words else ""
                yield Block(BlockKind.CODE, token.content, first, language=language)
            case "html_block":
                yield from _from_plain(_TAG.sub("", token.content).split("\n"), line)
            case "inline":
                yield from _inline(token, place, line)


def _inline(token: Token, place: _Place, line: int) -> Iterator[Block]:
    text = _plain(token)
    if place.row is not None:
        place.row.append(text)
    elif place.heading:
        yield Block(BlockKind.HEADING, text, line, level=place.heading)
    elif place.bullet_is_open:
        place.bullet_is_open = False
        yield from _bullet(text, line)
    else:
        yield from _from_plain(text.split("\n"), line)


def _plain(token: Token) -> str:
    """The text of an inline token, of its marks only those of code; line breaks stay."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "text_special"):
            parts.append(child.content)
        elif child.type == "code_inline":
            # The marks tell a name from a word: `total`, not `sum`.
            parts.append(f"`{child.content}`")
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
    return "".join(parts)


def _bullet(text: str, line: int) -> Iterator[Block]:
    """A bullet's text as one block; a label on a later line begins a block of its own."""
    joined = ""
    for offset, part in enumerate(text.split("\n")):
        if joined and label_of(part):
            yield Block(BlockKind.BULLET, joined, line)
            joined, line = "", line + offset
        joined = f"{joined} {part}".strip()
    yield Block(BlockKind.BULLET, joined, line)


# Pasted text: a bullet's mark stands at a line's beginning, or alone, or runs on behind a sentence.
_BULLET = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])(?:\s+(?P<text>.*)|\Z)")
_RUN_ON = re.compile(r"\s-(?:\s+(?=[A-Z`])|\s*\Z)")
# A bracket that opens an example, not `{id}`, `[optional]` or a link.
_JSON = re.compile(
    r"\s*(?:\{(?=\s*(?:[\"'}/]|\.\.\.|…|\w+\??\s*:|\Z))"
    r"|\[(?=\s*(?:[{\[\"'\d\-/]|\](?!\s*\w)|\.\.\.|true|false|null|\Z)))"
)
_COMPONENT = re.compile(r"\W*[A-Z]\w*\.(?:tsx|jsx|vue|svelte)\W*\Z")


def _from_plain(lines: list[str], first: int) -> Iterator[Block]:
    """Lines of text without marks: headings by their look, JSON by its brackets."""
    text = "\n".join(lines)
    position = counted = 0
    number = first
    bullet: Block | None = None
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        number += text.count("\n", counted, position)
        counted = position
        if opening := _JSON.match(line):
            if bullet:
                yield bullet
                bullet = None
            stop = extent(text, position + opening.end() - 1)
            yield Block(BlockKind.CODE, text[position:stop], number)
            position = stop + 1 if text.startswith("\n", stop) else stop
            continue
        position = end + 1
        if bullet and not _ends_bullet(line):
            parts = _RUN_ON.split(line)
            bullet = _grown(bullet, parts[0])
        elif match := _BULLET.match(line):
            if bullet:
                yield bullet
            parts = _RUN_ON.split(match["text"] or "")
            bullet = Block(BlockKind.BULLET, parts[0].strip(), number)
        else:
            if bullet:
                yield bullet
                bullet = None
            if line.strip():
                kind = BlockKind.HEADING if _is_heading(line) else BlockKind.TEXT
                level = 2 if _COMPONENT.match(line) else int(kind is BlockKind.HEADING)
                yield Block(kind, line.strip(), number, level=level)
            continue
        for part in parts[1:]:
            yield bullet
            bullet = Block(BlockKind.BULLET, part.strip(), number)
    if bullet:
        yield bullet


def _grown(bullet: Block, text: str) -> Block:
    return Block(bullet.kind, f"{bullet.text} {text.strip()}".strip(), bullet.line)


def _ends_bullet(line: str) -> bool:
    return bool(
        not line.strip() or _BULLET.match(line) or _is_heading(line) or label_of(line.strip())
    )


def _is_heading(line: str) -> bool:
    words = line.strip()
    if _COMPONENT.match(words):
        return True
    if len(words) > 80 or "/" in words or words.endswith((".", ":", ",")):
        return False
    letters = [char for char in words if char.isalpha()]
    shouts = len(letters) > 3 and all(char.isupper() for char in letters) and " " in words
    return shouts or (bool(letters) and unicodedata.category(words[0]) == "So")
