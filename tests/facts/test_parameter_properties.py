"""A constructor's parameter that declares a property is renamed with it, as the variable it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import rewritten, unchanged

RENAMES = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """
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
              schema: { type: array, items: { $ref: "#/components/schemas/Row" } }
components:
  schemas:
    Row:
      type: object
      required: [id, title]
      properties: { id: { type: integer }, title: { type: string, x-renamed-from: name } }
"""
SOURCE = """export class Row { CLASS }
export async function show(): Promise<string> {
  const rows: Row[] = await (await fetch('/rows')).json();
  return rows[0].name + new Row(1, 'a').name;
}
"""
CLASSES = {
    "constructor(public id: number, public name: string) {}": (
        "constructor(public id: number, public title: string) {}"
    ),
    "constructor(readonly id: number, readonly name = '') {}": (
        "constructor(readonly id: number, readonly title = '') {}"
    ),
    "long: number; constructor(public id: number, public name?: string) "
    "{ this.long = name.length; keep({ name }); }": (
        "long: number; constructor(public id: number, public title?: string) "
        "{ this.long = title.length; keep({ name: title }); }"
    ),
    "id = 1; name: string; constructor(id: number, name: string) { this.name = name; }": (
        "id = 1; title: string; constructor(id: number, name: string) { this.title = name; }"
    ),
}


@pytest.mark.parametrize(("written", "expected"), CLASSES.items())
def test_the_parameter_and_its_uses_follow(tmp_path: Path, written: str, expected: str) -> None:
    source = SOURCE.replace("CLASS", written)
    after = rewritten(tmp_path, {"contract.yaml": CONTRACT, "a.ts": source}, RENAMES)
    assert after["a.ts"] == SOURCE.replace("CLASS", expected).replace(").name", ").title").replace(
        "[0].name", "[0].title"
    )


def test_nothing_is_renamed_where_the_variable_can_not_be(tmp_path: Path) -> None:
    written = "constructor(public id: number, public name: string, title: string) { keep(title); }"
    files = {"contract.yaml": CONTRACT, "a.ts": SOURCE.replace("CLASS", written)}
    unchanged(tmp_path, files, RENAMES)
