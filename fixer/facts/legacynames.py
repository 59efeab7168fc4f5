"""A contract → the names that its properties had before."""

from __future__ import annotations

from fixer.contract.every import every_schema
from fixer.contract.model import Contract


def legacy_names(contract: Contract) -> frozenset[str]:
    """Every legacy name of a property anywhere in the contract."""
    properties = (p for schema in every_schema(contract) for p in schema.properties)
    return frozenset(name for prop in properties for name in prop.legacy_names)
