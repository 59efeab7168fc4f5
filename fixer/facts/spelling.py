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


_SPELLINGS: tuple[Spelling, ...] = (camel, lower_camel, same)


def convention(pairs: Iterable[tuple[str, str]]) -> Spelling | None:
    """How code spells most names of the wire, by pairs of such a name with what code calls it.

    None where all look the same in any spelling, or are names of the code's own.
    """
    telling = [(wire, code) for wire, code in pairs if lower_camel(wire) != wire]
    fitting = {s: sum(s(wire) == code for wire, code in telling) for s in _SPELLINGS}
    best = max(fitting, key=lambda s: fitting[s])
    return best if fitting[best] else None


def spelling(wire: str, code: str, usual: Spelling) -> Spelling | None:
    """How `code` spells the wire's name `wire`; None where it is a name of its own.

    `usual`: the convention around it, for a name of one word, which looks the same in any.
    """
    if code != wire:
        return next((s for s in _SPELLINGS if s(wire) == code), None)
    return usual if lower_camel(wire) == wire else same
