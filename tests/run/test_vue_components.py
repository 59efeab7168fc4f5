"""What Vue's own components take, emit, hand on and show follows a renamed property."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import fixed, project

RULE = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """## Rows
Endpoint: GET /v1/rows/

Returns:

[{ "id": 1, "label": "a" }]

- `label` (NOT `title`)
"""
API = """import axios from 'axios'
export interface Row { id: number; title: string }
export interface Item { title: string }
export const list = () => axios.get<Row[]>('/v1/rows/').then((r) => r.data)
"""
SETUP = """<script setup lang="ts">
import { ref, computed } from 'vue'
import Child from './Child.vue'
import { list, type Row, type Item } from './api'
const rows = ref<Row[]>([])
list().then((found) => (rows.value = found))
SCRIPT
</script>
<template>
TEMPLATE
</template>
"""


def _page(template: str, script: str = "") -> str:
    return SETUP.replace("SCRIPT", script).replace("TEMPLATE", template)


def _texts(folder: Path, page: str, child: str) -> tuple[str, str, bool]:
    """The page and the component after the safe fixes, and whether the type was renamed."""
    files = {"contract.md": CONTRACT, "api.ts": API, "Page.vue": page, "Child.vue": child}
    texts = fixed(project(folder, files), [RULE]).texts
    after = {name: texts.get(folder / name, text.encode()).decode() for name, text in files.items()}
    return after["Page.vue"], after["Child.vue"], "id: number; label: string" in after["api.ts"]


@pytest.mark.parametrize(
    ("child", "used", "after"),
    [
        (
            _page('<slot name="row" :row="row" />', "defineProps<{ row: Row }>()"),
            '<Child><template #row="{ row }">{{ row.title }}</template></Child>',
            "{{ row.label }}",
        ),
        (
            _page('<slot v-for="row in rows" v-bind="row" />'),
            '<Child v-slot="{ title }">{{ title }}</Child>',
            'v-slot="{ label: title }">{{ title }}',
        ),
        (
            _page("<slot />", "defineSlots<{ default(props: { it: Row }): any }>()"),
            '<Child v-slot="{ it }">{{ it.title }}</Child>',
            "{{ it.label }}",
        ),
        (
            _page('<slot :row="item" />', "const item: Item = { title: '' }"),
            '<Child v-slot="{ row }">{{ row.title }}</Child>',
            "{{ row.title }}",
        ),
        (
            _page('<slot :title="rows[0].title" />'),
            '<Child v-slot="{ title }">{{ title }}</Child>',
            'v-slot="{ title }">{{ title }}',
        ),
        (
            _page("<b />", "defineEmits<{ pick: [row: Row]; drop: [item: Item] }>()"),
            '<Child @pick="(it) => show(it.title)" @drop="(it) => show(it.title)" />',
            '@pick="(it) => show(it.label)" @drop="(it) => show(it.title)"',
        ),
        (
            _page("<b />", "defineEmits<{ (e: 'pick', row: Row): void }>()"),
            '<Child @pick="show($event.title)" />',
            '@pick="show($event.label)"',
        ),
        (
            _page("<b />", "defineProps<{ row: Row; item: Item }>()"),
            "<Child :row=\"{ id: 1, title: '' }\" :item=\"{ title: '' }\" />",
            ":row=\"{ id: 1, label: '' }\" :item=\"{ title: '' }\"",
        ),
    ],
)
def test_what_a_component_gives_and_takes(
    tmp_path: Path, child: str, used: str, after: str
) -> None:
    page, _, is_renamed = _texts(tmp_path, _page(used), child)
    assert after in page
    assert is_renamed


def test_props_that_are_a_row_follow_in_both_templates(tmp_path: Path) -> None:
    child = _page("<p>{{ title }}</p>", "defineProps<Row>()")
    used = '<Child v-for="row in rows" :id="row.id" :title="row.title" />'
    page, component, is_renamed = _texts(tmp_path, _page(used), child)
    assert ':id="row.id" :label="row.label"' in page
    assert "<p>{{ label }}</p>" in component
    assert is_renamed


def test_a_prop_of_a_component_s_own_stays(tmp_path: Path) -> None:
    child = _page("<p>{{ title }}</p>", "defineProps<{ title: string }>()")
    used = '<Child v-for="row in rows" :title="row.title" title="a" />'
    page, component, _ = _texts(tmp_path, _page(used), child)
    assert ':title="row.label" title="a"' in page
    assert component == child


@pytest.mark.parametrize("used", ['<p v-for="title in [1]">{{ title }}</p>', "<p>{{ title }}</p>"])
def test_a_name_of_the_template_s_own_is_no_prop(tmp_path: Path, used: str) -> None:
    own = "" if "v-for" in used else "\nconst title = 1"
    child = _page(used, f"const props = defineProps<Row>(){own}\nconst t = () => props.title")
    _, component, _ = _texts(tmp_path, _page('<Child v-bind="rows[0]" />'), child)
    assert used in component
    assert "props.label" in component


def test_an_attribute_in_another_spelling_is_told(tmp_path: Path) -> None:
    """`first-title` of `firstTitle` isn't rewritten, so the rename isn't safe."""
    api = API.replace("title", "firstTitle")
    files = {
        "contract.md": CONTRACT.replace("`title`", "`firstTitle`"),
        "api.ts": api,
        "Page.vue": _page('<Child v-for="row in rows" :first-title="row.firstTitle" />'),
        "Child.vue": _page("<p />", "defineProps<Row>()"),
    }
    assert not fixed(project(tmp_path, files), [RULE]).texts


@pytest.mark.parametrize(
    "used",
    [
        '<Child :items="rows" v-slot="{ item }">{{ item.title }}</Child>',
        '<Child :items="rows" @pick="(it) => show(it.title)" />',
        '<Child :items="rows" item-label="title" />',
    ],
)
def test_what_a_generic_component_hands_on_is_a_doubt(tmp_path: Path, used: str) -> None:
    child = """<script setup lang="ts" generic="T">
