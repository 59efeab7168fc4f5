"""Every place that names a property wrongly, over the whole program, with the edits to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tree_sitter import Node

from fixer.contract.model import Contract, Schema
from fixer.diagnostics import Applicability, Edit, Fix, Span
from fixer.facts.groups import Groups
from fixer.facts.meets import Meets
from fixer.facts.verdicts import Standing, Verdict, judge_member, judge_name
from fixer.facts.wirereads import unknown_reads
from fixer.program.module import Module
from fixer.program.program import Program
from fixer.program.types import Types
from fixer.program.types.model import Certainty, Member, WireType
from fixer.rewrite.rename import Place, rename

_WRONG = frozenset({Standing.LEGACY, Standing.UNKNOWN})


@dataclass(frozen=True, slots=True)
class FieldUse:
    """A place that names a property which the contract calls otherwise, or doesn't know.

    `owner` names the type or the value that it is a property of. `fix`: None where no name is
    plausible or the place can't be rewritten.
    """

    path: Path
    span: Span
    name: str
    owner: str
    is_declaration: bool
    verdict: Verdict
    fix: Fix | None


@dataclass(frozen=True, slots=True)
class _Found:
    module: Module
    node: Node
    verdict: Verdict
    certainty: Certainty
    members: tuple[Member, ...]
    conflict: bool = False


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
    ) -> None:
        self._program = program
        self._contract = contract
        self._types = types
        self._meets = meets
        self._keep_variables = keep_variables

    def uses(self, path: Path) -> tuple[FieldUse, ...]:
        """The wrong names of one file, in source order."""
        return self._uses.get(path, ())

    @cached_property
    def verdicts(self) -> Mapping[Member, Verdict]:
        """The verdict on each declared member that met the contract."""
        found = (
            (m, judge_member(m, self._meets.bindings, self._types))
            for m in self._meets.bindings.members
        )
        return {member: verdict for member, verdict in found if verdict is not None}

    @cached_property
    def _names(self) -> frozenset[str]:
        wrong = {m.name for m, v in self.verdicts.items() if v.standing in _WRONG}
        return frozenset(wrong | legacy_names(self._contract))

    @cached_property
    def _uses(self) -> Mapping[Path, tuple[FieldUse, ...]]:
        places = tuple(self._places())
        groups = Groups()
        for place in places:
            groups.join(_keys(place))
        by_file: dict[Path, list[_Found]] = {}
        for place in places:
            by_file.setdefault(place.module.path, []).append(place)
        return {
            path: tuple(self._in_file(found[0].module, found, groups))
            for path, found in by_file.items()
        }

    def _places(self) -> Iterator[_Found]:
        for name in sorted(self._names):
            for path in self._program.holding(name):
                module = self._program.module(path)
                for node in module.occurrences(name):
                    found = self._place(module, node, name)
                    if found is not None:
                        yield found
        touched = self._meets.touched.values()
        for read in unknown_reads(touched, self._contract, self._types):
            yield _Found(read.module, read.node, read.verdict, Certainty.SUGGESTED, ())

    def _place(self, module: Module, node: Node, name: str) -> _Found | None:
        resolution = self._types.symbol_at(module, node)
        judged = [(m, self._verdict(m, name)) for m in resolution.members]
        wrong = [v for _, v in judged if v is not None and v.standing in _WRONG]
        if not wrong:
            return None
        targets = {v.target.name if v and v.target else None for _, v in judged}
        conflict = len(targets) > 1 or len(wrong) < len(judged)
        return _Found(module, node, wrong[0], resolution.certainty, resolution.members, conflict)

    def _verdict(self, member: Member, name: str) -> Verdict | None:
        if member.property is not None and isinstance(member.owner, WireType):
            return judge_name(name, self._contract.resolve(member.owner.schema))
        return self.verdicts.get(member)

    def _in_file(self, module: Module, found: list[_Found], groups: Groups) -> Iterator[FieldUse]:
        places = {
            f.node.id: Place(f.node, f.verdict.target.name)
            for f in found
            if f.verdict.target is not None and not f.conflict
        }
        edits = rename(module, places.values(), keep_variables=self._keep_variables)
        for place in sorted(found, key=lambda f: f.node.start_byte):
            wanted = places.get(place.node.id)
            yield FieldUse(
                path=module.path,
                span=Span(place.node.start_byte, place.node.end_byte),
                name=module_text(place.node),
                owner=owner_name(place.members),
                is_declaration=any(m.name_node == place.node for m in place.members),
                verdict=place.verdict,
                fix=_fix(place, edits.get(wanted) if wanted else None, groups),
            )


def _fix(place: _Found, edits: tuple[Edit, ...] | None, groups: Groups) -> Fix | None:
    target = place.verdict.target
    if target is None:
        return None
    group = groups.name(_keys(place), target.name)
    message = f"Rename to `{target.name}`"
    if edits is None:
        # A place that must follow but can't be rewritten keeps the others from being renamed.
        return Fix(message, (), Applicability.DISPLAY, group) if group else None
    is_sure = place.verdict.standing is Standing.LEGACY and place.certainty is Certainty.PROVEN
    level = Applicability.SAFE if is_sure else Applicability.UNSAFE
    return Fix(message, edits, level, group)


def _keys(place: _Found) -> tuple[str, ...]:
    """The declarations that a place must be renamed with."""
    return tuple(
        f"{m.module.path}:{m.name_node.start_byte}"
        for m in place.members
        if m.module is not None and m.name_node is not None
    )


def owner_name(members: tuple[Member, ...]) -> str:
    """What to call the thing that has these members: `CreditBalance`, or the response."""
    for member in members:
        node = member.node
        while node is not None:
            name = node.child_by_field_name("name")
            if name is not None and name.type == "type_identifier":
                return module_text(name)
            node = node.parent
    return "the response"


def module_text(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace").strip("'\"`")


def legacy_names(contract: Contract) -> frozenset[str]:
    """Every legacy name of a property anywhere in the contract."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting: list[Schema] = [*contract.schemas.values()]
    for operation in contract.operations:
        waiting.extend(s for s in (operation.body, operation.response) if s is not None)
    while waiting:
        schema = waiting.pop()
        if id(schema) in seen:
            continue
        seen.add(id(schema))
        for prop in schema.properties:
            found.update(prop.legacy_names)
            waiting.append(prop.schema)
        waiting.extend(s for s in (schema.items, schema.values, *schema.variants) if s is not None)
    return frozenset(found)
