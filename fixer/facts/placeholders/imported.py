"""Imports of a module become those that bring data of mocks into code that is none itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tree_sitter import Node

from fixer.facts.placeholders.find import fake_part
from fixer.facts.placeholders.model import MockImport
from fixer.facts.placeholders.patterns import Patterns
from fixer.facts.placeholders.records import records, unwrapped
from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.resolution import EMBEDDED
from fixer.program.syntax import children_of, string_value, text

_CODE = frozenset(
    {"function_declaration", "arrow_function", "function_expression", "class", "call_expression"}
)
_LITERALS = "(array) @literal (object) @literal"


def mock_imports(module: Module, program: Program, patterns: Patterns) -> Iterator[MockImport]:
    for statement in module.captures("(import_statement) @i").get("i", ()):
        source = statement.child_by_field_name("source")
        specifier = string_value(source) if source is not None else None
        if specifier is None or any(c.type == "type" for c in statement.children):
            continue
        if not _may_be_fake(specifier, patterns):
            continue
        path = program.locate(module, specifier)
        if path is None:
            continue
        names = _imported(module, statement)
        if names and _is_fake(path, names, module, program, patterns):
            yield MockImport(statement, specifier, tuple(text(n) for n in names))


def _may_be_fake(specifier: str, patterns: Patterns) -> bool:
    """Whether a part of a specifier has a name that a folder or file of mocks may have."""
    parts = [p.rpartition(".")[0] or p for p in specifier.split("/")] + specifier.split("/")
    return any(
        patterns.is_fake_folder(p) or patterns.is_likely_folder(p) or patterns.marks(p)
        for p in parts
    )


def _imported(module: Module, statement: Node) -> list[Node]:
    """The local names that an import statement declares for values."""
    found: list[Node] = []
    for binding in module.table(module.root).values.values():
        node: Node | None = binding.node
        if any(c.type == "type" for c in binding.node.children):
            continue
        while node is not None and node.type != "import_statement":
            node = node.parent
        if node == statement:
            found.append(binding.name_node)
    return found


def _is_fake(
    path: Path, names: list[Node], module: Module, program: Program, patterns: Patterns
) -> bool:
    relative = path.relative_to(program.root) if path.is_relative_to(program.root) else path
    if fake_part(path, program.root, patterns) is not None:
        if not any(map(patterns.is_fake_folder, (*relative.parts[:-1], relative.stem))):
            # `DummyRowUtils` may be about something that is called so.
            names = [n for n in names if patterns.marks(text(n)) or _is_records(n, module, program)]
        return any(_is_data(n, module, program, patterns) for n in names)
    likely = any(patterns.is_likely_folder(p) for p in (*relative.parts[:-1], relative.stem))
    return likely and any(_is_records(n, module, program) for n in names)


def _is_data(name: Node, module: Module, program: Program, patterns: Patterns) -> bool:
    """Whether what is imported is data or makes data, and no component."""
    symbol = program.value(module, name)
    if not isinstance(symbol, Symbol):
        return False
    if symbol.is_namespace:
        return True
    if symbol.module.path.suffix in EMBEDDED:
        return False
    if any(patterns.is_test_package(s) for s in symbol.module.specifiers):
        return False
    if symbol.node.type in ("class_declaration", "enum_declaration") or _is_component(symbol):
        return False
    if _is_enum(symbol.node):
        return False
    own = symbol.binding.name if symbol.binding else text(name)
    return patterns.marks(own) or _is_records(name, module, program) or _holds_records(symbol)


def _is_enum(node: Node) -> bool:
    """`const Kind = { ONE: 'one', TWO: 'two' }`"""
    value = unwrapped(node.child_by_field_name("value") or node)
    pairs = children_of(value) if value.type == "object" else []
    return bool(pairs) and all(map(_is_constant, pairs))


def _is_constant(pair: Node) -> bool:
    key, value = (pair.child_by_field_name(f) for f in ("key", "value"))
    is_name = key is not None and text(key).isupper()
    return is_name and value is not None and value.type in ("string", "number")


def _is_component(symbol: Symbol) -> bool:
    name = symbol.binding.name if symbol.binding else ""
    return name[:1].isupper() and not name.isupper() and "_" not in name and _is_code(symbol.node)


def _is_code(node: Node) -> bool:
    """A function or a class, or what a call makes of one: `memo(() => …)`, `connect(…)(Row)`."""
    if node.type == "variable_declarator":
        node = unwrapped(node.child_by_field_name("value") or node)
    return node.type in _CODE


def _holds_records(symbol: Symbol) -> bool:
    """Whether the module of a function writes records out, which the function may hand on."""
    if not _is_code(symbol.node):
        return True
    found = symbol.module.captures(_LITERALS).get("literal", ())
    return any(records(literal) is not None for literal in found)


def _is_records(name: Node, module: Module, program: Program) -> bool:
    symbol = program.value(module, name)
    if not isinstance(symbol, Symbol):
        return False
    if symbol.is_namespace:
        return False
    value = symbol.node
    if value.type == "variable_declarator":
        value = value.child_by_field_name("value") or value
    return records(value) is not None
