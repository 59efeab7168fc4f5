"""What the contract says of a declared member: right, renamed, unknown, or not to be told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from fixer.contract.model import Kind, Property, Schema
from fixer.contract.wording import tokens
from fixer.facts.bindings import Bindings, Bound, Direction
from fixer.program.syntax import text
from fixer.program.types import Types
from fixer.program.types.model import (
    NOTHING,
    Function,
    Literal,
    Member,
    Named,
    Primitive,
    Type,
    parts_of,
)

_METHODS = frozenset(
    {"method_definition", "method_signature", "abstract_method_signature", "enum_assignment"}
)
_KEYS = frozenset({"pair", "shorthand_property_identifier"})
_OWN_STATE = frozenset({"public_field_definition", "required_parameter", "optional_parameter"})
# The same expression is read when a request failed; what an error holds no contract says here.
OF_ERRORS = frozenset(
    {"message", "error", "errors", "detail", "details", "code", "status", "statusCode", "title"}
    | {"non_field_errors", "success", "ok", "reason", "errorMessage", "error_description", "msg"}
)


class Standing(Enum):
    """How a name stands to the contract."""

    RIGHT = "right"
    LEGACY = "legacy"
    UNKNOWN = "unknown"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The contract's word on a name.

    `schema` is the object that was asked. `target`: the property meant; of a legacy name the one
    that replaced it, of an unknown one the single plausible property, if there is one. `called`:
    what code is to call that, where a function of its own gives it another name.
    """

    standing: Standing
    schema: Schema
    target: Property | None = None
    direction: Direction = Direction.RESPONSE
    reason: str = ""
    called: str = ""

    @property
    def new_name(self) -> str | None:
        """What the name that was judged is to be replaced by; None: nothing is plausible."""
        return self.called or (self.target.name if self.target is not None else None)


def judge_member(member: Member, bindings: Bindings, types: Types) -> Verdict | None:
    """The verdict that holds for every shape the member met; None: it met none, or is a method."""
    bounds = _decisive(bindings.of(member), member)
    if not bounds or _is_behaviour(member, types):
        return None
    first = bounds[0]
    if all(b.property is not None and b.property.is_called(member.name) for b in bounds):
        return Verdict(Standing.RIGHT, first.schema, first.property, first.direction)
    renamed = _renamed(bounds, bindings)
    if renamed is not None and renamed.property is not None:
        met, schema = renamed.property, renamed.schema
        called = met.replacing(member.name)
        return Verdict(Standing.LEGACY, schema, met, renamed.direction, called=called)
    if all(b.property is None for b in bounds):
        return _unknown(member, bounds, bindings, types)
    reason = "the operations that it meets disagree about it"
    return Verdict(Standing.UNVERIFIED, first.schema, None, first.direction, reason)


def _renamed(bounds: tuple[Bound, ...], bindings: Bindings) -> Bound | None:
    """The first that says by what a name was replaced, if what all of them say is the same.

    An object that has the new name, and nothing of the old one, says so, too: a document tells of a
    rename where it first speaks of it. Not where what it has is an object, say, and this is none.
    """
    told = [b for b in bounds if b.property is not None]
    names = {b.property.name for b in told if b.property is not None}
    said = told[0].property if told else None
    if len(names) != 1 or said is None:
        return None
    new = said.name
    silent = (b.schema for b in bounds if b.property is None)
    agree = all(
        (found := s.property(new)) is not None
        and not (s.loose or s.values is not None)
        and _may_be_one(bindings.resolve(found.schema), bindings.resolve(said.schema))
        for s in silent
    )
    return told[0] if agree else None


def _may_be_one(one: Schema, other: Schema) -> bool:
    """Whether what two properties hold is of one kind: both objects, both lists, both neither."""
    kinds = {one.kind, other.kind}
    is_told = kinds.isdisjoint({Kind.ANY, Kind.UNION, Kind.NULL})
    return not is_told or len(kinds) == 1 or kinds.isdisjoint({Kind.OBJECT, Kind.ARRAY})


def _decisive(bounds: tuple[Bound, ...], member: Member) -> tuple[Bound, ...]:
    """Without what a type met besides the schema that bears its own name, if it met that."""
    node = member.owner.declaration.node if isinstance(member.owner, Named) else None
    name = node.child_by_field_name("name") if node is not None else None
    own = tuple(b for b in bounds if name is not None and b.schema.name == text(name))
    return own or bounds


def judge_name(name: str, schema: Schema) -> Verdict:
    """The verdict on a name that is read from a value of the object `schema` itself."""
    known = schema.property(name)
    if known is not None:
        return Verdict(Standing.RIGHT, schema, known)
    renamed = schema.renamed(name)
    if renamed is not None:
        return Verdict(Standing.LEGACY, schema, renamed, called=renamed.replacing(name))
    if schema.loose or schema.values is not None or not schema.properties:
        return Verdict(Standing.UNVERIFIED, schema, reason="the contract leaves the object open")
    meant = candidate(name, schema, ()) if name not in _OF_LISTS else None
    return Verdict(Standing.UNKNOWN, schema, meant)


