"""A contract → the names that its properties had before."""

from __future__ import annotations

from fixer.contract.model import Contract, Schema


def legacy_names(contract: Contract) -> frozenset[str]:
    """Every legacy name of a property anywhere in the contract."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting: list[Schema] = [*contract.schemas.values()]
    for operation in contract.operations:
        waiting.extend(s for s in (operation.body, operation.response) if s is not None)
    while waiting:
        schema = waiting.pop()
        if id(schema) in seen:
            continue
        seen.add(id(schema))
        for prop in schema.properties:
            found.update(prop.legacy_names)
            waiting.append(prop.schema)
        waiting.extend(s for s in (schema.items, schema.values, *schema.variants) if s is not None)
    return frozenset(found)
