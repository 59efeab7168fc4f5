"""From a file's bytes and the edits of one round to its new bytes."""

from __future__ import annotations

from collections.abc import Iterable

from fixer.diagnostics import Edit


class EditError(Exception):
    """Edits that can't be applied to this text; the message says why."""


def apply(text: bytes, edits: Iterable[Edit]) -> bytes:
    """`text` with every edit applied at its byte offsets; identical edits count once.

    Line feeds in an edit's content become the file's own line ending. Raises EditError for edits
    that overlap, lie outside the text or would leave it undecodable.
    """
    newline = line_ending(text)
    pieces: list[bytes] = []
    position = 0
    for edit in sorted(dict.fromkeys(edits), key=lambda edit: (edit.start, edit.end)):
        if not 0 <= edit.start <= edit.end <= len(text):
            raise EditError(f"an edit of bytes {edit.start}-{edit.end} lies outside the file")
        if edit.start < position:
            raise EditError(f"two edits overlap at byte {edit.start}")
        pieces += [text[position : edit.start], _encoded(edit.content, newline)]
        position = edit.end
    pieces.append(text[position:])
    changed = b"".join(pieces)
    if _decodes(text) and not _decodes(changed):
        raise EditError("an edit cuts a character in two")
    if not _decodes(text) and not all(piece.isascii() for piece in pieces[1::2]):
        raise EditError("the file is not UTF-8")
    return changed


def line_ending(text: bytes) -> str:
    """The line ending that most lines of `text` have."""
    crlf = text.count(b"\r\n")
    return "\r\n" if crlf > text.count(b"\n") - crlf else "\n"


def _encoded(content: str, newline: str) -> bytes:
    return content.replace("\r\n", "\n").replace("\n", newline).encode()


def _decodes(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True
