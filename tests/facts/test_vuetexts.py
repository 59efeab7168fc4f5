"""Vue's templates: the texts that may name a property for a component."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.facts.vuetexts import named_by_texts
from fixer.program.module import Module


@pytest.mark.parametrize(
    ("markup", "fills"),
    [
        ("<el-table-column prop='name' /><Column field=\"name\">x</Column>", [False, False]),
        ("<el-form-item prop='owner.name' :prop=\"`rows.${i}.name`\" />", [False, False]),
        ("<el-form-item :prop=\"'rows.' + i + '.name'\" />", [False]),
        ("<o-table :sort=\"'-name'\" default-sort='-name' />", [False, False]),
        ("<a-form-item :name=\"['owner', 'name']\" />", [False]),
        ("<Field name='name' /><FieldArray name='name' />", [True, True]),
        ("<b-table><template #item.name='{ item }'>x</template></b-table>", [False]),
        ("<b-table><template #cell(name)='{ item }'>x</template></b-table>", [False]),
        ("<b-table><template v-slot:[`item.name`]='{ item }'>x</template></b-table>", [False]),
        ("<q-table><template #body-cell-name='{ row }'>x</template></q-table>", [False]),
        ("<i18n><template #tag-name>x</template></i18n>", []),
        ("<i name='name' title='name' prop='name'>name</i><template #name>x</template>", []),
        ("<v-icon name='name' icon='name' class='name' :class=\"{ name: ok }\" />", []),
        ("<v-btn :label=\"t('name')\" label='a name' @click=\"go('name')\" />", []),
        ("<el-table-column :prop='row.name' v-model='name' />", []),
        ('<v-btn :to="`/rows/${row.id}/name`" :href="\'/name\'" :label="\'a name\'" />', []),
        ("<el-tab :selected=\"tab === 'name'\" :hidden=\"tab !== 'name' && ok\" />", []),
        ("<!-- <el-table-column prop='name' /> -->", []),
        ("<RowChip default-color='name' prependIcon='name' />", []),
        ("<x-form required='name' label-align='name' labelPlacement='name' size='name' />", []),
    ],
)
def test_texts(markup: str, fills: list[bool]) -> None:
    text = f"<template><div>Ж{markup}</div></template>\n<script>const a = 'name'</script>"
    found = named_by_texts(Module(Path("Page.vue"), text.encode()), "name")
    assert [it.fills for it in found] == fills


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        ("<v-select :items='rows' item-title='name' />", "rows"),
        ("<v-select :items='rows' v-bind='more' item-title='name' />", "rows"),
        ("<el-table :data='rows'><el-table-column prop='name' /></el-table>", "rows"),
        ("<DataTable :value='rows'><Column field='name' /></DataTable>", "rows"),
        ("<el-form :model='row'><el-form-item prop='name' /></el-form>", "row"),
        ("<v-table :items='rows'><template #item.name='{ item }'>x</template></v-table>", "rows"),
        ("<el-form :model='row'><el-form-item prop='owner.name' /></el-form>", None),
        ("<el-form :model='row'><el-form-item v-bind='all' prop='name' /></el-form>", None),
        ("<RowPicker :value='row' label-key='name' />", None),
        ("<el-form :model='row'><UserSelect label-key='name' /></el-form>", None),
        ("<el-table :data='rows'><el-table-column :prop=\"'name'\" /></el-table>", None),
    ],
)
def test_rows(markup: str, rows: str | None) -> None:
    module = Module(Path("Page.vue"), f"<template>{markup}</template>".encode())
    (found,) = named_by_texts(module, "name")
    given = module.data[found.rows.start : found.rows.end].decode() if found.rows else None
    assert given == rows


def test_another_file_has_none() -> None:
    assert not list(named_by_texts(Module(Path("a.ts"), b"const a = 'name'"), "name"))
