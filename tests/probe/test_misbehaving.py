"""Servers that misbehave get one clear line each, and never the token of another."""

import json
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from fixer.cli import main
from fixer.contract.model import Contract, In, Kind, Operation, Parameter, Property, Schema
from fixer.probe import Level, Transport, probe
from tests.igny8 import CONTRACT, free_port
from tests.probe.servers import Answering, sending, serving

INTEGER = Schema(Kind.INTEGER)
ITEM = Schema(Kind.OBJECT, (Property("id", INTEGER), Property("total", Schema(Kind.STRING))))
PAGE = Schema(
    Kind.OBJECT,
    (Property("results", Schema(Kind.ARRAY, items=ITEM)), Property("count", INTEGER)),
)
LIST = Operation("GET", "/items/", response=PAGE)
ONE = Operation(
    "GET", "/items/{id}/", parameters=(Parameter("id", In.PATH, INTEGER),), response=ITEM
)
GOOD = {"results": [{"id": 7, "total": "1.00"}], "count": 1}


def said(answer: Answering, *operations: Operation, **options: float) -> list[str]:
    """What is said of a server that answers everything so."""
    contract = Contract("test", operations or (LIST,))
    with serving(answer) as server, Transport(server.url, **options) as transport:
        verdicts = list(probe(contract, transport))
    return [f"{v.level.value}: {v.message}" for v in verdicts]


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (sending(GOOD), "ok: "),
        (sending({}, 404), "error: answers 404: the route is not registered"),
        (sending({}, 500), "error: answers 500: the server failed"),
        (sending(b"<h1>Oops</h1>", 500, "text/html"), "error: answers 500: the server failed"),
        (sending(b"<h1>Login</h1>", 200, "text/html"), "error: sends text/html, not JSON"),
        (sending({"detail": "Too\nmany"}, 429), "error: answers 429: Too many"),
        (
            sending({}, 403),
            "error: answers 403: it wants a valid token, see --token-env",
        ),
        (sending([1, 2]), "error: the body is array, the contract says object"),
    ],
)
def test_one_clear_line(answer: Answering, line: str) -> None:
    assert said(answer) == [line]


def test_broken_json() -> None:
    (line,) = said(sending(b'{"results": ['))
    assert line.startswith("error: sends broken JSON: ")


def test_missing_wrong_and_undeclared_fields_are_told_apart() -> None:
    body = {"results": [{"id": "7"}, {"id": "8"}], "count": 2, "pages": 1}
    assert sorted(said(sending(body))) == [
        "error: results[].id is string, the contract says integer (2 times)",
        "error: results[].total is missing (2 times)",
        "note: pages is not in the contract",
    ]


def test_a_body_without_end_is_given_up() -> None:
    assert said(sending(b"[" + b"1," * 5000), limit=1000) == ["error: sends more than 1000 bytes"]


def test_a_slow_answer_is_given_up() -> None:
    stop = threading.Event()

    def wait(request: BaseHTTPRequestHandler) -> None:
        stop.wait(30)

    try:
        assert said(wait, timeout=0.1) == ["error: gives no answer within 0.1 s"]
    finally:
        stop.set()


def test_an_answer_in_drops_is_given_up() -> None:
    stop = threading.Event()

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", "100000")
        request.end_headers()
        for _ in range(200):
            if stop.wait(0.02):
                break
            try:
                request.wfile.write(b" ")
            except OSError:
                break

    try:
        assert said(drip, timeout=0.2) == ["error: sends no whole answer within 0.2 s"]
    finally:
        stop.set()


def test_a_connection_that_breaks() -> None:
    def hang_up(request: BaseHTTPRequestHandler) -> None:
        request.close_connection = True
        request.connection.close()

    (line,) = said(hang_up)
    assert line.startswith("error: breaks off the connection: ")


def test_a_refused_connection_ends_the_run_in_one_line() -> None:
    contract = Contract("test", (LIST, ONE))
    with Transport(f"http://127.0.0.1:{free_port()}") as transport:
        (verdict,) = probe(contract, transport)
    assert verdict.level is Level.ERROR
    assert verdict.message.startswith(f"can't be reached at {transport.base}: ")


def test_a_redirect_to_another_host_is_not_followed_and_gets_no_token() -> None:
    with serving(sending(GOOD)) as thief:
        moved = sending({}, 302, Location=f"{thief.url}/items/?steal=1")
        with serving(moved) as server, Transport(server.url, token="secret") as transport:
            (verdict,) = probe(Contract("test", (LIST,)), transport)
        assert thief.seen == []
    assert server.seen[0].token == "Bearer secret"
    assert verdict.message == f"redirects to another host, {thief.url}/items/: not followed"


def test_a_redirect_within_the_host_is_followed_with_the_token() -> None:
    answers = {"/items/": sending({}, 301, Location="/there/"), "/there/": sending(GOOD)}
    with serving(answers) as server, Transport(server.url, token="secret") as transport:
        (verdict,) = probe(Contract("test", (LIST,)), transport)
    assert verdict.level is Level.OK
    assert [(one.path, one.token) for one in server.seen] == [
        ("/items/", "Bearer secret"),
        ("/there/", "Bearer secret"),
    ]


def test_redirects_in_a_circle_end() -> None:
    assert said(sending({}, 302, Location="/items/")) == ["error: redirects more than 5 times"]


def test_ids_are_taken_from_the_list() -> None:
    answers = {"/items/": sending(GOOD), "/items/7/": sending(GOOD["results"][0])}
    with serving(answers) as server, Transport(server.url) as transport:
        verdicts = list(probe(Contract("test", (ONE, LIST)), transport))
    assert [v.level for v in verdicts] == [Level.OK, Level.OK]
    assert [one.path for one in server.seen] == ["/items/", "/items/7/"]


def test_without_an_id_nothing_is_asked() -> None:
    assert said(sending({"results": [], "count": 0}), ONE, LIST) == [
        "ok: ",
        "skipped: no list that was sent has an id for its path",
    ]


def test_the_servers_base_path_stands_before_each_path() -> None:
    contract = Contract("test", (LIST,), prefixes=("/api",))
    with serving({"/api/items/": sending(GOOD)}) as server:
        for base in (server.url, f"{server.url}/api/"):
            with Transport(base) as transport:
                assert [v.level for v in probe(contract, transport)] == [Level.OK]


@pytest.mark.parametrize("url", ["localhost:8000", "ftp://127.0.0.1/", "http://", "/v1"])
def test_what_is_no_base_url_is_refused(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["probe", "--base-url", url, "--contract", str(CONTRACT)]) == 2
    assert "is no base URL" in capsys.readouterr().err


def test_a_token_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["probe", "--base-url", "http://127.0.0.1", "--token-env", "FIXER_NO_SUCH_TOKEN"]
    assert main([*arguments, "--contract", str(CONTRACT)]) == 2
    assert "FIXER_NO_SUCH_TOKEN is not set" in capsys.readouterr().err


def test_verdicts_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "api.md"
    source.write_text('## Items\nEndpoint: GET /items/\n\nReturns:\n\n{ "count": 1 }\n')
    with serving(sending({"count": "1"})) as server:
        arguments = ["probe", "--base-url", server.url, "--contract", str(source)]
        assert main([*arguments, "--output-format", "json"]) == 1
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["level"], row["message"]) == (
        "error",
        "count is string, the contract says integer",
    )
