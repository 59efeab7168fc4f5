"""A source text → how many places of it don't parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

EMBEDDING = frozenset({".vue", ".svelte"})
SUFFIXES = EMBEDDING | {".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"}


_TEMPLATE = """
(decorator (call_expression function: (identifier) @d arguments: (arguments (object (pair
  key: (property_identifier) @k value: [(string) (template_string)] @t))))
  (#eq? @d "Component") (#eq? @k "template"))
"""


def errors(file: str, text: str) -> int:
    """The ERROR and MISSING nodes; 0 for languages that aren't TypeScript."""
    if Path(file).suffix not in SUFFIXES - EMBEDDING:
        return 0
    root = _parsed(file, text.encode())
    return _count(root) if root.has_error else 0


_VUE_TEMPLATE = re.compile(r"^<template\b.*^</template>", re.DOTALL | re.MULTILINE)
_ATTRIBUTE = re.compile(r"""\s([^\s<>"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?""")
_TEXT = re.compile(r"'[^']*'|`[^`]*`")
_WRITTEN = re.compile(r"(?:\$\{[^}]*\})?([^$]+)")  # of a template literal, beside its holes


def templates(file: str, text: str) -> tuple[tuple[int, int], ...]:
    """The spans of Angular templates in a script, in characters: texts to the compiler.

    Of Vue's those of attributes that are texts, and of texts in an attribute's expression.
    """
    if Path(file).suffix == ".vue":
        return tuple(_vue_texts(text))
    if Path(file).suffix != ".ts" or "@Component" not in text:
        return ()
    data = text.encode()
    query = Query(_language(file), _TEMPLATE)
    found = QueryCursor(query).captures(_parsed(file, data)).get("t", [])
    spans = [(node.start_byte, node.end_byte) for node in found]
    return tuple((len(data[:a].decode()), len(data[:b].decode())) for a, b in spans)


def _vue_texts(text: str) -> Iterator[tuple[int, int]]:
    for template in _VUE_TEMPLATE.finditer(text):
        for found in _ATTRIBUTE.finditer(text, template.start(), template.end()):
            group = 2 if found[2] is not None else 3
            start, end = found.span(group)
            if found[1].startswith(("#", "v-slot")):
                yield found.span(1)
            elif start >= 0 and not found[1].startswith((":", "@", "v-")):
                yield start, end
            elif start >= 0:
                for it in _TEXT.finditer(text, start, end):
                    yield from (part.span(1) for part in _WRITTEN.finditer(text, *it.span()))


def _parsed(file: str, data: bytes) -> Node:
    return Parser(_language(file)).parse(data).root_node


def _language(file: str) -> Language:
    plain = Path(file).suffix in {".ts", ".mts", ".cts"}
    grammar = (
        tree_sitter_typescript.language_typescript if plain else tree_sitter_typescript.language_tsx
    )
    return Language(grammar())


def _count(root: Node) -> int:
    total, waiting = 0, [root]
    while waiting:
        node = waiting.pop()
        total += node.is_error or node.is_missing
        waiting += [child for child in node.children if child.has_error or child.is_missing]
    return total
