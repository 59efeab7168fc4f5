"""Texts that may be keys by which a value is read in the same file: `row[key]`, `key: string`.

The compiler doesn't say of which type `row[key]` is a property, so the text doesn't follow.
"""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.diagnostics import Span
from fixer.facts.giving import gives, is_key
from fixer.facts.loosekeys import LooseKey
from fixer.program.module import Module
from fixer.program.types import Types
from fixer.program.types.model import UNKNOWN, Literal, Member, parts_of, present

_QUERY = "(subscript_expression) @s"
_OPEN = ord("[")
# What is no variable: `rows[0]`, `row['name']`, `` row[`plan_${kind}`] ``.
_TOLD = frozenset({"number", "string", "template_string", "unary_expression", "binary_expression"})


class VariedKeys:
    """What is looked for when a name is asked about."""

    def __init__(self, types: Types) -> None:
        self._types = types
        self._known: dict[Module, tuple[Node, ...]] = {}

    def proven(self, module: Module, name: str) -> Iterator[tuple[Node, tuple[Member, ...]]]:
        """The one text of a file that must be the key where a key's type says that it is `name`.

        `for (const key of ['name', 'id'] as const) row[key]`
        """
        texts = [n for n in module.occurrences(name) if n.type == "string_fragment"]
        if len(texts) != 1 or not self._is_loose(module, texts[0]):
            return
        found: dict[Member, None] = {}
        for use in self._uses(module):
            index = use.child_by_field_name("index")
            key = self._types.static(module, index) if index is not None else UNKNOWN
            if Literal(name) in parts_of(key):
                found.update(dict.fromkeys(self._members(module, use, name)))
        if found:
            yield texts[0], tuple(found)

    def of(self, module: Module, name: str) -> Iterator[LooseKey]:
        """The texts of a file that are `name` and no type's key, where a key may be any."""
        loose = [n for n in module.occurrences(name) if self._is_loose(module, n)]
        if not loose:
            return
        span = Span(loose[0].start_byte, loose[0].end_byte)
        for use in self._uses(module):
            members = self._members(module, use, name)
            if members:
                index = use.child_by_field_name("index") or use
                yield LooseKey(module, span, members, only_reads=not gives(module, index))

    def _is_loose(self, module: Module, node: Node) -> bool:
        if node.type != "string_fragment" or is_key(node):
            return False
        return not self._types.symbol_at(module, node).members

    def _members(self, module: Module, use: Node, name: str) -> tuple[Member, ...]:
        """The properties of that name in what is read by a key of which the type says nothing."""
        held, key = use.child_by_field_name("object"), use.child_by_field_name("index")
        if held is None or key is None:
            return ()
        type_ = present(self._types.of(module, held))
        # A dictionary has whatever key; what it holds is something else.
        return self._types.member(type_, name) if self._types.values(type_) is None else ()

    def _uses(self, module: Module) -> tuple[Node, ...]:
        found = self._known.get(module)
        if found is None:
            every = tuple(_subscripts(module))
            found = self._known[module] = tuple(it for it in every if _is_varied(it))
        return found


def _is_varied(use: Node) -> bool:
    key = use.child_by_field_name("index")
    return key is not None and key.type not in _TOLD


def _subscripts(module: Module) -> Iterator[Node]:
    yield from module.captures(_QUERY).get("s", ())
    markup = module.markup
    for region in markup.regions if markup is not None else ():
        if markup is not None and _OPEN in module.data[region.start : region.end]:
            waiting = [markup.parsed(region)]
            while waiting:
                node = waiting.pop()
                waiting += node.named_children
                if node.type == "subscript_expression":
                    yield node
