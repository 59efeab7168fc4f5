"""Object literals: their keys, and where a variable without a type carries them."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from fixer.facts.giving import is_key
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, first_named
from fixer.program.types import Types
from fixer.program.types.functions import parameter_nodes
from fixer.program.types.model import UNKNOWN, Member, Type, Unknown, parts_of, present, union
from fixer.program.types.tables import name_of, name_text
from fixer.rewrite.rename import SHORTHAND

_MAX_AROUND = 12
_MAX_CARRIERS = 2
_NAMES = ("identifier", "shorthand_property_identifier_pattern")
_NAMED = ("function_declaration", "generator_function_declaration")
_READING = frozenset(
    {"member_expression", "call_expression", "await_expression", "non_null_expression"}
)
_HANDING = frozenset(
    {"arguments", "return_statement", "arrow_function", "assignment_expression", "pair", "array"}
    | {"spread_element", "variable_declarator", "public_field_definition", "jsx_expression"}
    | {"as_expression", "satisfies_expression", "parenthesized_expression", "ternary_expression"}
    | {"binary_expression", "await_expression"}
)
_AROUND = frozenset(
    {"object", "pair", "array", "parenthesized_expression", "arguments", "call_expression"}
    | {"await_expression", "as_expression", "satisfies_expression", "arrow_function"}
    | {"function_expression", "return_statement", "ternary_expression", "binary_expression"}
)
_ENTRIES = ("pair", "method_definition", SHORTHAND)


def taking(member: Member, types: Types) -> Iterator[Type]:
    """The types as which a literal's value is taken where its variable is handed on.

    `const data = { old: 1 }; send(data)`: the compiler's rename of what `send` takes leaves it.
    Of a literal inside of that one, `{ row: { old: 1 } }`, what its property takes. Likewise as
    which that is taken which a callback makes: `send(names.map((name) => ({ old: name })))`.
    """
    module, key = member.module, member.name_node
    literal = literal_of(key) if key is not None and is_key(key) else None
    if module is not None and literal is not None:
        yield from parts_of(_by_result(module, literal, types))
        if isinstance(types.contextual(module, literal), Unknown):
            yield from _spread(module, literal, types)
    if module is None or literal is None or key is None:
        return
    found = _variable(key)
    if found is not None:
        for use in _uses(module, found[0]):
            yield _inside(present(types.contextual(module, use)), found[1], types)
    yield from _of_carriers(module, literal, member, types, _MAX_CARRIERS)


def _uses(module: Module, name: Node) -> Iterator[Node]:
    binding = module.resolve(name)
    for use in module.references(binding) if binding is not None else ():
        if use != name:
            yield use


def _of_carriers(
    module: Module, holder: Node, member: Member, types: Types, depth: int
) -> Iterator[Type]:
    """As which that is taken which calls and functions make of a literal, or of what holds it.

    `const [form] = useState({ old: 1 }); send(form)`, `const make = () => ({ old: 1 })`.
    """
    for name in _carriers(holder) if depth else ():
        for use in _uses(module, name):
            yield from _taken_at(module, use, member, types)
            yield from _of_carriers(module, use, member, types, depth - 1)


def _taken_at(module: Module, use: Node, member: Member, types: Types) -> Iterator[Type]:
    """As which a literal's value is taken at `send(form)`, `send(form.value)`, `send(make())`."""
    node = use
    while (reading := _reading(node)) is not None:
        node = reading
    if node.parent is None or node.parent.type not in _HANDING:
        return
    given = present(types.static(module, node))
    if member in types.member(given, member.name):
        yield present(types.contextual(module, node))
    elif member in types.member(present(types.element(given)), member.name):
        yield present(types.element(present(types.contextual(module, node))))


def _reading(node: Node) -> Node | None:
    """What is read or called of an expression."""
    outer = node.parent
    is_read = outer is not None and outer.type in _READING and children_of(outer)[0] == node
    return outer if is_read else None


