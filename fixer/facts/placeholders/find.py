"""A module becomes the fake data in it, each with the evidence that it is fake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from tree_sitter import Node

from fixer.contract.wording import tokens
from fixer.facts.placeholders.context import (
    comment_on,
    follows_wait,
    in_error_handler,
    in_other_build,
    timer_of,
)
from fixer.facts.placeholders.gate import Gates
from fixer.facts.placeholders.model import Fake, Form, Role
from fixer.facts.placeholders.patterns import Patterns
from fixer.facts.placeholders.places import Place, places
from fixer.facts.placeholders.records import Records, is_blank, records, unwrapped
from fixer.facts.placeholders.shapes import Shapes
from fixer.facts.states import State
from fixer.program.module import Module
from fixer.program.program import Program, Symbol
from fixer.program.syntax import children_of, text

_STATEFUL = frozenset({Role.INITIAL, Role.ASSIGNED, Role.STORE})


_CONVERTS = re.compile(
    r"(?:parse|map|convert|transform|normali[sz]e|format|to|from|filter|sort)[A-Z_]"
)


@dataclass(frozen=True, slots=True)
class _Datum:
    """What stands at a place, names followed: a constant's value where it is declared."""

    node: Node
    module: Module
    records: Records | None
    name: str | None = None
    declaration: Node | None = None
    folder: str | None = None
    is_called: bool = False


def fakes(
    module: Module,
    program: Program,
    kept: Iterable[State],
    shapes: Shapes,
    patterns: Patterns,
    gates: Gates,
) -> Iterator[Fake]:
    """Every place of fake data once, in source order. `kept`: the module's state."""
    search = _Search(module, program, shapes, patterns, gates)
    found: dict[tuple[int, int], Fake] = {}
    for place in places(module, kept, patterns):
        fake = search.judged(place)
        if fake is not None:
            found.setdefault((place.node.start_byte, place.node.end_byte), fake)
    for key in sorted(found):
        yield found[key]


