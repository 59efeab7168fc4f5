"""Svelte's markup, which isn't followed → the places there that may name a property."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from fixer.diagnostics import Span
from fixer.program.words import byte_before, whole_words

SUFFIX = ".svelte"
_DOT = 0x2E
_NOT_MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_CHANGED = re.compile(rb"\s*(?:\+\+|--|(?:[-+*/%&|^]|\*\*|\|\||&&|\?\?)?=(?![=>]))")
# `{#each rows as { name }}`, `{#await load() then { name }}`, `{@const { name } = row}`
_TAKEN_APART = re.compile(rb"\{(?:#each|#await|:then|@const|#snippet)[^{}]*\{[^{}]*$")
# `row['name']`; a key, or a name of its own, of an object or of one that is taken apart.
_BRACKET, _BRACKETED = re.compile(rb"\[\s*['\"`]$"), re.compile(rb"['\"`]\s*\]")
_BEFORE_KEY, _AFTER_KEY = re.compile(rb"[{,]\s*['\"]?$"), re.compile(rb"['\"]?\s*[:,}=]")
_INNERMOST = re.compile(rb"\{[^{}]*\}")
_SET = re.compile(rb"\bbind:[\w:-]+=\{[^{}]*$")
_LONGEST = 400


def named_in_markup(path: Path, data: bytes, name: str) -> Iterator[tuple[Span, bool]]:
    """Where the markup may name a property, and whether it only reads it there."""
    if path.suffix != SUFFIX:
        return
    others = [match.span() for match in _NOT_MARKUP.finditer(data)]
    for start, end in whole_words(data, name.encode()):
        if any(first <= start < last for first, last in others):
            continue
        before = data[max(0, start - _LONGEST) : start]
        if byte_before(data, start) == _DOT:
            changes = _CHANGED.match(data, end) is not None or _SET.search(before) is not None
            yield Span(start, end), not changes
        elif _BRACKET.search(before) and (close := _BRACKETED.match(data, end)):
            yield Span(start, end), _CHANGED.match(data, close.end()) is None
        elif _TAKEN_APART.search(before) is not None:
            yield Span(start, end), True
        elif _BEFORE_KEY.search(before) and _AFTER_KEY.match(data, end) and _depth(before) > 1:
            yield Span(start, end), False


def _depth(before: bytes) -> int:
    """How many braces are open: of two the outer one is an expression's."""
    removed = 1
    while removed:
        before, removed = _INNERMOST.subn(b"", before)
    return before.count(b"{")
