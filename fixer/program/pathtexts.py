"""Texts in code that are paths, `'owner.name'`, by a name on them."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.words import whole_words

_SEPARATORS = frozenset({b".", b"[", b"]"})
_QUOTES = frozenset({b"'", b'"'})


def on_paths(module: Module, name: str) -> Iterator[tuple[Node, int]]:
    """The texts in which `name` is a part of a path, and where it begins."""
    data = module.data
    for start, end in whole_words(data, name.encode()):
        before, after = data[start - 1 : start], data[end : end + 1]
        is_quoted = before in _QUOTES and data[start - 2 : start - 1] == b"["
        if not is_quoted and before not in _SEPARATORS and after not in _SEPARATORS:
            continue
        line = data[data.rfind(b"\n", 0, start) + 1 : start]
        if b"'" not in line and b'"' not in line and b"`" not in line:
            continue
        node = module.innermost(start, end)
        if node is None or node.type != "string_fragment":
            continue
        if not is_quoted or node.start_byte < start:  # `row['name']` is no path
            yield node, start
