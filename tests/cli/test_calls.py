import json
from pathlib import Path

import pytest

from fixer.cli import main

CONTRACT = """\
## Team

Endpoint: GET /v1/team/

Endpoint: DELETE /v1/team/{id}/
"""
SOURCE = """\
export const getTeam = () => fetch('/v1/team/');
export const getUsers = () => fetch('/v1/users/');
"""


@pytest.fixture(autouse=True)
def frontend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "contract.md").write_text(CONTRACT)
    (tmp_path / "api.ts").write_text(SOURCE)
    (tmp_path / "page.ts").write_text("import { getTeam } from './api';\ngetTeam();\n")
    monkeypatch.chdir(tmp_path)


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["calls", "--contract", "contract.md", *arguments]) == 0
    return capsys.readouterr().out


def test_every_call_with_what_it_reaches(capsys: pytest.CaptureFixture[str]) -> None:
    matched, unknown = json.loads(shown(capsys, "--output-format", "json"))
    assert matched == {
        "filename": "api.ts",
        "row": 1,
        "column": 30,
        "method": "GET",
        "path": "/v1/team/",
        "status": "matched",
        "endpoint": "GET /v1/team/",
        "reason": None,
        "function": "getTeam",
        "reachable": True,
        "kind": "call",
    }
    assert (unknown["status"], unknown["reachable"]) == ("unknown", False)


def test_text_ends_with_the_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys).splitlines()[-1] == "2 calls: 1 matched, 1 unknown."


def test_only_the_asked_files(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "page.ts").splitlines()[-1] == "0 calls: none."


def test_endpoints_that_nothing_calls(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, "--unused") == "contract.md:5: DELETE /v1/team/{id}/\n"
