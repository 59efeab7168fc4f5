"""Bytes of a frontend file become syntax trees, whatever the file embeds its script in.

Node offsets are always byte offsets into the whole file, for `.vue` and `.svelte` too: the
`<script>` ranges of the one go to the parser as included ranges, the other is read as a script.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import Path

from tree_sitter import Language, Node, Point, Range, Tree

from fixer.program.parsing import JOINT as JOINT
from fixer.program.parsing import captures as captures
from fixer.program.parsing import children_of as children_of
from fixer.program.parsing import first_named as first_named
from fixer.program.parsing import html as html
from fixer.program.parsing import parse_ranges as parse_ranges
from fixer.program.parsing import parsed, parser_of
from fixer.program.parsing import query as query
from fixer.program.parsing import range_of as range_of
from fixer.program.parsing import text as text
from fixer.program.parsing import tsx as tsx
from fixer.program.parsing import typescript as typescript
from fixer.program.svelte.document import SVELTE, document

EMBEDDING = frozenset({".vue", ".svelte"})
TEMPLATE = ".html"  # a template that a component names: no script, only expressions
# The nodes of JSX that have a tag's name and its attributes.
ELEMENTS = frozenset({"jsx_opening_element", "jsx_self_closing_element"})
PLAIN_TYPESCRIPT = frozenset({".ts", ".mts", ".cts"})
_TYPED_LANG = frozenset({b"ts", b"typescript"})

_AMPERSAND = re.compile(rb"&[^<>{}]*")


def parse(path: Path, data: bytes) -> tuple[Tree, Language]:
    """The script of a file as one tree; a file without any script gives an empty program."""
    if path.suffix == TEMPLATE:
        return parser_of(typescript()).parse(b""), typescript()
    if path.suffix == SVELTE:
        component = document(data)
        return component.tree, component.language
    if path.suffix not in EMBEDDING:
        language = typescript() if path.suffix in PLAIN_TYPESCRIPT else tsx()
        return parsed(parser_of(language), language, data), language
    ranges, typed = scripts(data)
    language = typescript() if typed else tsx()
    return parse_ranges(data, language, ranges), language


def parse_markup(data: bytes) -> Tree:
    """The HTML tree of a `.vue` file (tree-sitter-html)."""
    return parser_of(html()).parse(data)


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


def whole_name(leaf: Node) -> Node:
    """The name that a leaf is: for a text in quotes the string around it."""
    around = leaf.parent if leaf.type == "string_fragment" else None
    return around if around is not None and around.type == "string" else leaf


def leaf_of(name: Node) -> Node:
    """The leaf that a name is: of a string the text in quotes, where nothing in it is escaped."""
    inner = name.named_children if name.type == "string" else []
    return inner[0] if len(inner) == 1 and inner[0].type == "string_fragment" else name


def ends_path(node: Node) -> bool:
    """Whether an expression is what ends a template, behind a slash: `rows/${node}`."""
    part = node.parent
    before = part.prev_sibling if part is not None else None
    if part is None or before is None or part.type != "template_substitution":
        return False
    return part.next_named_sibling is None and text(before).endswith("/")


def below(node: Node, without: Container[int] = ()) -> Iterator[Node]:
    """A node and all named nodes inside of it, in no particular order; none of `without`, by id."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.id not in without:
            yield one
            waiting.extend(one.named_children)


def is_within(inner: Node, outer: Node) -> bool:
    """Whether a node's bytes lie inside of another's, or are the same."""
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte
