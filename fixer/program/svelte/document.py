"""A component's file as the program reads it: one script, and what of the markup isn't in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from tree_sitter import Language, Tree

from fixer.program.parsing import captures, parsed, parser_of, tsx, typescript
from fixer.program.svelte.headers import Span
from fixer.program.svelte.markup import Writer, comments_in, root_of
from fixer.program.svelte.reactive import with_declared
from fixer.program.svelte.sheet import NoRoomError, Part, Sheet
from fixer.program.svelte.tags import Given, Tag

SVELTE = ".svelte"
_FAULTS = "(ERROR) @e (MISSING) @m"


@dataclass(frozen=True, slots=True)
class Document:
    """`text` is the script, as long as the file. `scripts`, `parts`: where it is the file's own
    text. `unread`: markup that it isn't, and that may name anything."""

    text: bytes
    tree: Tree
    language: Language
    scripts: tuple[Span, ...]
    parts: tuple[Part, ...] = ()
    tags: tuple[Tag, ...] = ()
    comments: tuple[Span, ...] = ()
    unread: tuple[Span, ...] = ()

    def skeleton(self, data: bytes) -> bytes:
        """What of the file no edit may touch: all but its script and the markup's expressions."""
        kept = sorted([*self.scripts, *((part.start, part.end) for part in self.parts)])
        pieces: list[bytes] = []
        at = 0
        for start, end in kept:
            pieces.append(data[at:start])
            at = max(at, end)
        return b"\0".join([*pieces, data[at:]])

    def is_like(self, data: bytes, other: Document, other_data: bytes) -> bool:
        """Whether another file has the same markup but for expressions, each still of its kind."""
        return (
            self.skeleton(data) == other.skeleton(other_data)
            and [part.kind for part in self.parts] == [part.kind for part in other.parts]
            and len(self.unread) == len(other.unread)
            and other._faulty <= self._faulty
        )

    @property
    def _faulty(self) -> int:
        """How many parts alone aren't what they are to be: `a; b`, a comment."""
        return sum(not _is_read(self.text, part, self.language) for part in self.parts)

    def part_at(self, offset: int) -> Part | None:
        """The part of the markup that an offset stands in; None in a script."""
        last = bisect_right(self.parts, offset, key=lambda part: part.start) - 1
        found = self.parts[last] if last >= 0 else None
        return found if found is not None and offset < found.end else None

    def is_own(self, offset: int) -> bool:
        """Whether what stands there is the file's own text, not what blocks are read as."""
        in_script = any(start <= offset < end for start, end in self.scripts)
        return in_script or self.part_at(offset) is not None

    def given_at(self, offset: int) -> tuple[Tag, Given] | None:
        """The attribute of which an offset stands in the one expression."""
        for tag in self.tags:
            if tag.start <= offset < tag.end:
                for given in tag.given:
                    if given.value is not None and given.value[0] <= offset < given.value[1]:
                        return tag, given
        return None


def document(data: bytes) -> Document:
    """What the program reads of a component's file."""
    root = root_of(data)
    whole = _whole(Writer(data, root)) if not root.has_error else None
    if whole is not None and not whole.tree.root_node.has_error:
        return _finished(whole)
    alone = Writer(data, root)
    language = _language(alone)
    script = _written(alone.sheet, language)
    for found in (whole, _without_faulty(whole)) if whole is not None else ():
        if _faults(found.tree, language) <= _faults(script.tree, language):
            return _finished(found)
    comments = tuple((n.start_byte, n.end_byte) for n in comments_in(root))
    return _finished(replace(script, comments=comments, unread=_but(data, script.scripts)))


def _language(writer: Writer) -> Language:
    return typescript() if writer.scripts() else tsx()


def _whole(writer: Writer) -> Document | None:
    language = _language(writer)
    try:
        writer.markup()
    except NoRoomError:
        return None
    sheet = writer.sheet
    found = _written(sheet, language)
    return replace(found, tags=tuple(writer.tags), comments=tuple(writer.comments))


def _written(sheet: Sheet, language: Language) -> Document:
    text = bytes(sheet.text)
    tree = parsed(parser_of(language), language, text)
    return Document(text, tree, language, tuple(sheet.scripts), tuple(sheet.parts))


def _finished(found: Document) -> Document:
    text = with_declared(found.text, found.tree, found.language)
    if text == found.text:
        return found
    tree = parsed(parser_of(found.language), found.language, text)
    if _faults(tree, found.language) > _faults(found.tree, found.language):
        return found
    return replace(found, text=text, tree=tree)


def _without_faulty(found: Document) -> Document:
    """The same with something plain for each part of the markup that alone can't be read."""
    text = bytearray(found.text)
    faulty = [p for p in found.parts if not _is_read(found.text, p, found.language)]
    for part in faulty:
        blank = part.kind.plain[: part.end - part.start]
        text[part.start : part.end] = blank + b" " * (part.end - part.start - len(blank))
    tree = parsed(parser_of(found.language), found.language, bytes(text))
    unread = tuple((part.start, part.end) for part in faulty)
    parts = tuple(part for part in found.parts if part not in faulty)
    return replace(found, text=bytes(text), tree=tree, parts=parts, unread=unread)


def _is_read(text: bytes, part: Part, language: Language) -> bool:
    alone = part.kind.before + text[part.start : part.end] + part.kind.after
    return not parser_of(language).parse(alone).root_node.has_error


def _faults(tree: Tree, language: Language) -> int:
    if not tree.root_node.has_error:
        return 0
    return max(1, sum(map(len, captures(tree.root_node, language, _FAULTS).values())))


def _but(data: bytes, scripts: tuple[Span, ...]) -> tuple[Span, ...]:
    """All of a file but its scripts."""
    edges = [0, *(edge for script in scripts for edge in script), len(data)]
    return tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
