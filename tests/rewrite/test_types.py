"""Schemas as the TypeScript that a file would have written itself."""

import pytest

from fixer.contract.model import ANY, Contract, Kind, Property, Schema
from fixer.rewrite.style import Style
from fixer.rewrite.types import member_text, type_text

STRING, INTEGER = Schema(Kind.STRING), Schema(Kind.INTEGER)
USER = Schema(Kind.OBJECT, (Property("id", INTEGER), Property("nick name", STRING, False)))
CONTRACT = Contract("api.md", schemas={"User": USER})
USER_REF = Schema(Kind.REF, name="User")


def text(schema: Schema, style: Style | None = None) -> str:
    return type_text(CONTRACT, schema, style or Style())


@pytest.mark.parametrize(
    ("schema", "written"),
    [
        (Schema(Kind.STRING, format="decimal"), "string"),
        (Schema(Kind.STRING, format="date-time"), "string"),
        (Schema(Kind.NUMBER, nullable=True), "number | null"),
        (ANY, "unknown"),
        (Schema(Kind.ANY, nullable=True), "unknown"),
        (Schema(Kind.ARRAY, items=INTEGER), "number[]"),
        (Schema(Kind.ARRAY, items=Schema(Kind.STRING, nullable=True)), "(string | null)[]"),
        (Schema(Kind.ARRAY), "unknown[]"),
        (Schema(Kind.STRING, enum=("open", "it's")), r"'open' | 'it\'s'"),
        (Schema(Kind.UNION, variants=(STRING, INTEGER)), "string | number"),
        (Schema(Kind.OBJECT, loose=True), "Record<string, unknown>"),
        (Schema(Kind.OBJECT, values=INTEGER), "Record<string, number>"),
        (USER_REF, "{ id: number; 'nick name'?: string }"),
        (
            Schema(Kind.ARRAY, items=USER_REF),
            "{ id: number; 'nick name'?: string }[]",
        ),
    ],
)
def test_a_schema_is_written(schema: Schema, written: str) -> None:
    assert text(schema) == written


def test_the_files_own_quotes_are_used() -> None:
    assert text(Schema(Kind.STRING, enum=("a",)), Style(quote='"')) == '"a"'


def test_a_type_that_the_project_has_is_named() -> None:
    prop = Property("owner", Schema(Kind.REF, name="User", nullable=True))
    assert member_text(CONTRACT, prop, Style(), {"User": "Person"}) == "owner: Person | null"


def test_an_optional_property_is_marked() -> None:
    assert member_text(CONTRACT, Property("date", STRING, False), Style()) == "date?: string"


def test_a_schema_of_itself_ends() -> None:
    tree = Schema(Kind.OBJECT, (Property("parent", Schema(Kind.REF, name="Tree")),))
    contract = Contract("api.md", schemas={"Tree": tree})
    assert "unknown" in type_text(contract, tree, Style())
