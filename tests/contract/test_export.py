"""An exported contract is valid OpenAPI and reads back as the same contract."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st
from openapi_spec_validator import validate

from fixer.contract.load import load
from fixer.contract.model import (
    ANY,
    ChecklistItem,
    Contract,
    In,
    Kind,
    LegacyRoute,
    Operation,
    Page,
    PageField,
    PageUse,
    Parameter,
    Property,
    Schema,
)
from fixer.contract.openapi import read_openapi
from fixer.contract.openapi.writer import export

ROOT = Path(__file__).parents[2]
NAMES = st.from_regex(r"[a-z_]{1,6}", fullmatch=True)
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)

SCALARS = st.builds(
    Schema,
    st.sampled_from([Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN]),
    nullable=st.booleans(),
    format=st.none() | st.sampled_from(["date", "uuid", "decimal"]),
) | st.builds(
    lambda values, nullable: Schema(Kind.STRING, enum=tuple(values), nullable=nullable),
    st.lists(TEXT, min_size=1, max_size=3, unique=True),
    st.booleans(),
)
LEAVES = (
    SCALARS
    | st.just(ANY)
    | st.just(Schema(Kind.ANY, nullable=True))
    | st.builds(Schema, st.just(Kind.REF), name=st.just("Named"), nullable=st.booleans())
    | st.just(Schema(Kind.OBJECT, loose=True))
)


def properties(schemas: st.SearchStrategy[Schema]) -> st.SearchStrategy[Property]:
    return st.builds(
        Property,
        NAMES,
        schemas,
        required=st.booleans(),
        legacy_names=st.lists(NAMES, max_size=2).map(tuple),
        read_only=st.booleans(),
        write_only=st.booleans(),
        deprecated=st.booleans(),
        is_new=st.booleans(),
        has_default=st.booleans(),
        aliases=st.lists(NAMES, max_size=2).map(tuple),
    )


def containers(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    return st.builds(Schema, st.just(Kind.ARRAY), items=inner, nullable=st.booleans()) | st.builds(
        Schema,
        st.just(Kind.OBJECT),
        properties=st.lists(properties(inner), max_size=3, unique_by=lambda p: p.name).map(tuple),
        nullable=st.booleans(),
        loose=st.booleans(),
        values=st.none() | inner,
    )


SCHEMAS = st.recursive(LEAVES, containers, max_leaves=6)
OPERATIONS = st.builds(
    Operation,
    st.sampled_from(["GET", "POST", "PATCH"]),
    st.sampled_from(["/a/", "/b/{id}", "/c"]),
    function=st.none() | NAMES,
    summary=TEXT,
    body=st.none() | SCHEMAS,
    response=st.none() | SCHEMAS,
    legacy=st.just(()) | st.just((LegacyRoute(None, "/old"), LegacyRoute("PUT", "/older/"))),
    query_closed=st.booleans(),
    deprecated=st.booleans(),
    any_slash=st.booleans(),
)


def with_parameters(operation: Operation, query: list[Parameter]) -> Operation:
    holes = [Parameter("id", In.PATH, required=True)] if "{" in operation.path else []
    return Operation(
        operation.method,
        operation.path,
        operation.function,
        operation.summary,
        (*holes, *query),
        operation.body,
        operation.response,
        operation.legacy,
        operation.query_closed,
        operation.deprecated,
        operation.any_slash,
    )


CONTRACTS = st.builds(
    Contract,
    st.just("api.yaml"),
    st.lists(
        st.builds(
            with_parameters,
            OPERATIONS,
            st.lists(
                st.builds(Parameter, NAMES, st.just(In.QUERY), SCALARS, st.booleans()),
                max_size=2,
                unique_by=lambda p: p.name,
            ),
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda op: op.path,
    ).map(tuple),
    schemas=st.builds(
        lambda named: {"Named": Schema(Kind.OBJECT, properties=named, name="Named")},
        st.lists(properties(SCALARS), max_size=2, unique_by=lambda p: p.name).map(tuple),
    ),
    pages=st.just(
        (Page("P", (PageUse("f", "GET", "/c"),), (PageField("x", "y.z", ("o",), ("m",), True),)),)
    ),
    checklist=st.builds(
        ChecklistItem, TEXT.filter(bool), st.lists(NAMES, max_size=2).map(tuple)
    ).map(lambda item: (item,)),
    envelope=st.none() | NAMES,
    envelope_client=st.none() | NAMES,
    prefixes=st.sampled_from([("",), ("/api",), ("/api", "")]),
    title=TEXT,
    version=TEXT,
)


@given(CONTRACTS)
def test_reading_back_gives_the_same_contract(contract: Contract) -> None:
    assert read_openapi(export(contract), "api.yaml") == contract


def test_igny8_is_valid_openapi_and_reads_back() -> None:
    contract = load(ROOT / "rules/igny8.md")
    written = export(contract)
    validate(yaml.safe_load(written))
    assert read_openapi(written, contract.source) == contract
