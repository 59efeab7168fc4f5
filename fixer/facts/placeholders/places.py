"""A module becomes the expressions in it that stand where data of the API belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tree_sitter import Node

from fixer.facts.placeholders.markers import has_markup
from fixer.facts.placeholders.model import Role
from fixer.facts.placeholders.patterns import Patterns
from fixer.facts.placeholders.records import given_by, unwrapped
from fixer.facts.states import State
from fixer.program.module import Module
from fixer.program.scopes import BindingKind
from fixer.program.syntax import children_of, text


@dataclass(frozen=True, slots=True)
class Place:
    """An expression whose value becomes state, is returned, or is shown.

    `is_fallback`: it does so only when something else has no value (`data ?? x`).
    """

    node: Node
    role: Role
    state: State | None = None
    is_fallback: bool = False


def places(module: Module, kept: Iterable[State], patterns: Patterns) -> Iterator[Place]:
    """In no particular order, each expression once for each role. `kept`: the module's state."""
    for place in _written(module, kept, patterns):
        yield from _branches(place)


def _written(module: Module, kept: Iterable[State], patterns: Patterns) -> Iterator[Place]:
    for state in kept:
        if state.initial is not None:
            yield Place(_lazy(state.initial), Role.INITIAL, state)
        yield from _assigned(module, state)
    yield from _stored(module, patterns)
    yield from _fields(module)
    yield from _returned(module)
    yield from _fallbacks(module)
    yield from _shown(module)


def _lazy(initial: Node) -> Node:
    """`useState(() => x)`: what the function gives."""
    return given_by(initial) or initial


def _assigned(module: Module, state: State) -> Iterator[Place]:
    """Arguments of the setter; what a ref's `.value` or a signal's `.set(…)` gets."""
    if state.setter is not None:
        for use in module.references(state.setter):
            call = use.parent
            if call is None or call.type != "call_expression":
                continue
            if call.child_by_field_name("function") == use:
                yield from _argument(call, state)
        return
    if state.value is None or state.is_pair:
        return
    for use in module.references(state.value):
        member = use.parent
        if member is None or member.type != "member_expression":
            continue
        name = member.child_by_field_name("property")
        outer = member.parent
        if name is None or outer is None:
            continue
        if outer.type == "assignment_expression" and outer.child_by_field_name("left") == member:
            right = outer.child_by_field_name("right")
            if right is not None and text(name) == "value":
                yield Place(right, Role.ASSIGNED, state)
        elif outer.type == "call_expression" and text(name) in ("set", "next"):
            yield from _argument(outer, state)


def _argument(call: Node, state: State) -> Iterator[Place]:
    arguments = call.child_by_field_name("arguments")
    for given in children_of(arguments)[:1] if arguments is not None else ():
        yield Place(_lazy(given), Role.ASSIGNED, state)


def _stored(module: Module, patterns: Patterns) -> Iterator[Place]:
    """The properties of the object that a store begins with."""
    stores = _local_stores(module, patterns)
    for call in module.calls if stores else ():
        function = call.child_by_field_name("function")
        arguments = call.child_by_field_name("arguments")
        if function is None or arguments is None or not _is_store(module, function, stores):
            continue
        for given in children_of(arguments):
            value = given_by(given) or given
            yield from _properties(unwrapped(value), patterns)


def _local_stores(module: Module, patterns: Patterns) -> frozenset[str]:
    """The names by which this file calls what makes a store."""
    if not any(p.encode() in module.data for p in patterns.store_calls):
        return frozenset()
    found = set()
    for binding in module.table(module.root).values.values():
        source = module.import_of(binding)
        if source and source.imported in patterns.store_calls.get(source.specifier, ()):
            found.add(binding.name)
    return frozenset(found)


def _is_store(module: Module, function: Node, stores: frozenset[str]) -> bool:
    while function.type == "call_expression":  # create<T>()(…)
        inner = function.child_by_field_name("function")
        if inner is None:
            return False
        function = inner
    if function.type != "identifier" or text(function) not in stores:
        return False
    binding = module.resolve(function)
    return binding is not None and binding.kind is BindingKind.IMPORT


