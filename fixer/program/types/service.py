"""The face of the type engine: questions about a node of a module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tree_sitter import Node

from fixer.program.angular.markup import AngularMarkup
from fixer.program.angular.regions import Attribute, Local, Tag
from fixer.program.markup import Region
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.svelte.tags import Given
from fixer.program.svelte.tags import Tag as SvelteTag
from fixer.program.types import forms
from fixer.program.types.angular import named_by, rows_of
from fixer.program.types.applying import applied, handed, instead, yielded
from fixer.program.types.attributes import text_meets
from fixer.program.types.byresult import by_result
from fixer.program.types.engine import Engine
from fixer.program.types.entering import apart, runs
from fixer.program.types.events import is_of_document
from fixer.program.types.families import family
from fixer.program.types.functions import parameter_nodes
from fixer.program.types.keypaths import NOT_TOLD, is_of_form, is_of_unknown, keyed_by, on_path
from fixer.program.types.met import Met
from fixer.program.types.model import (
    STRING,
    UNKNOWN,
    WIRE,
    Context,
    Function,
    Member,
    ObjectLiteral,
    Resolution,
    Type,
    Wires,
    parts_of,
    union,
)
from fixer.program.types.names import bind
from fixer.program.types.narrowing import conditions
from fixer.program.types.references import inputs_on, taken_by
from fixer.program.types.resetting import set_otherwise
from fixer.program.types.svelte import (
    is_of_event,
    keys_given,
    props_called,
    slot_props,
    spread_props,
    takes_anything,
)
from fixer.program.types.symbols import symbol_at
from fixer.program.types.told import is_told
from fixer.program.types.vuecomponents import component_of, props
from fixer.program.types.vuekeys import Columns, Holder, columns, holder, is_without_rows, named

Yielded = tuple[Type, tuple[tuple[Node, bool], ...]]


class Types:
    """Types of expressions and the properties that names denote, for one program.

    `libraries`: the folder of `.d.ts` stubs. `wires`: what HTTP calls yield.
    """

    def __init__(self, program: Program, libraries: Path, wires: Wires | None = None) -> None:
        self._engine = Engine(program, libraries, wires)
        self.program = program

    def of(self, module: Module, node: Node) -> Type:
        """The static type of an expression; where that says nothing, what flows there."""
        return self._engine.typed(Context(module), node)

    def static(self, module: Module, node: Node) -> Type:
        """The static type alone, as TypeScript would say."""
        return self._engine.expression(Context(module), node)

    def wire(self, module: Module, node: Node) -> Type:
        """What reaches an expression at run time, annotations ignored; Unknown if no call does."""
        return self._engine.expression(Context(module, WIRE), node)

    def declared(self, module: Module, type_node: Node) -> Type:
        """The type that an annotation means."""
        return self._engine.declared(Context(module), type_node)

    def instantiate(self, module: Module, alias: str, argument: Type) -> Type:
        """The type that the generic alias of a module is with `argument`; Unknown without one."""
        binding = module.table(module.root).types.get(alias)
        value = binding.node.child_by_field_name("value") if binding is not None else None
        if binding is None or value is None:
            return UNKNOWN
        context = Context(module)
        entries = bind(self._engine, context, binding.node, (argument,))
        return self._engine.declared(context.bind(entries), value)

    def contextual(self, module: Module, node: Node) -> Type:
        """The type that an expression is expected to have."""
        return self._engine.contextual(Context(module), node)

    def by_result(self, module: Module, node: Node) -> Type:
        """The type that a callback's value has by what the call around is expected to give."""
        return by_result(self._engine, Context(module), node)

    def handed(
        self, module: Module, node: Node, *, said: bool = False
    ) -> Iterator[tuple[Type, Type]]:
        """What a function that is handed on takes, and what it is given at run time.

        `said`: what it is said to be given.
        """
        engine, context = self._engine, Context(module) if said else Context(module, WIRE)
        for given in engine.signatures(engine.contextual(context, node)):
            for taking in engine.signatures(engine.expression(Context(module), node)):
                for index in range(len(parameter_nodes(taking.node))):
                    yield engine.parameter(taking, index), engine.parameter(given, index)

    def member(self, type_: Type, name: str) -> tuple[Member, ...]:
        """The declarations of a property; of a union those of each part."""
        return self._engine.find(type_, name)

    def members(self, type_: Type) -> Iterator[Member]:
        """All properties of a type."""
        return self._engine.every(type_)

    def is_closed(self, type_: Type) -> bool:
        """Whether the members that are found are all there are."""
        return self._engine.is_closed(type_)

    def member_type(self, member: Member) -> Type:
        """The type of a property, as its owner's type arguments make it."""
        return self._engine.member_type(member)

    def returned(self, function: Function) -> Type:
        """What calling a function yields, its type parameters as they are bound in it."""
        return self._engine.returned(function)

    def annotated(self, function: Function) -> tuple[Type | None, ...]:
        """The types that somebody wrote at a function's parameters; None where nobody did."""
        return self._engine.annotated_parameters(function)

    def applied(self, module: Module, function: Node, argument: Type) -> Type:
        """What a function yields at run time whose first parameter is `argument`."""
        return applied(self._engine, Context(module), function, argument)

    def reached(self, module: Module, function: Node, argument: Type, node: Node) -> Type:
        """What an expression inside of such a function yields."""
        return self._engine.expression(handed(Context(module), function, argument), node)

    def yielded(self, module: Module, function: Node, argument: Type) -> Iterator[Yielded]:
        """The same value by value, with the conditions that hold where it is given, or don't."""
        context = Context(module)
        for value, node in yielded(self._engine, context, function, argument):
            yield value, (*instead(node), *conditions(self._engine, context, node))

    def element(self, type_: Type) -> Type:
        """What iterating a value yields; Unknown for what can't be iterated."""
        return self._engine.element(type_)

    def values(self, type_: Type) -> Type | None:
        """What a type holds under whatever string key; None: it has no index signature."""
        return self._engine.index_type(type_, STRING)

    def apart(self, literal: ObjectLiteral) -> ObjectLiteral:
        """A literal, the same whichever way it was reached with the same arguments."""
        context = apart(self._engine, literal.context, literal.node)
        return literal if context is literal.context else ObjectLiteral(context, literal.node)

    def admitting(self, declared: Iterable[Type], literal: ObjectLiteral) -> tuple[Type, ...]:
        """The types that an object literal can be by its literal keys: `{ ok: true, … }`."""
        whole = union(*declared)
        return parts_of(self._engine.discriminated(literal.context, whole, literal.node))

    def reaching(self, context: Context, node: Node) -> Type:
        """What reaches an expression in the context of a call; of a pattern, what it takes."""
        if node.type == "object_pattern":
            return self._engine.pattern_type(context, node)
        return self._engine.expression(context, node)

    def runs(self, context: Context, call: Node) -> Iterator[Function]:
        """The program's own functions that a call in a context runs, with their arguments."""
        return runs(self._engine, context, call)

    def awaited(self, type_: Type) -> Type:
        """What `await` of a value yields."""
        return self._engine.awaited(type_)

    def symbol_at(self, module: Module, node: Node) -> Resolution:
        """The properties that a property-name node denotes."""
        return symbol_at(self._engine, Context(module), node)

    def on_path(self, module: Module, fragment: Node, start: int) -> Resolution:
        """The properties that the part of a path which begins at `start` denotes."""
        return on_path(self._engine, Context(module), fragment, start)

    def is_lost_path(self, module: Module, fragment: Node, start: int) -> bool:
        """Whether a path into the values of a form leads to a property that can't be told."""
        context = Context(module)
        is_lost = on_path(self._engine, context, fragment, start) == NOT_TOLD
        return is_lost and is_of_form(self._engine, context, fragment)

    def is_key_of_unknown(self, module: Module, literal: Node) -> bool:
        """Whether a text is a field of a form of whose values nothing is known."""
        return is_of_unknown(self._engine, Context(module), literal)

    def keyed_by(self, module: Module, key: Node) -> Type | None:
        """The type of which an expression is expected to be a key; None where it need not be."""
        return keyed_by(self._engine, Context(module), key)

    def named_by(self, module: Module, attribute: Attribute, name: str) -> Resolution:
        """The property that an attribute of an Angular template names by its text."""
        return named_by(self._engine, Context(module), attribute, name)

    def form_meets(self, module: Module, attribute: Attribute) -> Met:
        """What the value of a form meets whose control an attribute names."""
        return forms.meets(self._engine, module, attribute)

    def form_meets_key(self, module: Module, node: Node) -> Met | None:
        """The same of a form of which a template reads a control or its value by a key."""
        return forms.meets_of_key(self._engine, module, node)

    def is_told(self, module: Module, node: Node) -> bool:
        """Whether all is known that a property is read of, and each has it or surely has not."""
        return is_told(self._engine, module, node)

    def vue_holder(self, module: Module, element: Node, attribute: str) -> Holder | None:
        """What a library says that the text of an attribute in a Vue template is about."""
        return holder(self._engine, Context(module), element, attribute)

    def is_without_rows(self, module: Module, element: Node, attribute: str) -> bool:
        """Whether an attribute of a Vue template is about rows that its element isn't given."""
        return is_without_rows(self._engine, Context(module), element, attribute)

    def vue_columns(self, module: Module, element: Node) -> Columns | None:
        """The list of columns that an element of a Vue template is given, if it is a table."""
        return columns(self._engine, Context(module), element)

    def vue_component(self, module: Module, element: Node) -> Module | None:
        """The program's own component that an element of a Vue template is."""
        return component_of(self._engine, module, element)

    def vue_props(self, component: Module) -> Type:
        """The type of the props that a Vue component declares."""
        return props(self._engine, component)

    def named_in_vue(
        self, module: Module, held: Holder, whole: Node, start: int
    ) -> tuple[Member, ...]:
        """The properties that the part of such a text denotes which begins at `start`."""
        return named(self._engine, Context(module), held, whole, start)

    def rows_of(self, module: Module, local: Local) -> Region | None:
        """The rows of which a library's table hands one on by a name of a template."""
        return rows_of(self._engine, module, local)

    def is_taken(self, module: Module, attribute: Attribute) -> bool:
        """Whether an attribute is an input of a component of the program."""
        markup = module.markup
        tag = markup.tag_around(attribute.start) if isinstance(markup, AngularMarkup) else None
        return tag is not None and any(inputs_on(self._engine, tag, attribute.name))

    def text_meets(self, module: Module, attribute: Attribute) -> Met | None:
        """What meets a property's name that an attribute's text may be; None: any value may."""
        return text_meets(self._engine, module, attribute)

    def props_called(self, module: Module, tag: SvelteTag, name: str) -> tuple[Member, ...]:
        """The properties that an attribute of a Svelte component gives; None: they aren't known."""
        return props_called(self._engine, module, tag, name)

    def takes_anything(self, module: Module, tag: SvelteTag, given: Given) -> bool:
        """Whether a component of the program doesn't say what it takes of an attribute."""
        return takes_anything(self._engine, module, tag, given)

    def spread_props(self, component: Module, name: str) -> tuple[Member, ...]:
        """The properties of that name in what elements lay on a Svelte component that takes one."""
        return spread_props(self._engine, component, name)

    def slot_props(self, name: str) -> tuple[Member, ...]:
        """The properties of that name in what Svelte's slots hand on of an object."""
        return slot_props(self._engine, name)

    def taken_by(self, module: Module, tag: Tag, name: str) -> tuple[Type, ...]:
        """The types that the program's own components on an element declare for an input."""
        return taken_by(self._engine, module, tag, name)

    def keys_given(
        self, module: Module, tag: SvelteTag, given: Given, name: str
    ) -> tuple[Member, ...]:
        """The properties that the text of a Svelte component's attribute names."""
        return keys_given(self._engine, module, tag, given, name)

    def is_of_event(self, module: Module, node: Node) -> bool:
        """Whether a property in Svelte's markup is one of the browser's event."""
        return is_of_event(self._engine, module, node)

    def set_otherwise(self, module: Module, node: Node) -> tuple[Member, ...] | None:
        """The properties that a leaf of Svelte's markup may name beside that of a first value."""
        return set_otherwise(self._engine, module, node)

    def is_of_document(self, module: Module, node: Node) -> bool:
        """Whether a property that a template names is one of the browser's own objects."""
        return is_of_document(self._engine, module, node)

    def is_own(self, member: Member) -> bool:
        """Whether the program declares a property itself: no library, no contract does."""
        return member.module is not None and self._engine.is_own(Context(member.module))

    def family(self, member: Member) -> tuple[Member, ...]:
        """A property with all those that it overrides or implements.

        Two properties are renamed together when their families share one.
        """
        return family(self._engine, member)
