"""A variable that begins as nothing much, `''` or `{}`, is the answer that it is set to."""

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
                  id: { type: integer }
                  new: { type: string, x-renamed-from: old }
"""

SOURCE = """
interface Row { old: string }
class Caller {
  constructor(private readonly base: string) {}
  private async ask<T>(method: string, path: string): Promise<{ content: T }> {
    const response = await fetch(`${this.base}/${path}`, { method });
    BEGIN
    if (response.status !== 204) content = await response.json();
    return { content: content as T };
  }
  get<T>(path: string) { return this.ask<T>('GET', path); }
}
export const row = (caller: Caller) => caller.get<Row>('rows').then((it) => it.content.old);
"""


@pytest.mark.parametrize(
    "begin",
    [
        "let content: any = '';",
        "let content: any = {};",
        "let content = {} as any;",
        "let content: any = false;",
        "let content: any = null;",
        "let content: any;",
    ],
)
def test_what_it_is_set_to_counts(tmp_path: Path, begin: str) -> None:
    source = SOURCE.replace("BEGIN", begin)
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("{ old:", "{ new:").replace(".old", ".new")


@pytest.mark.parametrize(
    "set_to",
    ["content = { old: content.id };", "content.old = 'x'; content = made(content);"],
    ids=["an object of its own", "what unknown code makes"],
)
def test_what_the_program_makes_of_it_is_no_answer(tmp_path: Path, set_to: str) -> None:
    source = f"""
    interface Row {{ old: string }}
    declare function made(value: any): any;
    export async function row(): Promise<Row> {{
      let content: any = {{}};
      const answer = await (await fetch('/rows')).json();
      content = answer;
      {set_to}
      return content;
    }}
    """
    source = source.replace("content = answer;", "") if "made" in set_to else source
    unchanged(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
