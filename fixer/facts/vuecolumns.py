"""Vue's tables that are given a list of columns → the texts in it, and the slots called by them.

`:headers="[{ key: 'name' }]"` with `#item.name="{ item }"`: one of them alone shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.facts.loosekeys import LooseKey
from fixer.facts.vuemade import made_of
from fixer.program.markup import VueMarkup
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import Types
from fixer.program.types.model import Member, Unknown, present
from fixer.program.types.vuekeys import Columns
from fixer.program.words import whole_words

# What only a table's column has, whichever library's.
_COLUMN = frozenset({"dataIndex", "dataKey", "accessorKey"})
_GIVEN = re.compile(rb":(?:columns|headers|fields)\b")
_COMPARING = frozenset({"===", "!==", "==", "!="})


@dataclass(frozen=True, slots=True)
class Listed:
    """A text of a list of columns, or a slot's name, by the properties that it means."""

    module: Module
    node: Node
    span: Span
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """A table in the template of `module`, and its list of columns, which may stand elsewhere."""

    module: Module
    columns: Columns
    list_module: Module
    literal: Node


class VueColumns:
    """What names a property in the lists of columns of a program's templates."""

    def __init__(self, program: Program, types: Types) -> None:
        self._program, self._types = program, types
        self._known: dict[str, tuple[Listed, ...]] = {}

    def of(self, module: Module, name: str) -> Iterator[Listed]:
        """The places of one file, each once: a list may be that of several tables."""
        found = self._known.get(name)
        if found is None:
            every = (it for table in self._tables for it in self._of_table(table, name))
            found = self._known[name] = tuple(_together(every))
        yield from (it for it in found if it.module == module)

    def loose(self, module: Module, name: str) -> Iterator[LooseKey]:
        """The columns of which no type says what they are of; of a list here the table does."""
        found = {it.span: it for it in self.of(module, name)}
        for it in found.values():
            yield LooseKey(module, it.span, it.members, only_reads=True)
        for node in module.occurrences(name):
            span = Span(node.start_byte, node.end_byte)
            holder = node.parent.parent if node.parent is not None else None
            key = holder.child_by_field_name("key") if holder is not None else None
            if node.type != "string_fragment" or key is None or text(key) not in _COLUMN:
                continue
            if span not in found and node.parent and self._is_untold(module, node, node.parent):
                yield LooseKey(module, span, only_reads=True)

    def _is_untold(self, module: Module, node: Node, literal: Node) -> bool:
        """Whether no type says of what a text is a key: `Column<Row>[]` does."""
        if self._types.symbol_at(module, node).members:
            return False
        root = self._types.keyed_by(module, literal)
        return root is None or isinstance(present(root), Unknown)

    @cached_property
    def _tables(self) -> tuple[_Table, ...]:
        return tuple(
            table
            for path, data in self._program.sources.items()
            if path.suffix == ".vue" and _GIVEN.search(data)
            for table in self._in_file(self._program.module(path))
        )

    def _in_file(self, module: Module) -> Iterator[_Table]:
        markup = module.markup
        for tag in markup.tags if isinstance(markup, VueMarkup) else ():
            columns = self._types.vue_columns(module, tag.parent) if tag.parent else None
            if columns is None or not isinstance(markup, VueMarkup):
                continue
            made = made_of(self._program, module, markup.expression(columns.given), "array")
            if made is not None:
                yield _Table(module, columns, *made)

    def _of_table(self, table: _Table, name: str) -> Iterator[Listed]:
        where, columns = table.list_module, table.columns
        members: tuple[Member, ...] = ()
        if name.encode() not in (table.literal.text or b""):
            return
        for node in _texts(table.literal, columns):
            for start, end in whole_words(
                where.data, name.encode(), node.start_byte, node.end_byte
            ):
                meant = self._meant(table, node, start)
                if meant:
                    yield Listed(where, node, Span(start, end), meant)
                if meant and text(node) == name:
                    members = meant
        if members:
            yield from _slots(table.module, columns, name, members)
            yield from _compared(table.module, columns, name, members)

    def _meant(self, table: _Table, node: Node, start: int) -> tuple[Member, ...]:
        whole = node.parent
        if whole is None or self._types.symbol_at(table.list_module, node).members:
            return ()  # the type says so itself
        return self._types.named_in_vue(table.module, table.columns.table, whole, start)


def _together(every: Iterator[Listed]) -> Iterator[Listed]:
    found: dict[tuple[Module, Span], Listed] = {}
    for it in every:
        known = found.get((it.module, it.span))
        members = (*known.members, *it.members) if known is not None else it.members
        found[it.module, it.span] = replace(it, members=tuple(dict.fromkeys(members)))
    yield from found.values()


def _texts(literal: Node, columns: Columns) -> Iterator[Node]:
    """`'name'` of `[{ title: 'Name', key: 'name' }]`."""
    for entry in children_of(literal):
        for pair in children_of(entry) if entry.type == "object" else ():
            key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
            if key is None or value is None or text(key) not in columns.names:
                continue
            inner = first_named(value) if value.type == "string" else None
            if inner is not None and inner.type == "string_fragment":
                yield inner


def _slots(
    module: Module, columns: Columns, name: str, members: tuple[Member, ...]
) -> Iterator[Listed]:
    """`#item.name` and `#header.name`, of the table's own slots."""
    slots = {pattern.replace("*", name): pattern.index("*") for pattern in columns.slots}
    for template in children_of(columns.table.element) if slots else ():
        tag = first_named(template) if template.type == "element" else None
        for attribute in children_of(tag) if tag is not None else ():
            label = first_named(attribute)
            called = text(label) if label is not None else ""
            slot = called.removeprefix("v-slot:").removeprefix("#").strip("[]`'\"")
            if label is None or slot not in slots:
                continue
            at = label.start_byte + called.index(slot) + slots[slot]
            yield Listed(module, attribute, Span(at, at + len(name.encode())), members)


def _compared(
    module: Module, columns: Columns, name: str, members: tuple[Member, ...]
) -> Iterator[Listed]:
    """`column.dataIndex === 'name'` in the table's slots."""
    table, markup = columns.table.element, module.markup
    for node in module.occurrences(name):
        literal = node.parent if node.type == "string_fragment" else None
        asked = literal.parent if literal is not None else None
        if asked is None or not table.start_byte <= node.start_byte < table.end_byte:
            continue
        operator = asked.child_by_field_name("operator")
        if asked.type != "binary_expression" or operator is None or operator.type not in _COMPARING:
            continue
        other = next((side for side in children_of(asked) if side != literal), None)
        said = other.child_by_field_name("property") if other is not None else None
        is_shown = markup is not None and markup.region_at(node.start_byte) is not None
        if said is not None and text(said) in columns.names and is_shown:
            yield Listed(module, node, Span(node.start_byte, node.end_byte), members)
