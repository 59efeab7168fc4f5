"""A place that names a property wrongly: what it names, and what is known of it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from enum import Enum

from tree_sitter import Node

from fixer.diagnostics import Applicability, Edit, Fix, Span
from fixer.facts.bindings import Direction
from fixer.facts.giving import is_assigned, is_key, is_model
from fixer.facts.groups import Groups
from fixer.facts.verdicts import Standing, Verdict
from fixer.program.module import Module
from fixer.program.syntax import whole_name
from fixer.program.types.model import Certainty, Member
from fixer.program.types.tables import name_text


class Claim(Enum):
    """How many of the properties that a place names have the place follow them.

    SOME: another alternative of the value keeps the name. NONE: they go by different names now.
    A person has to tell them apart; until then the place compiles as little as it works.
    """

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class WrongName:
    """`part`: what of the node is the name, where that is a path (`'owner.name'`)."""

    module: Module
    node: Node
    verdict: Verdict
    certainty: Certainty
    members: tuple[Member, ...]
    claim: Claim = Claim.ALL
    owner: str = ""
    part: Span | None = None

    @property
    def span(self) -> Span:
        return self.part or Span(self.node.start_byte, self.node.end_byte)

    @property
    def name(self) -> str:
        if self.part is None:
            return name_text(whole_name(self.node)) or ""
        return self.module.data[self.part.start : self.part.end].decode("utf-8", "replace")

    @property
    def is_declared(self) -> bool:
        """Whether it is where one of its properties is declared."""
        return any(m.name_node == whole_name(self.node) for m in self.members)


def fills(place: WrongName) -> bool:
    """Whether the client itself gives a value to a property that the backend never sends.

    It resembles nothing of the contract: the client's own note on a record, assigned to it or,
    where it is optional, a key of a literal.
    """
    if not is_own(place) or not place.members:
        return False
    is_optional = all(m.optional for m in place.members)
    if is_assigned(place.node) or is_model(place.module, place.node):
        return True
    return is_optional and is_key(place.node)


def is_own(place: WrongName) -> bool:
    """Whether it resembles nothing of the response that it is asked of."""
    verdict = place.verdict
    is_unknown = verdict.standing is Standing.UNKNOWN and verdict.target is None
    return is_unknown and verdict.direction is Direction.RESPONSE


def named_of(place: WrongName) -> tuple[str, Hashable]:
    """A name, and the object of the contract that was asked for it."""
    schema = place.verdict.schema
    return place.name, schema.name or schema


def is_set(place: WrongName) -> bool:
    """Whether it is set on a value of which only the flow says that it is the contract's."""
    is_unknown = place.verdict.standing is Standing.UNKNOWN
    return not place.members and is_unknown and is_assigned(place.node)


def fix_of(place: WrongName, edits: tuple[Edit, ...] | None, groups: Groups) -> Fix | None:
    """A place that only the flow suggests is a fix of its own: the others don't need it."""
    target = place.verdict.target
    if target is None or place.claim is not Claim.ALL:
        return None
    group = groups.name(group_keys(place), target.name)
    message = f"Rename to `{place.verdict.new_name}`"
    if edits is None:
        # A place that must follow but can't be rewritten keeps the others from being renamed.
        return Fix(message, (), Applicability.DISPLAY, group) if group else None
    is_sure = place.verdict.standing is Standing.LEGACY and place.certainty is Certainty.PROVEN
    level = Applicability.SAFE if is_sure else Applicability.UNSAFE
    return Fix(message, edits, level, group)


def doubted(fix: Fix) -> Fix:
    return replace(fix, applicability=min(fix.applicability, Applicability.UNSAFE))


def group_keys(place: WrongName) -> tuple[str, ...]:
    """The declarations that a place must be renamed with; none where they are only suggested."""
    if place.certainty is not Certainty.PROVEN:
        return ()
    return tuple(
        f"{m.module.path}:{m.name_node.start_byte}"
        for m in place.members
        if m.module is not None and m.name_node is not None
    )
