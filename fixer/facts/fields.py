"""Every place that names a property wrongly, over the whole program, with the edits to mend it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract, Schema
from fixer.diagnostics import Edit, Fix, Span
from fixer.facts.carried import keys_of, literal_of, taking
from fixer.facts.company import Apart, Company
from fixer.facts.doubts import Doubt, Doubts, is_input
from fixer.facts.enriched import is_enriched
from fixer.facts.fitting import declared_name
from fixer.facts.giving import gives_anew, is_key
from fixer.facts.groups import Groups
from fixer.facts.legacynames import legacy_names
from fixer.facts.mappers import judge_mapped
from fixer.facts.meets import Meets
from fixer.facts.naming import (
    Claim,
    WrongName,
    doubted,
    fix_of,
    group_keys,
    is_own,
)
from fixer.facts.owners import owner_name
from fixer.facts.ownnotes import OwnNotes
from fixer.facts.receivers import Receivers
from fixer.facts.refilled import refilled
from fixer.facts.variedkeys import VariedKeys
from fixer.facts.verdicts import Standing, Verdict, judge_member, judge_name
from fixer.facts.vuefollow import VueFollow
from fixer.facts.wirereads import unknown_reads
from fixer.program.module import Module
from fixer.program.pathtexts import on_paths
from fixer.program.program import Program
from fixer.program.syntax import whole_name
from fixer.program.types import Types
from fixer.program.types.model import Certainty, Member, Resolution, Type, WireType
from fixer.rewrite.rename import SHORTHAND, Place, rename

_WRONG = frozenset({Standing.LEGACY, Standing.UNKNOWN})


@dataclass(frozen=True, slots=True)
class FieldUse:
    """A place that names a property which the contract calls otherwise, or doesn't know.

    `owner` names the type or the value that it is a property of. `is_written`: it is a key of an
    object literal. `fix`: None where no name is plausible or the place can't be rewritten.
    `doubt`: a place in a template that may name it, too. `is_shared`: it may as well name another
    property, which goes by another name.
    """

    path: Path
    span: Span
    name: str
    owner: str
    is_declaration: bool
    is_written: bool
    verdict: Verdict
    fix: Fix | None
    doubt: Doubt | None = None
    is_shared: bool = False


class Fields:
    """Places by file, found once: by name in the bytes, then by what the name denotes there."""

    def __init__(
        self,
        program: Program,
        contract: Contract,
        types: Types,
        meets: Meets,
        *,
        keep_variables: bool,
        is_test: Callable[[Path], bool],
    ) -> None:
        self._program = program
        self._is_test = is_test
        self._contract = contract
        self._types = types
        self._meets = meets
        self._keep_variables = keep_variables
        self._follow = VueFollow(program, types)
        self._varied = VariedKeys(types)
        self._doubts = Doubts(program, types, self._is_wrong, self._follow, self._varied)
        self._apart = Apart(program, types, contract)

    def uses(self, path: Path) -> tuple[FieldUse, ...]:
        """The wrong names of one file, in source order."""
        return self._uses.get(path, ())

    @cached_property
    def verdicts(self) -> Mapping[Member, Verdict]:
        """The verdict on each declared member that met the contract."""
        bindings, mappers = self._meets.bindings, self._meets.mappers
        found = {m: judge_member(m, bindings, self._types) for m in bindings.members}
        for member in mappers.members:
            found[member] = judge_mapped(member, mappers.mapped(member), bindings.of(member))
        return {member: verdict for member, verdict in found.items() if verdict is not None}

    @cached_property
    def _received(self) -> Mapping[Member, Verdict]:
        """The same on what no request leads to, but which is given values of a renamed type."""
        is_untold = self._meets.bindings.is_untold
        return Receivers(self._program, self._types, self.verdicts, is_untold).members()

    @cached_property
    def _names(self) -> frozenset[str]:
        wrong = {m.name for m, v in self.verdicts.items() if v.standing in _WRONG}
        return frozenset(wrong | legacy_names(self._contract))

    @cached_property
    def _uses(self) -> Mapping[Path, tuple[FieldUse, ...]]:
        found = tuple(self._places())
        notes = OwnNotes(found, self._is_enriched)
        places = tuple(p for p in found if not notes.has(p))
        groups = Groups()
        for place in places:
            if place.claim is Claim.ALL:
                groups.join(group_keys(place))
        ids = {p.node.id: groups.name(group_keys(p), "") for p in places}
        handing = self._meets.mappers.handing
        given = (p for p in places if p.node.id not in handing)
        tried = [p for p in given if not self._is_test(p.module.path)]
        made = {ids[p.node.id] for p in tried if gives_anew(p.module, p.node, ids)}
        by_file: dict[Path, list[WrongName]] = {}
        for place in places:
            by_file.setdefault(place.module.path, []).append(place)
        return {
            path: tuple(self._in_file(found[0].module, found, groups, made))
            for path, found in by_file.items()
        }

    def _is_enriched(self, place: WrongName) -> bool:
        """Whether the client puts the property beside what came, in a copy."""
        if not is_own(place) or not place.is_declared:
            return False
        return any(is_enriched(self._program, self._types, m) for m in place.members)

    def _places(self) -> Iterator[WrongName]:
        named = {(place.node.id, place.span): place for place in self._named()}
        yield from named.values()
        for wire in self._meets.mappers.names():
            # Nothing but the flow says that an untyped value is the contract's.
            if (wire.node.id, Span(wire.node.start_byte, wire.node.end_byte)) not in named:
                yield WrongName(wire.module, wire.node, wire.verdict, Certainty.SUGGESTED, ())

    def _named(self) -> Iterator[WrongName]:
        for name in sorted(self._names):
            for path in self._program.holding(name):
                module = self._program.module(path)
                for node in module.occurrences(name):
                    found = self._place(module, node, name)
                    if found is not None:
                        yield found
                for node, start in on_paths(module, name):
                    found = self._place(module, node, name, start)
                    if found is not None:
                        yield found
                for node, members in self._varied.proven(module, name):
                    resolution = Resolution(members, Certainty.SUGGESTED)
                    found = self._judged_place(module, node, name, resolution, None)
                    if found is not None:
                        yield found
                for it in self._follow.places(module, name):
                    found = self._judged_place(module, it.node, name, it.resolution, it.span)
                    if found is not None:
                        yield found
        touched = self._meets.touched.values()
        for read in unknown_reads(touched, self._contract, self._types):
            yield WrongName(read.module, read.node, read.verdict, Certainty.SUGGESTED, ())

    def _place(
        self, module: Module, node: Node, name: str, start: int | None = None
    ) -> WrongName | None:
        """`start`: where the name begins, if the node is a text with a path on which it stands."""
        if start is None:
            resolution = self._types.symbol_at(module, node)
        else:
            resolution = self._types.on_path(module, node, start)
        part = Span(start, start + len(name.encode())) if start is not None else None
        return self._judged_place(module, node, name, resolution, part)

    def _judged_place(
        self, module: Module, node: Node, name: str, resolution: Resolution, part: Span | None
    ) -> WrongName | None:
        meant = self._meant(resolution.members, node)
        certainty = resolution.certainty
        judged = self._told([it for m in meant for it in self._judged(m, name)])
        renamed = dict(self._renamed(resolution.lacking, name))
        wrong = [v for _, v in judged if v is not None and v.standing in _WRONG]
        if not wrong and not renamed:
            judged, certainty = [], Certainty.SUGGESTED
            renamed = self._carried(meant, name)
        if not wrong and not renamed:
            return None
        claim = Claim.ALL
        if len({v.new_name for v in (*wrong, *renamed.values())}) > 1:
            claim = Claim.NONE
        elif len(wrong) < len(judged):
            claim = Claim.SOME
        members = tuple(m for m, _ in judged)
        if wrong:
            owner, verdict = owner_name(tuple(m for m, v in judged if v in wrong)), wrong[0]
        else:
            owner, verdict = next(iter(renamed.items()))
        return WrongName(module, node, verdict, certainty, members, claim, owner, part)

    def _carried(self, members: tuple[Member, ...], name: str) -> dict[str, Verdict]:
        """The verdicts of what takes, or is put in, a literal that has no type, by their owners."""
        found: dict[str, Verdict] = {}
        finding = ((member, find) for member in members for find in (taking, refilled))
        for type_ in (t for member, find in finding for t in find(member, self._types)):
            taken = self._types.member(type_, name)
            if taken and all({m, *self._stood_for(m)} & {*members} for m in taken):
                continue  # a copy of it
            verdicts = [(owner_name((m,)), self.verdicts.get(m)) for m in taken]
            for owner, verdict in verdicts or self._renamed((type_,), name):
                if verdict is None or verdict.standing is not Standing.LEGACY:
                    return {}
                found[owner] = verdict
        return found

    def _renamed(self, lacking: tuple[Type, ...], name: str) -> Iterator[tuple[str, Verdict]]:
        """The types that have no such property because it is called otherwise in them by now.

        Where another alternative still has one, nothing else says that the place is wrong: in
        JavaScript, or before the compiler runs. A map, as which any object may be typed, has any.
        """
        for type_ in lacking:
            for schema in () if self._is_map(type_) else self._bound.get(type_, ()):
                verdict = judge_name(name, schema)
                if verdict.standing is Standing.LEGACY:
                    yield declared_name(type_), verdict

    def _is_map(self, type_: Type) -> bool:
        holds_any = self._types.values(type_) is not None
        return holds_any and not any(True for _ in self._types.members(type_))

    @cached_property
    def _bound(self) -> Mapping[Type, tuple[Schema, ...]]:
        """The objects of the contract that a type stands for."""
        found: dict[Type, tuple[Schema, ...]] = {}
        for bound in self._meets.bindings.types:
            found[bound.type] = (*found.get(bound.type, ()), bound.schema)
        return found

    def _judged(self, member: Member, name: str) -> list[tuple[Member, Verdict | None]]:
        """The verdict on a member; what only overrides a legacy one goes by it, and with it.

        So does a property of a literal with that which its key stands for.
        """
        own = self._verdict(member, name)
        if own is not None and self._said(member) is None:
            return [(member, own), *((it, own) for it in self._stood_for(member))]
        if own is None:
            for above in self._types.family(member)[1:]:
                found = self._said(above)
                if found is not None and found.standing is Standing.LEGACY:
                    return [(member, found), (above, found)]
        return [(member, own)]

    def _told(
        self, judged: list[tuple[Member, Verdict | None]]
    ) -> list[tuple[Member, Verdict | None]]:
        """What only receives doesn't go along where something else is named as well."""
        if all(self._only_receives(m) for m, _ in judged):
            return judged
        return [(m, None if self._only_receives(m) else v) for m, v in judged]

    def _only_receives(self, member: Member) -> bool:
        """Whether it, or what it overrides, is only given the value of a renamed one."""
        if not self._received or member in self.verdicts:
            return False
        return any(m in self._received for m in self._types.family(member))

    def _meant(self, members: tuple[Member, ...], node: Node) -> tuple[Member, ...]:
        """Of a key of an object literal, the alternatives that have all the literal's keys."""
        pair = node if node.type == SHORTHAND else whole_name(node).parent
        literal = pair.parent if pair is not None else None
        if len(members) < 2 or literal is None or literal.type != "object":
            return members
        keys = keys_of(literal)
        fitting = tuple(
            m
            for m in members
            if m.owner is not None and all(self._types.member(m.owner, key) for key in keys)
        )
        return fitting or members

    def _verdict(self, member: Member, name: str) -> Verdict | None:
        if member.property is not None and isinstance(member.owner, WireType):
            return judge_name(name, self._contract.resolve(member.owner.schema))
        return self._said(member) or self._expected(member)

    def _expected(self, member: Member) -> Verdict | None:
        """The verdict on what a literal's key stands for: `declared || { old: '' }`."""
        found = [self.verdicts.get(m) for m in self._stood_for(member)]
        return found[0] if found and all(found) else None

    def _stood_for(self, member: Member) -> tuple[Member, ...]:
        """The properties that the key of a literal is, which declares one of its own."""
        key = member.name_node
        if member.module is None or key is None or not is_key(key):
            return ()
        meant = self._types.symbol_at(member.module, key).members
        return tuple(m for m in meant if m != member)

    def _said(self, member: Member) -> Verdict | None:
        """What the contract says of it, or of what it is given."""
        return self.verdicts.get(member) or self._received.get(member)

    def _is_wrong(self, member: Member, name: str) -> bool:
        verdict = self._verdict(member, name)
        return verdict is not None and verdict.standing in _WRONG

    def _in_file(
        self,
        module: Module,
        found: list[WrongName],
        groups: Groups,
        made: Collection[str | None],
    ) -> Iterator[FieldUse]:
        places, edits = self._edits(module, found)
        for place in sorted(found, key=lambda f: f.node.start_byte):
            wanted = places.get(place.span)
            written = edits.get(wanted) if wanted and not self._is_twice(place) else None
            fix = fix_of(place, written, groups)
            is_made = groups.name(group_keys(place), "") in made
            is_asked = fix is not None and fix.group is not None
            doubt, unsafe = self._doubt(place, is_made=is_made) if is_asked else (None, False)
            unsafe = unsafe or any(self._is_unsure(m) for m in place.members)
            yield FieldUse(
                path=module.path,
                span=place.span,
                name=place.name,
                owner=place.owner or owner_name(place.members),
                is_declaration=place.is_declared,
                is_written=is_key(place.node),
                verdict=place.verdict,
                fix=doubted(fix) if fix is not None and unsafe else fix,
                doubt=doubt,
                is_shared=place.claim is not Claim.ALL,
            )

    def _edits(
        self, module: Module, found: list[WrongName]
    ) -> tuple[dict[Span, Place], dict[Place, tuple[Edit, ...] | None]]:
        """The places to rename, and how: what is only received may stay while the rest follows."""
        places: dict[Span, Place] = {}
        edits: dict[Place, tuple[Edit, ...] | None] = {}
        for is_received in (False, True):
            chosen = {
                f.span: Place(f.node, f.verdict.new_name, f.part)
                for f in found
                if f.verdict.new_name is not None
                and f.claim is Claim.ALL
                and any(self._only_receives(m) for m in f.members) == is_received
            }
            places.update(chosen)
            edits.update(rename(module, chosen.values(), keep_variables=self._keep_variables))
        return places, edits

    def _is_unsure(self, member: Member) -> bool:
        return member in self._meets.strange or self._only_receives(member)

    def _is_twice(self, place: WrongName) -> bool:
        """Whether a property of the new name stands beside it, in its type or its literal."""
        new, owners = place.verdict.new_name or "", (m.owner for m in place.members)
        if any(o and not isinstance(o, WireType) and self._types.member(o, new) for o in owners):
            return True
        literal = literal_of(place.node) if is_key(place.node) else None
        return literal is not None and new in keys_of(literal)

    def _doubt(self, place: WrongName, *, is_made: bool) -> tuple[Doubt | None, bool]:
        """Where a template may name it, too, and whether the rename isn't safe for that.

        Where the program gives the property no value, all values have the new name at run time:
        a place that only reads the old one gets nothing, whether the rename is made or not.
        """
        name = place.name
        found = [d for d in self._doubts.of(name) if d.concerns(place.members, self._is_apart)]
        real = next((d for d in found if is_made or not d.only_reads), None)
        if real is None and any(is_input(m) for m in place.members):
            real = next(self._doubts.bound(name), None)
        return real or next(iter(found), None), real is not None

    def _is_apart(self, member: Member, company: Company) -> bool:
        """Whether a value of which that is read is none that has the property."""
        verdict = self._verdict(member, member.name)
        return verdict is not None and self._apart.lacks(member, verdict, company)
