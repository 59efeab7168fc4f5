"""An expression of a Vue template → the literal that its constant is made of."""

from __future__ import annotations

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.syntax import children_of, first_named, text

_MAKING = frozenset({"ref", "shallowRef", "reactive", "shallowReactive", "computed", "readonly"})
_RETURN = b"return"
_AROUND = frozenset({"as_expression", "satisfies_expression", "parenthesized_expression"})


def made_of(program: Program, module: Module, node: Node, kind: str) -> tuple[Module, Node] | None:
    """The literal, of type `kind`, that an expression is, or that a constant of it is made of.

    And the file that it stands in, which may be another.
    """
    if node.type == kind:
        return module, node
    binding = module.table(module.root).values.get(text(node))
    meant = program.symbol(module, binding) if binding is not None else None
    if not isinstance(meant, Symbol) or meant.binding is None:
        return None
    declarator = meant.binding.name_node.parent
    if declarator is None or declarator.type != "variable_declarator":
        return None
    value = declarator.child_by_field_name("value")
    while value is not None and value.type != kind:
        value = _inside(value)
    return (meant.module, value) if value is not None else None


def _inside(value: Node) -> Node | None:
    """What a value is made of: `ref({ … })`, `computed(() => ({ … }))`, `{ … } as Rules`."""
    if value.type in _AROUND:
        return first_named(value)
    if value.type == "arrow_function":
        return value.child_by_field_name("body")
    if value.type == "statement_block":
        statements = children_of(value)
        is_result = bool(statements) and statements[-1].type == "return_statement"
        is_only = not any(_RETURN in (it.text or b"") for it in statements[:-1])
        return first_named(statements[-1]) if is_result and is_only else None
    callee, given = value.child_by_field_name("function"), value.child_by_field_name("arguments")
    if value.type != "call_expression" or callee is None or text(callee) not in _MAKING:
        return None
    return first_named(given) if given is not None else None
