"""What a Vue component has of its mixins, and of the component that it extends."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import rewritten

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

FILES = {
    "rows.ts": "import axios from 'axios';\n"
    "export interface Row { old: string }\n"
    "export const load = async () => (await axios.get<Row>('/rows')).data;\n",
    "plain.ts": "import { Row } from './rows';\n"
    "export default { data: () => ({ row: null as Row | null }) };\n",
    "made.ts": "import { defineComponent } from 'vue';\nimport { Row } from './rows';\n"
    "export default defineComponent({ data: () => ({ row: {} as Row }) });\n",
    "mixed.ts": "import made from './made';\nexport default { mixins: [made] };\n",
    "other.ts": "export default { data: () => ({ other: { old: 1 } }) };\n",
}

SHOWN = """
<template><p>{{ row.old }} {{ other?.old }}</p></template>
<script lang="ts">
import { defineComponent } from 'vue';
import plain from './plain';
import made from './made';
import mixed from './mixed';
import other from './other';
export default defineComponent({
  MIXED,
  data: () => ({ open: false }),
  computed: { shown(): string { return this.row.old; } },
});
</script>
"""


@pytest.mark.parametrize(
    "mixed",
    ["mixins: [plain]", "mixins: [made]", "mixins: [other, made]", "extends: mixed"],
)
def test_a_component_has_the_data_of_what_is_mixed_in(tmp_path: Path, mixed: str) -> None:
    files = {"contract.yaml": ROWS, **FILES, "shown.vue": SHOWN.replace("MIXED", mixed)}
    after = rewritten(tmp_path, files, RENAMES)
    assert after["rows.ts"] == FILES["rows.ts"].replace("old:", "new:")
    assert after["shown.vue"] == files["shown.vue"].replace("row.old", "row.new")
