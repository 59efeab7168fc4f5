"""By which names calls and functions go: a callee's last one, what a function is given to."""

from __future__ import annotations

from tree_sitter import Node

from fixer.program.evaluate import contexts
from fixer.program.renamings import FIELDS
from fixer.program.sending import callee
from fixer.program.syntax import children_of, string_value, text


def called_name(node: Node) -> str | None:
    """The last name of a callee: `get` of `this.api.get(…)`."""
    target = callee(node)
    return _called(target) if target is not None else None


def _called(target: Node) -> str | None:
    """The name that a callee goes by; of several, `(a || get)(…)`, the last that has one."""
    return next((name for it in alternatives(target)[::-1] if (name := _last_name(it))), None)


def alternatives(callee: Node) -> list[Node]:
    """What a callee may be: both of `(a || get)`, itself mostly."""
    if callee.type not in _AROUND:
        return [callee]
    return [found for child in children_of(callee) for found in alternatives(child)]


def _last_name(target: Node) -> str | None:
    if target.type == "member_expression":
        name = target.child_by_field_name("property")
        return _bare(name) if name is not None else None
    if target.type == "subscript_expression":
        index = target.child_by_field_name("index")
        return string_value(index) if index is not None else None
    return text(target) if target.type == "identifier" else None


def name_of(node: Node) -> str | None:
    """The name a function or class goes by: its own, or that of what it is given to.

    The own name of `const create = function send(url) {…}` is known inside alone.
    """
    own = node.child_by_field_name("name")
    if own is None or node.type in EXPRESSIONS:
        given = given_name(node)
        return given if given is not None or own is None else text(own)
    return _bare(own)


def _bare(name: Node) -> str:
    """A name without the mark of a private one: `send` of `this.#send()`."""
    return text(name).removeprefix("#")


EXPRESSIONS = frozenset({"function_expression", "generator_function", "class"})


def given_name(node: Node) -> str | None:
    """The name of the variable, the property or the field that a value is given to."""
    up = node.parent
    while up is not None:
        if up.type in FIELDS:
            name = up.child_by_field_name("name")
            return _bare(name) if name is not None and name.child_count == 0 else None
        if up.type == "pair":
            key = up.child_by_field_name("key")
            return (string_value(key) or text(key)) if key is not None else None
        if up.type == "assignment_expression":
            left = up.child_by_field_name("left")
            name = left.child_by_field_name("property") if left is not None else None
            return _bare(name or left) if left is not None else None
        if up.type not in _TRANSPARENT:
            return None
        up = up.parent
    return None


# Around a callee: `get!(…)`, `(a || get)(…)`, `(x ? a : get)(…)`.
_AROUND = frozenset(
    {"non_null_expression", "parenthesized_expression", "binary_expression", "await_expression"}
    | {"ternary_expression", "instantiation_expression"}
)
_TRANSPARENT = frozenset(
    {"arguments", "call_expression", "parenthesized_expression", "as_expression"}
    | {"satisfies_expression", "await_expression", "ternary_expression"}
)


def context_of(node: Node) -> str | None:
    """The name of the context that begins with a call's value: `createContext(make('GET'))`."""
    up = node.parent
    while up is not None and up.type in _TRANSPARENT:
        if up.type == "call_expression" and called_name(up) in contexts.MAKES:
            return given_name(up)
        up = up.parent
    return None
