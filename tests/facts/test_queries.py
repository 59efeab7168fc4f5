"""The query parameters that requests send and their operations don't take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from fixer.facts import Facts
from tests.facts.frontends import frontend, operation

USERS = operation("GET /users/?page&status&team_id", closed=True)
DAILY = operation("GET /daily/?days")


def unknown(folder: Path, files: str | Mapping[str, str], name: str = "a.ts") -> list[str]:
    """`name -> wanted` of each; `*` behind it where it is fixed."""
    named = {"a.ts": files} if isinstance(files, str) else files
    made = frontend(folder, named, USERS, DAILY)
    found = Facts(made, folder / name).query
    return [f"{u.name} -> {u.wanted}{'*' if u.fix is not None else ''}" for u in found]


def test_a_parameter_that_the_operation_takes_is_right(tmp_path: Path) -> None:
    assert unknown(tmp_path, "fetch('/users/?page=2&status=on&team_id[]=1')") == []


def test_a_list_may_be_sent_by_a_name_with_brackets(tmp_path: Path) -> None:
    made = frontend(
        tmp_path,
        {"a.ts": "import axios from 'axios'\naxios.get('/rows/', { params: { kinds: ['a'] } })"},
        operation("GET /rows/?kinds[]&start", closed=True),
    )
    assert not Facts(made, tmp_path / "a.ts").query


def test_the_last_one_left_is_not_meant_if_nothing_needs_it(tmp_path: Path) -> None:
    one = operation("GET /points/?start&api_key", closed=True)
    made = frontend(tmp_path, {"a.ts": "fetch('/points/?start=1&slim=true')"}, one)
    (found,) = Facts(made, tmp_path / "a.ts").query
    assert (found.name, found.wanted) == ("slim", None)


def test_a_name_that_is_nearly_one_is_meant_to_be_it(tmp_path: Path) -> None:
    assert unknown(tmp_path, "fetch('/users/?teamId=1')") == ["teamId -> team_id*"]


def test_in_params_of_a_client(tmp_path: Path) -> None:
    text = "import axios from 'axios'\naxios.get('/users/', { params: { teamId: 1 } })"
    assert unknown(tmp_path, text) == ["teamId -> team_id*"]


def test_the_value_may_say_which_is_meant(tmp_path: Path) -> None:
    assert unknown(tmp_path, "fetch(`/daily/?period=${days}`)") == ["period -> days*"]


def test_a_name_like_none_is_only_reported(tmp_path: Path) -> None:
    assert unknown(tmp_path, "fetch('/users/?colour=red&size=3')") == [
        "colour -> None",
        "size -> None",
    ]


def test_a_reference_that_lists_some_may_not_know_others(tmp_path: Path) -> None:
    assert unknown(tmp_path, "fetch('/daily/?days=3&verbose=1')") == []


def test_a_name_that_another_request_sends_rightly_stays(tmp_path: Path) -> None:
    text = "const q = '?teamId=1'\nfetch('/users/' + q); fetch('/other/' + q)"
    assert unknown(tmp_path, text) == ["teamId -> team_id*"]


def test_a_name_written_in_another_file_is_mended_there_once(tmp_path: Path) -> None:
    files = {
        "filters.ts": "export const OF_TEAM = { teamId: 1 }\n",
        "a.ts": (
            "import axios from 'axios'\n"
            "import { OF_TEAM } from './filters'\n"
            "axios.get('/users/', { params: OF_TEAM })\n"
            "axios.get('/users/', { params: { ...OF_TEAM } })\n"
        ),
    }
    assert unknown(tmp_path, files) == ["teamId -> team_id*"]
    (found,) = Facts(frontend(tmp_path, files, USERS), tmp_path / "a.ts").query
    assert found.fix is not None
    assert [(e.path.name, e.content) for e in found.fix.edits] == [("filters.ts", "team_id")]


def test_a_name_that_an_operation_of_another_file_takes_stays(tmp_path: Path) -> None:
    files = {
        "filters.ts": "export const QUERY = '?team=1'\n",
        "a.ts": "import { QUERY } from './filters'\nfetch('/users/' + QUERY)\n",
        "b.ts": "import { QUERY } from './filters'\nfetch('/teams/' + QUERY)\n",
    }
    made = frontend(tmp_path, files, USERS, operation("GET /teams/?team"))
    assert [u.fix for u in Facts(made, tmp_path / "a.ts").query] == [None]


def test_a_name_has_to_be_surely_alike_where_not_all_are_listed(tmp_path: Path) -> None:
    made = frontend(
        tmp_path, {"a.ts": "fetch('/rows/?dtype=1&sttus=x')"}, operation("GET /rows/?date&status")
    )
    found = Facts(made, tmp_path / "a.ts").query
    assert [(u.name, u.wanted) for u in found] == [("sttus", "status")]


def test_names_in_any_case(tmp_path: Path) -> None:
    rows = replace(operation("GET /rows/?pageSize", closed=True), any_case=True)
    made = frontend(tmp_path, {"a.ts": "fetch('/rows/?pagesize=1&Page=2')"}, rows)
    assert [u.name for u in Facts(made, tmp_path / "a.ts").query] == ["Page"]
