"""A literal that `satisfies` a type goes by that type's names, and so does what is read of it."""

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
import axios from 'axios';
interface Row { old: string }
export const row = async () => (await axios.get<Row>('/rows')).data;
USE
"""
USES = {
    "a row": "const one = { old: 'x' } satisfies Row; console.log(one.old);",
    "a list": "const all = [{ old: 'x' } satisfies Row]; console.log(all[0].old);",
    "within an object": "const it = { all: [{ old: 'x' } satisfies Row] };"
    " console.log(it.all[0].old);",
}


@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_what_is_read_of_it_is_renamed_with_it(tmp_path: Path, use: str) -> None:
    source = SOURCE.replace("USE", use)
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    renamed = source.replace("{ old", "{ new").replace(".old", ".new")
    assert after["a.ts"] == renamed


@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_it_stays_where_the_type_stays(tmp_path: Path, use: str) -> None:
    table = '<template><unknown-table prop="old" /></template>'  # it may name the property
    files = {"contract.yaml": ROWS, "a.ts": SOURCE.replace("USE", use), "b.vue": table}
    unchanged(tmp_path, files, RENAMES)
