"""What else a value in Svelte's markup may be than the object that its variable begins with.

`let row = {}` is of no other type to the compiler; what a component's script, a store's users, an
element with `bind:` or the component around it set it to comes later, and shows there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.module import Module
from fixer.program.program import Symbol
from fixer.program.scopes import FUNCTIONS, Binding, BindingKind, is_exported
from fixer.program.svelte.blocks import name_of_block
from fixer.program.syntax import children_of, first_named, text, typescript
from fixer.program.types import wireflow
from fixer.program.types.environment import Entry
from fixer.program.types.model import (
    EMPTY,
    UNKNOWN,
    Context,
    Function,
    Member,
    Type,
    Unknown,
    parts_of,
    present,
)

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_MAX_STEPS = 6
_MARK = "$"
_MADE = frozenset({b"$state", b"$state.raw", b"$derived", b"writable", b"readable"})
_DECLARATOR = frozenset({"variable_declarator"})


@dataclass(frozen=True, slots=True)
class _Set:
    """What a variable, or a property of one, is set to; Unknown: nobody knows."""

    node: Node
    type: Type


def set_otherwise(engine: Engine, module: Module, node: Node) -> tuple[Member, ...] | None:
    """The properties that a leaf may name, too; None: of something that isn't known."""
    object_ = node.parent.child_by_field_name("object") if node.parent is not None else None
    if object_ is None or module.component is None:
        return ()
    held = present(engine.expression(Context(module), object_))
    if not any(engine.is_literal(part) for part in parts_of(held)):
        return ()
    is_typed = module.language is typescript()  # there the compiler says what doesn't fit
    found: list[Member] = []
    for each in _sets(engine, module, object_, 0):
        if isinstance(present(each.type), Unknown):
            if is_typed:
                continue
            return None
        laid = Entry(each.node.id, module, 0, len(module.data), each.type)
        seen = engine.expression(Context(module, EMPTY.lay((laid,))), object_)
        found += engine.find(present(seen), text(node))
    return tuple(dict.fromkeys(found))


def _sets(engine: Engine, module: Module, node: Node, step: int) -> Iterator[_Set]:
    """What an expression, or what it is read of, is set to."""
    if step > _MAX_STEPS:
        return
    root = node
    while root.type != "identifier":
        yield from _assigned(engine, module, root)
        inner = first_named(root)
        if root.type == "call_expression":
            arguments = root.child_by_field_name("arguments")
            is_made = inner is not None and inner.text in _MADE and arguments is not None
            inner = first_named(arguments) if is_made and arguments is not None else inner
        if inner is None:
            return
        root = inner
    binding = engine.binding(module, root)
    if binding is None and text(root).startswith(_MARK):
        yield from _in_store(engine, module, root)
    if binding is not None:
        yield from _of_variable(engine, module, root, binding, step)


def _of_variable(
    engine: Engine, module: Module, root: Node, binding: Binding, step: int
) -> Iterator[_Set]:
    if binding.kind is BindingKind.PARAMETER:
        source = _source(module, binding.name_node)
        if source is not None:
            yield from _sets(engine, module, source, step + 1)
        return
    declarator = binding.node if binding.node.type == "variable_declarator" else None
    if declarator is None:
        declarator = engine.ancestor(binding.name_node, _DECLARATOR)
    if declarator is None or declarator.child_by_field_name("type") is not None:
        return
    name, value = declarator.child_by_field_name("name"), declarator.child_by_field_name("value")
    if binding.kind is BindingKind.LET:
        yield from _assigned(engine, module, root)
        yield from _bound(engine, module, binding)
        is_props = value is not None and (value.text or b"").startswith(b"$props")
        if is_exported(declarator) or (is_props and name != binding.name_node):
            yield _Set(root, UNKNOWN)  # what the component around it gives
    if value is not None:
        yield from _sets(engine, module, value, step + 1)


