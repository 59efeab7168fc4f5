"""What flows at run time: calls answered by the contract, wrappers, setters and assignments.

In wire mode an expression's annotations are ignored; what a request yields is followed through
the code to where it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS
from fixer.program.syntax import children_of, text
from fixer.program.types.functions import constructor_of, parameter_nodes, returned
from fixer.program.types.model import (
    NEVER,
    NOTHING,
    STRING,
    THIS,
    UNKNOWN,
    WIRE,
    ClassValue,
    Context,
    Entry,
    Env,
    Function,
    Literal,
    Named,
    Primitive,
    Put,
    Role,
    Type,
    Unknown,
    Wrapped,
    present,
    union,
)

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

MAX_BASES = 8


def answered(engine: Engine, context: Context, node: Node) -> Type | Wrapped | None:
    """What the contract says that a call yields; None: nothing, or not in wire mode."""
    if not context.env.wire or engine.wires is None:
        return None
    if context.env.overlaid(_way(node)) is not None:
        return None  # a call further out says more of what this one asks for
    return engine.wires.wire(context.module, node, context.env.get(THIS))


def called(
    engine: Engine, context: Context, node: Node, function: Function, wrapped: Wrapped | None
) -> Type:
    """What a call of one of the program's functions yields, its arguments followed into it."""
    return returned(engine, given(engine, context, node, function, wrapped, put_off=True))


def given(
    engine: Engine,
    context: Context,
    node: Node,
    function: Function,
    wrapped: Wrapped | None = None,
    *,
    put_off: bool = False,
) -> Function:
    """One of the program's functions with what a call passes laid on its parameters.

    `put_off`: on the way to a request the arguments are read when they are asked for. Most only
    make up what is sent; elsewhere calls with arguments of the same types shall be one.
    """
    is_on_the_way = put_off and (wrapped is not None or context.env.has_answer)
    read = _put if is_on_the_way else _passed
    entries = read(engine, context, node, function)
    passed = tuple(replace(entry, role=Role.ARGUMENT) for entry in entries)
    handed = context.env.handed(frozenset(entry.key for entry in passed))
    overlay = [*handed, *function.context.env.overlay, *_answer(wrapped)]
    # Inside its own call a function keeps its arguments: else no recursion would ever meet itself.
    if not any(context.env.has_entered(entry.key) for entry in passed):
        overlay.extend(passed)
    env = Env(function.context.env.entries, (), wire=True).lay(tuple(overlay))
    return Function(Context(function.context.module, env), function.node)


def overlaid(engine: Engine, env: Env, key: int) -> Type | None:
    """The type that is laid on an expression or a pattern; None: none, or nothing is known."""
    found = env.overlaid(key)
    if not isinstance(found, Put):
        return found
    given = widened(engine.expression(found.context, found.node))
    return None if isinstance(present(given), Unknown) else given


def _answer(wrapped: Wrapped | None) -> tuple[Entry, ...]:
    """What the sink yields, and which calls lead there; those may be known by themselves."""
    if wrapped is None:
        return ()
    sink = wrapped.sink
    way = tuple(
        Entry(_way(node), module, node.start_byte, node.end_byte, wrapped.type)
        for module, node in wrapped.path_to_sink
    )
    start, end = sink.start_byte, sink.end_byte
    others = (entry for other in wrapped.others for entry in _answer(other))
    return (*way, Entry(sink.id, wrapped.sink_module, start, end, wrapped.type), *others)


def _way(node: Node) -> int:
    """A key that is no expression's: of a call on the way to a request."""
    return -node.id


def fetched(engine: Engine, context: Context, call: Node, wrapped: Wrapped | None) -> Type | None:
    """What the fetcher yields that a hook applies, as the way to the request shows it."""
    known = engine.wires.applied(call) if engine.wires is not None else ()
    if len(known) > 1:  # a hook of the program's own that is handed the fetcher
        passed = _functions_passed(engine, context, call)
        known = tuple(it for it in known if it[1] in passed)
    if len(known) != 1:
        return None
    module, function = known[0]
    env = Env(wire=True).lay((*context.env.overlay, *_answer(wrapped)))
    found = engine.awaited(returned(engine, Function(Context(module, env), function)))
    return None if is_nothing(found) else found


