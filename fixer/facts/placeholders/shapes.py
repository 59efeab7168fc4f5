"""The keys of a written record become the operation whose response has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.contract.model import Contract, Kind, Operation, Schema
from fixer.facts.placeholders.records import Records

DEPTH = 4
LEAST = 3
_IDENTITY = frozenset({"id", "pk", "uuid"})


@dataclass(frozen=True, slots=True)
class Shape:
    """An object somewhere in an operation's response; `listed`: an element of an array there."""

    operation: Operation
    schema: Schema
    listed: bool

    @property
    def least(self) -> int:
        """How many of its keys a record must have to be told from others."""
        return min(LEAST, len(self.schema.properties))

    @property
    def names(self) -> frozenset[str]:
        """Every name that a property has or had."""
        current = {p.name for p in self.schema.properties}
        return frozenset(current.union(*(p.legacy_names for p in self.schema.properties)))


class Shapes:
    """The objects of all GET responses of a contract."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self.all = tuple(self._found())
        names = sorted({name for shape in self.all for name in shape.names})
        keys = "|".join(re.escape(n) for n in names)
        self._keys = re.compile(rf"\b({keys})['\"]?\s*:".encode()) if names else None

    def may_hold(self, data: bytes) -> bool:
        """Whether a file writes enough keys of one of the objects to hold such a record."""
        if self._keys is None:
            return False
        found = {m.decode() for m in self._keys.findall(data)}
        if not found:
            return False
        return any(len(shape.names & found) >= shape.least for shape in self.all)

    def of(self, found: Records) -> Operation | None:
        """The one operation whose response has such records; None: none, or several.

        Three keys (or all that it has) must be properties of it, of four keys no more than one may
        be unknown: a mistaken name. A list of tabs has an `id`, too, but no numbers for ids. One
        object must have something that a server gives: an id, a time.
        """
        fits = [s.operation for s in self.all if self._fits(s, found)]
        return fits[0] if len(dict.fromkeys(str(o) for o in fits)) == 1 else None

    def _fits(self, shape: Shape, found: Records) -> bool:
        if shape.listed is not found.listed:
            return False
        known = found.keys & shape.names
        if len(known) < shape.least or len(known) * 4 < len(found.keys) * 3:
            return False
        if not found.listed and not any(
            self._is_served(shape.schema, e.key) for e in found.entries
        ):
            return False
        return all(self._allows(shape.schema, e.key, e.value) for e in found.entries)

    def _is_served(self, schema: Schema, key: str) -> bool:
        """Whether only a server gives such a value: a form, or default settings, have none."""
        prop = schema.property(key)
        if prop is None:
            return False
        format = self._contract.resolve(prop.schema).format
        return key in _IDENTITY or prop.read_only or format in ("date-time", "uuid")

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
        yield Shape(operation, schema, listed)
        for prop in schema.properties:
            inner = self._contract.resolve(prop.schema)
            if inner.kind is Kind.ARRAY:
                yield from self._objects(operation, inner, listed=False, depth=depth + 1)


def _digits(value: Node) -> bool:
    return (value.text or b"").strip(b"'\"`").isdigit()
