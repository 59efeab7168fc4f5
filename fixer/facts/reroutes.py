"""A request's URL and the operation that is meant become the edits that lead one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from fixer.contract.match import Routes
from fixer.contract.model import Operation
from fixer.diagnostics import Edit
from fixer.program.call import Piece, Url
from fixer.program.program import Program

_PARAMETER = re.compile(r"\{[^{}/]*\}")


@dataclass(frozen=True, slots=True)
class Run:
    """The text between two holes of a URL: its pieces, and the hole before it, if any."""

    pieces: tuple[Piece, ...]
    after: Piece | None

    @property
    def text(self) -> str:
        return "".join(p.text or "" for p in self.pieces)


def path_edits(
    program: Program, routes: Routes, url: Url, target: Operation, prefix: str
) -> list[Edit] | None:
    """The edits that make the path of `url` that of `target`; None if it can't be done so.

    `prefix`: the base path that the URL has and the contract's paths don't.
    """
    runs = _runs(url.pieces)
    wanted = _PARAMETER.split(_without_base(routes, url, target, prefix))
    if len(runs) != len(wanted):
        return None
    edits: list[Edit] = []
    for run, text in zip(runs, wanted, strict=True):
        if run.text == text:
            continue
        edit = _edit(program, run, text)
        if edit is None:
            return None
        edits.append(edit)
    return edits


def slash_edit(program: Program, url: Url) -> Edit | None:
    """The edit that gives the path of `url` the slash at its end, or takes it away."""
    run = _runs(url.pieces)[-1]
    text = run.text[:-1] if run.text.endswith("/") else f"{run.text}/"
    return _edit(program, run, text)


def _runs(pieces: Sequence[Piece]) -> list[Run]:
    found: list[Run] = []
    current: list[Piece] = []
    after: Piece | None = None
    for piece in pieces:
        if piece.text is not None:
            current.append(piece)
            continue
        found.append(Run(tuple(current), after))
        current, after = [], piece
    found.append(Run(tuple(current), after))
    return found


def _without_base(routes: Routes, url: Url, target: Operation, prefix: str) -> str:
    """The target's path as this client writes it: behind its base URL, or below its prefix."""
    written = url.template
    if prefix or not url.based:
        return prefix + target.path
    first = written.split("/", 2)[1] if "/" in written else ""
    for base in routes.bases:
        rest = target.path.removeprefix(base) if target.path.startswith(f"{base}/") else None
        if rest is not None and rest.split("/", 2)[1] == first:
            return rest
    if _starts_like_base(routes, written):
        return target.path
    longest = max((b for b in routes.bases if target.path.startswith(f"{b}/")), key=len, default="")
    return target.path.removeprefix(longest)


def _starts_like_base(routes: Routes, written: str) -> bool:
    return any(base and written.startswith(f"{base}/") for base in routes.bases)


def _edit(program: Program, run: Run, text: str) -> Edit | None:
    start, end = _difference(run.text, text)
    new = text[start : len(text) - (len(run.text) - end)]
    if not run.pieces:
        return _after_hole(program, run.after, new) if run.after is not None else None
    position = 0
    for piece in run.pieces:
        length = len(piece.text or "")
        if piece.exact and position <= start and end <= position + length:
            first = piece.start + _bytes(piece, start - position)
            return Edit(piece.path, first, piece.start + _bytes(piece, end - position), new)
        position += length
    return None


def _bytes(piece: Piece, count: int) -> int:
    return len((piece.text or "")[:count].encode())


def _difference(old: str, new: str) -> tuple[int, int]:
    """The range of `old` that differs from `new`, in whole segments: never a part of a word."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    if start < len(old) or start < len(new):
        start = _word_start(old, new, start)
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    while tail and old[len(old) - tail] != "/":
        tail -= 1
    return start, len(old) - tail


def _word_start(old: str, new: str, position: int) -> int:
    """Back to the slash before, unless one text ends, or goes on with a slash, there."""
    if position == len(old) and new[position : position + 1] in ("/", ""):
        return position
    if position == len(new) and old[position : position + 1] in ("/", ""):
        return position
    return max(old.rfind("/", 0, position) + 1, 0)


def _after_hole(program: Program, hole: Piece, new: str) -> Edit | None:
    """Text behind an expression: in its template string, or as another summand."""
    module = program.module(hole.path)
    node = module.root.descendant_for_byte_range(hole.start, hole.end)
    for up in _ancestors(node):
        if up.type == "template_substitution":
            return Edit(hole.path, up.end_byte, up.end_byte, new)
        if up.parent is not None and up.parent.type == "binary_expression":
            quote = b'"' if b'"' in (up.parent.text or b"") else b"'"
            return Edit(
                hole.path, up.end_byte, up.end_byte, f" + {quote.decode()}{new}{quote.decode()}"
            )
        if up.type not in _AROUND:
            return None
    return None


_AROUND = frozenset(
    {"identifier", "member_expression", "property_identifier", "call_expression", "arguments"}
    | {"non_null_expression", "parenthesized_expression", "as_expression", "await_expression"}
    | {"subscript_expression"}
)


def _ancestors(node: Node | None) -> Iterator[Node]:
    while node is not None:
        yield node
        node = node.parent
