"""What the contract answers about itself."""

from __future__ import annotations

import pytest

from fixer.contract.model import ANY, Contract, Kind, Operation, Property, Schema


@pytest.mark.parametrize(
    ("names", "is_wrapped"),
    [
        (("success", "data"), True),
        (("data",), True),
        (("data", "meta", "errors"), True),
        (("success", "data", "cursor"), True),
        # A payload with a `data` of its own.
        (("id", "data"), False),
        (("results", "count"), False),
    ],
)
def test_the_payload_is_what_the_envelope_holds(names: tuple[str, ...], is_wrapped: bool) -> None:
    inner = Schema(Kind.STRING)
    body = Schema(
        Kind.OBJECT,
        properties=tuple(Property(n, inner if n == "data" else ANY) for n in names),
    )
    operation = Operation("GET", "/x", response=body)
    contract = Contract("api", (operation,), envelope="data")
    assert contract.payload(operation) == (inner if is_wrapped else body)


def test_a_circle_of_references_is_anything() -> None:
    circle = Schema(Kind.REF, name="A")
    assert Contract("api", schemas={"A": circle}).resolve(circle) == ANY
