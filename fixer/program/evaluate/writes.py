"""What happens to a variable after its declaration, and under which conditions it happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS, Binding
from fixer.program.syntax import children_of, string_value, text


class WriteKind(Enum):
    SET = "="
    APPEND = "+="
    DEFAULT = "??="
    MEMBER = "x.name ="
    CALL = "x.name()"
    SEARCH = "x.searchParams.name()"
    MERGE = "Object.assign(x, …)"
    HANDED = "f(x)"
    OTHER = "something else"


@dataclass(frozen=True, slots=True)
class Write:
    """One write: the statement-level node `at`, the member or method `name`, the new `value`.

    `value` is the right side, or the arguments of a call.
    """

    kind: WriteKind
    at: Node
    value: Node | None = None
    name: str = ""


MUTATORS = frozenset({"push", "unshift", "pop", "append", "set", "delete", "concat"})


def find_writes(module: Module, binding: Binding) -> tuple[Write, ...]:
    """The writes to a variable in its file, in source order."""
    found = [
        write
        for node in module.references(binding)
        if node != binding.name_node and (write := _write(node)) is not None
    ]
    return tuple(sorted(found, key=lambda w: w.at.start_byte))


@dataclass(frozen=True, slots=True)
class Changes:
    """Whether a variable, or a member of what it holds, is set after it was given its value.

    `handed_on`: where it, or what it holds, is first given to a function; a byte offset.
    """

    is_set: bool
    handed_on: int


def find_changes(module: Module, binding: Binding) -> Changes:
    uses = [use for use in module.references(binding) if use != binding.name_node]
    handed = (u.end_byte for u in uses if u.parent is not None and u.parent.type == "arguments")
    is_set = bool(find_writes(module, binding)) or any(map(_sets, uses))
    return Changes(is_set, min(handed, default=len(module.data)))


def _write(node: Node) -> Write | None:
    parent = node.parent
    while parent is not None and parent.type in ("parenthesized_expression", "non_null_expression"):
        node, parent = parent, parent.parent
    if parent is None:
        return None
    kind = parent.type
    if kind == "assignment_expression" and parent.child_by_field_name("left") == node:
        return Write(WriteKind.SET, parent, parent.child_by_field_name("right"))
    if kind == "augmented_assignment_expression" and parent.child_by_field_name("left") == node:
        return _augmented(parent)
    if kind == "member_expression" and parent.child_by_field_name("object") == node:
        return _member_write(parent)
    if kind == "subscript_expression" and parent.child_by_field_name("object") == node:
        return _subscript_write(parent)
    if kind == "arguments":
        return _handed(node, parent)
    if kind in ("update_expression", "array_pattern"):
        return Write(WriteKind.OTHER, parent)
    return None


def _handed(node: Node, arguments: Node) -> Write | None:
    """`Object.assign(x, more)`, or the statement `change(x);`."""
    call = arguments.parent
    callee = call.child_by_field_name("function") if call is not None else None
    if call is None or callee is None:
        return None
    if text(callee) == "Object.assign":
        is_first = children_of(arguments)[:1] == [node]
        return Write(WriteKind.MERGE, call, arguments) if is_first else None
    is_statement = call.parent is not None and call.parent.type == "expression_statement"
    if callee.type != "identifier" or not is_statement or node.type != "identifier":
        return None
    return Write(WriteKind.HANDED, call, node)


def _augmented(node: Node) -> Write:
    operator = node.child_by_field_name("operator")
    right = node.child_by_field_name("right")
    kind = operator.type if operator is not None else ""
    if kind == "+=":
        return Write(WriteKind.APPEND, node, right)
    if kind in ("??=", "||="):
        return Write(WriteKind.DEFAULT, node, right)
    return Write(WriteKind.OTHER, node)


def _member_write(member: Node) -> Write | None:
    name_node = member.child_by_field_name("property")
    parent = member.parent
    if name_node is None or parent is None:
        return None
    name = text(name_node)
    if parent.type == "assignment_expression" and parent.child_by_field_name("left") == member:
        return Write(WriteKind.MEMBER, parent, parent.child_by_field_name("right"), name)
    if parent.type == "call_expression" and parent.child_by_field_name("function") == member:
        if name in MUTATORS:
            return Write(WriteKind.CALL, parent, parent.child_by_field_name("arguments"), name)
        return None
    if name == "searchParams" and parent.type == "member_expression":
        call, method = parent.parent, parent.child_by_field_name("property")
        if call is not None and call.type == "call_expression" and method is not None:
            arguments = call.child_by_field_name("arguments")
            return Write(WriteKind.SEARCH, call, arguments, text(method))
    return None


def _subscript_write(node: Node) -> Write | None:
    parent = node.parent
    if parent is None or parent.type != "assignment_expression":
        return None
    if parent.child_by_field_name("left") != node:
        return None
    index = node.child_by_field_name("index")
    name = string_value(index) if index is not None else None
    return Write(WriteKind.MEMBER, parent, parent.child_by_field_name("right"), name or "[]")


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition on the way to a statement: `condition` must be `wanted`.

    `cases`: the values of which a `switch` on `condition` must have one. `condition` None: it may
    or may not happen (a loop, a callback, `catch`).
    """

    condition: Node | None
    wanted: bool = True
    cases: tuple[Node, ...] = ()
    default: bool = False


