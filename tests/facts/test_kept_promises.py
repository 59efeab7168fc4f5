"""Wrappers that make the promise themselves: what they keep it with meets the declared types."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import rewritten, unchanged

RENAMES = load_rule(builtin_rules() / "legacy_field.py")

ROWS = """
openapi: 3.1.0
info: { title: t, version: "1" }
x-envelope: data
paths:
  /api/rows:
    post:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  code: { type: integer }
                  message: { type: string }
                  data:
                    type: array
                    items:
                      type: object
                      properties:
                        id: { type: integer }
                        title: { type: string, x-renamed-from: name }
"""

HTTP = """
import axios, { type AxiosInstance, type AxiosRequestConfig, type AxiosResponse } from 'axios';
interface Options { whole?: boolean }
interface Hooks {
  before?: (config: AxiosRequestConfig, options: Options) => AxiosRequestConfig;
  after?: (response: AxiosResponse<any>, options: Options) => any;
}
interface Making extends AxiosRequestConfig { hooks?: Hooks; options?: Options }
export class Http {
  private instance: AxiosInstance;
  private readonly making: Making;
  constructor(making: Making) {
    this.making = making;
    this.instance = axios.create(making);
  }
  post<T = any>(config: AxiosRequestConfig, options?: Options): Promise<T> {
    return this.request({ ...config, method: 'POST' }, options);
  }
  private hooks() {
    const { hooks } = this.making;
    return hooks;
  }
  request<T = any>(config: AxiosRequestConfig, options?: Options): Promise<T> {
    let conf: AxiosRequestConfig = { ...config };
    const { before, after } = this.hooks() || {};
    const all: Options = Object.assign({}, this.making.options, options);
    if (before) conf = before(conf, all);
    return new Promise((resolve, reject) => {
      this.instance
        .request<any, AxiosResponse<any>>(conf)
        .then((res: AxiosResponse<any>) => {
          if (after) {
            try {
              const found = after(res, all);
              resolve(found);
            } catch (error) {
              reject(error || new Error('failed'));
            }
            return;
          }
          resolve(res as unknown as Promise<T>);
        })
        .catch((error: Error) => reject(error));
    });
  }
}
const hooks: Hooks = {
  before: (config) => {
    config.url = `/api${config.url}`;
    return config;
  },
  after: (res: AxiosResponse<any>, options: Options) => {
    if (options.whole) return res.data;
    const { code, data: result, message } = res.data;
    if (code === 0) return result;
    throw new Error(message);
  },
};
export const http = new Http({ timeout: 10, hooks, options: { whole: false } });
"""
USING = """
import { http } from './http';
interface Row { id: number; name: string }
export function rows(data: object): Promise<Row[]> {
  return http.post({ url: '/rows', data });
}
export const first = async () => (await rows({}))[0].name;
"""


def test_what_a_hook_of_the_options_makes_of_the_answer(tmp_path: Path) -> None:
    files = {"contract.yaml": ROWS, "http.ts": HTTP, "rows.ts": USING}
    after = rewritten(tmp_path, files, RENAMES)
    assert after["rows.ts"] == USING.replace("name", "title")


@pytest.mark.parametrize(
    "executor",
    [
        "(resolve, reject) => { fetch(path, post).then((r) => r.json())"
        ".then((body) => resolve(body.data), reject); }",
        "async (done) => { const r = await fetch(path, post); done((await r.json()).data); }",
        "(done) => fetch(path, post).then((r) => r.json()).then((b) => b.data).then(done)",
        "function (done) { fetch(path, post).then((r) => done(r.json().then((b) => b.data))); }",
    ],
)
def test_a_promise_that_is_kept_with_the_payload(tmp_path: Path, executor: str) -> None:
    source = f"""
interface Row {{ id: number; name: string }}
const post = {{ method: 'POST' }};
function ask(path: string): any {{
  return new Promise({executor});
}}
export const rows = (): Promise<Row[]> => ask('/api/rows');
export const first = async () => (await rows())[0].name;
"""
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("name", "title")


def test_not_one_whose_keeper_is_stored(tmp_path: Path) -> None:
    """Who calls it, and with what, isn't seen."""
    source = """
interface Row { id: number; name: string }
const waiting: any[] = [];
function ask(path: string): any {
  return new Promise((done) => {
    waiting.push(done);
    fetch(path, { method: 'POST' }).then((r) => r.json()).then((body) => done(body.data));
  });
}
export const rows = (): Promise<Row[]> => ask('/api/rows');
export const first = async () => (await rows())[0].name;
"""
    unchanged(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
