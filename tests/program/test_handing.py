"""Functions that are handed on, and functions that are returned: whose call sends the request."""

from __future__ import annotations

from pathlib import Path

from tests.program.frontends import calls, said, sent


def test_a_fetcher_that_is_an_argument_sends_what_it_is_called_with(tmp_path: Path) -> None:
    files = {
        "api.ts": (
            "const native = (input: string, init?: RequestInit) => fetch(input, init)\n"
            "function request(send: typeof fetch, method: string, path: string) {\n"
            "  return send('/api' + path, { method })\n"
            "}\n"
            "request(native, 'PUT', '/users')\n"
        )
    }
    assert sent(tmp_path, files) == ["PUT /api/users"]


def test_a_fetcher_may_be_handed_on_twice_and_under_another_name(tmp_path: Path) -> None:
    files = {
        "native.ts": (
            "const native = (input: string) => fetch(input)\n"
            "export const useFetch = () => ({ fetch: native as typeof fetch })\n"
        ),
        "page.ts": (
            "import { useFetch } from './native'\n"
            "const send = (f: typeof fetch, path: string) => f(path)\n"
            "const twice = (f: typeof fetch, path: string) => send(f, `/v1${path}`)\n"
            "const { fetch } = useFetch()\n"
            "twice(fetch, '/users')\n"
        ),
    }
    assert sent(tmp_path, files) == ["GET /v1/users"]


def test_a_fetcher_that_a_hook_of_the_project_hands_to_swr_gets_the_key(tmp_path: Path) -> None:
    files = {
        "hook.ts": (
            "import useSWR from 'swr'\n"
            "export const useWhen = (on: boolean, key: string, fetcher: Fetcher) =>\n"
            "  useSWR(on ? key : null, fetcher)\n"
        ),
        "page.ts": (
            "import { useWhen } from './hook'\n"
            "const fetcher = (path: string) => fetch(path).then((r) => r.json())\n"
            "export const usePlans = (on: boolean) => useWhen(on, '/api/plans', fetcher)\n"
        ),
    }
    assert sent(tmp_path, files) == ["GET /api/plans"]


def test_a_function_that_a_hook_returns_sends_where_it_is_called(tmp_path: Path) -> None:
    files = {
        "api.ts": (
            "export function useApi(url: string) {\n"
            "  return {\n"
            "    put: async (data: object, suffix = '') =>\n"
            "      fetch('/api' + url + suffix, { method: 'PUT' }),\n"
            "    get: async (suffix = '') => fetch('/api' + url + suffix),\n"
            "  }\n"
            "}\n"
        ),
        "page.ts": (
            "import { useApi } from './api'\n"
            "const users = useApi('/users')\n"
            "const peers = useApi('/peers')\n"
            "users.put({}, `/${id}`)\n"
            "peers.get()\n"
        ),
    }
    found = [(c.node.start_point[0] + 1, said(c)) for c in calls(tmp_path, files)]
    assert sorted(found) == [(4, "PUT /api/users/{}"), (5, "GET /api/peers")]


def test_a_hook_that_calls_its_own_function_sends_where_it_is_used(tmp_path: Path) -> None:
    files = {
        "api.ts": (
            "export function useList(url: string) {\n"
            "  const load = async () => fetch('/api' + url)\n"
            "  useEffect(() => { load() }, [])\n"
            "  return { items: [] }\n"
            "}\n"
        ),
        "page.ts": "import { useList } from './api'\nuseList('/users')\n",
    }
    assert sent(tmp_path, files) == ["GET /api/users"]


def test_a_client_itself_is_the_fetcher(tmp_path: Path) -> None:
    files = {
        "request.ts": (
            "import axios, { AxiosInstance } from 'axios'\n"
            "class Request {\n"
            "  instance: AxiosInstance\n"
            "  constructor() { this.instance = axios.create({ baseURL: '/api' }) }\n"
            "}\n"
            "export default new Request()\n"
        ),
        "answers.ts": (
            "import useSWR from 'swr'\n"
            "import request from './request'\n"
            "export const useAnswers = (id: string) =>\n"
            "  useSWR(id ? `/answers/${id}` : null, request.instance.get)\n"
        ),
    }
    assert sent(tmp_path, files) == ["GET /api/answers/{}"]


def test_wrappers_that_call_the_next_twice_each_end(tmp_path: Path) -> None:
    lines = [
        f"const g{i} = (a, b) => {{ g{i + 1}(a + '/l', b); g{i + 1}(a + '/r', b) }}"
        for i in range(12)
    ]
    text = "\n".join([*lines, "const g12 = (a, b) => fetch('/v1' + a + b)", "g0('/s', '/t')"])
    assert len(sent(tmp_path, {"a.ts": text})) < 600


def test_a_function_that_another_one_returns_is_entered_where_its_result_is_called(
    tmp_path: Path,
) -> None:
    files = {
        "common.ts": (
            "import globalAxios, { type AxiosInstance } from 'axios'\n"
            "export const toPath = (url: URL) => url.pathname + url.search + url.hash\n"
            "export const request = function (args: Args) {\n"
            "  return (base: string, axios: AxiosInstance = globalAxios) =>\n"
            "    axios.request({ ...args.options, url: base + args.url })\n"
            "}\n"
            "export const curried = (path: string) => (id: number) => fetch(`/v1${path}/${id}`)\n"
        ),
        "users.ts": (
            "import { curried, request, toPath } from './common'\n"
            "const creator = () => ({\n"
            "  one: async (id: string) => {\n"
            "    const path = `/users/{id}`.replace(`{${'id'}}`, encodeURIComponent(String(id)))\n"
            "    const url = new URL(path, 'https://example.com')\n"
            "    return { url: toPath(url), options: { method: 'PUT' } }\n"
            "  },\n"
            "})\n"
            "export const users = () => ({\n"
            "  async one(id: string) {\n"
            "    const args = await creator().one(id)\n"
            "    return () => request(args)('/api')\n"
            "  },\n"
            "})\n"
            "curried('/rows')(7)\n"
        ),
    }
    assert sorted(sent(tmp_path, files)) == ["GET /v1/rows/{}", "PUT /api/users/{}"]


