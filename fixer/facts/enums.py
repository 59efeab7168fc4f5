"""Literals that stand beside a value of a contract's enum: compared with it, or declared for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, partial
from pathlib import Path

from tree_sitter import Node

from fixer.contract.every import every_schema
from fixer.contract.model import Contract, Kind, Property, Scalar, Schema
from fixer.diagnostics import Span
from fixer.facts.atoms import atoms
from fixer.facts.bindings import Bindings, Bound, Direction
from fixer.facts.compared import Literal, compared, given, literal
from fixer.facts.reads import Reads
from fixer.program.files import is_test
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import first_named
from fixer.program.types import Types
from fixer.program.types.model import Member, WireType
from fixer.program.words import whole_words

_DECLARING = frozenset({"property_signature", "public_field_definition"})
_BEFORE = re.compile(rb"(?:[!=]=|switch|includes)[^;\n]*\Z")
_AFTER = re.compile(rb"[^;\n]*?[!=]=")


class Misuse(Enum):
    """COMPARED with, DECLARED among, or SENT as what the enum doesn't have; LACKING in a type."""

    COMPARED = "compared"
    DECLARED = "declared"
    SENT = "sent"
    LACKING = "lacking"


@dataclass(frozen=True, slots=True)
class EnumFinding:
    """At `span`, `value` and the enum of `property` of `schema` don't agree.

    `value` is what the code has and the enum hasn't; of LACKING it is the other way round.
    """

    path: Path
    span: Span
    value: Scalar
    misuse: Misuse
    schema: Schema
    property: Property


@dataclass(frozen=True, slots=True)
class _Meaning:
    """A property with an enum, of the object that has it."""

    schema: Schema
    property: Property
    values: frozenset[Scalar]


