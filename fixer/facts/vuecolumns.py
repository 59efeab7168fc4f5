"""Vue's tables that are given a list of columns → the texts in it, and the slots called by them.

`:headers="[{ key: 'name' }]"` with `#item.name="{ item }"`: one of them alone shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.facts.loosekeys import LooseKey
from fixer.facts.vuemade import made_of
from fixer.program.markup import VueMarkup
from fixer.program.module import Module
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import Types
from fixer.program.types.model import Member
from fixer.program.types.vuekeys import Columns
from fixer.program.words import whole_words

# What only a table's column has, whichever library's.
_COLUMN = frozenset({"dataIndex", "dataKey", "accessorKey"})
_COMPARING = frozenset({"===", "!==", "==", "!="})


@dataclass(frozen=True, slots=True)
class Listed:
    """A text of a list of columns, or a slot's name, by the properties that it means."""

    node: Node
    span: Span
    members: tuple[Member, ...]


def listed(types: Types, module: Module, name: str) -> Iterator[Listed]:
    """What names a property in lists of columns, in the file of the table."""
    markup = module.markup
    if not isinstance(markup, VueMarkup) or name.encode() not in module.data:
        return
    for tag in markup.tags:
        element = tag.parent
        found = types.vue_columns(module, element) if element is not None else None
        if found is not None:
            yield from _of_table(types, module, markup, found, name)


def loose(types: Types, module: Module, name: str) -> Iterator[LooseKey]:
    """The columns of which the type doesn't say what they are of; of a list here the table does."""
    found = {it.span: it for it in listed(types, module, name)}
    for it in found.values():
        yield LooseKey(module, it.span, it.members, only_reads=True)
    for node in module.occurrences(name):
        span = Span(node.start_byte, node.end_byte)
        holder = node.parent.parent if node.parent is not None else None
        key = holder.child_by_field_name("key") if holder is not None else None
        if node.type != "string_fragment" or key is None or text(key) not in _COLUMN:
            continue
        if span not in found and not types.symbol_at(module, node).members:
            yield LooseKey(module, span, only_reads=True)


def _of_table(
    types: Types, module: Module, markup: VueMarkup, columns: Columns, name: str
) -> Iterator[Listed]:
    literal = made_of(module, markup.expression(columns.given), "array")
    members: tuple[Member, ...] = ()
    for node in _texts(literal, columns) if literal is not None else ():
        whole = node.parent
        for start, end in whole_words(module.data, name.encode(), node.start_byte, node.end_byte):
            if whole is None or types.symbol_at(module, node).members:
                continue  # the type says so itself
            meant = types.named_in_vue(module, columns.table, whole, start)
            if meant:
                yield Listed(node, Span(start, end), meant)
            if meant and text(node) == name:
                members = meant
    if not members:
        return
    yield from _slots(module, columns, name, members)
    yield from _compared(module, markup, columns, name, members)


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
    """`#item.name`, of the table's own slots."""
    for template in children_of(columns.table.element) if columns.slot is not None else ():
        tag = first_named(template) if template.type == "element" else None
        for attribute in children_of(tag) if tag is not None else ():
            label = first_named(attribute)
            called = text(label) if label is not None else ""
            slot = called.removeprefix("v-slot:").removeprefix("#").strip("[]`'\"")
            if label is None or slot != (columns.slot or "").replace("*", name):
                continue
            at = label.start_byte + called.index(slot) + (columns.slot or "").index("*")
            yield Listed(attribute, Span(at, at + len(name.encode())), members)


def _compared(
    module: Module, markup: VueMarkup, columns: Columns, name: str, members: tuple[Member, ...]
) -> Iterator[Listed]:
    """`column.dataIndex === 'name'` in the table's slots."""
    table = columns.table.element
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
        if said is not None and text(said) in columns.names and markup.region_at(node.start_byte):
            yield Listed(node, Span(node.start_byte, node.end_byte), members)
