"""What the backend offers: the model, and a reader for each source that says it."""

from fixer.contract.errors import ContractError
from fixer.contract.load import load
from fixer.contract.model import Contract

__all__ = ["Contract", "ContractError", "load"]
