"""The values of the type engine: types as closures over syntax, members, resolutions.

A type that comes from source is a node with the context it is read in; nothing is expanded
before it is asked for. A type parameter is bound by an entry of the context's environment, so
no substitution over types is ever made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from tree_sitter import Node

from fixer.contract.model import Contract, Property, Schema
from fixer.program.module import Module
from fixer.program.types.environment import EMPTY as EMPTY
from fixer.program.types.environment import THIS as THIS
from fixer.program.types.environment import WIRE as WIRE
from fixer.program.types.environment import Context as Context
from fixer.program.types.environment import Entry as Entry
from fixer.program.types.environment import Env as Env
from fixer.program.types.environment import Put as Put
from fixer.program.types.environment import Role as Role
from fixer.program.types.environment import Type as Type


@dataclass(frozen=True, slots=True)
class Unknown(Type):
    """`any`, `unknown`, or out of reach."""


@dataclass(frozen=True, slots=True)
class Primitive(Type):
    """`string`, `number`, `boolean`, `null`, `undefined`, `void`, `never`, `object`, …"""

    name: str


@dataclass(frozen=True, slots=True)
class Literal(Type):
    """A literal type."""

    value: str | int | float | bool


@dataclass(frozen=True, slots=True)
class Declaration:
    """An interface, class, enum or namespace with all that merges into it."""

    parts: tuple[tuple[Module, Node], ...]

    @property
    def module(self) -> Module:
        return self.parts[0][0]

    @property
    def node(self) -> Node:
        return self.parts[0][1]

    def __hash__(self) -> int:
        return hash(self.parts[0][1].id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Declaration) and self.parts[0][1] == other.parts[0][1]


@dataclass(frozen=True, slots=True)
class Named(Type):
    """An interface, or an instance of a class, or a value of an enum.

    `flow`: what reached the constructor's parameters, in wire mode.
    """

    declaration: Declaration
    args: tuple[Type, ...] = ()
    flow: tuple[Entry, ...] = ()

    def __hash__(self) -> int:
        return hash((self.declaration.parts[0][1].id, self.args))


@dataclass(frozen=True, slots=True)
class ClassValue(Type):
    """A class as a value: its static side and its constructor."""

    declaration: Declaration
    env: Env = EMPTY


@dataclass(frozen=True, slots=True)
class EnumObject(Type):
    declaration: Declaration


@dataclass(frozen=True, slots=True)
class Scope(Type):
    """A module or a namespace as a value; `node` is the program or the namespace's block."""

    module: Module
    node: Node

    def __hash__(self) -> int:
        return hash(self.node.id)


@dataclass(frozen=True, slots=True)
class Package(Type):
    """A package of which the whole is imported: `import * as React from 'react'`."""

    specifier: str


class _Closure(Type):
    __slots__ = ()
    context: Context
    node: Node

    def __hash__(self) -> int:
        return hash((self.node.id, self.context.env))

    def __eq__(self, other: object) -> bool:
        return (
            type(other) is type(self)
            and isinstance(other, _Closure)
            and self.node == other.node
            and self.context.env == other.context.env
        )


@dataclass(frozen=True, slots=True, eq=False)
class Anonymous(_Closure):
    """An object type `{ a: string }`."""

    context: Context
    node: Node


@dataclass(frozen=True, slots=True, eq=False)
class ObjectLiteral(_Closure):
    """The type of an object literal: it declares its members itself."""

    context: Context
    node: Node


@dataclass(frozen=True, slots=True, eq=False)
class JsxProps(_Closure):
    """What a tag passes to its component; `node` is the opening or self-closing element."""

    context: Context
    node: Node


@dataclass(frozen=True, slots=True, eq=False)
class Mapped(_Closure):
    """`{ [K in Keys]: V }`; `node` is the index signature that holds the clause."""

    context: Context
    node: Node


@dataclass(frozen=True, slots=True, eq=False)
class TypeParam(_Closure):
    """A type parameter that nothing is bound to."""

    context: Context
    node: Node

    def __hash__(self) -> int:
        return hash(self.node.id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TypeParam) and self.node == other.node


@dataclass(frozen=True, slots=True, eq=False)
class Function(_Closure):
    """A function; `others`: further overloads. `this`: what it was read from."""

    context: Context
    node: Node
    others: tuple[Function, ...] = ()


@dataclass(frozen=True, slots=True)
class Union(Type):
    parts: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Intersection(Type):
    parts: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class Tuple(Type):
    """`[A, B, ...C[]]`: `rest` is C."""

    items: tuple[Type, ...]
    rest: Type | None = None


@dataclass(frozen=True, slots=True)
class KeyOf(Type):
    """`keyof T` where T has no end of keys or is a type parameter."""

    type: Type


@dataclass(frozen=True, slots=True)
class Without(Type):
    """What a rest pattern leaves: `type` but for the properties `names`."""

    type: Type
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class WireType(Type):
    """A value that has a contract's shape."""

    schema: Schema
    contract: Contract

    def __hash__(self) -> int:
        return hash((self.schema.kind, self.schema.name, len(self.schema.properties)))