class _Search:
    def __init__(
        self, module: Module, program: Program, shapes: Shapes, patterns: Patterns, gates: Gates
    ) -> None:
        self._module = module
        self._program = program
        self._shapes = shapes
        self._patterns = patterns
        self._gates = gates
        self._gate = gates.of(module.path, module.data)

    def judged(self, place: Place) -> Fake | None:
        """The place as fake data; None: nothing proves it."""
        datum = self._datum(place)
        if datum is None:
            return None
        fallback = place.is_fallback or in_error_handler(place.node)
        timer = timer_of(place.node, self._patterns) or follows_wait(place.node, self._patterns)
        evidence = self._evidence(place, datum, timer is not None)
        operation = self._shapes.of(datum.records) if datum.records else None
        if evidence is None or in_other_build(self._module, place.node):
            return None
        form = Form.DATA
        if fallback:
            form = Form.FALLBACK
        elif timer is not None:
            form = Form.SIMULATED
        elif datum.folder is not None:
            form = Form.IMPORTED
        elif datum.records and self._random_fields(datum.records):
            form = Form.RANDOM
        return Fake(
            form,
            place.role,
            self._module,
            place.node,
            evidence,
            records=datum.records,
            source=datum.name,
            source_module=datum.module if datum.name else None,
            declaration=datum.declaration,
            state=place.state,
            timer=timer,
            operation=operation,
        )

    def _datum(self, place: Place) -> _Datum | None:
        node = unwrapped(place.node)
        if node.type in ("identifier", "member_expression"):
            return self._named(node) if self._may_be_fake(node, place) else None
        if node.type == "call_expression":
            made = self._called(node) if place.role in _STATEFUL or place.is_fallback else None
            if made is not None:
                return made
        if place.role is Role.RENDERED or (place.is_fallback and place.state is None):
            return None
        found = records(node)
        return _Datum(node, self._module, found) if found else None

    def _may_be_fake(self, name: Node, place: Place) -> bool:
        """Whether following a name can prove anything: most names that are shown prove nothing."""
        if place.role in _STATEFUL or self._gate.comments or self._gate.random:
            return True
        return self._gate.folders or self._patterns.marks(text(name))

    def _named(self, node: Node) -> _Datum | None:
        """A constant, here or in another module; `MOCKS.users` as well."""
        name, member = node, None
        if node.type == "member_expression":
            inner, key = (node.child_by_field_name(f) for f in ("object", "property"))
            if inner is None or key is None or inner.type != "identifier":
                return None
            name, member = inner, text(key)
        symbol = self._program.value(self._module, name)
        if not isinstance(symbol, Symbol) or symbol.node.type != "variable_declarator":
            return None
        if not _is_constant(symbol):
            return None
        value = symbol.node.child_by_field_name("value")
        if value is None:
            return None
        found = self._value_of(value, member)
        if found is None:
            return None
        own = symbol.binding.name if symbol.binding else text(name)
        label = f"{own}.{member}" if member else own
        folder = self._folder(symbol.module.path) if symbol.module is not self._module else None
        return _Datum(value, symbol.module, found, label, symbol.node, folder)

    def _value_of(self, value: Node, member: str | None) -> Records | None:
        value = unwrapped(value)
        if member is not None and value.type == "object":
            for pair in children_of(value):
                key = pair.child_by_field_name("key")
                inner = pair.child_by_field_name("value")
                if key is not None and inner is not None and text(key) == member:
                    return records(inner)
        return records(value) or _scalars(value)

    def _called(self, call: Node) -> _Datum | None:
        """`generateMockUsers(5)`: a function whose name says that it makes data up.

        `parseUserStubs(body)` makes them of what it is given.
        """
        callee = call.child_by_field_name("function")
        if callee is None or callee.type != "identifier" or not self._patterns.marks(text(callee)):
            return None
        if _CONVERTS.match(text(callee)):
            return None
        symbol = self._program.value(self._module, callee)
        if not isinstance(symbol, Symbol) or _returns_nothing(symbol):
            return None
        folder = self._folder(symbol.module.path) if symbol.module is not self._module else None
        return _Datum(call, symbol.module, None, text(callee), symbol.node, folder, is_called=True)

    def _folder(self, path: Path) -> str | None:
        return fake_part(path, self._program.root, self._patterns)

    def _evidence(self, place: Place, datum: _Datum, timed: bool) -> str | None:
        found = datum.records
        if datum.folder is not None:
            return f"it comes from {datum.folder}"
        if datum.name is not None and self._patterns.marks(datum.name):
            return f"the name {datum.name} says so"
        if datum.is_called or found is None or is_blank(found):
            return None
        comment = self._comment(place, datum)
        if comment is not None:
            return f'a comment says so: "{comment}"'
        fields = self._random_fields(found)
        if fields and place.role is not Role.RETURNED:
            return f"{', '.join(fields)} {'is' if len(fields) == 1 else 'are'} made up at random"
        if place.role not in _STATEFUL and not (place.role is Role.RESOLVED and timed):
            return None
        operation = self._shapes.of(found)
        if operation is not None:
            return f"{operation} is where such records come from"
        shown = next((v for v in found.values if self._patterns.looks_fake(v)), None)
        if shown is not None and found.listed:
            return f"it holds '{shown}'"
        if place.role is Role.RESOLVED and timed and (found.listed or len(found.entries) >= 4):
            return "a timer plays the server that gives it"
        return None

    def _comment(self, place: Place, datum: _Datum) -> str | None:
        nodes = [place.node] if place.role is not Role.RENDERED and self._gate.comments else []
        if datum.declaration is not None and self._may_comment(datum.module):
            nodes += [datum.declaration, datum.node]
        for node in nodes:
            comment = comment_on(node, self._patterns)
            if comment is not None:
                return self._patterns.comment_marks(text(comment))
        return None

    def _may_comment(self, module: Module) -> bool:
        if module is self._module:
            return self._gate.comments
        return self._gates.of(module.path, module.data).comments

    def _random_fields(self, found: Records) -> tuple[str, ...]:
        return tuple(
            e.key
            for e in found.entries
            if is_quantity(e.key, self._patterns) and makes_up(e.value, self._patterns)
        )


def fake_part(path: Path, root: Path, patterns: Patterns) -> str | None:
    """The folder or file by whose name a module holds fakes: `mocks/`, `users.mock.ts`."""
    relative = PurePath(path.relative_to(root)) if path.is_relative_to(root) else PurePath(path)
    for part in relative.parts[:-1]:
        if patterns.is_fake_folder(part):
            return f"{part}/"
    stem = relative.name.removesuffix(relative.suffix)
    if patterns.is_fake_folder(stem) or patterns.marks_file(stem):
        return relative.name
    return None


def is_quantity(name: str, patterns: Patterns) -> bool:
    """Whether a name is one of a number that a person reads, not of an id or a position."""
    found = tokens(name)
    return not found.isdisjoint(patterns.random_quantities) and found.isdisjoint(
        patterns.random_exempt
    )


def makes_up(value: Node, patterns: Patterns) -> bool:
    """Whether an expression holds a call that makes data up, other than to pick from a list."""
    if value.type == "call_expression":
        callee = value.child_by_field_name("function")
        if callee is not None and patterns.is_random(text(callee)):
            return True
    if value.type == "subscript_expression":
        return False
    return any(makes_up(child, patterns) for child in children_of(value))


def _is_constant(symbol: Symbol) -> bool:
    declaration = symbol.node.parent
    return declaration is not None and text(declaration).startswith("const")


def _scalars(value: Node) -> Records | None:
    """A list of numbers or strings: data only when its name says so."""
    if value.type != "array" or not children_of(value):
        return None
    plain = all(c.type in ("number", "string", "unary_expression") for c in children_of(value))
    return Records(value, True, len(children_of(value))) if plain else None


def _returns_nothing(symbol: Symbol) -> bool:
    node = symbol.node
    if node.type == "variable_declarator":
        node = node.child_by_field_name("value") or node
    return node.type not in ("arrow_function", "function_expression", "function_declaration")
