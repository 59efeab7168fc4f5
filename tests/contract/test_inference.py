"""A JSON example tells the schema that it is an example of."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.contract import example
from fixer.contract.errors import ContractError
from fixer.contract.inference import infer, merge
from fixer.contract.model import Kind, Schema

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


def schema(text: str) -> Schema:
    return infer(example.parse(text, "x", 1), "x")


@given(JSON)
def test_every_json_document_is_an_example(value: object) -> None:
    inferred = schema(json.dumps(value, indent=1))
    assert (inferred.kind is Kind.OBJECT) == isinstance(value, dict)
    assert (inferred.kind is Kind.ARRAY) == isinstance(value, list)


@given(st.text())
def test_any_text_is_an_example_or_a_contract_error(text: str) -> None:
    with suppress(ContractError):
        schema(text)


@given(JSON)
def test_merging_a_schema_with_itself_changes_nothing(value: object) -> None:
    inferred = schema(json.dumps(value))
    assert merge(inferred, inferred) == inferred


@pytest.mark.parametrize(
    ("text", "kind", "format_"),
    [
        ('"29.00"', Kind.STRING, "decimal"),
        ('"2025-12-05"', Kind.STRING, "date"),
        ('"2025-12-05T10:00:00Z"', Kind.STRING, "date-time"),
        ('"2025-99-05"', Kind.STRING, None),
        ('"0b0c4b1e-9f57-4c43-8c1c-0d1f3f4b8a11"', Kind.STRING, "uuid"),
        ('"a@example.com"', Kind.STRING, "email"),
        ("29.5", Kind.NUMBER, None),
        ("-50", Kind.INTEGER, None),
        ("string", Kind.STRING, None),
    ],
)
def test_a_scalar_tells_its_format(text: str, kind: Kind, format_: str | None) -> None:
    assert schema(text) == Schema(kind, format=format_)


def test_a_member_that_some_elements_lack_is_optional() -> None:
    items = schema('[{"a": 1, "b": 2}, {"a": 1.5}]').items
    assert items is not None
    assert [(p.name, p.required, p.schema.kind) for p in items.properties] == [
        ("a", True, Kind.NUMBER),
        ("b", False, Kind.INTEGER),
    ]


def test_an_ellipsis_or_an_empty_object_may_hold_more() -> None:
    assert schema('{"a": 1, ...}').loose
    assert schema("{}").loose
    assert not schema('{"a": 1}').loose


def test_alternatives_are_an_enum() -> None:
    assert schema('"a" | "b"').enum == ("a", "b")
