"""What an untyped field of an Angular component holds: all that its class and templates put there.

`rows: any[]` says nothing, but who may put something into it can be listed: the class itself, code
that has an instance, and the elements of templates on which the component stands. Only where each
of them is known is the field's type their union.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tree_sitter import Node

from fixer.program.angular.components import Component
from fixer.program.angular.inputs import callee, inputs, is_signal
from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.regions import Tag
from fixer.program.module import Module
from fixer.program.program import Symbol
from fixer.program.syntax import children_of, first_named, text
from fixer.program.types import dialogs
from fixer.program.types.fieldplaces import places
from fixer.program.types.growing import filled_with
from fixer.program.types.model import (
    NEVER,
    NOTHING,
    STRING,
    UNKNOWN,
    Context,
    Declaration,
    Entry,
    Env,
    Named,
    Put,
    Role,
    Type,
    Union,
    Unknown,
    present,
    union,
)
from fixer.program.types.names import declaration
from fixer.program.types.untypedfields import SOURCE, is_empty_source, is_untyped
from fixer.program.types.wireflow import is_nothing

if TYPE_CHECKING:
    from fixer.program.types.engine import Engine

_OWNER, _USE = -1, -2  # keys of what is said of the instance itself
_EMPTY = frozenset({"null", "undefined", "array"})
_WRITES = (
    r"[.\]?!]\s*%s\b\s*"
    r"(?:=(?!=)|[.?!]+data\s*=(?!=)|\?\?=|\|\|=|&&=|[.?!]+(?:push|unshift|splice)\b|\[)"
)
_EITHER = frozenset({"||", "??"})
_ADDING = frozenset({"push", "unshift"})
_MAX_NESTED = 6
# Ways to set a field without naming it as one.
_HIDDEN = re.compile(rb"Object\.assign\(\s*this\b|\bthis\[(?![\s'\"\d])|\binputs\s*:\s*\[")
_SET = r"\bsetInput\(\s*['\"`]%s\b|\binitialState\s*[:=]\s*\{[^}]*?\b%s\b"
_ROUTED = "withComponentInputBinding"


@dataclass(frozen=True, slots=True)
class Element(Type):
    """The one element that an instance stands on, `start` of it, in the template of `context`."""

    context: Context
    start: int


def component_type(engine: Engine, module: Module, component: Component) -> Named:
    """What an instance of a component is, of whose fields only their declarations are known."""
    name = component.node.child_by_field_name("name") or component.node
    return Named(declaration(module, component.node, engine.binding(module, name, types=True)))


def instance(engine: Engine, owner: Named, env: Env) -> Named:
    """A component's instance in which its untyped fields have what they are given.

    `env`: where the template is read; an element in it is the only one that gives it inputs.
    """
    kept = tuple(e for e in env.overlay if e.key == _USE)
    key = ("filled", owner, kept)
    nothing: tuple[Entry, ...] = ()
    flow = engine.recall(key, nothing, lambda: tuple(_flow(engine, owner, kept)))
    return replace(owner, flow=flow) if flow else owner


def _flow(engine: Engine, owner: Named, kept: tuple[Entry, ...]) -> Iterator[Entry]:
    module, class_ = owner.declaration.module, owner.declaration.node
    said = (*kept, _entry(_OWNER, module, class_, owner))
    fields = [it for named in with_bases(engine, owner) for it in _untyped(named.declaration)]
    if fields:
        yield from said
    for module, field in fields:
        context = Context(module, Env(overlay=said))
        named = field.child_by_field_name("pattern") or field
        yield _entry(named.id, module, named, Put(context, field))


def _entry(key: int, module: Module, node: Node, type_: Type) -> Entry:
    return Entry(key, module, node.start_byte, node.end_byte, type_, Role.FIELD)


def with_bases(engine: Engine, owner: Named) -> Iterator[Named]:
    """A class and those of the program that it extends."""
    yield owner
    for base in engine.bases(owner):
        if isinstance(base, Named) and engine.is_own(Context(base.declaration.module)):
            yield from with_bases(engine, base)


def _untyped(declaration: Declaration) -> Iterator[tuple[Module, Node]]:
    body = declaration.node.child_by_field_name("body")
    for field in children_of(body) if body is not None else ():
        if is_untyped(field):
            yield declaration.module, field
    for parameter in dialogs.parameters(declaration.node):
        yield declaration.module, parameter


def used_on(context: Context, owner: Named, start: int) -> Env | None:
    """Where a component's template is read that stands on the element at `start` of `context`.

    None where too many are nested to go on.
    """
    depth, around = 0, context.env.overlaid(_USE)
    while isinstance(around, Element) and depth <= _MAX_NESTED:
        depth, around = depth + 1, around.context.env.overlaid(_USE)
    if depth > _MAX_NESTED:
        return None
    kept = tuple(e for e in context.env.overlay if e.role is Role.FIELD and e.key == _USE)
    user = Context(context.module, Env(overlay=kept))
    declared = owner.declaration
    return Env(overlay=(_entry(_USE, declared.module, declared.node, Element(user, start)),))


def given(engine: Engine, context: Context, field: Node) -> Type:
    """The union of all that is put into an untyped field; Unknown where one of it is."""
    name_node, owner = field.child_by_field_name("name"), context.env.overlaid(_OWNER)
    said = dialogs.token(field)
    if said is not None and isinstance(owner, Named):
        key = dialogs.key_of(engine, said)
        return dialogs.opened_with(engine, owner, key) if key is not None else UNKNOWN
    if name_node is None or not isinstance(owner, Named):
        return UNKNOWN
    filling = _Filling(engine, context, field, text(name_node), owner)
    return filling.type()


@dataclass(frozen=True, slots=True)
class _Value:
    """An expression that is put into the field; `is_item`: into the array that it holds.

    `is_rows`: they become the rows of the table's source that the field holds.
    """

    module: Module
    node: Node
    is_item: bool = False
    is_rows: bool = False


class _Filling:
    """The search for what one field of an instance is given."""

    def __init__(
        self, engine: Engine, context: Context, field: Node, name: str, owner: Named
    ) -> None:
        self._engine, self._context, self._field, self._name = engine, context, field, name
        self._owner = owner
        self._flow = instance(engine, owner, context.env).flow

    def type(self) -> Type:
        initial = self._initial()
        values = self._values()
        bound = self._bound()
        if values is None or bound is None:
            return UNKNOWN
        values = [*initial, *values]
        mention = re.compile(rb"\bthis[!?.\s]+%s\b" % re.escape(self._name.encode()))
        own = self._context.module
        again = [v for v in values if v.module is own and mention.search(_text(v))]
        found = self._union([*bound, *self._types([v for v in values if v not in again])])
        if isinstance(found, Unknown) or not again:
            return found
        self._flow = tuple(e for e in self._flow if e.key != self._field.id)
        self._flow += (_entry(self._field.id, self._context.module, self._field, found),)
        return self._union([found, *self._types(again)])

    def _initial(self) -> list[_Value]:
        value = self._field.child_by_field_name("value")
        if value is not None and is_empty_source(value):
            return []
        if value is not None and is_signal(value):
            arguments = value.child_by_field_name("arguments")
            value = first_named(arguments) if arguments else None
        return [_Value(self._context.module, value)] if value is not None else []

    def _types(self, values: list[_Value]) -> Iterator[Type]:
        for value in values:
            is_here = value.module is self._context.module
            context = Context(value.module, Env(overlay=self._flow) if is_here else Env())
            for node in _alternatives(value.node):
                found = self._engine.expression(context, node)
                if node.type == "identifier" and (_has_never(found) or is_nothing(found)):
                    found = filled_with(self._engine, context, node)
                if value.is_rows:
                    yield self._of_library("@angular/material/table", SOURCE, self._row(found))
                else:
                    yield self._engine.array(found) if value.is_item else found

    def _row(self, rows: Type) -> Type:
        return self._engine.element(present(rows))

    def _union(self, types: list[Type]) -> Type:
        """What is surely nothing says nothing; what isn't known leaves the field unknown."""
        said = [t for t in types if t not in NOTHING]
        if not said or any(is_nothing(t) or _has_never(t) for t in said):
            return UNKNOWN
        return union(*said)

    # What code puts there.

    def _values(self) -> list[_Value] | None:
        found: list[_Value] = []
        name = re.escape(self._name)
        pattern = re.compile((_WRITES % name).encode())
        hidden = re.compile((_SET % (name, name)).encode())
        if _HIDDEN.search(self._owner.declaration.module.data) is not None:
            return None
        sources = self._engine.program.sources
        if any(hidden.search(sources[p]) for p in self._engine.program.holding(self._name)):
            return None
        for module, target in places(self._engine, self._owner, self._field, self._name, pattern):
            values = self._written(module, target)
            if values is None:
                return None
            found += values
        return found

    def _written(self, module: Module, target: Node) -> list[_Value] | None:
        """What is put into the field at a place; None where that can't be told."""
        parent = self._engine.parent(target)
        if parent is None:
            return []
        if _is_pattern(parent, target) or _is_set(module, target):
            return None
        if parent.type in ("assignment_expression", "augmented_assignment_expression"):
            right = parent.child_by_field_name("right")
            is_left = parent.child_by_field_name("left") == target
            return [_Value(module, right)] if is_left and right is not None else []
        return self._added(module, parent, target)

    @property
    def _is_source(self) -> bool:
        return SOURCE.encode() in (self._field.text or b"")

    @property
    def _class(self) -> Node:
        return self._owner.declaration.node

    def _added(self, module: Module, parent: Node, target: Node) -> list[_Value] | None:
        """`rows.push(row)`, `rows[0] = row`, `rows.splice(…)`."""
        outer = self._engine.parent(parent)
        if outer is None or parent.child_by_field_name("object") != target:
            return []
        if parent.type == "subscript_expression":
            right = outer.child_by_field_name("right")
            is_left = outer.child_by_field_name("left") == parent and right is not None
            return [_Value(module, right, is_item=True)] if is_left and right is not None else []
        method = parent.child_by_field_name("property")
        if method is not None and text(method) == "data" and self._is_source:
            right = outer.child_by_field_name("right")
            is_left = outer.child_by_field_name("left") == parent and right is not None
            return [_Value(module, right, is_rows=True)] if is_left and right is not None else []
        arguments = outer.child_by_field_name("arguments")
        if method is None or arguments is None:
            return []
        if text(method) == "splice" and len(children_of(arguments)) > 2:
            return None
        if text(method) not in _ADDING:
            return []
        if any(a.type == "spread_element" for a in children_of(arguments)):
            return None
        return [_Value(module, a, is_item=True) for a in children_of(arguments)]

    # What templates put there.

    def _bound(self) -> list[Type] | None:
        names = [n for n, node in inputs(self._field_class()).items() if node == self._field]
        if not names:
            return []
        if self._engine.program.holding(_ROUTED):
            return None
        elements = self._elements()
        if elements is None:
            return None
        types = (self._of_element(context, tag, n) for context, tag in elements for n in names)
        return [self._signal(t) if self._is_signal else t for t in types if t is not None]

    def _field_class(self) -> Node:
        body = self._engine.parent(self._field)
        return (self._engine.parent(body) if body is not None else None) or self._field

    @property
    def _is_signal(self) -> bool:
        value = self._field.child_by_field_name("value")
        return value is not None and is_signal(value)

    def _signal(self, held: Type) -> Type:
        return self._of_library("@angular/core", "InputSignal", held)

    def _of_library(self, package: str, name: str, argument: Type) -> Type:
        symbol = self._engine.libraries.exported(package, name, types=True)
        if not isinstance(symbol, Symbol) or isinstance(argument, Unknown):
            return UNKNOWN
        return self._engine.symbol_type(Context(symbol.module), symbol, (argument,))

    def _elements(self) -> list[tuple[Context, Tag]] | None:
        use = self._context.env.overlaid(_USE)
        if isinstance(use, Element):
            markup = use.context.module.markup
            tags = markup.tags if isinstance(markup, AngularMarkup) else ()
            return [(use.context, tag) for tag in tags if tag.start == use.start]
        component = self._component()
        found = self._engine.program.directives.elements(component) if component else None
        return [(Context(m), tag) for m, tag in found] if found is not None else None

    def _component(self) -> Component | None:
        module = self._owner.declaration.module
        return next((c for c in module.components if c.node == self._class), None)

    def _of_element(self, context: Context, tag: Tag, name: str) -> Type | None:
        region, markup = tag.inputs.get(name), context.module.markup
        if region is not None and isinstance(markup, AngularMarkup):
            known = markup.is_read(region)
            return self._engine.expression(context, markup.parsed(region)) if known else UNKNOWN
        return STRING if name in tag.texts else None


