"""What a regular expression says of a string that has holes: `/^https?:/.test(url)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from tree_sitter import Node

from fixer.program.evaluate.values import Text, Value, candidates
from fixer.program.module import Module
from fixer.program.scopes import BindingKind
from fixer.program.syntax import children_of, text

_OF_TEXTS = frozenset({"match"})
_OF_PATTERNS = frozenset({"test", "exec"})
_SPECIAL = frozenset(".^$*+?()[]{}|")
# What an escaped letter or digit means is no character of that name.
_MEANS = re.compile(r"\w")
_MOST = 16


@dataclass(frozen=True, slots=True)
class Heads:
    """What a text that an expression finds begins with; `whole`: that is all that it asks for."""

    texts: tuple[str, ...]
    whole: bool
    ignores_case: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A call that holds the expression `pattern` against `subject`."""

    subject: Node
    pattern: Node


def asked(module: Module, call: Node) -> Asked | None:
    """The call as such a question: `x.match(/a/)`, `/a/.test(x)`; None: it is none."""
    callee, arguments = (call.child_by_field_name(f) for f in ("function", "arguments"))
    if callee is None or callee.type != "member_expression" or arguments is None:
        return None
    target, name = (callee.child_by_field_name(f) for f in ("object", "property"))
    if target is None or name is None or text(name) not in _OF_TEXTS | _OF_PATTERNS:
        return None
    given = children_of(arguments)
    if len(given) != 1:
        return None
    subject, other = (target, given[0]) if text(name) in _OF_TEXTS else (given[0], target)
    pattern = _regex(module, other)
    return Asked(subject, pattern) if pattern is not None else None


def _regex(module: Module, node: Node) -> Node | None:
    """A regular expression that is written here, or as a constant of the file."""
    if node.type == "regex":
        return node
    binding = module.resolve(node) if node.type == "identifier" else None
    if binding is None or binding.kind is not BindingKind.CONST:
        return None
    value = binding.node.child_by_field_name("value")
    return value if value is not None and value.type == "regex" else None


def matched(value: Value, pattern: Node) -> bool | None:
    """Whether the expression finds something in whatever the value is; None: not to be told."""
    answers = {found_in(c, pattern) if isinstance(c, Text) else None for c in candidates(value)}
    return answers.pop() if len(answers) == 1 else None


def found_in(value: Text, pattern: Node) -> bool | None:
    """Whether the expression finds something in the text; None: it can't be told."""
    heads = _heads(pattern)
    if heads is None:
        return None
    known = takewhile(lambda piece: piece.text is not None, value.pieces)
    first = "".join(piece.text or "" for piece in known)
    if heads.ignores_case:
        first = first.lower()
    if any(first.startswith(head) for head in heads.texts):
        return True if heads.whole else None
    is_open = value.literal is None and any(head.startswith(first) for head in heads.texts)
    return None if is_open else False


def _heads(pattern: Node) -> Heads | None:
    """What an expression that begins with `^` wants first, as far as that is plain."""
    source, flags = (pattern.child_by_field_name(f) for f in ("pattern", "flags"))
    written = text(source) if source is not None else ""
    chosen = text(flags) if flags is not None else ""
    if "m" in chosen or not written.startswith("^"):
        return None
    ignores_case = "i" in chosen
    read = _read(written[1:])
    if read is None:
        return None
    heads, whole = read
    found = tuple(head.lower() if ignores_case else head for head in heads)
    return Heads(found, whole, ignores_case)


def _read(written: str) -> tuple[list[str], bool] | None:
    """The texts that an expression begins with, and whether nothing comes after them."""
    heads, rest = _begun(written)
    if _has_alternatives(rest):
        return None  # `^a|b`: the other alternative may begin anywhere
    return (heads, not rest) if all(heads) else None


def _begun(written: str) -> tuple[list[str], str]:
    """The texts that an expression begins with, and what of it isn't read any more."""
    heads, position = [""], 0
    for options, end in _parts(written):
        longer = [head + option for head in heads for option in options]
        if len(longer) > _MOST:
            break
        heads, position = longer, end
    return heads, written[position:]


def _has_alternatives(rest: str) -> bool:
    """Whether an alternative of the whole expression stands in its rest, groups left out."""
    depth, skips = 0, False
    for mark in rest:
        if skips:
            skips = False
        elif mark == "\\":
            skips = True
        elif mark in "([":
            depth += 1
        elif mark in ")]":
            depth -= 1
        elif mark == "|" and depth <= 0:
            return True
    return False


_PART = re.compile(r"\((?:\?:)?((?:\\.|[^\\()])*)\)|\\(.)|([^\\])", re.DOTALL)


def _parts(written: str) -> Iterator[tuple[list[str], int]]:
    """Each plain character or group of plain alternatives, with what can stand there."""
    position = 0
    while part := _PART.match(written, position):
        group, escaped, plain = part.groups()
        if (escaped and _MEANS.match(escaped)) or (plain and plain in _SPECIAL):
            return
        options = [escaped or plain]
        if group is not None:
            begun = [_begun(option) for option in re.split(r"(?<!\\)\|", group)]
            if any(rest for _, rest in begun):
                return
            options = [head for heads, _ in begun for head in heads]
        position = part.end()
        following = written[position : position + 1]
        if following in ("*", "+", "{"):
            return
        if following == "?":
            options, position = [*options, ""], position + 1
        yield options, position
