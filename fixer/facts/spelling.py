"""Names of the wire → how code spells them, by the convention that its keys show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Spelling = Callable[[str], str]


def camel(name: str) -> str:
    """`plan_credits_per_month` as `planCreditsPerMonth`; a leading underscore stays."""
    return re.sub(r"(?<=[^_])_+([a-zA-Z0-9])", lambda m: m.group(1).upper(), name)


def snake(name: str) -> str:
    """`planCreditsPerMonth` as `plan_credits_per_month`."""
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()


def lower_camel(name: str) -> str:
    """`FullName`, `full_name` and `full-name` as `fullName`."""
    spelled = camel(name.replace("-", "_"))
    return spelled[:1].lower() + spelled[1:]


def same(name: str) -> str:
    return name


_SPELLINGS: tuple[Spelling, ...] = (camel, lower_camel)


def spelling(wire: str, code: str, beside: Iterable[tuple[str, str]]) -> Spelling | None:
    """How `code` spells the wire's name `wire`; None where it is a name of its own.

    `beside`: other names of the wire with what code calls them, which tell the convention where a
    name is one word and looks the same in any.
    """
    if code != wire:
        return next((s for s in _SPELLINGS if s(wire) == code), None)
    if camel(wire) != wire:
        return same
    others = [(w, c) for w, c in beside if lower_camel(w) != w]
    for each in _SPELLINGS:
        if others and all(each(w) == c for w, c in others):
            return each
    return same