def _carriers(holder: Node) -> Iterator[Node]:
    """The names that stand for what the expression around a literal makes of it.

    And, in `rows.forEach((row) => …)`, for what a callback is given of what it is read of.
    """
    reading = _reading(holder)
    while reading is not None:
        arguments = reading.child_by_field_name("arguments")
        for given in children_of(arguments) if arguments is not None else ():
            if given.type in FUNCTIONS:
                yield from _parameters(given)
        reading = _reading(reading)
    yield from _around(holder)


def _around(node: Node) -> Iterator[Node]:
    for _ in range(_MAX_AROUND):
        holder = node.parent
        if holder is None:
            return
        if holder.type == "variable_declarator":
            pattern = holder.child_by_field_name("name")
            if pattern is not None and holder.child_by_field_name("type") is None:
                yield from _declared(pattern)
            return
        if holder.type in _NAMED:
            name = holder.child_by_field_name("name")
            yield from () if name is None else (name,)
            return
        is_returned = holder.type == "statement_block" and node.type == "return_statement"
        if not is_returned and holder.type not in _AROUND:
            return
        node = holder


def _parameters(function: Node) -> Iterator[Node]:
    """The names of a function's first parameter, unless that says its type."""
    for parameter in parameter_nodes(function)[:1]:
        pattern = parameter.child_by_field_name("pattern") or parameter
        if parameter.child_by_field_name("type") is None:
            yield from _declared(pattern)


def _declared(pattern: Node) -> Iterator[Node]:
    if pattern.type in _NAMES:
        yield pattern
    else:
        for part in children_of(pattern):
            value = part.child_by_field_name("value") if part.type == "pair_pattern" else part
            if value is not None and value.type in _NAMES:
                yield value


def _by_result(module: Module, literal: Node, types: Types) -> Type:
    """`names.map((name) => ({ … }))`, `names.flatMap((name) => [{ … }])`."""
    holder = literal.parent
    if holder is not None and holder.type == "array":
        return present(types.element(present(types.by_result(module, holder))))
    return present(types.by_result(module, literal))


def _spread(module: Module, literal: Node, types: Types) -> Iterator[Type]:
    """What a literal is made of, so that its own keys take the place of what that has.

    `return { ...state, old: action.value }` of a function that says of no result what it is.
    """
    for part in children_of(literal):
        inner = first_named(part) if part.type == "spread_element" else None
        if inner is not None:
            yield from parts_of(present(types.of(module, inner)))


def _inside(type_: Type, way: tuple[str | None, ...], types: Types) -> Type:
    """What a type holds below keys; None: whatever its list holds."""
    for step in way:
        if step is None:
            type_ = present(types.element(type_))
        else:
            held = [types.member_type(m) for m in types.member(type_, step)]
            type_ = present(union(*held)) if held else UNKNOWN
    return type_


def _variable(key: Node) -> tuple[Node, tuple[str | None, ...]] | None:
    """The name of the variable, without a type, whose value holds a key, and the way there."""
    literal, way = literal_of(key), list[str | None]()
    while literal is not None and (holder := literal.parent) is not None:
        if holder.type == "variable_declarator":
            name = holder.child_by_field_name("name")
            is_typed = holder.child_by_field_name("type") is not None
            is_name = name is not None and name.type == "identifier" and not is_typed
            return (name, tuple(reversed(way))) if name is not None and is_name else None
        if holder.type == "pair":
            outer = name_of(holder)
            step = name_text(outer) if outer is not None else None
            if step is None:
                return None
            way.append(step)
            literal = holder.parent
        elif holder.type == "array":
            way.append(None)
            literal = holder
        else:
            return None
    return None


def literal_of(key: Node) -> Node | None:
    """The object literal that a name is a key of."""
    entry = key.parent if key.parent is not None and key.parent.type == "pair" else key
    literal = entry.parent
    return literal if literal is not None and literal.type == "object" else None


def keys_of(literal: Node) -> list[str]:
    """The keys of an object literal that are written out."""
    names = (name_of(c) for c in children_of(literal) if c.type in _ENTRIES)
    keys = (name_text(name) for name in names if name is not None)
    return [key for key in keys if key is not None]
