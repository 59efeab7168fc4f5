"""A parameter becomes its argument, or what its type and default say where none is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Dependency, Hole, Piece
from fixer.program.evaluate import callbacks, components, loops, patterns, types
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.values import (
    NOTHING,
    Array,
    ClientValue,
    Depends,
    Function,
    Instance,
    Later,
    Library,
    Member,
    Nothing,
    Place,
    Record,
    Text,
    TypeRef,
    Unknown,
    Value,
    candidates,
    place_of,
    union,
)
from fixer.program.module import Module
from fixer.program.scopes import FUNCTIONS, SIGNATURES, Binding
from fixer.program.svelte.blocks import Handed, name_of_block
from fixer.program.syntax import children_of

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


def value(ev: Evaluator, module: Module, binding: Binding, env: Env) -> Value:
    """The value of the parameter `binding` (a name in its pattern) as `env` has it."""
    parameter = binding.node
    function = function_of(parameter)
    place = place_of(module, binding.name_node)
    if function is None:
        return Unknown("a parameter", place=place)
    pattern = parameter.child_by_field_name("pattern") or parameter
    depends: Depends = frozenset({Dependency(module.path, function.start_byte)})
    entered = env.activation(function)
    if entered is None:
        props = components.of_setup(ev, module, function, parameter, env)
        whole = props or _unbound(ev, module, function, parameter, depends, place)
        outer = env.around(function)
    else:
        whole = _bound(ev, module, function, parameter, entered, place)
        outer = entered
    steps = patterns.steps_to(pattern, binding.name_node)
    return patterns.follow(ev, module, whole, steps, outer, place) if steps else whole


def function_of(parameter: Node) -> Node | None:
    """The function whose parameter this is."""
    up = parameter.parent
    while up is not None and up.type not in FUNCTIONS and up.type not in SIGNATURES:
        up = up.parent
    return up


def listed(function: Node) -> list[Node]:
    """The parameters of a function in order, without a TypeScript `this` parameter."""
    single = function.child_by_field_name("parameter")
    if single is not None:
        return [single]
    parameters = function.child_by_field_name("parameters")
    found = children_of(parameters) if parameters is not None else []
    kinds = ("required_parameter", "optional_parameter", "identifier", "rest_pattern")
    return [
        p
        for p in found
        if p.type in (*kinds, "object_pattern", "array_pattern", "assignment_pattern")
        and (first := p.child_by_field_name("pattern")) is not None
        and first.type != "this"
    ]


def uses(module: Module, function: Node, position: int) -> tuple[Node, ...]:
    """Where a function names its parameter at `position`; nowhere if it takes it apart."""
    parameters = listed(function)
    if position >= len(parameters):
        return ()
    pattern = parameters[position].child_by_field_name("pattern") or parameters[position]
    binding = module.resolve(pattern) if pattern.type == "identifier" else None
    return module.references(binding) if binding is not None else ()


def _is_rest(parameter: Node) -> bool:
    pattern = parameter.child_by_field_name("pattern")
    return pattern is not None and pattern.type == "rest_pattern"


def _bound(
    ev: Evaluator, module: Module, function: Node, parameter: Node, env: Env, place: Place
) -> Value:
    position = listed(function).index(parameter)
    arguments = env.arguments or ()
    if _is_rest(parameter):
        return Array(arguments[position:])
    found = _given(ev, arguments[position]) if position < len(arguments) else NOTHING
    default = parameter.child_by_field_name("value")
    if default is not None:
        found = patterns.with_default(ev, module, found, default, env)
    annotation = parameter.child_by_field_name("type")
    if annotation is None:
        return found
    return types.refined(ev, found, TypeRef(module, annotation), place)


def _given(ev: Evaluator, argument: Value) -> Value:
    """An argument's value; `o.id`, handed on as it is, is taken to be there."""
    found = ev.force(argument)
    if isinstance(argument, Later) and argument.node.type == "member_expression":
        kept = [c for c in candidates(found) if not isinstance(c, Nothing)]
        return union(kept) if kept else found
    return found


