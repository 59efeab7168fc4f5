"""Constants that conditions are about: `const ok = x.kind === 'a'; if (ok) …`, `{ kind } = x`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import Binding, BindingKind
from fixer.program.syntax import text
from fixer.program.types.model import Context

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_MOST = 12  # names in one condition
_PATTERNS = frozenset({"shorthand_property_identifier_pattern", "pair_pattern"})
_CHANGING = frozenset(
    {"assignment_expression", "augmented_assignment_expression", "update_expression"}
    | {"for_in_statement"}
)
# What stands between a name and an assignment that doesn't set it: `x.name = y`, `f(x).name = y`.
_APART = frozenset(
    {"member_expression", "subscript_expression", "arguments", "statement_block", "program"}
    | {"expression_statement", "variable_declarator"}
)


def behind(engine: Engine, context: Context, name: Node) -> Node | None:
    """What the constant that an identifier names was set to; a type of its own hides it."""
    declarator = _declarator(engine, context, name)
    if declarator is None or declarator.child_by_field_name("type") is not None:
        return None
    pattern = declarator.child_by_field_name("name")
    if pattern is None or pattern.type != "identifier":
        return None
    return declarator.child_by_field_name("value")


def taken_out(engine: Engine, context: Context, name: Node) -> tuple[Node, str] | None:
    """The value and the property of it that a constant was taken out of: `const { kind } = x`."""
    binding, declarator = _constant(engine, context, name), _declarator(engine, context, name)
    pattern = declarator.child_by_field_name("name") if declarator is not None else None
    value = declarator.child_by_field_name("value") if declarator is not None else None
    if binding is None or value is None or pattern is None or pattern.type != "object_pattern":
        return None
    entry = binding.name_node
    if entry.type != "shorthand_property_identifier_pattern":
        entry = entry.parent or entry
    if entry.type not in _PATTERNS or entry.parent != pattern:
        return None
    key = entry.child_by_field_name("key") or entry
    return value, text(key)


def may_tell(engine: Engine, context: Context, condition: Node, root: bytes) -> bool:
    """Whether a constant in a condition was set by what a reference begins with."""
    for count, name in enumerate(_identifiers(condition)):
        if count > _MOST:
            return False
        declarator = _declarator(engine, context, name)
        value = declarator.child_by_field_name("value") if declarator is not None else None
        if value is not None and root in (value.text or b""):
            return True
    return False


def is_kept(engine: Engine, context: Context, root: bytes, since: Node, until: Node) -> bool:
    """Whether a variable has the same value at two places: a constant, a parameter never set."""
    module, name = context.module, root.decode("utf-8", "replace")
    binding = module.lookup(name, since)
    if binding is None or binding != module.lookup(name, until):
        return False
    if binding.kind is not BindingKind.PARAMETER:
        return binding.kind is BindingKind.CONST
    known = engine.set_later.get(binding.name_node.id)
    if known is None:
        known = any(_is_set(engine, use) for use in module.references(binding))
        engine.set_later[binding.name_node.id] = known
    return not known


def _is_set(engine: Engine, use: Node) -> bool:
    """Whether a name may be given a value: `x = y`, `x++`, `({ a: [x] } = y)`, `for (x of y)`."""
    holder = engine.parent(use)
    while holder is not None and holder.type not in _APART:
        if holder.type in _CHANGING:
            return holder.child_by_field_name("left") in (use, None)
        if holder.child_by_field_name("right") == use:
            return False  # the default of a pattern: `[y = x] = pair`
        use, holder = holder, engine.parent(holder)
    return False


def _identifiers(node: Node) -> Iterator[Node]:
    if node.type == "identifier":
        yield node
    for child in node.named_children:
        yield from _identifiers(child)


def _constant(engine: Engine, context: Context, name: Node) -> Binding | None:
    binding = engine.binding(context.module, name) if name.type == "identifier" else None
    return binding if binding is not None and binding.kind is BindingKind.CONST else None


def _declarator(engine: Engine, context: Context, name: Node) -> Node | None:
    binding = _constant(engine, context, name)
    node = binding.name_node if binding is not None else None
    while node is not None and node.type != "variable_declarator":
        node = engine.parent(node)
    return node