def _properties(store: Node, patterns: Patterns) -> Iterator[Place]:
    if store.type == "call_expression":  # create(persist((set) => ({ … })))
        arguments = store.child_by_field_name("arguments")
        for given in children_of(arguments)[:1] if arguments is not None else ():
            yield from _properties(unwrapped(given_by(given) or given), patterns)
        return
    if store.type != "object":
        return
    pairs = [c for c in children_of(store) if c.type == "pair"]
    for pair in pairs:
        key, value = pair.child_by_field_name("key"), pair.child_by_field_name("value")
        if key is None or value is None:
            continue
        if text(key) in patterns.store_keys:
            yield from _properties(unwrapped(given_by(value) or value), patterns)
        else:
            yield Place(value, Role.STORE)


def _fields(module: Module) -> Iterator[Place]:
    """The first values of a class's fields that change: a constant of it is a constant."""
    for found in module.captures("(public_field_definition) @f").get("f", ()):
        value = found.child_by_field_name("value")
        constant = any(c.type in ("readonly", "static") for c in found.children)
        if value is not None and not constant:
            yield Place(value, Role.STORE)


_RETURNED = """
(return_statement (_) @returned)
(arrow_function body: (expression) @returned)
(call_expression function: (identifier) @callee arguments: (arguments . (_) @resolved .)
  (#eq? @callee "resolve"))
(call_expression function: (member_expression object: (identifier) @promise
  property: (property_identifier) @method) arguments: (arguments . (_) @resolved .)
  (#eq? @promise "Promise") (#eq? @method "resolve"))
"""


def _returned(module: Module) -> Iterator[Place]:
    found = module.captures(_RETURNED)
    for node in found.get("returned", ()):
        if node.type != "comment":
            yield Place(node, Role.RETURNED)
    for node in found.get("resolved", ()):
        yield Place(node, Role.RESOLVED)


_FALLBACKS = """
(binary_expression operator: ["??" "||"] right: (_) @right)
(object_assignment_pattern right: (_) @right)
"""


def _fallbacks(module: Module) -> Iterator[Place]:
    for node in module.captures(_FALLBACKS).get("right", ()):
        yield Place(node, Role.RETURNED, is_fallback=True)


def _shown(module: Module) -> Iterator[Place]:
    """Names that markup reads: `{ROWS.map(…)}`, `rows={ROWS}`."""
    if not has_markup(module):
        return
    for node in module.captures("(jsx_expression (_) @shown)").get("shown", ()):
        name = _root(node)
        if name is not None and not _is_hint(node):
            yield Place(name, Role.RENDERED)


def _is_hint(shown: Node) -> bool:
    """Whether it is what an empty input field says: `placeholder={EXAMPLES.name}`."""
    attribute = shown.parent.parent if shown.parent is not None else None
    if attribute is None or attribute.type != "jsx_attribute":
        return False
    return text(children_of(attribute)[0]).lower().endswith("placeholder")


def _root(node: Node) -> Node | None:
    """The name at the beginning of `rows`, `rows.map(…)`, `rows.filter(…).map(…)`, `data.rows`."""
    while node.type in ("call_expression", "member_expression", "non_null_expression"):
        inner = node.child_by_field_name("function") or node.child_by_field_name("object")
        if inner is None:
            return None
        if node.type == "call_expression" and inner.type == "identifier":
            return None
        node = inner
    return node if node.type == "identifier" else None


def _branches(place: Place) -> Iterator[Place]:
    """Each value that an expression can have: the arms of a ternary, both sides of `??`."""
    node = unwrapped(place.node)
    if node.type == "ternary_expression":
        for field in ("consequence", "alternative"):
            arm = node.child_by_field_name(field)
            if arm is not None:
                yield from _branches(Place(arm, place.role, place.state, place.is_fallback))
        return
    if node.type == "binary_expression":
        operator, left = (node.child_by_field_name(f) for f in ("operator", "left"))
        if left is not None and operator is not None and text(operator) in ("??", "||"):
            # The right side is a place of its own: `_fallbacks`.
            yield from _branches(Place(left, place.role, place.state, place.is_fallback))
            right = node.child_by_field_name("right")
            if right is not None and place.state is not None:
                yield from _branches(Place(right, place.role, place.state, True))
        return
    yield Place(node, place.role, place.state, place.is_fallback)
