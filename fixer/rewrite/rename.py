"""Places where a property is named become the edits that give it another name.

A shorthand names a property and a variable at once; what becomes of the variable is a setting.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tree_sitter import Node

from fixer.diagnostics import Edit, Span
from fixer.program.module import Module
from fixer.program.scopes import Binding
from fixer.program.syntax import text
from fixer.rewrite.names import can_take, is_identifier, scope_of

SHORTHAND = "shorthand_property_identifier"
SHORTHAND_PATTERN = "shorthand_property_identifier_pattern"


@dataclass(frozen=True, slots=True)
class Place:
    """A node that names a property, and the name that it should bear.

    `part`: what of the node is the name, where it is a text with a path (`'owner.name'`).
    """

    node: Node
    new: str
    part: Span | None = None


def rename(
    module: Module, places: Iterable[Place], *, keep_variables: bool
) -> Mapping[Place, tuple[Edit, ...] | None]:
    """The edits for each place; None where it can't be rewritten.

    All places of one file at once, because a shorthand may name a property that is renamed and
    a variable that is renamed by another place. `const { old } = x` becomes `{ new }` with the
    variable's uses, or `{ new: old }` if `keep_variables` or where the variable can't be renamed.
    """
    wanted = tuple(dict.fromkeys(places))
    renaming = _Renaming(module, {p.node.id: p.new for p in wanted if not p.part}, keep_variables)
    return {place: renaming.edits(place) for place in wanted}


class _Renaming:
    def __init__(self, module: Module, names: Mapping[int, str], keep_variables: bool) -> None:
        self._module = module
        self._names = names
        self._keep_variables = keep_variables
        self._claimed: list[tuple[str, Node]] = []
        self._locals: dict[int, str] = {}

    def edits(self, place: Place) -> tuple[Edit, ...] | None:
        node, new = place.node, place.new
        if place.part is not None:
            edit = Edit(self._module.path, place.part.start, place.part.end, new)
            return (edit,) if is_identifier(new) else None
        if node.type == SHORTHAND_PATTERN:
            return self._pattern(node, new)
        if node.type == SHORTHAND:
            return self._literal(node, new)
        if node.type == "property_identifier":
            return self._property(node, new)
        if node.type == "identifier":
            return self._variable(node, new)
        if node.type in ("string_fragment", "type_identifier"):
            return (self._replace(node, new),)
        if node.type == "string":
            inside = Edit(self._module.path, node.start_byte + 1, node.end_byte - 1, new)
            return (inside,) if "\\" not in new and "'" not in new else None
        return None

    def _replace(self, node: Node, content: str) -> Edit:
        return Edit(self._module.path, node.start_byte, node.end_byte, content)

    def _property(self, node: Node, new: str) -> tuple[Edit, ...] | None:
        parent = node.parent
        if parent is None:
            return None
        if parent.type == "pair_pattern" and _value_text(parent) == new:
            return (self._replace(parent, new),)
        if is_identifier(new):
            return (self._replace(node, new),)
        if parent.type == "member_expression":
            return self._bracket(parent, node, new)
        if parent.type in ("pair", "pair_pattern", "property_signature"):
            return (self._replace(node, quoted(new)),)
        return None

    def _bracket(self, access: Node, name: Node, new: str) -> tuple[Edit, ...] | None:
        dot = next((c for c in access.children if c.type in (".", "optional_chain")), None)
        if dot is None:
            return None
        before = "?." if dot.type == "optional_chain" else ""
        content = f"{before}[{quoted(new)}]"
        return (Edit(self._module.path, dot.start_byte, name.end_byte, content),)

    def _variable(self, node: Node, new: str) -> tuple[Edit, ...] | None:
        """With its uses, where the place declares a variable, too: `constructor(public a)`."""
        binding = self._module.resolve(node)
        if binding is None or binding.name_node != node:
            return (self._replace(node, new),)
        if not can_take(self._module, binding, new):
            return None
        uses = (use for use in self._module.references(binding) if use != node)
        return (self._replace(node, new), *(self._use(use, new) for use in uses))

    def _pattern(self, node: Node, new: str) -> tuple[Edit, ...]:
        binding = self._module.resolve(node)
        if binding is None or binding.name_node != node or not self._renames(binding, new):
            return (self._replace(node, f"{_key(new)}: {text(node)}"),)
        uses = (n for n in self._module.references(binding) if n != node)
        return (self._replace(node, new), *(self._use(use, new) for use in uses))

    def _may_rename(self, binding: Binding, new: str) -> bool:
        if self._keep_variables:
            return False
        scope = scope_of(self._module, binding)
        if scope is None or any(n == new and _overlap(s, scope) for n, s in self._claimed):
            return False
        uses = self._module.references(binding)
        if any(u.type == SHORTHAND_PATTERN and u != binding.name_node for u in uses):
            return False
        return can_take(self._module, binding, new)

    def _use(self, use: Node, new: str) -> Edit:
        if use.type != SHORTHAND:
            return self._replace(use, new)
        key = self._names.get(use.id, text(use))
        return self._replace(use, new if key == new else f"{_key(key)}: {new}")

    def _literal(self, node: Node, new: str) -> tuple[Edit, ...]:
        binding = self._module.resolve(node)
        if binding is not None:
            renamed = self._names.get(binding.name_node.id)
            is_pattern = binding.name_node.type == SHORTHAND_PATTERN
            if renamed and is_pattern and self._renames(binding, renamed):
                return (self._use(node, renamed),)
            if text(node) == new:
                return ()
        return (self._replace(node, f"{_key(new)}: {text(node)}"),)

    def _renames(self, binding: Binding, new: str) -> bool:
        """Whether the variable itself gets the name `new`, decided once, whoever asks first."""
        known = self._locals.get(binding.name_node.id)
        if known is None:
            may = self._may_rename(binding, new)
            known = self._locals[binding.name_node.id] = new if may else ""
            scope = scope_of(self._module, binding)
            if may and scope is not None:
                self._claimed.append((new, scope))
        return known == new


def quoted(name: str) -> str:
    """The name as a string literal in single quotes."""
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _key(name: str) -> str:
    return name if is_identifier(name) else quoted(name)


def _value_text(pair: Node) -> str | None:
    value = pair.child_by_field_name("value")
    return text(value) if value is not None and value.type == "identifier" else None


def _overlap(one: Node, other: Node) -> bool:
    return one.start_byte < other.end_byte and other.start_byte < one.end_byte
