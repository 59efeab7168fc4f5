"""A base path that stands before every request and in no path of the contract."""

from __future__ import annotations

from pathlib import Path

from tests.facts.frontends import frontend, operation

NAMES = ("users", "teams", "plans", "rows", "cells")
CONTRACT = [operation(f"GET /{name}/{{id}}") for name in NAMES]
ASKING = "".join(f"fetch(`/api/{name}/${{id}}`)\n" for name in NAMES)


def statuses(folder: Path, code: str) -> list[str]:
    return [j.status.value for j in frontend(folder, {"a.ts": code}, *CONTRACT).calls]


def test_what_stands_before_all_requests_is_taken_off(tmp_path: Path) -> None:
    code = ASKING + "fetch(`/api/nobody/${id}`)\nfetch('/cdn/logo')\n"
    assert statuses(tmp_path, code) == ["matched"] * 5 + ["unknown", "external"]


def test_where_the_contract_s_own_paths_are_asked_for_nothing_is(tmp_path: Path) -> None:
    code = ASKING + "fetch(`/users/${id}`)\n"
    assert statuses(tmp_path, code) == ["external"] * 5 + ["matched"]


def test_where_few_are_reached_or_many_are_not_nothing_is(tmp_path: Path) -> None:
    few = "\n".join(ASKING.splitlines()[:4])
    assert statuses(tmp_path, few) == ["external"] * 4
    many = ASKING + "".join(f"fetch('/api/others/{n}')\n" for n in range(9))
    assert statuses(tmp_path, many) == ["external"] * 14


def test_the_host_and_the_methods_that_a_type_lists_make_no_further_requests(
    tmp_path: Path,
) -> None:
    code = (
        "type Options = { method: 'GET' | 'POST' | 'PATCH' | 'DELETE' }\n"
        "const root = dev ? 'http://localhost:80' : window.location.origin\n"
        "const send = (path: string, { method = 'GET' }: Options) => "
        "fetch(root + path, { method })\n"
        "export const one = (id: string, options: Options) => send(`/users/${id}`, options)\n"
    )
    assert statuses(tmp_path, code) == ["matched"]
