"""The names that the body of a declaration holds: pure syntax, one table a body."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import children_of, first_named, string_value, text

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

PARAMETERS = frozenset({"required_parameter", "optional_parameter"})
_MODIFIERS = frozenset({"accessibility_modifier", "readonly", "override_modifier"})
_PROPERTIES = frozenset(
    {"property_signature", "method_signature", "public_field_definition", "method_definition"}
    | {"abstract_method_signature", "enum_assignment", "pair"}
)


@dataclass(slots=True)
class Body:
    """Members by name, in source order; `static` apart; signatures and indexes unnamed."""

    names: dict[str, list[Node]] = field(default_factory=dict)
    static: dict[str, list[Node]] = field(default_factory=dict)
    calls: list[Node] = field(default_factory=list)
    constructs: list[Node] = field(default_factory=list)
    indexes: list[Node] = field(default_factory=list)
    spreads: list[Node] = field(default_factory=list)


def body_of(engine: Engine, node: Node) -> Body:
    """The table of an interface, class, enum, object type or object literal."""
    known = engine.tables.get(("body", node.id))
    if isinstance(known, Body):
        return known
    table = Body()
    inner = node.child_by_field_name("body") or node
    for child in children_of(inner):
        _add(table, child)
    engine.tables["body", node.id] = table
    return table


def _add(table: Body, child: Node) -> None:
    kind = child.type
    if kind == "call_signature":
        table.calls.append(child)
    elif kind == "construct_signature":
        table.constructs.append(child)
    elif kind == "index_signature":
        table.indexes.append(child)
    elif kind == "spread_element":
        table.spreads.append(child)
    elif kind in ("shorthand_property_identifier", "property_identifier", "string"):
        table.names.setdefault(name_text(child) or "", []).append(child)
    elif kind in _PROPERTIES:
        name_node = name_of(child)
        name = name_text(name_node) if name_node is not None else None
        if name is None:
            # `[Tab.ROWS]: Row[]`: which key it is isn't asked.
            table.indexes.extend([child] if kind == "property_signature" else [])
            return
        names = table.static if is_static(child) else table.names
        names.setdefault(name, []).append(child)
        if name == "constructor":
            _add_parameter_properties(table, child)


def _add_parameter_properties(table: Body, constructor: Node) -> None:
    parameters = constructor.child_by_field_name("parameters")
    for parameter in children_of(parameters) if parameters is not None else ():
        pattern = parameter.child_by_field_name("pattern")
        if is_parameter_property(parameter) and pattern is not None:
            table.names.setdefault(text(pattern), []).append(parameter)


def is_parameter_property(node: Node) -> bool:
    """Whether a constructor's parameter declares a property, too: `constructor(public id: number)`.

    A pattern can't (TypeScript's error 1187).
    """
    pattern = node.child_by_field_name("pattern")
    if node.type not in PARAMETERS or pattern is None or pattern.type != "identifier":
        return False
    return any(c.type in _MODIFIERS for c in node.children)


def is_static(node: Node) -> bool:
    return any(c.type == "static" for c in node.children)


def is_optional(node: Node) -> bool:
    """Whether a property, method or parameter is declared with `?`."""
    if node.type == "optional_parameter":
        return True
    return any(c.type == "?" for c in node.children)


def name_of(node: Node) -> Node | None:
    """The name node of a member's declaration."""
    if node.type in ("shorthand_property_identifier", "property_identifier", "string"):
        return node
    if node.type == "pair":
        return node.child_by_field_name("key")
    if node.type in PARAMETERS:
        return node.child_by_field_name("pattern")
    return node.child_by_field_name("name")


def name_text(node: Node) -> str | None:
    """The property name that a name node spells; None for a computed one that isn't a string."""
    if node.type == "computed_property_name":
        inner = first_named(node)
        return string_value(inner) if inner is not None else None
    if node.type in ("string", "template_string"):
        return string_value(node)
    return text(node)
