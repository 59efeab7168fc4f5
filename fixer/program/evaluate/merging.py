"""Several objects become one: `Object.assign`, lodash's `merge`, packages that do nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fixer.program.evaluate.values import (
    ClassValue,
    Function,
    Instance,
    Library,
    Member,
    Nothing,
    Record,
    Truth,
    Unknown,
    Value,
    candidates,
    depends_of,
    union,
)

if TYPE_CHECKING:
    from fixer.program.evaluate.evaluator import Evaluator

# Collections of functions that are called alike; what a package of theirs begins with.
COLLECTIONS = ("lodash", "underscore", "es-toolkit", "radash", "remeda")
_PACKAGES = frozenset({"deepmerge", "ts-deepmerge", "deepmerge-ts", "defu", "deep-extend"})
_SHALLOW = frozenset({"assign", "assignIn", "assignWith", "extend"})
_DEEP = frozenset({"merge", "mergeWith", "toMerged", "mergeDeep", "deepmerge"})
# The first that has a property says what it is.
_FILLING = frozenset({"defaults", "defaultsDeep", "defu"})


def by_package(
    ev: Evaluator, target: Library, name: str, arguments: tuple[Value, ...]
) -> Value | None:
    """What a package's function makes of several objects; None: it is none that merges."""
    package, _, inner = target.specifier.removeprefix("@").partition("/")
    if name == "default":
        name = inner.rpartition("/")[2] or package.removeprefix("ts-")
    is_known = package.startswith(COLLECTIONS) or package in _PACKAGES
    if not is_known or name not in _SHALLOW | _DEEP | _FILLING:
        return None
    if name.endswith("With") and arguments:  # what says how is the last
        arguments = arguments[:-1]
    if name in _FILLING:
        arguments = arguments[::-1]
    return merged(ev, arguments, deep=name not in _SHALLOW)


def merged(ev: Evaluator, arguments: tuple[Value, ...], *, deep: bool = False) -> Value:
    """One object with the members of all, the later ones' in place of the earlier's.

    `deep`: of two objects under one name one is made, too.
    """
    members: dict[str, Member] = {}
    rest: Unknown | None = None
    for argument in arguments:
        value = ev.force(argument)
        for candidate in candidates(value):
            if isinstance(candidate, Record):
                for name, member in candidate.members.items():
                    old = members.get(name) if deep else None
                    members[name] = _joined(ev, old, member) if old is not None else member
                rest = either(rest, candidate.rest)
            elif isinstance(candidate, Function | Instance | ClassValue) and not members:
                return candidate
            elif not isinstance(candidate, Nothing):
                rest = either(rest, Unknown("what is merged in", depends_of(candidate)))
    return Record(members, rest)


def spread_into(ev: Evaluator, value: Value, into: dict[str, Member]) -> Unknown | None:
    """Adds the members of what is spread; what else there may be."""
    rest: Unknown | None = None
    options = [c for c in candidates(value) if not isinstance(c, Nothing | Truth)]
    for candidate in options:
        if isinstance(candidate, Record):
            for name, member in candidate.members.items():
                if len(options) > 1 and name in into:
                    both = union([ev.force(into[name].value), ev.force(member.value)])
                    member = Member(both, member.place)
                into[name] = member
            rest = either(rest, candidate.rest)
        else:
            found = candidate if isinstance(candidate, Unknown) else Unknown("a spread value")
            rest = either(rest, found)
    return rest


def either(one: Unknown | None, other: Unknown | None) -> Unknown | None:
    """What else an object may have that is made of two: the later's, by what decides any of it."""
    if one is None or other is None:
        return other or one
    return replace(other, depends=one.depends | other.depends)


def _joined(ev: Evaluator, old: Member, new: Member) -> Member:
    """Two values of a name: objects become one, of others the later counts, if there is any."""
    earlier, later = ev.force(old.value), ev.force(new.value)
    if isinstance(later, Nothing):
        return old
    if isinstance(earlier, Record) and isinstance(later, Record):
        return Member(merged(ev, (earlier, later), deep=True), new.place)
    return new
