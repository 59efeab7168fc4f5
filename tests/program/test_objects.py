"""Objects that are merged, altered on the way, and asked what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent, shown

DEFAULTS = "const given = { base: '/api', inner: { prefix: '/v1', end: '/list' } };\n"


@pytest.mark.parametrize(
    ("imported", "merged"),
    [
        ("import { merge } from 'lodash-es'", "merge({}, given, own)"),
        ("import merge from 'lodash/merge'", "merge({}, given, own)"),
        ("import { mergeWith } from 'lodash'", "mergeWith({}, given, own, (a, b) => b)"),
        ("import { defaultsDeep } from 'lodash'", "defaultsDeep(own, given)"),
        ("import deepmerge from 'deepmerge'", "deepmerge(given, own)"),
        ("import { defu } from 'defu'", "defu(own, given)"),
    ],
)
def test_packages_merge_objects(tmp_path: Path, imported: str, merged: str) -> None:
    text = (
        f"{imported};\n{DEFAULTS}const own = {{ inner: {{ end: '/all' }} }};\n"
        f"const all = {merged};\nshow(all.base + all.inner.prefix + all.inner.end)"
    )
    assert shown(tmp_path, {"a.ts": text}) == ["/api/v1/all"]


def test_what_is_assigned_has_the_place_of_all_that_was_there(tmp_path: Path) -> None:
    text = (
        f"import {{ assign }} from 'lodash';\n{DEFAULTS}"
        "const all = assign({}, given, { inner: { end: '/all' } });\n"
        "show(all.base + all.inner.end)"
    )
    assert shown(tmp_path, {"a.ts": text}) == ["/api/all"]


@pytest.mark.parametrize(
    ("imported", "init", "method"),
    [
        ("import omit from 'lodash/omit'", "omit(options, 'query')", "PUT"),
        ("import { omit } from 'lodash-es'", "omit(options, ['query', 'body'])", "PUT"),
        ("import { pick } from 'es-toolkit'", "pick(options, ['method'])", "PUT"),
        ("import { pickBy } from 'lodash'", "pickBy(options, Boolean)", "PUT"),
        ("import { omit } from 'lodash'", "omit(options, 'method')", "GET"),
        ("import { pick } from 'lodash'", "pick(options, ['body'])", "GET"),
    ],
)
def test_a_part_of_an_object(tmp_path: Path, imported: str, init: str, method: str) -> None:
    text = (
        f"{imported};\nconst send = (url, options) => fetch(url, {init});\n"
        "send('/rows', { method: 'PUT', query: {} });"
    )
    assert sent(tmp_path, {"a.ts": text}) == [f"{method} /rows"]


IS = """
const toString = Object.prototype.toString;
const is = (value, type) => toString.call(value) === `[object ${type}]`;
"""


@pytest.mark.parametrize(
    ("test", "value"),
    [
        ("is('a', 'String')", "/yes"),
        ("is({ a: 1 }, 'String')", "/no"),
        ("is([1], 'Array')", "/yes"),
        ("is(async () => 1, 'AsyncFunction')", "/yes"),
        ("is(() => 1, 'AsyncFunction')", "/no"),
        ("is(anything, 'String')", "/yes | /no"),
        ("isString('a')", "/yes"),
        ("isFunction({})", "/no"),
        ("isUndefined(undefined)", "/yes"),
        ("isPlainObject(anything)", "/yes | /no"),
    ],
)
def test_what_a_value_is(tmp_path: Path, test: str, value: str) -> None:
    imported = "import { isFunction, isPlainObject, isString, isUndefined } from 'lodash-es';"
    text = f"{imported}{IS}show({test} ? '/yes' : '/no')"
    assert sorted(shown(tmp_path, {"a.ts": text})[0].split(" | ")) == sorted(value.split(" | "))


def test_a_configuration_that_is_altered_on_a_condition(tmp_path: Path) -> None:
    client = """
import axios from 'axios';
const before = (config) => { config.url = `/api${config.url}`; return config; };
class Api {
  get(config) { return this.request({ ...config, method: 'GET' }); }
  request(config) {
    let conf = config;
    if (wanted) { conf = before(conf); }
    return axios.request(conf);
  }
}
export const api = new Api();
"""
    used = "import { api } from './client'; api.get({ url: '/rows' });"
    assert sent(tmp_path, {"client.ts": client, "rows.ts": used}) == ["GET /api/rows | /rows"]


def test_what_a_client_is_made_with_says_more_than_its_type(tmp_path: Path) -> None:
    client = """
import axios, { type AxiosRequestConfig } from 'axios';
export abstract class Hooks { before?: (config: AxiosRequestConfig) => AxiosRequestConfig; }
interface Options { hooks?: Hooks }
export class Client {
  private readonly options: Options;
  constructor(options: Options) { this.options = options; }
  get(config: AxiosRequestConfig) { return this.request({ ...config, method: 'GET' }); }
  request(config: AxiosRequestConfig) {
    const { before } = this.options.hooks || {};
    if (before) config = before(config);
    return axios.request(config);
  }
}
"""
    made = """
import { Client, type Hooks } from './client';
const hooks: Hooks = { before: (config) => { config.url = `/api${config.url}`; return config; } };
export const client = new Client({ hooks });
"""
    used = "import { client } from './made'; client.get({ url: '/rows' });"
    files = {"client.ts": client, "made.ts": made, "rows.ts": used}
    assert sent(tmp_path, files) == ["GET /api/rows"]


@pytest.mark.parametrize(
    "code",
    [
        "function get(path, xhr = new XMLHttpRequest()) { xhr.open('GET', `/api${path}`); }",
        "import axios from 'axios'; function get(path, http = axios) { http.get(`/api${path}`); }",
    ],
)
def test_a_client_that_is_a_parameters_default(tmp_path: Path, code: str) -> None:
    assert sent(tmp_path, {"a.ts": f"{code}\nget('/rows');"}) == ["GET /api/rows"]


def test_the_clients_that_swagger_codegen_makes(tmp_path: Path) -> None:
    client = """
