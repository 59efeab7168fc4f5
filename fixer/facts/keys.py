"""Names that are read from values, and the keys of objects that are set from what was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, text, whole_name
from fixer.program.types.tables import name_text

MAX_STEPS = 3  # variables between a read and the key

_READS = """
(member_expression property: (property_identifier) @n)
(subscript_expression index: (string) @n)
(object_pattern (shorthand_property_identifier_pattern) @n)
(object_pattern (pair_pattern key: [(property_identifier) (string)] @n))
(object_pattern (object_assignment_pattern
  left: (shorthand_property_identifier_pattern) @n))
"""
_ACCESS = frozenset({"member_expression", "subscript_expression"})
_PART_OF = frozenset(
    {"object", "pair", "array", "parenthesized_expression", "as_expression"}
    | {"satisfies_expression", "ternary_expression", "spread_element"}
)
_LITERALS = frozenset(
    {"string", "template_string", "number", "true", "false", "object", "array", "regex"}
)
_SIDES = ("consequence", "alternative", "left", "right")
_NOTHING = frozenset({"undefined", "null"})
_SHORTHAND = "shorthand_property_identifier"
_SHORTHAND_PATTERN = "shorthand_property_identifier_pattern"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of an object literal, or the property assigned to (`this.fullName = …`).

    `literal`: where the other keys stand.
    """

    node: Node
    name: str
    literal: Node


def read_names(module: Module, region: Node) -> list[Node]:
    """The nodes that name a property which code in `region` reads, or takes out by a pattern."""
    return module.captures(_READS, region).get("n", [])


def receiver_of(name: Node) -> Node | None:
    """What a name is read from: an expression, or the pattern around it."""
    parent = name.parent
    while parent is not None and parent.type in ("pair_pattern", "object_assignment_pattern"):
        parent = parent.parent
    if parent is None or parent.type == "object_pattern":
        return parent
    return parent.child_by_field_name("object") if parent.type in _ACCESS else None


def keys_of(module: Module, name: Node) -> Iterator[Key]:
    """The keys whose value is what is read by `name`, converted at most."""
    receiver = receiver_of(name)
    if receiver is None:
        return
    if receiver.type == "object_pattern":
        yield from _of_variable(module, _variable(name), MAX_STEPS)
        return
    for key, value in _above(module, name.parent or name, MAX_STEPS):
        others = _received(module, value, text(receiver))
        if others <= {name_text(name)} and not _is_inner(module, key.literal, text(receiver)):
            yield key


def only_hands_on(key: Node, name: Node) -> bool:
    """Whether a key is set to what is read by a name and to nothing else: not `name ?? 'none'`."""
    pair = whole_name(key).parent
    value = pair.child_by_field_name("value") if pair is not None and pair.type == "pair" else None
    return value is not None and _inside(name, value) and not _has_other(value, name)


def _has_other(node: Node, name: Node) -> bool:
    """Whether a value is, or is made of, something besides what is read by the name."""
    if node.type in _LITERALS:
        return True
    if node.type == "ternary_expression" or _is_choice(node):
        sides = (node.child_by_field_name(side) for side in _SIDES)
        given = [it for it in sides if it is not None and it.type not in _NOTHING]
        return any(not _inside(name, it) or _has_other(it, name) for it in given)
    is_read = node.type == "subscript_expression"
    inner = (node.child_by_field_name("object"),) if is_read else children_of(node)
    return any(_has_other(child, name) for child in inner if child is not None)


def _is_choice(node: Node) -> bool:
    operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    return operator is not None and operator.type in ("??", "||")


def is_made_of(module: Module, name: Node, function: Node) -> bool:
    """Whether what is read by a name becomes part of what the function makes."""
    if any(is_result(module, key, function) for key in keys_of(module, name)):
        return True
    return any(_is_returned(module, made, function) for made in _constructed(name, function))


def is_result(module: Module, key: Key, function: Node) -> bool:
    """Whether a key is one of the object that a function returns, or of the one it constructs."""
    if key.literal.type == "object":
        return _is_returned(module, key.literal, function)
    holder = key.node.parent.child_by_field_name("object") if key.node.parent is not None else None
    if holder is None or holder.type == "this":
        return holder is not None and _name(function) == "constructor"
    binding = module.resolve(holder) if holder.type == "identifier" else None
    if binding is None or not _inside(binding.name_node, function):
        return False
    return _returns(module, binding.name_node)


def _name(function: Node) -> str:
    name = function.child_by_field_name("name")
    return text(name) if name is not None else ""


