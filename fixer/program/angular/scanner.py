"""A template's bytes become its interpolations, its blocks, and a text that HTML's grammar reads.

Angular puts into the text of elements what no HTML parser expects: `{{ a < b }}`,
`@if (a < b) { … }`. It is found here, and blanked out for the parser at the same offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"""(?P<comment> <!--.*?--> )
       | (?P<raw> <(?P<name>script|style)\b .*? </(?P=name)\s*> )
       | (?P<tag> </?[A-Za-z] (?: "[^"]*" | '[^']*' | [^"'>] )* > )
       | \{\{ (?!\{) (?P<shown> .*? ) \}\}
       | @let \s+ (?P<let> [\w$]+ ) \s* = (?!=)
       | @ (?P<block> else\s+if | if | else | for | empty | switch | case | default | defer
             | placeholder | loading | error ) \b \s* (?= [({] )
       | \{ \s* (?= (?P<icu> [^{}]+? ) \s* , \s* (?: plural | select | selectordinal ) \s* , )
       | (?P<open> \{ ) | (?P<close> \} ) | (?P<stray> & | > | < (?! [A-Za-z/!] ) )
    """,
    re.VERBOSE | re.DOTALL,
)
_PAIRS = {0x28: 0x29, 0x5B: 0x5D, 0x7B: 0x7D}
_QUOTES = b"\"'`"
_IN_TAG = re.compile(rb"\"[^\"]*\"|'[^']*'|/(?!\s*>)")


@dataclass(frozen=True, slots=True)
class Block:
    """`@name (parameters) { … }`: where its parameters stand, and all of it."""

    name: str
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Let:
    """`@let name = value;`"""

    name: str
    first: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class Scan:
    """What a template's text holds; `shown` are the expressions of interpolations.

    `masked` is the whole file with Angular's own syntax blanked out inside the template.
    """

    shown: tuple[tuple[int, int], ...]
    blocks: tuple[Block, ...]
    lets: tuple[Let, ...]
    masked: bytes


def scan(data: bytes, start: int, end: int) -> Scan:
    """The template in `data[start:end]`."""
    return _Scanner(data, start, end).scan()


class _Scanner:
    def __init__(self, data: bytes, start: int, end: int) -> None:
        self._data, self._start, self._end = data, start, end
        self._shown: list[tuple[int, int]] = []
        self._blocks: list[Block] = []
        self._lets: list[Let] = []
        self._masked = bytearray(data)
        self._open: list[tuple[str, int, int, int] | None] = []

    def scan(self) -> Scan:
        at = self._start
        while (match := _TOKEN.search(self._data, at, self._end)) is not None:
            at = self._take(match)
        while self._open:
            self._close(self._end)
        return Scan(tuple(self._shown), tuple(self._blocks), tuple(self._lets), bytes(self._masked))

    def _take(self, match: re.Match[bytes]) -> int:
        """Notes a token down, and says where the next one may begin."""
        if match["tag"] is not None:
            self._mask_slashes(match)
        elif match["shown"] is not None:
            self._shown.append(match.span("shown"))
            self._blank(*match.span())
        elif match["let"] is not None:
            return self._let(match)
        elif match["block"] is not None:
            return self._block(match)
        elif match["icu"] is not None:
            self._shown.append(match.span("icu"))
            self._blank(match.start(), match.end("icu"))
            self._open.append(None)
        elif match["open"] is not None:
            self._open.append(None)
        elif match["close"] is not None:
            self._close(match.end())
        elif match["stray"] is not None:
            self._blank(*match.span())
        return match.end()

    def _mask_slashes(self, match: re.Match[bytes]) -> None:
        """`[class.w-1/2]="x"`: HTML allows the name, the grammar does not."""
        for slash in _IN_TAG.finditer(self._data, match.start() + 2, match.end()):
            if slash[0] == b"/":
                self._masked[slash.start()] = 0x5F

    def _let(self, match: re.Match[bytes]) -> int:
        last = until(self._data, match.end(), self._end, b";")
        name = match["let"].decode()
        self._lets.append(Let(name, match.end(), last, self._end))
        self._blank(match.start(), last)
        return last

    def _block(self, match: re.Match[bytes]) -> int:
        first = last = match.end()
        if self._data[first : first + 1] == b"(":
            first += 1
            last = until(self._data, first, self._end, b")")
        brace = self._data.find(b"{", last, self._end)
        if brace < 0 or self._data[last:brace].strip(b") \t\r\n"):
            return match.end()
        name = " ".join(match["block"].decode().split())
        self._open.append((name, first, last, match.start()))
        self._blank(match.start(), brace + 1)
        return brace + 1

    def _close(self, end: int) -> None:
        opened = self._open.pop() if self._open else None
        if opened is not None:
            self._blocks.append(Block(*opened, end))
            self._lets = [_ended(let, opened[3], end) for let in self._lets]

    def _blank(self, start: int, end: int) -> None:
        self._masked[start:end] = _blanked(self._data[start:end])


def _ended(let: Let, start: int, end: int) -> Let:
    """The name, ending with the block that it is declared in."""
    if let.end > end and start < let.first < end:
        return Let(let.name, let.first, let.last, end)
    return let


def _blanked(data: bytes) -> bytes:
    return re.sub(rb"[^\r\n]", b"x", data)


def until(data: bytes, start: int, end: int, stop: bytes) -> int:
    """Where one of the bytes `stop` stands outside strings and brackets; `end` if nowhere."""
    for at, byte in outermost(data, start, end):
        if byte in stop:
            return at
    return end


def outermost(data: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bytes of an expression outside its strings and brackets, with their offsets.

    A closing bracket that nothing opened is outside; those that are opened here are not given.
    """
    closing: list[int] = []
    at = start
    while at < end:
        byte = data[at]
        if byte in _QUOTES:
            at = _string_end(data, at, end)
            continue
        if byte in _PAIRS:
            closing.append(_PAIRS[byte])
        elif closing and byte == closing[-1]:
            closing.pop()
        elif not closing:
            yield at, byte
        at += 1


def _string_end(data: bytes, start: int, end: int) -> int:
    at = start + 1
    while at < end and data[at] != data[start]:
        at += 2 if data[at] == 0x5C else 1
    return at + 1
