"""Behind a layer that converts keys, both spellings are right and a legacy name follows."""

from hypothesis import given
from hypothesis import strategies as st

from fixer.contract.model import Contract, Kind, Operation, Property, Schema
from fixer.facts.conversion import converted
from fixer.facts.spelling import camel, snake

WORDS = st.lists(st.from_regex(r"[a-z]{2,6}", fullmatch=True), min_size=1, max_size=4)


@given(WORDS)
def test_snake_and_camel_are_inverse(words: list[str]) -> None:
    name = "_".join(words)
    assert snake(camel(name)) == name


def test_a_leading_underscore_stays() -> None:
    assert camel("_links_self") == "_linksSelf"


def test_every_property_has_both_spellings() -> None:
    inner = Schema(Kind.OBJECT, (Property("full_name", Schema(Kind.STRING)),))
    rows = Schema(Kind.ARRAY, items=inner)
    schema = Schema(
        Kind.OBJECT, (Property("all_rows", rows, legacy_names=("the_rows",)), Property("id", rows))
    )
    contract = Contract("c.md", (Operation("GET", "/x/", response=schema),))
    response = converted(contract, camel).operations[0].response
    assert response is not None
    rows_now = response.property("allRows")
    assert rows_now is response.property("all_rows") is response.renamed("theRows")
    assert rows_now is not None
    assert rows_now.schema.items is not None
    assert rows_now.schema.items.property("fullName")
    assert response.properties[1].aliases == ()
