"""From the findings of one round to the fixes that can be applied together, and the rest."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fixer.diagnostics import Applicability, Diagnostic, Edit, Fix


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fix, once, with the rules whose findings it repairs; its edits are sorted, no two alike."""

    rules: tuple[str, ...]
    edits: tuple[Edit, ...]

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(dict.fromkeys(edit.path for edit in self.edits))


@dataclass(frozen=True, slots=True)
class Plan:
    """`accepted` proposals don't meet; each of `waiting` overlaps or touches an accepted one."""

    accepted: tuple[Proposal, ...]
    waiting: tuple[Proposal, ...]


def join_groups(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings, each fix of a group replaced by the group's own: all edits, lowest level."""
    findings = tuple(diagnostics)
    members: dict[str, list[Fix]] = defaultdict(list)
    for finding in findings:
        if finding.fix and finding.fix.group is not None:
            members[finding.fix.group].append(finding.fix)
    joined = {group: _join(fixes) for group, fixes in members.items()}
    return tuple(
        replace(finding, fix=replace(joined[finding.fix.group], message=finding.fix.message))
        if finding.fix and finding.fix.group is not None
        else finding
        for finding in findings
    )


def proposals(diagnostics: Iterable[Diagnostic], level: Applicability) -> tuple[Proposal, ...]:
    """The different fixes trusted at least as far as `level`, by (path, start, end, rule)."""
    rules: dict[tuple[Edit, ...], set[str]] = defaultdict(set)
    for finding in diagnostics:
        fix = finding.fix
        if fix and fix.edits and fix.applicability >= max(level, Applicability.UNSAFE):
            rules[_ordered(fix.edits)].add(finding.rule)
    found = (Proposal(tuple(sorted(names)), edits) for edits, names in rules.items())
    return tuple(sorted(found, key=_order))


def plan(candidates: Sequence[Proposal]) -> Plan:
    """First come, first served: a proposal that meets an accepted edit waits.

    Edits meet when they overlap or touch; an edit identical to an accepted one doesn't.
    """
    taken: dict[Path, list[Edit]] = defaultdict(list)
    accepted: list[Proposal] = []
    waiting: list[Proposal] = []
    for candidate in candidates:
        if any(_meets(edit, taken[edit.path]) for edit in candidate.edits):
            waiting.append(candidate)
            continue
        accepted.append(candidate)
        for edit in candidate.edits:
            if edit not in taken[edit.path]:
                insort(taken[edit.path], edit)
    return Plan(tuple(accepted), tuple(waiting))


def _join(fixes: Sequence[Fix]) -> Fix:
    edits = tuple(dict.fromkeys(edit for fix in fixes for edit in fix.edits))
    level = min(fix.applicability for fix in fixes)
    return replace(fixes[0], edits=edits, applicability=level)


def _ordered(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Sorted by place; insertions at one place keep the order in which the rule gave them."""
    return tuple(sorted(dict.fromkeys(edits), key=lambda edit: (edit.path, edit.start, edit.end)))


def _order(proposal: Proposal) -> tuple[Path, int, int, tuple[str, ...], tuple[Edit, ...]]:
    first = proposal.edits[0]
    return first.path, first.start, first.end, proposal.rules, proposal.edits


def _meets(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Only edits of one accepted proposal touch each other, so neighbours suffice in `taken`."""
    at = bisect_left(taken, edit)
    if at < len(taken) and taken[at] == edit:
        return False
    near = taken[max(at - 1, 0) : at + 1]
    return any(other.start <= edit.end and edit.start <= other.end for other in near)
