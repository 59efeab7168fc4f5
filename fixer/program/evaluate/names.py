"""A name becomes the value it has where it stands: declaration, destructuring, later writes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.call import Hole
from fixer.program.evaluate import components, inputs, libraries, loops, parameters, patterns, types
from fixer.program.evaluate.agreeing import agreed
from fixer.program.evaluate.effects import after_writes
from fixer.program.evaluate.entering import narrowed
from fixer.program.evaluate.environment import Env
from fixer.program.evaluate.filling import filled
from fixer.program.evaluate.values import (
    NOTHING,
    ClassValue,
    ClientValue,
    Constant,
    EnumValue,
    Function,
    Library,
    Namespace,
    Nothing,
    TypeRef,
    Union,
    Unknown,
    Value,
    candidates,
    place_of,
)
from fixer.program.evaluate.writes import (
    Changes,
    Write,
    enclosing_function,
    find_changes,
    find_writes,
)
from fixer.program.module import Module
from fixer.program.program import External, Program, Symbol
from fixer.program.scopes import Binding, BindingKind, is_exported
from fixer.program.syntax import EMBEDDING, text

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator


_HEAD = 400


@dataclass(slots=True, eq=False)
class Facts:
    """What is true of a declaration wherever it is used, computed once."""

    program: Program
    _writes: dict[Binding, tuple[Write, ...]] = field(default_factory=dict)
    _changes: dict[Binding, Changes] = field(default_factory=dict)

    def writes(self, module: Module, binding: Binding) -> tuple[Write, ...]:
        if binding not in self._writes:
            self._writes[binding] = find_writes(module, binding)
        return self._writes[binding]

    def changes(self, module: Module, binding: Binding) -> Changes:
        if binding not in self._changes:
            self._changes[binding] = find_changes(module, binding)
        return self._changes[binding]


def identifier(ev: Evaluator, module: Module, node: Node, env: Env) -> Value:
    """The value of an identifier at its place."""
    name = text(node)
    if name == "undefined":
        return NOTHING
    binding = module.resolve(node)
    if binding is None:
        in_template = components.template_name(ev, module, node, env)
        in_template = in_template or inputs.template_name(ev, module, node)
        if in_template is not None:
            return in_template
        return libraries.global_name(ev, name, place_of(module, node))
    return bound(ev, module, binding, node, env)


def bound(ev: Evaluator, module: Module, binding: Binding, at: Node | None, env: Env) -> Value:
    """The value of a binding at the node `at`; `at` None: after the module has run."""
    if binding.kind is BindingKind.IMPORT:
        return imported(ev, module, binding)
    if binding.kind is BindingKind.FUNCTION:
        return Function(module, _with_body(binding), env.around(binding.node))
    if binding.kind is BindingKind.CLASS:
        return ClassValue(module, binding.node, env.around(binding.node))
    if binding.kind is BindingKind.ENUM:
        return EnumValue(module, binding.node)
    if binding.kind is BindingKind.PARAMETER:
        first = parameters.value(ev, module, binding, env)
    elif binding.kind in (BindingKind.CONST, BindingKind.LET, BindingKind.VAR):
        first = _declared(ev, module, binding, env)
    else:
        return Unknown(f"a {binding.kind.value}", place=place_of(module, binding.name_node))
    writes = ev.facts.writes(module, binding)
    found = after_writes(ev, module, first, writes, at, env, binding) if writes else first
    if at is None or not isinstance(found, Union):
        return found
    chosen = agreed(ev, module, at, binding, env)
    return narrowed(ev, module, found, at, binding, writes) if chosen is None else chosen


def _with_body(binding: Binding) -> Node:
    for candidate in (binding, *binding.others):
        if candidate.node.child_by_field_name("body") is not None:
            return candidate.node
    return binding.node


def imported(ev: Evaluator, module: Module, binding: Binding) -> Value:
    """What an imported name is in the module that declares it."""
    if (made := _generated(ev, module, binding.name)) is not None:
        return made  # some versions mark what uses the client, and not the client itself
    symbol = ev.program.value(module, binding.name_node)
    if symbol is None:
        return Unknown(f"`{binding.name}` is not exported by what it is imported from")
    return symbol_value(ev, symbol)


def symbol_value(ev: Evaluator, symbol: Symbol | External) -> Value:
    """The value of what a name means across modules."""
    if isinstance(symbol, External):
        path = () if symbol.name == "*" else (symbol.name,)
        return libraries.library(ev, Library(symbol.specifier, path), None)
    if symbol.is_namespace:
        return Namespace(symbol.module)
    if symbol.binding is not None:
        if (made := _generated(ev, symbol.module, symbol.binding.name)) is not None:
            return made
        return bound(ev, symbol.module, symbol.binding, None, ev.root)
    return ev.value(symbol.module, symbol.node)


def _generated(ev: Evaluator, module: Module, name: str) -> Constant | None:
    """The creator of a client, under its name in a module that a generator wrote."""
    client = ev.clients.written(module.data[:_HEAD], name)
    if client is None:
        return None
    base = Unknown("what the client is told when the page starts", hole=Hole.BASE)
    return Constant(ClientValue(client, (base,)))


def _is_state(module: Module, declarator: Node) -> bool:
    """Whether it is a variable of a component: its first value says little of what it will hold."""
    return module.path.suffix in EMBEDDING and enclosing_function(declarator) is None


def _is_unset_at_first(module: Module, binding: Binding, typed: Value) -> bool:
    """`let path: string | undefined;` in a function, where all that sets it later is followed."""
    if NOTHING not in candidates(typed) or enclosing_function(binding.node) is None:
        return False
    uses = [use for use in module.references(binding) if use != binding.name_node]
    is_followed = not any(u.parent is not None and u.parent.type in _UNFOLLOWED for u in uses)
    return is_followed and not any(_is_in_a_loop(use, binding.node) for use in uses)


def _is_in_a_loop(use: Node, declared: Node) -> bool:
    """Whether a loop, in which the declaration isn't, comes to a use again: `cursor = next`."""
    up = use.parent
    while up is not None and not (up.start_byte <= declared.start_byte < up.end_byte):
        if up.type in _LOOPS:
            return True
        up = up.parent
    return False


