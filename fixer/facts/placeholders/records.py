"""An expression becomes the records that are written out in it, if it is such data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from fixer.program.syntax import children_of, first_named, string_value, text

_WRAPPERS = frozenset(
    {
        "as_expression",
        "satisfies_expression",
        "non_null_expression",
        "parenthesized_expression",
        "type_assertion",
    }
)
_SCALARS = frozenset(
    {
        "string",
        "number",
        "true",
        "false",
        "null",
        "undefined",
        "template_string",
        "unary_expression",
    }
)
_CODE = frozenset(
    {
        "arrow_function",
        "function_expression",
        "jsx_element",
        "jsx_self_closing_element",
        "jsx_fragment",
        "class",
        "regex",
        "method_definition",
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A property of a written record: its key, and the expression of its value."""

    key: str
    value: Node


@dataclass(frozen=True, slots=True)
class Records:
    """Data written out in code: the objects of a list, or one object.

    `entries`: the properties of the first object. `generated`: made by a loop
    (`Array.from({ length: 5 }, () => ({ … }))`). `values`: every string in it.
    """

    node: Node
    listed: bool
    count: int
    entries: tuple[Entry, ...] = ()
    generated: bool = False
    values: tuple[str, ...] = field(default=(), repr=False)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(e.key for e in self.entries)


def unwrapped(node: Node) -> Node:
    """The expression without parentheses, casts, `satisfies` and `!`."""
    while node.type in _WRAPPERS:
        inner = first_named(node)
        if node.type == "type_assertion":
            inner = children_of(node)[-1]
        if inner is None:
            return node
        node = inner
    return node


def records(node: Node) -> Records | None:
    """The records that an expression writes out; None: it is something else, or is code.

    A list needs an object of two properties or more; one object, three or a list inside. What holds
    functions or markup (columns, menus, tabs) is code, not data.
    """
    node = unwrapped(node)
    if node.type == "array":
        return _listed(node)
    if node.type == "object":
        found = _record(node)
        if found is None or not (len(found.entries) >= 3 or _holds_list(found)):
            return None
        return found
    if node.type == "call_expression":
        return _generated(node)
    return None


def _listed(array: Node) -> Records | None:
    elements = [unwrapped(c) for c in children_of(array)]
    if not elements or any(e.type != "object" for e in elements):
        return None
    found = [_record(e) for e in elements]
    first = found[0]
    if first is None or len(first.entries) < 2 or any(r is None for r in found):
        return None
    values = tuple(v for r in found if r is not None for v in r.values)
    return Records(array, True, len(elements), first.entries, values=values)


def _record(node: Node) -> Records | None:
    entries = tuple(_entries(node))
    if not entries or any(not _is_data(e.value) for e in entries):
        return None
    if any(c.type == "method_definition" for c in children_of(node)):
        return None
    known = sum(1 for e in entries if _is_written(e.value))
    if known * 2 < len(entries):
        return None
    return Records(node, False, 1, entries, values=tuple(_strings(node)))


def _entries(node: Node) -> Iterator[Entry]:
    for child in children_of(node):
        if child.type == "pair":
            key, value = child.child_by_field_name("key"), child.child_by_field_name("value")
            if key is not None and value is not None:
                yield Entry(string_value(key) or text(key), unwrapped(value))
        elif child.type == "shorthand_property_identifier":
            yield Entry(text(child), child)


def _is_data(value: Node) -> bool:
    if value.type in _CODE:
        return False
    if value.type in ("object", "array"):
        return all(_is_data(unwrapped(c)) for c in _inner(value))
    return True


def _inner(node: Node) -> Iterator[Node]:
    for child in children_of(node):
        if child.type == "pair":
            value = child.child_by_field_name("value")
            if value is not None:
                yield value
        elif child.type != "comment":
            yield child


def _is_written(value: Node) -> bool:
    """Whether a value stands there itself: a literal, a date or a number made up on the spot."""
    if value.type in _SCALARS:
        return True
    if value.type in ("object", "array"):
        return all(_is_written(unwrapped(c)) for c in _inner(value))
    return value.type in ("new_expression", "call_expression", "binary_expression")


def _holds_list(record: Records) -> bool:
    return any(e.value.type == "array" and records(e.value) is not None for e in record.entries)


def is_blank(record: Records) -> bool:
    """Whether most values are empty or zero: a form's first state, not data."""
    values = [e.value for e in record.entries if e.value.type not in ("true", "false")]
    return bool(values) and sum(map(is_blank_value, values)) * 2 >= len(values)


def is_blank_value(value: Node) -> bool:
    """Whether it is what stands where nothing was said yet."""
    if value.type in ("null", "undefined"):
        return True
    if value.type in ("array", "object"):
        return not children_of(value)
    return text(value).strip("\"'`") in ("", "0", "-1", "undefined", "0.0", "0.00")


def _strings(node: Node) -> Iterator[str]:
    if node.type in ("string", "template_string"):
        yield string_value(node) or ""
        return
    for child in children_of(node):
        if child.type not in ("property_identifier", "comment"):
            yield from _strings(child)


def _generated(call: Node) -> Records | None:
    """`Array.from({ length }, f)`, `[…].map(f)`, `Array(5).fill(x)`: what `f` gives, many times."""
    function, arguments = (call.child_by_field_name(f) for f in ("function", "arguments"))
    if function is None or arguments is None or function.type != "member_expression":
        return None
    method = function.child_by_field_name("property")
    receiver = function.child_by_field_name("object")
    given = children_of(arguments)
    if method is None or receiver is None or not given:
        return None
    name = text(method)
    if name == "from" and text(receiver) == "Array" and len(given) == 2:
        made = _body(given[1])
    elif name == "fill" and _counts(receiver):
        made = given[0]
    elif name == "map" and _counts(receiver):
        made = _body(given[0])
    else:
        return None
    record = _record(unwrapped(made)) if made is not None and _is_object(made) else None
    if record is None or len(record.entries) < 2:
        return None
    return Records(call, True, 0, record.entries, generated=True, values=record.values)


def _counts(receiver: Node) -> bool:
    """`Array(5)`, `new Array(5)`, `Array.from({ length: 5 })`, `[...Array(5)]`, `[…keys()]`."""
    written = text(receiver)
    return written.startswith(
        (
            "Array(",
            "new Array(",
            "[...Array(",
            "[...new Array(",
            "Array.from({",
            "Array.from(Array(",
        )
    )


def _is_object(node: Node) -> bool:
    return unwrapped(node).type == "object"


def _body(function: Node) -> Node | None:
    """The value that a function gives: its expression, or what its only `return` returns."""
    if function.type not in ("arrow_function", "function_expression"):
        return None
    body = function.child_by_field_name("body")
    if body is None or body.type != "statement_block":
        return body
    returned = [s for s in children_of(body) if s.type == "return_statement"]
    if len(returned) != 1 or not children_of(returned[0]):
        return None
    return children_of(returned[0])[0]


given_by = _body
