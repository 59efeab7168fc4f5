"""A text of a template that looks like a path is one only where its steps are properties."""

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
                  expenses: { type: number, x-renamed-from: costs }
"""

SOURCE = """
import axios from 'axios';
export interface Row { costs: number }
export const shown = async () => (await axios.get<Row>('/rows')).data.costs;
export const made: Row = { costs: 1 };
"""
MENU = """
<script setup lang="ts">
import type { Row } from './a';
defineProps<{ row: Row }>();
</script>
<template><menu-item label="menu.links.costs" /></template>
"""


@pytest.mark.parametrize(
    "messages",
    ["", "export default { menu: { links: { costs: 'Costs' } } };"],
    ids=["elsewhere", "written as an object"],
)
def test_the_key_of_a_translation_is_no_property(tmp_path: Path, messages: str) -> None:
    files = {"contract.yaml": ROWS, "a.ts": SOURCE, "menu.vue": MENU, "messages.ts": messages}
    after = rewritten(tmp_path, files, RENAMES)
    renamed = SOURCE.replace("{ costs", "{ expenses").replace(".costs", ".expenses")
    assert after == {**files, "a.ts": renamed}


@pytest.mark.parametrize(
    "more",
    [
        "interface Menu { links: Row }",
        "class Menu { links!: Row }",
        "const first = (menu: any) => menu.links.costs;",
        "const menu = (row: Row) => ({ links: row });",
        "const menu = (links: Row) => ({ links });",
        "const first = (menu: any) => menu['links'];",
    ],
)
def test_a_step_that_is_a_property_may_lead_there(tmp_path: Path, more: str) -> None:
    files = {"contract.yaml": ROWS, "a.ts": SOURCE + more, "menu.vue": MENU}
    unchanged(tmp_path, files, RENAMES)


@pytest.mark.parametrize("label", ["costs", "rows[0].costs"])
def test_a_name_alone_may_be_the_property(tmp_path: Path, label: str) -> None:
    menu = MENU.replace("menu.links.costs", label)
    unchanged(tmp_path, {"contract.yaml": ROWS, "a.ts": SOURCE, "menu.vue": menu}, RENAMES)
