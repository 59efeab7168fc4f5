"""What code and contract say about each other in one file: what a rule reads."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fixer.config import Settings
    from fixer.contract.model import Contract
    from fixer.facts.bodies import SentBody
    from fixer.facts.clientfunctions import ClientFunctions
    from fixer.facts.enums import EnumFinding
    from fixer.facts.fields import FieldUse
    from fixer.facts.frontend import Frontend
    from fixer.facts.judged import JudgedCall
    from fixer.facts.layers import LayerFinding
    from fixer.facts.missing import MissingField
    from fixer.facts.mistyped import MistypedFinding
    from fixer.facts.optional import OptionalFinding
    from fixer.facts.pagelists import MissingFunction, UnreadField, UnusedFunction
    from fixer.facts.pages import Pages
    from fixer.facts.placeholders import Placeholders
    from fixer.facts.queries import UnknownParam
    from fixer.facts.refuted import Refuted
    from fixer.facts.replacements import Replacements
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

    @property
    def is_test(self) -> bool:
        """Whether only what a fix must change along is of interest in this file."""
        return not self.frontend.is_checked(self.path)

    @cached_property
    def calls(self) -> tuple[JudgedCall, ...]:
        """The requests that this file makes, links and the like too, in source order."""
        return self.frontend.calls_in(self.path)

    @property
    def requests(self) -> tuple[JudgedCall, ...]:
        """The requests that this file's clients send, in source order."""
        return self.frontend.requests_in(self.path)

    @property
    def refuted(self) -> tuple[Refuted, ...]:
        """The requests of this file that the contract doesn't have."""
        return self.frontend.refutations.of(self.path)

    @property
    def query(self) -> tuple[UnknownParam, ...]:
        """The query parameters of this file's requests that their operations don't take."""
        return self.frontend.unknown_params.get(self.path, ())

    @cached_property
    def fields(self) -> tuple[FieldUse, ...]:
        """The places where this file names a property as the contract does not."""
        return self.frontend.fields.uses(self.path)

    @cached_property
    def bodies(self) -> tuple[SentBody, ...]:
        """The object literals that this file's requests send."""
        from fixer.facts.bodies import sent_bodies

        return tuple(sent_bodies(self.requests, self.contract, self.frontend.types))

    @property
    def missing_fields(self) -> tuple[MissingField, ...]:
        """Properties of the contract that this file's types don't declare."""
        return self.frontend.declared.missing.get(self.path, ())

    @property
    def mistyped_fields(self) -> tuple[MistypedFinding, ...]:
        """Properties that this file declares, or uses, with a type that they don't have."""
        return self.frontend.declared.mistyped.get(self.path, ())

    @property
    def optional_fields(self) -> tuple[OptionalFinding, ...]:
        """Properties that this file declares, or uses, as if they were always there."""
        return self.frontend.declared.optional.get(self.path, ())

    @property
    def enum_values(self) -> tuple[EnumFinding, ...]:
        """Literals here that an enum of the contract lacks, or that a type of literals lacks."""
        return self.frontend.declared.enums.get(self.path, ())

    @property
    def layers(self) -> tuple[LayerFinding, ...]:
        """Layers around a payload that this file has, or lacks, where the wire hasn't, or has."""
        return self.frontend.declared.layers.get(self.path, ())

    @property
    def pages(self) -> Pages:
        """The contract's pages in this frontend."""
        return self.frontend.pages

    @property
    def client_functions(self) -> ClientFunctions:
        """The frontend's own functions for the contract's operations."""
        return self.frontend.client_functions

    @cached_property
    def placeholders(self) -> Placeholders:
        """What is fake in this file."""
        from fixer.facts.placeholders import NOTHING, placeholders

        frontend = self.frontend
        if self.path not in frontend.suspects:
            return NOTHING
        return placeholders(
            self.module, frontend.program, frontend.shapes, frontend.patterns, frontend.gates
        )

    @cached_property
    def replacements(self) -> Replacements:
        """The fixes for what is fake in this file."""
        from fixer.facts.replacements import Replacements

        frontend = self.frontend
        return Replacements(
            self.module,
            frontend.program,
            frontend.contract,
            frontend.client_functions,
            frontend.pages,
            self.placeholders,
            frontend.patterns,
        )

    @cached_property
    def missing_functions(self) -> tuple[MissingFunction, ...]:
        """Functions on the pages' lists that nothing exports and that belong in this file."""
        from fixer.facts.pagelists import missing_functions

        return tuple(missing_functions(self.frontend, self.path))

    @cached_property
    def unused_functions(self) -> tuple[UnusedFunction, ...]:
        """Functions on this page's list that it doesn't use."""
        from fixer.facts.pagelists import unused_functions

        return tuple(unused_functions(self.frontend, self.path))

    @cached_property
    def unread_fields(self) -> tuple[UnreadField, ...]:
        """Fields on this page's list that it doesn't read."""
        from fixer.facts.pagelists import unread_fields

        return tuple(unread_fields(self.frontend, self.path))
