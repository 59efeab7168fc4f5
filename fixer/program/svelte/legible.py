"""What Svelte's grammar can't read, as something of the same length that it can."""

from __future__ import annotations

import re

# `Save & exit`: the grammar asks for an entity.
_AMPERSAND = re.compile(rb"&(?=[\s&])")
_ATTACHED = re.compile(rb"\{@attach\b")
_GENERIC = re.compile(rb"(\{#snippet\s+[\w$]+)(<[^({]*>)(?=\()")
_EACH = re.compile(rb"\{(?:#(each)\s|/each\s*\})")
_CONST = re.compile(rb"\sas\s+const\b")
_NAMED = re.compile(rb"\sas\s")
_BRACES = re.compile(rb"[{}]")


def legible(data: bytes) -> bytes:
    """The text of a component, in which each byte that is read stands where it stood."""
    if b"&" in data:
        data = _AMPERSAND.sub(b"_", data)
    if b"{@attach" in data:
        data = _ATTACHED.sub(b"{...    ", data)
    if b"{#snippet" in data:
        data = _GENERIC.sub(lambda found: found[1] + b" " * len(found[2]), data)
    if b"{#each" not in data:
        return data
    return _with_plain_loops(_without_const(data) if _CONST.search(data) else data)


def _without_const(data: bytes) -> bytes:
    """Loops over what is written there, `{#each ['a' as const] as row}`, by the last `as` alone."""
    text = bytearray(data)
    for found in _EACH.finditer(data):
        for said in _CONST.finditer(data, found.end() - 1, _end(data, found.start())):
            text[said.start() : said.end()] = b" " * len(said[0])
    return bytes(text)


def _with_plain_loops(data: bytes) -> bytes:
    """Loops that name no element as `{#key rows}…{/key}`: `{#each rows}`, `{#each rows, i}`."""
    text = bytearray(data)
    around: list[int | None] = []  # where each loop begins; None: it names its element
    for found in _EACH.finditer(data):
        if found[1]:
            names = _NAMED.search(data, found.end() - 1, _end(data, found.start()))
            around.append(None if names else found.start())
        elif not around:
            return data
        elif (start := around.pop()) is not None:
            text[start + 2 : start + 6] = b"key "
            text[found.start() : found.end()] = found[0].replace(b"each", b"key ")
    return bytes(text)


def _end(data: bytes, start: int) -> int:
    """Where the brace at `start` is closed."""
    depth = 0
    for found in _BRACES.finditer(data, start):
        depth += 1 if found[0] == b"{" else -1
        if depth == 0:
            return found.end()
    return len(data)
