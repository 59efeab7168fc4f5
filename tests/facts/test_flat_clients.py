"""Clients that a function of options makes, which answer `{ data, error }` and never throw."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import findings, project, rewritten

RENAMES = load_rule(builtin_rules() / "legacy_field.py")
ENVELOPE = load_rule(builtin_rules() / "envelope.py")

CONTRACT = """
openapi: 3.1.0
info: { title: t, version: "1" }
x-envelope: data
paths:
  /rows:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [code, data]
                properties:
                  code: { type: string }
                  data: { type: array, items: { $ref: "#/components/schemas/Row" } }
components:
  schemas:
    Row:
      type: object
      required: [id, title]
      properties:
        id: { type: integer }
        title: { type: string, x-renamed-from: name }
"""
MAKER = """
import axios from 'axios';
import type { AxiosError, AxiosResponse } from 'axios';
interface Bodies { blob: Blob; text: string }
type Format = keyof Bodies | 'json';
type As<F extends Format, Json = any> = F extends keyof Bodies ? Bodies[F] : Json;
interface Options<Body, Data> { read: (response: AxiosResponse<Body>) => Data | Promise<Data> }
type Good<Body, Data> = { data: Data; error: null; response: AxiosResponse<Body> };
type Bad<Body> = { data: null; error: AxiosError<Body>; response: AxiosResponse<Body> };
interface Client<Body, Data> {
  <T extends Data = Data, F extends Format = 'json'>(asked: {
    url: string;
    format?: F;
  }): Promise<Good<Body, As<F, T>> | Bad<Body>>;
}
function withDefaults<Body, Data>(given?: Partial<Options<Body, Data>>) {
  const options: Options<Body, Data> = {
    read: async (response) => response.data as unknown as Data,
  };
  LAID
  return options;
}
export function createClient<Body, Data>(given?: Partial<Options<Body, Data>>) {
  const options = withDefaults<Body, Data>(given);
  const instance = axios.create({ baseURL: '/' });
  INTERCEPTED
  const client: Client<Body, Data> = async function client<T extends Data, F extends Format>(
    asked: { url: string; format?: F }
  ) {
    try {
      const response: AxiosResponse<Body> = await instance(asked);
      if (!asked.format) {
        const data = await options.read(response);
        return { data, error: null, response };
      }
      return { data: response.data as As<F, T>, error: null, response };
    } catch (error) {
      return { data: null, error, response: (error as AxiosError<Body>).response };
    }
  } as Client<Body, Data>;
  return client;
}
"""
USE = """
import { createClient } from './maker';
export interface Row { id: number; name: string }
const client = createClient({ read: (response) => response.data.data });
const rows = () => client<Row[]>({ url: '/rows' });
export async function show() {
  const { data, error } = await rows();
  return error ? [] : data.map((row) => row.name);
}
"""
LAID = "Object.assign(options, given);"
AWAITED = """instance.interceptors.response.use(async (response) => {
    if (response.data.code === '0') return Promise.resolve(response);
    const other = await failed();
    if (other) return other;
    return Promise.reject(new Error());
  });
  async function failed() {}"""


def files(laid: str = LAID, intercepted: str = "") -> dict[str, str]:
    maker = MAKER.replace("LAID", laid).replace("INTERCEPTED", intercepted)
    return {"contract.yaml": CONTRACT, "maker.ts": maker, "use.ts": USE}


@pytest.mark.parametrize(
    "laid",
    [
        LAID,
        "if (given?.read) options.read = given.read;",
        "if (given?.read) { options.read = given.read; }\n  Object.assign(options, given);",
    ],
)
def test_what_is_laid_on_the_options_reads_the_answer(tmp_path: Path, laid: str) -> None:
    """The defaults hand on the whole body, of which nobody takes the data out."""
    assert not findings(project(tmp_path, files(laid)), [ENVELOPE]).diagnostics


def test_what_is_laid_on_another_object_does_not(tmp_path: Path) -> None:
    given = files("const other = {}; Object.assign(other, given);")
    found = findings(project(tmp_path, given), [ENVELOPE]).diagnostics
    assert [it.rule for it in found] == ["envelope"]


def test_the_alternative_without_an_error_has_the_data(tmp_path: Path) -> None:
    after = rewritten(tmp_path, files(), RENAMES)
    assert after["use.ts"] == USE.replace("name", "title")


def test_an_interceptor_that_may_hand_on_nothing_hands_on_the_answer(tmp_path: Path) -> None:
    after = rewritten(tmp_path, files(intercepted=AWAITED), RENAMES)
    assert after["use.ts"] == USE.replace("name", "title")


def test_an_envelope_that_every_branch_leaves_on_is_reported(tmp_path: Path) -> None:
    given = files()
    given["use.ts"] = USE.replace("response.data.data", "response.data")
    found = findings(project(tmp_path, given), [ENVELOPE]).diagnostics
    assert [it.rule for it in found] == ["envelope"]
