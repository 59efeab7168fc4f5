"""Svelte's names become types: blocks' own, stores' values, runes, and the props of components."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import Symbol
from fixer.program.scopes import BindingKind, is_exported
from fixer.program.svelte.blocks import Handed, name_of_block
from fixer.program.svelte.document import SVELTE
from fixer.program.svelte.headers import trimmed
from fixer.program.svelte.tags import Given, Tag
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import kit
from fixer.program.types.keystrings import keyed
from fixer.program.types.model import (
    NUMBER,
    UNKNOWN,
    Context,
    Member,
    Scope,
    Type,
    Unknown,
    present,
    union,
)

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_MARK = "$"
_RUNES = "svelte/runes"
_SLOT, _DYNAMIC = "slot", "svelte:component"
_PROPS = b"$props"
_CHAIN = frozenset({"member_expression", "subscript_expression", "non_null_expression"})
_ELEMENTS = frozenset({b"target", b"currentTarget", b"relatedTarget", b"srcElement"})
_ELEMENTS |= {b"dataTransfer", b"clipboardData", b"touches"}
# Which parameter of a function takes what an attribute gives: `use:tip={{ text: row.name }}`.
_TAKING = {"use": 1, "transition": 1, "in": 1, "out": 1, "animate": 2}
_ANYTHING = re.compile(rb"\b(?:any|unknown|object|Record)\b")


def parameter_of_block(engine: Engine, context: Context, function: Node, index: int) -> Type | None:
    """What a block of the markup hands to a name at its head; None for any other function."""
    component = context.module.component
    name = name_of_block(component, function, index) if component is not None else None
    if name is None:
        return None
    if name.handed is Handed.INDEX:
        return NUMBER
    if name.source is None:
        return UNKNOWN
    source = engine.typed(context, name.source)
    if name.handed is Handed.SETTLED:
        return engine.awaited(source)
    return engine.element(present(source))


def rune(engine: Engine, module: Module, name: str) -> Symbol | None:
    """`$state` and its like, which a component and a `.svelte.ts` have without an import."""
    if not name.startswith(_MARK) or ".svelte" not in module.path.name:
        return None
    return engine.libraries.exported(_RUNES, name)


def store_value(engine: Engine, context: Context, name: Node) -> Type | None:
    """What `$rows` is: the value of the store `rows`; None: it is no such name."""
    module, spelled = context.module, text(name)
    if module.component is None or not spelled.startswith(_MARK):
        return None
    if engine.binding(module, name) is not None:  # `derived(rows, ($rows) => …)`
        return None
    binding = module.table(module.root).values.get(spelled[1:])
    if binding is None:
        return None
    held = Context(module, context.env)
    is_picked = binding.name_node.type == "shorthand_property_identifier_pattern"
    read = engine.pattern_type if is_picked else engine.expression
    store = present(read(held, binding.name_node))
    values: list[Type] = []
    for signature in engine.signatures(present(engine.property_type(store, "subscribe"))):
        for run in engine.signatures(present(engine.parameter(signature, 0)))[:1]:
            values.append(engine.parameter(run, 0))
    known = [value for value in values if not isinstance(value, Unknown)]
    return union(*known) if known else UNKNOWN


def expected(engine: Engine, context: Context, statement: Node) -> Type:
    """What a component, or the action of an element, takes of what an attribute gives it."""
    component = context.module.component
    inner = first_named(statement)
    while inner is not None and inner.type == "parenthesized_expression":
        inner = first_named(inner)
    found = component.given_at(inner.start_byte) if component is not None and inner else None
    if found is None:
        return UNKNOWN
    tag, given = found
    directive, _, own = given.name.partition(":")
    if directive in _TAKING and own:
        start = given.start + len(directive) + 1
        return _taken(engine, context, start, own.split("|")[0], _TAKING[directive])
    if not tag.is_component:
        return UNKNOWN
    taken = prop_type(engine, context.module, tag, given.name.removeprefix("bind:"))
    return taken if taken is not None else UNKNOWN


def _taken(engine: Engine, context: Context, start: int, name: str, index: int) -> Type:
    """What the function that a directive names takes as one of its parameters."""
    end = start + len(name.encode())
    node = context.module.root.named_descendant_for_byte_range(start, end)
    if node is None or (node.start_byte, node.end_byte) != (start, end):
        return UNKNOWN
    called = engine.signatures(present(engine.expression(Context(context.module), node)))
    return union(*(engine.parameter(signature, index) for signature in called[:1]))


def takes_anything(engine: Engine, module: Module, tag: Tag, given: Given) -> bool:
    """Whether a component of the program says no type for what an attribute gives it.

    What it says and isn't known here is a package's type, which none of the program's is.
    """
    child, name = component_of(engine, module, tag), given.name.removeprefix("bind:")
    if child is None:
        return tag.name.startswith("svelte:")
    for export in child.exports.get(name, ()):
        if export.binding is not None and export.binding.kind is BindingKind.LET:
            is_known = not isinstance(engine.variable(Context(child), export.binding), Unknown)
            return not is_known and _is_loose(export.node)
    declared = declared_props(engine, child)
    if declared is None:
        return takes(child, name) or b"$$" in child.data
    found = engine.find(declared, name)
    return any(
        isinstance(engine.member_type(m), Unknown) and m.node is not None and _is_loose(m.node)
        for m in found
    )


def _is_loose(declared: Node) -> bool:
    """Whether a declaration says no type, or one that anything has."""
    said = declared.child_by_field_name("type")
    return said is None or _ANYTHING.search(said.text or b"") is not None


def prop_type(engine: Engine, module: Module, tag: Tag, name: str) -> Type | None:
    """The type of a prop of the program's own component; None: it isn't known to have it."""
    child = component_of(engine, module, tag)
    if child is None:
        return None
    for export in child.exports.get(name, ()):
        if export.binding is not None and export.binding.kind is BindingKind.LET:
            return engine.variable(Context(child), export.binding)
    declared = declared_props(engine, child)
    if declared is None:
        return None
    taken = engine.property_type(declared, name)
    return None if isinstance(taken, Unknown) else taken


def given_unsaid(
    engine: Engine, context: Context, declarator: Node, value: Node | None
) -> Type | None:
    """What a route's component is given under a name that says no type: `export let data`."""
    if not kit.is_route(context.module) or engine.ignores_annotations(context):
        return None
    if value is None:
        name = declarator.child_by_field_name("name")
        is_data = name is not None and name.text == b"data" and is_exported(declarator)
        return kit.data(engine, context.module) if is_data else None
    callee = value.child_by_field_name("function") if value.type == "call_expression" else None
    is_props = callee is not None and callee.text == _PROPS
    return kit.props(engine, context.module) if is_props else None