def _functions_passed(engine: Engine, context: Context, call: Node) -> tuple[Node, ...]:
    found = call.child_by_field_name("arguments")
    given = [c for c in children_of(found) if c.type == "identifier"] if found is not None else []
    types = (present(engine.expression(context, argument)) for argument in given)
    return tuple(s.node for type_ in types for s in engine.signatures(type_))


def entered(engine: Engine, call: Node, chosen: Function | None) -> Function | None:
    """The function of the program's own that a call runs; None: a library's, or not known.

    Where the callee is only declared (a service behind an interface), the way to the request
    that the call was found to send tells which function it is.
    """
    if chosen is not None:
        body = engine.implementation(chosen)
        if not engine.is_own(body.context):
            return None
        if body.node.child_by_field_name("body") is not None:
            return body
    known = engine.wires.entered(call) if engine.wires is not None else None
    return Function(Context(known[0], WIRE), known[1]) if known is not None else None


def constructed(engine: Engine, context: Context, node: Node, made: Type) -> Type:
    """An instance with what its constructor is given: `new Answer(response)`."""
    if not isinstance(made, Named):
        return made
    found = _constructor(engine, made, MAX_BASES)
    if found is None or not engine.is_own(found.context):
        return made
    flow = tuple(
        replace(e, role=Role.FIELD)
        for e in _passed(engine, context, node, found)
        if not isinstance(present(e.type), Primitive | Literal)
    )
    return replace(made, flow=flow) if flow else made


def constructor(engine: Engine, class_: Type) -> Function | None:
    """The program's own constructor that `new` of a class runs."""
    if not isinstance(class_, ClassValue):
        return None
    found = _constructor(engine, Named(class_.declaration), MAX_BASES)
    return found if found is not None and engine.is_own(found.context) else None


def _constructor(engine: Engine, made: Named, depth: int) -> Function | None:
    found = constructor_of(engine, ClassValue(made.declaration))
    if found is not None:
        return engine.implementation(found)
    for base in engine.bases(made):
        if isinstance(base, Named) and depth:
            return _constructor(engine, base, depth - 1)
    return None


def _passed(engine: Engine, context: Context, node: Node, function: Function) -> Iterator[Entry]:
    for entry, argument in _laid(node, function):
        type_ = widened(engine.expression(context, argument))
        if not isinstance(present(type_), Unknown):
            yield replace(entry, type=type_)


def _put(engine: Engine, context: Context, node: Node, function: Function) -> Iterator[Entry]:
    for entry, argument in _laid(node, function):
        yield replace(entry, type=Put(context.at(argument), argument))


def _laid(node: Node, function: Function) -> Iterator[tuple[Entry, Node]]:
    """The parameters that a call gives something, and what; their types are not said yet."""
    found = node.child_by_field_name("arguments")
    given = children_of(found) if found is not None else []
    for parameter, argument in zip(parameter_nodes(function.node), given, strict=False):
        if argument.type == "spread_element":
            return
        pattern = parameter.child_by_field_name("pattern") or parameter
        if pattern.type != "rest_pattern":
            start, end = pattern.start_byte, pattern.end_byte
            yield Entry(pattern.id, function.context.module, start, end, UNKNOWN), argument


_NAME = re.compile(r"[\w$-]+")


def widened(type_: Type) -> Type:
    """A text that can be no property's name, `/users/`, is one like any other to a function.

    Else a function would have to be read anew for each path and message that it is called with.
    """
    if isinstance(type_, Literal) and isinstance(type_.value, str):
        return type_ if _NAME.fullmatch(type_.value) else STRING
    return type_


def is_nothing(type_: Type) -> bool:
    """Whether a type says nothing of a value: unknown, null, an empty array's element."""
    shown = present(type_)
    if isinstance(shown, Named) and len(shown.args) == 1:
        name = shown.declaration.node.child_by_field_name("name")
        return name is not None and name.text == b"Array" and is_nothing(shown.args[0])
    return isinstance(shown, Unknown) or shown in NOTHING


def assigned_member(engine: Engine, context: Context, node: Node) -> Type:
    """What is assigned to the member that `node` reads (`rows.value = …`, `this.rows = …`)."""
    object_, name = node.child_by_field_name("object"), node.child_by_field_name("property")
    if object_ is None or name is None:
        return UNKNOWN
    key = _identity(engine, context, object_)
    types = [
        engine.expression(context.at(right), right)
        for left, right in assignments(engine, context.module).get(text(name), ())
        if left != node and _identity(engine, context, _holder(left)) == key
    ]
    return _known(types)


