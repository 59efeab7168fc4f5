"""Each request of a frontend, held against the contract's operations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fixer.contract.model import Kind, Schema
from tests.facts.frontends import frontend, operation

CONTRACT = [
    operation(stated)
    for stated in ("GET /v1/users/", "POST /v1/users/", "GET /v1/users/{id}/", "GET /v1/plans/")
]


def judged(folder: Path, *files: str) -> list[str]:
    """`status METHOD path -> operation` of every request; the first file is `a.ts`."""
    named = {f"{'abcdef'[index]}.ts": text for index, text in enumerate(files)}
    calls = frontend(folder, named, *CONTRACT).calls
    return [
        f"{j.status.value} {j.method} {j.url.template if j.url else '?'} -> {j.operation}"
        for j in calls
    ]


@pytest.mark.parametrize(
    ("call", "verdict"),
    [
        ("fetch('/v1/users/')", "matched GET /v1/users/ -> GET /v1/users/"),
        ("fetch(`/v1/users/${id}/`)", "matched GET /v1/users/{}/ -> GET /v1/users/{id}/"),
        ("fetch(`${host}/v1/plans/`)", "matched GET /v1/plans/ -> GET /v1/plans/"),
        ("fetch('/v1/users')", "unknown GET /v1/users -> GET /v1/users/"),
        ("fetch('/v1//users/')", "unknown GET /v1//users/ -> GET /v1/users/"),
        ("fetch('/v1/people/')", "unknown GET /v1/people/ -> None"),
        ("fetch('/v1/people/a.pdf')", "unknown GET /v1/people/a.pdf -> None"),
        (
            "fetch(new URL(`v1/users/${id}/${name}.txt.json`, user.files))",
            "dynamic GET /v1/users/{}/{}.txt.json -> None",
        ),
        ("fetch('/v1/plans/', { method: 'PUT' })", "wrong-method PUT /v1/plans/ -> None"),
        ("fetch('/v2/users/')", "external GET /v2/users/ -> None"),
        ("fetch('https://api.example.com/v1/users/')", "external GET /v1/users/ -> None"),
        ("fetch('http://localhost:8000/v1/users/')", "matched GET /v1/users/ -> GET /v1/users/"),
        ("fetch(url)", "dynamic None ? -> None"),
        ("fetch(`/v1/${what}`)", "dynamic GET /v1/{} -> None"),
        ("fetch(`/v1${what}`)", "dynamic GET /v1{} -> None"),
        ("fetch(`/v1/plans${what}?page=1`)", "dynamic GET /v1/plans{} -> None"),
    ],
)
def test_a_request_beside_the_contract(tmp_path: Path, call: str, verdict: str) -> None:
    assert judged(tmp_path, call) == [verdict]


def test_a_wrong_request_is_told_once_for_a_base_that_has_a_default(tmp_path: Path) -> None:
    client = (
        "const given = import.meta.env.VITE_API\n"
        "export const BASE = (given && given.trim() !== '' ? given : '/v1').replace(/\\/$/, '')\n"
        "export const send = (path: string) => fetch(`${BASE}${path}`)"
    )
    text = "import { send } from './b'\nexport const load = () => send('/users/all/mine/')"
    open_too = frontend(
        tmp_path, {"a.ts": text, "b.ts": client}, *CONTRACT, operation("GET /users/me/")
    )
    assert [str(j.url.template) for j in open_too.calls if j.url] == ["/v1/users/all/mine/"]


def test_each_value_of_a_segment_is_checked(tmp_path: Path) -> None:
    text = "export const load = (what: 'users' | 'plans' | 'teams') => fetch(`/v1/${what}/`)"
    (found,) = frontend(tmp_path, {"a.ts": text}, *CONTRACT).calls
    assert (found.status.value, found.failing) == ("unknown", ("teams",))


def test_what_a_variable_holds_before_it_is_set_is_not_sent(tmp_path: Path) -> None:
    text = (
        "export function load(user: User | null) {\n"
        "  let id = ''\n"
        "  if (user) id = user.id\n"
        "  return fetch(`/v1/plans/${id}`)\n"
        "}\n"
    )
    plan = operation("GET /v1/plans/{id}")
    (found,) = frontend(tmp_path, {"a.ts": text}, plan).calls
    assert str(found.operation) == "GET /v1/plans/{id}"


def test_a_segment_that_may_be_missing_is_judged_as_it_is_meant(tmp_path: Path) -> None:
    text = (
        "function path(name: string, id?: string) {\n"
        "  const parts = ['', 'v1', name]\n"
        "  if (id) parts.push(id)\n"
        "  return parts.join('/') + '/'\n"
        "}\n"
        "export const save = (plan: Plan) => fetch(path('plans', plan.id), { method: 'PUT' })\n"
    )
    stated = [operation(o) for o in ("GET /v1/plans/", "PUT /v1/plans/{id}/")]
    found = frontend(tmp_path, {"a.ts": text}, *stated).calls
    assert [str(call.operation) for call in found] == ["PUT /v1/plans/{id}/"]


def test_of_what_a_wrapper_puts_before_the_path_only_what_fits_is_sent(tmp_path: Path) -> None:
    wrapper = (
        "export function send(path: string) {\n"
        "  let base = '/v1'\n"
        "  if (isNew) base = '/v2'\n"
        "  return fetch(base + path)\n"
        "}\n"
    )
    calls = "import { send } from './a'\nsend('/users/'); send('/people/')\n"
    assert judged(tmp_path, wrapper, calls) == [
        "matched GET /v1/users/ -> GET /v1/users/",
        "unknown GET /v1/people/ -> None",
    ]


def test_behind_the_base_of_another_server_it_is_the_same_request(tmp_path: Path) -> None:
    wrapper = (
        "const server = () => isInner ? '/proxy' : '/v1'\n"
        "export const send = (path: string) => fetch(server() + path)\n"
    )
    calls = "import { send } from './a'\nsend('/users/'); send('/people/')\n"
    assert judged(tmp_path, wrapper, calls) == [
        "matched GET /v1/users/ -> GET /v1/users/",
        "unknown GET /v1/people/ -> None",
    ]


def test_branches_that_the_call_itself_writes_are_all_checked(tmp_path: Path) -> None:
    assert judged(tmp_path, "fetch(isNew ? '/v1/people/' : '/v1/users/')") == [
        "unknown GET /v1/people/ -> None",
        "matched GET /v1/users/ -> GET /v1/users/",
    ]


KINDS = """
export enum Kind { PLANS = 'subscriptions', USERS = 'users', TEAMS = 'teams' }
export const above = (kind: Kind | null): string | null => {
  switch (kind) {
    case Kind.TEAMS:
      return null;
    case Kind.PLANS:
      return Kind.USERS;
    default:
      return null;
  }
};
"""
SEND = """
import { Kind, above } from './a'
export const end = async (kind: Kind, id: Plan['id'], key: string, owner?: Maybe<string>) => {
  let input = `/v1/${kind}/${id}/end/`;
  const parent = above(kind);
  if (owner && parent) {
    input = `/v1/${parent}/${owner}/${kind}/${id}/end/`;
  }
  return await fetch(input, { method: 'POST' });
};
"""
CALL = """
import { end } from './b'
import { Kind } from './a'
export const Plan = (user: User, planId?: string) => {
  end(Kind.PLANS, planId as string, 'x', user.id)
}
"""


def test_where_another_file_chooses_among_paths_one_that_fits_is_enough(tmp_path: Path) -> None:
    files = {"a.ts": KINDS, "b.ts": SEND, "c.ts": CALL}
    below = operation("POST /v1/users/{user}/subscriptions/{id}/end/")
    found = frontend(tmp_path, files, below).calls
    assert [(j.status.value, j.url.template) for j in found if j.url] == [
        ("dynamic", "/v1/subscriptions/{}/end/"),
        ("matched", "/v1/users/{}/subscriptions/{}/end/"),
    ]


def test_where_no_path_fits_that_is_said(tmp_path: Path) -> None:
    files = {"a.ts": KINDS, "b.ts": SEND, "c.ts": CALL}
    other = operation("POST /v1/users/{user}/subscriptions/{id}/begin/")
    found = frontend(tmp_path, files, other).calls
    assert {j.status.value for j in found} == {"unknown"}


@pytest.mark.parametrize(
    ("url", "verdict"),
    [
        ("/v1/events/", "dynamic GET /v1/events/ -> None"),
        ("/v1/users/", "matched GET /v1/users/ -> GET /v1/users/"),
        ("/v1/users", "unknown GET /v1/users -> GET /v1/users/"),
    ],
)
def test_of_sockets_contracts_rarely_speak(tmp_path: Path, url: str, verdict: str) -> None:
    text = f"new WebSocket(`wss://${{window.location.host}}{url}`)"
    assert judged(tmp_path, text) == [verdict]


def test_calls_of_files_that_the_settings_call_tests_are_left_out(tmp_path: Path) -> None:
    files = {"a.ts": "fetch('/v1/users/')", "a.dev.ts": "fetch('/v1/plans/')"}
    made = frontend(tmp_path, files, *CONTRACT, tests=("*.dev.ts",))
    assert [j.call.module.path.name for j in made.calls] == ["a.ts"]
    assert made.is_test(tmp_path / "a.dev.ts")
    assert not made.is_test(tmp_path / "a.ts")


def test_a_wrong_piece_in_a_file_that_is_a_test_is_told_at_the_request(tmp_path: Path) -> None:
    files = {
        "paths.dev.ts": "export const PEOPLE = '/v1/people/'",
        "a.ts": "import { PEOPLE } from './paths.dev'\nfetch(PEOPLE)\n",
    }
    plain = frontend(tmp_path, files, *CONTRACT)
    assert len(plain.refutations.of(tmp_path / "paths.dev.ts")) == 1
    made = frontend(tmp_path, files, *CONTRACT, tests=("*.dev.ts",))
    assert made.refutations.of(tmp_path / "paths.dev.ts") == ()
    assert len(made.refutations.of(tmp_path / "a.ts")) == 1


def test_of_beginnings_that_are_not_known_only_what_fits_is_sent(tmp_path: Path) -> None:
    text = (
        "const join = (base: string, path: string) =>\n"
        "  ['', base, path].join('/').replace(/\\/+/g, '/')\n"
        "const base = (value = read()) => (value === 'none' ? '' : value)\n"
        "fetch(join(base(), 'v1/users/'))\n"
    )
    assert judged(tmp_path, text) == ["matched GET /v1/users/ -> GET /v1/users/"]


def test_a_segment_that_a_client_may_append_is_there_if_the_contract_has_it(
    tmp_path: Path,
) -> None:
    code = (
        "import { useMutate } from 'restful-react';\n"
        "useMutate({ verb: 'DELETE', path: '/v1/rows' });\n"
        "useMutate({ verb: 'DELETE', path: '/v1/cells/all' });\n"
    )
    (tmp_path / "a.ts").write_text(code)
    stated = [operation("DELETE /v1/rows/{id}"), operation("DELETE /v1/cells/all")]
    calls = frontend(tmp_path, {}, *stated).calls
    assert [(j.status.value, str(j.operation)) for j in calls] == [
        ("matched", "DELETE /v1/rows/{id}"),
        ("matched", "DELETE /v1/cells/all"),
    ]


def test_a_link_behind_an_unknown_base_leads_to_a_page_where_the_answer_is_data(
    tmp_path: Path,
) -> None:
    rows = replace(operation("GET /rows"), response=Schema(Kind.ARRAY, items=Schema(Kind.OBJECT)))
    code = "location.href = window.App.base + '/rows'; location.href = window.App.base + '/export';"
    calls = frontend(tmp_path, {"a.ts": code}, rows, operation("GET /export")).calls
    assert [j.status.value for j in calls] == ["external", "matched"]


def test_a_condition_chooses_a_url_and_a_method_together(tmp_path: Path) -> None:
    code = (
        "const url = id ? `/rows/${id}` : '/rows'\n"
        "fetch(url, { method: id ? 'PUT' : 'POST' })\n"
        "fetch(url, { method: id ? 'PATCH' : 'POST' })\n"
    )
    stated = [operation("POST /rows"), operation("PUT /rows/{id}")]
    calls = frontend(tmp_path, {"a.ts": code}, *stated).calls
    said = {f"{j.status.value} {j.method} {j.url.template if j.url else ''}" for j in calls[:2]}
    assert said == {"matched PUT /rows/{}", "matched POST /rows"}
    wrong = {f"{j.method}" for j in calls[2:] if j.status.value == "wrong-method"}
    assert "PATCH" in wrong


def test_more_paths_than_are_followed_are_none_of_the_contract(tmp_path: Path) -> None:
    ways = ", ".join(f"k{n}: id + '/{n}/'" for n in range(30))
    text = f"const all = {{ {ways} }}\nfetch(`/v1/users/${{all[k]}}`)"
    assert judged(tmp_path, text) == ["dynamic GET /v1/users/{} -> None"]


def test_what_stands_before_a_path_decides_what_it_is(tmp_path: Path) -> None:
    contract = [operation(stated) for stated in ("GET /plugins/rows", "POST /areas/{area}/rows")]
    text = "const { base, area } = told()\nfetch(`${base}${area}/rows`, { method: 'POST' })"
    (found,) = frontend(tmp_path, {"a.ts": text}, *contract).calls
    assert (found.status.value, found.reason) == (
        "dynamic",
        "what stands before the path isn't known",
    )


def test_of_two_bases_the_one_that_the_contract_has_is_told(tmp_path: Path) -> None:
    text = (
        "const base = local ? 'http://localhost:8000/v1' : 'https://example.com/api/v1'\n"
        "fetch(`${base}/users/`)"
    )
    assert judged(tmp_path, text) == ["matched GET /v1/users/ -> GET /v1/users/"]


def test_an_address_and_the_path_behind_a_base_of_a_slash(tmp_path: Path) -> None:
    text = (
        "import ky from 'ky'\nconst api = ky.create({ prefixUrl: '/' })\n"
        "export const load = (host: string) => api.get(`${host}/v1/users/`)"
    )
    assert judged(tmp_path, text) == ["matched GET /v1/users/ -> GET /v1/users/"]


def test_where_the_method_is_not_known_the_path_is_read(tmp_path: Path) -> None:
    contract = [operation("POST /v1/rows/"), operation("GET /v1/rows/")]
    text = "const { method } = told()\nfetch('/v1/rows/', { method })"
    (found,) = frontend(tmp_path, {"a.ts": text}, *contract).calls
    assert (found.method, str(found.operation)) == (None, "GET /v1/rows/")


@pytest.mark.parametrize(
    ("call", "verdict"),
    [
        ("fetch('/v1/users' + rest, { method: 'PUT' })", "matched PUT /v1/users/{} -> {put}"),
        ("fetch('/v1/users' + rest)", "matched GET /v1/users -> GET /v1/users"),
        ("fetch('/v1/plans' + rest, { method: 'PUT' })", "wrong-method PUT /v1/plans -> None"),
        ("fetch(`/v1/users?${rest}`, { method: 'PUT' })", "wrong-method PUT /v1/users -> None"),
    ],
)
def test_an_end_that_may_be_a_query_or_more_of_the_path(
    tmp_path: Path, call: str, verdict: str
) -> None:
    stated = ("GET /v1/users", "PUT /v1/users/{path}", "GET /v1/plans")
    files = {"a.ts": f"export const send = (rest: string) => {call}"}
    (found,) = frontend(tmp_path, files, *map(operation, stated)).calls
    template = found.url.template if found.url is not None else "?"
    said = f"{found.status.value} {found.method} {template} -> {found.operation}"
    assert said == verdict.replace("{put}", "PUT /v1/users/{path}")


ENV = "HOST=http://localhost:8000/\nUSERS=v1/users/ # all\nTEAM='v1/teams'\nON=true\nBLANK=$X\n"


@pytest.mark.parametrize(
    ("call", "verdict"),
    [
        ("fetch(`${env.HOST}${env.USERS}`)", "matched GET /v1/users/ -> GET /v1/users/"),
        ("fetch(env.USERS.trim() + id + '/')", "matched GET /v1/users/{}/ -> GET /v1/users/{id}/"),
        ("fetch(`${env.HOST}${env.TEAM}`)", "dynamic GET / -> None"),
        ("fetch(`${env.HOST}${env.TEAM}/people/`)", "external GET /people/ -> None"),
        ("fetch(`${env.HOST}${env.ON}`)", "dynamic GET / -> None"),
        ("fetch(env.BLANK + env.OTHER)", "dynamic GET / -> None"),
        ("fetch(`${env.HOST}${env.USERS}`, { method: 'PUT' })", "dynamic PUT / -> None"),
    ],
)
def test_what_env_files_say_counts_where_the_contract_has_it(
    tmp_path: Path, call: str, verdict: str
) -> None:
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / ".env").write_text(ENV)
    assert judged(tmp_path, f"const env = import.meta.env\n{call}") == [verdict]


@pytest.mark.parametrize(
    "client",
    [
        "axios.defaults.baseURL = import.meta.env.BASE\nconst http = axios",
        "const http = axios.create({ baseURL: import.meta.env.BASE })",
    ],
)
def test_what_env_files_say_of_a_client_s_base(tmp_path: Path, client: str) -> None:
    files = {
        "package.json": "{}",
        ".env": "BASE=http://localhost:8000/app/api/v2/\n",
        "a.ts": f"import axios from 'axios'\n{client}\nhttp.get('ships')",
    }
    stated = ("GET /app/api/{version}/ships", "GET /app/health", "GET /docs")
    (found,) = frontend(tmp_path, files, *map(operation, stated)).calls
    assert str(found.operation) == "GET /app/api/{version}/ships"


def test_env_files_that_disagree_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text("{}")
    (tmp_path / ".env").write_text("USERS=v1/users/\nPLANS=v1/plans/\n")
    (tmp_path / ".env.production").write_text("USERS=v2/users/\n")
    (tmp_path / ".env.local").write_text("PLANS=v1/private/\n")
    text = "fetch(process.env.USERS)\nfetch(process.env.PLANS)"
    assert judged(tmp_path, text) == [
        "dynamic GET / -> None",
        "matched GET /v1/plans/ -> GET /v1/plans/",
    ]


def test_keys_with_many_slashes_are_no_addresses(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text("{}")
    key = "/".join(["MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"] * 30)
    (tmp_path / ".env").write_text(f"KEY={key}+==\nHOST=https://{'a' * 2000}!\nUSERS=v1/users/\n")
    text = "fetch(process.env.KEY)\nfetch(process.env.HOST)\nfetch(process.env.USERS)"
    assert judged(tmp_path, text) == [
        "dynamic GET / -> None",
        "dynamic GET / -> None",
        "matched GET /v1/users/ -> GET /v1/users/",
    ]


def test_a_query_that_env_files_say_names_nothing(tmp_path: Path) -> None:
    files = {
        "package.json": "{}",
        ".env": "USERS=/v1/users/?token=secret\n",
        "a.ts": "fetch(import.meta.env.USERS + '&page=2')",
    }
    (found,) = frontend(tmp_path, files, operation("GET /v1/users/")).calls
    assert found.url is not None
    assert [param.name for param in found.url.query] == [None, "page"]
