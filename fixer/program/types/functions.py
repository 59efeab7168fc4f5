"""Functions and signatures: their parameters' types and what they return."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import CLASSES, FUNCTIONS, SIGNATURES
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types.annotations import annotation
from fixer.program.types.model import (
    UNDEFINED,
    UNKNOWN,
    VOID,
    Anonymous,
    ClassValue,
    Context,
    Function,
    Intersection,
    Named,
    Tuple,
    Type,
    TypeParam,
    Union,
    Unknown,
    intersection,
    present,
    union,
)
from fixer.program.types.tables import PARAMETERS, body_of

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_RETURNS = "(return_statement) @r"


def signatures(engine: Engine, type_: Type, *, construct: bool = False) -> tuple[Function, ...]:
    """The call signatures of a type, overloads in order; or its construct signatures."""
    if isinstance(type_, Function):
        is_constructor = type_.node.type in ("constructor_type", "construct_signature")
        return (type_, *type_.others) if is_constructor == construct else ()
    if isinstance(type_, (Union, Intersection)):
        return tuple(s for p in type_.parts for s in signatures(engine, p, construct=construct))
    if isinstance(type_, TypeParam):
        return signatures(engine, engine.constraint(type_), construct=construct)
    if isinstance(type_, Anonymous):
        return _of_body(engine, type_.context, type_.node, construct=construct)
    if isinstance(type_, Named) and type_.declaration.node.type == "interface_declaration":
        found: list[Function] = []
        for node, context in engine.contexts(type_):
            found.extend(_of_body(engine, context, node, construct=construct))
        if found:
            return tuple(found)
        for base in engine.bases(type_):
            inherited = signatures(engine, base, construct=construct)
            if inherited:
                return inherited
    return ()


def _of_body(
    engine: Engine, context: Context, node: Node, *, construct: bool
) -> tuple[Function, ...]:
    body = body_of(engine, node)
    nodes = body.constructs if construct else body.calls
    return tuple(Function(context, n) for n in nodes)


def parameter_nodes(function: Node) -> tuple[Node, ...]:
    """The parameters, `this` left out; for `x => …` the identifier itself."""
    single = function.child_by_field_name("parameter")
    if single is not None:
        return (single,)
    found = function.child_by_field_name("parameters")
    return tuple(_parameters(found)) if found is not None else ()


def _parameters(node: Node) -> Iterator[Node]:
    for child in children_of(node):
        if child.type not in PARAMETERS:
            continue
        pattern = child.child_by_field_name("pattern")
        if pattern is None or pattern.type != "this":
            yield child


def is_rest(parameter: Node) -> bool:
    pattern = parameter.child_by_field_name("pattern")
    return pattern is not None and pattern.type == "rest_pattern"


def arity(function: Node) -> tuple[int, int | None]:
    """The least and the greatest number of arguments; None: no end."""
    least = most = 0
    for node in parameter_nodes(function):
        if is_rest(node):
            return least, None
        most += 1
        has_default = node.child_by_field_name("value") is not None
        if node.type != "optional_parameter" and not has_default:
            least = most
    return least, most


def parameter(engine: Engine, function: Function, index: int) -> Type:
    """The type that the argument at `index` is expected to have."""
    nodes = parameter_nodes(function.node)
    if not nodes:
        return UNKNOWN
    node = nodes[min(index, len(nodes) - 1)]
    if is_rest(node):
        rest = engine.parameter_type(function.context, node)
        position = index - (len(nodes) - 1)
        if isinstance(rest, Tuple):
            return rest.items[position] if position < len(rest.items) else rest.rest or UNKNOWN
        return engine.element(rest)
    return engine.parameter_type(function.context, node) if index < len(nodes) else UNKNOWN


def results(engine: Engine, function: Type) -> Type:
    """What a call of a function gives, whichever of its signatures is meant."""
    return union(*(returned(engine, it) for it in signatures(engine, present(function))))


def infers_nothing(function: Function, index: int) -> bool:
    """Whether no type parameter is inferred from the argument at `index`: `row: NoInfer<T>`."""
    nodes = parameter_nodes(function.node)
    written = nodes[min(index, len(nodes) - 1)].child_by_field_name("type") if nodes else None
    type_ = first_named(written) if written is not None else None
    name = type_.child_by_field_name("name") if type_ is not None else None
    return name is not None and text(name) == "NoInfer"


def rest_parameter(engine: Engine, function: Function) -> Type | None:
    """The type of a function's only parameter when that is a rest parameter: `(...args: P)`."""
    nodes = parameter_nodes(function.node)
    if len(nodes) != 1 or not is_rest(nodes[0]):
        return None
    return annotation(engine, function.context, nodes[0])


def annotated_parameters(engine: Engine, function: Function) -> tuple[Type | None, ...]:
    """The parameters' types as annotated; None for one without annotation."""
    return tuple(annotation(engine, function.context, n) for n in parameter_nodes(function.node))


def returned(engine: Engine, function: Function) -> Type:
    """What a call of the function yields, its type parameters as its context binds them."""
    node, context = function.node, function.context
    if node.type in ("construct_signature", "constructor_type"):
        return annotation(engine, context, node) or UNKNOWN
    declared = node.child_by_field_name("return_type")
    if declared is not None and not engine.ignores_annotations(context):
        return engine.declared(context, declared)
    if node.type not in FUNCTIONS:
        return UNKNOWN
    return engine.ask("returned", _inferred, context, node)


def inferred(engine: Engine, function: Function) -> Type:
    """What a function with a body yields, whatever it is said to."""
    return engine.ask("returned", _inferred, function.context, function.node)


