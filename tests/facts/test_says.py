"""The sentence that names the contract's line."""

from fixer.contract.model import ANY, Contract, Kind, Location, Operation, Property, Schema
from fixer.facts import says

CONTRACT = Contract("rules/shop.md")
AMOUNT = Schema(Kind.STRING, format="decimal")
OWNER = Schema(Kind.OBJECT, location=Location("rules/shop.md", 20))


def at(line: int) -> Location:
    return Location("rules/shop.md", line)


def prop(name: str, schema: Schema, *, required: bool = True) -> Property:
    return Property(name, schema, required, location=at(33))


def described(schema: Schema) -> str:
    return says.described(CONTRACT, schema)


def test_an_operation_is_named_with_its_line() -> None:
    invoices = Operation("GET", "/v1/billing/invoices/", location=at(41))
    assert says.says_operation(invoices) == "rules/shop.md:41 says GET /v1/billing/invoices/"


def test_a_property_is_named_with_its_type() -> None:
    said = says.says_property(CONTRACT, OWNER, prop("total_amount", AMOUNT))
    assert said == 'rules/shop.md:33 says "total_amount" is a decimal string'


def test_a_property_without_a_line_takes_its_objects_line() -> None:
    said = says.says_property(CONTRACT, OWNER, Property("credits", Schema(Kind.INTEGER)))
    assert said == 'rules/shop.md:20 says "credits" is an integer'


def test_without_any_line_the_contract_speaks() -> None:
    assert says.says_presence(Schema(Kind.OBJECT), Property("joined", ANY, False)) == (
        'the contract says "joined" may be absent'
    )


def test_an_object_is_told_by_its_names() -> None:
    shape = Schema(Kind.OBJECT, (prop("id", ANY), prop("slug", ANY)), location=at(12))
    assert says.says_object(CONTRACT, shape) == (
        'rules/shop.md:12 says an object with "id", "slug"'
    )


def test_a_name_stands_beside_the_wrong_one() -> None:
    said = says.name(prop("credits", ANY), OWNER, instead_of="balance")
    assert said == 'rules/shop.md:33 says "credits", not "balance"'


def test_all_names_of_an_object() -> None:
    shape = Schema(Kind.OBJECT, (prop("id", ANY), prop("slug", ANY)))
    assert says.names(shape) == 'rules/shop.md:33 says "id", "slug"'


def test_a_response_is_told_without_its_envelope() -> None:
    payload = Schema(Kind.OBJECT, (prop("results", ANY), prop("count", ANY)))
    whole = Schema(Kind.OBJECT, (prop("success", ANY), prop("data", payload)))
    team = Operation("GET", "/team/", response=whole, location=at(7))
    said = says.says_response(Contract("rules/shop.md", envelope="data"), team)
    assert said == 'rules/shop.md:7 says GET /team/ returns an object with "results", "count"'


def test_schemas_are_described_in_a_few_words() -> None:
    assert described(Schema(Kind.STRING, format="date-time")) == "a date-time string"
    assert described(Schema(Kind.INTEGER, nullable=True)) == "an integer or null"
    assert described(Schema(Kind.ARRAY, items=Schema(Kind.STRING))) == "an array of strings"
    assert described(Schema(Kind.STRING, enum=("open", "paid"))) == 'one of "open", "paid"'
    assert described(ANY) == "of a type that is not said"


def test_long_lists_are_cut() -> None:
    assert says.listed(range(14)).endswith("10, 11 and 2 more")