# Who reads these takes the value for a list: no property of an object is meant, `focal_length`.
_OF_LISTS = frozenset(
    {"length", "map", "filter", "find", "forEach", "some", "every", "reduce", "slice", "sort"}
    | {"concat", "includes", "indexOf", "join", "push", "at", "flat", "flatMap", "entries"}
)


def _unknown(
    member: Member, bounds: tuple[Bound, ...], bindings: Bindings, types: Types
) -> Verdict:
    first = bounds[0]
    if any(b.schema.loose or b.schema.values is not None for b in bounds):
        reason = "the contract leaves the object open"
        return Verdict(Standing.UNVERIFIED, first.schema, None, first.direction, reason)
    if member.node is not None and member.node.type in _OWN_STATE:
        reason = "a class may have fields of its own"
        return Verdict(Standing.UNVERIFIED, first.schema, None, first.direction, reason)
    is_response = first.direction is Direction.RESPONSE
    if not is_response and member.owner is not None and types.values(member.owner) is not None:
        reason = "the type takes any key"  # as the state of a form, of which a part is sent
        return Verdict(Standing.UNVERIFIED, first.schema, None, first.direction, reason)
    if is_response and member.node is not None and member.node.type in _KEYS:
        reason = "an object that the program makes itself"
        return Verdict(Standing.UNVERIFIED, first.schema, None, first.direction, reason)
    if types.member_type(member) in NOTHING:
        reason = "the type says that it is never there"
        return Verdict(Standing.UNVERIFIED, first.schema, None, first.direction, reason)
    if is_response and bindings.is_untold(member):
        reason = "the contract says nothing of another response or request of this type"
        return Verdict(Standing.UNVERIFIED, first.schema, None, first.direction, reason)
    if is_response and member.optional and member.name in OF_ERRORS:
        reason = "the type may stand for what a failed request answers as well"
        return Verdict(Standing.UNVERIFIED, first.schema, None, first.direction, reason)
    declared = [m.name for m in types.members(member.owner)] if member.owner is not None else []
    if is_response and _fits_better(member.name, declared, bounds, bindings):
        reason = "the type fits another object of the contract better"
        return Verdict(Standing.UNVERIFIED, first.schema, None, first.direction, reason)
    named = [_meant(member.name, b, declared) for b in bounds]
    target = named[0] if len({c.name if c else None for c in named}) == 1 else None
    if target is not None and _is_scalar(types.member_type(member)):
        kind = bindings.contract.resolve(target.schema).kind
        target = None if kind in (Kind.ARRAY, Kind.OBJECT) else target
    return Verdict(Standing.UNKNOWN, first.schema, target, first.direction)


def _meant(name: str, bound: Bound, declared: Sequence[str]) -> Property | None:
    """The property that a name plausibly means: of a request, one that the backend takes."""
    found = candidate(name, bound.schema, declared)
    if found is None or (bound.direction is not Direction.RESPONSE and found.read_only):
        return None
    strangers = (d for d in declared if d != name and bound.schema.property(d) is None)
    is_sole = all(candidate(other, bound.schema, declared) != found for other in strangers)
    return found if is_sole else None  # two can't both be it


def _is_scalar(type_: Type) -> bool:
    """Whether a type has texts, numbers and booleans alone."""
    parts = [part for part in parts_of(type_) if part not in NOTHING]
    return bool(parts) and all(isinstance(part, (Literal, Primitive)) for part in parts)


def _fits_better(
    name: str, declared: Sequence[str], bounds: tuple[Bound, ...], bindings: Bindings
) -> bool:
    """Whether an object of the contract has `name` and more of its type's names than all met.

    One `User` often stands for the brief user within a note and for the full one.
    """

    def shared(schema: Schema) -> int:
        return sum(schema.property(d) is not None for d in declared)

    most = max(shared(b.schema) for b in bounds)
    others = (s for s in bindings.objects if s.property(name) is not None)
    return any(shared(other) > most for other in others)


def is_anothers(names: frozenset[str], met: Iterable[Schema], bindings: Bindings) -> bool:
    """Whether a type's names are all those of another object, and of none that it met."""
    is_met = any(all(s.property(n) is not None for n in names) for s in met)
    return not is_met and any(
        all(o.property(n) is not None for n in names) for o in bindings.objects
    )


def _is_behaviour(member: Member, types: Types) -> bool:
    if member.node is not None and member.node.type in _METHODS:
        return True
    return isinstance(types.member_type(member), Function)


def candidate(name: str, schema: Schema, declared: Iterable[str]) -> Property | None:
    """The one property that `name` plausibly means, among those not declared beside it.

    By their former names they may be declared, too.
    Words count, not letters: one name's words hold the other's, or failing that they share some.
    """
    taken = {*declared} - {name}
    free = [p for p in schema.properties if taken.isdisjoint((p.name, *p.legacy_names))]
    words = tokens(name)
    nested = [p for p in free if words <= tokens(p.name) or tokens(p.name) <= words]
    sharing = [p for p in free if (words & tokens(p.name)) - _COMMON]
    for found in (nested, sharing):
        if found:
            return found[0] if len(found) == 1 else None
    return None


# Words that say nothing of what a name means: `team_id` is no `user_id`.
_COMMON = frozenset({"id", "type", "is", "has", "at", "by", "of", "to", "in", "on", "for"})