def _unbound(
    ev: Evaluator,
    module: Module,
    function: Node,
    parameter: Node,
    depends: Depends,
    place: Place,
) -> Value:
    """The value of a parameter when nothing is known of the call."""
    position = listed(function).index(parameter)
    given = _of_block(ev, module, function, position, place) or callbacks.argument(
        ev, module, function, position
    )
    if given is not None:
        return given
    if _is_rest(parameter):
        return Array((), Unknown("a rest parameter", depends, place=place))
    annotation = parameter.child_by_field_name("type")
    default = parameter.child_by_field_name("value")
    if annotation is not None:
        found = types.value(ev, TypeRef(module, annotation), depends, place)
    else:
        found = Unknown(f"the parameter `{parameter_name(parameter)}`", depends, place=place)
    if isinstance(found, Unknown) and (handed := _handed(ev, module, parameter, found)):
        return handed
    if default is not None:
        return _defaulted(ev, found, ev.value(module, default), depends, place)
    if parameter.type == "optional_parameter":
        return union([found, NOTHING])
    return found


def _of_block(
    ev: Evaluator, module: Module, function: Node, position: int, place: Place
) -> Value | None:
    """What a block of Svelte's markup hands on: `{#each rows as row}`; None: it is no block."""
    component = module.component
    name = name_of_block(component, function, position) if component is not None else None
    if name is None:
        return None
    if name.handed is Handed.ITEM and name.source is not None:
        over = ev.value(module, name.source)
        found = [ev.force(item) for c in candidates(over) for item in loops.elements(c)]
        if found:
            return union(found)
    return Unknown(name.handed.value, place=place)


def _handed(ev: Evaluator, module: Module, parameter: Node, found: Unknown) -> Value | None:
    """The client that a framework hands over: `fetch`, `{ fetch }`, or as a member: `event`."""
    pattern = parameter.child_by_field_name("pattern") or parameter
    known = {n: ClientValue(c) for n, c in ev.clients.by_handing.items()}
    if pattern.type == "identifier":
        name = parameter_name(parameter)
        if name in known:
            return known[name]
        known = {n.partition(".")[2]: c for n, c in known.items() if n.startswith(f"{name}.")}
    elif pattern.type != "object_pattern":
        return None
    members = {name: Member(client) for name, client in known.items() if name}
    return Record(members, found, module, pattern) if members else None


def parameter_name(parameter: Node) -> str:
    pattern = parameter.child_by_field_name("pattern") or parameter
    raw = pattern.text or b""
    return raw.decode("utf-8", "replace") if pattern.type == "identifier" else "…"


def _defaulted(
    ev: Evaluator, found: Value, default: Value, depends: Depends, place: Place
) -> Value:
    """A parameter with a default: mostly the default, and what a caller gives instead."""
    if isinstance(default, Text):
        plain = default.literal
        if plain is None:
            return union([_dependent(default, depends), found])
        if any(isinstance(c, Text) for c in candidates(found)):
            return found  # its type lists all it can be
        if plain.lstrip("-").replace(".", "").isdigit():
            return Unknown("a number", depends, place=place, hole=Hole.NUMBER)
        return Text((Piece(None, *place, Hole.STRING, (plain,), False, depends),))
    if isinstance(default, Record):
        rest = default.rest or Unknown("the caller's object", depends, place=place)
        if isinstance(found, Unknown) and found.type is not None:
            rest = Unknown("the caller's object", depends, found.type, place)
        return Record(default.members, rest, default.module, default.node)
    if isinstance(default, Nothing):
        return union([found, default])
    if isinstance(default, Instance | Function | ClientValue | Library):
        return default
    return found


def _dependent(value: Text, depends: Depends) -> Text:
    pieces = (
        p
        if p.text is not None
        else Piece(None, p.path, p.start, p.end, p.hole, p.values, p.exact, p.depends | depends)
        for p in value.pieces
    )
    return Text(tuple(pieces))
