"""A module becomes everything fake in it: data, mock imports, waits, random values, markers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tree_sitter import Node

from fixer.facts.placeholders.context import comment_on, is_wait, simulates
from fixer.facts.placeholders.find import fakes, is_quantity
from fixer.facts.placeholders.gate import Gates
from fixer.facts.placeholders.imported import mock_imports
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
from fixer.facts.placeholders.shapes import Shapes
from fixer.facts.states import State, states
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import children_of, text

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
        imports=tuple(mock_imports(module, program, patterns)) if gate.folders else (),
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
            for given in children_of(arguments)[:1] if arguments is not None else ():
                if _gives_number(given, patterns):
                    yield Random(given, f"it becomes {name}")


def _gives_number(node: Node, patterns: Patterns) -> bool:
    """Whether an expression's own value is made up, not one that it hands to something else."""
    if node.type == "parenthesized_expression":
        return any(_gives_number(c, patterns) for c in children_of(node))
    if node.type == "binary_expression":
        return any(_gives_number(c, patterns) for c in children_of(node))
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
        return any(_gives_number(a, patterns) for a in children_of(arguments))
    return _gives_number(receiver, patterns)
