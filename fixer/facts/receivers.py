"""Declared types that take the values of a renamed one: `useState<Item[]>` is set to a `Row[]`.

And those whose values one takes: a `Form` that is handed to `save(row: Row)`.

A type speaks for itself, so no request leads to the second one; but what it is given has the new
name, and what it is handed to asks for it. The two meet in a statement that names something of
both, and only there it is looked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from tree_sitter import Node

from fixer.facts.received import callbacks, values
from fixer.facts.spread import Naming, Own, Spread, Statement
from fixer.facts.verdicts import Standing, Verdict
from fixer.facts.wrapping import has_members, is_list
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.syntax import children_of
from fixer.program.types import Types
from fixer.program.types.model import (
    Function,
    Member,
    Named,
    Type,
    TypeParam,
    Union,
    Unknown,
    parts_of,
    present,
)
from fixer.program.types.tables import name_of, name_text

MAX_ROUNDS = 3
MAX_DEPTH = 5

_DECLARING = frozenset({"property_signature", "public_field_definition"})
_ENTRIES = frozenset({*_DECLARING, "pair"})
_Pair = tuple[Member, Member]
_Place = tuple[Module, Node]


class Receivers:
    """`verdicts`: what the contract says of the members that met it.

    `is_untold`: whether a member is of what a request sends or gets of which it says nothing.
    """

    def __init__(
        self,
        program: Program,
        types: Types,
        verdicts: Mapping[Member, Verdict],
        is_untold: Callable[[Member], bool],
    ) -> None:
        self._program = program
        self._types = types
        self._own = Own(types)
        self._naming = Naming(program)
        self._verdicts = verdicts
        self._is_untold = is_untold
        self._known = {m.node.id for m in verdicts if m.node is not None}
        self._formers: dict[Member, tuple[str, ...]] = {}
        self._pairs: dict[_Pair, None] = {}
        self._giving: set[Member] = set()  # follow because they give their values to one that does

    def members(self) -> dict[Member, Verdict]:
        """The properties that follow a renamed one because they are given its value, or give it.

        Not one that meets a property as well that keeps the name.
        """
        fresh = {m: v for m, v in self._verdicts.items() if m.node is not None and _formers(v)}
        found: dict[Member, Verdict] = {}
        for _ in range(MAX_ROUNDS):
            self._formers.update((m, _formers(v)) for m, v in fresh.items())
            beside = self._beside_of(fresh)
            rivals = {name: tuple(self._rivals(name, beside[name])) for name in sorted(beside)}
            fresh = {m: v for m, v in fresh.items() if any(rivals[name] for name in _formers(v))}
            if not fresh:
                break
            self._read(fresh, rivals)
            fresh = dict(self._new(found))
            found.update(fresh)
        return {m: v for m, v in found.items() if not self._is_kept(m, v, found)}

    def _beside_of(self, sources: Iterable[Member]) -> dict[str, set[frozenset[str]]]:
        """By former name what the objects have that had a property of it, by all their names."""
        found: dict[str, set[frozenset[str]]] = {}
        for member in sources:
            beside = list(self._types.members(member.owner)) if member.owner is not None else []
            verdicts = [v for m in beside if (v := self._verdicts.get(m)) is not None]
            names = {m.name for m in beside}.union(*map(_formers, verdicts))
            for name in self._formers[member]:
                found.setdefault(name, set()).add(frozenset(names))
        return found

    def _rivals(self, name: str, objects: set[frozenset[str]]) -> Iterator[_Place]:
        """Where types declare a property of that name that met no contract.

        As far as one of the objects can be given to such a type, or makes up most of one.
        """
        for path in self._program.holding(name):
            module = self._program.module(path)
            for node in module.occurrences(name):
                declared = _declared_by(node)
                if declared is None or declared.id in self._known:
                    continue
                needed, beside = _beside(declared)
                if any(_may_be(needed, it) or _may_be(it - {name}, beside) for it in objects):
                    yield module, declared

    def _new(self, found: Mapping[Member, Verdict]) -> Iterator[tuple[Member, Verdict]]:
        for given, taking in self._pairs:
            follows = self._following(self._said(given, found), taking, found)
            if follows is not None:
                yield taking, follows
            # What takes a renamed value may take others as well: those needn't follow.
            if taking in self._verdicts or taking in self._giving:
                follows = self._following(self._said(taking, found), given, found)
                if follows is not None:
                    self._giving.add(given)
                    yield given, follows

    def _following(
        self, verdict: Verdict | None, other: Member, found: Mapping[Member, Verdict]
    ) -> Verdict | None:
        """The verdict on what meets a renamed property by a name that this had."""
        target = verdict.target if verdict is not None else None
        if verdict is None or target is None or other in found:
            return None
        if other.name not in target.legacy_names or not self._is_other(other):
            return None
        called = target.replacing(other.name)
        return replace(verdict, standing=Standing.LEGACY, called=called)

    def _said(self, member: Member, found: Mapping[Member, Verdict]) -> Verdict | None:
        return self._verdicts.get(member) or found.get(member)

    def _is_other(self, member: Member) -> bool:
        """Whether a type of the program declares it, and nothing else says what it stands for."""
        key = member.name_node
        is_declared = key is not None and member.node == _declared_by(key)
        if not is_declared or not self._types.is_own(member) or self._is_untold(member):
            return False
        return all(above not in self._verdicts for above in self._types.family(member))

    def _is_kept(self, member: Member, verdict: Verdict, found: Mapping[Member, Verdict]) -> bool:
        """Whether it meets another property, too, that isn't renamed like it."""
        pairs = (pair for pair in self._pairs if member in pair)
        said = [self._said(one if other == member else other, found) for one, other in pairs]
        return any(v is not None and v.new_name != verdict.new_name for v in said)

    def _read(self, sources: Collection[Member], rivals: Mapping[str, tuple[_Place, ...]]) -> None:
        """The statements that can name a value of both kinds."""
        met = frozenset().union(*(self._formers[m] for m in sources))
        names = {m: frozenset(self._formers[m]) for m in sources}
        # What keeps the name must be seen as well where it comes to the same type.
        names |= {
            m: frozenset({m.name}) for m in self._verdicts if m.name in met and m not in names
        }
        declared = [(m.module, m.node, n) for m, n in names.items() if m.module and m.node]
        ours = {node.id: n for _, node, n in declared}
        places = [(name, place) for name in sorted(met) for place in rivals[name]]
        theirs = {node.id: frozenset({name}) for name, (_, node) in places}
        far = Spread(self._naming, self._types, self._own, theirs).statements(p for _, p in places)
        near = Spread(self._naming, self._types, self._own, ours).statements(
            (module, node) for module, node, _ in declared
        )
        spread = Spread(self._naming, self._types, self._own, {**ours, **theirs})
        for id_, one in near.items():
            common = one.names & far[id_].names if id_ in far else None
            if common:
                self._meet_in(one, common, spread)

    def _meet_in(self, statement: Statement, names: frozenset[str], spread: Spread) -> None:
        module = statement.module
        for node in values(module, statement.node):
            given = self._types.static(module, node)
            if not names.isdisjoint(spread.held(given)):
                self._meet(given, self._types.contextual(module, node), spread)
        for node in callbacks(module, statement.node):
            for taken, given in self._types.handed(module, node, said=True):
                if not names.isdisjoint(spread.held(given)):
                    self._meet(given, taken, spread)

    def _meet(self, one: Type, other: Type, spread: Spread, depth: int = MAX_DEPTH) -> None:
        one, other = (present(self._types.awaited(it)) for it in (one, other))
        if depth == 0 or one == other or isinstance(other, Unknown | TypeParam):
            return
        if isinstance(one, Union) or isinstance(other, Union):
            self._alternatives(one, other, spread, depth)
        elif isinstance(one, Function) and isinstance(other, Function):
            given, taken = self._types.returned(one), self._types.returned(other)
            self._meet(given, taken, spread, depth - 1)
        elif isinstance(one, Named) and isinstance(other, Named) and _are_one(one, other):
            for mine, its in zip(one.args, other.args, strict=False):
                self._meet(mine, its, spread, depth - 1)
        elif has_members(one) and has_members(other):
            self._objects(one, other, spread, depth)

    def _alternatives(self, one: Type, other: Type, spread: Spread, depth: int) -> None:
        """Each alternative of a value meets the one that it can be, where only one can."""
        objects = [p for p in parts_of(other) if has_members(p)]
        for part in parts_of(one):
            alike = [p for p in objects if is_list(p) == is_list(part)]
            if has_members(part) and len(alike) == 1 and part not in objects:
                self._meet(part, alike[0], spread, depth - 1)

    def _objects(self, one: Type, other: Type, spread: Spread, depth: int) -> None:
        for member in self._types.members(one):
            self._note(member, other)
            value = self._types.member_type(member)
            for its in self._types.member(other, member.name):
                if its != member and spread.held(value):
                    self._meet(value, self._types.member_type(its), spread, depth - 1)

    def _note(self, member: Member, other: Type) -> None:
        """What a type takes of a property's value, by its name or by one that it had.

        Of a property that met no contract: by which that did.
        """
        formers = self._formers.get(member, ())
        if not formers and member not in self._verdicts:
            for its in self._types.member(other, member.name):
                if its in self._verdicts or its in self._formers:
                    self._pairs[member, its] = None
            return
        is_new = member.name not in formers and bool(self._types.member(other, member.name))
        for name in (member.name,) if is_new else (member.name, *formers):
            for its in self._types.member(other, name):
                if its != member:
                    self._pairs[member, its] = None


