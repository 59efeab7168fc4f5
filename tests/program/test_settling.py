"""At which call of a chain of wrappers a request is listed, when it is known what can be asked."""

from __future__ import annotations

import re
from collections.abc import Hashable
from pathlib import Path

from fixer.program.call import Url
from fixer.program.calls import Finder
from tests.program.frontends import Files, clients, said, written

KNOWN = ("/v1/items/new/", "/v1/items/[^/]+/", "/v1/users/")


class _Known:
    """As a contract of the paths `KNOWN` says it; `/v1/{}/` may be anything."""

    def asked(self, url: Url, method: str) -> frozenset[Hashable] | None:
        known = next((path for path in KNOWN if re.fullmatch(path, url.template)), None)
        if known is not None:
            return frozenset({known})
        return None if url.template.startswith("/v1/{}") else frozenset()

    def is_sole(self, url: Url, method: str) -> bool:
        return "{}" not in url.template

    def is_foreign(self, url: Url) -> bool:
        return not url.template.startswith("/v1/")

    def is_named(self, url: Url) -> bool:
        return not url.template.startswith("/v1/{}")


def _listed(folder: Path, files: Files) -> list[str]:
    found = Finder(written(folder, files), clients(), meaning=_Known()).requests
    return sorted(f"{c.function or c.module.path.name}: {said(c)}" for c in found)


def test_a_request_that_is_known_is_listed_where_it_is_sent(tmp_path: Path) -> None:
    files = {
        "api.ts": "export const load = (id: string) => fetch(`/v1/items/${id}/`)\n",
        "page.ts": "import { load } from './api'\nload('first'); load('second')\n",
    }
    assert _listed(tmp_path, files) == ["load: GET /v1/items/{}/"]


def test_what_a_caller_glues_to_a_path_is_looked_for(tmp_path: Path) -> None:
    text = """
        class Base {
          constructor(private prefix: string) {}
          get(path: string) { return fetch(this.prefix + path) }
        }
        class Users extends Base {
          constructor() { super('/v2') }
          all() { return this.get('/users/') }
        }
        export const users = new Users()
    """
    assert "Users.all: GET /v2/users/" in _listed(tmp_path, {"api.ts": text})


def test_a_caller_that_asks_for_something_else_is_listed_too(tmp_path: Path) -> None:
    files = {
        "api.ts": "export const load = (id: string) => fetch(`/v1/items/${id}/`)\n",
        "page.ts": "import { load } from './api'\nload('new'); load('second')\n",
    }
    assert _listed(tmp_path, files) == ["load: GET /v1/items/{}/", "page.ts: GET /v1/items/new/"]


def test_a_request_that_is_known_behind_an_unknown_base_is_listed_once(tmp_path: Path) -> None:
    files = {
        "api.ts": "export const users = (host: string) => fetch(`${host}/v1/users/`)\n",
        "page.ts": "import { users } from './api'\nusers(a); users('')\n",
    }
    assert _listed(tmp_path, files) == ["users: GET /v1/users/"]


def test_a_path_that_is_wrong_whatever_the_callers_say_is_listed_once(tmp_path: Path) -> None:
    files = {
        "api.ts": "export const load = (id: string) => fetch(`/v1/item/${id}/`)\n",
        "page.ts": "import { load } from './api'\nload('first'); load('second')\n",
    }
    assert _listed(tmp_path, files) == ["load: GET /v1/item/{}/"]


def test_a_path_that_only_callers_say_is_listed_with_them(tmp_path: Path) -> None:
    files = {
        "api.ts": "export const load = (what: string) => fetch(`/v1/${what}/`)\n",
        "page.ts": "import { load } from './api'\nload('users'); load('user')\n",
    }
    assert _listed(tmp_path, files) == ["page.ts: GET /v1/user/", "page.ts: GET /v1/users/"]


def test_paths_below_one_that_nothing_has_are_listed_with_the_callers(tmp_path: Path) -> None:
    files = {
        "api.ts": "export const load = (path: string) => fetch(`/v1/team/${path}`)\n",
        "page.ts": "import { load } from './api'\nload('members'); load('members/new')\n",
    }
    assert _listed(tmp_path, files) == [
        "page.ts: GET /v1/team/members",
        "page.ts: GET /v1/team/members/new",
    ]


def test_a_request_for_what_there_is_not_is_listed_where_it_is_written(tmp_path: Path) -> None:
    files = {
        "api.ts": "export const load = (id: string) => fetch(`/v2/items/${id}/`)\n",
        "page.ts": "import { load } from './api'\nload('new/parts'); load('second')\n",
    }
    assert _listed(tmp_path, files) == ["load: GET /v2/items/{}/"]


def test_a_path_that_is_not_there_may_go_on_at_the_callers(tmp_path: Path) -> None:
    files = {
        "api.ts": "export const load = (rest: string) => fetch(`/v2/items/${rest}`)\n",
        "page.ts": "import { load } from './api'\nload('new/parts')\n",
    }
    assert _listed(tmp_path, files) == ["page.ts: GET /v2/items/new/parts"]


def test_what_a_class_asks_for_in_vain_its_subclasses_may_ask_for_rightly(tmp_path: Path) -> None:
    files = {
        "api.ts": """
            class Base {
              path = '/v2/none/';
              load() { return fetch(`${this.path}list/`); }
            }
            class Users extends Base { path = '/v1/users/'; }
            new Base().load(); new Users().load();
        """,
    }
    assert _listed(tmp_path, files) == [
        "Base.load: GET /v1/users/list/",
        "Base.load: GET /v2/none/list/",
    ]
