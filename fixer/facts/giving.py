"""Places that name a property: which of them give it a value, so that the program makes it itself.

What nothing in the program gives a value comes from a request, where it has its new name already.
"""

from __future__ import annotations

from collections.abc import Mapping

from tree_sitter import Node

from fixer.program.angular.markup import AngularMarkup
from fixer.program.module import Module
from fixer.program.syntax import children_of, first_named, whole_name

_MEMBERS = frozenset({"member_expression", "subscript_expression"})
_MADE = frozenset({"public_field_definition", "required_parameter", "optional_parameter"})
_CHANGING = frozenset({"assignment_expression", "augmented_assignment_expression"})


def is_key(node: Node) -> bool:
    """Whether a name is a key of an object literal."""
    if node.type == "shorthand_property_identifier":
        return True
    name = whole_name(node)
    parent = name.parent
    return parent is not None and parent.type == "pair" and children_of(parent)[0] == name


def is_assigned(node: Node) -> bool:
    """Whether a name is the property of `row.name = …`, `row['name'] = …` or `row.name++`."""
    member = whole_name(node).parent
    outer = member.parent if member is not None and member.type in _MEMBERS else None
    if outer is None or outer.type not in ("assignment_expression", "update_expression"):
        return False
    return outer.child_by_field_name("left") in (member, None)


def is_model(module: Module, node: Node) -> bool:
    """Whether a template's control sets the property: `v-model="row.open"`, `[(ngModel)]="…"`."""
    markup, member = module.markup, whole_name(node).parent
    region = markup.region_at(node.start_byte) if markup is not None else None
    if markup is None or region is None or not markup.is_set(region):
        return False
    return markup.expression(region) == member


def gives(module: Module, node: Node) -> bool:
    """Whether a place gives the property that it names a value, or lets a component do so."""
    return is_key(node) or _is_changed(node) or _is_made(node) or _is_bound(module, node)


def gives_anew(module: Module, node: Node, groups: Mapping[int, str | None]) -> bool:
    """Whether it gives a value that isn't read of the property itself: `x.name = y.name`.

    `groups`: the places that are renamed, by their nodes' ids, and with which others.
    """
    if not gives(module, node):
        return False
    source, group = _source(node), groups.get(node.id)
    return source is None or group is None or groups.get(source.id) != group


def _source(node: Node) -> Node | None:
    """The name that a value is read by: `y.name` of `x.name = y.name`, `{ name: y.name }`."""
    parent = whole_name(node).parent
    value = parent.child_by_field_name("value") if parent is not None and is_key(node) else None
    outer = parent.parent if parent is not None and is_assigned(node) else None
    if value is None and outer is not None:
        value = outer.child_by_field_name("right")
    while value is not None and value.type in ("parenthesized_expression", "non_null_expression"):
        value = children_of(value)[0]
    if value is not None and value.type == "subscript_expression":
        key = value.child_by_field_name("index")
        return first_named(key) if key is not None and key.type == "string" else None
    if value is None or value.type != "member_expression":
        return None
    return value.child_by_field_name("property")


def _is_changed(node: Node) -> bool:
    """`row.name = …`, `row.name += …`, `row['name'] = …`, `row.name++`, `[row.name] = pair`."""
    member = whole_name(node).parent
    while member is not None and member.type == "non_null_expression":
        member = member.parent
    outer = member.parent if member is not None and member.type in _MEMBERS else None
    if outer is None:
        return False
    if outer.type in _CHANGING:
        return outer.child_by_field_name("left") == member
    return outer.type == "update_expression" or outer.type.endswith("_pattern")


def _is_made(node: Node) -> bool:
    """Whether a class gives its field a value where it declares it, or its constructor does."""
    holder = whole_name(node).parent
    if holder is None or holder.type not in _MADE:
        return False
    return holder.type != "public_field_definition" or bool(holder.child_by_field_name("value"))


def _is_bound(module: Module, node: Node) -> bool:
    """Whether a component may set what a template names: `[(value)]="row.name"`."""
    markup = module.markup
    region = markup.region_at(node.start_byte) if isinstance(markup, AngularMarkup) else None
    return isinstance(markup, AngularMarkup) and region is not None and markup.is_set(region)