def _alternatives(node: Node) -> Iterator[Node]:
    """The expressions one of which a value is, but for `[]` and `null`: `rows || []`."""
    node = _cloned(node) or node
    kind, operator = node.type, node.child_by_field_name("operator")
    if kind == "parenthesized_expression" and children_of(node):
        yield from _alternatives(children_of(node)[0])
    elif kind == "ternary_expression" or (operator is not None and operator.type in _EITHER):
        for name in ("left", "consequence", "right", "alternative"):
            part = node.child_by_field_name(name)
            if part is not None:
                yield from _alternatives(part)
    elif kind not in _EMPTY or children_of(node):
        yield node


def _cloned(node: Node) -> Node | None:
    """`x` of `JSON.parse(JSON.stringify(x))`, which is like it in all that has a name."""
    for function in ("JSON.parse", "JSON.stringify"):
        arguments = node.child_by_field_name("arguments")
        first = first_named(arguments) if arguments is not None else None
        if callee(node) != function or first is None:
            return None
        node = first
    return node


def _has_never(type_: Type) -> bool:
    """Whether an array that began empty is in it, of which nobody knows what it was filled with."""
    if isinstance(type_, Union):
        return any(map(_has_never, type_.parts))
    return isinstance(type_, Named) and any(a == NEVER or _has_never(a) for a in type_.args)


def _is_set(module: Module, target: Node) -> bool:
    """Whether a template lets a component set it: `[(rows)]="rows"`."""
    markup = module.markup
    region = markup.region_at(target.start_byte) if isinstance(markup, AngularMarkup) else None
    return isinstance(markup, AngularMarkup) and region is not None and markup.is_set(region)


def _is_pattern(parent: Node, target: Node) -> bool:
    """Whether a place takes a value that nothing here says: `[this.rows] = found`."""
    if parent.type == "for_in_statement":
        return parent.child_by_field_name("left") == target
    if parent.type == "pair_pattern" or parent.type.endswith("_pattern"):
        return True
    is_left = parent.type == "array"
    outer = parent.parent if is_left else None
    return outer is not None and outer.child_by_field_name("left") == parent


def _text(value: _Value) -> bytes:
    return value.node.text or b""
