"""Which new name a local variable may take, and whether a text is an identifier at all."""

from __future__ import annotations

import re

from tree_sitter import Node

from fixer.program.markup import RegionKind
from fixer.program.module import Module
from fixer.program.scopes import OPENS, Binding, BindingKind
from fixer.program.syntax import EMBEDDING

_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*\Z")
# ECMA-262 §12.7.2, with the words that strict mode and TypeScript reserve where a binding stands.
_RESERVED = frozenset(
    [
        "await",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "enum",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "function",
        "if",
        "import",
        "in",
        "instanceof",
        "new",
        "null",
        "return",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "var",
        "void",
        "while",
        "with",
        "yield",
        "let",
        "static",
        "implements",
        "interface",
        "package",
        "private",
        "protected",
        "public",
        "arguments",
        "eval",
        "undefined",
    ]
)
_LOCAL = frozenset(
    {BindingKind.CONST, BindingKind.LET, BindingKind.VAR, BindingKind.PARAMETER, BindingKind.CATCH}
)


def is_identifier(name: str) -> bool:
    """Whether `name` can stand where a property name stands without quotes."""
    return bool(_IDENTIFIER.match(name))


def can_take(module: Module, binding: Binding, new: str) -> bool:
    """Whether the local variable can be called `new` with nothing else changing its meaning.

    Not when it is exported, seen by a template, or when `new` means something, a global
    included, anywhere in the scope that declares it.
    """
    if binding.kind not in _LOCAL or not is_identifier(new) or new in _RESERVED:
        return False
    scope = scope_of(module, binding)
    if scope is None or is_exported(module, binding):
        return False
    if module.path.suffix in EMBEDDING and scope.type == "program":
        return False
    if _is_of_markup(module, binding):
        return False
    references = module.references(binding)
    if any(module.lookup(new, ref) is not None for ref in references):
        return False
    component = module.component
    if component is not None and not all(component.is_own(ref.start_byte) for ref in references):
        return False  # `<Row {name} />`: the name of what the component is given, too
    taken = module.occurrences(new)
    if component is not None:  # Svelte has no store's `$rows` where another `rows` is declared
        taken = (*taken, *module.occurrences("$" + new))
    return not any(
        scope.start_byte <= node.start_byte < scope.end_byte
        for node in taken
        if node.type in ("identifier", "shorthand_property_identifier")
    )


def _is_of_markup(module: Module, binding: Binding) -> bool:
    """Whether `v-for="{ name } in rows"`, or a slot, declares it for the elements inside."""
    region = module.markup.region_at(binding.name_node.start_byte) if module.markup else None
    return region is not None and region.kind in (RegionKind.LOOP, RegionKind.SLOT)


def scope_of(module: Module, binding: Binding) -> Node | None:
    """The node whose scope declares the binding."""
    node: Node | None = binding.name_node
    while node is not None:
        if node.type in OPENS and module.table(node).values.get(binding.name) == binding:
            return node
        node = node.parent
    return None


def is_exported(module: Module, binding: Binding) -> bool:
    """Whether the file exports the binding, under whatever name."""
    exports = (e for found in module.exports.values() for e in found)
    return any(e.binding == binding for e in exports)
