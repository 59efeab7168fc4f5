"""Whether what a condition asks for is said by a caller, and stays what it is.

What a field, a variable or a box of a framework holds at first says nothing of what it holds when
the condition is asked: `if (this.loading) return`, `if (!done.current)`, `if (first) continue`.
And a constant alone, `if (MOCK)`, is switched by hand: what it leaves out is still to be kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.leftout import AROUND, Names, given
from fixer.program.module import Module
from fixer.program.program import Symbol
from fixer.program.scopes import Binding, BindingKind
from fixer.program.syntax import children_of, first_named, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

MAX_STEPS = 4  # constants of constants
_LITERALS = frozenset(
    {"string", "number", "true", "false", "null", "undefined", "regex", "string_fragment"}
    | {"escape_sequence"}
)
_COMPUTED = frozenset(
    {"binary_expression", "unary_expression", "ternary_expression", "template_string"}
    | {"template_substitution"}
)
_NAMES = frozenset({"identifier", "shorthand_property_identifier", "member_expression"})
_OF_TEXTS = frozenset(
    {"toUpperCase", "toLowerCase", "trim", "startsWith", "endsWith", "includes", "match"}
    | {"test", "exec", "toString"}
)


def is_told(ev: Evaluator, module: Module, nodes: tuple[Node, ...], env: Env) -> bool:
    """Whether all that the expressions ask for is lasting, and a caller says some of it."""
    is_said = False
    for by in (by for node in nodes for by in _sources(ev, module, node, env, MAX_STEPS)):
        if by is None:
            return False
        is_said = is_said or by
    return is_said


def _sources(
    ev: Evaluator, module: Module, node: Node, env: Env, steps: int
) -> Iterator[bool | None]:
    """Of each part of an expression: True: a caller says it; None: it may change."""
    if node.type in _LITERALS:
        return
    if steps == 0:
        yield None
    elif node.type in _NAMES:
        yield from _named(ev, module, node, env, steps)
    elif node.type in AROUND:
        inner = first_named(node)
        yield from _sources(ev, module, inner, env, steps) if inner is not None else (None,)
    elif node.type in _COMPUTED:
        for child in children_of(node):
            yield from _sources(ev, module, child, env, steps)
    else:
        for part in _parts_of_call(node) or ():
            yield from _sources(ev, module, part, env, steps)
        if _parts_of_call(node) is None:
            yield None


def _parts_of_call(node: Node) -> list[Node] | None:
    """What a call of a string's own method depends on; None: it is none."""
    callee, arguments = (node.child_by_field_name(f) for f in ("function", "arguments"))
    if callee is None or callee.type != "member_expression" or arguments is None:
        return None
    target, name = (callee.child_by_field_name(f) for f in ("object", "property"))
    if target is None or name is None or text(name) not in _OF_TEXTS:
        return None
    return [target, *children_of(arguments)]


def _named(
    ev: Evaluator, module: Module, node: Node, env: Env, steps: int
) -> Iterator[bool | None]:
    found = given(ev, module, node, env.around(node))
    if found is None:
        yield None
        return
    if found.by_caller:
        yield True
    if found.node is None or found.nothing is not None:
        return
    if found.node.type in ("identifier", "shorthand_property_identifier"):
        binding = found.module.resolve(found.node)
        yield from _constant(ev, found.module, binding, found.names, found.env, steps)
    else:
        yield from _sources(ev, found.module, found.node, found.env, steps - 1)


def _constant(
    ev: Evaluator, module: Module, binding: Binding | None, names: Names, env: Env, steps: int
) -> Iterator[bool | None]:
    if binding is not None and binding.kind is BindingKind.IMPORT:
        symbol = ev.program.value(module, binding.name_node)
        binding = symbol.binding if isinstance(symbol, Symbol) else None
        module, env = (symbol.module if isinstance(symbol, Symbol) else module), ev.root
    if binding is not None and binding.kind is BindingKind.ENUM:
        return
    value = _whole_value(binding) if binding is not None else None
    if value is None:
        yield None
    elif not (names and text(value).endswith("as const")):
        yield from _sources(ev, module, value, env.around(value), steps - 1)


def _whole_value(binding: Binding) -> Node | None:
    """What a constant is declared with, where it takes all of that."""
    declared = binding.node
    is_whole = declared.child_by_field_name("name") == binding.name_node
    is_constant = binding.kind is BindingKind.CONST and is_whole
    return declared.child_by_field_name("value") if is_constant else None
