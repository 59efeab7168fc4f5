"""`slice`, `substring` and `substr` of a string: what is left of its pieces, or of its ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole, Piece
from fixer.program.evaluate.text import joined
from fixer.program.evaluate.values import (
    Later,
    Place,
    Text,
    Unknown,
    Value,
    depends_of,
    place_of,
    written,
)
from fixer.program.module import Module
from fixer.program.syntax import children_of, string_value, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

NAMES = frozenset({"slice", "substring", "substr"})
_CUTTING = NAMES | {"split", "replace", "replaceAll"}
# What looks for a place in a URL: `next.slice(next.indexOf('?'))`, `url.replace(base + '/', '')`.
# Not `name.slice(name.lastIndexOf('-') + 1)`: what other marks are in is a word.
_OF_URLS = re.compile(
    r"[/?]|ndexOf\((?!\s*(['\"`])[^'\"`/?#]+\1\s*[,)])|\.search\(|\.length\b(?!\s*-\s*1\b)"
)
# In a regular expression: `/\/rows/`, `/[?#].*/`, not `/\s?/g`.
_IN_PATTERN = re.compile(r"\\/|\\\?|\[[^\]]*[/?]")
# What takes slashes off an end: `base.replace(/\/+$/, '')`.
_SLASHES = re.compile(r"[/\\^$+*'\"`g]*")
# Between these is one segment, and before these the path.
_MARKS = frozenset({"/", "?", "#"})
_CHARACTER = frozenset({"charAt", "at"})


@dataclass(frozen=True, slots=True)
class Edge:
    """The first or last characters of what `of` says: `test` is how a string is asked for them."""

    of: Node
    test: str
    count: int


def edge_of(node: Node) -> Edge | None:
    """The end of a string that an expression takes: `x[0]`, `x[x.length - 1]`, `x.slice(-1)`."""
    if node.type == "subscript_expression":
        target, index = (node.child_by_field_name(f) for f in ("object", "index"))
        return _character(target, index) if target is not None and index is not None else None
    callee, arguments = (node.child_by_field_name(f) for f in ("function", "arguments"))
    if callee is None or callee.type != "member_expression" or arguments is None:
        return None
    target, name = (callee.child_by_field_name(f) for f in ("object", "property"))
    given = children_of(arguments)
    if target is None or name is None or not given:
        return None
    if text(name) in _CHARACTER:
        return _character(target, given[0], counts_back=text(name) == "at")
    if text(name) not in NAMES:
        return None
    first, last = text(given[0]), text(given[1]) if len(given) > 1 else ""
    if len(given) == 1 and first[:1] == "-" and first[1:].isdecimal() and text(name) != "substring":
        return Edge(target, "endsWith", int(first[1:]))
    is_start = len(given) == 2 and first == "0" and last.isdecimal()
    return Edge(target, "startsWith", int(last)) if is_start else None


def _character(target: Node, index: Node, *, counts_back: bool = False) -> Edge | None:
    at = text(index)
    if at == "0":
        return Edge(target, "startsWith", 1)
    is_last = index.type == "binary_expression" and _behind(index, target) == -1
    return Edge(target, "endsWith", 1) if is_last or (counts_back and at == "-1") else None


def sliced(
    ev: Evaluator,
    receiver: Text,
    name: str,
    arguments: Sequence[Value],
    module: Module,
    node: Node,
) -> Value:
    """What the call `node` takes of a string."""
    place = place_of(module, node)
    bounds = [_bound(ev, argument, node) for argument in arguments[:2]]
    known = [b for b in bounds if b is not None]
    if known and len(known) == len(bounds):
        start, end = known[0], known[1] if len(known) > 1 else None
        if name == "substr" and end is not None:
            behind = start + end  # of `x.length - 1` from the end, too
            end = behind if start >= 0 and (end >= 0 or behind < 0) else None
        found = _between(receiver, start, end, place)
        if found is not None:
            return found
    hole = Hole.SEVERAL if rest_of_url(name, receiver, arguments) else Hole.UNKNOWN
    return Unknown("a part of a string", depends_of(receiver), place=place, hole=hole)


def rest_of_url(name: str, receiver: Text | Unknown, arguments: Sequence[Value]) -> bool:
    """Whether a call takes a part of a text that seems a URL: it may be a path, and a query."""
    pieces = (receiver,) if isinstance(receiver, Unknown) else receiver.pieces
    is_open = not any(isinstance(p, Piece) and p.text is not None for p in pieces)
    is_open = is_open and not any(p.hole is Hole.BASE for p in pieces)
    if name not in _CUTTING or not is_open or not arguments:
        return False
    *kept, last = (a.node if isinstance(a, Later) else None for a in arguments[:2])
    if name.startswith("replace") and (last is None or string_value(last) != "" or not kept):
        return False
    asked = [it for it in (*kept, last) if it is not None]
    if name.startswith("replace") and all(_SLASHES.fullmatch(text(it)) for it in asked):
        return False
    if any(string_value(it) in _MARKS for it in asked if name == "split"):
        return False
    return any(_looks_for_url(it) for it in asked)


def _looks_for_url(argument: Node) -> bool:
    pattern = argument.child_by_field_name("pattern") if argument.type == "regex" else None
    if pattern is not None:
        return bool(_IN_PATTERN.search(text(pattern)))
    return bool(_OF_URLS.search(text(argument)))


def _bound(ev: Evaluator, argument: Value, call: Node) -> int | None:
    """A position; from the end where it is negative or `x.length - 1` of the string `x` itself."""
    if isinstance(argument, Later):
        written = argument.node
        if written.type == "unary_expression" and text(written)[1:].strip().isdecimal():
            return -int(text(written)[1:]) if text(written).startswith("-") else None
        if written.type == "binary_expression":
            return _from_length(written, call)
    value = ev.force(argument)
    literal = value.literal if isinstance(value, Text) else None
    return int(literal) if literal is not None and literal.isdecimal() else None


def _from_length(difference: Node, call: Node) -> int | None:
    callee = call.child_by_field_name("function")
    target = callee.child_by_field_name("object") if callee is not None else None
    return _behind(difference, target) if target is not None else None


def _behind(difference: Node, target: Node) -> int | None:
    """How far `x.length - 2` of the string `x` itself is from its end."""
    left, right = (difference.child_by_field_name(f) for f in ("left", "right"))
    operator = difference.child_by_field_name("operator")
    if left is None or right is None or operator is None:
        return None
    is_own = text(left) == f"{text(target)}.length" and operator.type == "-"
    return -int(text(right)) if is_own and text(right).isdecimal() else None


def _between(whole: Text, start: int, end: int | None, place: Place) -> Text | None:
    pieces = _kept(whole.pieces, start, end)
    if pieces is not None:
        return Text(joined(pieces))
    literal = whole.literal
    return written(literal[start:end], place, exact=False) if literal is not None else None


def _kept(pieces: tuple[Piece, ...], start: int, end: int | None) -> tuple[Piece, ...] | None:
    """The pieces with less at their ends; None where that takes more than one piece has."""
    if start < 0 or (end is not None and end >= 0) or not pieces:
        return None
    first = _without(pieces[0], start, 0)
    rest = (first, *pieces[1:]) if first is not None else ()
    last = _without(rest[-1], 0, -(end or 0)) if rest else None
    return (*rest[:-1], last) if last is not None else None


def _without(piece: Piece, before: int, behind: int) -> Piece | None:
    """The piece without its first and last characters; None if it has not as many."""
    if not before and not behind:
        return piece
    if piece.text is None and not before:
        return _shortened(piece, behind)
    if piece.text is None or len(piece.text) < before + behind:
        return None
    kept = piece.text[before : len(piece.text) - behind]
    if not piece.exact:
        return replace(piece, text=kept)
    start = piece.start + len(piece.text[:before].encode())
    return replace(piece, text=kept, start=start, end=start + len(kept.encode()))


def _shortened(hole: Piece, behind: int) -> Piece | None:
    """A hole without its last characters: `/files${path}` less its slash is not known more."""
    if hole.hole in (Hole.BASE, Hole.NUMBER) or any(len(v) < behind for v in hole.values):
        return None
    return replace(hole, values=tuple(v[:-behind] for v in hole.values))