class Enums:
    """Holds literals against the enums of a contract, over a program."""

    def __init__(
        self, program: Program, contract: Contract, types: Types, bindings: Bindings
    ) -> None:
        self._program = program
        self._contract = contract
        self._types = types
        self._bindings = bindings
        self._reads = Reads(program, types)
        self._gifts: dict[str, frozenset[Scalar]] = {}

    def findings(self) -> Mapping[Path, tuple[EnumFinding, ...]]:
        """By file, in source order."""
        found: dict[Path, dict[EnumFinding, None]] = {}
        for finding in (*self._compared(), *self._declared()):
            found.setdefault(finding.path, {})[finding] = None
        return {p: tuple(sorted(f, key=lambda x: x.span)) for p, f in found.items()}

    @cached_property
    def _common(self) -> Mapping[str, frozenset[Scalar]]:
        """By name of the properties with an enum: the values that all enums of that name have."""
        found: dict[str, frozenset[Scalar]] = {}
        for schema in every_schema(self._contract):
            for prop in schema.properties:
                values = self._values(prop.schema)
                for name in (prop.name, *prop.aliases) if values else ():
                    found[name] = found.get(name, values) & values
        return found

    def _values(self, schema: Schema) -> frozenset[Scalar]:
        """The values of an enum; empty: it is none, or open."""
        shape = self._contract.resolve(schema)
        if shape.kind is Kind.BOOLEAN:
            return frozenset()  # `success: true`; who asks for the other has a failure in mind
        if shape.kind is not Kind.UNION:
            return frozenset(shape.enum)
        parts = [self._values(variant) for variant in shape.variants]
        return frozenset().union(*parts) if all(parts) else frozenset()

    def _meanings(self, member: Member) -> tuple[_Meaning, ...]:
        """The enums that a member stands for; none where one of its meanings has no enum."""
        found: list[_Meaning] = []
        for schema, prop in self._properties(member):
            values = self._values(prop.schema) if prop is not None else frozenset()
            if prop is None or not values:
                return ()
            found.append(_Meaning(schema, prop, values))
        return tuple(found)

    def _properties(self, member: Member) -> Iterator[tuple[Schema, Property | None]]:
        if member.property is not None and isinstance(member.owner, WireType):
            yield member.owner.schema, member.property
        for bound in self._bindings.of(member):
            yield bound.schema, bound.property

    def _compared(self) -> Iterator[EnumFinding]:
        for name, common in sorted(self._common.items()):
            doubtful = partial(_is_doubtful, common)
            for read in self._reads.of(name, files=self._comparing(name), where=doubtful):
                meanings = [self._meanings(m) for m in read.members]
                if not all(meanings):
                    continue
                flat = [m for several in meanings for m in several]
                for found in compared(read.module, read.expression):
                    for finding in _foreign(found, flat, Misuse.COMPARED):
                        if found.value not in self._given(name):
                            yield finding

    def _given(self, name: str) -> frozenset[Scalar]:
        """The literals that the program itself gives properties of the name."""
        if name not in self._gifts:
            root, paths = self._program.root, self._program.holding(name)
            modules = (self._program.module(p) for p in paths if not is_test(p, root))
            self._gifts[name] = frozenset(v for m in modules for v in given(m, name))
        return self._gifts[name]

    def _comparing(self, name: str) -> Iterator[Path]:
        """The files in which a comparison stands near the name; no other is parsed for it."""
        wanted = name.encode()
        for path in self._program.holding(name):
            data = self._program.sources[path]
            if any(_is_compared(data, *found) for found in whole_words(data, wanted)):
                yield path

    def _declared(self) -> Iterator[EnumFinding]:
        """A literal of a shared alias is wrong only if it is wrong for all that use the alias."""
        written: dict[tuple[Path, int], tuple[Literal, list[_Meaning], Misuse]] = {}
        for member in self._bindings.members:
            meanings = self._meanings(member)
            node, module = member.node, member.module
            if not meanings or node is None or module is None:
                continue
            literals, misuse = tuple(self._literals(module, node)), Misuse.DECLARED
            if node.type != "pair" and _is_mark(literals, meanings):
                continue
            if node.type == "pair":
                misuse = Misuse.SENT
            for found in literals:
                key = (found.module.path, found.node.start_byte)
                written.setdefault(key, (found, [], misuse))[1].extend(meanings)
            if misuse is Misuse.DECLARED and self._is_received(member):
                yield from self._lacking(member, module, meanings, literals)
        for found, meanings_of, misuse in written.values():
            yield from _foreign(found, meanings_of, misuse)

    def _is_received(self, member: Member) -> bool:
        bounds: tuple[Bound, ...] = self._bindings.of(member)
        return all(b.direction is Direction.RESPONSE for b in bounds)

    def _lacking(
        self,
        member: Member,
        module: Module,
        meanings: tuple[_Meaning, ...],
        literals: tuple[Literal, ...],
    ) -> Iterator[EnumFinding]:
        """The enum's values that a closed type of literals leaves out, but for "nothing chosen"."""
        told = {found.value for found in literals}
        name = member.name_node
        if name is None or len(told) < 2 or not self._is_closed(member):
            return
        for value in sorted(meanings[0].values - told - {""}, key=str):
            if all(value in m.values for m in meanings):
                span = Span(name.start_byte, name.end_byte)
                first = meanings[0]
                yield EnumFinding(
                    module.path, span, value, Misuse.LACKING, first.schema, first.property
                )

    def _is_closed(self, member: Member) -> bool:
        """Whether the member's type is made of literals alone."""
        node, module = member.node, member.module
        written = node.child_by_field_name("type") if node is not None else None
        inner = first_named(written) if written is not None else None
        if inner is None or module is None:
            return False
        return all(n is not None for n in atoms(self._program, module, inner))

    def _literals(self, module: Module, node: Node) -> Iterator[Literal]:
        if node.type == "pair":
            value = node.child_by_field_name("value")
            found = literal(module, value) if value is not None else None
            if found is not None:
                yield found
        elif node.type in _DECLARING:
            written = node.child_by_field_name("type")
            inner = first_named(written) if written is not None else None
            found_there = atoms(self._program, module, inner) if inner is not None else ()
            for atom in found_there:
                if atom is not None and atom.module.path in self._program.sources:
                    yield atom


def _is_compared(data: bytes, start: int, end: int) -> bool:
    """Whether a comparison stands shortly before or after `[start, end)`, in the same line."""
    return (
        _BEFORE.search(data, max(0, start - 90), start) is not None
        or _AFTER.match(data, end, end + 25) is not None
    )


def _is_doubtful(common: frozenset[Scalar], module: Module, expression: Node) -> bool:
    """Whether a literal is compared with that not every enum of the property's name has."""
    return any(found.value not in common for found in compared(module, expression))


def _is_mark(literals: tuple[Literal, ...], meanings: tuple[_Meaning, ...]) -> bool:
    """`{ kind: 'circle' }`: the mark by which the alternatives of a union are told apart."""
    return len(literals) == 1 and all(len(m.values) == 1 for m in meanings)


def _foreign(found: Literal, meanings: Iterable[_Meaning], misuse: Misuse) -> Iterator[EnumFinding]:
    """The finding on a literal that is a value of none of the enums, of their values' kind."""
    known = tuple(meanings)
    if any(found.value in m.values for m in known) or not known:
        return
    if not any(type(v) is type(found.value) for m in known for v in m.values):
        return
    is_unset = found.value in ("", 0) and not isinstance(found.value, bool)
    if is_unset and misuse is not Misuse.DECLARED:
        return  # a form that nobody has filled in yet, or the question whether it is
    span = Span(found.node.start_byte, found.node.end_byte)
    first = known[0]
    yield EnumFinding(found.module.path, span, found.value, misuse, first.schema, first.property)
