"""Where a declared type meets a value of contract shape: which member is which property.

A member of a TypeScript type may be met by several operations; what is said of it must hold
for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from fixer.contract.every import every_schema
from fixer.contract.model import Contract, Kind, Property, Schema
from fixer.facts.alternatives import doubtful, likely, may_be_list, meant, merged
from fixer.facts.carriage import Carriage
from fixer.facts.fitting import Fitting, declared_name
from fixer.facts.laid import laid
from fixer.facts.wrapping import Layer, Wrapping, has_members, is_list, wrapping
from fixer.program.types import Types
from fixer.program.types.mapped import is_partial
from fixer.program.types.model import (
    Anonymous,
    Function,
    Intersection,
    Member,
    Named,
    ObjectLiteral,
    Tuple,
    Type,
    Union,
    WireType,
    parts_of,
    present,
)
from fixer.program.types.wireshape import shaped

MAX_DEPTH = 40
LISTS = frozenset({"Array", "ReadonlyArray"})


class Direction(Enum):
    """Whether the backend sends the value, or is sent it."""

    RESPONSE = "response"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Bound:
    """A member stands for `property` of `schema`, an object of the contract; None: it has none."""

    schema: Schema
    property: Property | None
    direction: Direction


@dataclass(frozen=True, slots=True)
class BoundType:
    """A declared object type that stands for `schema`."""

    type: Type
    schema: Schema
    direction: Direction


class Bindings:
    """Members and types that met the contract; grows while calls are read, then is only read."""

    def __init__(self, contract: Contract, types: Types) -> None:
        self.contract = contract
        self._types = types
        self.fitting = Fitting(types)
        self.carriage = Carriage(types)
        self._met: dict[tuple[Type, Type, Direction], tuple[Wrapping, ...]] = {}
        self._members: dict[Member, dict[Bound, None]] = {}
        self._others: dict[Member, dict[Bound, None]] = {}
        self._untold: set[Member] = set()
        self._bound: dict[BoundType, None] = {}
        self._wrapped: dict[Wrapping, None] = {}
        self._done: set[tuple[Type, int, Direction]] = set()
        # What a value may be, and may not: bound last, when all that is sure is known.
        self.doubts: dict[tuple[Type, Type, Direction], None] = {}

    @cached_property
    def objects(self) -> tuple[Schema, ...]:
        """Every object of the contract, those without a name of their own too."""
        return tuple(s for s in every_schema(self.contract) if s.kind is Kind.OBJECT)

    @property
    def members(self) -> tuple[Member, ...]:
        """Every member that met the contract."""
        return tuple(self._members)

    @property
    def types(self) -> tuple[BoundType, ...]:
        """Every object type that met the contract, once for each schema it met."""
        return tuple(self._bound)

    @property
    def wrapped(self) -> tuple[Wrapping, ...]:
        """The types that met a payload, but for a layer around it."""
        return tuple(self._wrapped)

    def of(self, member: Member) -> tuple[Bound, ...]:
        """What a member stands for; empty: it never met the contract."""
        return tuple(self._members.get(member, ()))

    def bind(
        self, static: Type, wire: Type, direction: Direction = Direction.RESPONSE
    ) -> tuple[Wrapping, ...]:
        """Notes that a value typed `static` has the shape `wire`, part by part.

        Gives the layers around the payload in which the two differ.
        """
        meeting = _Meeting(self, direction)
        meeting.meet(static, wire, 0)
        return tuple(meeting.layers)

    def resolve(self, schema: Schema) -> Schema:
        return self.contract.resolve(schema)

    def layers_of(self, static: Type, wire: Type, to: Direction) -> tuple[Wrapping, ...] | None:
        """The layers in which these two were found to differ; None: they haven't met before."""
        return self._met.get((static, wire, to))

    def note_met(
        self, static: Type, wire: Type, to: Direction, layers: Iterable[Wrapping] = ()
    ) -> None:
        """That these two were laid beside each other below some other meeting."""
        self._met[static, wire, to] = tuple(layers)

    def has_met(self, static: Type, wire: Type, direction: Direction) -> bool:
        """Whether these two were laid beside each other below some other meeting."""
        return (present(static), present(wire), direction) in self._met

    def first_time(self, static: Type, schema: Schema, direction: Direction) -> bool:
        """Whether this meeting is new; without the question recursive types never end."""
        key = (static, id(schema), direction)
        if key in self._done:
            return False
        self._done.add(key)
        return True

    def wrapping(self, static: Type, schema: Schema) -> Wrapping | None:
        """The layer by which a type and a payload differ, noted."""
        found = wrapping(static, schema, self.contract, self.fitting)
        if found is not None:
            self._wrapped[found] = None
        return found

    def note(self, bound: BoundType) -> None:
        self._bound[bound] = None

    def note_member(self, member: Member, bound: Bound) -> None:
        for symbol in self._types.family(member):
            self._members.setdefault(symbol, {})[bound] = None

    def note_untold(self, member: Member) -> None:
        self._untold.update(self._types.family(member))

    def note_other(self, member: Member, bound: Bound) -> None:
        self._others.setdefault(member, {})[bound] = None

    def others_of(self, member: Member) -> tuple[Bound, ...]:
        """What a member met as well though its type bears the name of another object."""
        return tuple(self._others.get(member, ()))

    def is_untold(self, member: Member) -> bool:
        """Whether its type also stands for a response or a body that the contract leaves open."""
        return member in self._untold

    def shaped(self, schema: Schema) -> Type:
        return shaped(schema, self.contract)

    @property
    def engine(self) -> Types:
        return self._types


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A payload laid beside a declared type, in one direction."""

    bindings: Bindings
    direction: Direction
    is_inside: bool = False
    layers: list[Wrapping] = field(default_factory=list)

    def meet(self, static: Type, wire: Type, depth: int) -> None:
        static, wire = present(static), present(wire)
        if depth > MAX_DEPTH:
            return
        if isinstance(wire, ObjectLiteral):
            wire = self.bindings.engine.apart(wire)
        known = self.bindings.layers_of(static, wire, self.direction) if depth else None
        if known is not None:
            self.layers.extend(known)
            return
        before = len(self.layers)
        if depth:
            self.bindings.note_met(static, wire, self.direction)
        self._lay(static, wire, depth)
        if depth and len(self.layers) > before:
            self.bindings.note_met(static, wire, self.direction, self.layers[before:])

    def _lay(self, static: Type, wire: Type, depth: int) -> None:
        if isinstance(static, Union):
            self._union(static, wire, depth)
        elif isinstance(wire, Union):
            values = likely(static, wire, self.bindings.carriage)
            best = self.bindings.fitting.best_values(static, values)
            self._each([(static, value) for value in best], depth)
        elif isinstance(static, Function) and isinstance(wire, Function):
            engine = self.bindings.engine
            self.meet(engine.returned(static), engine.returned(wire), depth + 1)
        elif isinstance(wire, WireType):
            self._shape(static, self.bindings.resolve(wire.schema), depth)
        elif isinstance(static, Named) and isinstance(wire, Named):
            if static.declaration == wire.declaration:
                for one, other in zip(static.args, wire.args, strict=False):
                    self.meet(one, other, depth + 1)
            else:
                self._members(static, wire, depth)
        elif isinstance(static, Tuple) and isinstance(wire, Tuple):
            for one, other in zip(static.items, wire.items, strict=False):
                self.meet(one, other, depth + 1)
        elif isinstance(wire, ObjectLiteral | Anonymous | Intersection) and has_members(static):
            self._members(static, wire, depth)
            if isinstance(wire, ObjectLiteral):
                self._laid(static, wire, depth)

    def _union(self, static: Union, wire: Type, depth: int) -> None:
        """The alternative that each alternative of the value can be, if only one can."""
        objects = [p for p in static.parts if has_members(p)]
        values = parts_of(wire)
        copes = any(may_be_list(it) and self.bindings.carriage.of(it) for it in values)
        pairs: list[tuple[Type, Type]] = []
        for value in values:
            alike = [p for p in objects if is_list(p) == bool(may_be_list(value))]
            # A list for a page differs by a layer, unless the code can have made it one.
            candidates = alike or ([] if copes else objects)
            chosen = meant(candidates, value, self.bindings.fitting)
            pairs += [(each, value) for each in chosen]
            for each in doubtful(candidates, value, self.bindings.fitting):
                self.bindings.doubts[each, value, self.direction] = None
        self._each(pairs, depth)

    def _each(self, pairs: Iterable[tuple[Type, Type]], depth: int) -> None:
        """Alternatives, of which one that carries the payload as it is declared speaks for all.

        `{ data: whole }` and `{ data: whole.data }` of one function: a branch for other answers.
        """
        found: dict[Type, list[list[Wrapping]]] = {}
        for static, value in pairs:
            before = len(self.layers)
            self.meet(static, value, depth + 1)
            if self.bindings.carriage.of(value):
                found.setdefault(static, []).append(self.layers[before:])
            del self.layers[before:]
        for layers in found.values():
            self.layers.extend(it for each in layers for it in each if all(layers))

    def _members(self, static: Type, wire: Type, depth: int) -> None:
        engine = self.bindings.engine
        for other in engine.members(wire):
            value = engine.member_type(other)
            if not _is_scalar(value) and self.bindings.carriage.inside(value):
                for member in engine.member(static, other.name):
                    self.meet(engine.member_type(member), value, depth + 1)

    def _laid(self, static: Type, wire: ObjectLiteral, depth: int) -> None:
        """A type that a literal makes of a payload by spreading it: `{ ...row, isOpen: false }`."""
        engine = self.bindings.engine
        for each in laid(engine, wire):
            schema = self.bindings.resolve(each.wire.schema)
            for member in self._declared(static) if schema.kind is Kind.OBJECT else ():
                found = schema.property(member.name) or schema.renamed(member.name)
                if found is None or not each.hidden.isdisjoint({member.name, found.name}):
                    continue
                if engine.is_own(member) and not self._is_doubled(static, member, found):
                    self.bindings.note_member(member, Bound(schema, found, self.direction))
                value = self.bindings.shaped(found.schema)
                replace(self, is_inside=True).meet(engine.member_type(member), value, depth + 1)

    def _shape(self, static: Type, schema: Schema, depth: int) -> None:
        is_payload = self.direction is Direction.RESPONSE and not self.is_inside
        layer = self.bindings.wrapping(static, schema) if is_payload else None
        if layer is not None:
            self.layers.append(layer)
            self._through(layer, depth)
        elif schema.kind is Kind.ARRAY and schema.items is not None:
            for element in _elements(static):
                self.meet(element, self.bindings.shaped(schema.items), depth + 1)
        elif schema.kind is Kind.UNION:
            self._shape(static, merged(schema, self.bindings.contract), depth + 1)
        elif schema.kind is Kind.OBJECT and not is_list(static):
            self._values(static, schema, depth)
            if has_members(static):
                self._object(static, schema, depth)

    def _values(self, static: Type, schema: Schema, depth: int) -> None:
        """What a map holds under whatever key."""
        held = self.bindings.engine.values(static) if schema.values is not None else None
        if held is not None and schema.values is not None:
            inside = replace(self, is_inside=True)
            inside.meet(held, self.bindings.shaped(schema.values), depth + 1)

    def _through(self, layer: Wrapping, depth: int) -> None:
        """What is inside the layer meets what it stands for."""
        if layer.layer is Layer.EXTRA and layer.member is not None:
            inside = self.bindings.engine.member_type(layer.member)
            self.meet(inside, self.bindings.shaped(layer.schema), depth + 1)
        elif layer.inner is not None:
            self.meet(layer.static, self.bindings.shaped(layer.inner), depth + 1)

    def _object(self, static: Type, schema: Schema, depth: int) -> None:
        bindings = self.bindings
        if not bindings.first_time(static, schema, self.direction):
            return
        if not schema.properties:
            return  # a free-form object or a map says nothing about its own names
        if not self._is_called_as_another(static, None, schema):
            bindings.note(BoundType(static, schema, self.direction))
        # Which properties of a `Partial<T>` are ever sent, the type doesn't say.
        is_vague = self.direction is Direction.REQUEST and is_partial(static)
        for member in self._declared(static):
            found = schema.property(member.name) or schema.renamed(member.name)
            if found is not None and self._is_doubled(static, member, found):
                continue
            is_other = self._is_called_as_another(static, member, schema)
            is_open = (is_vague and found is None) or (
                is_other and (found is None or found.is_called(member.name))
            )
            # What a library declares (`AxiosResponse.data`) is called so whatever the answer is.
            if not is_open and bindings.engine.is_own(member):
                bound = Bound(schema, found, self.direction)
                bindings.note_member(member, bound)
            elif is_other and (found is not None or schema.loose):
                bindings.note_untold(member)  # what it meets here may have it
                bindings.note_other(member, Bound(schema, found, self.direction))
            if found is not None:
                inside = replace(self, is_inside=True)
                type_ = bindings.engine.member_type(member)
                inside.meet(type_, bindings.shaped(found.schema), depth + 1)

    def _declared(self, static: Type) -> Iterator[Member]:
        """The members of a type; a name that several parts of an intersection declare, of each."""
        engine = self.bindings.engine
        for member in engine.members(static):
            if isinstance(static, Intersection):
                yield from engine.member(static, member.name) or (member,)
            else:
                yield member

    def _is_doubled(self, static: Type, member: Member, found: Property) -> bool:
        """Whether another part of an intersection has the property by the name of today.

        In `Omit<Row, keyof User> & User` what `User` had by the old name hid what `Row` has.
        """
        if not isinstance(static, Intersection) or found.is_called(member.name):
            return False
        return bool(self.bindings.engine.member(static, found.name))

    def _is_called_as_another(self, static: Type, member: Member | None, schema: Schema) -> bool:
        """Whether the type bears the name of an object of the contract that isn't the one it meets.

        The value is annotated with the wrong type then, or with one for several; the declaration
        itself is that of its namesake. The same of what it takes over (`Row & { file: File }`).
        """
        if self.direction is not Direction.RESPONSE or schema.name is None:
            return False
        owner = member.owner if member is not None else None
        names = {declared_name(it) for it in (static, owner) if isinstance(it, Type)}
        return schema.name not in names and not names.isdisjoint(self.bindings.contract.schemas)


def _elements(static: Type) -> tuple[Type, ...]:
    """What a list or a tuple holds."""
    if isinstance(static, Tuple):
        return static.items if static.rest is None else (*static.items, static.rest)
    return static.args[:1] if isinstance(static, Named) and is_list(static) else ()


def _is_scalar(value: Type) -> bool:
    kinds = {p.schema.kind if isinstance(p, WireType) else None for p in parts_of(value)}
    return kinds.isdisjoint({None, Kind.OBJECT, Kind.ARRAY})