defineProps<{ items: T[]; itemLabel?: keyof T }>()
defineEmits<{ pick: [it: T] }>()
</script>
<template><slot v-for="item in items" :item="item" /></template>
"""
    page, _, is_renamed = _texts(tmp_path, _page(used), child)
    assert used in page
    assert not is_renamed


def test_what_a_component_shows_of_itself(tmp_path: Path) -> None:
    child = _page("<p />", "const item = ref<Item>()\ndefineExpose({ rows, item })")
    script = """const child = ref<InstanceType<typeof Child>>()
const shown = () => [child.value?.rows[0].title, child.value?.item?.title]"""
    page, _, is_renamed = _texts(tmp_path, _page('<Child ref="child" />', script), child)
    assert "[child.value?.rows[0].label, child.value?.item?.title]" in page
    assert is_renamed


def test_defaults_of_props(tmp_path: Path) -> None:
    script = """withDefaults(defineProps<{ row?: Row; item?: Item }>(), {
  row: () => ({ id: 0, title: '' }), item: () => ({ title: '' }) })"""
    _, component, is_renamed = _texts(tmp_path, _page("<Child />"), _page("<p />", script))
    assert "row: () => ({ id: 0, label: '' }), item: () => ({ title: '' })" in component
    assert is_renamed


OPTIONS = """<script lang="ts">
import { defineComponent } from 'vue'
import { list, type Row } from './api'
import { shown } from './mixin'
export default defineComponent({
  mixins: [shown],
  data() { return { row: null as Row | null, form: { title: '' } } },
  watch: { 'row.title'() {}, 'form.title': () => {} },
  created() { this.$watch('row.title', () => {}); this.$watch('form.title', () => {}) },
  computed: { all(): string[] { return this.rows.map((row) => row.title) } },
})
</script>
<template><p v-for="row in rows">{{ row.title }} {{ form.title }}</p></template>
"""
MIXIN = """import { defineComponent } from 'vue'
import { list, type Row } from './api'
export const shown = defineComponent({
  data() { return { rows: [] as Row[] } },
  async created() { this.rows = await list() },
  methods: { first() { return this.rows[0].title } },
})
"""


def test_watched_paths_and_what_a_component_is_mixed_with(tmp_path: Path) -> None:
    files = {"contract.md": CONTRACT, "api.ts": API, "Page.vue": OPTIONS, "mixin.ts": MIXIN}
    texts = fixed(project(tmp_path, files), [RULE]).texts
    page = texts[tmp_path / "Page.vue"].decode()
    assert "watch: { 'row.label'() {}, 'form.title': () => {} }" in page
    assert "$watch('row.label', () => {}); this.$watch('form.title'" in page
    assert "row.label)" in page
    assert "{{ row.label }} {{ form.title }}" in page
    assert b"this.rows[0].label" in texts[tmp_path / "mixin.ts"]


@pytest.mark.parametrize(
    ("props", "is_safe"),
    [
        ("{ mark?: string; text?: string }", True),
        ("{ text?: string }", True),
        ("{ mark?: keyof Row; text?: string }", False),
    ],
)
def test_a_text_for_a_component_that_takes_any_text_holds_no_rename_back(
    tmp_path: Path, props: str, is_safe: bool
) -> None:
    """As long as the program gives the property no value: what reads the old name gets none."""
    page = _page('<p v-for="row in rows"><Child mark="title" :text="row.title" /></p>')
    after, _, is_renamed = _texts(tmp_path, page, _page("<b />", f"defineProps<{props}>()"))
    assert is_renamed == is_safe
    assert ("row.label" in after) == is_safe
