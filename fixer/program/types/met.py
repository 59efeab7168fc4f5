"""The types that the value of a form meets, as far as the form is followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fixer.program.module import Module
from fixer.program.types.model import Type


@dataclass(frozen=True, slots=True)
class Met:
    """The types that a form's value is `taken` for, and those of what it is `given`.

    `lost`: the scripts whose classes do something with it that isn't followed. `is_afar`: it may
    come from, or go to, any other.
    """

    taken: tuple[Type, ...] = ()
    given: tuple[Type, ...] = ()
    lost: tuple[Module, ...] = ()
    is_afar: bool = False

    @property
    def is_followed(self) -> bool:
        return not self.lost and not self.is_afar


AFAR = Met(is_afar=True)


def together(found: Iterable[Met]) -> Met:
    """What all of these meet."""
    each = tuple(found)
    return Met(
        tuple(type_ for met in each for type_ in met.taken),
        tuple(type_ for met in each for type_ in met.given),
        tuple(module for met in each for module in met.lost),
        any(met.is_afar for met in each),
    )


class LostError(Exception):
    """The form, or its value, goes where it isn't followed; `met` says so, None: in its class."""

    def __init__(self, met: Met | None = None) -> None:
        super().__init__(met)
        self.met = met
