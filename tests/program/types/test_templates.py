"""Vue: refs, props and the expressions of a template."""

from __future__ import annotations

from pathlib import Path

from tests.program.types.marks import agree

ROW = """
export interface Row { /*a*/old: string; list: Row[] }
export declare function load(): Promise<Row[]>;
"""


def test_script_setup_and_its_template(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "row.ts": ROW,
            "Card.vue": """
<template>
  <p v-if="row" :title="row./*a*/old">{{ row./*a*/old }} {{ props.first./*a*/old }}</p>
  <li v-for="(item, index) in rows" :key="item./*a*/old" @click="pick(item./*a*/old)">
    <b v-for="{ /*a*/old } in item.list" :class="{ on: item./*a*/old }">{{ index }}</b>
    <i v-for="x in item.list.filter((y) => y./*a*/old)">{{ x./*a*/old }}</i>
  </li>
  <p>{{ first./*a*/old }} {{ $props.first./*a*/old }} {{ missing./*?*/old }}</p>
</template>
<script setup lang="ts">
import { computed, ref, reactive } from 'vue';
import { load, type Row } from './row';
const props = defineProps<{ first: Row }>();
const row = ref<Row | null>(null);
const rows = ref<Row[]>([]);
const state = reactive({ row });
const named = computed(() => rows.value.map((r) => r./*a*/old));
async function pick(x: string) {
  rows.value = await load();
  row.value?./*a*/old;
  state.row?./*a*/old;
}
</script>
""",
        },
    )


def test_a_component_of_options_with_setup(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "row.ts": ROW,
            "Card.vue": """
<template>
  <p v-for="r in rows" :key="r./*a*/old">{{ row./*a*/old }}</p>
</template>
<script lang="ts">
import { defineComponent, ref, type PropType } from 'vue';
import type { Row } from './row';
export default defineComponent({
  props: { row: { type: Object as PropType<Row>, required: true }, all: { type: Array<Row> } },
  setup(props) {
    const rows = ref([props.row]);
    props.row./*a*/old;
    props.all.map((r) => r./*a*/old);
    return { rows };
  },
});
</script>
""",
        },
    )


def test_types_of_vue_that_nobody_imports(tmp_path: Path) -> None:
    """As a build that imports Vue's names by itself declares them for all files."""
    agree(
        tmp_path,
        {
            "row.ts": ROW,
            "Card.vue": """
<template><b>{{ row?./*a*/old }}</b></template>
<script setup lang="ts">
import type { Row } from './row';
const props = defineProps({ row: Object as PropType<Row> });
const first: ComputedRef<Row | undefined> = computed(() => props.row);
first.value?./*a*/old;
</script>
""",
        },
    )


def test_a_pinia_store(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "row.ts": ROW,
            "store.ts": """
import { defineStore, storeToRefs } from 'pinia';
import { ref } from 'vue';
import { load, type Row } from './row';
export const useRows = defineStore('rows', () => { const rows = ref<Row[]>([]); return { rows }; });
export const useOld = defineStore('old', { state: () => ({ row: null as Row | null }) });
useRows().rows[0]./*a*/old;
useOld().row?./*a*/old;
const { rows } = storeToRefs(useRows());
rows.value[0]./*a*/old;
""",
        },
    )


def test_vue_2_components_and_what_the_program_gives_all_of_them(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "row.ts": "export interface Row { /*a*/old: string }\n",
            "plugin.ts": """
import type { Row } from './row';
export class Rows { async all(): Promise<Row[]> { return []; } }
declare module 'vue/types/vue' {
  interface Vue { $rows: Rows }
}
""",
            "list.vue": """<template>
  <div v-for="row in rows" :key="row./*a*/old" @click="chosen = row">{{ last./*a*/old }}</div>
</template>
<script lang="ts">
import Vue from 'vue';
import type { Row } from './row';
export default Vue.extend({
  data: () => ({ rows: [] as Row[], chosen: undefined as Row | undefined }),
  computed: { last(): Row { return this.rows[0]; } },
  async mounted() {
    this.rows = await this.$rows.all();
    (await this.$rows.all())[0]./*a*/old;
    this.show(this.chosen!./*a*/old);
  },
  methods: { show(text: string) { return this.last./*a*/old + text; } },
});
</script>
""",
        },
    )


def test_slots_of_a_table_that_is_bound_to_rows(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "row.ts": ROW,
            "Mine.vue": "<template><p /></template>",
            "Page.vue": """
<template>
  <v-data-table :items="rows">
    <template #[`item.name`]="{ item }"><b :title="item./*a*/old">{{ item./*a*/old }}</b></template>
    <template #item.two="{ item: { /*a*/old } }">{{ old }}</template>
    <template v-slot:item="row">{{ row.item./*a*/old }}</template>
    <template #group-header="{ item }">{{ item./*?*/old }}</template>
    <template #top="{ item }">{{ item./*?*/old }}</template>
  </v-data-table>
  <VDataTable :items="rows"><template #item="{ item }">{{ item./*a*/old }}</template></VDataTable>
  <v-data-table :items="x"><template #item="{ item }">{{ item./*?*/old }}</template></v-data-table>
  <el-table :data="rows">
    <el-table-column><template #default="{ row }">{{ row./*~*/old }}</template></el-table-column>
    <el-table-column v-slot="scope">{{ scope.row./*~*/old }}</el-table-column>
    <el-table-column><template #header="{ row }">{{ row./*?*/old }}</template></el-table-column>
  </el-table>
  <mine :items="rows"><template #item="{ item }">{{ item./*?*/old }}</template></mine>
  <UTable :data="rows">
    <template #name-cell="{ row }">{{ row.original./*a*/old }}</template>
    <template #name-header="{ row }">{{ row.original./*?*/old }}</template>
  </UTable>
  <UTable :rows="rows"><template #a-data="{ row }">{{ row./*~*/old }}</template></UTable>
  <DataTable :value="rows">
    <Column><template #body="{ data }">{{ data./*~*/old }}</template></Column>
  </DataTable>
</template>
<script setup lang="ts">
import { ref } from 'vue';
import type { Row } from './row';
const rows = ref<Row[]>([]);
const x: any = [];
</script>
""",
        },
    )
