"""The words of a request's path as the contract spells them, where servers take any case."""

from __future__ import annotations

from collections.abc import Sequence

from fixer.contract.model import Contract
from fixer.contract.segments import Segment, split


class Spelling:
    """Of a contract that has operations served whatever the case of their paths."""

    def __init__(self, contract: Contract) -> None:
        paths = [operation.path for operation in contract.operations if operation.any_case]
        paths += contract.prefixes if paths else ()
        words = (part for path in paths for part in split(path) if isinstance(part, str))
        self._by_lower = {word.lower(): word for word in words}

    def of(self, path: Sequence[Segment]) -> tuple[Segment, ...]:
        """The path, spelled so."""
        if not self._by_lower:
            return tuple(path)
        return tuple(
            self._by_lower.get(part.lower(), part) if isinstance(part, str) else part
            for part in path
        )
