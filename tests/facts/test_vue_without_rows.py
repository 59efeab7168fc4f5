"""`item-value` of a list that is given no items names nothing."""

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
export interface Row { old: string }
export const shown = async () => (await axios.get<Row>('/rows')).data.old;
export const made: Row = { old: 'x' };
"""

PICKER = """
<script setup lang="ts">
import type { Row } from './a';
const row = defineModel<Row>();
const options: unknown = undefined;
</script>
<template>ELEMENT</template>
"""


@pytest.mark.parametrize(
    "element",
    [
        '<v-select item-value="old" label="Row"><template #no-data /></v-select>',
        '<v-text-field item-title="old" />',
    ],
)
def test_without_items_nothing_is_named(tmp_path: Path, element: str) -> None:
    files = {"contract.yaml": ROWS, "a.ts": SOURCE, "b.vue": PICKER.replace("ELEMENT", element)}
    after = rewritten(tmp_path, files, RENAMES)
    renamed = SOURCE.replace("{ old:", "{ new:").replace(".old", ".new")
    assert after == {**files, "a.ts": renamed}


@pytest.mark.parametrize(
    "element",
    [
        '<v-select :items="options" item-value="old" />',
        '<v-select v-bind="options" item-value="old" />',
        '<v-select v-model:items="options" item-value="old" />',
        '<row-select item-value="old" />',
    ],
)
def test_items_that_are_not_known_may_be_such_rows(tmp_path: Path, element: str) -> None:
    files = {"contract.yaml": ROWS, "a.ts": SOURCE, "b.vue": PICKER.replace("ELEMENT", element)}
    unchanged(tmp_path, files, RENAMES)
