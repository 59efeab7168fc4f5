"""Every way in which a frontend sends requests, and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.program.call import CallKind
from fixer.program.calls import Finder
from tests.program.frontends import calls, clients, said, sent, written

CLIENTS = {
    "fetch": ("fetch('/a', { method: 'post' });", "POST /a"),
    "a request object": ("fetch(new Request('/a', { method: 'PUT' }));", "PUT /a"),
    "window.fetch": ("window.fetch(`/a/${id}`);", "GET /a/{}"),
    "axios": ("import x from 'axios'; x.delete('/a');", "DELETE /a"),
    "axios called": ("import axios from 'axios'; axios({ url: '/a', method: 'put' });", "PUT /a"),
    "axios with a URL": ("import axios from 'axios'; axios('/a', { method: 'put' });", "PUT /a"),
    "axios.create": (
        "import axios from 'axios'; const http = axios.create({ baseURL: '/api/' });"
        " http.get('/a');",
        "GET /api/a",
    ),
    "axios.defaults": (
        "import axios from 'axios'; axios.defaults.baseURL = '/api'; axios.get('a');",
        "GET /api/a",
    ),
    "ky.extend": (
        "import ky from 'ky'; const k = ky.create({ prefixUrl: '/api' }).extend({});"
        " k.post('a', { json: b });",
        "POST /api/a",
    ),
    "ofetch.create": (
        "import { ofetch } from 'ofetch'; const f = ofetch.create({ baseURL: '/api' }); f('/a');",
        "GET /api/a",
    ),
    "$fetch": ("$fetch('/a', { method: 'PATCH' });", "PATCH /a"),
    "useFetch": ("const { data } = await useFetch(() => `/a/${id}`);", "GET /a/{}"),
    "superagent": ("import request from 'superagent'; request.put('/a').send(b);", "PUT /a"),
    "jQuery": ("$.ajax({ url: '/a', type: 'POST' });", "POST /a"),
    "XMLHttpRequest": ("const x = new XMLHttpRequest(); x.open('PUT', '/a', true);", "PUT /a"),
    "EventSource": ("new EventSource('/a');", "GET /a"),
    "sendBeacon": ("navigator.sendBeacon('/a', data);", "POST /a"),
    "got": ("import got from 'got'; got.post('/a');", "POST /a"),
    "openapi-fetch": (
        "import createClient from 'openapi-fetch';"
        " const c = createClient<paths>({ baseUrl: '/v1' });"
        " c.GET('/a/{id}', { params: { path: { id: 1 } } });",
        "GET /v1/a/{}",
    ),
    "swr-openapi": (
        "import createClient from 'openapi-fetch'; import { createQueryHook } from 'swr-openapi';"
        " const useQuery = createQueryHook(createClient({ baseUrl: '/v1' }), 'own');"
        " useQuery('/a/{id}', { params: { path: { id } } });",
        "GET /v1/a/{}",
    ),
    "oazapfts": (
        "import * as Oazapfts from '@oazapfts/runtime';"
        " const own = Oazapfts.runtime({ headers: {}, baseUrl: '/v1' });"
        " own.ok(own.fetchJson('/a', own.json({ method: 'POST', body: a })));",
        "POST /v1/a",
    ),
    "restful-react": (
        "import { useMutate } from 'restful-react'; useMutate({ verb: 'PUT', path: `/a/${id}` });",
        "PUT /a/{}",
    ),
    "restful-react, generated": (
        "import { useMutate } from 'restful-react';"
        " const useSave = ({ id, ...props }) =>"
        " useMutate('PUT', (path) => `/a/${path.id}`, { base: '/v1', ...props });",
        "PUT /v1/a/{}",
    ),
    "alova": (
        "import { createAlova } from 'alova'; const a = createAlova({ baseURL: '/v1' });"
        " a.Delete('/a', b);",
        "DELETE /v1/a",
    ),
    "apisauce": (
        "import { create } from 'apisauce'; const a = create({ baseURL: '/v1' }); a.put('/a', b);",
        "PUT /v1/a",
    ),
    "better-fetch": (
        "import { createFetch } from '@better-fetch/fetch';"
        " const $get = createFetch({ baseURL: '/v1' }); $get('/a');",
        "GET /v1/a",
    ),
    "pocketbase": (
        "import PocketBase from 'pocketbase'; const p = new PocketBase('/');"
        "p.send('/v1/b', { method: 'POST', body: {} });",
        "POST /v1/b",
    ),
    "fetch-retry": (
        "import retry from 'fetch-retry';"
        "const own = (url, init) => fetch(url, init);"
        "const send = (path, { again } = {}) => (again === false ? own : retry(own))(`/v1${path}`);"
        "send('/a');",
        "GET /v1/a",
    ),
    "mande": (
        "import { mande } from 'mande'; const a = mande('/v1/a'); a.get('b');",
        "GET /v1/a/b",
    ),
    "undici": ("import { request } from 'undici'; request('/a', { method: 'PUT' });", "PUT /a"),
    "rxjs": ("import { ajax } from 'rxjs/ajax'; ajax.getJSON('/a');", "GET /a"),
    "redux-saga": (
        "import { call } from 'redux-saga/effects'; const load = (p) => fetch('/v1' + p);"
        " function* saga() { yield call(load, '/a'); }",
        "GET /v1/a",
    ),
    "AngularJS": (
        "angular.module('m').factory('a', ($http) => ({ drop: (i) => $http.delete(`/a/${i}`) }));",
        "DELETE /a/{}",
    ),
    "a client as a default": ("const load = (send = fetch) => send('/a');", "GET /a"),
    "a client that is kept by another name": (
        "export class A { #send; constructor(o) { this.#send = o.send ?? globalThis.fetch }\n"
        "  load() { return this.#send('/a') } }",
        "GET /a",
    ),
    "a client that is bound and kept": (
        "export class A { constructor(f = fetch.bind(window)) { this.own = f }\n"
        "  load() { return this.own('/a') } }",
        "GET /a",
    ),
    "a client that is bound with a part of the request": (
        "const get = fetch.bind(window, '/a');\nget('/b'); fetch('/c')",
        "GET /c",
    ),
    "a state that begins as a path": (
        "function useData(first) { const [url, setUrl] = useState(first); axios.get(url); }\n"
        "const Rows = () => useData('/a');",
        "GET /a",
    ),
    "the state of a reducer": (
        "function useData(path) {\n"
        "  const [{ url, method }] = useReducer(reduce, { url: `/v1${path}`, method: 'GET' });\n"
        "  fetch(url, { method }); }\n"
        "const Rows = () => useData('/a');",
        "? /v1/a",
    ),
    "a request that functions put together": (
        "const set = (key, v) => (o) => (v.length === 0 ? o : { ...o, [key]: v });\n"
        "const to = (url) => set('url', url); const by = (verb) => set('method', verb);\n"
        "const ask = (...all) => axios(all.reduceRight((o, f) => f(o), { url: '/none' }));\n"
        "const drop = (id) => ask(to(`/a/${id}`), by('DELETE'));",
        "DELETE /a/{}",
    ),
    "a private method": (
        "export class A { #all(path) { return fetch('/api' + path) }\n"
        "  load() { return this.#all('/a') } }",
        "GET /api/a",
    ),
    "a library by require": ("const axios = require('axios'); axios.get('/a');", "GET /a"),
    "an injected client": (
        "export default { methods: { load() { this.$http.get('/a'); } } };",
        "GET /a",
    ),
    "a mini program": ("uni.request({ url: '/a', method: 'POST' });", "POST /a"),
}


@pytest.mark.parametrize(("code", "expected"), CLIENTS.values(), ids=CLIENTS)
def test_a_client(tmp_path: Path, code: str, expected: str) -> None:
    assert sent(tmp_path, {"a.js": code}) == [expected]


def test_angular(tmp_path: Path) -> None:
    code = (
        "import { HttpClient } from '@angular/common/http';\n"
        "import { inject } from '@angular/core';\n"
        "export class A { constructor(private http: HttpClient) {}\n"
        "  list() { return this.http.get<string[]>('/a', { params: { page: 1 } }); }\n"
        "  save(b: object) { return this.http.request('PUT', '/b', { body: b }); } }\n"
        "export class B { private http = inject(HttpClient);\n"
        "  drop(id: number) { return this.http.delete(`/c/${id}`); } }\n"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /a", "PUT /b", "DELETE /c/{}"]


def test_rtk_query(tmp_path: Path) -> None:
    code = (
        "import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';\n"
        "const api = createApi({ baseQuery: fetchBaseQuery({ baseUrl: '/api/' }),\n"
        "  endpoints: (build) => ({\n"
        "    one: build.query<A, string>({ query: (id) => `users/${id}` }),\n"
        "    add: build.mutation({ query: (body) => ({ url: 'users', method: 'POST', body }) }),\n"
        "  }) });\n"
        "api.injectEndpoints({ endpoints: (b) => ({ all: b.query({ query: () => '/team' }) }) });"
    )
    expected = ["GET /api/users/{}", "POST /api/users", "GET /api/team"]
    assert sent(tmp_path, {"a.ts": code}) == expected


def test_rtk_query_over_axios(tmp_path: Path) -> None:
    code = (
        "import axios from 'axios';\nimport { createApi } from '@reduxjs/toolkit/query';\n"
        "const base = ({ baseUrl }) => async ({ url, method }) =>\n"
        "  axios({ url: baseUrl + url, method });\n"
        "createApi({ baseQuery: base({ baseUrl: '/api' }), endpoints: (build) => ({\n"
        "  drop: build.mutation({ query: (id) => ({ url: `/a/${id}`, method: 'DELETE' }) }) }) });"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["DELETE /api/a/{}"]


def test_rtk_query_over_a_function_that_makes_the_base_query(tmp_path: Path) -> None:
    code = (
        "import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';\n"
        "const raw = (baseUrl: string) => fetchBaseQuery({ baseUrl });\n"
        "const dynamic = async (args, api, extra) => raw('/api')(args, api, extra);\n"
        "const make = (baseQuery = dynamic) => createApi({ baseQuery, endpoints: (build) => ({\n"
        "  one: build.query<A, string>({ query: (id) => ({ url: `/users/${id}` }) }) }) });\n"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /api/users/{}"]


def test_rtk_query_endpoints_that_other_files_declare(tmp_path: Path) -> None:
    files = {
        "users.ts": "export const users = (build: Builder) => ({\n"
        "  add: build.mutation<A, B>({ query: (body) =>\n"
        "    ({ url: '/users', method: 'POST', body }) }) });",
        "api.ts": "import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react';\n"
        "import { users } from './users';\n"
        "const baseQuery = async (a, b, c) => fetchBaseQuery({ baseUrl: '/api' })(a, b, c);\n"
        "export const api = createApi({ baseQuery,\n"
        "  endpoints: (build) => ({ ...users(build) }) });",
    }
    assert sent(tmp_path, files) == ["POST /api/users"]


def test_swr_keys_reach_the_fetcher_that_is_given_or_provided(tmp_path: Path) -> None:
    files = {
        "fetcher.ts": "export const fetcher = (url: string) => fetch(url).then((r) => r.json());",
        "app.tsx": "import { SWRConfig } from 'swr';\nimport { fetcher } from './fetcher';\n"
        "export const App = () => <SWRConfig value={{ fetcher }}><B /></SWRConfig>;",
        "b.tsx": "import useSWR from 'swr';\nimport { fetcher } from './fetcher';\n"
        "export function B() { useSWR('/a'); useSWR(id ? `/b/${id}` : null, fetcher);\n"
        "  useSWR('cache-key', () => 1); return null; }",
    }
    assert sent(tmp_path, files) == ["GET /a", "GET /b/{}"]


def test_an_infinite_swr_key_is_made_where_the_hook_is_called(tmp_path: Path) -> None:
    code = (
        "import useSWRInfinite from 'swr/infinite';\n"
        "const page = (url: string) => fetch(`/api${url}`).then((r) => r.json());\n"
        "const usePages = (path: string) => {\n"
        "  const key = (index: number, last: unknown) =>\n"
        "    last === null ? null : `${path}?page=${index}`;\n"
        "  return useSWRInfinite(key, page);\n};\n"
        "export const useA = () => usePages('/a');\nexport const useB = () => usePages('/b');"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /api/a", "GET /api/b"]


@pytest.mark.parametrize(
    ("statement", "call"),
    [
        ("import * as path from 'path';", "path.join('/api/', id, '/users')"),
        ("import { join } from 'path-browserify';", "join('/api', `${id}/users`)"),
        ("import urlJoin from 'url-join';", "urlJoin('/api/', id, 'users')"),
        ("import { joinURL } from 'ufo';", "joinURL('/api', id, '/users')"),
    ],
)
def test_parts_that_a_package_joins(tmp_path: Path, statement: str, call: str) -> None:
    code = f"{statement} export const load = (id: string) => fetch({call});"
    assert sent(tmp_path, {"a.ts": code}) == ["GET /api/{}/users"]


@pytest.mark.parametrize(
    ("statement", "call"),
    [
        ("import { generatePath } from 'react-router-dom';", "generatePath(PATHS.one, { id })"),
        ("import { generatePath } from 'react-router';", "generatePath('/api/users/:id', { id })"),
        ("import { compile } from 'path-to-regexp';", "compile('/api/users/:id')({ id })"),
        ("import * as paths from 'path-to-regexp';", "paths.compile(PATHS.digits)({ id })"),
    ],
)
def test_a_path_that_a_package_fills_in(tmp_path: Path, statement: str, call: str) -> None:
    code = (
        f"{statement}\n"
        "const PATHS = { one: '/api/users/:id', digits: '/api/users/:id(\\\\d+)' } as const;\n"
        f"export const load = (id: string) => fetch({call});"
    )
    (found,) = calls(tmp_path, {"a.ts": code})
    assert [url.template for url in found.urls] == ["/api/users/{}"]


@pytest.mark.parametrize(
    ("statement", "call"),
    [
        ("import qs from 'query-string';", "qs.stringifyUrl({ url, query: { page: 1 } })"),
        ("import { stringifyUrl } from 'query-string';", "stringifyUrl({ url, query })"),
        ("import { withQuery } from 'ufo';", "withQuery(url, { page: 1 })"),
    ],
)
def test_a_query_that_a_package_puts_behind_a_url(
    tmp_path: Path, statement: str, call: str
) -> None:
    code = (
        f"{statement} const url = '/api/users'; const query = {{ page: 1 }};\n"
        f"export const load = () => fetch({call});"
    )
    (found,) = calls(tmp_path, {"a.ts": code})
    assert [(url.template, [p.name for p in url.query]) for url in found.urls] == [
        ("/api/users", ["page"])
    ]


@pytest.mark.parametrize(
    ("call", "path"),
    [
        ("generateUrl('/apps/notes/{id}', { id })", "/index.php/apps/notes/{}"),
        ("generateOcsUrl(`apps/notes/${id}`)", "/ocs/v2.php/apps/notes/{}"),
    ],
)
def test_a_path_that_a_package_puts_before_a_url(tmp_path: Path, call: str, path: str) -> None:
    code = (
        "import axios from '@nextcloud/axios';\n"
        "import { generateOcsUrl, generateUrl } from '@nextcloud/router';\n"
        f"export const load = (id: number) => axios.get({call});"
    )
    assert sent(tmp_path, {"a.ts": code}) == [f"GET {path}"]


def test_a_class_that_is_only_extended_sends_nothing_itself(tmp_path: Path) -> None:
    code = (
        "class Base { constructor(private server: string) {}\n"
        "  request(method: string, path: string) {\n"
        "    return fetch(this.server + path, { method }); }\n"
        "  get(path: string) { return this.request('GET', path); } }\n"
        "class Client extends Base { users() { return this.get('/users'); } }\n"
        "export const client = new Client('/api');\nclient.users();"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /api/users"]


def test_a_client_that_vue_hands_out(tmp_path: Path) -> None:
    files = {
        "main.ts": "import { createApp } from 'vue';\nimport axios from 'axios';\n"
        "const app = createApp({});\n"
        "app.provide('api', axios.create({ baseURL: '/api' }));",
        "use.ts": "import { inject } from 'vue';\nconst api = inject('api');\n"
        "export const load = () => api.get('/users');\n"
        "const plugged = inject('axios');\nexport const other = () => plugged.get('/b');",
    }
    assert sent(tmp_path, files) == ["GET /api/users", "GET /b"]


def test_a_path_stays_known_however_many_queries_may_follow(tmp_path: Path) -> None:
    asked = "".join(f"  if (o.a{n}) path += `?a{n}=${{o.a{n}}}`;\n" for n in range(5))
    code = (
        "const base = () => (window.APP ? window.APP.url : '/');\n"
        f"function send(path: string, o: any) {{\n{asked}"
        "  return fetch(`${base()}${path}`);\n}\n"
        "export const load = (o: object) => send('users', o);"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /users"]


def test_tanstack_query(tmp_path: Path) -> None:
    code = (
        "import { QueryClient, useQuery } from '@tanstack/react-query';\n"
        "const load = async ({ queryKey }) => (await fetch(queryKey[0])).json();\n"
        "new QueryClient({ defaultOptions: { queries: { queryFn: load } } });\n"
        "export const useA = () => useQuery({ queryKey: ['/a', 1] });\n"
        "export const useB = () => useQuery({ queryKey: ['b'], queryFn: () => fetch('/b') });"
    )
    assert sorted(sent(tmp_path, {"a.ts": code})) == ["GET /a", "GET /b"]


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("/rows/:row-id", "/rows/{}"),
        ("/rows/:from-:to/all", "/rows/{}/all"),
        ("/files/*", "/files/{}"),
        ("/files/*path", "/files/{}"),
        ("http://host:8080/rows/:id?", "/rows/{}"),
    ],
)
def test_what_stands_for_something_in_such_a_path(tmp_path: Path, pattern: str, path: str) -> None:
    code = f"import {{ compile }} from 'path-to-regexp';\nfetch(compile('{pattern}')(values));"
    (found,) = calls(tmp_path, {"a.ts": code})
    assert [url.template for url in found.urls] == [path]


def test_a_part_that_may_be_left_out_of_such_a_path_says_nothing_wrong(tmp_path: Path) -> None:
    code = "import { compile } from 'path-to-regexp';\nfetch(compile('/rows{/:id}')(values));"
    (found,) = calls(tmp_path, {"a.ts": code})
    assert not any("rows" in url.template for url in found.urls)


def test_tanstack_query_with_its_key_and_function_as_arguments(tmp_path: Path) -> None:
    code = (
        "import { useQuery } from 'react-query';\n"
        "interface Asked { queryKey: readonly [string, { base: string }] }\n"
        "const load = async ({ queryKey: [path, api] }: Asked) => fetch(api.base + path);\n"
        "declare const api: { base: string };\n"
        "export const useUsers = () => useQuery(['/users', api], load);"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /users"]


@pytest.mark.parametrize(
    "code",
    [
        "import { openmrsFetch, restBaseUrl } from '@openmrs/esm-framework';\n"
        "export const load = () => openmrsFetch(`${restBaseUrl}/users`);",
        "import useSWR from 'swr';\nimport { openmrsFetch } from '@openmrs/esm-framework';\n"
        "export const useUsers = () => useSWR('/users', openmrsFetch);",
        "import { useFetchClient } from '@foundatiofx/fetchclient';\n"
        "export const load = () => useFetchClient().getJSON<string[]>('users');",
        "import { createAxle } from '@varlet/axle';\nconst axle = createAxle({});\n"
        "export const load = (query: object) => axle.get('/users', query);",
        "import useSWRV from 'swrv';\n"
        "export const useUsers = () => useSWRV('/users', (key: string) => fetch(key));",
    ],
    ids=["openmrs", "openmrs by swr", "fetchclient", "axle", "swrv"],
)
def test_clients_of_packages(tmp_path: Path, code: str) -> None:
    assert [
        c.removeprefix("GET {}").removeprefix("GET ") for c in sent(tmp_path, {"a.ts": code})
    ] == ["/users"]


WRAPPER = "export const get = <T>(path: string): Promise<T> => fetch('/api' + path) as never;\n"


def test_a_member_that_is_the_default_export_has_the_names_that_it_is_imported_by(
    tmp_path: Path,
) -> None:
    files = {
        "client.ts": "import axios from 'axios';\nclass Client {\n"
        "  api = axios.create();\n"
        "  request = async ({ path, method }: any) => this.api.request({ url: path, method });\n"
        "}\nexport default new Client().request;",
        "a.ts": "import send from './client';\n"
        "export const users = () => send({ path: '/users', method: 'GET' });",
    }
    assert sent(tmp_path, files) == ["GET /users"]


def test_a_wrapper_through_a_renamed_re_export(tmp_path: Path) -> None:
    files = {
        "http.ts": WRAPPER,
        "index.ts": "export { get as load } from './http';",
        "a.ts": "import { load as l } from './index';\n"
        "export const users = () => l<string>('/users');",
    }
    assert sent(tmp_path, files) == ["GET /api/users"]


def test_wrappers_of_wrappers(tmp_path: Path) -> None:
    code = (
        WRAPPER + "const all = (kind: string) => get(`/${kind}/all`);\n"
        "const both = (kind: string) => [all(kind), all('fixed')];\nboth('users');"
    )
    assert sorted(sent(tmp_path, {"a.ts": code})) == ["GET /api/fixed/all", "GET /api/users/all"]


def test_a_segment_that_callers_give_as_a_word_is_told_by_them(tmp_path: Path) -> None:
    code = (
        "const list = (model: string, id: number) => fetch(`/api/${model}/${id}/`);\n"
        "list('users', 1); list('team', x);"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /api/users/1/", "GET /api/team/{}/"]


def test_an_id_that_callers_give_stays_a_hole_where_the_url_is_written(tmp_path: Path) -> None:
    code = "export const one = (id: string) => fetch(`/users/${id}`);\none(a.id); one(b.id);"
    assert sent(tmp_path, {"a.ts": code}) == ["GET /users/{}"]


def test_the_method_comes_through_the_wrapper(tmp_path: Path) -> None:
    code = (
        "async function request(method: 'GET' | 'POST', path: string, body?: object) {\n"
        "  const options: RequestInit = { method };\n"
        "  if (body) options.body = JSON.stringify(body);\n  return fetch(path, options);\n}\n"
        "const api = { post: (path: string, body: object) => request('POST', path, body),\n"
        "  get: (path: string) => request('GET', path) };\n"
        "api.get('/a'); api.post('/b', {});"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /a", "POST /b"]


def test_an_abstract_class_sends_for_each_subclass(tmp_path: Path) -> None:
    code = (
        "abstract class Crud { abstract base: string; abstract item(id: number): string;\n"
        "  all() { return fetch(this.base); }\n"
        "  drop(id: number) { return fetch(this.item(id), { method: 'DELETE' }); } }\n"
        "class Users extends Crud { base = '/users'; item = (id: number) => `/users/${id}`; }\n"
        "class Team extends Crud { base = '/team'; item(id: number) { return `/team/${id}`; } }"
    )
    found = calls(tmp_path, {"a.ts": code})
    expected = ["DELETE /team/{}", "DELETE /users/{}", "GET /team", "GET /users"]
    assert sorted(map(said, found)) == expected
    assert all(call.owner is not None for call in found)


def test_objects_of_one_class_each_send_their_own(tmp_path: Path) -> None:
    code = (
        "class Crud { constructor(private base: string) {} list() { return fetch(this.base); } }\n"
        "export const users = new Crud('/users');\nexport const team = new Crud('/team');\n"
        "users.list(); team.list();"
    )
    assert sorted(sent(tmp_path, {"a.ts": code})) == ["GET /team", "GET /users"]


def test_an_object_that_is_known_by_its_type_alone(tmp_path: Path) -> None:
    files = {
        "http.ts": "export class Http {\n"
        "  constructor(private base: string, private token = '') {}\n"
        "  get<T>(path: string) { return this.send<T>('GET', path); }\n"
        "  private send<T>(method: string, path: string): Promise<T> {\n"
        "    return fetch(this.base + path, { method }).then((r) => r.json());\n"
        "  }\n"
        "}",
        "rows.ts": "import type { Http } from './http';\n"
        "export class Rows { http: Http; constructor(http: Http) { this.http = http; }\n"
        "  all() { return this.http.get<Row[]>('/rows'); } }",
        "main.ts": "import { Http } from './http';\nimport { Rows } from './rows';\n"
        "export function rows() { const http = new Http('/api'); return new Rows(http); }",
    }
    assert sent(tmp_path, files) == ["GET /api/rows"]


def test_a_builder_is_told_where_it_is_used(tmp_path: Path) -> None:
    code = (
        "abstract class Builder { private url: string;\n"
        "  constructor(path: string, base?: string) { this.url = `${base ?? '/api/'}${path}`; }\n"
        "  withHeader() { return this; }\n"
        "  protected send(method: string) { return fetch(this.url, { method }); } }\n"
        "class Get extends Builder { run() { return this.send('GET'); } }\n"
        "export const users = () => new Get('users').withHeader().run();"
    )
    (call,) = calls(tmp_path, {"a.ts": code})
    assert (said(call), call.function) == ("GET /api/users", "users")


def test_a_hook_hands_out_its_functions(tmp_path: Path) -> None:
    code = (
        "import { useCallback } from 'react';\n"
        "function useApi() { const get = useCallback((path: string) => fetch(`/v1${path}`), []);\n"
        "  return { get }; }\n"
        "function A() { const { get: load } = useApi(); load('/a'); }"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /v1/a"]


def test_a_client_travels_in_a_context(tmp_path: Path) -> None:
    files = {
        "context.tsx": "import { createContext, useContext } from 'react';\n"
        "export class Client { get(path: string) { return fetch('/api' + path); } }\n"
        "const Context = createContext<Client | null>(null);\nconst client = new Client();\n"
        "export const useClient = () => useContext(Context)!;\n"
        "export const P = (p) => <Context.Provider value={client}>{p.children}</Context.Provider>;",
        "a.tsx": "import { useClient } from './context';\n"
        "export function A() { const c = useClient(); c.get('/a'); return null; }",
    }
    assert sent(tmp_path, files) == ["GET /api/a"]


def test_an_interface_stands_for_what_implements_it(tmp_path: Path) -> None:
    files = {
        "http.ts": "import axios from 'axios';\nexport interface Http { get(p: string): unknown }\n"
        "export const make = (): Http => ({ get: async (p: string) => axios.get(p) });",
        "a.ts": "import type { Http } from './http';\n"
        "export class Api { constructor(private http: Http) {}\n"
        "  all() { return this.http.get('/a'); } }",
    }
    assert sent(tmp_path, files) == ["GET /a"]


def test_a_client_function_that_is_handed_on(tmp_path: Path) -> None:
    code = (
        "import axios from 'axios';\n"
        "const safe = async (send: Function, url: string, body: object) => send(url, body);\n"
        "safe(axios.put, '/a', {});"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["PUT /a"]


def test_a_generated_client(tmp_path: Path) -> None:
    code = (
        "class BaseAPI { constructor(protected configuration = { basePath: '/v1' }) {}\n"
        "  protected async request(context: { path: string; method: string; query?: object }) {\n"
        "    const { url, init } = await this.params(context); return this.send(url, init); }\n"
        "  private async params(c) { let url = this.configuration.basePath + c.path;\n"
        "    if (c.query !== undefined && Object.keys(c.query).length !== 0) {\n"
        "      url += '?' + s(c.query); }\n"
        "    return { url, init: { method: c.method } }; }\n"
        "  private send = async (url: string, init: RequestInit) => {\n"
        "    let p = { url, init };\n"
        "    for (const m of this.middleware) { p = (await m.pre(p)) || p; }\n"
        "    return await (this.configuration.fetchApi || fetch)(p.url, p.init); } }\n"
        "export class Api extends BaseAPI { async one(r: { id: number }) {\n"
        "    let path = `/users/{id}/`;\n"
        '    path = path.replace(`{${"id"}}`, encodeURIComponent(String(r["id"])));\n'
        "    return this.request({ path, method: 'GET', query: {} }); } }"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /v1/users/{}/"]


def test_the_parts_of_a_call(tmp_path: Path) -> None:
    code = (
        "import axios from 'axios';\nexport class Users {\n"
        "  add(name: string) {\n"
        "    return axios.post('/users?a=1', { name }, { params: { b: 2, ...more } });\n  }\n}"
    )
    (call,) = calls(tmp_path, {"a.ts": code})
    (url,) = call.urls
    assert [q.name for q in url.query] == ["a", "b", None]
    assert [b.node.text for b in call.bodies] == [b"{ name }"]
    assert (call.function, call.client, call.methods) == ("Users.add", "axios", ("POST",))
    assert "PAYLOAD" in call.yields


def test_tests_stories_and_mocks_are_left_out(tmp_path: Path) -> None:
    files = {"a.test.ts": "fetch('/a');", "__mocks__/b.ts": "fetch('/b');", "c.ts": "fetch('/c');"}
    assert sent(tmp_path, files) == ["GET /c"]


NO_CALLS = {
    "search params": "const p = new URLSearchParams(location.search); p.get('/a');",
    "a map": "const m = new Map(); m.get('/a'); m.delete('/a');",
    "headers": "response.headers.get('/a');",
    "a cache": "import cache from 'lru-cache'; cache.get('/a');",
    "a router": "import express from 'express'; const app = express(); app.get('/a', h);",
    "a comment": "// fetch('/a')\n/* axios.get('/b') */",
    "an own fetch": "function fetch(x) { return x; }\nfetch('/a');",
    "an own axios": "const axios = { get: (x) => x };\naxios.get('/a');",
    "a data URL": "fetch('data:text/plain,a');",
    "form data": "const f = new FormData(); f.get('/a');",
    "lodash": "import { get } from 'lodash'; get(o, '/a');",
}


@pytest.mark.parametrize("code", NO_CALLS.values(), ids=NO_CALLS)
def test_no_call(tmp_path: Path, code: str) -> None:
    assert sent(tmp_path, {"a.js": code, "b.js": "import axios from 'axios';"}) == []


def test_recursion_between_wrappers_ends(tmp_path: Path) -> None:
    code = (
        "const a = (u: string, n = 0): unknown => (n > 3 ? fetch(u) : b(u));\n"
        "const b = (u: string): unknown => a(u + '/x', 1);\nb('/start');"
    )
    assert sent(tmp_path, {"a.ts": code})


def test_urls_outside_calls_have_their_kind(tmp_path: Path) -> None:
    code = (
        "export const A = () => <form action='/f' method='post'><a href={`/l/${id}`}>x</a>"
        "<img src='/i.png' /></form>;\n"
        "export function go() { window.location.href = '/n'; window.open('/w'); }\n"
        "export const fileUrl = (id: string) => `/api/files/${id}`;"
    )
    found = {(c.kind, said(c)) for c in calls(tmp_path, {"a.jsx": code})}
    assert found == {
        (CallKind.FORM, "POST /f"),
        (CallKind.LINK, "GET /l/{}"),
        (CallKind.IMAGE, "GET /i.png"),
        (CallKind.NAVIGATION, "GET /n"),
        (CallKind.NAVIGATION, "GET /w"),
        (CallKind.TEXT, "GET /api/files/{}"),
    }


def test_links_in_a_vue_template(tmp_path: Path) -> None:
    code = '<template><a href="/a">x</a><img :src="`/b/${id}`"></template>\n<script>\n</script>'
    assert sorted(map(said, calls(tmp_path, {"a.vue": code}))) == ["GET /a", "GET /b/{}"]


def test_who_is_reachable(tmp_path: Path) -> None:
    files = {
        "api.ts": "export const used = () => fetch('/used');\n"
        "export const unused = () => fetch('/unused');\n"
        "export class A { get() { return fetch('/a'); } }\n"
        "export class B { get() { return fetch('/b'); } }",
        "main.ts": "import { used, unused, A, B } from './api';\nused(); new A().get();",
    }
    finder = Finder(written(tmp_path, files), clients())
    found = {said(c): finder.reach.is_used(c) for c in finder.requests}
    assert found == {"GET /used": True, "GET /unused": False, "GET /a": True, "GET /b": False}


def test_which_object_s_method_is_reachable(tmp_path: Path) -> None:
    files = {
        "api.ts": "import axios from 'axios';\nclass Api {\n  constructor(private url: string) {}\n"
        "  remove(id: string) { return axios.delete(`${this.url}/${id}`); }\n}\n"
        "export const rows = new Api('/rows');\nexport const users = new Api('/users');\n"
        "export const items = new Api('/items');",
        "main.ts": "import { rows, users } from './api';\nconst { remove } = users;\n"
        "remove(id);\nrows.remove(id);\naxios.delete('/x');",
    }
    finder = Finder(written(tmp_path, files), clients())
    found = {said(c): finder.reach.is_used(c) for c in finder.requests}
    assert found["DELETE /items/{}"] is False
    assert all(found[f"DELETE /{name}/{{}}"] for name in ("rows", "users"))


def test_a_method_that_is_taken_out_under_another_name_is_reachable(tmp_path: Path) -> None:
    code = (
        "export const api = { delete: (id) => fetch(`/rows/${id}`), all: () => fetch('/rows') };\n"
        "const { delete: remove } = api;\nremove(id);\ndelete row.id;"
    )
    finder = Finder(written(tmp_path, {"a.js": code}), clients())
    assert [finder.reach.is_used(c) for c in finder.requests] == [True, False]


@pytest.mark.parametrize(
    "use",
    [
        "function go(api = users) { return api.remove(id); }\ngo(rows);",
        "class Page { api = users; set(api) { this.api = api; } go() { this.api.remove(id); } }\n"
        "const page = new Page();\npage.set(rows);\npage.go();",
        "const Used = createContext(users);\nconst api = useContext(Used);\napi.remove(id);\n"
        "provide(Used, rows);",
        "const used = shallowRef(users);\nused.value = rows;\nused.value.remove(id);",
        "function go(api = users) { const { remove } = api; remove(id); }\ngo(rows);",
    ],
    ids=["default", "property", "context", "ref", "taken out of a default"],
)
def test_an_object_that_may_stand_in_for_another_is_reachable(tmp_path: Path, use: str) -> None:
    files = {
        "api.ts": "import axios from 'axios';\nclass Api {\n  constructor(private url: string) {}\n"
        "  remove(id: string) { return axios.delete(`${this.url}/${id}`); }\n}\n"
        "export const rows = new Api('/rows');\nexport const users = new Api('/users');",
        "main.ts": "import { createContext, useContext } from 'react';\n"
        f"import {{ shallowRef }} from 'vue';\nimport {{ rows, users }} from './api';\n{use}",
    }
    finder = Finder(written(tmp_path, files), clients())
    assert all(finder.reach.is_used(c) for c in finder.requests)


def test_a_wrapper_s_other_way_to_send_says_nothing_where_one_is_known(tmp_path: Path) -> None:
    code = (
        "const again = (request: Request) => fetch(new Request(request.url));\n"
        "export async function send(input: RequestInfo) {\n"
        "  const response = await fetch(input);\n"
        "  return response.ok ? response : again(input);\n"
        "}\n"
        "const all = (name: string) => send(`/api/${name}`);\n"
        "export const load = () => send('/api/users');\n"
        "export const teams = () => all('teams');"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /api/users", "GET /api/teams"]


def test_a_context_that_begins_as_null_is_filled_by_its_provider(tmp_path: Path) -> None:
    code = (
        "import { createContext, useContext } from 'react';\n"
        "const Context = createContext<User | null>(null);\n"
        "export const UserProvider = Context.Provider;\n"
        "export const useUser = () => useContext(Context);\n"
        "export const useLoad = () => {\n"
        "  const user = useUser();\n"
        "  let path = '/api/me';\n"
        "  if (user.id) path = `/api/users/${user.id}`;\n"
        "  return fetch(path);\n"
        "};"
    )
    assert sent(tmp_path, {"a.tsx": code}) == ["GET /api/me | /api/users/{}"]


OPTIONS = """
import {{ defineComponent }} from 'vue';
export default defineComponent({{
  props: {{ id: Number }},
  computed: {{
    base(): string {{ return `/api/users/${{this.id}}`; }},
    whole(): string {{ return `${{this.base}}/teams`; }},
  }},
  methods: {{
    path(name: string) {{ return `${{this.base}}/${{name}}`; }},
    load() {{ {statement} }},
  }},
  {hook}
}});
"""


@pytest.mark.parametrize(
    ("statement", "hook"),
    [
        ("return fetch(`${this.base}/teams`);", ""),
        ("return fetch(this.whole);", ""),
        ("return fetch(this.path('teams'));", ""),
        ("", "mounted() { fetch(this.whole); },"),
        ("", "mounted() { fetch(this.path('teams')); },"),
        ("", "watch: { id() { fetch(this.whole); } },"),
    ],
)
def test_what_a_component_computes_for_its_paths(tmp_path: Path, statement: str, hook: str) -> None:
    code = OPTIONS.format(statement=statement, hook=hook)
    assert sent(tmp_path, {"a.ts": code}) == ["GET /api/users/{}/teams"]


RECORDS = """
class Records {{
  {paths}
  load() {{ return fetch(this.path()); }}
  static search() {{ return fetch(this.list()); }}
}}
class Teams extends Records {{ {modifier} list() {{ return '/api/teams'; }} }}
class Users extends Records {{
  {modifier} list() {{ return '/api/users'; }}
  clear() {{ return fetch(`${{this.path()}}/clear`); }}
}}
"""


@pytest.mark.parametrize("default", ["throw new Error('none')", "return ''", ""])
def test_what_subclasses_say_in_a_static_method(tmp_path: Path, default: str) -> None:
    paths = f"static list() {{ {default} }} path() {{ return this.constructor.list() + '/7'; }}"
    code = RECORDS.format(paths=paths, modifier="static")
    found = sent(tmp_path, {"a.js": code})
    assert [one for one in found if "/api/" in one] == [
        "GET /api/teams/7",
        "GET /api/users/7",
        "GET /api/teams",
        "GET /api/users",
        "GET /api/users/7/clear",
    ]


def test_what_subclasses_say_in_a_method_that_has_an_answer_itself(tmp_path: Path) -> None:
    paths = "list() { return '/api/all'; } path() { return this.list(); }"
    code = RECORDS.format(paths=paths, modifier="")
    assert {"GET /api/all", "GET /api/teams", "GET /api/users"} <= set(
        sent(tmp_path, {"a.js": code})
    )


def test_a_function_goes_by_the_name_it_is_given_to(tmp_path: Path) -> None:
    files = {
        "http.js": "export const create = function post(url) {\n"
        "  return fetch(url, { method: 'POST' });\n};",
        "a.js": "import { create } from './http';\nexport const add = () => create('/api/rows/');",
    }
    assert sent(tmp_path, files) == ["POST /api/rows/"]


def test_what_a_function_makes_of_the_options_that_it_is_handed(tmp_path: Path) -> None:
    code = (
        "const root = window.App.root;\n"
        "function isRelative(options) { return !/^https?:/.test(options.url); }\n"
        "function addRoot(options) { options.url = root + options.url; }\n"
        "function addKey(options) { options.headers = { ...options.headers, key: 'k' }; }\n"
        "export function send(given) {\n"
        "  const options = { dataType: 'json', ...given };\n"
        "  if (isRelative(options)) {\n"
        "    addRoot(options);\n"
        "    addKey(options);\n"
        "  }\n"
        "  return $.ajax({ ...options });\n"
        "}\n"
        "export const run = () => send({ url: '/command', method: 'POST' });"
    )
    urls = [url for call in calls(tmp_path, {"a.js": code}) for url in call.urls]
    assert [(url.template, url.based) for url in urls] == [("/command", True)]


def test_false_is_no_part_of_a_path(tmp_path: Path) -> None:
    code = (
        "const key = (row) => (row.id ? row.id : false);\n"
        "export const load = (row) => fetch('/api/rows/' + key(row));"
    )
    assert sent(tmp_path, {"a.js": code}) == ["GET /api/rows/{}"]


MIXINS = {
    "common.js": (
        "import axios from 'axios';\n"
        "export default {\n"
        "  data() { return { root: '/api/users', chosen: '/api/none' }; },\n"
        "  methods: {\n"
        "    read(url, then) { return axios.get(url).then(then); },\n"
        "    below(id) { return `${this.root}/${id}`; },\n"
        "    choose(url) { this.chosen = url; },\n"
        "  },\n"
        "};"
    ),
    "typed.ts": (
        "import { defineComponent } from 'vue';\n"
        "import common from './common';\n"
        "export default defineComponent({ mixins: [common] });"
    ),
}


@pytest.mark.parametrize("mixin", ["common", "typed"])
def test_what_a_component_mixes_in(tmp_path: Path, mixin: str) -> None:
    code = (
        f"import shared from './{mixin}';\n"
        "export default {\n"
        "  mixins: [shared],\n"
        "  mounted() { this.read(`${this.below(this.id)}/teams`); },\n"
        "};"
    )
    assert sent(tmp_path, {**MIXINS, "a.js": code}) == ["GET /api/users/{}/teams"]


def test_data_that_is_set_anew_is_not_known(tmp_path: Path) -> None:
    code = "import shared from './common';\nexport default { mixins: [shared], methods: {\n"
    code += "load() { return fetch(this.chosen); } } };"
    assert "/api/none" not in " ".join(sent(tmp_path, {**MIXINS, "a.js": code}))


def test_a_query_of_many_forms_is_no_segment(tmp_path: Path) -> None:
    names = ("page", "size", "kind", "team")
    sets = "".join(f"  if (p.{name}) search.set('{name}', p.{name});\n" for name in names)
    code = (
        "const host = import.meta.env.DEV ? `http://${window.location.hostname}:56` : '';\n"
        "const send = async (url, options = {}) => (await fetch(url, options)).json();\n"
        "export const load = (p) => {\n"
        f"  const search = new URLSearchParams();\n{sets}"
        "  return send(`${host}/api/logs/${search.toString() ? `?${search.toString()}` : ''}`);\n"
        "};"
    )
    assert {url.template for call in calls(tmp_path, {"a.js": code}) for url in call.urls} == {
        "/api/logs/"
    }


def test_a_context_that_its_module_exports_without_a_name(tmp_path: Path) -> None:
    files = {
        "context.ts": "import React from 'react';\nexport default React.createContext(null);",
        "provider.tsx": "import axios from 'axios';\nimport Api from './context';\n"
        "export const P = (p) => {\n  const http = axios.create({ baseURL: '/api' });\n"
        "  return <Api.Provider value={http}>{p.children}</Api.Provider>;\n};",
        "use.ts": "import { useContext } from 'react';\nimport Context from './context';\n"
        "export const useApi = () => ({ http: useContext(Context) });",
        "a.ts": "import { useApi } from './use';\n"
        "export function useRow(id) { const { http } = useApi(); return http.get(`/a/${id}`); }",
    }
    assert sent(tmp_path, files) == ["GET /api/a/{}"]


def test_a_context_is_known_by_the_name_under_which_it_is_imported(tmp_path: Path) -> None:
    files = {
        "context.ts": "import { createContext } from 'react';\n"
        "const Session = createContext('/a');\nexport default Session;",
        "provider.tsx": "import Paths from './context';\n"
        "export const P = (p) => <Paths.Provider value='/b'>{p.children}</Paths.Provider>;",
        "a.ts": "import { useContext } from 'react';\nimport Session from './context';\n"
        "export const useRow = () => fetch(useContext(Session));",
    }
    assert sent(tmp_path, files) == ["GET /b"]


def test_an_option_may_say_which_api_is_asked(tmp_path: Path) -> None:
    code = (
        "import { useRequest } from '@togglecorp/toggle-request';\n"
        "export const useA = () => useRequest({ url: '/a/{id}/', query: { page: 1 } });\n"
        "export const useB = () => useRequest({ url: '/b/', apiType: 'other' });\n"
        "export const useC = (more) => useRequest({ url: '/c/', ...more });"
    )
    found = calls(tmp_path, {"a.ts": code})
    assert [(said(call), call.urls[0].chosen) for call in found] == [
        ("GET /a/{}/", False),
        ("GET /b/", True),
        ("? /c/", False),
    ]


def test_a_client_of_react_admin(tmp_path: Path) -> None:
    code = (
        "import { fetchUtils } from 'react-admin';\n"
        "const send = (url, options = {}) => fetchUtils.fetchJson(url, options);\n"
        "send('/jobs/1/run', { method: 'POST' });"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["POST /jobs/1/run"]


def test_all_that_a_url_may_carry_is_its_query(tmp_path: Path) -> None:
    code = (
        "export function load(from) {\n  const q = new URLSearchParams();\n"
        "  q.set('a', '1');\n  if (from) q.set('b', from);\n  return fetch(`/x?${q}`);\n}"
    )
    (call,) = calls(tmp_path, {"a.ts": code})
    assert [[p.name for p in url.query] for url in call.urls] == [["a", "b"]]
