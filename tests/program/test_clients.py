"""What is wrong with a user's clients.toml is said in one line, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.program.clients import ClientError, load_clients
from tests.program.frontends import clients


def test_the_clients_that_come_with_fixer_are_read() -> None:
    assert {"fetch", "axios", "HttpClient", "rtk-query"} <= {c.name for c in clients().all}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            '[[client]]\nname = "x"\npakages = ["y"]\n',
            ":3: client x: 'pakages' is no key here; is 'packages' meant?",
        ),
        (
            '[[client]]\nname = "x"\n\n[[client.send]]\nnames = ["get"]\nargs = ["url"]\n',
            ":6: client.send: 'args' is no key here; is 'arguments' meant?",
        ),
        (
            '[[client]]\nname = "x"\noptions = { url = "a", bas = "b" }\n',
            ":3: client x.options: 'bas' is no key here; is 'base' meant?",
        ),
        ('[[clients]]\nname = "x"\n', ":1: the file: 'clients' is no key here; is 'client' meant?"),
        ('[[client]]\nname = "x"\n\n[[client]]\njoin = "slash"\n', ":4: client: 'name' is missing"),
        (
            '[[client]]\nname = "x"\njoin = "glue"\n',
            ":3: client x: 'join' must be slash, concat or resolve",
        ),
        (
            '[[client]]\nname = "x"\n[[client.send]]\nnames = ["get"]\narguments = ["uri"]\n',
            ":5: client.send: 'arguments' has no role 'uri'; "
            "_, body, method, options, query, request, url",
        ),
        (
            '[[apply]]\nexport = ["use"]\n',
            ":2: apply: 'export' is no key here; is 'exports' meant?",
        ),
    ],
)
def test_what_is_wrong_and_where(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "clients.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ClientError) as error:
        load_clients(path)
    assert str(error.value) == f"{path}{said}"


def test_a_file_that_is_missing_or_no_toml(tmp_path: Path) -> None:
    with pytest.raises(ClientError, match="can't be read: No such file"):
        load_clients(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_text("[[client\n")
    with pytest.raises(ClientError, match="is not TOML"):
        load_clients(tmp_path / "bad.toml")