def props_called(engine: Engine, module: Module, tag: Tag, name: str) -> tuple[Member, ...]:
    """The properties that an attribute of that name may give a value.

    None of them is meant on a component that declares its props as variables. Of one that isn't
    known they are those of all components: a package's has none of the program's types.
    """
    child = component_of(engine, module, tag)
    if child is None:
        return any_props(engine, name)
    declared = declared_props(engine, child)
    if declared is not None:
        return engine.find(declared, name)
    return any_props(engine, name) if b"$props" in child.data or b"$$" in child.data else ()


def any_props(engine: Engine, name: str) -> tuple[Member, ...]:
    """The properties of that name in the types of the props of the program's components."""
    nothing: tuple[Type, ...] = ()
    declared = engine.recall("svelte's props", nothing, lambda: tuple(_all_props(engine)))
    return tuple(dict.fromkeys(m for type_ in declared for m in engine.find(type_, name)))


def _all_props(engine: Engine) -> Iterator[Type]:
    for path, data in engine.program.sources.items():
        if path.suffix == SVELTE and _PROPS in data:
            declared = declared_props(engine, engine.program.module(path))
            if declared is not None:
                yield declared


def spread_props(engine: Engine, child: Module, name: str) -> tuple[Member, ...]:
    """The properties of that name in what elements spread on a component that takes one."""
    if child.component is None or not takes(child, name):
        return ()
    return _laid(engine, name, lambda module, tag: _may_be(engine, module, tag, child))


def slot_props(engine: Engine, name: str) -> tuple[Member, ...]:
    """The properties of that name that slots hand on of an object: `<slot {...row} />`."""
    return _laid(engine, name, lambda _, tag: tag.name == _SLOT)


def _laid(engine: Engine, name: str, is_meant: Callable[[Module, Tag], bool]) -> tuple[Member, ...]:
    nothing: tuple[tuple[Module, Tag, Node], ...] = ()
    spread = engine.recall("svelte's spreads", nothing, lambda: tuple(_spreads(engine)))
    found: list[Member] = []
    for module, tag, node in spread:
        if is_meant(module, tag):
            found += engine.find(engine.typed(Context(module), node), name)
    return tuple(dict.fromkeys(found))


