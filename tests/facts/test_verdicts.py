"""Which property a wrong name plausibly means, and what a bare name says."""

from dataclasses import replace
from pathlib import Path

import pytest

from fixer.config import Settings
from fixer.contract.model import Contract, Kind, Operation, Property, Schema
from fixer.contract.wording import tokens
from fixer.facts.frontend import Frontend
from fixer.facts.verdicts import Standing, candidate, judge_name
from fixer.program.program import Program
from tests.facts.frontends import frontend


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
        ("diff_type", ["path", "content_type"], None),
        ("created_at", ["updated_at"], None),
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


def test_what_lists_have_means_no_property() -> None:
    found = judge_name("length", an_object("id", "focal_length"))
    assert (found.standing, found.new_name) == (Standing.UNKNOWN, None)
    assert judge_name("focal", an_object("id", "focal_length")).new_name == "focal_length"


def test_a_legacy_name_that_is_a_property_again_is_right() -> None:
    schema = an_object("credits", "balance", balance="credits")
    assert judge_name("balance", schema).standing is Standing.RIGHT


def test_a_type_that_fits_another_object_better_is_not_judged_by_the_one_it_met(
    tmp_path: Path,
) -> None:
    text, number = Schema(Kind.STRING), Schema(Kind.INTEGER)
    brief = Schema(Kind.OBJECT, (Property("id", number), Property("name", text)), name="Brief")
    full = replace(brief, properties=(*brief.properties, Property("joined", text)), name="Full")
    user = Schema(Kind.REF, name="Brief")
    note = Schema(Kind.OBJECT, (Property("text", text), Property("user", user)))
    files = {
        "api.ts": "interface User { id: number; name: string; joined: string }\n"
        "interface Note { text: string; user: User; colour: string }\n"
        "export const note = (): Promise<Note> => fetch('/note/').then((r) => r.json());\n"
    }
    made = frontend(tmp_path, files, Operation("GET", "/note/", response=note))
    for schemas, wrong in (({"Brief": brief}, ["joined", "colour"]), ({"Full": full}, ["colour"])):
        contract = Contract("api", made.contract.operations, {"Brief": brief, **schemas})
        fields = Frontend(Settings(tmp_path), contract, Program(tmp_path)).fields
        assert [use.name for use in fields.uses(tmp_path / "api.ts")] == wrong


def test_a_type_that_bears_another_objects_name_is_judged_by_that_one(tmp_path: Path) -> None:
    text = Schema(Kind.STRING)
    task = Schema(Kind.OBJECT, (Property("title", text), Property("note", text)), name="Task")
    update = replace(task, properties=(Property("title", text),), name="Update")
    files = {
        "api.ts": "interface Update { title: string; notes: string; kind: string }\n"
        "export const task = (): Promise<Update> => fetch('/task/').then((r) => r.json());\n"
    }
    response = Schema(Kind.REF, name="Task")
    made = frontend(tmp_path, files, Operation("GET", "/task/", response=response))
    for schemas, wrong in (({}, ["notes", "kind"]), ({"Update": update}, [])):
        contract = Contract("api", made.contract.operations, {"Task": task, **schemas})
        fields = Frontend(Settings(tmp_path), contract, Program(tmp_path)).fields
        assert [use.name for use in fields.uses(tmp_path / "api.ts")] == wrong


@pytest.mark.parametrize(
    ("members", "meant"),
    [
        ("invited_ids: string[]", {"invited_ids": "member_ids"}),
        ("member_role: string", {"member_role": None}),
        (
            "invited_ids: string[]; member_list: string[]",
            dict.fromkeys(["invited_ids", "member_list"]),
        ),
    ],
)
def test_a_property_is_meant_by_one_name_of_its_kind(
    tmp_path: Path, members: str, meant: dict[str, str | None]
) -> None:
    listed = Schema(Kind.ARRAY, items=Schema(Kind.STRING))
    team = Schema(
        Kind.OBJECT, (Property("name", Schema(Kind.STRING)), Property("member_ids", listed))
    )
    files = {
        "api.ts": f"interface Team {{ name: string; {members} }}\n"
        "export const team = (): Promise<Team> => fetch('/team/').then((r) => r.json());\n"
    }
    made = frontend(tmp_path, files, Operation("GET", "/team/", response=team))
    uses = made.fields.uses(tmp_path / "api.ts")
    assert {use.name: use.verdict.new_name for use in uses} == meant
