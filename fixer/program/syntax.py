"""Bytes of a frontend file become syntax trees, whatever the file embeds its script in.

Node offsets are always byte offsets into the whole file, for `.vue` and `.svelte` too: their
`<script>` ranges go to the parser as included ranges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser, Point, Query, QueryCursor, Range, Tree

from fixer.program.legible import mended

EMBEDDING = frozenset({".vue", ".svelte"})
TEMPLATE = ".html"  # a template that a component names: no script, only expressions
# The nodes of JSX that have a tag's name and its attributes.
ELEMENTS = frozenset({"jsx_opening_element", "jsx_self_closing_element"})
PLAIN_TYPESCRIPT = frozenset({".ts", ".mts", ".cts"})
_TYPED_LANG = frozenset({b"ts", b"typescript"})

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
_AMPERSAND = re.compile(rb"&[^<>{}]*")


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
def _parser(language: Language) -> Parser:
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


def parse(path: Path, data: bytes) -> tuple[Tree, Language]:
    """The script of a file as one tree; a file without any script gives an empty program."""
    if path.suffix == TEMPLATE:
        return _parser(typescript()).parse(b""), typescript()
    if path.suffix not in EMBEDDING:
        language = typescript() if path.suffix in PLAIN_TYPESCRIPT else tsx()
        return _parsed(_parser(language), language, data), language
    ranges, typed = scripts(data)
    language = typescript() if typed else tsx()
    return parse_ranges(data, language, ranges), language


def parse_markup(data: bytes) -> Tree:
    """The HTML tree of a `.vue` or `.svelte` file (tree-sitter-html)."""
    return _parser(html()).parse(data)


def parse_ranges(data: bytes, language: Language, ranges: list[Range]) -> Tree:
    """One tree over the given ranges of `data`; no range at all is an empty program."""
    if not ranges:
        return _parser(language).parse(b"")
    parser = Parser(language, included_ranges=ranges)
    return _parsed(parser, language, data, ranges[0].start_byte, ranges[-1].end_byte)


def _parsed(
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


def scripts(data: bytes) -> tuple[list[Range], bool]:
    """The ranges of a file's `<script>` contents, and whether they are TypeScript."""
    ranges: list[Range] = []
    typed = False
    for element in _script_elements(parse_markup(data).root_node):
        for child in element.named_children:
            if child.type == "start_tag":
                typed = typed or _lang(child) in _TYPED_LANG
            elif child.type == "raw_text":
                ranges.append(node_range(child))
    return ranges, typed


def range_of(data: bytes, start: int, end: int) -> Range:
    """The bytes `[start, end)` of a text, for the parser."""
    return Range(_point(data, start), _point(data, end), start, end)


def _point(data: bytes, offset: int) -> Point:
    row = data.count(b"\n", 0, offset)
    return Point(row, offset - (data.rfind(b"\n", 0, offset) + 1))


def node_range(node: Node) -> Range:
    start, end = node.start_point, node.end_point
    return Range(
        Point(start.row, start.column),
        Point(end.row, end.column),
        node.start_byte,
        node.end_byte,
    )


def _script_elements(root: Node) -> Iterator[Node]:
    yield from captures(root, html(), "(script_element) @s").get("s", ())


def _lang(start_tag: Node) -> bytes | None:
    for attribute in start_tag.named_children:
        parts = attribute.named_children
        if len(parts) == 2 and parts[0].text == b"lang":
            return (parts[1].text or b"").strip(b"\"'")
    return None


def count_errors(path: Path, data: bytes) -> int:
    """How many ERROR and MISSING nodes the file's script parses with; 0 is well-formed.

    A bare `&` in JSX (`href="/?a=1&b=2"`, `<b>Save & exit</b>`) is one to the grammar alone, and
    what it misses before the text in "styled.div<{ wide: boolean }>`…`".
    """
    tree, language = parse(path, data)
    if not tree.root_node.has_error:
        return 0
    found = captures(tree.root_node, language, "(ERROR) @e (MISSING) @m")
    nodes = [node for listed in found.values() for node in listed]
    if nodes and all(_is_ampersand(node) or _is_bang(node) for node in nodes):
        return 0
    return max(1, len(nodes))


def _is_bang(node: Node) -> bool:
    """Whether it is the `!` that the grammar asks for between type arguments and a template."""
    around = node.parent
    return (
        node.is_missing
        and node.type == "!"
        and around is not None
        and around.named_child_count == 1
        and around.named_children[0].type == "instantiation_expression"
    )


def _is_ampersand(node: Node) -> bool:
    around = node.parent
    if around is None or _AMPERSAND.fullmatch(node.text or b"") is None:
        return False
    if around.type == "string":
        return around.parent is not None and around.parent.type == "jsx_attribute"
    return around.type in ("jsx_element", "jsx_fragment")


def string_value(node: Node) -> str | None:
    """The value of a string literal, or of a template string without holes; else None.

    Escapes are decoded as ECMAScript's `EscapeSequence` says.
    """
    if node.type not in ("string", "template_string"):
        return None
    parts: list[str] = []
    for child in node.named_children:
        if child.type == "string_fragment":
            parts.append(text(child))
        elif child.type == "escape_sequence":
            parts.append(unescape(text(child)))
        elif child.type == "template_substitution":
            return None
    return "".join(parts)


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


def unescape(sequence: str) -> str:
    """One ECMAScript escape sequence, backslash included, to the text it stands for."""
    body = sequence[1:]
    if body[:1] in "xu" and len(body) > 1:
        try:
            return chr(int(body[1:].strip("{}"), 16))
        except (ValueError, OverflowError):
            return body
    if body[:1] in "\r\n\u2028\u2029":
        return ""
    return _ESCAPES.get(body, body)


def text(node: Node) -> str:
    """The node's source text."""
    return (node.text or b"").decode("utf-8", "replace")


def whole_name(leaf: Node) -> Node:
    """The name that a leaf is: for a text in quotes the string around it."""
    around = leaf.parent if leaf.type == "string_fragment" else None
    return around if around is not None and around.type == "string" else leaf


def leaf_of(name: Node) -> Node:
    """The leaf that a name is: of a string the text in quotes, where nothing in it is escaped."""
    inner = name.named_children if name.type == "string" else []
    return inner[0] if len(inner) == 1 and inner[0].type == "string_fragment" else name


def children_of(node: Node) -> list[Node]:
    """The named children of a node but its comments, which may stand between any two."""
    return [child for child in node.named_children if not child.is_extra]


def first_named(node: Node) -> Node | None:
    """The first named child that is no comment; None when there is none."""
    child: Node | None = node.named_child(0) if node.named_child_count else None
    while child is not None and child.is_extra:
        child = child.next_named_sibling
    return child
