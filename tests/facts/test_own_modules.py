"""Modules that the program declares itself: `declare module '@typings' { … }` in a script."""

from __future__ import annotations

from pathlib import Path

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

USE = """
import axios from 'axios';
import type { Row } from '@typings';
export const shown = async () => (await axios.get<Row>('/rows')).data.old;
"""


def _renamed(files: dict[str, str]) -> dict[str, str]:
    return {it: files[it].replace("old:", "new:").replace(".old", ".new") for it in files}


def test_a_type_of_such_a_module_is_renamed_with_what_reads_it(tmp_path: Path) -> None:
    files = {
        "rows.d.ts": "declare module '@typings' {\n  export type Row = { old: string };\n}\n",
        "a.ts": USE,
    }
    after = rewritten(tmp_path, {"contract.yaml": ROWS, **files}, RENAMES)
    assert after == {"contract.yaml": ROWS, **_renamed(files)}


def test_a_module_has_parts_in_several_files(tmp_path: Path) -> None:
    files = {
        "a.d.ts": "declare module '@typings' {\n  export interface Row extends Base {}\n}\n",
        "b.d.ts": "declare module '@typings' {\n  export interface Base { old: string }\n}\n",
        "a.ts": USE,
    }
    after = rewritten(tmp_path, {"contract.yaml": ROWS, **files}, RENAMES)
    assert after == {"contract.yaml": ROWS, **_renamed(files)}


def test_a_module_of_another_name_has_types_of_its_own(tmp_path: Path) -> None:
    rows = "declare module '@typings' {\n  export interface Row { old: string }\n}\n"
    other = {
        "other.d.ts": rows.replace("@typings", "@other"),
        "b.ts": "import type { Row } from '@other';\nexport const f = (row: Row) => row.old;\n",
    }
    files = {"rows.d.ts": rows, "a.ts": USE}
    after = rewritten(tmp_path, {"contract.yaml": ROWS, **files, **other}, RENAMES)
    assert after == {"contract.yaml": ROWS, **_renamed(files), **other}


def test_what_is_added_to_a_package_is_not_all_of_it(tmp_path: Path) -> None:
    files = {
        "rows.d.ts": "import '@typings';\n"
        "declare module '@typings' {\n  export interface Row { more: string }\n}\n",
        "a.ts": USE.replace(".data.old", ".data.more"),
    }
    unchanged(tmp_path, {"contract.yaml": ROWS, **files}, RENAMES)
