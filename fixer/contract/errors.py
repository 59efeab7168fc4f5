"""What is wrong with a contract's source, as one line that a person can act on."""

from __future__ import annotations

from fixer.contract.model import Location


class ContractError(Exception):
    """`message` says what is wrong and what to do; `location` where (line 0: the whole file)."""

    def __init__(self, message: str, location: Location) -> None:
        super().__init__(message)
        self.message = message
        self.location = location

    def __str__(self) -> str:
        return f"{self.location}: {self.message}"