def _inferred(engine: Engine, context: Context, node: Node) -> Type:
    body = node.child_by_field_name("body")
    if body is None:
        return UNKNOWN
    if body.type != "statement_block":
        found = engine.expression(context, body)
    else:
        found = _block(engine, context, node, body)
    words = {c.type for c in node.children}
    if "*" in words or "generator" in node.type:
        return engine.global_type("AsyncGenerator" if "async" in words else "Generator", UNKNOWN)
    if "async" in words:
        return engine.promise(engine.awaited(found))
    return found


def _block(engine: Engine, context: Context, function: Node, body: Node) -> Type:
    types: list[Type] = []
    for statement in returns(engine, context, function, body):
        value = first_named(statement)
        types.append(engine.expression(context, value) if value is not None else UNDEFINED)
    if not types:
        return VOID
    # An alternative out of reach (a parse helper, a mock) doesn't hide the one that is known.
    known = [t for t in types if not isinstance(t, Unknown)]
    if engine.ignores_annotations(context) and known:
        return union(*known)
    return union(*types)


def returns(engine: Engine, context: Context, function: Node, body: Node) -> list[Node]:
    """The `return` statements of a function itself, those of nested functions left out."""
    found = context.module.captures(_RETURNS, body).get("r", [])
    return [s for s in found if engine.ancestor(s, FUNCTIONS) == function]


def constructor_of(engine: Engine, class_: ClassValue) -> Function | None:
    """The constructor that `new` calls, an inherited one included."""
    node, module = class_.declaration.node, class_.declaration.module
    nodes = body_of(engine, node).names.get("constructor")
    if nodes:
        signature = next((n for n in nodes if n.type == "method_signature"), nodes[0])
        return Function(Context(module, class_.env), signature)
    return None


def is_async(function: Node) -> bool:
    return any(c.type == "async" for c in function.children)


def this_type(engine: Engine, context: Context, node: Node) -> Type:
    """What `this` is: the class around it, or the object literal whose method it is in."""
    around = engine.ancestor(node, FUNCTIONS | CLASSES)
    while around is not None and around.type == "arrow_function":
        around = engine.ancestor(around, FUNCTIONS | CLASSES)
    if around is None:
        return UNKNOWN
    if around.type in CLASSES:
        return engine.class_type(context, node)
    written = _this_parameter(engine, context, around)
    if written is not None:
        return written
    holder = engine.parent(around)
    if holder is not None and holder.type == "class_body":
        if any(c.type == "static" for c in around.children):
            return engine.static_side(context, node)
        return engine.class_type(context, node)
    if holder is not None and holder.type == "pair":
        holder = engine.parent(holder)
    if holder is None or holder.type != "object":
        return UNKNOWN
    outer = engine.parent(holder)
    for options in (holder, engine.parent(outer) if outer is not None else None):
        found = engine.component(context, options) if options is not None else None
        if found is not None:
            return found
    own = engine.expression(context, holder)
    expected = _expected_this(engine, context, holder)
    return own if expected is None else intersection(expected, own)


def _expected_this(engine: Engine, context: Context, literal: Node) -> Type | None:
    """T of the `ThisType<T>` that a library gives the methods of an object literal."""
    around: Node | None = literal
    while around is not None and around.type == "object":
        for part in engine.parts(present(engine.contextual(context, around))):
            for it in part.parts if isinstance(part, Intersection) else (part,):
                if isinstance(it, Named) and it.args and engine.is_global(it, "ThisType"):
                    return it.args[0]
        pair = engine.parent(around)
        around = engine.parent(pair) if pair is not None and pair.type == "pair" else None
    return None


def _this_parameter(engine: Engine, context: Context, function: Node) -> Type | None:
    found = function.child_by_field_name("parameters")
    for child in children_of(found) if found is not None else ():
        pattern = child.child_by_field_name("pattern")
        if pattern is not None and pattern.type == "this":
            return annotation(engine, context, child)
    return None


def predicate(function: Function) -> tuple[int, Node] | None:
    """Of a type predicate `x is T`: the index of the parameter x, and the node of T."""
    node = function.node.child_by_field_name("return_type")
    while node is not None and node.type in (
        "type_predicate_annotation",
        "type_annotation",
        "asserts_annotation",
        "asserts",
    ):
        node = first_named(node)
    if node is None or node.type != "type_predicate":
        return None
    name, type_node = node.child_by_field_name("name"), node.child_by_field_name("type")
    if name is None or type_node is None:
        return None
    for index, parameter_node in enumerate(parameter_nodes(function.node)):
        pattern = parameter_node.child_by_field_name("pattern") or parameter_node
        if text(pattern) == text(name):
            return index, type_node
    return None


def implementation(engine: Engine, function: Function) -> Function:
    """Of an overloaded function the declaration that has a body."""
    node = function.node
    if node.type not in SIGNATURES or node.child_by_field_name("body") is not None:
        return function
    key = ("implementation", node.id)
    found = engine.recall(key, node, lambda: _implementation(engine, node))
    return function if found is node else Function(function.context, found)


def _implementation(engine: Engine, node: Node) -> Node:
    name, holder = node.child_by_field_name("name"), engine.parent(node)
    if holder is not None and holder.type == "export_statement":
        holder = engine.parent(holder)
    for sibling in children_of(holder) if name is not None and holder is not None else ():
        inner = sibling.child_by_field_name("declaration") or sibling
        other = inner.child_by_field_name("name")
        has_body = inner.child_by_field_name("body") is not None
        if has_body and other is not None and name is not None and other.text == name.text:
            return inner
    return node
