"""The engine: asks each question about a node once, bounds depth, and breaks cycles.

The questions themselves are answered by the other modules of this package, as functions that
take the engine first.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import ParamSpec, TypeGuard, TypeVar, cast

from tree_sitter import Node

from fixer.program.markup import VueMarkup
from fixer.program.module import Module
from fixer.program.program import External, Program, Symbol
from fixer.program.scopes import Binding, BindingKind
from fixer.program.types import (
    annotations as type_nodes,
)
from fixer.program.types import (
    calls,
    contextual,
    expressions,
    functions,
    instances,
    keys,
    literals,
    mapped,
    meeting,
    members,
    names,
    narrowing,
    patterns,
    properties,
    vueoptions,
    wireflow,
)
from fixer.program.types.libraries import Libraries
from fixer.program.types.model import (
    UNKNOWN,
    WIRE,
    Context,
    Declaration,
    Env,
    Function,
    Mapped,
    Member,
    Named,
    ObjectLiteral,
    Type,
    TypeParam,
    Unknown,
    Wires,
    parts_of,
)

MAX_DEPTH = 160
MAX_STEPS = 20_000  # questions that one outer question may raise
MOST_KEPT = 400_000  # answers; more would take a gigabyte
_FRAMES = 12_000

Answer = Callable[["Engine", Context, Node], Type]
P = ParamSpec("P")
R = TypeVar("R")


class Engine:
    """Memo and context of all answers; one for a program."""

    def __init__(self, program: Program, libraries: Path, wires: Wires | None) -> None:
        self.program = program
        self.libraries = Libraries(program, libraries)
        self.wires = wires
        self.assignments: dict[Path, wireflow.Assignments] = {}
        self.member_contexts: dict[tuple[Named, Type | None], tuple[tuple[Node, Context], ...]] = {}
        self.tables: dict[tuple[str, int], object] = {}
        # By block: where an `if` begins that leaves it, and what holds behind that.
        self.left_by: dict[int, tuple[tuple[int, tuple[tuple[Node, bool], ...]], ...]] = {}
        self.set_later: dict[int, bool] = {}
        self._memo: dict[Hashable, object] = {}
        self._active: dict[Hashable, int] = {}
        self._provisional: dict[Hashable, tuple[object, int]] = {}
        self._spent = 0
        self._lowest = sys.maxsize
        self._parents: dict[int, Node | None] = {}
        self._bases: dict[tuple[Named, bool], tuple[Type, ...]] = {}
        self._bindings: dict[tuple[int, bool], Binding | None] = {}
        # Every question nests a handful of Python frames, and MAX_DEPTH questions may nest.
        if sys.getrecursionlimit() < _FRAMES:
            sys.setrecursionlimit(_FRAMES)

    def ask(self, question: str, answer: Answer, context: Context, node: Node) -> Type:
        """`answer(self, context, node)`, remembered. A cycle and too deep a nest are Unknown.

        What was computed inside a cycle may be partial: it is kept only until the question that
        closed the cycle is answered, and is asked again after that.
        """
        if context.env.entries:
            context = context.at(node)
        env = context.env
        # Where nothing is bound, as mostly, a bool says all of the environment.
        key = (question, node.id, env if env.entries or env.overlay else env.wire)
        known = self._memo.get(key, self)
        if known is not self:
            return cast(Type, known)
        nothing: Type = UNKNOWN
        return self._answered(key, nothing, answer, self, context, node)

    def recall(self, key: Hashable, nothing: R, compute: Callable[[], R]) -> R:
        """As `ask`, for an answer of another kind; inside a cycle it is `nothing`."""
        known = self._memo.get(key, self)
        return self._answered(key, nothing, compute) if known is self else cast(R, known)

    def _answered(
        self, key: Hashable, nothing: R, answer: Callable[P, R], *of: P.args, **named: P.kwargs
    ) -> R:
        """`answer(*of)`, which isn't known; a nest of few frames lets more questions nest."""
        provisional = self._provisional.get(key)
        if provisional is not None:
            self._lowest = min(self._lowest, provisional[1])
            return cast(R, provisional[0])
        depth = len(self._active)
        entered = self._active.get(key)
        if entered is not None or depth >= MAX_DEPTH or self._spent > MAX_STEPS:
            self._lowest = min(self._lowest, 0 if entered is None else entered)
            return nothing
        self._active[key] = depth
        self._spent = self._spent + 1 if depth else 0
        outer, self._lowest = self._lowest, sys.maxsize
        try:
            found = answer(*of, **named)
        finally:
            del self._active[key]
            inner, self._lowest = self._lowest, min(outer, self._lowest)
        if inner < depth:
            self._provisional[key] = (found, inner)
            return found
        self._memo[key] = found
        if not depth and len(self._memo) > MOST_KEPT:
            self._memo.clear()
            self._parents.clear()
        if inner == depth:
            self._lowest = outer
            stale = [k for k, (_, lowest) in self._provisional.items() if lowest >= depth]
            for each in stale:
                del self._provisional[each]
        return found

    @cached_property
    def program_has_vue(self) -> bool:
        return any(path.suffix == ".vue" for path in self.program.files)

    def parent(self, node: Node) -> Node | None:
        """`node.parent`, which tree-sitter finds by a walk from the root."""
        try:
            return self._parents[node.id]
        except KeyError:
            parent = self._parents[node.id] = node.parent
            return parent

    def overlaid(self, env: Env, key: int) -> Type | None:
        return wireflow.overlaid(self, env, key)

    def outermost(self, node: Node) -> Node:
        """The statement of the program that a node stands in."""
        while (outer := self.parent(node)) is not None and outer.type != "program":
            node = outer
        return node

    def ancestor(self, node: Node, kinds: frozenset[str]) -> Node | None:
        """The nearest node around `node` of one of `kinds`."""
        found = self.parent(node)
        while found is not None and found.type not in kinds:
            found = self.parent(found)
        return found

    def binding(self, module: Module, name: Node, *, types: bool = False) -> Binding | None:
        """The lexical binding of an identifier."""
        key = (name.id, types)
        try:
            return self._bindings[key]
        except KeyError:
            found = module.resolve_type(name) if types else module.resolve(name)
            self._bindings[key] = found
            return found

    def global_type(self, name: str, *args: Type) -> Type:
        """An interface of the standard library, `Array`, with its arguments."""
        declaration = self.libraries.global_interface(name)
        return Named(declaration, args) if declaration is not None else UNKNOWN

    def array(self, element: Type) -> Type:
        return self.global_type("Array", element)

    def promise(self, value: Type) -> Type:
        return self.global_type("Promise", value)

    def is_global(self, type_: Type, *names: str) -> bool:
        """Whether it is the standard library's interface of one of these names."""
        if not isinstance(type_, Named):
            return False
        return any(type_.declaration == self.libraries.global_interface(n) for n in names)

    # The questions; each is answered by the module that it names.

    def expression(self, context: Context, node: Node) -> Type:
        return self.ask("expression", expressions.expression, context, node)

    def declared(self, context: Context, node: Node) -> Type:
        return self.ask("declared", type_nodes.declared, context, node)

    def contextual(self, context: Context, node: Node) -> Type:
        return self.ask("contextual", contextual.contextual, context, node)

    def find(self, type_: Type, name: str) -> tuple[Member, ...]:
        return members.find(self, type_, name)

    def every(self, type_: Type) -> Iterator[Member]:
        return members.every(self, type_)

    def property_type(self, type_: Type, name: str) -> Type:
        return properties.property_type(self, type_, name)

    def index_type(self, type_: Type, key: Type) -> Type | None:
        return properties.index_type(self, type_, key)

    def apparent_type(self, type_: Type) -> Type | None:
        return members.apparent_type(self, type_)

    def bases(self, type_: Type, *, implements: bool = False) -> tuple[Type, ...]:
        if not isinstance(type_, Named) or not members.inherits(self, type_.declaration):
            return ()
        key = (type_, implements)
        known = self._bases.get(key)
        if known is None:
            outer, self._lowest = self._lowest, sys.maxsize
            known = tuple(members.bases(self, type_, implements=implements))
            inner, self._lowest = self._lowest, min(outer, self._lowest)
            if inner == sys.maxsize:  # no cycle was cut off on the way
                self._bases[key] = known
        return known

    def contexts(self, type_: Named) -> tuple[tuple[Node, Context], ...]:
        return members.contexts(self, type_)

    def constraint(self, parameter: TypeParam) -> Type:
        return members.constraint(self, parameter)

    def is_literal(self, type_: Type) -> TypeGuard[ObjectLiteral]:
        return isinstance(type_, ObjectLiteral)

    def literal_member(self, type_: ObjectLiteral, name: str) -> tuple[Member, ...]:
        return literals.literal_member(self, type_, name)

    def literal_members(self, type_: ObjectLiteral) -> Iterator[Member]:
        return literals.literal_members(self, type_)

    def member_type(self, member: Member) -> Type:
        return instances.member_type(self, member)

    def wire_member(self, member: Member, context: Context) -> Type:
        return instances.wire_member(self, member, context)

    def element(self, type_: Type) -> Type:
        return patterns.element(self, type_)

    def indexed(self, type_: Type, key: Type) -> Type:
        return instances.indexed(self, type_, key)

    def awaited(self, type_: Type) -> Type:
        return instances.awaited(self, type_)

    def as_base(self, type_: Type, declaration: Declaration) -> Named | None:
        return instances.as_base(self, type_, declaration)

    def instance(self, type_: Type, args: tuple[Type, ...]) -> Type:
        return instances.instance(self, type_, args)

    def is_closed(self, type_: Type) -> bool:
        return instances.is_closed(self, type_)

    def meet(self, types: Iterable[Type]) -> Type:
        return meeting.meet(self, types)

    def variable(self, context: Context, binding: Binding) -> Type:
        return patterns.variable(self, context, binding)

    def pattern_type(self, context: Context, node: Node) -> Type:
        return self.ask("pattern", patterns.pattern_type, context, node)

    def parameter_type(self, context: Context, node: Node) -> Type:
        return patterns.parameter_type(self, context, node)

    def symbol_value(self, context: Context, symbol: Symbol | External | None) -> Type:
        return names.symbol_value(self, context, symbol)

    def symbol_type(
        self, context: Context, symbol: Symbol | External | None, args: tuple[Type, ...] = ()
    ) -> Type:
        return names.symbol_type(self, context, symbol, args)

    def component(self, context: Context, options: Node) -> Type | None:
        """`this` of a Vue component, when the object literal `options` describes one."""
        is_vue = isinstance(context.module.markup, VueMarkup)
        if not vueoptions.is_options(self, options, everywhere=not is_vue):
            return None
        return self.ask("component", vueoptions.component, context, options)

    def type_parameter(self, context: Context, node: Node) -> int | None:
        """The key of the type parameter that a type node is, if it is one."""
        if node.type != "type_identifier":
            return None
        symbol = names.type_symbol(self, context, node)
        if not isinstance(symbol, Symbol) or symbol.binding is None:
            return None
        is_parameter = symbol.binding.kind is BindingKind.TYPE_PARAMETER
        return symbol.node.id if is_parameter else None

    def signatures(self, type_: Type, *, construct: bool = False) -> tuple[Function, ...]:
        return functions.signatures(self, type_, construct=construct)

    def returned(self, function: Function) -> Type:
        return functions.returned(self, function)

    def parameter(self, function: Function, index: int) -> Type:
        return functions.parameter(self, function, index)

    def rest_parameter(self, function: Function) -> Type | None:
        return functions.rest_parameter(self, function)

    def hint(self, context: Context, node: Node) -> Type:
        return contextual.hint(self, context, node)

    def annotated_parameters(self, function: Function) -> tuple[Type | None, ...]:
        return functions.annotated_parameters(self, function)

    def expected_signatures(self, context: Context, function: Node) -> tuple[Function, ...]:
        return contextual.expected_signatures(self, context, function)

    def bound(self, context: Context, call: Node, function: Function) -> Function:
        return calls.instantiated(self, context, call, function)

    def filled(self, function: Function, args: tuple[Type, ...]) -> tuple[Type, ...]:
        return names.filled(self, function.context, function.node, args)

    def unify_mapped(
        self, pattern: Mapped, source: Type, wanted: frozenset[int], out: dict[int, list[Type]]
    ) -> None:
        mapped.unify_mapped(self, pattern, source, wanted, out)

    def this(self, context: Context, node: Node) -> Type:
        return functions.this_type(self, context, node)

    def class_type(self, context: Context, node: Node) -> Type:
        return instances.class_type(self, context, node)

    def static_side(self, context: Context, node: Node) -> Type:
        return instances.static_side(self, context, node)

    def infers(self, module: Module) -> bool:
        """Whether the compiler infers what a file doesn't annotate, where it can."""
        return self.program.infers(module)

    def imported(self, context: Context, node: Node) -> Type:
        return instances.imported(self, context, node)

    def parts(self, type_: Type) -> tuple[Type, ...]:
        return parts_of(type_)

    def ignores_annotations(self, context: Context) -> bool:
        """In wire mode what the program declares doesn't count; what libraries declare does."""
        return context.env.wire and self.is_own(context)

    def is_own(self, context: Context) -> bool:
        """Whether it is the program's own code, not a library's declarations."""
        return context.module.path in self.program.sources

    def implementation(self, function: Function) -> Function:
        """Of an overloaded function the declaration that has a body."""
        return functions.implementation(self, function)

    def typed(self, context: Context, node: Node) -> Type:
        """The static type; where that says nothing, what flows there."""
        found = self.expression(context, node)
        partly = isinstance(found, ObjectLiteral) and not self.is_closed(found)
        if partly or wireflow.is_nothing(found):
            flown = self.expression(Context(context.module, WIRE), node)
            return flown if not isinstance(flown, Unknown) else found
        return found

    def discriminated(self, context: Context, type_: Type, literal: Node) -> Type:
        return narrowing.discriminated(self, context, type_, literal)

    def expanded(self, type_: Type) -> Type:
        return keys.expanded(self, type_)
