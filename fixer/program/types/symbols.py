"""A property name in the source becomes the properties that it denotes, as a rename sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import CLASSES
from fixer.program.syntax import children_of, text
from fixer.program.types import angular, jsx, templates
from fixer.program.types.keypaths import in_list
from fixer.program.types.keyplaces import constant, out_of_casts
from fixer.program.types.keystrings import compared, keyed
from fixer.program.types.model import (
    BOOLEAN,
    NOTHING,
    NUMBER,
    STRING,
    WIRE,
    Anonymous,
    Certainty,
    Context,
    Declaration,
    EnumObject,
    KeyOf,
    Literal,
    Member,
    Named,
    ObjectLiteral,
    Resolution,
    Type,
    Unknown,
    parts_of,
    present,
)
from fixer.program.types.names import declaration
from fixer.program.types.narrowing import guarded
from fixer.program.types.optout import is_given_up
from fixer.program.types.tables import PARAMETERS, is_parameter_property, name_of

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_DECLARING = frozenset(
    {"property_signature", "method_signature", "public_field_definition", "method_definition"}
    | {"abstract_method_signature", "enum_assignment", "enum_body", *PARAMETERS}
)
_OWNERS = CLASSES | {"interface_declaration", "object_type", "object", "enum_declaration"}
_NO_OBJECTS = frozenset({STRING, NUMBER, BOOLEAN})
_NOT_A_NAME = Resolution(reason="not the name of a property")


def symbol_at(engine: Engine, context: Context, node: Node) -> Resolution:
    """The properties that a name node denotes."""
    if node.type == "string_fragment":
        key = angular.key_at(engine, context, node)
        if key is not None:
            return key
        outer = engine.parent(node)
        if outer is None or outer.type != "string":
            return _NOT_A_NAME
        node = outer
    parent = engine.parent(node)
    if node.type == "identifier" and angular.markup_at(context.module, node) is not None:
        return _shown(engine, context, parent, node)
    if node.type == "identifier" and (of_vue := templates.named(engine, context, node)):
        return Resolution(of_vue)
    if parent is not None and parent.type == "computed_property_name":
        if node.type == "identifier":  # `[old]: …` is what the variable holds
            return _NOT_A_NAME
        node, parent = parent, engine.parent(parent)
    if parent is None:
        return _NOT_A_NAME
    if node.type in ("shorthand_property_identifier", "shorthand_property_identifier_pattern"):
        reader = _SHORTHANDS[node.type]
        return reader(engine, context, parent, node)
    named = _READERS.get(parent.type)
    return named(engine, context, parent, node) if named is not None else _NOT_A_NAME


def _shown(engine: Engine, context: Context, parent: Node | None, node: Node) -> Resolution:
    """A free name in an Angular template: a member of the classes that it shows."""
    is_pipe = parent is not None and angular.is_pipe(context.module, parent, node)
    is_own = is_pipe or angular.local_at(context.module, node) is not None
    if is_own or engine.binding(context.module, node) is not None:  # of an arrow function there
        return _NOT_A_NAME
    found = [engine.find(o, text(node)) for o in angular.owners(engine, context, node)]
    members = tuple(dict.fromkeys(m for each in found for m in each))
    if not members:
        return _NOT_A_NAME
    if all(found):
        return Resolution(members)
    reason = "not every class that shows the template has it"
    return Resolution(members, Certainty.SUGGESTED, reason)


def _receiver(engine: Engine, type_: Type, name: str) -> Resolution:
    found = engine.find(type_, name)
    if found:
        lacking = tuple(_lacking(engine, type_, name))
        if lacking:
            reason = f"a part of the receiver's type has no property '{name}'"
            return Resolution(found, Certainty.SUGGESTED, reason, lacking)
        return Resolution(found)
    if isinstance(type_, Unknown) or type_ in NOTHING:
        return Resolution(reason=_UNKNOWN_RECEIVER)
    if not engine.is_closed(present(type_)):
        return Resolution(reason=_PARTLY_KNOWN)
    return Resolution(reason=f"the receiver's type has no property '{name}'")


def _lacking(engine: Engine, type_: Type, name: str) -> Iterator[Type]:
    """The alternatives that surely have no such property; the compiler then sees none at all.

    But for what is no object: of `Row | false` only the row is left where it is read.
    """
    for part in parts_of(present(type_)):
        if (
            not isinstance(part, Unknown | Literal)
            and part not in _NO_OBJECTS
            and not engine.find(part, name)
            and not _is_empty_literal(part)
            and engine.is_closed(part)
            and engine.index_type(part, STRING) is None
        ):
            yield part


def _is_empty_literal(type_: Type) -> bool:
    """`{}` of `data || {}`, in which the compiler sees every property of the other side."""
    return isinstance(type_, ObjectLiteral) and not children_of(type_.node)


def _flowing(engine: Engine, context: Context, object_: Node, name: str) -> Resolution:
    """The property `name` of an expression: by its static type, else by what flows there."""
    held = engine.expression(context, object_)
    static = _receiver(engine, guarded(engine, context, object_, held, name), name)
    if static.lacking and angular.markup_at(context.module, object_) is not None:
        # What has no such property gives nothing there, by whatever name: the others say it.
        return Resolution(static.members, lacking=static.lacking)
    flowing = _or_flowing(engine, static, engine.typed(context, object_), name)
    return _as_written(engine, context, flowing, object_)


def _pattern(engine: Engine, context: Context, pattern: Node, name: str) -> Resolution:
    """The property `name` of what a pattern destructures."""
    static = _receiver(engine, engine.pattern_type(context, pattern), name)
    if static.members or static.reason not in _UNSURE:
        return static
    flowing = engine.pattern_type(Context(context.module, WIRE), pattern)
    return _as_written(engine, context, _or_flowing(engine, static, flowing, name), pattern)


def _as_written(engine: Engine, context: Context, found: Resolution, node: Node) -> Resolution:
    """A property of a contract is only suggested where the author wrote `any`."""
    if any(m.property is not None for m in found.members) and is_given_up(engine, context, node):
        reason = "the value is declared as any"
        return Resolution(found.members, Certainty.SUGGESTED, reason, found.lacking)
    return found


def _or_flowing(engine: Engine, static: Resolution, flowing: Type, name: str) -> Resolution:
    if static.members or static.reason not in _UNSURE:
        return static
    found = engine.find(flowing, name)
    if any(m.node is not None for m in found):
        return Resolution(found, Certainty.SUGGESTED, "only the flow of values says so")
    return Resolution(found) if found else static


_UNKNOWN_RECEIVER = "the receiver's type is unknown"
_PARTLY_KNOWN = "the receiver's type is not fully known"
_UNSURE = frozenset({_UNKNOWN_RECEIVER, _PARTLY_KNOWN})


def _member(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    object_ = parent.child_by_field_name("object")
    if object_ is None or parent.child_by_field_name("property") != node:
        return _NOT_A_NAME
    return _flowing(engine, context, object_, text(node))


def _subscript(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    object_ = parent.child_by_field_name("object")
    if object_ is None or parent.child_by_field_name("index") != node:
        return _NOT_A_NAME
    return _flowing(engine, context, object_, _string(node))


def _string(node: Node) -> str:
    return text(node)[1:-1]


def _pair(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    if parent.child_by_field_name("key") != node:
        return key_string(engine, context, node)
    object_ = engine.parent(parent)
    if object_ is None:
        return _NOT_A_NAME
    return _literal(engine, context, object_, parent, node)


def _literal(
    engine: Engine, context: Context, object_: Node, declared: Node, node: Node
) -> Resolution:
    """A key of an object literal: the expected type's property, else the literal's own."""
    name = _spelled(node)
    if object_.type == "object_pattern":
        return _pattern(engine, context, object_, name)
    expected = engine.contextual(context, object_)
    found = engine.find(engine.discriminated(context, expected, object_), name)
    if found:
        return Resolution(found)
    if not isinstance(present(expected), Unknown) and not engine.is_closed(present(expected)):
        return Resolution(reason="the expected type is not fully known")
    own = engine.find(ObjectLiteral(context, object_), name)
    return Resolution(own)


def _spelled(node: Node) -> str:
    if node.type == "computed_property_name":
        node = children_of(node)[0]
    return _string(node) if node.type == "string" else text(node)


def _shorthand(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    return _literal(engine, context, parent, node, node)


def _shorthand_pattern(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    object_: Node | None = parent
    if parent.type == "object_assignment_pattern":
        object_ = engine.parent(parent)
    if object_ is None or object_.type != "object_pattern":
        return _NOT_A_NAME
    return _pattern(engine, context, object_, text(node))


def _pair_pattern(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    object_ = engine.parent(parent)
    if object_ is None or parent.child_by_field_name("key") != node:
        return _NOT_A_NAME
    return _pattern(engine, context, object_, _spelled(node))


def _declared(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    """The declaration itself."""
    if parent.type != "enum_body" and name_of(parent) != node:
        return key_string(engine, context, node)
    if parent.type in PARAMETERS and not is_parameter_property(parent):
        return _NOT_A_NAME
    owner = engine.ancestor(parent, _OWNERS)
    if owner is None:
        return _NOT_A_NAME
    if owner.type == "object":
        return _literal(engine, context, owner, parent, node)
    type_ = _owner_type(engine, context, owner, parent)
    found = tuple(m for m in engine.find(type_, _spelled(node)))
    return Resolution(found) if found else Resolution(reason="its owner is unknown")


def _owner_type(engine: Engine, context: Context, owner: Node, member: Node) -> Type:
    if owner.type == "object_type":
        return Anonymous(context, owner)
    if owner.type == "enum_declaration":
        return EnumObject(Declaration(((context.module, owner),)))
    if any(c.type == "static" for c in member.children):
        return engine.static_side(context, member)
    return Named(_own_declaration(engine, context, owner))


def _own_declaration(engine: Engine, context: Context, owner: Node) -> Declaration:
    name = owner.child_by_field_name("name")
    binding = engine.binding(context.module, name, types=True) if name is not None else None
    if binding is None:
        return declaration(context.module, owner, None)
    return declaration(context.module, binding.node, binding)


def _attribute(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    tag = jsx.element_of(engine, parent)
    if tag is None or children_of(parent)[0] != node:
        return key_string(engine, context, node)
    return _receiver(engine, jsx.props(engine, context, tag, parent), text(node))


def _argument(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    return key_string(engine, context, node)


def key_string(engine: Engine, context: Context, node: Node) -> Resolution:
    """A string where a key of a known type is expected: `sortBy(rows, 'old')`."""
    if node.type != "string":
        return _NOT_A_NAME
    expected = engine.contextual(context, node)
    found = keyed(engine, expected, _string(node))
    if found and STRING in parts_of(expected):
        return Resolution(found, Certainty.SUGGESTED, "any string may stand there")
    if found:
        return Resolution(found)
    listed = in_list(engine, context, node)
    return listed if listed.members else _constant_key(engine, context, node)


def _held_against(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    """`by === 'old'`, `case 'old':` where `by` is a key of a known type; `'old' in row`."""
    beside = compared(engine, context, node) if node.type == "string" else None
    if beside is None:
        return _in(engine, context, parent, node)
    found = keyed(engine, beside, _string(node))
    if found and STRING in parts_of(beside):
        return Resolution(found, Certainty.SUGGESTED, "any string may stand there")
    return Resolution(found) if found else _NOT_A_NAME


def _in(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    """`'old' in row`: the property of those alternatives that have it."""
    operator, object_ = parent.child_by_field_name("operator"), parent.child_by_field_name("right")
    if object_ is None or operator is None or operator.type != "in" or node.type != "string":
        return _NOT_A_NAME
    found = engine.find(engine.expression(context, object_), _string(node))
    return Resolution(found) if found else _flowing(engine, context, object_, _string(node))


def _constant_key(engine: Engine, context: Context, node: Node) -> Resolution:
    """The string of `const k = 'old'` where k is used as a key: `row[k]`, `sortBy(rows, k)`."""
    held = constant(engine, context, node)
    if held is None:
        return _NOT_A_NAME
    used = [_members_by(engine, context, use, _string(node)) for use in held.uses]
    found = tuple(dict.fromkeys(member for members in used for member in members))
    if not found:
        return _NOT_A_NAME
    if all(used) and not held.is_shared:
        return Resolution(found)
    return Resolution(found, Certainty.SUGGESTED, "the string is used otherwise too")


def _members_by(engine: Engine, context: Context, use: Node, name: str) -> tuple[Member, ...]:
    """The properties that a constant's use denotes, if it is used as a key."""
    place = out_of_casts(engine, use)
    holder = engine.parent(place)
    object_ = holder.child_by_field_name("object") if holder is not None else None
    if holder is not None and holder.type == "subscript_expression" and object_ is not None:
        is_index = object_ != place
        return engine.find(engine.typed(context.at(object_), object_), name) if is_index else ()
    expected = engine.contextual(context.at(place), place)
    return () if STRING in parts_of(expected) else keyed(engine, expected, name)


