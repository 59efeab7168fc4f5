"""Type annotations become types: each kind of type node, in the context it is written in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.legible import is_masked
from fixer.program.module import NAMESPACE
from fixer.program.parsing import parser_of, typescript
from fixer.program.program import External, Symbol
from fixer.program.syntax import children_of, first_named, string_value, text
from fixer.program.types import kit, vuecomponents
from fixer.program.types.conditionals import conditional
from fixer.program.types.enums import value_of
from fixer.program.types.keys import access, keys
from fixer.program.types.mapped import over_items
from fixer.program.types.model import (
    BOOLEAN,
    NULL,
    STRING,
    THIS,
    UNDEFINED,
    UNKNOWN,
    Anonymous,
    Context,
    Function,
    Literal,
    Mapped,
    Package,
    Primitive,
    Scope,
    Tuple,
    Type,
    TypeParam,
    union,
)
from fixer.program.types.names import (
    declaration,
    scope_export,
    symbol_type,
    type_symbol,
    value_symbol,
)
from fixer.program.types.spelling import INTRINSICS, spelled, template
from fixer.program.types.tables import PARAMETERS

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_UNTYPED = frozenset({"any", "unknown"})


def declared(engine: Engine, context: Context, node: Node) -> Type:
    """The type that a type node means."""
    reader = _READERS.get(node.type)
    if reader is not None:
        return reader(engine, context, node)
    if node.type.endswith("type_annotation") or node.type in _WRAPPERS:
        inner = first_named(node)
        return engine.declared(context, inner) if inner is not None else UNKNOWN
    return UNKNOWN


_WRAPPERS = frozenset(
    {"parenthesized_type", "readonly_type", "constraint", "default_type", "type_arguments"}
    | {"optional_type", "rest_type"}
)


def annotation(engine: Engine, context: Context, node: Node, field: str = "type") -> Type | None:
    """The annotation of a declaration; None when it has none."""
    found = node.child_by_field_name(field)
    return engine.declared(context, found) if found is not None else None


def arguments(engine: Engine, context: Context, node: Node | None) -> tuple[Type, ...]:
    """The types of a `type_arguments` node."""
    if node is None:
        return ()
    return tuple(engine.declared(context, n) for n in children_of(node))


def _predefined(engine: Engine, context: Context, node: Node) -> Type:
    name = text(node)
    if name in _UNTYPED:
        return UNKNOWN
    return STRING if name == "unique symbol" else Primitive(name)


def _identifier(engine: Engine, context: Context, node: Node) -> Type:
    symbol = _named(engine, context, node)
    if symbol is None or isinstance(symbol, External):
        return kit.generated(engine, context, node)
    return symbol_type(engine, context, symbol, ())


def _named(engine: Engine, context: Context, name: Node) -> Symbol | External | None:
    if not is_masked(text(name)):
        return type_symbol(engine, context, name)
    type_ = _written(context.module.data[name.start_byte : name.end_byte])
    if type_ is None or _imported(type_) is None:
        return type_symbol(engine, context, name)
    return _import_symbol(engine, context, type_, types=True)


@cache
def _written(type_: bytes) -> Node | None:
    """A type by itself, of which the grammar can't read what follows: `import('./rows').Row[]`."""
    tree = parser_of(typescript()).parse(b"type T = %s;" % type_)
    alias = first_named(tree.root_node)
    return alias.child_by_field_name("value") if alias is not None else None


def _generic(engine: Engine, context: Context, node: Node) -> Type:
    name = node.child_by_field_name("name")
    if name is None:
        return UNKNOWN
    given = node.child_by_field_name("type_arguments")
    shown = vuecomponents.instance(
        engine, context, text(name), first_named(given) if given else None
    )
    if shown is not None:
        return shown
    args = arguments(engine, context, given)
    if name.type == "nested_type_identifier":
        return symbol_type(engine, context, nested(engine, context, name), args)
    symbol = _named(engine, context, name)
    if symbol is None and text(name) in INTRINSICS and len(args) == 1:
        return spelled(text(name), args[0])
    return symbol_type(engine, context, symbol, args)


def _nested(engine: Engine, context: Context, node: Node) -> Type:
    found = nested(engine, context, node)
    if found is not None:
        return symbol_type(engine, context, found, ())
    return _enum_member(engine, context, node)


def nested(engine: Engine, context: Context, node: Node) -> Symbol | None:
    """`A.B.C` as a type: the declaration of C."""
    left, right = node.child_by_field_name("module"), node.child_by_field_name("name")
    if left is None or right is None:
        return None
    scope = _scope(engine, context, left)
    if scope is None:
        return None
    found = scope_export(engine, scope, text(right), types=True)
    return found if isinstance(found, Symbol) else None


def _enum_member(engine: Engine, context: Context, node: Node) -> Type:
    """`Kind.row`: its value; where that is computed, any of the enum's."""
    left, name = node.child_by_field_name("module"), node.child_by_field_name("name")
    if left is None or name is None or left.type != "identifier":
        return UNKNOWN
    symbol = value_symbol(engine, context, left)
    if not isinstance(symbol, Symbol) or symbol.node.type != "enum_declaration":
        return UNKNOWN
    enum = declaration(symbol.module, symbol.node, symbol.binding)
    return value_of(enum, text(name)) or symbol_type(engine, context, symbol, ())


def _scope(engine: Engine, context: Context, node: Node) -> Scope | Package | None:
    if node.type == "identifier":
        found = engine.symbol_value(context, value_symbol(engine, context, node))
    elif node.type in ("nested_identifier", "member_expression"):
        left = node.child_by_field_name("object") or node.child_by_field_name("module")
        right = node.child_by_field_name("property") or node.child_by_field_name("name")
        outer = _scope(engine, context, left) if left is not None else None
        if outer is None or right is None:
            return None
        found = engine.symbol_value(context, scope_export(engine, outer, text(right), types=False))
    else:
        return None
    return found if isinstance(found, (Scope, Package)) else None


