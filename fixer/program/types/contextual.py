"""The type that an expression is expected to have, by where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of
from fixer.program.types import markupcontext
from fixer.program.types.calls import choose, instantiated
from fixer.program.types.constructing import constructor
from fixer.program.types.elements import expected_element
from fixer.program.types.functions import (
    infers_nothing,
    is_async,
    parameter,
    parameter_nodes,
    results,
    returned,
    signatures,
)
from fixer.program.types.mapping import mapped_to
from fixer.program.types.misread import callee_of
from fixer.program.types.model import (
    UNKNOWN,
    ClassValue,
    Context,
    Function,
    Type,
    Unknown,
    present,
    union,
)
from fixer.program.types.patterns import written_type
from fixer.program.types.reducing import without_literals
from fixer.program.types.tables import name_of, name_text
from fixer.program.types.waiting import arguments, is_sensitive, maker_of, may_be_of_itself, waits

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine


def contextual(engine: Engine, context: Context, node: Node) -> Type:
    """What TypeScript calls the contextual type; Unknown where there is none."""
    parent = engine.parent(node)
    if parent is None:
        return UNKNOWN
    reader = _READERS.get(parent.type)
    return reader(engine, context, parent, node) if reader is not None else UNKNOWN


def _declarator(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    return written_type(engine, context, parent) or UNKNOWN


def _field(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    written = written_type(engine, context, parent)
    if written is not None:
        return written
    name = name_of(parent)
    spelled = name_text(name) if name is not None else None
    if spelled is None:
        return UNKNOWN
    for base in engine.bases(engine.class_type(context, parent)):
        if engine.find(base, spelled):
            return engine.property_type(base, spelled)
    return UNKNOWN


def _parameter(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    return engine.parameter_type(context, parent)


def _through(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    if parent.type == "ternary_expression" and parent.child_by_field_name("condition") == node:
        return UNKNOWN
    return engine.contextual(context, parent)


def _cast(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    children = children_of(parent)
    if len(children) < 2 or engine.ignores_annotations(context):  # `as const`
        return engine.contextual(context, parent)
    return engine.declared(context, children[1])


def _assertion(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    if engine.ignores_annotations(context):
        return engine.contextual(context, parent)
    return engine.declared(context, children_of(parent)[0])


def _binary(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    operator = parent.child_by_field_name("operator")
    kind = operator.type if operator is not None else ""
    if kind == "&&" and parent.child_by_field_name("right") == node:
        return engine.contextual(context, parent)
    if kind not in ("||", "??"):
        return UNKNOWN
    expected = engine.contextual(context, parent)
    left = parent.child_by_field_name("left")
    if isinstance(expected, Unknown) and left is not None and left != node:
        return present(engine.expression(context, left))
    return expected


def _argument(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    if waits(node) and node.type not in FUNCTIONS:
        expected = _passed(engine, context, parent, node, expects=True)
        if signatures(engine, present(expected)):  # `persist(devtools((set, get) => …))`
            return expected
    return _passed(engine, context, parent, node, expects=node.type in FUNCTIONS)


def _passed(
    engine: Engine,
    context: Context,
    parent: Node,
    node: Node,
    *,
    expects: bool,
    stop: Node | None = None,
) -> Type:
    """`expects`: type parameters that no other argument gives come from the call's own context.

    As in the compiler, a value from which a parameter is inferred is not expected to have what
    the call's context would make of it. `stop`: what inside the argument asks, if not itself.
    """
    call = engine.parent(parent)
    if call is None or call.type not in ("call_expression", "new_expression"):
        return UNKNOWN
    given = arguments(call)
    if node not in given:
        return UNKNOWN
    index = given.index(node)
    types: list[Type] = []
    for candidate in _callees(engine, context, call):
        asks = expects or infers_nothing(candidate, index)
        bound = instantiated(engine, context, call, candidate, stop or node, expects=asks)
        types.append(parameter(engine, bound, index))
    known = [t for t in types if not isinstance(t, Unknown)]
    if known or expects:
        return union(*known) if known else UNKNOWN
    return _reduced_argument(engine, context, call, index)


def _reduced_argument(engine: Engine, context: Context, call: Node, index: int) -> Type:
    """What a call makes of all its arguments together: `of([...rows, { id: 1 }])` is of rows."""
    bound = (instantiated(engine, context, call, it) for it in _callees(engine, context, call))
    types = [parameter(engine, it, index) for it in bound]
    return union(*(without_literals(engine, t) for t in types)) if types else UNKNOWN


def _callees(engine: Engine, context: Context, call: Node) -> tuple[Function, ...]:
    """The signature that a call means; of a union of functions each part's."""
    if (callee := callee_of(call)) is None:
        return ()
    construct = call.type == "new_expression" or callee.type == "super"
    type_ = present(engine.expression(context, callee))
    if construct and isinstance(type_, ClassValue):
        found = constructor(engine, context, call, type_)
        return (found,) if found is not None else ()
    chosen = (
        choose(engine, context, call, signatures(engine, part, construct=construct))
        for part in engine.parts(type_)
    )
    return tuple(c for c in chosen if c is not None)