def _formers(verdict: Verdict) -> tuple[str, ...]:
    """The names that a right or a renamed property had."""
    if verdict.target is None or verdict.standing not in (Standing.LEGACY, Standing.RIGHT):
        return ()
    return verdict.target.legacy_names


def _declared_by(name: Node) -> Node | None:
    """What declares a property by a name, of a type or of a schema: `z.object({ name: … })`."""
    declared = name.parent
    if declared is None:
        return None
    if declared.type in _DECLARING:
        return declared if declared.child_by_field_name("name") == name else None
    value, literal = declared.child_by_field_name("value"), declared.parent
    is_pair = declared.type == "pair" and declared.child_by_field_name("key") == name
    is_schema = is_pair and value is not None and value.type == "call_expression"
    taker = literal.parent if literal is not None else None
    is_given = taker is not None and taker.type == "arguments"
    return declared if is_schema and is_given else None


def _beside(declared: Node) -> tuple[frozenset[str], frozenset[str]]:
    """The names of the properties beside one, those that an object must have, and all."""
    body = declared.parent
    found = [c for c in children_of(body) if c.type in _ENTRIES] if body is not None else []
    beside = {n: c for c in found if c != declared and (n := _name(c)) is not None}
    needed = {n for n, c in beside.items() if all(it.type != "?" for it in c.children)}
    return frozenset(needed), frozenset(beside)


def _name(entry: Node) -> str | None:
    node = name_of(entry)
    return name_text(node) if node is not None else None


def _may_be(needed: frozenset[str], names: frozenset[str]) -> bool:
    """Whether an object has what is needed, or at most a third has to be put beside it."""
    return len(needed - names) * 2 <= len(needed & names)


def _are_one(one: Named, other: Named) -> bool:
    return one.declaration == other.declaration or (is_list(one) and is_list(other))
