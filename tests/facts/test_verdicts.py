"""Which property a wrong name plausibly means, and what a bare name says."""

import pytest

from fixer.contract.model import Kind, Property, Schema
from fixer.facts.verdicts import Standing, candidate, judge_name, tokens


def an_object(*names: str, loose: bool = False, **legacy: str) -> Schema:
    text = Schema(Kind.STRING)
    former = {new: (old,) for old, new in legacy.items()}
    properties = tuple(Property(n, text, legacy_names=former.get(n, ())) for n in names)
    return Schema(Kind.OBJECT, properties, loose=loose)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("total_amount", {"total", "amount"}),
        ("totalAmount", {"total", "amount"}),
        ("HTMLBody2", {"html", "body", "2"}),
    ],
)
def test_words_of_a_name(name: str, words: set[str]) -> None:
    assert tokens(name) == words


@pytest.mark.parametrize(
    ("name", "properties", "meant"),
    [
        ("total", ["id", "total_amount", "created_at"], "total_amount"),
        ("usage_date", ["date", "usage", "net"], None),
        ("usage_daily", ["daily_usage", "total_usage"], "daily_usage"),
        ("current_credits", ["period_days", "current_balance"], "current_balance"),
        ("amount", ["total_amount", "tax_amount"], None),
        ("colour", ["id", "name"], None),
    ],
)
def test_one_plausible_property_or_none(
    name: str, properties: list[str], meant: str | None
) -> None:
    found = candidate(name, an_object(*properties), [name])
    assert (found.name if found else None) == meant


def test_a_property_that_is_declared_too_is_not_meant() -> None:
    assert candidate("usage_date", an_object("date", "usage"), ["usage_date", "usage"]) is not None
    assert candidate("enabled", an_object("is_enabled"), ["enabled", "is_enabled"]) is None


def test_a_name_on_a_value_of_contract_shape() -> None:
    schema = an_object("credits", balance="credits")
    assert judge_name("credits", schema).standing is Standing.RIGHT
    assert judge_name("balance", schema).standing is Standing.LEGACY
    assert judge_name("debt", schema).standing is Standing.UNKNOWN
    assert judge_name("debt", an_object("credits", loose=True)).standing is Standing.UNVERIFIED


def test_a_legacy_name_that_is_a_property_again_is_right() -> None:
    schema = an_object("credits", "balance", balance="credits")
    assert judge_name("balance", schema).standing is Standing.RIGHT
