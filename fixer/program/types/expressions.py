"""Expressions become types: each kind of expression node."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.syntax import children_of, first_named, string_value, text
from fixer.program.types import angular, filled, svelte, templates
from fixer.program.types.annotations import arguments as type_arguments
from fixer.program.types.calls import call
from fixer.program.types.constructing import new
from fixer.program.types.defaults import overridden
from fixer.program.types.literals import array_literal
from fixer.program.types.misread import is_awaited
from fixer.program.types.model import (
    BOOLEAN,
    NULL,
    NUMBER,
    STRING,
    UNDEFINED,
    UNKNOWN,
    Context,
    Function,
    Literal,
    ObjectLiteral,
    Primitive,
    Type,
    Unknown,
    WireType,
    present,
    union,
)
from fixer.program.types.names import (
    declaration_value,
    entry,
    symbol_value,
    type_parameters,
    value_symbol,
)
from fixer.program.types.narrowing import guarded, narrowed
from fixer.program.types.wireflow import assigned_member, is_nothing, put_on

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def expression(engine: Engine, context: Context, node: Node) -> Type:
    """The type of an expression node."""
    found = engine.overlaid(context.env, node.id)
    if found is None:
        reader = _READERS.get(node.type)
        found = reader(engine, context, node) if reader is not None else UNKNOWN
    return engine.awaited(found) if is_awaited(engine, node) else found


def _identifier(engine: Engine, context: Context, node: Node) -> Type:
    if node.text == b"undefined":
        return UNDEFINED
    found = None
    if context.module.markup is not None and engine.binding(context.module, node) is None:
        found = templates.name_type(engine, context, node)
    elif context.module.component is not None:
        found = svelte.store_value(engine, context, node)
    if found is None:
        found = symbol_value(engine, context, value_symbol(engine, context, node))
    return narrowed(engine, context, node, found)


def _member(engine: Engine, context: Context, node: Node) -> Type:
    object_, name = node.child_by_field_name("object"), node.child_by_field_name("property")
    if object_ is None or name is None:
        return UNKNOWN
    if context.env.wire:
        return _wire_member(engine, context, node, object_, text(name))
    holder = engine.expression(context, object_)
    found = engine.property_type(holder, text(name))
    if isinstance(found, Unknown):
        known = guarded(engine, context, object_, holder, text(name))
        found = engine.property_type(known, text(name)) if known is not holder else found
    if isinstance(found, Unknown):
        found = put_on(engine, holder, text(name))
    return narrowed(engine, context, node, found)


def _wire_member(engine: Engine, context: Context, node: Node, object_: Node, name: str) -> Type:
    """A service keeps its methods in wire mode, though its own type is only declared."""
    holder = present(engine.expression(context, object_))
    found = UNKNOWN if isinstance(holder, Unknown) else _flowing(engine, context, holder, name)
    if is_nothing(found):
        declared = engine.expression(context.static(), object_)
        members = engine.find(declared, name)
        if len(members) == 1:
            found = engine.wire_member(members[0], context)
    return assigned_member(engine, context, node) if is_nothing(found) else found


def _flowing(engine: Engine, context: Context, holder: Type, name: str) -> Type:
    types: list[Type] = []
    for part in engine.parts(holder):
        members = [] if isinstance(part, WireType) else engine.find(part, name)
        if members:
            found = (engine.wire_member(m, context) for m in members)
            types.extend(overridden(engine, part, name, it) for it in found)
        else:
            types.append(engine.property_type(part, name))
    return _joined(engine, context, types)


def _subscript(engine: Engine, context: Context, node: Node) -> Type:
    object_, index = node.child_by_field_name("object"), node.child_by_field_name("index")
    if object_ is None or index is None:
        return UNKNOWN
    holder = engine.expression(context, object_)
    name = string_value(index)
    if name is not None:
        found = engine.property_type(holder, name)
    else:
        found = engine.indexed(holder, _key(engine, context, index))
    return narrowed(engine, context, node, found)


def _key(engine: Engine, context: Context, index: Node) -> Type:
    """The type of an index; the variable of a `for … in` indexes arrays too, as in TypeScript."""
    key = engine.expression(context, index)
    if key != STRING:
        return key
    return NUMBER if context.env.wire or _is_loop_key(engine, context, index) else key


def _is_loop_key(engine: Engine, context: Context, index: Node) -> bool:
    binding = engine.binding(context.module, index) if index.type == "identifier" else None
    if binding is None:
        return False
    loop = engine.ancestor(binding.name_node, frozenset({"for_in_statement"}))
    left = loop.child_by_field_name("left") if loop is not None else None
    if loop is None or left is None or not any(c.type == "in" for c in loop.children):
        return False
    return left.start_byte <= binding.name_node.start_byte < left.end_byte


def _await(engine: Engine, context: Context, node: Node) -> Type:
    inner = first_named(node)
    return engine.awaited(engine.expression(context, inner)) if inner is not None else UNKNOWN


def _as(engine: Engine, context: Context, node: Node) -> Type:
    children = children_of(node)
    if len(children) < 2 or context.env.wire:
        return engine.expression(context, children[0])
    return engine.declared(context, children[1])


def _assertion(engine: Engine, context: Context, node: Node) -> Type:
    children = children_of(node)
    if context.env.wire:
        return engine.expression(context, children[-1])
    return engine.declared(context, children[0])


def _satisfies(engine: Engine, context: Context, node: Node) -> Type:
    return engine.expression(context, children_of(node)[0])


def _inner(engine: Engine, context: Context, node: Node) -> Type:
    inner = first_named(node)
    return engine.expression(context, inner) if inner is not None else UNKNOWN


def _instantiation(engine: Engine, context: Context, node: Node) -> Type:
    """`Array<Row>` as a value: the first of its signatures that takes so many types, given them."""
    callee, written = children_of(node)[0], children_of(node)[-1]
    type_ = engine.expression(context, callee)
    for function in engine.signatures(present(type_)):
        parameters = type_parameters(function.node)
        if len(parameters) >= len(children_of(written)):
            given = engine.filled(function, type_arguments(engine, context, written))
            entries = tuple(
                entry(function.context, p, function.node, t)
                for p, t in zip(parameters, given, strict=True)
            )
            return Function(function.context.bind(entries), function.node)
    return type_


def _non_null(engine: Engine, context: Context, node: Node) -> Type:
    inner = first_named(node)
    # The grammar reads `a && b!.c` as `((a && b)!).c`: the operand is what `!` belongs to.
    while inner is not None and inner.type in _MISREAD:
        inner = inner.child_by_field_name(_MISREAD[inner.type])
    return present(engine.expression(context, inner)) if inner is not None else UNKNOWN


_MISREAD = {"binary_expression": "right", "unary_expression": "argument"}


def _ternary(engine: Engine, context: Context, node: Node) -> Type:
    yes, no = node.child_by_field_name("consequence"), node.child_by_field_name("alternative")
    return _either(engine, context, yes, no)


def _either(engine: Engine, context: Context, left: Node | None, right: Node | None) -> Type:
    types = [engine.expression(context, n) for n in (left, right) if n is not None]
    return _joined(engine, context, types)


def _joined(engine: Engine, context: Context, types: list[Type]) -> Type:
    if context.env.wire:
        types = [t for t in types if not isinstance(t, Unknown)] or [UNKNOWN]
    return union(*types)


def _is_left_open(engine: Engine, context: Context, node: Node) -> bool:
    """Whether a contract has a property and leaves open what it holds: `body.org || body`."""
    if node.type != "member_expression" or not context.env.wire:
        return False
    holder, name = node.child_by_field_name("object"), node.child_by_field_name("property")
    if holder is None or name is None:
        return False
    shape = present(engine.expression(context, holder))
    return isinstance(shape, WireType) and shape.schema.property(text(name)) is not None


_LOGICAL = frozenset({"||", "??"})
_ARITHMETIC = frozenset({"-", "*", "/", "%", "**", "|", "&", "^", "<<", ">>", ">>>"})


def _binary(engine: Engine, context: Context, node: Node) -> Type:
    operator = node.child_by_field_name("operator")
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    if operator is None or left is None or right is None:
        return UNKNOWN
    if operator.type in _LOGICAL:
        first = present(engine.expression(context, left))
        if isinstance(first, Unknown) and _is_left_open(engine, context, left):
            return UNKNOWN
        return _joined(engine, context, [first, engine.expression(context, right)])
    if operator.type == "&&":
        return engine.expression(context, right)
    if operator.type == "|" and context.module.markup is not None:
        return angular.piped(engine, context, node) or NUMBER
    if operator.type in _ARITHMETIC:
        return NUMBER
    if operator.type == "+":
        types = (engine.expression(context, left), engine.expression(context, right))
        numbers = all(t == NUMBER or _is_number(t) for t in types)
        return NUMBER if numbers else STRING
    return BOOLEAN


def _is_number(type_: Type) -> bool:
    return isinstance(type_, Literal) and isinstance(type_.value, (int, float))


def _assignment(engine: Engine, context: Context, node: Node) -> Type:
    right = node.child_by_field_name("right")
    return engine.expression(context, right) if right is not None else UNKNOWN


def _sequence(engine: Engine, context: Context, node: Node) -> Type:
    return engine.expression(context, children_of(node)[-1])


def _object(engine: Engine, context: Context, node: Node) -> Type:
    return ObjectLiteral(context, node)


def _function(engine: Engine, context: Context, node: Node) -> Type:
    return Function(context, node)


def _class(engine: Engine, context: Context, node: Node) -> Type:
    return declaration_value(engine, context, node)


def _string(engine: Engine, context: Context, node: Node) -> Type:
    value = string_value(node)
    return Literal(value) if value is not None else STRING


def _number(engine: Engine, context: Context, node: Node) -> Type:
    try:
        return Literal(float(text(node).replace("_", "")))
    except ValueError:
        return NUMBER


def _unary(engine: Engine, context: Context, node: Node) -> Type:
    operator = node.child_by_field_name("operator")
    kind = operator.type if operator is not None else ""
    return {"typeof": STRING, "!": BOOLEAN, "delete": BOOLEAN, "void": UNDEFINED}.get(kind, NUMBER)


def _this(engine: Engine, context: Context, node: Node) -> Type:
    shown = angular.this(engine, context, node) if context.module.markup is not None else None
    return shown or engine.this(context, node)


def _yield(engine: Engine, context: Context, node: Node) -> Type:
    return UNKNOWN


def _constant(type_: Type) -> Callable[[Engine, Context, Node], Type]:
    def constant(engine: Engine, context: Context, node: Node) -> Type:
        return type_

    return constant


def _regex(engine: Engine, context: Context, node: Node) -> Type:
    return engine.global_type("RegExp")


def _jsx(engine: Engine, context: Context, node: Node) -> Type:
    return Primitive("jsx")


def _super(engine: Engine, context: Context, node: Node) -> Type:
    return next(iter(engine.bases(engine.class_type(context, node))), UNKNOWN)


def _pair_value(engine: Engine, context: Context, node: Node) -> Type:
    value = node.child_by_field_name("value")
    return engine.expression(context, value) if value is not None else UNKNOWN


_READERS: dict[str, Callable[[Engine, Context, Node], Type]] = {
    "identifier": _identifier,
    "shorthand_property_identifier": _identifier,
    "member_expression": _member,
    "subscript_expression": _subscript,
    "call_expression": call,
    "new_expression": new,
    "await_expression": _await,
    "as_expression": _as,
    "type_assertion": _assertion,
    "satisfies_expression": _satisfies,
    "parenthesized_expression": _inner,
    "instantiation_expression": _instantiation,
    "expression_statement": _inner,
    "program": _inner,
    "jsx_expression": _inner,
    "non_null_expression": _non_null,
    "ternary_expression": _ternary,
    "binary_expression": _binary,
    "assignment_expression": _assignment,
    "augmented_assignment_expression": _assignment,
    "sequence_expression": _sequence,
    "object": _object,
    "array": array_literal,
    "arrow_function": _function,
    "function_expression": _function,
    "function_declaration": _function,
    "generator_function": _function,
    "generator_function_declaration": _function,
    "function_signature": _function,
    "class": _class,
    "class_declaration": _class,
    "abstract_class_declaration": _class,
    "string": _string,
    "template_string": _string,
    "number": _number,
    "true": _constant(Literal(True)),
    "false": _constant(Literal(False)),
    "null": _constant(NULL),
    "undefined": _constant(UNDEFINED),
    "unary_expression": _unary,
    "update_expression": _constant(NUMBER),
    "regex": _regex,
    "this": _this,
    "super": _super,
    "yield_expression": _yield,
    "jsx_element": _jsx,
    "jsx_self_closing_element": _jsx,
    "pair": _pair_value,
    "public_field_definition": filled.given,
    "required_parameter": filled.given,
    "optional_parameter": filled.given,
}
