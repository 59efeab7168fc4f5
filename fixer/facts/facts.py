"""What code and contract say about each other in one file: what a rule reads."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fixer.config import Settings
    from fixer.contract.model import Contract
    from fixer.facts.bodies import SentBody
    from fixer.facts.endpoints import JudgedCall
    from fixer.facts.fields import FieldUse
    from fixer.facts.frontend import Frontend
    from fixer.program.module import Module


class Facts:
    """The facts of the file at `path`, each computed when a rule first asks.

    Rules read the properties; `frontend` is for the functions of this room.
    """

    def __init__(self, frontend: Frontend, path: Path) -> None:
        self.frontend = frontend
        self.path = path

    @property
    def contract(self) -> Contract:
        return self.frontend.contract

    @property
    def settings(self) -> Settings:
        return self.frontend.settings

    @property
    def module(self) -> Module:
        return self.frontend.program.module(self.path)

    @cached_property
    def calls(self) -> tuple[JudgedCall, ...]:
        """The requests that this file sends, in source order."""
        return self.frontend.calls_in(self.path)

    @cached_property
    def fields(self) -> tuple[FieldUse, ...]:
        """The places where this file names a property as the contract does not."""
        return self.frontend.fields.uses(self.path)

    @cached_property
    def bodies(self) -> tuple[SentBody, ...]:
        """The object literals that this file's requests send."""
        from fixer.facts.bodies import sent_bodies

        return tuple(sent_bodies(self.calls, self.contract, self.frontend.types))