def _pair(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    key, object_ = parent.child_by_field_name("key"), engine.parent(parent)
    if key is None or object_ is None or node == key:
        return UNKNOWN
    found = _of_pair(engine, context, _around(engine, context, object_, parent), key, object_)
    holder = engine.parent(object_)
    if holder is None or holder.type != "arguments" or not may_be_of_itself(node, found):
        return found
    # `watch({ control, name: 'old' })`: without this text, what it has to be is a key.
    without = _passed(engine, context, holder, object_, expects=False, stop=node)
    return _of_pair(engine, context, without, key, object_)


def _around(engine: Engine, context: Context, object_: Node, entry: Node) -> Type:
    """`useInfiniteQuery({ queryFn: ({ at }) => …, next: (last) => … })`: with what is before it."""
    maker = maker_of(object_)
    holder = engine.parent(maker or object_)
    function = entry.child_by_field_name("value") or entry
    if holder is not None and holder.type == "arguments" and is_sensitive(function):
        before = (c for c in children_of(object_) if c.end_byte <= entry.start_byte)
        if any(is_sensitive(c.child_by_field_name("value") or c) for c in before):
            given = maker or object_
            found = _passed(engine, context, holder, given, expects=False, stop=function)
            return found if maker is None else results(engine, found)
    return engine.contextual(context, object_)


def _of_pair(engine: Engine, context: Context, whole: Type, key: Node, object_: Node) -> Type:
    expected = engine.discriminated(context, whole, object_)
    name = name_text(key)
    if name is not None:
        return _property(engine, expected, name)
    return engine.indexed(expected, engine.expression(context, children_of(key)[0]))


def _property(engine: Engine, expected: Type, name: str) -> Type:
    """The expected type of a property; alternatives that lack it don't count."""
    types = [engine.property_type(p, name) for p in engine.parts(present(expected))]
    known = [t for t in types if not isinstance(t, Unknown)]
    return union(*known) if known else UNKNOWN


def _method(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    if node.type != "method_definition":
        return UNKNOWN
    return _of_method(engine, _around(engine, context, parent, node), node)


def _of_method(engine: Engine, whole: Type, node: Node) -> Type:
    name = name_of(node)
    spelled = name_text(name) if name is not None else None
    return _property(engine, whole, spelled) if spelled is not None else UNKNOWN


def _element(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    return expected_element(engine, engine.contextual(context, parent), parent, node)


def _spread(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    holder = engine.parent(parent)
    if holder is not None and holder.type == "arguments":
        return _spread_argument(engine, context, holder, parent)
    if holder is not None and holder.type == "jsx_expression":
        return markupcontext.spread(engine, context, holder, node)
    is_inner = holder is not None and holder.type in ("object", "array")
    return engine.contextual(context, holder) if holder and is_inner else UNKNOWN


def _spread_argument(engine: Engine, context: Context, holder: Node, spread: Node) -> Type:
    """`rows.push(...more)`; of `show(...pair)` each part is something else."""
    call, index = engine.parent(holder), children_of(holder).index(spread)
    for it in _callees(engine, context, call) if call is not None else ():
        if parameter(engine, it, index) != parameter(engine, it, index + 1):
            return UNKNOWN
    return engine.array(engine.contextual(context, spread))


def _return(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    function = engine.ancestor(parent, FUNCTIONS)
    return _result(engine, context, function) if function is not None else UNKNOWN


def _arrow(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    if parent.child_by_field_name("body") != node:
        return UNKNOWN
    return _result(engine, context, parent)


def _result(engine: Engine, context: Context, function: Node) -> Type:
    """What the `return` of a function is expected to have."""
    written = function.child_by_field_name("return_type")
    if written is not None and not engine.ignores_annotations(context):
        found = engine.declared(context.at(function), written)
    else:
        types = [returned(engine, s) for s in _expected_of(engine, context, function)]
        known = [t for t in types if not isinstance(engine.awaited(t), Unknown)]
        found = union(*known) if known else _reduced_result(engine, context, function)
    return engine.awaited(found) if is_async(function) else found


def _reduced_result(engine: Engine, context: Context, function: Node) -> Type:
    """What a callback returns, when one of its results has room for the others."""
    holder = engine.parent(function)
    if holder is None or holder.type != "arguments":
        return UNKNOWN
    if not engine.expected_signatures(context, function):
        return mapped_to(engine, context, function)
    return without_literals(engine, returned(engine, Function(context, function)))


def _expected_of(engine: Engine, context: Context, function: Node) -> tuple[Function, ...]:
    holder = engine.parent(function)
    if holder is None or holder.type != "arguments":
        return expected_signatures(engine, context, function)
    found = _passed(engine, context, holder, function, expects=False)
    return signatures(engine, present(found))


def hint(engine: Engine, context: Context, node: Node) -> Type:
    """The contextual type; in a callback's result also what only the call's context says.

    It decides whether `[a, b]` is a pair and what a function there is given
    (`const columns: Column<Row>[] = useMemo(() => [{ render: (row) => … }])`), never which
    properties an object has.
    """
    if (parent := engine.parent(node)) is None:
        return UNKNOWN
    found = _hinted(engine, context, parent, node)
    return engine.contextual(context, node) if isinstance(found, Unknown) else found


def _hinted(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    if parent.type == "pair":
        key, object_ = parent.child_by_field_name("key"), engine.parent(parent)
        if key is None or object_ is None or node == key:
            return UNKNOWN
        return _of_pair(engine, context, _hint_around(engine, context, object_), key, object_)
    if parent.type == "object" and node.type == "method_definition":
        return _of_method(engine, _hint_around(engine, context, parent), node)
    if parent.type == "array":
        return expected_element(engine, _hint_around(engine, context, parent), parent, node)
    if parent.type == "arguments" and node.type == "object":
        return _passed(engine, context, parent, node, expects=True)
    if parent.type in ("parenthesized_expression", "ternary_expression"):
        return _hint_around(engine, context, parent)
    if parent.type == "return_statement":
        function = engine.ancestor(parent, FUNCTIONS)
    else:
        is_result = parent.child_by_field_name("body") == node
        function = parent if parent.type == "arrow_function" and is_result else None
    if function is None:
        return UNKNOWN
    types = [returned(engine, s) for s in expected_signatures(engine, context, function)]
    found = union(*types or (UNKNOWN,))
    return engine.awaited(found) if is_async(function) else found


def _hint_around(engine: Engine, context: Context, node: Node) -> Type:
    parent = engine.parent(node)
    return _hinted(engine, context, parent, node) if parent is not None else UNKNOWN


def expected_signatures(engine: Engine, context: Context, function: Node) -> tuple[Function, ...]:
    """The function types that a function expression is expected to have."""
    if function.type in ("function_declaration", "generator_function_declaration"):
        return ()
    holder = engine.parent(function)
    if function.type == "method_definition" and (holder is None or holder.type != "object"):
        return ()
    found = signatures(engine, present(engine.contextual(context, function)))
    is_told = any(not isinstance(parameter(engine, s, 0), Unknown) for s in found)
    if holder is not None and (not found or (holder.type == "pair" and not is_told)):
        hinted = signatures(engine, present(_hinted(engine, context, holder, function)))
        count = len(parameter_nodes(function))
        if hinted and _told(engine, hinted, count) > _told(engine, found, count):
            return hinted
        return found or hinted
    return found


def _told(engine: Engine, functions: tuple[Function, ...], count: int) -> int:
    """Of how many of the first `count` parameters the type is known."""
    told = [[parameter(engine, it, i) for i in range(count)] for it in functions]
    return max((sum(not isinstance(t, Unknown) for t in each) for each in told), default=0)


def _assignment(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    left = parent.child_by_field_name("left")
    if left is None or left == node or left.type in ("object_pattern", "array_pattern"):
        return UNKNOWN
    return engine.expression(context, left)


def _default(engine: Engine, context: Context, parent: Node, node: Node) -> Type:
    left = parent.child_by_field_name("left")
    return engine.pattern_type(context, left) if left and left != node else UNKNOWN


_READERS = {
    "variable_declarator": _declarator,
    "public_field_definition": _field,
    "required_parameter": _parameter,
    "optional_parameter": _parameter,
    "parenthesized_expression": _through,
    "ternary_expression": _through,
    "await_expression": _through,
    "non_null_expression": _through,
    "as_expression": _cast,
    "satisfies_expression": _cast,
    "type_assertion": _assertion,
    "binary_expression": _binary,
    "arguments": _argument,
    "pair": _pair,
    "object": _method,
    "array": _element,
    "spread_element": _spread,
    "return_statement": _return,
    "arrow_function": _arrow,
    "assignment_expression": _assignment,
    "augmented_assignment_expression": _assignment,
    "assignment_pattern": _default,
    "object_assignment_pattern": _default,
    "jsx_attribute": markupcontext.attribute,
    "jsx_expression": markupcontext.attribute,
    "expression_statement": markupcontext.statement,
}