def _array(engine: Engine, context: Context, node: Node) -> Type:
    inner = first_named(node)
    return engine.array(engine.declared(context, inner) if inner is not None else UNKNOWN)


def _union(engine: Engine, context: Context, node: Node) -> Type:
    return union(*(engine.declared(context, n) for n in _operands(node, "union_type")))


def _intersection(engine: Engine, context: Context, node: Node) -> Type:
    operands = _operands(node, "intersection_type")
    return engine.meet(engine.declared(context, n) for n in operands)


def _operands(node: Node, kind: str) -> Iterator[Node]:
    for child in children_of(node):
        if child.type == kind:
            yield from _operands(child, kind)
        elif child.type != "comment":
            yield child


def _object(engine: Engine, context: Context, node: Node) -> Type:
    for child in children_of(node):
        if child.type == "index_signature" and any(
            c.type == "mapped_type_clause" for c in children_of(child)
        ):
            return over_items(engine, Mapped(context, child))
    return Anonymous(context, node)


def _tuple(engine: Engine, context: Context, node: Node) -> Type:
    items: list[Type] = []
    for child in children_of(node):
        if child.type == "comment":
            continue
        name = child.child_by_field_name("name")
        is_rest = child.type == "rest_type" or (name is not None and name.type == "rest_pattern")
        if child.type in PARAMETERS:
            type_ = annotation(engine, context, child) or UNKNOWN
        else:
            type_ = engine.declared(context, child)
        if is_rest:
            return Tuple(tuple(items), engine.element(type_))
        items.append(type_)
    return Tuple(tuple(items))


def _literal(engine: Engine, context: Context, node: Node) -> Type:
    child = first_named(node)
    if child is None or child.type in ("null", "undefined"):
        return NULL if text(node) == "null" else UNDEFINED
    if child.type in ("true", "false"):
        return Literal(child.type == "true")
    value = string_value(child)
    if value is not None:
        return Literal(value)
    try:
        return Literal(float(text(child).replace("_", "")))
    except ValueError:
        return Primitive("number")


def _lookup(engine: Engine, context: Context, node: Node) -> Type:
    parts = children_of(node)
    if len(parts) != 2:
        return UNKNOWN
    object_, index = (engine.declared(context, n) for n in parts)
    return access(engine, object_, index)


def _keyof(engine: Engine, context: Context, node: Node) -> Type:
    inner = first_named(node)
    return keys(engine, engine.declared(context, inner)) if inner is not None else UNKNOWN


def _typeof(engine: Engine, context: Context, node: Node) -> Type:
    inner = first_named(node)
    if inner is None:
        return UNKNOWN
    if inner.type in ("call_expression", "member_expression") and _imported(inner) is not None:
        return engine.symbol_value(context, _import_symbol(engine, context, inner, types=False))
    return engine.expression(context.static(), inner)


def _imported(node: Node) -> str | None:
    """`'./x'` of `import('./x')`, also below a member access."""
    while node.type == "member_expression":
        below = node.child_by_field_name("object")
        if below is None:
            return None
        node = below
    function, args = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    if function is None or function.type != "import" or args is None:
        return None
    first = first_named(args)
    return string_value(first) if first is not None else None


def _import_symbol(engine: Engine, context: Context, node: Node, *, types: bool) -> Symbol | None:
    specifier = _imported(node)
    if specifier is None:
        return None
    path = engine.program.locate(context.module, specifier)
    name = node.child_by_field_name("property") if node.type == "member_expression" else None
    imported = text(name) if name is not None else NAMESPACE
    if path is None:
        return engine.libraries.exported(specifier, imported, types=types)
    module = engine.program.module(path)
    if imported == NAMESPACE:
        return Symbol(module, module.root)
    found = scope_export(engine, Scope(module, module.root), imported, types=types)
    return found if isinstance(found, Symbol) else None


def _import_type(engine: Engine, context: Context, node: Node) -> Type:
    return symbol_type(engine, context, _import_symbol(engine, context, node, types=True), ())


def _function(engine: Engine, context: Context, node: Node) -> Type:
    return Function(context, node)


def _this(engine: Engine, context: Context, node: Node) -> Type:
    return context.env.get(THIS) or engine.this(context, node)


def _infer(engine: Engine, context: Context, node: Node) -> Type:
    bound = context.env.get(node.id)
    return bound if bound is not None else TypeParam(context, node)


def _boolean(engine: Engine, context: Context, node: Node) -> Type:
    return BOOLEAN


Reader = Callable[["Engine", Context, Node], Type]
_READERS: dict[str, Reader] = {
    "predefined_type": _predefined,
    "type_identifier": _identifier,
    "identifier": _identifier,
    "generic_type": _generic,
    "nested_type_identifier": _nested,
    "array_type": _array,
    "union_type": _union,
    "intersection_type": _intersection,
    "object_type": _object,
    "tuple_type": _tuple,
    "literal_type": _literal,
    "lookup_type": _lookup,
    "index_type_query": _keyof,
    "type_query": _typeof,
    "function_type": _function,
    "constructor_type": _function,
    "conditional_type": conditional,
    "infer_type": _infer,
    "this_type": _this,
    "this": _this,
    "template_literal_type": template,
    "type_predicate": _boolean,
    "type_predicate_annotation": _boolean,
    "call_expression": _import_type,
    "member_expression": _import_type,
}
