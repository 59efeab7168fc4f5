"""Which properties of a component's class are declared as nothing that says anything."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.program.angular.inputs import callee, is_signal
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types.dialogs import token
from fixer.program.types.tables import PARAMETERS

_LEAVES = frozenset(
    {"type_identifier", "predefined_type", "literal_type", "nested_type_identifier"}
)
_BARE = frozenset({"any", "unknown", "object", "string", "number", "boolean", "null", "undefined"})
_VOID = frozenset({"void", "never"})
_SAYING_NOTHING = frozenset({"any", "unknown"})
_HARMLESS = frozenset({"Input", "HostBinding"})
SOURCE = "MatTableDataSource"
_EMPTY = frozenset({"null", "undefined", "array"})


def is_untyped(field: Node) -> bool:
    """Whether what a field is declared as says nothing: `any`, `any[]`, `Observable<any>`, `[]`."""
    if token(field) is not None:
        return True
    if field.type != "public_field_definition" or _is_decorated(field):
        return False
    written, value = field.child_by_field_name("type"), field.child_by_field_name("value")
    if value is not None and is_empty_source(value):
        return True
    if written is None and value is not None and is_signal(value):
        written = value.child_by_field_name("type_arguments")
    if written is not None:
        leaves = set(_leaves(written))
        return leaves <= _BARE | _VOID and not leaves.isdisjoint(_SAYING_NOTHING)
    return value is None or (value.type in _EMPTY and not children_of(value))


def is_empty_source(value: Node) -> bool:
    """`new MatTableDataSource()`, `new MatTableDataSource<any>([])`, whose rows come later."""
    made, arguments = (
        value.child_by_field_name("constructor"),
        value.child_by_field_name("arguments"),
    )
    if value.type != "new_expression" or made is None or text(made) != SOURCE:
        return False
    said = value.child_by_field_name("type_arguments")
    if said is not None and not set(_leaves(said)) <= _SAYING_NOTHING:
        return False
    given = children_of(arguments) if arguments is not None else ()
    return all(it.type in _EMPTY and not children_of(it) for it in given)


def leans_on_untyped(member: Node) -> bool:
    """Whether a member may say more in an instance of which the untyped fields are known."""
    if member.type in PARAMETERS:
        return is_untyped(member)
    if member.type == "public_field_definition":
        value = member.child_by_field_name("value")
        is_made = member.child_by_field_name("type") is None and value is not None
        return is_untyped(member) or (is_made and b"this." in (member.text or b""))
    return member.type == "method_definition" and member.child_by_field_name("return_type") is None


def _is_decorated(field: Node) -> bool:
    """Whether a decorator may give a field its value otherwise than by a template: `@ViewChild`."""
    calls = (first_named(c) for c in children_of(field) if c.type == "decorator")
    return any(call is None or callee(call) not in _HARMLESS for call in calls)


def _leaves(node: Node) -> Iterator[str]:
    """The types that an annotation is made of in the end, without the generic ones around them."""
    if node.type == "generic_type":
        for argument in children_of(node)[1:]:
            yield from _leaves(argument)
    elif node.type in _LEAVES:
        yield text(node)
    elif node.type in ("object_type", "function_type"):
        yield node.type
    else:
        for child in children_of(node):
            yield from _leaves(child)