def _source(module: Module, name: Node) -> Node | None:
    """What the block of the markup is of, at the head of which a name stands."""
    parameter: Node | None = name
    while parameter is not None and parameter.parent is not None:
        listed, function = parameter.parent, parameter.parent.parent
        if listed.type == "formal_parameters" and function is not None:
            index = children_of(listed).index(parameter)
            component = module.component
            found = name_of_block(component, function, index) if component else None
            return found.source if found is not None else None
        parameter = listed
    return None


def _assigned(engine: Engine, module: Module, node: Node) -> Iterator[_Set]:
    """`row = …`, `all.row = …` for what is read by the same words."""
    last = node.child_by_field_name("property") if node.type == "member_expression" else node
    if last is None or last.type not in ("identifier", "property_identifier"):
        return
    for left, right in wireflow.assignments(engine, module).get(text(last), ()):
        if _words(left) == _words(node) and _root(engine, module, left) == _root(
            engine, module, node
        ):
            yield from _set(engine, Context(module), node, right)


def _set(engine: Engine, context: Context, node: Node, right: Node) -> Iterator[_Set]:
    type_ = engine.expression(context.at(right), right)
    if isinstance(present(type_), Unknown) or not wireflow.is_nothing(type_):
        yield _Set(node, type_)


def _words(node: Node) -> bytes:
    return (node.text or b"").replace(b"?.", b".")


def _root(engine: Engine, module: Module, node: Node) -> Binding | None:
    root: Node | None = node
    while root is not None and root.type != "identifier":
        root = first_named(root)
    return engine.binding(module, root) if root is not None else None


def _bound(engine: Engine, module: Module, binding: Binding) -> Iterator[_Set]:
    """`<select bind:value={row}>`, `<Editor bind:row>`: what they set it to isn't known."""
    component = module.component
    for use in module.occurrences(binding.name):
        found = component.given_at(use.start_byte) if component is not None else None
        if found is None or not found[1].name.startswith("bind:"):
            continue
        tag, given = found
        is_whole = (module.data[slice(*given.value)] if given.value else b"").strip() == use.text
        if not is_whole or engine.binding(module, use) != binding:
            continue
        is_select = tag.name == "select" and given.name == "bind:value"
        if tag.is_component or is_select or given.name == "bind:group":
            yield _Set(use, UNKNOWN)


def _in_store(engine: Engine, module: Module, root: Node) -> Iterator[_Set]:
    """What the store of `$row` is set to, in all of the program's files."""
    binding = module.table(module.root).values.get(text(root)[1:])
    store = engine.program.symbol(module, binding) if binding is not None else None
    if not isinstance(store, Symbol) or store.binding is None or binding is None:
        return
    for path in engine.program.holding(store.binding.name):
        other = engine.program.module(path)
        for use in (*other.occurrences(store.binding.name), *other.occurrences(text(root))):
            is_value = text(use).startswith(_MARK)
            named = other.table(other.root).values.get(text(use).removeprefix(_MARK))
            if named is None or engine.program.symbol(other, named) != store:
                continue
            if is_value or engine.binding(other, use) == named:
                yield from _put(engine, other, use, root)


def _put(engine: Engine, module: Module, use: Node, root: Node) -> Iterator[_Set]:
    """`row.set(…)`, `row.update(() => …)`, `$row = …`."""
    member = use.parent
    if member is not None and member.type == "assignment_expression":
        right = member.child_by_field_name("right")
        if member.child_by_field_name("left") == use and right is not None:
            yield from _set(engine, Context(module), root, right)
        return
    call = member.parent if member is not None and member.type == "member_expression" else None
    method = member.child_by_field_name("property") if member is not None else None
    arguments = call.child_by_field_name("arguments") if call is not None else None
    given = first_named(arguments) if arguments is not None else None
    if given is None or method is None or member is None:
        return
    if method.text == b"set" and member.child_by_field_name("object") == use:
        yield from _set(engine, Context(module), root, given)
    elif method.text == b"update":
        known = given.type in FUNCTIONS
        made = engine.returned(Function(Context(module), given)) if known else UNKNOWN
        yield _Set(root, made)
