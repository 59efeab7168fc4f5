"""Wrappers that send one request by several calls: what each gives is the answer."""

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
                type: array
                items:
                  type: object
                  properties:
                    new: { type: string, x-renamed-from: old }
"""

USE = """
interface Row { old: string }
interface Other { old: string }
export const rows = async () => await ask<Row[]>('/rows', ARGUMENTS);
export const first = async () => (await rows() as Row[])[0].old;
"""


@pytest.mark.parametrize(
    "wrapper",
    [
        """
        let answer;
        if (cluster) {
          answer = await fetch(url, { ...init, headers: { cluster } });
        } else {
          answer = await fetch(url, init);
        }
        """,
        "const answer = cluster ? await fetch(url, { headers: { cluster } }) : await fetch(url);",
        """
        let answer = await fetch(url, init);
        if (answer.status === 401) answer = await fetch(url, { ...init, headers: { cluster } });
        """,
    ],
    ids=["in two branches", "chosen", "sent again"],
)
def test_a_wrapper_may_send_the_request_by_one_of_two_calls(tmp_path: Path, wrapper: str) -> None:
    ask = f"""
    declare const cluster: string;
    async function ask<T>(url: string, init?: RequestInit): Promise<T | string> {{
      {wrapper}
      if (answer.headers.get('Content-Type') === 'text/plain') return await answer.text();
      return (await answer.json()) as T;
    }}
    """
    source = ask + USE.replace("ARGUMENTS", "{}")
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == _of_row(source)


def test_what_another_method_would_be_sent_by_gives_the_answer_too(tmp_path: Path) -> None:
    source = """
    async function ask<T>(url: string, body?: object): Promise<T | string> {
      const sent = JSON.stringify(body);
      const answer = body ? await fetch(url, { method: 'POST', body: sent }) : await fetch(url);
      if (!answer.headers.has('x-json')) return await answer.text();
      return (await answer.json()) as T;
    }
    export const add = () => ask<string>('/rows/add', {});
    """ + USE.replace(", ARGUMENTS", "")
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == _of_row(source)


def test_what_is_asked_of_another_url_is_no_part_of_the_answer(tmp_path: Path) -> None:
    source = """
    async function ask<T>(url: string, more?: string) {
      const answer = (await (await fetch(url)).json()) as T;
      const beside = more ? ((await (await fetch(more)).json()) as Other[]) : [];
      return { answer, beside };
    }
    interface Other { old: string }
    export const asked = () => ask<number>('/count', '/others');
    export const count = async () => (await ask<string[]>('/rows')).beside[0].old;
    """
    unchanged(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)


SENT = {
    "one is left": "if (body) { return (await fetch(url, { method: 'POST', body })).json(); }"
    " return (await fetch(url)).json();",
    "cases": "switch (kind) { case 'a': { r = await fetch(url, { method: 'POST', body }); break; }"
    " case 'b': r = await fetch(url); break; } return r.json();",
}


@pytest.mark.parametrize("wrapper", SENT.values(), ids=SENT.keys())
def test_of_two_branches_one_is_sent(tmp_path: Path, wrapper: str) -> None:
    ask = f"""
    async function ask(url: string, kind = 'b', body?: string): Promise<any> {{
      let r: any;
      {wrapper}
    }}
    interface Row {{ old: string }}
    export const add = () => ask('/rows', 'a', 'x');
    export const rows = async (): Promise<Row[]> => await ask('/rows', 'b');
    export const first = async () => (await rows())[0].old;
    """
    contract = ROWS + ROWS[ROWS.index("    get:") :].replace("get:", "post:").split("schema:")[0]
    contract += "schema: { type: string }\n"
    after = rewritten(tmp_path, {"contract.yaml": contract, "a.ts": ask}, RENAMES)
    assert after["a.ts"] == _of_row(ask)


def test_what_is_asked_beside_it_by_another_method_is_another_answer(tmp_path: Path) -> None:
    source = """
    async function ask(url: string) {
      const answer: any = await (await fetch(url)).json();
      const about: any = await (await fetch(url, { method: 'OPTIONS' })).json();
      return { answer, about };
    }
    interface Row { old: string }
    interface About { old: string }
    export const rows = async () => {
      const { answer, about } = await ask('/rows');
      const all: Row[] = answer;
      const told: About[] = about;
      return all[0].old + told[0]['old'];
    };
    """
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == _of_row(source)


def _of_row(source: str) -> str:
    return source.replace("Row { old", "Row { new").replace("[0].old", "[0].new")
