"""The pieces of a URL into the segments of its path."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice, product
from urllib.parse import urlsplit

from fixer.contract.match import Hole as PathHole
from fixer.contract.match import Segment
from fixer.program.call import Hole, Piece, Url

_OWN_HOSTS = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "[::1]"})
MAX_VALUES = 64
_KINDS = {Hole.NUMBER: PathHole("number"), Hole.STRING: PathHole("string")}


def paths(url: Url) -> list[tuple[str, tuple[Segment, ...]]]:
    """The path for every combination of known values, each with the values chosen."""
    choices = [p.values if p.text is None and p.values else (None,) for p in url.pieces]
    found = []
    for chosen in islice(product(*choices), MAX_VALUES):
        told = ", ".join(v for v in chosen if v is not None)
        found.append((told, segments(url.pieces, chosen)))
    return found


def segments(pieces: tuple[Piece, ...], chosen: tuple[str | None, ...] = ()) -> tuple[Segment, ...]:
    """The segments of a path; `chosen` are values for the holes, by the pieces' index."""
    done: list[Segment] = []
    parts: list[str | PathHole] = []
    for index, piece in enumerate(pieces):
        value = chosen[index] if index < len(chosen) else None
        literal = piece.text if piece.text is not None else value
        if literal is None:
            parts.append(_KINDS.get(piece.hole, PathHole()))
            continue
        first, *rest = literal.split("/")
        if first:
            parts.append(first)
        for text in rest:
            done.append(_segment(parts))
            parts = [text] if text else []
    done.append(_segment(parts))
    # The path begins with a slash, before which there is nothing.
    return tuple(done[1:] if done and done[0] == "" else done)


def _segment(parts: list[str | PathHole]) -> Segment:
    merged: list[str | PathHole] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    if not merged:
        return ""
    return merged[0] if len(merged) == 1 else tuple(merged)


def is_own(origin: str, hosts: Collection[str]) -> bool:
    host = urlsplit(origin if "//" in origin else f"//{origin}").hostname or ""
    return host in _OWN_HOSTS or host in hosts
