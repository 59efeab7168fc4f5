"""What Nuxt's `useFetch` and `useAsyncData` make of an answer, and what Pinia maps, is followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import findings, fixed, project

LEGACY = load_rule(builtin_rules() / "legacy_field.py")
UNKNOWN = load_rule(builtin_rules() / "unknown_field.py")
CONTRACT = """## Rows
Endpoint: GET /v1/rows/

Returns:

[{ "id": 1, "label": "a" }]

- `label` (NOT `title`)
"""
API = """import axios from 'axios'
export interface Row { id: number; title: string }
export const list = () => axios.get<Row[]>('/v1/rows/').then((r) => r.data)
export const one = () => list().then((rows) => rows[0])
"""
PAGE = """<script setup lang="ts">
import { list, one, type Row } from './api'
SCRIPT
</script>
<template><p>{{ data }}</p></template>
"""
MAPPED = """<script lang="ts">
import { mapState } from 'pinia'
import { useRows } from './store'
export default { computed: { ...mapState(useRows, { now: 'row', all: (it) => it.rows.length }) } }
</script>
<template><p>{{ now.title }} {{ all }}</p></template>
"""
STORE = """import { defineStore } from 'pinia'
import type { Row } from './api'
const state = (): { rows: Row[]; row: Row } => ({ rows: [], row: { id: 1, title: '' } })
export const useRows = defineStore('rows', { state })
"""


@pytest.mark.parametrize(
    ("script", "after"),
    [
        (
            "const { data } = useAsyncData('a', list, { transform: (r) => r.map((x) => x.title) })",
            "(x) => x.label",
        ),
        ("const { data } = useAsyncData('a', one, { pick: ['title'] })", "pick: ['label']"),
        (
            "const { data } = useAsyncData('a', one, { default: () => ({ id: 1, title: '' }) })",
            "{ id: 1, label: '' }",
        ),
        (
            "const { data } = useAsyncData('a', one, { transform: () => ({ title: 1 }), "
            "default: () => ({ title: 0 }) })\nconst shown = () => data.value?.title",
            "default: () => ({ title: 0 }) })\nconst shown = () => data.value?.title",
        ),
    ],
)
def test_what_becomes_of_the_data(tmp_path: Path, script: str, after: str) -> None:
    page = PAGE.replace("SCRIPT", script)
    files = {"contract.md": CONTRACT, "api.ts": API, "Page.vue": page}
    texts = fixed(project(tmp_path, files), [LEGACY]).texts
    assert after in texts.get(tmp_path / "Page.vue", page.encode()).decode()
    assert b"label: string" in texts[tmp_path / "api.ts"]


def test_what_a_fetch_transforms_is_no_answer(tmp_path: Path) -> None:
    script = """const { data } = await useFetch<Row[], { name: string }[]>('/v1/rows/', {
  transform: (rows) => rows.map(({ title }) => ({ name: title })) })
const names = () => data.value?.map((it) => it.name)"""
    files = {"contract.md": CONTRACT, "api.ts": API, "Page.vue": PAGE.replace("SCRIPT", script)}
    assert not findings(project(tmp_path, files), [UNKNOWN]).diagnostics
    texts = fixed(project(tmp_path, files), [LEGACY]).texts
    assert b"({ label }) => ({ name: label })" in texts[tmp_path / "Page.vue"]


def test_state_that_is_mapped_under_another_name(tmp_path: Path) -> None:
    files = {"contract.md": CONTRACT, "api.ts": API, "store.ts": STORE, "Page.vue": MAPPED}
    texts = fixed(project(tmp_path, files), [LEGACY]).texts
    assert b"{{ now.label }}" in texts[tmp_path / "Page.vue"]


def test_a_key_that_is_assigned_or_cast(tmp_path: Path) -> None:
    script = """let by: keyof Row = 'id'
let other: string = ''
by = 'title'
other = 'title'
const keys = ['title' as keyof Row, 'title' satisfies keyof Row, 'title' as string]
"""
    files = {"contract.md": CONTRACT, "api.ts": API, "Page.vue": PAGE.replace("SCRIPT", script)}
    texts = fixed(project(tmp_path, files), [LEGACY]).texts
    page = texts[tmp_path / "Page.vue"]
    assert b"by = 'label'\nother = 'title'" in page
    assert b"['label' as keyof Row, 'label' satisfies keyof Row, 'title' as string]" in page
