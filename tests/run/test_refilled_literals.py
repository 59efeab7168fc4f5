"""A literal that a variable begins with is told where a renamed type comes to it, or takes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import findings, fixed, project

RULE = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """## Rows
Endpoint: GET /v1/rows/

Returns:

{ "id": 1, "label": "a" }

- `label` (NOT `title`)
"""
API = """import axios from 'axios'
export interface Row { id: number; title: string }
export interface Item { title: string }
export const one = () => axios.get<Row>('/v1/rows/').then((r) => r.data)
export const save = (row: Partial<Row>) => row
export const keep = (item: Item) => item
"""
HEAD = """import { useState } from 'react'
import { reactive, ref } from 'vue'
import { signal } from '@angular/core'
import { one, save, keep, type Item } from './api'
"""


@pytest.mark.parametrize(
    "script",
    [
        "const form = ref({ id: 0, title: '' })\none().then((row) => { form.value = { ...row } })",
        "const form = reactive({ id: 0, title: '' })\none().then((r) => Object.assign(form, r))",
        "const form = signal({ id: 0, title: '' })\none().then((row) => form.set(row))",
        "const [form, setForm] = useState({ id: 0, title: '' })\none().then((r) => setForm(r))",
        "export class A { form = { id: 0, title: '' }\n"
        "  load() { one().then((row) => { this.form = row }) } }",
        "const form = ref({ title: '' })\nexport const go = () => save(form.value)",
        "const form = reactive({ title: '' })\nexport const go = () => save({ ...form, id: 1 })",
    ],
)
def test_it_is_told_and_left_to_a_person(tmp_path: Path, script: str) -> None:
    files = {"contract.md": CONTRACT, "api.ts": API, "page.ts": HEAD + script + "\n"}
    opening = project(tmp_path, files)
    told = [it for it in findings(opening, [RULE]).diagnostics if it.path.name == "page.ts"]
    assert len(told) == 1
    texts = fixed(opening, [RULE]).texts
    assert b"label: string" in texts[tmp_path / "api.ts"]
    assert tmp_path / "page.ts" not in texts


@pytest.mark.parametrize(
    "script",
    [
        "const form = ref({ title: '' })\nform.value = { title: 'b' }",
        "const form = ref({ title: '' })\nform.value = keep({ title: '' })\nsave(form.value)",
        "const form = ref<Item>({ title: '' })\nform.value = keep(form.value)",
        "const form = reactive({ title: '' })\none().then((row) => { form.title = `${row.id}` })",
        "export class A { form = { title: '' } }\n"
        "export class B { form = { id: 0 }\n  load() { one().then((it) => { this.form = it }) } }",
    ],
)
def test_nothing_is_said_of_what_is_given_something_else(tmp_path: Path, script: str) -> None:
    files = {"contract.md": CONTRACT, "api.ts": API, "page.ts": HEAD + script + "\n"}
    found = findings(project(tmp_path, files), [RULE]).diagnostics
    assert not [it for it in found if it.path.name == "page.ts"]