def assigned_to(engine: Engine, context: Context, name: Node, property_: str) -> Type:
    """What is assigned to a property of the variable that `name` declares: `rows.value = …`."""
    types = [
        engine.expression(context.at(right), right)
        for left, right in assignments(engine, context.module).get(property_, ())
        if _identity(engine, context, _holder(left)) == name.id
    ]
    return _known(types)


def put_on(engine: Engine, holder: Type, property_: str) -> Type:
    """What is put on a function of the program's own: `Table.Row = TableRow`."""
    if not isinstance(holder, Function) or not engine.is_own(holder.context):
        return UNKNOWN
    around = engine.parent(holder.node)
    is_variable = around is not None and around.type == "variable_declarator"
    named = (around if is_variable and around is not None else holder.node).child_by_field_name(
        "name"
    )
    if named is None:
        return UNKNOWN
    return assigned_to(engine, Context(holder.context.module), named, property_)


def _holder(member: Node) -> Node:
    return member.child_by_field_name("object") or member


Assignments = Mapping[str, Sequence[tuple[Node, Node]]]


def assignments(engine: Engine, module: Module) -> Assignments:
    """The assignments of a file, left and right side, by the variable's or property's name."""
    known = engine.assignments.get(module.path)
    if known is not None:
        return known
    found: dict[str, list[tuple[Node, Node]]] = {}
    for node in module.captures(_ASSIGNMENTS).get("a", ()):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        name = left.child_by_field_name("property") or left if left is not None else None
        if left is not None and right is not None and name is not None:
            found.setdefault(text(name), []).append((left, right))
    engine.assignments[module.path] = found
    return found


_ASSIGNMENTS = "(assignment_expression left: [(identifier) (member_expression)]) @a"


def _identity(engine: Engine, context: Context, node: Node) -> object:
    """Equal for two expressions that are the same variable (or `this`) and path."""
    if node.type == "identifier":
        binding = engine.binding(context.module, node)
        return binding.name_node.id if binding is not None else None
    if node.type == "member_expression":
        object_, name = node.child_by_field_name("object"), node.child_by_field_name("property")
        if object_ is not None and name is not None:
            return (_identity(engine, context, object_), text(name))
    if node.type == "this":
        around = engine.ancestor(node, frozenset({"class_body", "object"}))
        return around.id if around is not None else None
    return object()


def set_through(engine: Engine, context: Context, name: Node) -> Type:
    """What reaches `x` of `const [x, setX] = useState(…)` through calls of `setX`."""
    pattern = engine.parent(name)
    if pattern is None or pattern.type != "array_pattern":
        return UNKNOWN
    types: list[Type] = []
    for sibling in children_of(pattern):
        if sibling.type == "identifier" and sibling != name:
            types.extend(_arguments_of(engine, context, sibling))
    return _known(types)


def _arguments_of(engine: Engine, context: Context, setter: Node) -> Iterator[Type]:
    for use in uses(engine, context.module, setter):
        parent = engine.parent(use)
        if parent is not None and parent.type == "arguments":
            yield from told_by_place(engine, context, use)
        argument = next(iter(given_to(engine, use) or ()), None)
        if argument is not None and argument.type in FUNCTIONS:
            yield returned(engine, Function(context.at(argument), argument))
        elif argument is not None:
            yield engine.expression(context.at(argument), argument)


def uses(engine: Engine, module: Module, name: Node) -> Iterator[Node]:
    """The places that mean the same variable as a name does."""
    binding = engine.binding(module, name)
    for use in module.occurrences(text(name)):
        if engine.parent(use) is not None and engine.binding(module, use) == binding:
            yield use


def given_to(engine: Engine, use: Node) -> list[Node] | None:
    """The arguments of a call of what a name means; None: the name isn't called there."""
    parent = engine.parent(use)
    if parent is None or parent.type != "call_expression":
        return None
    given = parent.child_by_field_name("arguments")
    is_called = parent.child_by_field_name("function") == use
    return children_of(given) if given is not None and is_called else None


def told_by_place(engine: Engine, context: Context, node: Node) -> Iterator[Type]:
    """What a function will be given where it is handed on as it is: `.then(setRows)`."""
    for signature in engine.signatures(present(engine.contextual(context, node))):
        yield engine.parameter(signature, 0)


def _known(types: list[Type]) -> Type:
    known = [t for t in types if not is_nothing(t) and t != NEVER]
    return union(*known) if known else UNKNOWN
