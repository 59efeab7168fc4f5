"""The text that the script's grammar is given of a component: as long, at first all blank."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

_BLANK = bytes(byte if byte in b"\r\n" else 0x20 for byte in range(256))
_OPEN = ord("{")


class Kind(Enum):
    """What a part of the markup is to the script's grammar: how it is read alone, and what
    stands in for one that can't be read."""

    EXPRESSION = (b"(", b")", b"0")
    BOUND = (b"++", b";", b"$")  # what a component or an element may set: `bind:value={row.name}`
    PATTERN = (b"(", b")=>0", b"$")
    DECLARATION = (b"const ", b";", b"$")
    PARAMETERS = (b"function $", b"{}", b"()")

    @property
    def before(self) -> bytes:
        return self.value[0]

    @property
    def after(self) -> bytes:
        return self.value[1]

    @property
    def plain(self) -> bytes:
        return self.value[2]


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes `[start, end)` of the markup that the script's grammar reads as they are."""

    start: int
    end: int
    kind: Kind


class NoRoomError(Exception):
    """There are too few bytes for what the markup says to be written as a script."""


class Sheet:
    """Written to while the markup is walked through, from its beginning to its end.

    Each statement begins with a byte of the markup's own, `;`, which the brace of the block
    around it may take: see `open`.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.text = bytearray(data.translate(_BLANK))
        self.parts: list[Part] = []
        self.scripts: list[tuple[int, int]] = []

    def script(self, start: int, end: int) -> None:
        self.text[start:end] = self.data[start:end]
        self.scripts.append((start, end))

    def keep(self, start: int, end: int, kind: Kind = Kind.EXPRESSION) -> None:
        """What stands there is a part of the script, and may be edited as that."""
        self.text[start:end] = self.data[start:end]
        self.parts.append(Part(start, end, kind))

    def name(self, start: int, end: int) -> None:
        """A name that means something of the script's, and something of the markup's too."""
        self.text[start:end] = self.data[start:end]

    def put(self, start: int, end: int, written: bytes) -> None:
        """Writes into a gap, behind the brace if one has been opened there."""
        if start < end and self.text[start] == _OPEN:
            start, written = start + 1, written.removeprefix(b";")
        if end - start < len(written):
            raise NoRoomError
        self.text[start : start + len(written)] = written

    def begin(self, at: int) -> None:
        """Ends the statement before a byte, unless a brace has been opened there."""
        if self.text[at] != _OPEN:
            self.text[at] = ord(";")

    def open(self, at: int) -> None:
        """Opens a block at the first byte that is free: what follows begins with one, too."""
        while at < len(self.data) and self.data[at] in b"\r\n":
            at += 1
        if at >= len(self.data):
            raise NoRoomError
        self.text[at] = _OPEN
