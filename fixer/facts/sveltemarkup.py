"""Svelte's markup, which isn't followed → the places there that may name a property."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from fixer.diagnostics import Span
from fixer.program.words import byte_before, whole_words

SUFFIX = ".svelte"
_DOT = 0x2E
_NOT_MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_CHANGED = re.compile(rb"\s*(?:\+\+|--|(?:[-+*/%&|^]|\*\*|\|\||&&|\?\?)?=(?![=>]))")
# `{#each rows as { name }}`, `{#await load() then { name }}`, `{@const { name } = row}`
_TAKEN_APART = re.compile(rb"\{(?:#each|#await|:then|@const|#snippet)[^{}]*\{[^{}]*$")
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
        elif _TAKEN_APART.search(before) is not None:
            yield Span(start, end), True
