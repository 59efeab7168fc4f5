"""Code that asks which of two forms a payload has: with a layer around it, or without."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import first_named, string_value, text

_TOLERANT = frozenset({"??", "||", "&&"})
_AROUND = frozenset({"parenthesized_expression", "non_null_expression", "await_expression"})
_IS_LIST = b"Array.isArray"
_BOXES = frozenset({"value", "current"})  # of refs


def is_asked(access: Node) -> bool:
    """`body.data ?? body`, `body.results ? … : …`: the code copes with both forms."""
    parent = access.parent
    if parent is None:
        return False
    if parent.type == "binary_expression":
        operator = parent.child_by_field_name("operator")
        return operator is not None and operator.type in _TOLERANT
    if parent.type == "parenthesized_expression":
        return parent.parent is not None and parent.parent.type == "if_statement"
    return _is_tested(access) or parent.type in ("ternary_expression", "unary_expression")


def copes(module: Module, node: Node, key: str) -> bool:
    """Whether something that an expression is made of is asked for its form anywhere.

    `data.results || data`, `if (Array.isArray(data)) setRows(data)`, `'results' in data`.
    """
    for name in module.captures("(identifier) @n", node).get("n", []):
        binding = module.resolve(name)
        if binding is None:
            continue
        for use in module.references(binding):
            if any(_is_question(reached, key) for reached in _reached(use)):
                return True
    return False


def is_opened_later(program: Program, module: Module, node: Node, key: str) -> bool:
    """Whether what keeps a value is read of by the layer's own name anywhere.

    `state.answer = response.data` beside `state.answer.results.length`: what it began as, `[]`,
    says nothing of what it is to hold.
    """
    keeper = _keeper(module, node)
    if keeper is None:
        return False
    return any(
        _is_read_of(access, keeper)
        for path in program.holding(key)
        for access in program.module(path).occurrences(key)
    )


def _keeper(module: Module, node: Node) -> str | None:
    """The name of the variable, the state or the key that a value is given to."""
    up = node.parent
    while up is not None and up.type in (*_AROUND, "as_expression"):
        node, up = up, up.parent
    if up is None:
        return None
    if up.type == "assignment_expression" and up.child_by_field_name("right") == node:
        left = up.child_by_field_name("left")
        return _last_name(left) if left is not None else None
    if up.type == "pair" and (said := up.child_by_field_name("key")) is not None:
        return text(said)
    call = up.parent if up.type == "arguments" else None
    setter = call.child_by_field_name("function") if call is not None else None
    if setter is None:
        return None
    return _kept_by(module, setter) or _kept_by(module, node)  # `.then(setAnswer)`


def _kept_by(module: Module, setter: Node) -> str | None:
    """`answer` of `const [answer, setAnswer] = useState([])`."""
    binding = module.resolve(setter) if setter.type == "identifier" else None
    pattern = binding.name_node.parent if binding is not None else None
    if pattern is None or pattern.type != "array_pattern":
        return None
    first = first_named(pattern)
    return text(first) if first is not None and first != setter else None


def _last_name(node: Node) -> str | None:
    """`answer` of `answer`, `this.answer`, `answer.value` and `state.answer!`."""
    while node.type in _AROUND and (inner := first_named(node)) is not None:
        node = inner
    if node.type == "identifier":
        return text(node)
    name, holder = (node.child_by_field_name(f) for f in ("property", "object"))
    if node.type != "member_expression" or name is None or holder is None:
        return None
    return _last_name(holder) if text(name) in _BOXES else text(name)


def _is_read_of(name: Node, keeper: str) -> bool:
    access = name.parent
    if access is None or access.child_by_field_name("property") != name:
        return False
    holder = access.child_by_field_name("object")
    return holder is not None and _last_name(holder) == keeper


def _reached(use: Node) -> Iterator[Node]:
    """A variable, and what is read of it: `res`, `res.data`, `res.data.results`."""
    current: Node | None = use
    while current is not None:
        yield current
        around = current.parent
        is_read = around is not None and (
            around.type in _AROUND or around.child_by_field_name("object") == current
        )
        current = around if is_read else None


def _is_question(value: Node, key: str) -> bool:
    name = value.child_by_field_name("property")
    if name is not None and text(name) == key:
        return is_asked(value)
    return _is_tested(value) or _is_looked_into(value, key)


def _is_tested(value: Node) -> bool:
    """`Array.isArray(value)`."""
    parent = value.parent
    call = parent.parent if parent is not None and parent.type == "arguments" else None
    callee = call.child_by_field_name("function") if call is not None else None
    return callee is not None and callee.text == _IS_LIST


def _is_looked_into(value: Node, key: str) -> bool:
    """`'results' in value`."""
    parent = value.parent
    if parent is None or parent.child_by_field_name("right") != value:
        return False
    operator, left = parent.child_by_field_name("operator"), parent.child_by_field_name("left")
    is_in = operator is not None and operator.type == "in"
    return is_in and left is not None and string_value(left) == key