def guards(node: Node, stop: Node | None) -> Iterator[Guard]:
    """The conditions between `node` and the ancestor `stop`, innermost first."""
    child, parent = node, node.parent
    while parent is not None and child != stop:
        guard = guard_of(parent, child)
        if guard is not None:
            yield guard
        child, parent = parent, parent.parent


def guard_of(parent: Node, child: Node) -> Guard | None:
    """The condition under which `parent` comes to its part `child`, if there is one."""
    kind = parent.type
    if kind in ("if_statement", "ternary_expression"):
        condition = parent.child_by_field_name("condition")
        if child == condition:
            return None
        return Guard(condition, wanted=child == parent.child_by_field_name("consequence"))
    if kind == "binary_expression" and child == parent.child_by_field_name("right"):
        operator = parent.child_by_field_name("operator")
        if operator is not None and operator.type in ("&&", "||"):
            return Guard(parent.child_by_field_name("left"), wanted=operator.type == "&&")
    if kind in ("switch_case", "switch_default") and parent.parent is not None:
        return _case(parent)
    if kind in ("for_statement", "for_in_statement", "while_statement", "catch_clause"):
        return Guard(None)
    if kind in FUNCTIONS and child == parent.child_by_field_name("body"):
        return Guard(None)
    return None


def _case(case: Node) -> Guard | None:
    switch = case.parent.parent if case.parent is not None else None
    value = switch.child_by_field_name("value") if switch is not None else None
    if case.type == "switch_default":
        return Guard(value, default=True)
    found: list[Node] = []
    above: Node | None = case
    while above is not None and (one := above.child_by_field_name("value")) is not None:
        found.append(one)
        above = _falling(above)
    if above is not None and above.type == "switch_default":
        return Guard(value, default=True)
    return Guard(value, cases=tuple(found))


def _falling(case: Node) -> Node | None:
    """The case above that doesn't end before this one: `case 'a': case 'b': …`."""
    above = case.prev_named_sibling
    while above is not None and above.type == "comment":
        above = above.prev_named_sibling
    body = above.children_by_field_name("body") if above is not None else []
    statements = [s for s in body if not s.is_extra]
    ends = bool(statements) and _last(statements[-1]).type in (*_LEAVING, "break_statement")
    return None if ends else above


def excludes(write: Node, use: Node) -> bool:
    """Whether a write can't have happened before a use: another branch, or one that left."""
    child, parent = write, write.parent
    while parent is not None:
        if _holds(parent, use):
            if parent.type in ("if_statement", "ternary_expression"):
                branches = ("consequence", "alternative")
                inside = [b for b in branches if _field_holds(parent, b, use)]
                return bool(inside) and not _holds(child, use) and _is_branch(parent, child)
            return False
        if _is_branch(parent, child) and leaves(child):
            return True
        if parent.type in FUNCTIONS:
            return False
        child, parent = parent, parent.parent
    return False


def _is_branch(parent: Node, child: Node) -> bool:
    if parent.type not in ("if_statement", "ternary_expression"):
        return False
    return child != parent.child_by_field_name("condition")


def _field_holds(parent: Node, field: str, node: Node) -> bool:
    part = parent.child_by_field_name(field)
    return part is not None and _holds(part, node)


_LEAVING = ("return_statement", "throw_statement", "continue_statement")


def leaves(block: Node) -> bool:
    """Whether a block ends in leaving what is around it."""
    return _last(block).type in _LEAVING


def _last(block: Node) -> Node:
    """The last statement of a block, or what stands in its place."""
    if block.type == "else_clause" and children_of(block):
        block = children_of(block)[0]
    is_filled = block.type == "statement_block" and children_of(block)
    return children_of(block)[-1] if is_filled else block


def _holds(outer: Node, inner: Node) -> bool:
    return outer.start_byte <= inner.start_byte and inner.end_byte <= outer.end_byte


def enclosing_function(node: Node) -> Node | None:
    """The function whose body (or parameters) `node` stands in."""
    up = node.parent
    while up is not None and up.type not in FUNCTIONS:
        up = up.parent
    return up


def _sets(use: Node) -> bool:
    """Whether a variable, or a member of what it holds, is set here."""
    part, up = use, use.parent
    while up is not None and up.type in (*_AROUND, "member_expression", "subscript_expression"):
        if up.type == "subscript_expression" and up.child_by_field_name("index") == part:
            return False
        part, up = up, up.parent
    if up is None:
        return False
    if up.type in _SETS_ITS_LEFT:
        return up.child_by_field_name("left") == part
    return up.type in _SETS or text(up).startswith("delete ")


_AROUND = frozenset({"parenthesized_expression", "non_null_expression", "as_expression"})
_SETS = frozenset(
    {"object_pattern", "array_pattern", "pair_pattern", "object_assignment_pattern"}
    | {"assignment_pattern", "rest_pattern", "for_in_statement", "update_expression"}
)
_SETS_ITS_LEFT = frozenset({"assignment_expression", "augmented_assignment_expression"})
