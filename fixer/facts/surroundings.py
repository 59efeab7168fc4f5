"""Where a node stands in a component: in a call, in an effect, in an event's handler."""

from __future__ import annotations

from tree_sitter import Node

from fixer.contract.wording import tokens
from fixer.facts.placeholders.records import unwrapped
from fixer.facts.states import enclosing_function
from fixer.program.syntax import children_of, text

_EFFECTS = frozenset({"useEffect", "useLayoutEffect"})
_PREFIXES = frozenset({"handle", "on", "do"})


def following(node: Node) -> Node:
    """A node at which everything that `node` declares is in scope and declared before."""
    return node.next_named_sibling or node


def is_operand(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type == "binary_expression"


def call_around(node: Node) -> Node | None:
    """The call whose argument a node is, casts aside."""
    parent = node.parent
    while parent is not None and parent.type != "arguments":
        if unwrapped(parent) != node:
            return None
        parent = parent.parent
    return parent.parent if parent is not None else None


def statements_beside(statement: Node) -> list[Node]:
    block = statement.parent
    return children_of(block) if block is not None else []


def is_in_effect(statement: Node) -> bool:
    """Whether a statement stands directly in the body of an effect's function."""
    function = enclosing_function(statement)
    block = statement.parent
    if function is None or block is None or block.parent != function:
        return False
    arguments = function.parent
    call = arguments.parent if arguments is not None and arguments.type == "arguments" else None
    callee = call.child_by_field_name("function") if call is not None else None
    if callee is not None and callee.type == "member_expression":
        callee = callee.child_by_field_name("property")
    return callee is not None and text(callee) in _EFFECTS


def handler_verb(node: Node) -> str | None:
    """The verb of the handler around a node: `remove` of `handleRemove`."""
    function = enclosing_function(node)
    if function is None:
        return None
    name = function.child_by_field_name("name")
    declarator = function.parent
    if name is None and declarator is not None and declarator.type == "variable_declarator":
        name = declarator.child_by_field_name("name")
    if name is None or name.type != "identifier":
        return None
    verb = text(name)
    for prefix in _PREFIXES:
        if verb.startswith(prefix) and verb[len(prefix) : len(prefix) + 1].isupper():
            verb = verb[len(prefix) :]
            break
    first = next(iter(_first_word(verb)), None)
    return first.lower() if first else None


def _first_word(name: str) -> list[str]:
    found = [w for w in tokens(name) if name.lower().startswith(w)]
    return sorted(found, key=len, reverse=True)