def _spreads(engine: Engine) -> Iterator[tuple[Module, Tag, Node]]:
    """Each object that is spread on a component, or on what a slot hands on."""
    for path, data in engine.program.sources.items():
        if path.suffix != SVELTE or b"..." not in data:
            continue
        module = engine.program.module(path)
        for tag in module.component.tags if module.component is not None else ():
            if not tag.is_component and tag.name not in (_SLOT, _DYNAMIC):
                continue
            for start, end in (
                given.value for given in tag.given if not given.name and given.value
            ):
                span = trimmed(module.data, start, end)
                node = module.root.named_descendant_for_byte_range(*span)
                if node is not None:
                    yield module, tag, node


def _may_be(engine: Engine, module: Module, tag: Tag, child: Module) -> bool:
    """Whether a tag is of a component, or of one that a variable holds."""
    found = component_of(engine, module, tag)
    if found is not None or tag.name == _SLOT:
        return found is child
    first = module.table(module.root).values.get(tag.name.partition(".")[0])
    return first is None or first.kind is not BindingKind.IMPORT


def takes(child: Module, name: str) -> bool:
    """Whether a component takes a prop of that name by a variable of its own."""
    declared = (export.binding for export in child.exports.get(name, ()))
    if any(binding is not None and binding.kind is BindingKind.LET for binding in declared):
        return True
    for call in child.calls:
        callee, declarator = call.child_by_field_name("function"), call.parent
        if callee is None or callee.text != _PROPS or declarator is None:
            continue
        pattern = declarator.child_by_field_name("name")
        for key in children_of(pattern) if pattern is not None else ():
            named = key.child_by_field_name("key") or key.child_by_field_name("left") or key
            if text(named) == name:
                return True
    return False


def component_of(engine: Engine, module: Module, tag: Tag) -> Module | None:
    """The component that a tag means, if it is one of the program's."""
    if not tag.is_component:
        return None
    start = tag.start + 1
    end = start + len(tag.name.encode())
    name = module.root.named_descendant_for_byte_range(start, end)
    if name is None or (name.start_byte, name.end_byte) != (start, end):
        return None
    found = engine.expression(Context(module), name)
    if not isinstance(found, Scope) or found.module.component is None:
        return None
    return found.module if found.node == found.module.root else None


def declared_props(engine: Engine, module: Module) -> Type | None:
    """The type of `let { … }: Props = $props()`."""
    for call in module.calls:
        callee, declarator = call.child_by_field_name("function"), call.parent
        if callee is None or callee.text != _PROPS or declarator is None:
            continue
        annotation = declarator.child_by_field_name("type")
        if declarator.type == "variable_declarator" and annotation is not None:
            return engine.declared(Context(module), annotation)
    return None


def keys_given(
    engine: Engine, module: Module, tag: Tag, given: Given, name: str
) -> tuple[Member, ...]:
    """The properties that the text of an attribute names, by what the component takes there."""
    taken = prop_type(engine, module, tag, given.name)
    return keyed(engine, present(taken), name) if taken is not None else ()


def is_of_event(engine: Engine, module: Module, node: Node) -> bool:
    """Whether a property is read of the event that an element of HTML hands to its handler.

    Not so what the program's own code may have put there: `event.detail`, a message's `data`.
    """
    reads: list[bytes | None] = []
    root = node.parent
    while root is not None and root.type in _CHAIN:
        read = root.child_by_field_name("property") or root.child_by_field_name("index")
        reads.append(read.text if read is not None else None)
        root = first_named(root)
    if not reads or (len(reads) > 1 and reads[-1] not in _ELEMENTS):
        return False
    binding = engine.binding(module, root) if root is not None else None
    component = module.component
    if binding is None or binding.kind is not BindingKind.PARAMETER or component is None:
        return False
    function = _handing(binding.name_node)
    statement = function.parent if function is not None else None
    if function is None or statement is None or statement.type != "expression_statement":
        return False
    found = component.given_at(function.start_byte)
    return found is not None and not found[0].is_component and found[1].name.startswith("on")


def _handing(name: Node) -> Node | None:
    """The function of which a name, and no part of a pattern, is the first parameter."""
    parameter = name.parent
    if parameter is not None and parameter.child_by_field_name("parameter") == name:
        return parameter  # `event => …`
    listed = parameter.parent if parameter is not None else None
    if parameter is None or listed is None or listed.type != "formal_parameters":
        return None
    is_first = children_of(listed)[0] == parameter
    return listed.parent if is_first and parameter.child_by_field_name("pattern") == name else None
