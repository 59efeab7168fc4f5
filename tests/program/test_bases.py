"""Bases that are said of a client after it is made: defaults, interceptors, bound methods."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

AXIOS = "import axios from 'axios'\n"
API = AXIOS + "const api = axios.create()\n"


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("api.defaults.baseURL = '/v1'", "/v1/users"),
        ("axios.defaults.baseURL = '/v1'", "/v1/users"),
        ("axios.create().defaults.baseURL = '/v1'", "/users"),
        (
            "api.interceptors.request.use((config) => { config.baseURL = '/v1'; return config })",
            "/v1/users",
        ),
        (
            "api.interceptors.request.use(async (c) => ({ ...c, baseURL: `/v1` }))",
            "/v1/users",
        ),
        (
            "axios.create().interceptors.request.use((c) => { c.baseURL = '/v1'; return c })",
            "/users",
        ),
        (
            "const request = api.interceptors.request;"
            " request.use((c) => { c.baseURL = '/v1'; return c })",
            "/v1/users",
        ),
        (
            "const request = axios.create().interceptors.request;"
            " request.use((c) => { c.baseURL = '/v1'; return c })",
            "/users",
        ),
        ("api.interceptors.request.use((c) => { c.headers.a = 1; return c })", "/users"),
        (
            "api.interceptors.request.use((c) => {"
            " if (!c.url.startsWith('http')) { c.url = `/v1${c.url}` } return c })",
            "/v1/users",
        ),
        ("api.interceptors.request.use((c) => ({ ...c, url: '/v1' + c.url }))", "/v1/users"),
        (
            "api.interceptors.request.use((c) => {"
            " if (c.url.startsWith('/auth')) { c.url = `/v1${c.url}` } return c })",
            "/users",
        ),
        (
            "api.interceptors.request.use((c) => {"
            " if (wanted.versions) { c.url = `/v1${c.url}` } return c })",
            "/users | /v1/users",
        ),
        ("api.interceptors.request.use((c) => { c.url = c.url + '/'; return c })", "/users/"),
        ("api.interceptors.request.use((c) => { c.url = c.url + '?at=1'; return c })", "/users"),
        (
            "const own = ['/users', '/profile'];"
            " api.interceptors.request.use((c) => {"
            " if (token && c.url && !own.includes(c.url)) { c.url = `/${account}${c.url}` }"
            " else if (own.includes(c.url || '')) { c.url = `/v1${c.url}` } return c })",
            "/v1/users",
        ),
        (
            "api.interceptors.request.use((c) => {"
            " c.baseURL = store.state?.host; c.url = `/v1${c.url}`; return c })",
            "/v1/users",
        ),
    ],
)
def test_the_base_that_is_said_later(tmp_path: Path, said: str, path: str) -> None:
    assert sent(tmp_path, {"a.ts": f"{API}{said}\napi.get('/users')\n"}) == [f"GET {path}"]


def test_an_interceptor_sees_the_base_that_there_is(tmp_path: Path) -> None:
    text = (
        f"{AXIOS}const api = axios.create({{ baseURL: '/own' }})\n"
        "api.interceptors.request.use((config) => {\n"
        "  if (!config.baseURL) config.baseURL = '/v1'\n"
        "  return config\n"
        "})\n"
        "api.get('/users')\n"
    )
    assert sent(tmp_path, {"a.ts": text}) == ["GET /own/users"]


def test_instances_of_one_factory_keep_their_own_bases(tmp_path: Path) -> None:
    text = (
        f"{AXIOS}const make = (base) => axios.create({{ baseURL: base }})\n"
        "const one = make('/one'), two = make('/two')\n"
        "one.get('/users'); two.get('/users')\n"
    )
    assert sent(tmp_path, {"a.ts": text}) == ["GET /one/users", "GET /two/users"]


def test_methods_that_are_bound_and_given_to_a_function(tmp_path: Path) -> None:
    files = {
        "http.js": (
            f"{API}function http() {{}}\nhttp.get = api.get.bind(api)\nexport default http\n"
        ),
        "store.js": "import http from './http'\nhttp\n  .get('/users')\n  .then(show)\n",
    }
    assert sent(tmp_path, files) == ["GET /users"]


def test_a_url_of_another_scheme_is_no_request(tmp_path: Path) -> None:
    text = "window.location.href = 'myapp://verify'; window.open('vscode://file/a')\n"
    assert sent(tmp_path, {"a.ts": text}) == []


def test_a_field_that_subclasses_have_otherwise(tmp_path: Path) -> None:
    base = """
        export abstract class Marks {
          kind = 'dummy';
          list(id: number) { return fetch(`${this.base(id)}/all`); }
          private base(id: number) { return `/items/${id}/${this.kind}`; }
        }
    """
    below = """
        import { Marks } from './base';
        class Boxes extends Marks { kind = 'boxes'; }
        class Spans extends Marks { kind = 'spans'; }
        export const all = [new Boxes(), new Spans()];
    """
    files = {"src/base.ts": base, "src/below.ts": below}
    assert sorted(sent(tmp_path, files)) == ["GET /items/{}/boxes/all", "GET /items/{}/spans/all"]


def test_a_default_of_a_constructor_that_every_object_is_given(tmp_path: Path) -> None:
    text = """
        class Types {
          constructor(private readonly base = 'label') {}
          list(id: number) { return fetch(`/items/${id}/${this.base}s`); }
        }
        export const types = { spans: new Types('span'), boxes: new Types('box') };
    """
    found = sorted(sent(tmp_path, {"src/types.ts": text}))
    assert found == ["GET /items/{}/boxs", "GET /items/{}/spans"]


def test_a_variable_that_begins_empty_is_a_hole(tmp_path: Path) -> None:
    svelte = """<script lang="ts">
        export let item: Item | null = null;
        let chosen: Item | null = null;
        let form = { id: item?.id || '' };
        const choose = (other: Item) => { chosen = other; form = other; };
        const a = () => fetch(`/a/${item?.id}`);
        const b = () => fetch(`/b/${chosen.id}`);
        const c = () => fetch(`/c/${form.id}`);
    </script>"""
    vue = """<script>
        export default {
          data: () => ({ image: {}, id: '' }),
          methods: {
            d() { return fetch(`/d/${this.image.id}`) },
            e() { return fetch(`/e/${this.id}`) },
          },
        }
    </script>"""
    files = {"src/A.svelte": svelte, "src/B.vue": vue}
    assert sent(tmp_path, files) == [f"GET /{name}/{{}}" for name in "abcde"]


def test_what_a_store_begins_with_is_a_hole(tmp_path: Path) -> None:
    text = """
        import { create } from 'zustand'
        const useStore = create<State>()((set) => ({
          site: '', base: '/v1', setSite: (site: string) => set({ site }),
        }))
        export function useRows() {
          const { site, base } = useStore()
          return fetch(`${base}/rows/${site}`)
        }
    """
    assert sent(tmp_path, {"src/rows.ts": text}) == ["GET /v1/rows/{}"]


def test_a_text_that_is_left_out_is_no_hole(tmp_path: Path) -> None:
    text = """
        export const list = (query = '') => fetch(`/items/${query}`);
        export const all = () => list();
        const SUFFIX = '';
        export const plain = () => fetch(`/plain/${SUFFIX}`);
    """
    assert sent(tmp_path, {"src/api.ts": text}) == ["GET /items/", "GET /plain/"]


def test_a_base_that_is_only_sometimes_set_leaves_the_other_possible(tmp_path: Path) -> None:
    text = (
        f"{AXIOS}const api = axios.create({{ baseURL: '/own' }})\n"
        "export function Plugin() { api.defaults.baseURL = '/v1' }\n"
        "api.get('/users')\n"
    )
    assert sent(tmp_path, {"a.ts": text}) == ["GET /own/users | /v1/users"]


def test_what_is_put_before_a_url_stands_behind_the_base(tmp_path: Path) -> None:
    code = (
        "import axios from 'axios'\nconst api = axios.create({ baseURL: '/api' })\n"
        "api.interceptors.request.use((c) => { c.url = '/v1' + c.url; return c })\n"
        "api.get('/users')\n"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /api/v1/users"]


def test_of_a_base_and_a_beginning_that_are_both_not_known_one_may_be_all(tmp_path: Path) -> None:
    code = (
        "import axios from 'axios'\nconst api = axios.create({ baseURL: window.API })\n"
        "const { host } = told()\napi.get(`${host}/users`)\n"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /users | /{}/users"]


def test_interceptors_that_make_too_many_urls_of_one_are_left_out(tmp_path: Path) -> None:
    text = API + "".join(
        f"api.interceptors.request.use((c) => {{ if (f.{n}) c.url = '/{n}' + c.url; return c }})\n"
        for n in "abcdefghijklmnop"
    )
    assert sent(tmp_path, {"a.ts": f"{text}api.get('/users')\n"}) == ["GET /users"]


@pytest.mark.parametrize(
    ("said", "paths"),
    [
        ("const kinds = ['a', 'b']", "/a"),
        ("const kinds = ['c'] as const", "/b"),
        ("const kinds = ['a', 'b'].filter((it) => it !== mode)", "/a | /b"),
        ("const kinds = ['a']; const drop = () => kinds.splice(0)", "/a | /b"),
        ("const kinds = []; const add = (it) => kinds.push(it)", "/a | /b"),
        ("export const kinds = ['a']", "/a | /b"),
        ("const kinds = ['a']; kinds.length = 0", "/a | /b"),
    ],
)
def test_what_a_list_holds_is_known_where_it_is_only_read(
    tmp_path: Path, said: str, paths: str
) -> None:
    text = f"{API}{said}\nexport const read = () => api.get(kinds.includes('a') ? '/a' : '/b')\n"
    assert sent(tmp_path, {"a.ts": text}) == [f"GET {paths}"]
