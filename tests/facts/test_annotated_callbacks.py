"""Callbacks that say what they take: the value that they are given meets that type."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.diagnostics import Applicability
from fixer.rule import builtin_rules, load_rule
from tests.tools import fixed, project, rewritten, unchanged

RENAMES = load_rule(builtin_rules() / "legacy_field.py")

PAGE = """
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
                  count: { type: integer }
                  rows:
                    type: array
                    items:
                      type: object
                      properties:
                        id: { type: integer }
                        title: { type: string, x-renamed-from: name }
"""
HEAD = """
import axios, { type AxiosResponse } from 'axios';
interface Row { id: number; name: string }
interface Page { count: number; rows: Row[] }
"""


@pytest.mark.parametrize(
    "use",
    [
        "fetch('/rows').then((r) => r.json()).then((page: Page) => show(page.rows[0].name));",
        "fetch('/rows').then((r) => r.json()).then(function (page: Page) {"
        " show(page.rows[0].name); });",
        "axios.get('/rows').then((r: AxiosResponse<Page>) => { show(r.data.rows[0].name); });",
        "axios.get('/rows').then(({ data }: { data: Page }) => show(data.rows[0].name));",
        "const load = async (): Promise<any> => (await fetch('/rows')).json();"
        " load().then((page) => page.rows.map((row: Row, at: number) => show(row.name + at)));",
        "const load = async () => (await axios.get('/rows')).data;"
        " load().then(({ rows }) => rows.reduce("
        "(all: string, row: Row) => all + row.name, ''));",
    ],
)
def test_what_a_callback_says(tmp_path: Path, use: str) -> None:
    source = f"{HEAD}{use}\n"
    after = rewritten(tmp_path, {"contract.yaml": PAGE, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("name", "title")


@pytest.mark.parametrize(
    "use",
    [
        "load().then((page: { rows: { id: number; name: string }[] }) => show(page.rows[0].name));",
        "load().then((page) => page.rows.map((row: { id: number; name: string }) => row.name));",
        "const first = (row: { id: number; name: string }) => row.name;\n"
        "load().then((page) => page.rows.map(first));",
    ],
)
def test_what_is_written_out_again_of_a_type_that_is_said(tmp_path: Path, use: str) -> None:
    """The one type speaks for itself; the other is given its values: unsafe."""
    said = """
interface Row { id: number; name: string }
const load = async (): Promise<{ rows: Row[] }> => (await fetch('/rows')).json();
"""
    files = {"contract.yaml": PAGE, "a.ts": f"{said}{use}\n"}
    after = rewritten(tmp_path, files, RENAMES)
    assert after["a.ts"] == f"{said.replace('name', 'title')}{use}\n"
    both = fixed(project(tmp_path, files), [RENAMES], Applicability.UNSAFE).texts
    assert both[tmp_path / "a.ts"].decode() == files["a.ts"].replace("name", "title")


@pytest.mark.parametrize(
    "use",
    [
        "fetch('/rows').then((r) => r.json()).then(made).then((row: Row) => show(row.name));",
        "fetch('/rows').then((r) => r.json()).catch((row: Row) => show(row.name));",
        "keep((page: Page) => show(page.rows[0].name)); fetch('/rows');",
    ],
)
def test_not_what_nobody_knows_to_come_there(tmp_path: Path, use: str) -> None:
    source = f"{HEAD}declare const made: any; declare const keep: any;\n{use}\n"
    unchanged(tmp_path, {"contract.yaml": PAGE, "a.ts": source}, RENAMES)