import * as url from 'url';
import * as portableFetch from 'portable-fetch';
const BASE_PATH = '/api'.replace(/\\/+$/, '');
export const Creator = function (configuration?: any) {
  return {
    getRow(id: string, options: any = {}) {
      const path = `/rows/{id}`.replace(`{${'id'}}`, encodeURIComponent(String(id)));
      const parsed = url.parse(path, true);
      const request = Object.assign({ method: 'GET' }, options);
      parsed.query = Object.assign({}, parsed.query, options.query);
      delete parsed.search;
      return { url: url.format(parsed), options: request };
    },
  };
};
export const Requests = function (configuration?: any) {
  return {
    getRow(id: string, options?: any): (fetch?: FetchAPI, basePath?: string) => Promise<any> {
      const made = Creator(configuration).getRow(id, options);
      return (fetch: FetchAPI = portableFetch, basePath: string = BASE_PATH) =>
        fetch(basePath + made.url, made.options).then((response) => response.json());
    },
  };
};
export class RowApi {
  getRow(id: string, options?: any) { return Requests().getRow(id, options)(); }
}
"""
    used = "import { RowApi } from './client'; new RowApi().getRow('1');"
    assert sent(tmp_path, {"client.ts": client, "use.ts": used}) == ["GET /api/rows/{}"]


def test_an_abstract_method_is_entered_where_subclasses_have_it(tmp_path: Path) -> None:
    files = {
        "base.ts": "export abstract class Data {\n"
        "  get(kind: string) { return this.load(kind) }\n"
        "  abstract load(kind: string): Promise<any>;\n"
        "  abstract send(kind: string): Promise<any>;\n}",
        "http.ts": "import axios from 'axios';\nimport { Data } from './base';\n"
        "export class HttpData extends Data {\n"
        "  load(kind: string) { return axios.get('/v1/' + kind) }\n"
        "  send(kind: string) { return axios.post(this.base + '/' + kind) }\n}",
        "page.ts": "import { Data } from './base';\n"
        "export class Page { constructor(private data: Data) {}\n"
        "  start() { this.data.get('users'); this.data.send('teams') } }",
    }
    assert sent(tmp_path, files) == ["GET /v1/users", "POST /teams"]


def test_a_parameter_that_overrides_is_a_property(tmp_path: Path) -> None:
    code = (
        "import { HttpClient } from '@angular/common/http';\nimport { Base } from 'lib';\n"
        "export class Own extends Base {\n"
        "  constructor(override http: HttpClient) { super(http) }\n"
        "  load() { return this.http.get('/a') }\n}"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /a"]


def test_a_field_that_begins_empty_and_is_set_later_says_nothing(tmp_path: Path) -> None:
    code = (
        "import axios from 'axios';\n"
        "export class Page {\n  @Input() id = ''; kind = ''; end = '';\n"
        "  choose(kind) { this.kind = kind }\n"
        "  load() { return axios.get(`/v1/${this.kind}/${this.id}${this.end}`) }\n}"
    )
    assert sent(tmp_path, {"a.ts": code}) == ["GET /v1/{}/{}"]


@pytest.mark.parametrize(
    ("row", "path"),
    [
        ("export abstract class Kind { at = '/rows'; abstract name: string }", "/v1/rows/new/"),
        ("export interface Kind { at: '/rows' }", "/v1{/rows}/new/"),
        ("export interface Kind { at: string }", "/v1{string}/new/"),
    ],
)
def test_a_field_that_begins_as_an_empty_object_is_what_it_is_said_to_be(
    tmp_path: Path, row: str, path: str
) -> None:
    text = (
        f"{row}\nclass Row {{ kind: Kind = {{}} as Kind }}\n"
        "export const add = (row: Row) => show(`/v1${row.kind?.at}/new/`)"
    )
    assert shown(tmp_path, {"a.ts": text}) == [path]


END = """
import axios from 'axios';
class Api {
  constructor(url) { this.url = url; }
  path = (end = '', values = {}) =>
    Object.keys(values).reduce((path, key) => path.replace(`:${key}`, values[key]), this.url + end);
  get = async (end = '', values = {}) => await axios.get(this.path(end, values));
}
export const rows = new Api('/rows/');
export const users = new Api('/users/');
"""


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        ("rows.get(':id/', { id: 3 }); users.get();", ["GET /rows/3/", "GET /users/"]),
        ("rows.get(id + '/'); users.get();", ["GET /rows/{}/", "GET /users/"]),
    ],
)
def test_each_object_with_the_end_that_it_is_given(
    tmp_path: Path, calls: str, expected: list[str]
) -> None:
    used = f"import {{ rows, users }} from './api';\nexport function load(id) {{ {calls} }}"
    assert sent(tmp_path, {"src/api.js": END, "src/use.js": used}) == expected


def test_a_saga_calls_a_method_of_an_object(tmp_path: Path) -> None:
    used = """
import { call } from 'redux-saga/effects';
import { rows, users } from './api';
export function* load(id) {
  yield call(rows.get, ':id/', { id: 3 });
  yield call(users.get);
}
"""
    found = sent(tmp_path, {"src/api.js": END, "src/use.js": used})
    assert found == ["GET /rows/3/", "GET /users/"]