def test_options_that_a_returned_function_adds_to(tmp_path: Path) -> None:
    files = {
        "api.ts": (
            "import axios from 'axios'\n"
            "export const define = (config) => async (more = {}) =>\n"
            "  axios(Object.assign({}, config, more))\n"
            "const named = (config) => define(config)\n"
            "export const users = define({ url: '/api/users', method: 'PUT' })\n"
            "export const teams = named({ url: '/api/teams', method: 'POST' })\n"
        )
    }
    assert sent(tmp_path, files) == ["PUT /api/users", "POST /api/teams"]


def test_a_point_that_is_put_before_a_path(tmp_path: Path) -> None:
    code = "const send = (path: string) => fetch('.' + path)\nsend('/api/users')\n"
    assert sent(tmp_path, {"api.ts": code}) == ["GET /api/users"]


def test_functions_that_are_made_for_a_client(tmp_path: Path) -> None:
    files = {
        "plugin.js": (
            "import axios from 'axios'\n"
            "export default (context, inject) => {\n"
            "  const client = axios.create({ baseURL: '/api' })\n"
            "  inject('client', client)\n"
            "}\n"
        ),
        "users.js": (
            "export default (client) => ({\n"
            "  all() { return client.get('/users') },\n"
            "  rename(id, name) { return client.patch(`/users/${id}`, { name }) },\n"
            "})\n"
        ),
        "page.js": (
            "import UserService from './users'\n"
            "export default { methods: { load() { return UserService(this.$client).all() } } }\n"
        ),
    }
    assert sent(tmp_path, files) == ["GET /api/users", "PATCH /api/users/{}"]


def test_many_comments_behind_a_client_cost_no_time(tmp_path: Path) -> None:
    notes = "/* a note */\n" * 60
    code = f"const send = fetch\n{notes}const load = (ask) => ask('/rows')\nload(fetch)\n"
    assert sent(tmp_path, {"a.js": code}) == ["GET /rows"]


def test_what_is_made_for_something_else_sends_nothing(tmp_path: Path) -> None:
    files = {
        "names.js": "export default (map) => ({ all: () => map.get('a/b') })\n",
        "page.js": "import names from './names'\nnames(new Map()).all()\nfetch('/api')\n",
    }
    assert sent(tmp_path, files) == ["GET /api"]


def test_a_function_that_another_one_returns_goes_by_the_name_that_the_result_is_given(
    tmp_path: Path,
) -> None:
    files = {
        "wrapper.js": (
            "export const api = { get: request('GET'), put: request('PUT') }\n"
            "export const remove = request('DELETE')\n"
            "function request(method) {\n"
            "  return (path, body) => fetch('/api' + path, { method, body })\n"
            "}\n"
        ),
        "users.js": (
            "import { api, remove } from './wrapper'\n"
            "const base = '/users'\n"
            "export const list = () => api.get(`${base}/all`)\n"
            "export const save = (id, user) => api.put(`${base}/${id}`, user)\n"
            "export const drop = (id) => remove(`${base}/${id}`)\n"
        ),
    }
    assert sent(tmp_path, files) == [
        "GET /api/users/all",
        "PUT /api/users/{}",
        "DELETE /api/users/{}",
    ]


def test_a_client_that_a_promise_or_another_function_hands_to_a_callback(tmp_path: Path) -> None:
    files = {
        "users.ts": "export const list = () => fetch('/api/users')",
        "page.ts": (
            "import axios from 'axios'\n"
            "const open = async () => axios.create({ baseURL: '/api' })\n"
            "open().then((client) => client.post('/teams'))\n"
            "async function each(rows: Row[], change: Change) {\n"
            "  const client = await open()\n"
            "  for (const row of rows) await change(row, client)\n"
            "}\n"
            "each(rows, (row, client) => client.delete(`/rows/${row.id}`))\n"
            "import('./users').then((users) => users.list())\n"
        ),
    }
    assert sent(tmp_path, files) == ["POST /api/teams", "DELETE /api/rows/{}", "GET /api/users"]


def test_who_makes_the_function_says_its_path_though_some_call_it_by_a_name(
    tmp_path: Path,
) -> None:
    code = (
        "const make = (url) => function (id) { return fetch(id ? `${url}/${id}` : url) }\n"
        "const load = make('/api/users')\n"
        "load(7)\n"
        "export const handlers = { ['GET_TEAMS']: make('/api/teams') }\n"
    )
    found = sent(tmp_path, {"a.js": code})
    assert any("/api/users" in one for one in found)
    assert any("/api/teams" in one for one in found)


def test_functions_that_a_loop_puts_under_computed_names(tmp_path: Path) -> None:
    files = {
        "http.js": (
            "const http = {}\n"
            ";['GET', 'POST', 'DELETE'].forEach((method) => {\n"
            "  http[method.toLowerCase()] = (url, data) =>\n"
            "    fetch(`${Config.base}/api${url}`, { method, body: data })\n"
            "})\n"
            "export default http\n"
        ),
        "users.js": (
            "import http from './http'\n"
            "export const list = () => http.get('/users')\n"
            "export const drop = (id) => http.delete(`/users/${id}`)\n"
        ),
    }
    assert sent(tmp_path, files) == ["GET /api/users", "DELETE /api/users/{}"]
