"""Bytes become syntax trees by one grammar, with other words where the grammar can't read them."""

from __future__ import annotations

import re
from functools import cache

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser, Point, Query, QueryCursor, Range, Tree

from fixer.program.legible import mended

# `importOriginal<typeof import("./api")>()`: the grammar takes its angle brackets for comparisons.
_IMPORTED = b"typeof import("
_IMPORT_ARGUMENT = re.compile(
    rb"""(<\s*)(typeof import\(\s*(?:"[^"\n]*"|'[^'\n]*'),?\s*\))(?=\s*>\s*\()"""
)
# `export type * from "./rows"`: the grammar knows the word only before braces.
_TYPES_OF_ALL = re.compile(rb"(\bexport\s+)type(?=\s*\*)")
# `x as App.Models.Row | null`: the grammar takes the last name for one of `x as App.Models`, read
# of it, and `|` for an operator.
_CASTS = (b" as ", b" satisfies ")
_LONG_TYPE = re.compile(rb"\s*[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){2,}")
_MISREAD = "(member_expression object: [(as_expression) (satisfies_expression)]) @m"
JOINT = "$"  # between the names of such a type, in the text that is parsed


@cache
def typescript() -> Language:
    return Language(tree_sitter_typescript.language_typescript())


@cache
def tsx() -> Language:
    """Also the grammar for JavaScript: plain JS is a subset of it."""
    return Language(tree_sitter_typescript.language_tsx())


@cache
def html() -> Language:
    import tree_sitter_html  # it brings half the standard library with it; most need no markup

    return Language(tree_sitter_html.language())


@cache
def parser_of(language: Language) -> Parser:
    return Parser(language)


@cache
def query(language: Language, source: str) -> Query:
    return Query(language, source)


def captures(node: Node, language: Language, source: str) -> dict[str, list[Node]]:
    """The nodes below `node` that the query `source` captures, by capture name, in source order.

    tree-sitter gives them in the order of a hash set: another one in every run.
    """
    found = QueryCursor(query(language, source)).captures(node)
    return {name: sorted(nodes, key=_source_order) for name, nodes in found.items()}


def _source_order(node: Node) -> tuple[int, int]:
    return node.start_byte, -node.end_byte


def parse_ranges(data: bytes, language: Language, ranges: list[Range]) -> Tree:
    """One tree over the given ranges of `data`; no range at all is an empty program."""
    if not ranges:
        return parser_of(language).parse(b"")
    parser = Parser(language, included_ranges=ranges)
    return parsed(parser, language, data, ranges[0].start_byte, ranges[-1].end_byte)


def parsed(
    parser: Parser, language: Language, data: bytes, first: int = 0, last: int | None = None
) -> Tree:
    """The tree of a text, of which only the bytes `[first, last)` are read."""
    last = len(data) if last is None else last
    legible = _legible(data, first, last)
    tree = parser.parse(legible)
    if tree.root_node.has_error and language is not html():
        legible, tree = mended(legible, tree, language, parser.parse)
    if not _has_long_cast(legible, first, last):
        return tree
    joined = bytearray(legible)
    for node in captures(tree.root_node, language, _MISREAD).get("m", ()):
        cast, name = node.child_by_field_name("object"), node.child_by_field_name("property")
        if cast is not None and name is not None:
            type_ = cast.named_children[-1]
            start, end = type_.start_byte, name.end_byte
            joined[start:end] = legible[start:end].replace(b".", JOINT.encode())
    return tree if joined == legible else parser.parse(bytes(joined))


def _legible(data: bytes, first: int, last: int) -> bytes:
    """The text, as long, with other words where the grammar can't read those that are there."""
    if data.find(b"export type", first, last) >= 0:
        data = _TYPES_OF_ALL.sub(rb"\1    ", data)
    if data.find(_IMPORTED, first, last) < 0:
        return data
    return _IMPORT_ARGUMENT.sub(lambda it: it[1] + re.sub(rb"[^\r\n]", b"_", it[2]), data)


def _has_long_cast(data: bytes, first: int, last: int) -> bool:
    """Whether a cast names a type by three names or more: `row as App.Models.Row`."""
    for word in _CASTS:
        start = data.find(word, first, last)
        while start >= 0:
            if _LONG_TYPE.match(data, start + len(word)):
                return True
            start = data.find(word, start + 1, last)
    return False


def range_of(data: bytes, start: int, end: int) -> Range:
    """The bytes `[start, end)` of a text, for the parser."""
    return Range(_point(data, start), _point(data, end), start, end)


def _point(data: bytes, offset: int) -> Point:
    row = data.count(b"\n", 0, offset)
    return Point(row, offset - (data.rfind(b"\n", 0, offset) + 1))


def text(node: Node) -> str:
    """The node's source text."""
    return (node.text or b"").decode("utf-8", "replace")


def children_of(node: Node) -> list[Node]:
    """The named children of a node but its comments, which may stand between any two."""
    return [child for child in node.named_children if not child.is_extra]


def first_named(node: Node) -> Node | None:
    """The first named child that is no comment; None when there is none."""
    child: Node | None = node.named_child(0) if node.named_child_count else None
    while child is not None and child.is_extra:
        child = child.next_named_sibling
    return child