def _constructed(name: Node, function: Node) -> Iterator[Node]:
    """The `new C(…)` around a name, within the function."""
    node = name.parent
    while node is not None and node != function:
        if node.type == "new_expression":
            yield node
        node = node.parent


def _is_returned(module: Module, made: Node, function: Node) -> bool:
    """Whether an object is what a function, or a callback in it, returns, or a part of that."""
    current, outer = made, made.parent
    while outer is not None and _inside(current, function):
        if outer.type == "return_statement":
            return True
        if outer.type == "arrow_function":
            return outer.child_by_field_name("body") == current
        if outer.type == "variable_declarator":
            variable = outer.child_by_field_name("name")
            return variable is not None and _returns(module, variable)
        if outer.type not in _PART_OF:
            return False
        current, outer = outer, outer.parent
    return False


def _returns(module: Module, variable: Node) -> bool:
    binding = module.resolve(variable) if variable.type == "identifier" else None
    if binding is None:
        return False
    uses = (use.parent for use in module.references(binding))
    return any(parent is not None and parent.type == "return_statement" for parent in uses)


def _inside(node: Node, outer: Node) -> bool:
    return outer.start_byte <= node.start_byte and node.end_byte <= outer.end_byte


def names_beside(module: Module, literal: Node) -> Iterator[tuple[str, str]]:
    """Of each key that is set from one name: that name and the key."""
    for pair in children_of(literal):
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        name = name_text(key) if key is not None else None
        if pair.type != "pair" or name is None or value is None:
            continue
        read = {n for node in read_names(module, value) if (n := _own(node)) is not None}
        if len(read) == 1:
            yield read.pop(), name


def _own(name: Node) -> str | None:
    """A name that is read from a variable itself, no method of what was read."""
    receiver = receiver_of(name)
    return name_text(name) if receiver is not None and receiver.type == "identifier" else None


def _variable(name: Node) -> Node:
    """The variable that a name in a pattern declares."""
    parent = name.parent
    value = parent.child_by_field_name("value") if parent is not None else None
    return value if value is not None and parent is not None else name


def _of_variable(module: Module, name: Node, steps: int) -> Iterator[Key]:
    binding = module.resolve(name) if name.type in ("identifier", _SHORTHAND_PATTERN) else None
    if binding is None or steps == 0:
        return
    for use in module.references(binding):
        if use == name:
            continue
        if use.type == _SHORTHAND and use.parent is not None:
            yield Key(use, text(use), use.parent)
        else:
            yield from (key for key, _ in _above(module, use, steps - 1))


def _above(module: Module, node: Node, steps: int) -> Iterator[tuple[Key, Node]]:
    """The key around an expression with the whole value; through a variable too."""
    current, outer = node, node.parent
    while outer is not None and outer.type not in FUNCTIONS:
        if outer.type == "pair":
            key, literal = outer.child_by_field_name("key"), outer.parent
            name = name_text(key) if key is not None else None
            if key is not None and key != current and name and literal is not None:
                yield Key(key, name, literal), current
            return
        if outer.type == "assignment_expression":
            left = outer.child_by_field_name("left")
            named = left.child_by_field_name("property") if left is not None else None
            if named is not None and left != current:
                yield Key(named, text(named), _block(outer)), current
            return
        if outer.type == "variable_declarator":
            name_node = outer.child_by_field_name("name")
            if name_node is not None and name_node != current:
                for found in _of_variable(module, name_node, steps):
                    yield found, current
            return
        if outer.type.endswith("_statement") or outer.type in ("object", "array"):
            return
        current, outer = outer, outer.parent


def _block(node: Node) -> Node:
    while node.parent is not None and node.type != "statement_block":
        node = node.parent
    return node


def _received(module: Module, value: Node, receiver: str) -> set[str | None]:
    """The names that a value reads from the same receiver."""
    read = read_names(module, value)
    return {name_text(n) for n in read if (r := receiver_of(n)) is not None and text(r) == receiver}


def _is_inner(module: Module, literal: Node, receiver: str) -> bool:
    """Whether other keys are set from what holds the receiver: `id: row.id` beside `row.owner`."""
    for name in read_names(module, literal):
        access, held = name.parent, receiver_of(name)
        outer = access.parent if access is not None else None
        if access is None or held is None or outer is None or outer.type in _ACCESS:
            continue
        if receiver.startswith((f"{text(held)}.", f"{text(held)}[", f"{text(held)}?.")):
            return True
    return False
