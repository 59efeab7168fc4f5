"""The keys of a written record become the operation whose response has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract, Kind, Operation, Schema
from fixer.facts.placeholders.records import Records, is_blank_value
from fixer.program.program import Program

DEPTH = 4
LEAST = 3
# A member of a type is none of a record: `name: string`.
_KEY = re.compile(
    rb"([A-Za-z_$][\w$]*)['\"]?\s*:(?!:)(?!\s*(?:string|number|boolean|any|unknown)\b)"
)
_SERVED = frozenset({"date-time", "uuid"})
_IDENTITY = frozenset({"id", "pk", "uuid"})


@dataclass(frozen=True, slots=True)
class Shape:
    """An object somewhere in an operation's response; `listed`: an element of an array there.

    `depth`: how far inside. `names`: every name that a property has or had.
    """

    operation: Operation
    schema: Schema
    listed: bool
    depth: int
    names: frozenset[str]

    @property
    def rank(self) -> tuple[int, int]:
        """The plainer the path and the nearer the object, the likelier that it is meant."""
        return self.operation.path.count("{"), self.depth


class Shapes:
    """The objects of all GET responses of a contract that have enough properties to be known by."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._possible: frozenset[Path] | None = None

    @cached_property
    def all(self) -> tuple[Shape, ...]:
        return tuple(s for s in self._found() if len(s.names) >= LEAST)

    @cached_property
    def _names(self) -> frozenset[bytes]:
        return frozenset(n.encode() for shape in self.all for n in shape.names)

    def possible(self, program: Program) -> frozenset[Path]:
        """The files of a program that hold enough known keys, wherever they stand."""
        if self._possible is None:
            names = [name.decode() for name in self._names]
            self._possible = program.words.holding_several(names, LEAST - 1)
        return self._possible

    def may_hold(self, data: bytes) -> bool:
        """Whether a file writes so many known keys in a row that they could be such a record."""
        if not self._names:
            return False
        row = 0
        for key in _KEY.findall(data):
            row = row + 1 if key in self._names else 0
            if row == LEAST - 1:  # one of the record's keys may be unknown, or be the first
                return True
        return False

    def of(self, found: Records) -> Operation | None:
        """The operation whose response has such records, if one is the likeliest; else None.

        Three keys must be properties of it, of four keys no more than one may be unknown: a
        mistaken name. A list of tabs has an `id`, too, but no numbers for ids. One object must
        have something that a server gives, written out: an id, a time.
        """
        fits = sorted((s for s in self.all if self._fits(s, found)), key=lambda s: s.rank)
        best = {str(s.operation) for s in fits if s.rank == fits[0].rank}
        return fits[0].operation if len(best) == 1 else None

    def _fits(self, shape: Shape, found: Records) -> bool:
        if shape.listed is not found.listed:
            return False
        known = found.keys & shape.names
        if len(known) < LEAST or len(known) * 4 < len(found.keys) * 3:
            return False
        if not (found.listed or self._is_served(shape.schema, found)):
            return False
        return all(self._allows(shape.schema, e.key, e.value) for e in found.entries)

    def _is_served(self, schema: Schema, found: Records) -> bool:
        """Whether only a server gives such values: a form, or default settings, have none.

        One value that nobody sends may be a default all the same, as a currency's symbol.
        """
        said = [e for e in found.entries if not is_blank_value(e.value)]
        written = [e.key for e in said if e.value.type in ("string", "number")]
        told = [prop for key in written if (prop := schema.property(key)) is not None]
        formats = {self._contract.resolve(prop.schema).format for prop in told}
        if not _IDENTITY.isdisjoint(prop.name for prop in told) or formats & _SERVED:
            return True
        return sum(prop.read_only for prop in told) > 1

    def _allows(self, schema: Schema, key: str, value: Node) -> bool:
        if key in _IDENTITY:
            declared = schema.property(key)
            kind = self._contract.resolve(declared.schema).kind if declared else Kind.ANY
            return not (kind is Kind.INTEGER and value.type == "string" and not _digits(value))
        return True

    def _found(self) -> Iterator[Shape]:
        for operation in self._contract.operations:
            payload = self._contract.payload(operation)
            if operation.method == "GET" and payload is not None:
                yield from self._objects(operation, payload, listed=False, depth=0)

    def _objects(
        self, operation: Operation, schema: Schema, *, listed: bool, depth: int
    ) -> Iterator[Shape]:
        if depth > DEPTH:
            return
        schema = self._contract.resolve(schema)
        if schema.kind is Kind.ARRAY and schema.items is not None:
            yield from self._objects(operation, schema.items, listed=True, depth=depth + 1)
        if schema.kind is not Kind.OBJECT or not schema.properties:
            return
        yield Shape(operation, schema, listed, depth, _all_names(schema))
        for prop in schema.properties:
            inner = self._contract.resolve(prop.schema)
            if inner.kind is Kind.ARRAY:
                yield from self._objects(operation, inner, listed=False, depth=depth + 1)


def _all_names(schema: Schema) -> frozenset[str]:
    current = {p.name for p in schema.properties}
    return frozenset(current.union(*(p.legacy_names for p in schema.properties)))


def _digits(value: Node) -> bool:
    return (value.text or b"").strip(b"'\"`").isdigit()
