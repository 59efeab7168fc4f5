"""Which requests say their URL with the same bytes: what an edit there would change."""

from __future__ import annotations

from pathlib import Path

from fixer.diagnostics import Edit
from fixer.facts.sharing import Sharing
from tests.facts.frontends import frontend, operation

FILES = {
    "paths.ts": "export const USERS = '/v1/users/'\n",
    "a.ts": (
        "import { USERS } from './paths'\n"
        "fetch(USERS); fetch(USERS, { method: 'POST' })\n"
        "fetch(`${USERS}${id}/`)\n"
        "fetch('/v1/plans/', { method: 'POST' })\n"
    ),
}


def shared(folder: Path, name: str, written: str) -> list[str]:
    """The requests that have the bytes of `written`, as it stands first in the file, in them."""
    made = frontend(folder, FILES, operation("GET /v1/users/"))
    start = FILES[name].index(written)
    edit = Edit(folder / name, start, start + len(written), "")
    found = Sharing(made.calls).of(edit)
    return sorted(f"{j.method} {j.url.template if j.url else '?'}" for j in found)


def test_a_constant_is_shared_by_all_that_are_built_of_it(tmp_path: Path) -> None:
    every = ["GET /v1/users/", "GET /v1/users/{}/", "POST /v1/users/"]
    assert shared(tmp_path, "paths.ts", "users") == every
    assert shared(tmp_path, "paths.ts", "/v1/users/") == every


def test_what_only_one_request_writes_is_its_own(tmp_path: Path) -> None:
    assert shared(tmp_path, "a.ts", "plans") == ["POST /v1/plans/"]


def test_a_method_is_part_of_what_is_said(tmp_path: Path) -> None:
    assert shared(tmp_path, "a.ts", "POST") == ["POST /v1/users/"]


def test_bytes_outside_of_requests_are_nobodys(tmp_path: Path) -> None:
    assert shared(tmp_path, "a.ts", "import") == []
