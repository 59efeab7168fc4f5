"""Requests behind the base of another service, beside those of the contract's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facts.frontends import frontend, operation

NAMES = ("users", "teams", "plans", "rows", "cells")
CONTRACT = [operation(f"GET /api/{name}/{{id}}") for name in NAMES]
HEAD = "import { config, getAuditUrl } from './config'\n"
ASKING = HEAD + "".join(f"fetch(`${{config.apiUrl}}/api/{name}/${{id}}`)\n" for name in NAMES)


def statuses(folder: Path, code: str) -> list[str]:
    """Those of the requests behind the ones that the contract has."""
    config = "export const config = await load()\nexport const getAuditUrl = () => load().audit\n"
    found = frontend(folder, {"a.ts": ASKING + code, "config.ts": config}, *CONTRACT).calls
    assert [j.status.value for j in found[:5]] == ["matched"] * 5
    return [j.status.value for j in found[5:]]


def asking(base: str, *paths: str) -> str:
    return "".join(f"fetch(`${{{base}}}/api/{path}`)\n" for path in paths)


@pytest.mark.parametrize(
    "base", ["config.auditUrl", "await getAuditUrl()", "process.env.AUDIT_URL"]
)
def test_a_base_that_names_another_service_and_has_nothing_of_the_contract(
    tmp_path: Path, base: str
) -> None:
    code = asking(base, "events", "syncing/all")
    assert statuses(tmp_path, code) == ["external", "external"]


@pytest.mark.parametrize(
    ("base", "paths"),
    [
        ("config.apiUrl", ("events", "syncing/all")),
        ("config.baseUrl", ("events", "syncing/all")),  # names nothing
        ("config.usersUrl", ("events", "syncing/all")),  # names what the contract has
        ("config.apiV2", ("events", "syncing/all")),  # nor does this
        ("process.env.API_V3_URL", ("events", "syncing/all")),
        ("config.gateway.replace(/a$/, '')", ("events", "syncing/all")),
        ("config.auditUrl", ("events",)),  # one may be wrong
        ("config.auditUrl", ("events", "user/${id}")),  # nearly one of the contract's
    ],
)
def test_what_may_be_asked_of_the_contract_s_own_is_unknown(
    tmp_path: Path, base: str, paths: tuple[str, ...]
) -> None:
    assert statuses(tmp_path, asking(base, *paths)) == ["unknown"] * len(paths)


def test_a_base_of_which_the_contract_has_something_is_its_own(tmp_path: Path) -> None:
    code = asking("config.auditUrl", "events", "syncing/all", "rows/${id}")
    assert statuses(tmp_path, code) == ["unknown", "unknown", "matched"]


def test_bases_that_name_the_parts_of_one_backend_tell_nothing_of_a_third(tmp_path: Path) -> None:
    parts = asking("config.coreUrl", "rows/${id}") + asking("config.moneyUrl", "plans/${id}")
    code = parts + asking("config.loginUrl", "events", "syncing/all")
    assert statuses(tmp_path, code) == ["matched", "matched", "unknown", "unknown"]
