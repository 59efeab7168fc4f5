"""A source text → how many places of it don't parse."""

from __future__ import annotations

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


def templates(file: str, text: str) -> tuple[tuple[int, int], ...]:
    """The spans of Angular templates in a script, in characters: texts to the compiler."""
    if Path(file).suffix != ".ts" or "@Component" not in text:
        return ()
    data = text.encode()
    query = Query(_language(file), _TEMPLATE)
    found = QueryCursor(query).captures(_parsed(file, data)).get("t", [])
    spans = [(node.start_byte, node.end_byte) for node in found]
    return tuple((len(data[:a].decode()), len(data[:b].decode())) for a, b in spans)


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
