"""What a block says at its head becomes its parts: `rows as { name }, i (key)`, `load() then v`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fixer.program.parsing import children_of, first_named, parser_of, tsx, typescript

Span = tuple[int, int]
_AS = re.compile(rb"\sas\s")
_SETTLED = re.compile(rb"\s(then|catch)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class EachHead:
    """`{#each rows as row, i (row.id)}`; `names` are the item's and the index."""

    rows: Span
    names: Span
    key: Span | None = None


@dataclass(frozen=True, slots=True)
class AwaitHead:
    """`{#await load() then value}`; `word` is what stands between, `b""` without any."""

    promise: Span
    word: bytes = b""
    value: Span | None = None


def each_head(data: bytes, start: int, end: int) -> EachHead | None:
    """The head of an `{#each}` in `[start, end)`; None: it can't be told apart."""
    found = list(_AS.finditer(data, start, end))
    for match in reversed(found):
        rows = trimmed(data, start, match.start())
        if len(found) > 1 and not is_expression(data[slice(*rows)]):
            continue
        first, last = trimmed(data, match.end(), end)
        if data[last - 1 : last] != b")":
            return EachHead(rows, (first, last))
        key = _key(data, first, last)
        if key is None:
            return None
        return EachHead(rows, trimmed(data, first, key[0]), key)
    return None


def _key(data: bytes, start: int, end: int) -> Span | None:
    """The parentheses at the end of `row, i (row.id)`, which reads as a list with a call."""
    root = parser_of(tsx()).parse(b"[" + data[start:end] + b"]").root_node
    statement = first_named(root)
    listed = first_named(statement) if statement is not None else None
    items = children_of(listed) if listed is not None and listed.type == "array" else []
    called = items[-1] if items and not root.has_error else None
    given = called.child_by_field_name("arguments") if called is not None else None
    if given is None or given.end_byte != end - start + 1:
        return None
    return start + given.start_byte - 1, end


def await_head(data: bytes, start: int, end: int) -> AwaitHead:
    """The head of an `{#await}` in `[start, end)`."""
    for match in reversed(list(_SETTLED.finditer(data, start, end))):
        promise = trimmed(data, start, match.start())
        if is_expression(data[slice(*promise)]):
            value = trimmed(data, match.end(), end)
            return AwaitHead(promise, match[1], value if value[0] < value[1] else None)
    return AwaitHead(trimmed(data, start, end))


def is_expression(text: bytes) -> bool:
    """Whether a text alone is an expression."""
    return not parser_of(typescript()).parse(b"(" + text + b")").root_node.has_error


def trimmed(data: bytes, start: int, end: int) -> Span:
    """A span without the white space at its ends."""
    inner = data[start:end]
    last = start + len(inner.rstrip())
    return start + len(inner) - len(inner.lstrip()) if last > start else last, last
