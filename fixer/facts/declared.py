"""What is wrong about the members that stand for the contract's properties, by file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from fixer.contract.model import Contract
from fixer.facts.enums import EnumFinding, Enums
from fixer.facts.envelopes import Envelopes
from fixer.facts.fields import Fields
from fixer.facts.judged import JudgedCall
from fixer.facts.layers import LayerFinding
from fixer.facts.meets import Meets
from fixer.facts.missing import MissingField, missing_fields
from fixer.facts.mistyped import Mistyped, MistypedFinding
from fixer.facts.optional import OptionalFinding, Optionals
from fixer.program.program import Program
from fixer.program.types import Types


class Declared:
    """The findings on declared members, each kind computed over the program when first asked."""

    def __init__(
        self,
        program: Program,
        contract: Contract,
        types: Types,
        calls: tuple[JudgedCall, ...],
        meets: Meets,
        fields: Fields,
    ) -> None:
        self._program = program
        self._contract = contract
        self._types = types
        self._calls = calls
        self._meets = meets
        self._bindings = meets.bindings
        self._fields = fields

    @cached_property
    def missing(self) -> Mapping[Path, tuple[MissingField, ...]]:
        """Properties that no member declares."""
        verdicts = self._fields.verdicts
        return missing_fields(self._program, self._contract, self._types, self._bindings, verdicts)

    @cached_property
    def mistyped(self) -> Mapping[Path, tuple[MistypedFinding, ...]]:
        """Members with a type that the wire can't have."""
        return Mistyped(self._program, self._contract, self._types, self._bindings).findings()

    @cached_property
    def optional(self) -> Mapping[Path, tuple[OptionalFinding, ...]]:
        """Members that may be absent, declared or used as if not."""
        return Optionals(self._program, self._types, self._bindings).findings()

    @cached_property
    def enums(self) -> Mapping[Path, tuple[EnumFinding, ...]]:
        """Literals that an enum of the contract doesn't have, or that a type of literals lacks."""
        return Enums(self._program, self._contract, self._types, self._bindings).findings()

    @cached_property
    def layers(self) -> Mapping[Path, tuple[LayerFinding, ...]]:
        """Layers around payloads that types have and the wire hasn't, or the other way round."""
        found = Envelopes(self._program, self._contract, self._types, self._meets, self._calls)
        return found.findings()
