"""A function that is handed to `then` knows the answer that a wrapper's caller asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import rewritten, unchanged

RENAMES = load_rule(builtin_rules() / "legacy_field.py")

ROWS = """
openapi: 3.1.0
info: { title: t, version: "1" }
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
                properties:
                  new: { type: string, x-renamed-from: old }
"""

SOURCE = """
import axios, { AxiosResponse } from 'axios';
interface Row { old: string }
FUNCTION
async function get(url: string): Promise<any> {
  return axios.get(url).then(noted).catch((error) => { throw error; });
}
export async function row(): Promise<Row> {
  return get('/rows').then((response) => response.data);
}
export const shown = async () => (await row()).old;
"""


@pytest.mark.parametrize(
    "function",
    [
        "async function noted(r: AxiosResponse<any, any>) { console.log(r.headers); return r; }",
        "function noted(r) { return r; }",
        "const noted = async (r: AxiosResponse) => r;",
        "function noted<T>(r: T): T { return r; }",
    ],
    ids=["async", "untyped", "arrow", "generic"],
)
def test_an_answer_goes_through_a_named_function(tmp_path: Path, function: str) -> None:
    source = SOURCE.replace("FUNCTION", function)
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("{ old: string }", "{ new: string }").replace(
        ").old", ").new"
    )


@pytest.mark.parametrize(
    "function",
    [
        "function noted(r: AxiosResponse) { return { data: { old: String(r.status) } }; }",
        "function noted(r: AxiosResponse) { return { data: made(r.data) }; }\n"
        "declare function made(value: unknown): any;",
    ],
    ids=["another object", "unknown code between"],
)
def test_what_the_function_makes_itself_is_no_answer(tmp_path: Path, function: str) -> None:
    source = SOURCE.replace("FUNCTION", function)
    unchanged(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
