"""The bodies that writing requests are tried with: what the contract asks for, and no more."""

from __future__ import annotations

from fixer.contract.model import Contract, Kind, Schema

_DEEPEST = 6
_TEXTS = {
    "email": "fixer-probe@example.com",
    "date": "2025-01-31",
    "date-time": "2025-01-31T12:00:00Z",
    "time": "12:00:00",
    "decimal": "1.00",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "uri": "https://example.com/",
    "slug": "fixer-probe",
}


def sample(contract: Contract, schema: Schema, depth: int = 0) -> object:
    """A value of the schema, of an object the required properties only."""
    shape = contract.resolve(schema)
    if shape.enum:
        return shape.enum[0]
    if depth > _DEEPEST:
        return None
    if shape.kind is Kind.OBJECT:
        wanted = [p for p in shape.properties if p.required and not p.read_only]
        return {p.name: sample(contract, p.schema, depth + 1) for p in wanted}
    if shape.kind is Kind.ARRAY:
        return []
    if shape.kind is Kind.UNION and shape.variants:
        return sample(contract, shape.variants[0], depth + 1)
    if shape.kind is Kind.STRING:
        return _TEXTS.get(shape.format or "", "fixer probe")
    simple: dict[Kind, object] = {Kind.INTEGER: 1, Kind.NUMBER: 1.0, Kind.BOOLEAN: True}
    return simple.get(shape.kind)


def unchanged(contract: Contract, schema: Schema, current: object) -> dict[str, object] | None:
    """The values that an object has now, of the properties that a request may send.

    None where the current object lacks one that the request must have.
    """
    shape = contract.resolve(schema)
    if not isinstance(current, dict) or shape.kind is not Kind.OBJECT:
        return None
    if contract.envelope and contract.envelope in current and "success" in current:
        inner = current[contract.envelope]
        current = inner if isinstance(inner, dict) else {}
    allowed = [p for p in shape.properties if not p.read_only]
    if any(p.required and p.name not in current for p in allowed):
        return None
    return {p.name: current[p.name] for p in allowed if p.name in current} or None
