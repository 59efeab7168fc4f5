"""The probe against the Django fixture, which really runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fixer.cli import main
from fixer.contract import load
from fixer.probe import Level, Transport, probe
from tests.igny8 import BACKEND, CONTRACT, TOKEN, backend


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with backend(tmp_path_factory.mktemp("igny8")) as url:
        yield url


def test_every_get_endpoint_answers_as_the_contract_says(url: str) -> None:
    contract = load(CONTRACT)
    with Transport(url, token=TOKEN) as transport:
        verdicts = list(probe(contract, transport))
    asked = [v for v in verdicts if v.operation.method == "GET"]
    assert len(asked) == 10
    assert [str(v) for v in asked if v.level is not Level.OK] == []


def test_nothing_is_written_without_leave(url: str) -> None:
    with Transport(url, token=TOKEN) as transport:
        verdicts = list(probe(load(CONTRACT), transport))
    writes = [v for v in verdicts if v.operation.method != "GET"]
    assert len(writes) == 4
    assert {v.level for v in writes} == {Level.SKIPPED}


def test_with_leave_only_what_was_created_is_deleted(tmp_path: Path) -> None:
    contract = load(BACKEND)
    with backend(tmp_path) as url, Transport(url, token=TOKEN) as transport:
        before = transport.ask("GET", "/v1/account/team/")
        verdicts = {str(v.operation): v for v in probe(contract, transport, allow_writes=True)}
        after = transport.ask("GET", "/v1/account/team/")
    assert [str(v) for v in verdicts.values() if v.level is not Level.OK] == []
    assert "DELETE /v1/account/team/{pk}/" in verdicts
    assert before == after


def test_the_contract_read_from_the_source_holds_as_well(url: str) -> None:
    with Transport(url, token=TOKEN) as transport:
        verdicts = list(probe(load(BACKEND), transport))
    assert [str(v) for v in verdicts if v.level in (Level.ERROR, Level.NOTE)] == []


def test_without_a_token_each_endpoint_says_so(url: str) -> None:
    with Transport(url) as transport:
        verdicts = list(probe(load(CONTRACT), transport))
    messages = {v.message for v in verdicts if v.operation.method == "GET"}
    assert messages == {"answers 401: it wants a valid token, see --token-env"}


def test_the_command_reports_and_exits_zero(
    url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IGNY8_TOKEN", TOKEN)
    arguments = ["probe", "--base-url", url, "--token-env", "IGNY8_TOKEN"]
    assert main([*arguments, "--contract", str(CONTRACT)]) == 0
    assert capsys.readouterr().out.endswith("10 as promised, 0 error(s), 0 note(s), 4 not asked\n")
