"""What the contract says of a thing, as the half sentence that a diagnostic's help begins with.

Always the line first, so that a person, or an agent, can go and read it:
`rules/igny8.md:41 says GET /v1/billing/invoices/`.
"""

from __future__ import annotations

from collections.abc import Iterable

from fixer.contract.model import Contract, Kind, Location, Operation, Property, Schema
from fixer.facts.doubts import Doubt

_SCALARS = {
    Kind.STRING: "a string",
    Kind.INTEGER: "an integer",
    Kind.NUMBER: "a number",
    Kind.BOOLEAN: "a boolean",
    Kind.NULL: "null",
    Kind.OBJECT: "an object",
    Kind.ANY: "of a type that is not said",
}
_FORMATS = {
    "date-time": "a date-time string",
    "date": "a date string",
    "time": "a time string",
    "decimal": "a decimal string",
    "uuid": "a UUID string",
    "email": "an e-mail address, a string",
    "uri": "a URI, a string",
    "binary": "a file",
}
_FEW = 12


def says_operation(operation: Operation) -> str:
    """`rules/igny8.md:41 says GET /v1/billing/invoices/`."""
    return f"{_at(operation.location)} says {operation}"


def says_response(contract: Contract, operation: Operation) -> str:
    """`rules/igny8.md:41 says GET /v1/…/ returns an object with "results", "count"`.

    The payload is what is described: the envelope that a client unwraps is left aside.
    """
    payload = contract.payload(operation)
    if payload is None:
        return says_operation(operation)
    where = _at(operation.location, payload.location)
    return f"{where} says {operation} returns {outlined(contract, payload)}"


def says_payload(contract: Contract, payload: Schema, likely: Iterable[Operation] = ()) -> str:
    """`rules/igny8.md:41 says GET /v1/…/ returns …`: the operation of which it is the payload.

    `likely`: the operations to think of first.
    """
    for operation in (*likely, *contract.operations):
        for shape in (contract.payload(operation), operation.response):
            if shape is not None and contract.resolve(shape) == contract.resolve(payload):
                return says_response(contract, operation)
    return says_object(contract, payload)


def says_property(contract: Contract, schema: Schema, prop: Property) -> str:
    """`rules/igny8.md:33 says "total_amount" is a decimal string`; `schema` is what has it."""
    return f"{_named(schema, prop)} is {described(contract, prop.schema)}"


def says_presence(schema: Schema, prop: Property) -> str:
    """`rules/igny8.md:33 says "date_joined" may be absent`, or that it always is there."""
    return f"{_named(schema, prop)} {'is always there' if prop.required else 'may be absent'}"


def says_object(contract: Contract, schema: Schema) -> str:
    """`rules/igny8.md:33 says an object with "id", "name", "slug"`: all that it has."""
    shape = contract.resolve(schema)
    first = shape.properties[0].location if shape.properties else None
    return f"{_at(schema.location, shape.location, first)} says {outlined(contract, shape)}"


def name(prop: Property, schema: Schema, *, instead_of: str) -> str:
    """`rules/igny8.md:50 says "credits", not "balance"`."""
    return f'{_named(schema, prop)}, not "{instead_of}"'


def left_behind(doubt: Doubt) -> str:
    """`src/row.component.html:7 may name it, too: the receiver's type is unknown`."""
    return f"{doubt.where} may name it, too: {doubt.reason}"


def shared(name: str) -> str:
    """What to do where a place may name a renamed property, or another one."""
    return f"another type that is possible here has its own `{name}`: tell the two apart by hand"


def names(schema: Schema) -> str:
    """`rules/igny8.md:33 says "id", "name", "slug"`: all the properties that an object has."""
    first = schema.properties[0].location if schema.properties else None
    return f"{_at(schema.location, first)} says {listed(p.name for p in schema.properties)}"


def _named(schema: Schema, prop: Property) -> str:
    return f'{_at(prop.location, schema.location)} says "{prop.name}"'


def _at(*locations: Location | None) -> str:
    return next((str(found) for found in locations if found is not None), "the contract")


def outlined(contract: Contract, schema: Schema) -> str:
    """A schema in a few words, an object with the names of its properties."""
    shape = contract.resolve(schema)
    if shape.kind is Kind.OBJECT and shape.properties:
        return f"an object with {listed(p.name for p in shape.properties)}"
    return described(contract, shape)


def described(contract: Contract, schema: Schema) -> str:
    """A schema in a few words: `a decimal string`, `an array of integers or null`."""
    shape = contract.resolve(schema)
    words = _described(contract, shape)
    return f"{words} or null" if shape.nullable and shape.kind is not Kind.NULL else words


def _described(contract: Contract, shape: Schema) -> str:
    if shape.enum:
        return f"one of {listed(shape.enum)}"
    if shape.kind is Kind.ARRAY:
        items = contract.resolve(shape.items) if shape.items is not None else None
        return f"an array of {_several(items)}" if items is not None else "an array"
    if shape.kind is Kind.UNION:
        told = dict.fromkeys(described(contract, v) for v in shape.variants)
        return " or ".join(told)
    if shape.kind is Kind.STRING and shape.format in _FORMATS:
        return _FORMATS[shape.format]
    return _SCALARS.get(shape.kind, "of a type that is not said")


def _several(shape: Schema) -> str:
    return "values" if shape.kind in (Kind.ANY, Kind.UNION, Kind.NULL) else f"{shape.kind.value}s"


def listed(things: Iterable[object]) -> str:
    """Names or values as a contract writes them, the first dozen: `"open", "paid", 3, null`."""
    told = [_value(thing) for thing in things]
    rest = len(told) - _FEW
    return ", ".join(told[:_FEW]) + (f" and {rest} more" if rest > 0 else "")


def _value(thing: object) -> str:
    if thing is None:
        return "null"
    if isinstance(thing, bool):
        return str(thing).lower()
    return f'"{thing}"' if isinstance(thing, str) else str(thing)
