"""What changed between two versions, and which old names the new ones had."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.contract.changes import Change, diff, merge, renames
from fixer.contract.model import (
    Contract,
    In,
    Kind,
    LegacyRoute,
    Operation,
    Parameter,
    Property,
    Schema,
)
from fixer.contract.openapi import read_openapi

TYPES = {
    "int": Schema(Kind.INTEGER),
    "str": Schema(Kind.STRING),
    "date": Schema(Kind.STRING, format="date"),
    "ab": Schema(Kind.STRING, enum=("a", "b")),
    "bc": Schema(Kind.STRING, enum=("b", "c")),
    "ref": Schema(Kind.REF, name="Thing"),
}


def shape(written: str) -> Schema:
    """`id:int name:str? note:str|null` as an object."""
    properties = []
    for part in written.split():
        name, kind = part.split(":")
        optional, kind = kind.endswith("?"), kind.rstrip("?")
        nullable, kind = kind.endswith("|null"), kind.removesuffix("|null")
        base = TYPES[kind]
        schema = Schema(base.kind, format=base.format, enum=base.enum, nullable=nullable)
        schema = base if kind == "ref" else schema
        properties.append(Property(name, schema, required=not optional))
    return Schema(Kind.OBJECT, properties=tuple(properties))


def api(*operations: Operation, **schemas: str) -> Contract:
    named = {
        name: Schema(Kind.OBJECT, properties=shape(text).properties, name=name)
        for name, text in schemas.items()
    }
    return Contract("api", operations, schemas=named)


def get(returns: str) -> Contract:
    return api(Operation("GET", "/x", response=shape(returns)))


def told(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.id, change.message) for change in changes]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a:int", "a:str", ("response-property-type-changed", "a changed from integer to string")),
        ("a:int", "a:int?", ("response-property-became-optional", "a became optional")),
        ("a:int?", "a:int", ("response-property-became-required", "a became required")),
        ("a:int", "a:int|null", ("response-property-became-nullable", "a became nullable")),
        ("a:int b:int", "a:int", ("response-required-property-removed", "b was removed")),
        ("a:int b:int?", "a:int", ("response-optional-property-removed", "b was removed")),
        ("a:int", "a:int b:int", ("response-required-property-added", "b was added")),
    ],
)
def test_a_response(old: str, new: str, expected: tuple[str, str]) -> None:
    assert told(diff(get(old), get(new))) == [expected]


def test_an_enum_gains_and_loses_values() -> None:
    assert told(diff(get("a:ab"), get("a:bc"))) == [
        ("response-property-enum-value-removed", "a can no longer be 'a'"),
        ("response-property-enum-value-added", "a can be 'c' now"),
    ]


def test_a_request_has_its_own_words() -> None:
    old = api(Operation("POST", "/x", body=shape("a:int b:int")))
    new = api(Operation("POST", "/x", body=shape("a:int zebra:date")))
    assert told(diff(old, new)) == [
        ("request-property-removed", "b was removed"),
        ("new-required-request-property", "zebra was added"),
    ]


def test_a_query_parameter() -> None:
    page = Parameter("page", In.QUERY, Schema(Kind.INTEGER))
    old, new = api(Operation("GET", "/x", parameters=(page,))), api(Operation("GET", "/x"))
    assert told(diff(old, new)) == [
        ("request-parameter-removed", "query parameter page was removed")
    ]
    assert told(diff(new, old)) == [
        ("new-optional-request-parameter", "query parameter page was added")
    ]


def test_a_change_in_a_named_schema_is_told_once() -> None:
    ref = Schema(Kind.REF, name="Thing")
    operations = [Operation("GET", f"/{n}", response=ref) for n in "abc"]
    changes = diff(api(*operations, Thing="a:int"), api(*operations, Thing="a:str"))
    assert [change.where for change in changes] == ["schema Thing"]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("id:int user_name:str", "id:int username:str", [("user_name", "username")]),
        ("id:int created:date", "id:int created_at:date", [("created", "created_at")]),
        ("id:int userName:str", "id:int user_name:str", [("userName", "user_name")]),
        # Another type is another thing.
        ("id:int total:str", "id:int totals:int", []),
        # No likeness of names is no rename, wherever it stands.
        ("id:int color:str", "id:int owner:str", []),
        # Two that could be it: none is taken.
        ("id:int name:str", "id:int name_de:str name_en:str", []),
    ],
)
def test_a_rename_is_accepted_where_nothing_else_is_plausible(
    old: str, new: str, pairs: list[tuple[str, str]]
) -> None:
    found = [c.rename for c in diff(get(old), get(new)) if c.rename and c.rename.accepted]
    assert [(r.old, r.new) for r in found] == pairs


def test_a_rename_beyond_doubt_in_one_shape_settles_it_in_the_others() -> None:
    alone, among = "number_of_voters:int", "number_of_seats:int number_of_voters:int"
    clear, unclear = "number_of_electors:int", "seat_count:int number_of_electors:int"
    old = [Operation("GET", p, response=shape(s)) for p, s in (("/a", alone), ("/b", among))]
    new = [Operation("GET", p, response=shape(s)) for p, s in (("/a", clear), ("/b", unclear))]
    assert renames(diff(api(old[1]), api(new[1]))) == ()
    together = renames(diff(api(*old), api(*new)))
    assert [(r.old, r.new) for r in together] == [("number_of_voters", "number_of_electors")] * 2


def test_a_stated_rename_is_accepted_whatever_it_looks_like() -> None:
    credits = Property("credits", TYPES["int"], legacy_names=("balance",))
    new = api(Operation("GET", "/x", response=Schema(Kind.OBJECT, properties=(credits,))))
    changes = diff(get("balance:int"), new)
    assert told(changes) == [
        ("response-property-renamed", "balance was renamed to credits (stated)")
    ]


def test_a_path_moves_with_its_shape() -> None:
    old = api(Operation("GET", "/v1/invoice/{id}", response=shape("id:int sum:str due:date")))
    new = api(Operation("GET", "/v1/invoices/{pk}", response=shape("id:int sum:str due:date")))
    assert [c.id for c in diff(old, new)] == ["api-path-renamed"]
    assert merge(new, old).operations[0].legacy == (LegacyRoute("GET", "/v1/invoice/{id}"),)


def test_a_path_that_returns_another_thing_has_not_moved() -> None:
    old = api(Operation("GET", "/v1/a", response=shape("id:int sum:str due:date")))
    new = api(Operation("GET", "/v1/b", response=shape("x:int y:str z:date")))
    assert [c.id for c in diff(old, new)] == ["api-removed-without-deprecation", "endpoint-added"]


def test_merging_gives_the_new_contract_the_old_names() -> None:
    old = read_openapi(SPEC.replace("NAME", "user_name").replace("TAG", "label"), "old.yaml")
    new = read_openapi(SPEC.replace("NAME", "username").replace("TAG", "labels"), "new.yaml")
    both = merge(new, old)
    user = both.schemas["User"].property("username")
    response = both.operations[0].response
    assert user is not None
    assert user.legacy_names == ("user_name",)
    assert response is not None
    assert response.items is not None
    assert response.items.properties[1].legacy_names == ("label",)
    assert len(renames(diff(old, new))) == 2
    assert diff(new, both) == ()


SPEC = """\
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /users:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: array
                items:
                  properties:
                    user: {$ref: "#/components/schemas/User"}
                    TAG: {type: string}
    post:
      requestBody:
        content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}
      responses: {}
components:
  schemas:
    User:
      type: object
      properties:
        # what people log in with
        NAME:
          type: string
        id: {type: integer}
"""

NAMES = st.sampled_from(["a", "b", "name", "names", "user_name", "id"])
SHAPES = st.dictionaries(NAMES, st.sampled_from(sorted(set(TYPES) - {"ref"})), max_size=5).map(
    lambda fields: shape(" ".join(f"{name}:{kind}" for name, kind in fields.items()))
)
CONTRACTS = st.dictionaries(
    st.sampled_from(["/a", "/a/{id}", "/as", "/b/{id}"]), SHAPES, max_size=4
).map(
    lambda paths: Contract("api", tuple(Operation("GET", p, response=s) for p, s in paths.items()))
)


@given(CONTRACTS)
def test_nothing_changed_between_a_contract_and_itself(contract: Contract) -> None:
    assert diff(contract, contract) == ()


@given(CONTRACTS, CONTRACTS)
def test_after_merging_the_accepted_renames_are_stated(old: Contract, new: Contract) -> None:
    accepted = renames(diff(old, new))
    again = renames(diff(old, merge(new, old)))
    assert len(again) >= len(accepted)
    assert all(rename.stated for rename in again if len(again) == len(accepted))