def _literal_type(engine: Engine, context: Context, parent: Node, node: Node) -> Resolution:
    """`Pick<T, 'old'>`, `T['old']`, `Exclude<keyof T, 'old'>`."""
    child = parent
    holder = engine.parent(parent)
    while holder is not None and holder.type in ("union_type", "parenthesized_type"):
        child, holder = holder, engine.parent(holder)
    if holder is None:
        return _NOT_A_NAME
    if holder.type == "lookup_type":
        object_ = children_of(holder)[0]
        if object_ == child:
            return _NOT_A_NAME
        return _receiver(engine, engine.declared(context, object_), _string(node))
    if holder.type != "type_arguments":
        return _NOT_A_NAME
    found: list[Member] = []
    siblings = children_of(holder)
    for sibling in siblings[: siblings.index(child)]:
        type_ = engine.declared(context, sibling)
        for part in parts_of(type_):
            inner = part.type if isinstance(part, KeyOf) else part
            found.extend(engine.find(inner, _string(node)))
    return Resolution(tuple(dict.fromkeys(found))) if found else _NOT_A_NAME


Reader = Callable[["Engine", Context, Node, Node], Resolution]
_SHORTHANDS: dict[str, Reader] = {
    "shorthand_property_identifier": _shorthand,
    "shorthand_property_identifier_pattern": _shorthand_pattern,
}
_READERS: dict[str, Reader] = {
    "member_expression": _member,
    "subscript_expression": _subscript,
    "pair": _pair,
    "pair_pattern": _pair_pattern,
    "jsx_attribute": _attribute,
    "arguments": _argument,
    "binary_expression": _held_against,
    "switch_case": _held_against,
    "array": _argument,
    "literal_type": _literal_type,
    **dict.fromkeys(("variable_declarator", "assignment_expression"), _argument),
    "ternary_expression": _argument,
    **dict.fromkeys(("return_statement", "as_expression", "satisfies_expression"), _argument),
    "arrow_function": _argument,
    "jsx_expression": _argument,
    **dict.fromkeys(_DECLARING, _declared),
}
