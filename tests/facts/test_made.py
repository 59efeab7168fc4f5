"""An object that code makes is told where it is taken for a renamed type, or begins as one.

The compiler's rename leaves it, so its fix is one of its own, and unsafe.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.diagnostics import Applicability
from fixer.rule import builtin_rules, load_rule
from tests.tools import fixed, project, rewritten

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
HEAD = """interface Row { id: number; name: string }
interface Other { name: string }
export async function load(): Promise<Row[]> { return (await fetch('/rows')).json() }
declare function save(rows: Row[]): void;
"""
# Each `/**/name` is told.
MADE = {
    "in a list": "const a: Row[] = ['x'].map((text) => ({ id: 1, /**/name: text }));",
    "by a name": "const a: Row[] = ['x'].map((name) => ({ id: 1, /**/name }));",
    "in a block": "const a = (all: Row[]): Row[] => all.map((it) => {"
    " return { ...it, /**/name: 'x' }; });",
    "one of two": "const a = (b: boolean): Row[] => [1].map((id) =>"
    " b ? { id, /**/name: 'x' } : { id, /**/name: 'y' });",
    "for a function": "save(['x'].map((text) => ({ id: 1, /**/name: text })));",
    "of a length": "const a: Row[] ="
    " Array.from({ length: 3 }, (_, id) => ({ id, /**/name: 'x' }));",
    "behind a promise": "const a = (): Promise<Row[]> => load().then((all) =>"
    " all.map((it) => ({ ...it, /**/name: 'x' })));",
    "of a promise": "const a = (): Promise<Row> => Promise.resolve({ id: 1, /**/name: 'x' });",
    "on an object": "const a = (row: Row): Row => Object.assign({}, row, { /**/name: 'x' });",
    "on what is spread": "const a = (row: Row, text: string) => ({ ...row, /**/name: text });",
    "on what is spread, read": "const a = (row: Row) => { const made = { ...row, /**/name: 'x' };"
    " return made./**/name; };",
    "on two that are spread": "const a = (row: Row, other: Other) =>"
    " ({ ...row, ...other, name: 'x' });",
    "of another type": "const a: Other[] = ['x'].map((text) => ({ name: text }));",
    "of none": "const a = ['x'].map((text) => ({ name: text }));",
    "of either": "const a: (Row | Other)[] = ['x'].map((text) => ({ name: text }));",
    "inside of it": "declare function at(it: any): string;"
    " const a: Row[] = ['x'].map((text) => ({ id: 1, /**/name: at({ name: text }) }));",
}


@pytest.mark.parametrize("made", MADE.values(), ids=MADE.keys())
def test_what_a_callback_makes(tmp_path: Path, made: str) -> None:
    files = {"contract.yaml": CONTRACT, "a.ts": HEAD + made}
    (tmp_path / "safe").mkdir()
    head = HEAD.replace("number; name", "number; title")
    assert rewritten(tmp_path / "safe", files, RENAMES)["a.ts"] == head + made
    expected = made.replace("/**/name }", "/**/title: name }").replace("/**/name", "/**/title")
    after = fixed(project(tmp_path, files), [RENAMES], Applicability.UNSAFE).texts
    assert after[tmp_path / "a.ts"].decode() == head + expected