UNKNOWN = Unknown()
UNDEFINED = Primitive("undefined")
NULL = Primitive("null")
NEVER = Primitive("never")
VOID = Primitive("void")
STRING = Primitive("string")
NUMBER = Primitive("number")
BOOLEAN = Primitive("boolean")
NOTHING = frozenset({UNDEFINED, NULL, NEVER, VOID})
MAX_UNION = 400
MAX_INSIDE = 1_200


def union(*types: Type) -> Type:
    """One type for several alternatives; Unknown swallows the rest, as `any` does."""
    if _is_beyond(types):
        return UNKNOWN
    parts: dict[Type, None] = {}
    for type_ in types:
        for part in type_.parts if isinstance(type_, Union) else (type_,):
            if isinstance(part, Unknown):
                return UNKNOWN
            if part != NEVER:
                parts[part] = None
    if len(parts) > MAX_UNION:
        return UNKNOWN
    if not parts:
        return NEVER
    return next(iter(parts)) if len(parts) == 1 else Union(tuple(parts))


def intersection(*types: Type) -> Type:
    if _is_beyond(types):
        return UNKNOWN
    parts: dict[Type, None] = {}
    for type_ in types:
        for part in type_.parts if isinstance(type_, Intersection) else (type_,):
            parts[part] = None
    return next(iter(parts)) if len(parts) == 1 else Intersection(tuple(parts))


def _is_beyond(types: tuple[Type, ...]) -> bool:
    """Whether types hold more others inside each other than anybody would write.

    What is assigned to itself with more around it would double with each question.
    """
    stack = list(types)
    seen = 0
    while stack:
        seen += 1
        if seen > MAX_INSIDE:
            return True
        type_ = stack.pop()
        if isinstance(type_, Union | Intersection):
            stack.extend(type_.parts)
        elif isinstance(type_, Named):
            stack.extend(type_.args)
        elif isinstance(type_, Tuple):
            stack.extend(type_.items)
    return False


def parts_of(type_: Type) -> tuple[Type, ...]:
    """The alternatives of a type."""
    return type_.parts if isinstance(type_, Union) else (type_,)


def present(type_: Type) -> Type:
    """The type without `null`, `undefined`, `void`."""
    if isinstance(type_, Union):
        kept = tuple(p for p in type_.parts if p not in NOTHING)
        if len(kept) == len(type_.parts):
            return type_
        return union(*kept) if kept else NEVER
    return NEVER if type_ in NOTHING else type_


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """A property as it is declared: one symbol, identical by its declaration.

    `node` is the declaration (`property_signature`, `pair`, `public_field_definition`, …) and
    `name_node` its name; both None for a property that no source declares: one of a contract
    (`property`), of a `Record`, of a tuple. `others`: further declarations of it (overloads).
    """

    name: str
    module: Module | None
    node: Node | None
    name_node: Node | None
    context: Context | None = None
    owner: Type | None = None
    optional: bool = False
    type: Type | None = None
    property: Property | None = None
    others: tuple[Node, ...] = ()
    is_static: bool = False

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Member) or self.name != other.name:
            return False
        if self.node is not None or other.node is not None:
            return self.node == other.node
        return self.property is other.property and self.owner == other.owner

    def __hash__(self) -> int:
        return hash((self.name, self.node.id if self.node is not None else None))

    def typed(self, type_: Type) -> Member:
        """The same property with another type (a mapped type's)."""
        return replace(self, type=type_)


class Certainty(Enum):
    PROVEN = "proven"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The properties that a name denotes; none, with the reason, where that isn't known.

    `lacking`: the alternatives of the receiver that surely have no such property.
    """

    members: tuple[Member, ...] = ()
    certainty: Certainty = Certainty.PROVEN
    reason: str | None = None
    lacking: tuple[Type, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A call of a wrapper: its request is the call `sink`, which yields `type` this time.

    `others`: the same request where the wrapper sends it by another sink.
    """

    sink_module: Module
    sink: Node
    type: Type
    path_to_sink: tuple[tuple[Module, Node], ...] = ()
    others: tuple[Wrapped, ...] = ()


class Wires(Protocol):
    """What calls yield on the wire; the facts of a project know it."""

    def wire(self, module: Module, call: Node, this: Type | None) -> Type | Wrapped | None:
        """What the call evaluates to, or which request is behind it; None: not an HTTP call.

        `this`: the object whose method calls, where that is known.
        """
        ...

    def depends_on_this(self, class_: Node) -> bool:
        """Whether what the methods of a class ask for depends on the object that they are of."""
        ...

    def entered(self, call: Node) -> tuple[Module, Node] | None:
        """The function that a call on the way to a request enters, where that is only one."""
        ...

    def applied(self, call: Node) -> tuple[tuple[Module, Node], ...]:
        """The functions that what a call calls has called, as `useSWR(key)` does a fetcher."""
        ...


Bindings = Mapping[int, Type]
