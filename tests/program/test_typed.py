"""Clients and paths that only a type argument, a box or a maker says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent


@pytest.mark.parametrize("returned", ["T", "Promise<T>"])
def test_the_type_argument_of_a_function_that_returns_it(tmp_path: Path, returned: str) -> None:
    code = (
        "import type { AxiosInstance } from 'axios'\n"
        "import { take } from 'somewhere'\n"
        f"function required<K, T>(key: K): {returned} {{\n"
        "  const found = take(key)\n"
        "  if (!found) throw new Error('missing')\n"
        "  return found\n"
        "}\n"
        "const useHttp = () => ({ http: required<symbol, AxiosInstance>(Symbol()) })\n"
        "const { http } = useHttp()\n"
        "http.get('/api/users')\n"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /api/users"]


def test_the_type_of_a_member_that_is_set_to_what_is_not_known(tmp_path: Path) -> None:
    code = (
        "import type { AxiosInstance } from 'axios'\n"
        "import { useAxios } from 'somewhere'\n"
        "class Api {\n"
        "  http: AxiosInstance\n"
        "  constructor() { this.http = useAxios().instance }\n"
        "  users() { return this.http.get('/api/users') }\n"
        "}\n"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /api/users"]


def test_what_to_value_takes_out_of_a_ref_of_a_getter_and_of_neither(tmp_path: Path) -> None:
    code = (
        "import { computed, toValue, unref } from 'vue'\n"
        "const below = (suffix) => computed(() => `/api${toValue(suffix)}`)\n"
        "fetch(below('/users').value)\n"
        "fetch(below(computed(() => '/teams')).value)\n"
        "fetch(below(() => '/rows').value)\n"
        "fetch(unref(computed(() => '/api/plans')))\n"
    )
    assert sent(tmp_path, {"a.ts": code}) == [
        "GET /api/users",
        "GET /api/teams",
        "GET /api/rows",
        "GET /api/plans",
    ]


def test_rtk_query_by_a_create_api_of_one_s_own(tmp_path: Path) -> None:
    code = (
        "import { buildCreateApi, coreModule, fetchBaseQuery, reactHooksModule }\n"
        "  from '@reduxjs/toolkit/query/react'\n"
        "const createApi = buildCreateApi(coreModule(), reactHooksModule())\n"
        "export const api = createApi({\n"
        "  baseQuery: fetchBaseQuery({ baseUrl: '/api' }),\n"
        "  endpoints: (build) => ({ one: build.query({ query: (id) => `/users/${id}` }) }),\n"
        "})\n"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /api/users/{}"]


def test_what_a_tag_makes_of_its_template(tmp_path: Path) -> None:
    code = (
        "export function path(strings: TemplateStringsArray, ...values: string[]) {\n"
        "  let url = ''\n"
        "  strings.forEach((part, index) => {\n"
        "    url += part + encodeURIComponent(values[index] ?? '')\n"
        "  })\n"
        "  return url\n"
        "}\n"
        "const api = (strings: TemplateStringsArray, ...values: string[]) =>\n"
        "  '/api' + path(strings, ...values)\n"
        "fetch(api`/users/`)\n"
        "fetch(api`/users/${id}/teams/${team}`)\n"
        "fetch(api`/plans/` + 'all')\n"
    )
    assert sent(tmp_path, {"a.ts": code}) == [
        "GET /api/users/",
        "GET /api/users/{}/teams/{}",
        "GET /api/plans/all",
    ]


def test_a_query_that_many_conditions_add_to_is_no_segment(tmp_path: Path) -> None:
    code = (
        "function list(url, sort, page, filters) {\n"
        "  let query = filters ? `?${filters}` : ''\n"
        "  for (const key in sort) {\n"
        "    query ? (query += '&') : (query += '?')\n"
        "    if (sort[key]) { query += `${key}=${sort[key]}` } else { query += `no=${key}` }\n"
        "  }\n"
        "  query ? (query += '&') : (query += '?')\n"
        "  query += `page=${page}`\n"
        "  return fetch(url + query)\n"
        "}\n"
        "list('/api/users/', a, b, c)\n"
        "list(x ? '/api/teams/' : '/api/rows/', a, b, 'sort=1')\n"
    )
    assert sent(tmp_path, {"a.js": code}) == ["GET /api/users/", "GET /api/rows/ | /api/teams/"]


def test_objects_that_only_their_type_tells_of(tmp_path: Path) -> None:
    """Each of them may be any other; to ask all for each had no end."""
    others = "\n".join(f"export const doc{n}: Doc = holder(k{n}).doc;" for n in range(5))
    files = {
        "doc.ts": "export interface Doc { load(url: string): Promise<Response> }\n"
        "interface Holder { doc: Doc }\n"
        "const holder = (holder: Holder): Holder => holder;\n"
        f"declare const {', '.join(f'k{n}: Holder' for n in range(5))};\n{others}\n"
        "export const real: Doc = { load: (url) => fetch(`/v1${url}`) };\n",
        "a.ts": "import type { Doc } from './doc';\n"
        "export const go = (doc: Doc) => doc.load('/rows');\n",
    }
    assert sent(tmp_path, files) == ["GET /v1/rows"]
