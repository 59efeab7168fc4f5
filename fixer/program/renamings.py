"""A function's name becomes the other names that it is handed on under: `load: get`, `as`, `=`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.syntax import string_value, text
from fixer.program.words import byte_before, whole_words

FIELDS = frozenset({"variable_declarator", "public_field_definition"})
_CASTS = frozenset({"as_expression", "satisfies_expression", "non_null_expression"})

# `{ get: load }`, `get as load` and casts; a comment hides what stands there.
_RENAMED = re.compile(rb"\s*(?:as\b|satisfies\b|!|/|:\s*[\w$/]+\s*[,}=/])")
# `load: get,` and `load = api.get;`
_ENDED = re.compile(rb"\s*(?:[,;)}]|$)|[ \t]*\r?\n")
_GIVEN = frozenset(b":=.(/")
_COMMA, _PARENTHESIS = b",("
_OPENING, _CLOSING = frozenset(b"([{"), frozenset(b")]}")
_OPAQUE = frozenset(b"'\"`/")
_FAR = 400


def may_be_renamed(data: bytes, name: str) -> bool:
    """Whether a text could give the function `name` another name; False is certain.

    Most files only call it: they need no tree.
    """
    return any(
        _RENAMED.match(data, end) or (_ENDED.match(data, end) and _is_given(data, start))
        for start, end in whole_words(data, name.encode())
    )


def may_be_returned(data: bytes, name: str) -> bool:
    """Whether a text could return `name` itself, or as one of several; False is certain."""
    return any(
        _RETURN_ENDED.match(data, end)
        and data[max(0, start - _FAR) : start].rstrip().endswith(_RETURNING)
        for start, end in whole_words(data, name.encode())
    )


_RETURN_ENDED = re.compile(rb"[ \t]*(?:[;:)}\n]|$)")
_RETURNING = (b"return", b"=>", b"?", b":", b"return (")


def _is_given(data: bytes, start: int) -> bool:
    """Whether what begins at `start` may be a value, or an argument of a call that is one."""
    before = byte_before(data, start)
    if before != _COMMA:
        return before in _GIVEN
    opener = _opener(data, start)
    return opener is None or opener == _PARENTHESIS


def _opener(data: bytes, end: int) -> int | None:
    """The bracket around the place `end`; None if there is a text or a comment before that."""
    depth = 0
    for at in range(end - 1, max(0, end - _FAR) - 1, -1):
        byte = data[at]
        if byte in _CLOSING:
            depth += 1
        elif byte in _OPENING:
            if not depth:
                return byte
            depth -= 1
        elif byte in _OPAQUE:
            return None
    return None


# `get(`, `get<T>(`, `get?.(`, `['get'](`, `(api || get)(`; a comment hides what stands there.
_CALLED = re.compile(rb"[\s\"'`\])!]*(?:[(</`]|\?\.)")
# `<Rows url="…"/>`, `<Page.Rows>`
_TAGGED = re.compile(rb"[\s/>]")


def may_be_called(data: bytes, name: str) -> bool:
    """Whether a text could call something by `name`, or have an element of it; False is certain."""
    is_component = name[:1].isupper()
    return any(
        _CALLED.match(data, end)
        or (is_component and byte_before(data, start) in b"<." and _TAGGED.match(data, end))
        for start, end in whole_words(data, name.encode())
    )


# `send(get, url)`, `send(on ? get : undefined)`, `send(get as Fetcher)`, `send(api.get)`.
_HANDED = re.compile(rb"[\s!]*(?:[,)?:/]|\|\||&&|as\b|satisfies\b)")
_GIVING = frozenset(b"(,?:|&./")


def handed_at(data: bytes, name: str) -> Iterator[tuple[int, int]]:
    """Where a text could give `name` to a call as an argument, and certainly nowhere else."""
    for start, end in whole_words(data, name.encode()):
        if _HANDED.match(data, end) and byte_before(data, start) in _GIVING:
            yield start, end


def alias_of(node: Node) -> str | None:
    """The other name that a function gets where `node`, one of its names, is handed on."""
    node = _uncast(node)
    parent = node.parent
    if parent is None:
        return None
    if parent.type == "pair" and parent.child_by_field_name("value") == node:
        key = parent.child_by_field_name("key")
        return (string_value(key) or text(key)) if key is not None else None
    if parent.type == "pair_pattern" and parent.child_by_field_name("key") == node:
        value = parent.child_by_field_name("value")
        if value is not None and value.type == "assignment_pattern":
            value = value.child_by_field_name("left")
        return text(value) if value is not None and value.type == "identifier" else None
    if parent.type in ("import_specifier", "export_specifier"):
        alias = parent.child_by_field_name("alias")
        return text(alias) if alias is not None and alias != node else None
    value = parent
    if parent.type == "member_expression" and parent.child_by_field_name("property") == node:
        value = _uncast(parent)
        parent = value.parent or parent
    else:
        value = node
    if parent.type in FIELDS and parent.child_by_field_name("value") == value:
        name = parent.child_by_field_name("name")
        return text(name) if name is not None and name.child_count == 0 else None
    if parent.type == "assignment_expression" and parent.child_by_field_name("right") == value:
        left = parent.child_by_field_name("left")
        name = left.child_by_field_name("property") if left is not None else None
        return text(name or left) if left is not None else None
    if parent.type == "arguments" and value.type == "identifier":
        return _wrapped_name(parent)
    return None


def is_handed_out(node: Node) -> bool:
    """Whether it names what its file exports by default: `export default new Api().request`."""
    member = _uncast(node).parent
    if member is None or member.type != "member_expression":
        return False
    up = _uncast(member).parent
    is_export = up is not None and up.type == "export_statement"
    return is_export and member.child_by_field_name("property") == node


def _uncast(node: Node) -> Node:
    """The expression with what only says its type: `get as Fetcher`."""
    while node.parent is not None and node.parent.type in _CASTS:
        node = node.parent
    return node


_CASTS = frozenset({"as_expression", "satisfies_expression", "non_null_expression"})


def _wrapped_name(arguments: Node) -> str | None:
    """`const load = useCallback(get)`."""
    call = arguments.parent
    declarator = call.parent if call is not None else None
    if declarator is None or declarator.type != "variable_declarator":
        return None
    name = declarator.child_by_field_name("name")
    return text(name) if name is not None and name.child_count == 0 else None
