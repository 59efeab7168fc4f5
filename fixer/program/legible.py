"""What TypeScript reads and the grammar doesn't → a text as long that the grammar reads alike.

Only files that the grammar found errors in come here; a change is kept if there are fewer then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from tree_sitter import Language, Node, Query, QueryCursor, Tree

MAX_ROUNDS = 3
_FAULTS = "(ERROR) @e (MISSING) @m"
# `(boolean) => void`: a parameter that bears a type's name is taken for a type in parentheses.
_PARAMETERS = "(parenthesized_type (predefined_type) @p) @t"
_ARROW = re.compile(rb"\s*=>")
# `import("./rows").Row[]`, `import("./page").Page<Row>`: an import type is read only where nothing
# follows. Its text is told by the file's own bytes.
_IMPORT_TYPE = re.compile(
    rb"""\b(?:typeof\s+)?import\((?:"[^"\n]*"|'[^'\n]*')\)(?:\.[A-Za-z_$][\w$]*)*(?=\)?\[|<)"""
)
# `{ [key in Kind]? : Row }`: the grammar knows `?:` of a mapped type in one piece only.
_OPTIONAL = re.compile(rb"\bin\s[^\[\]\n]*\](\?[ \t]+)(?=:)")
# A line that begins with `in_stock`, behind one without a semicolon, is taken for the operator.
_IN = re.compile(rb"\n[ \t]*([ \t])in[_$\d]")


def mended(
    data: bytes, tree: Tree, language: Language, parse: Callable[[bytes], Tree]
) -> tuple[bytes, Tree]:
    """The text with other words at the places that the grammar can't read, and its tree."""
    for _ in range(MAX_ROUNDS):
        other = bytearray(data)
        for start, end, text in _changes(data, tree, language):
            other[start:end] = text
        if other == data:
            break
        better = parse(bytes(other))
        if _count(better, language) >= _count(tree, language):
            break
        data, tree = bytes(other), better
        if not tree.root_node.has_error:
            break
    return data, tree


def _changes(data: bytes, tree: Tree, language: Language) -> Iterator[tuple[int, int, bytes]]:
    found = _captures(tree.root_node, language, _PARAMETERS)
    for inner in found.get("p", ()):
        outer = inner.parent
        if outer is not None and _ARROW.match(data, outer.end_byte):
            yield _masked(inner.start_byte, inner.end_byte)
    for match in _IMPORT_TYPE.finditer(data):
        yield _masked(*match.span())
    for match in _OPTIONAL.finditer(data):
        yield (*match.span(1), match[1][1:] + b"?")
    for match in _IN.finditer(data):
        if data[: match.start()].rstrip()[-1:] not in b",;{(|&":
            yield (*match.span(1), b";")


def is_masked(name: str) -> bool:
    """Whether a name stands for what the grammar can't read."""
    return name.startswith("__") and not name.strip("_")


def _masked(start: int, end: int) -> tuple[int, int, bytes]:
    return start, end, b"_" * (end - start)


def _count(tree: Tree, language: Language) -> int:
    return sum(map(len, _captures(tree.root_node, language, _FAULTS).values()))


def _captures(node: Node, language: Language, source: str) -> dict[str, list[Node]]:
    return QueryCursor(_query(language, source)).captures(node)


@cache
def _query(language: Language, source: str) -> Query:
    return Query(language, source)
