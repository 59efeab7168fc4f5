"""The expressions of a statement that a declared type may receive, by how they come to one.

The holders are found by a query of single nodes, and what they hold by their fields: a query
that names fields takes the grammar ten times as long to compile.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.scopes import annotated
from fixer.program.syntax import children_of, tsx

_HOLDERS = (
    "(variable_declarator) (return_statement) (arrow_function) (arguments) (pair)"
    " (assignment_expression) (public_field_definition) (as_expression) (satisfies_expression)"
)
_ASKED = frozenset({"await_expression", "call_expression"})
_CASTS = frozenset({"as_expression", "satisfies_expression"})
_FIELDS = {"arrow_function": "body", "assignment_expression": "right", "pair": "value"}
_NAMES = frozenset({"identifier", "member_expression"})
VALUES = frozenset(
    {
        "identifier",
        "call_expression",
        "await_expression",
        "member_expression",
        "subscript_expression",
        "non_null_expression",
        "parenthesized_expression",
        "as_expression",
        "binary_expression",
        "ternary_expression",
        "object",
        "array",
    }
)


@dataclass(frozen=True, slots=True)
class Received:
    """What a statement holds, each in source order, what markup shows behind what code takes.

    `expected`: what its place may expect something of. `own`: what a variable without a type is
    given by a call. `cast`: what `as` and `satisfies` stand behind. `returned`: what functions
    give back.
    """

    expected: list[Node] = field(default_factory=list)
    own: list[Node] = field(default_factory=list)
    cast: list[Node] = field(default_factory=list)
    returned: list[Node] = field(default_factory=list)


def in_statement(module: Module, statement: Node) -> Received:
    """All that a declared type may receive in a statement."""
    found = Received()
    shown: list[Node] = []
    is_tsx = module.language == tsx()
    kinds = f"{_HOLDERS} (jsx_expression)" if is_tsx else _HOLDERS
    for holder in module.captures(f"[{kinds}] @h", statement).get("h", ()):
        if holder.type == "jsx_expression":
            shown.extend(children_of(holder))
        else:
            _sort(holder, found)
    found.expected.sort(key=lambda node: (node.start_byte, -node.end_byte))
    found.expected.extend(shown)
    return found


def values(module: Module, statement: Node) -> Iterator[Node]:
    """The values of a statement that a declared type may receive, new objects among them."""
    expected = in_statement(module, statement).expected
    return (node for node in expected if node.type in VALUES or node.type == "new_expression")


def callbacks(module: Module, statement: Node) -> Iterator[Node]:
    """The functions in a statement that are handed on and say what they take."""
    for given in module.captures("(arguments) @a", statement).get("a", ()):
        yield from filter(says_what_it_takes, children_of(given))


def says_what_it_takes(node: Node) -> bool:
    """Whether an argument is a function's name, or a function that says what it takes."""
    is_argument = node.parent is not None and node.parent.type == "arguments"
    return is_argument and (node.type in _NAMES or bool(annotated(node)))


def _sort(holder: Node, found: Received) -> None:
    kind = holder.type
    if kind == "arguments":
        found.expected.extend(_arguments(holder))
    elif kind == "return_statement":
        given = children_of(holder)
        found.expected.extend(given)
        found.returned.extend(given)
    elif kind in _CASTS:
        found.cast.extend(children_of(holder)[:1])
    elif kind in _FIELDS:
        value = holder.child_by_field_name(_FIELDS[kind])
        if value is not None:
            found.expected.append(value)
            if kind == "arrow_function" and value.type != "statement_block":
                found.returned.append(value)
    else:
        _sort_declared(holder, found)


def _sort_declared(holder: Node, found: Received) -> None:
    value = holder.child_by_field_name("value")
    if value is None:
        return
    if holder.child_by_field_name("type") is not None:
        found.expected.append(value)
    elif holder.type == "variable_declarator" and value.type in _ASKED:
        found.own.append(value)


def _arguments(holder: Node) -> Iterator[Node]:
    for given in children_of(holder):
        yield given
        if given.type == "spread_element":
            yield from children_of(given)