_LOOPS = frozenset({"for_statement", "for_in_statement", "while_statement", "do_statement"})

_UNFOLLOWED = frozenset(
    {"object_pattern", "array_pattern", "pair_pattern", "object_assignment_pattern"}
    | {"assignment_pattern", "rest_pattern", "for_in_statement"}
)


def _declared(ev: Evaluator, module: Module, binding: Binding, env: Env) -> Value:
    declarator = binding.node
    inside = env.around(declarator)
    if declarator.type == "for_in_statement":
        return loops.element(ev, module, declarator, binding.name_node, inside)
    pattern = declarator.child_by_field_name("name")
    initial = declarator.child_by_field_name("value")
    annotation = declarator.child_by_field_name("type")
    if pattern is None:
        return Unknown("a declaration")
    value = ev.inside(module, initial, inside) if initial is not None else None
    place = place_of(module, binding.name_node)
    is_set_later = binding.kind is not BindingKind.CONST
    if annotation is not None:
        if value is None or (is_set_later and isinstance(value, Nothing)):
            value = Unknown("declared without a value", place=place)
        value = types.refined(ev, value, TypeRef(module, annotation), place)
        if initial is None and _is_unset_at_first(module, binding, value):
            value = NOTHING
    if value is not None and is_set_later and _is_state(module, declarator):
        value = filled(ev, value)
    if value is None:
        is_prop = module.component is not None and is_exported(declarator)
        return Unknown("a prop", place=place) if is_prop else NOTHING
    if pattern.type == "identifier":
        return value
    steps = patterns.steps_to(pattern, binding.name_node)
    return patterns.follow(ev, module, value, steps, inside, place)
