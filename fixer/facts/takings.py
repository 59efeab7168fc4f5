"""Where code takes a payload out of what a client gives: `(await call).data`, `({ data }) => …`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.diagnostics import Edit
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import Types
from fixer.program.types.model import Type, present

_AROUND = frozenset({"await_expression", "parenthesized_expression", "non_null_expression"})
_THEN = b"then"


@dataclass(frozen=True, slots=True)
class Takings:
    """Looks for all reads of a payload of type `held` behind one call."""

    module: Module
    types: Types
    held: Type

    def opened(self, call: Node, key: str) -> tuple[Edit, ...] | None:
        """The edits by which each of them takes `key` out of the payload; None: not all are seen.

        Or none at all: what else takes it (`.subscribe((rows) => …)`) would get the page.

        `response.data` becomes `response.data.results`, `{ data }` `{ data: { results: data } }`.
        """
        try:
            return tuple(dict.fromkeys(self._edits(call, key))) or None
        except _UnseenError:
            return None

    def _edits(self, call: Node, key: str) -> Iterator[Edit]:
        node, holder = _outermost(call)
        if holder is None:
            raise _UnseenError
        if holder.type == "member_expression":
            callback = _callback(holder)
            if callback is None:
                yield from self._read(node, key)
            else:
                yield from self._bound(_parameter(callback), key)
        elif holder.type == "variable_declarator" and holder.child_by_field_name("type") is None:
            yield from self._bound(holder.child_by_field_name("name"), key)
        else:
            raise _UnseenError

    def _read(self, value: Node, key: str) -> Iterator[Edit]:
        """`value.data`; of something else that it has, nothing."""
        _, access = _outermost(value)
        if access is None or access.type != "member_expression":
            raise _UnseenError
        if _is_set(access):
            raise _UnseenError
        if present(self.types.static(self.module, access)) == self.held:
            _, behind = _outermost(access)
            is_asked = behind is not None and behind.child_by_field_name("optional_chain")
            taken = f"?.{key}" if is_asked else f".{key}"
            yield Edit(self.module.path, access.end_byte, access.end_byte, taken)

    def _bound(self, name: Node | None, key: str) -> Iterator[Edit]:
        if name is not None and name.type == "object_pattern":
            yield from self._taken(name, key)
            return
        is_name = name is not None and name.type == "identifier"
        binding = self.module.resolve(name) if name is not None and is_name else None
        if binding is None:
            raise _UnseenError
        for use in self.module.references(binding):
            if use != name:
                yield from self._read(use, key)

    def _taken(self, pattern: Node, key: str) -> Iterator[Edit]:
        for entry in children_of(pattern):
            name = entry.child_by_field_name("key") or entry
            value = entry.child_by_field_name("value") or entry
            if entry.type not in ("pair_pattern", "shorthand_property_identifier_pattern"):
                raise _UnseenError  # `{ ...rest }` and what has a value of its own
            members = self.types.symbol_at(self.module, name).members
            if not any(present(self.types.member_type(m)) == self.held for m in members):
                continue
            if value.type not in ("identifier", "shorthand_property_identifier_pattern"):
                raise _UnseenError
            taken = f"{{ {_entry(key, text(value))} }}"
            new = taken if entry != value else f"{text(name)}: {taken}"
            yield Edit(self.module.path, value.start_byte, value.end_byte, new)


class _UnseenError(Exception):
    """The value goes where its reads can't be seen."""


def _is_set(access: Node) -> bool:
    """`response.data = …`."""
    parent = access.parent
    is_setting = parent is not None and parent.type.endswith("assignment_expression")
    return is_setting and parent is not None and parent.child_by_field_name("left") == access


def _entry(key: str, name: str) -> str:
    return key if key == name else f"{key}: {name}"


def _outermost(node: Node) -> tuple[Node, Node | None]:
    """An expression with what is only around it, and what that stands in."""
    holder = node.parent
    while holder is not None and holder.type in _AROUND:
        node, holder = holder, holder.parent
    return node, holder


def _callback(access: Node) -> Node | None:
    """`r => …` of `call.then(r => …)`."""
    called, name = access.parent, access.child_by_field_name("property")
    if name is None or name.text != _THEN or called is None or called.type != "call_expression":
        return None
    arguments = called.child_by_field_name("arguments")
    first = first_named(arguments) if arguments is not None else None
    if first is None or first.type not in FUNCTIONS:
        raise _UnseenError
    return first


def _parameter(function: Node) -> Node | None:
    """What a function calls its first parameter, if that says no type of its own."""
    alone = function.child_by_field_name("parameter")
    listed = function.child_by_field_name("parameters")
    first = first_named(listed) if listed is not None else None
    if first is None:
        return alone
    is_said = first.child_by_field_name("type") or first.child_by_field_name("value")
    return first.child_by_field_name("pattern") if is_said is None else None
