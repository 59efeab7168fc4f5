"""A source text → how many places of it don't parse."""

from __future__ import annotations

from pathlib import Path

import tree_sitter_typescript
from tree_sitter import Language, Node, Parser

SUFFIXES = frozenset({".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue"})


def errors(file: str, text: str) -> int:
    """The ERROR and MISSING nodes; 0 for languages that aren't TypeScript."""
    suffix = Path(file).suffix
    if suffix not in SUFFIXES - {".vue"}:
        return 0
    plain = suffix in {".ts", ".mts", ".cts"}
    grammar = (
        tree_sitter_typescript.language_typescript if plain else tree_sitter_typescript.language_tsx
    )
    tree = Parser(Language(grammar())).parse(text.encode())
    return _count(tree.root_node) if tree.root_node.has_error else 0


def _count(root: Node) -> int:
    total, waiting = 0, [root]
    while waiting:
        node = waiting.pop()
        total += node.is_error or node.is_missing
        waiting += [child for child in node.children if child.has_error or child.is_missing]
    return total
