"""Bases of several unknown parts, and paths that fit only crosswise."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facts.frontends import frontend, operation

CLIENT = """
import axios from 'axios'
import { config } from './config'
export const client = axios.create({ baseURL: BASE })
"""


def verdict(folder: Path, base: str, asked: str, *stated: str) -> str:
    files = {
        "client.ts": CLIENT.replace("BASE", base),
        "config.ts": "export const config = window.CONFIG\n",
        "a.ts": f"import {{ client }} from './client'\nclient.get({asked})\n",
    }
    (found,) = frontend(folder, files, *map(operation, stated)).calls
    return f"{found.status.value} {found.url.template if found.url else None}"


@pytest.mark.parametrize(
    "base",
    [
        "`${config.host}/${config.prefix}`",
        "`${config.host}${config.prefix}`",
        "`${config.host}/${config.prefix}/${config.version}`",
        "`/${config.prefix}`",
        "config.host + '/' + config.prefix",
    ],
)
def test_what_a_base_goes_on_with_is_no_part_of_the_path(tmp_path: Path, base: str) -> None:
    stated = ("GET /rows/{id}/cells", "GET /admin/rows/{id}/{name}")
    assert verdict(tmp_path, base, "`/rows/${id}/cells`", *stated) == "matched /rows/{}/cells"
    assert verdict(tmp_path, base, "'/cells'", *stated) == "external /cells"


def test_it_is_one_where_the_contract_has_it(tmp_path: Path) -> None:
    base = "`${config.host}/${config.tenant}`"
    found = verdict(tmp_path, base, "'/rows'", "GET /{tenant}/rows")
    assert found == "matched /{}/rows"


def test_what_is_written_goes_before_what_a_base_may_be(tmp_path: Path) -> None:
    code = "const host = window.HOST\nfetch(`${host}/${window.TENANT}/rows`)"
    contract = [operation("GET /rows"), operation("GET /{tenant}/rows")]
    (found,) = frontend(tmp_path, {"a.ts": code}, *contract).calls
    assert str(found.operation) == "GET /{tenant}/rows"
    shown = verdict(tmp_path, "`/${config.a}`", "'/rows'", "GET /rows", "GET /{any}/{name}")
    assert shown == "matched /rows"


def test_a_hole_in_the_path_itself_is_a_segment(tmp_path: Path) -> None:
    found = verdict(tmp_path, "config.host", "`/${config.kind}/rows`", "GET /rows", "GET /new/rows")
    assert found == "matched /{}/rows"


def test_a_hole_and_a_word_that_would_change_places_are_a_guess(tmp_path: Path) -> None:
    code = "fetch(`/rows/${id}/state`)"
    contract = operation("GET /rows/done/{id}")
    (found,) = frontend(tmp_path, {"a.ts": code}, contract).calls
    assert (found.status.value, found.operation) == ("dynamic", None)


def test_a_version_and_a_number_change_no_places(tmp_path: Path) -> None:
    code = "fetch(`/api/${version}/rows/me`)\nfetch(`/cells/${kind}/7`)"
    contract = [operation("GET /api/v1/rows/{id}"), operation("GET /cells/done/{id}")]
    found = frontend(tmp_path, {"a.ts": code}, *contract).calls
    assert [judged.operation for judged in found] == contract
