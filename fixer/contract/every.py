"""A contract → every schema in it."""

from __future__ import annotations

from collections.abc import Iterator

from fixer.contract.model import Contract, Schema


def every_schema(contract: Contract) -> Iterator[Schema]:
    """The named schemas, those of bodies and responses, and all inside them, each once."""
    seen: set[int] = set()
    waiting = list(contract.schemas.values())
    for operation in contract.operations:
        waiting.extend(s for s in (operation.body, operation.response) if s is not None)
    while waiting:
        schema = waiting.pop()
        if id(schema) in seen:
            continue
        seen.add(id(schema))
        yield schema
        waiting.extend(p.schema for p in schema.properties)
        waiting.extend(s for s in (schema.items, schema.values, *schema.variants) if s)
