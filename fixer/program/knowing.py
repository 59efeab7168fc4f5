"""What a request depends on that isn't known where it is sent, and whether a caller says more."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fixer.program.call import Dependency, Hole, Piece
from fixer.program.evaluate.values import Text
from fixer.program.sending import Sent


def dependencies(found: Iterable[Sent]) -> tuple[frozenset[Dependency], frozenset[Dependency]]:
    """What must be known to say method and path at all, and what may say more of the path."""
    required: set[Dependency] = set()
    optional: set[Dependency] = set()
    for one in found:
        required |= one.needs
        for url in one.urls:
            leading = True
            for piece in url.pieces:
                if piece.text is not None:
                    leading = leading and _is_origin(piece)
                    if "?" in piece.text:
                        break
                elif piece.hole is Hole.BASE:
                    optional |= piece.depends
                elif leading:
                    required |= piece.depends
                    leading = False
                elif not piece.values and piece.hole is not Hole.NUMBER:
                    optional |= piece.depends
    return frozenset(required), frozenset(optional - required)


def of_paths(found: Iterable[Sent]) -> frozenset[Dependency]:
    """What decides about the paths that are sent."""
    return frozenset(d for s in found for url in s.urls for p in url.pieces for d in p.depends)


def said(found: Iterable[Sent]) -> frozenset[Dependency]:
    """What decides those pieces of the URLs that are known."""
    return frozenset(
        dependency
        for one in found
        for url in one.urls
        for piece in url.pieces
        if piece.text is not None or piece.values
        for dependency in piece.depends
    )


def says_more(after: tuple[Sent, ...], before: tuple[Sent, ...]) -> bool:
    """Whether every URL says more than the one that said most without the caller.

    More words or slashes; or the same, and nothing where there was a hole: `get()` of
    `get(end = '')`.
    """
    known = {_said(url) for one in before for url in one.urls}
    most = max(known, default=(0, 0, "", 0))
    return bool(after) and all(_is_more(_said(u), most) for s in after for u in s.urls)


def _is_more(one: tuple[int, int, str, int], other: tuple[int, int, str, int]) -> bool:
    return one[:2] > other[:2] or (one[:3] == other[:3] and one[3] < other[3])


def words(found: Iterable[Sent]) -> int:
    """How many letters are written of the path of which most are."""
    return max((_words(url) for one in found for url in one.urls), default=0)


def _is_origin(piece: Piece) -> bool:
    """Whether nothing of a path is said yet: a scheme and host, or slashes."""
    return re.fullmatch(r"(\w+://[^/]*)?/*", piece.text or "") is not None


def _words(text: Text) -> int:
    """How many letters of the path are written."""
    return _said(text)[0]


def _said(text: Text) -> tuple[int, int, str, int]:
    """How many letters and slashes of the path are written, what is, and how many holes are."""
    written, holes = "", 0
    for piece in text.pieces:
        if piece.text is None:
            holes += 1
            continue
        before, mark, _ = piece.text.partition("?")
        written += before
        if mark:
            break
    return sum(c.isalpha() for c in written), written.count("/"), written, holes
