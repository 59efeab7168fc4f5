"""A module becomes everything fake in it: data, mock imports, waits, random values, markers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tree_sitter import Node

from fixer.facts.placeholders.context import comment_on, is_wait, simulates
from fixer.facts.placeholders.find import fake_part, fakes, is_quantity
from fixer.facts.placeholders.gate import Gates
from fixer.facts.placeholders.markers import bare, has_markup, markers
from fixer.facts.placeholders.model import (
    NOTHING,
    Delay,
    Fake,
    Form,
    Marker,
    MockImport,
    Placeholders,
    Random,
    Role,
)
from fixer.facts.placeholders.patterns import Patterns, load_patterns
from fixer.facts.placeholders.records import records
from fixer.facts.placeholders.shapes import Shapes
from fixer.facts.states import State, states
from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.resolution import EMBEDDED
from fixer.program.syntax import string_value, text

__all__ = [
    "NOTHING",
    "Delay",
    "Fake",
    "Form",
    "Gates",
    "Marker",
    "MockImport",
    "Patterns",
    "Placeholders",
    "Random",
    "Role",
    "Shapes",
    "load_patterns",
    "placeholders",
]


def placeholders(
    module: Module, program: Program, shapes: Shapes, patterns: Patterns, gates: Gates
) -> Placeholders:
    """What is fake in a module. `shapes`: the records that the contract's responses hold.

    Test code, by its folder, its name or the packages it imports, has nothing to report.
    """
    gate = gates.of(module.path, module.data)
    if not (gate.is_open or (gate.state and _may_hold_records(module, program, shapes))):
        return NOTHING
    if _is_test(module, program.root, patterns):
        return NOTHING
    kept = tuple(states(module, patterns.state_calls, patterns.state_globals))
    return Placeholders(
        fakes=tuple(fakes(module, program, kept, shapes, patterns, gates)),
        imports=tuple(_imports(module, program, patterns)) if gate.folders else (),
        delays=tuple(_delays(module, patterns)) if gate.names or gate.comments else (),
        randoms=tuple(_randoms(module, kept, patterns)) if gate.random else (),
        markers=tuple(markers(module, patterns)) if gate.comments or gate.texts else (),
    )


def _may_hold_records(module: Module, program: Program, shapes: Shapes) -> bool:
    return module.path in shapes.possible(program) and shapes.may_hold(module.data)


def _is_test(module: Module, root: Path, patterns: Patterns) -> bool:
    path = module.path
    relative = path.relative_to(root) if path.is_relative_to(root) else path
    if patterns.is_test_path(relative):
        return True
    if not patterns.may_import_tests(module.data):
        return False
    return any(patterns.is_test_package(s) for s in module.specifiers)


def _imports(module: Module, program: Program, patterns: Patterns) -> Iterator[MockImport]:
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
            # `DummyEpgUtils` may be about something that is called so.
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
    return symbol.node.type not in ("class_declaration", "enum_declaration") and not (
        _is_component(symbol)
    )


def _is_component(symbol: Symbol) -> bool:
    name = symbol.binding.name if symbol.binding else ""
    return name[:1].isupper() and not name.isupper() and "_" not in name and _is_code(symbol.node)


def _is_code(node: Node) -> bool:
    if node.type == "variable_declarator":
        node = node.child_by_field_name("value") or node
    return node.type in ("function_declaration", "arrow_function", "function_expression", "class")


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


def _delays(module: Module, patterns: Patterns) -> Iterator[Delay]:
    for awaited in module.captures("(await_expression (_) @a)").get("a", ()):
        if awaited.type == "comment" or not is_wait(awaited, patterns):
            continue
        callee = awaited.child_by_field_name("function")
        if callee is not None and simulates(text(callee)):
            yield Delay(module, awaited, text(callee))
            continue
        comment = comment_on(awaited, patterns)
        if comment is not None:
            yield Delay(module, awaited, patterns.comment_marks(bare(comment)) or "", comment)


_SHOWN = "(jsx_element (jsx_expression (_) @shown))"


def _randoms(module: Module, kept: Iterable[State], patterns: Patterns) -> Iterator[Random]:
    """Made-up values as a text on the page, or as a piece of state of a quantity's name."""
    for shown in module.captures(_SHOWN).get("shown", ()) if has_markup(module) else ():
        if shown.type in ("call_expression", "binary_expression") and _gives_number(
            shown, patterns
        ):
            yield Random(shown, "the page shows it")
    for state in kept:
        name = state.name
        if name is None or not is_quantity(name, patterns):
            continue
        if state.initial is not None and _gives_number(state.initial, patterns):
            yield Random(state.initial, f"it is the first value of {name}")
        for use in module.references(state.setter) if state.setter else ():
            call = use.parent
            arguments = call.child_by_field_name("arguments") if call is not None else None
            for given in arguments.named_children[:1] if arguments is not None else ():
                if _gives_number(given, patterns):
                    yield Random(given, f"it becomes {name}")


def _gives_number(node: Node, patterns: Patterns) -> bool:
    """Whether an expression's own value is made up, not one that it hands to something else."""
    if node.type == "parenthesized_expression":
        return any(_gives_number(c, patterns) for c in node.named_children)
    if node.type == "binary_expression":
        return any(_gives_number(c, patterns) for c in node.named_children)
    if node.type != "call_expression":
        return False
    callee = node.child_by_field_name("function")
    arguments = node.child_by_field_name("arguments")
    if callee is None or arguments is None:
        return False
    if patterns.is_random(text(callee)):
        return True
    receiver = callee.child_by_field_name("object")
    if receiver is None:
        return False
    if text(receiver) == "Math":
        return any(_gives_number(a, patterns) for a in arguments.named_children)
    return _gives_number(receiver, patterns)
