"""Tables, lists and hooks of component libraries that hand a row to a function."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.types.marks import agree

ROW = """
export interface Row { /*a*/old: string; other: number }
export const load = async (): Promise<Row[]> => [];
export declare const rows: Row[];
"""

USES = {
    "antd by its folder": "import { type TableProps } from 'antd/es';"
    "const c: TableProps<Row>['columns'] = [{ key: 'x', render: (_, row) => row./*a*/old }];",
    "Ant Design Pro": "import { ProTable, type ProColumns } from '@ant-design/pro-components';"
    "const c: ProColumns<Row>[] = [{ dataIndex: 'x', render: (_, row) => row./*a*/old }];"
    "const T = () => <ProTable<Row> columns={c} rowKey={(r) => r./*a*/old}"
    " request={async () => ({ data: [{ /*a*/old: '', other: 1 }] })} />;",
    "Ant Design Pro's own package": "import ProTable, { type ProColumns } from"
    " '@ant-design/pro-table';"
    "const c: ProColumns<Row>[] = [{ renderText: (_, row) => row./*a*/old }];",
    "Arco": "import { Table, type TableColumnProps } from '@arco-design/web-react';"
    "const c: TableColumnProps<Row>[] = [{ render: (_, row) => row./*a*/old }];"
    "const T = () => <Table data={rows} columns={c} rowKey={(r) => r./*a*/old} />;",
    "Semi": "import { type ColumnProps } from '@douyinfe/semi-ui/lib/es/table';"
    "const c: ColumnProps<Row>[] = [{ render: (_, row) => row./*a*/old }];",
    "Ant Design Vue": "import type { TableColumnsType } from 'ant-design-vue';"
    "import type { ColumnType } from 'ant-design-vue/es/table';"
    "const c: TableColumnsType<Row> = [{ customRender: ({ record }) => record./*a*/old }];"
    "const d: ColumnType<Row>[] = [{ customRender: ({ record }) => record./*a*/old }];",
    "Naive UI": "import { type DataTableColumns } from 'naive-ui';"
    "const c: DataTableColumns<Row> = [{ key: 'x', render: (row) => row./*a*/old,"
    " sorter: (a, b) => a./*a*/old.localeCompare(b./*a*/old) }];",
    "Naive UI, keys that are told": "import type { DataTableBaseColumn as Base } from 'naive-ui';"
    "import type { DataTableExpandColumn } from 'naive-ui';"
    "type Keyed<C, T> = Omit<C, 'key'> & { key: keyof T | (string & {}) };"
    "type Column<T> = Keyed<Base<T>, T> | Keyed<TableColumnGroup<T>, T>"
    " | DataTableExpandColumn<T>;"
    "type TableColumnGroup<T> = import('naive-ui/es/data-table/src/interface').TableColumnGroup<T>;"
    "const c: Column<Row>[] = [{ key: 'x', render: (row) => row./*a*/old },"
    " { type: 'expand', renderExpand: (row) => row./*a*/old }];",
    "Material React Table": "import { type MRT_ColumnDef, useMaterialReactTable } from"
    " 'material-react-table';"
    "const c: MRT_ColumnDef<Row>[] = [{ accessorFn: (row) => row./*a*/old,"
    " Cell: ({ row, cell }) => row.original./*a*/old + cell.row.original./*a*/old }];"
    "useMaterialReactTable({ columns: c, data: rows, getRowId: (row) => row./*a*/old });",
    "Mantine React Table": "import { MantineReactTable, type MRT_ColumnDef } from"
    " 'mantine-react-table';"
    "const c: MRT_ColumnDef<Row>[] = [{ Cell: ({ row }) => row.original./*a*/old }];"
    "const T = () => <MantineReactTable columns={c} data={rows}"
    " renderDetailPanel={({ row }) => row.original./*a*/old} />;",
    "Mantine DataTable": "import { DataTable } from 'mantine-datatable'; const T = () =>"
    " <DataTable records={rows} columns={[{ accessor: 'x', render: (r) => r./*a*/old }]}"
    " onRowClick={({ record }) => alert(record./*a*/old)} />;",
    "Elastic UI": "import { EuiBasicTable, type EuiBasicTableColumn } from '@elastic/eui';"
    "const c: Array<EuiBasicTableColumn<Row>> = [{ name: 'x', render: (_, r) => r./*a*/old }];"
    "const T = () => <EuiBasicTable items={rows} columns={c} rowProps={(r) => r./*a*/old} />;",
    "Cloudscape": "import { Table, type TableProps } from '@cloudscape-design/components';"
    "const c: TableProps.ColumnDefinition<Row>[] = [{ cell: (row) => row./*a*/old }];"
    "const T = () => <Table items={rows} columnDefinitions={c} trackBy={(r) => r./*a*/old} />;",
    "Cloudscape by its folders": "import Cards, { type CardsProps } from"
    " '@cloudscape-design/components/cards';"
    "import Table, { type TableProps } from '@cloudscape-design/components/table';"
    "const s: CardsProps.SectionDefinition<Row>[] = [{ content: (row) => row./*a*/old }];"
    "const c: TableProps.ColumnDefinition<Row>[] = [{ sortingField: 'x',"
    " sortingComparator: (a, b) => a./*a*/old.localeCompare(b./*a*/old), cell: () => null }];"
    "const T = () => <Cards items={rows} cardDefinition={{ header: (r) => r./*a*/old }}"
    " onSelectionChange={({ detail }) => detail.selectedItems[0]./*a*/old} />;"
    "const U = () => <Table items={rows} columnDefinitions={c}"
    " onRowClick={({ detail }) => detail.item./*a*/old} />;",
    "Cloudscape's collections": "import { useCollection } from"
    " '@cloudscape-design/collection-hooks';"
    "const { items, collectionProps } = useCollection(rows, { sorting: {}, filtering: {"
    " filteringFunction: (row, text) => row./*a*/old.includes(text) } });"
    "items[0]./*a*/old + collectionProps.selectedItems?.[0]?./*a*/old;",
    "Virtuoso": "import { Virtuoso } from 'react-virtuoso'; const T = () =>"
    " <Virtuoso data={rows} itemContent={(_, row) => <b>{row./*a*/old}</b>} />;",
    "React Native's lists": "import { Animated, FlatList, SectionList, type ListRenderItem } from"
    " 'react-native'; const one: ListRenderItem<Row> = ({ item }) => item./*a*/old;"
    "const A = () => <FlatList data={rows} keyExtractor={(row) => row./*a*/old}"
    " renderItem={({ item }) => <b>{item./*a*/old}</b>} />;"
    "const B = () => <SectionList sections={[{ title: 'x', data: rows }]}"
    " renderItem={({ item }) => <b>{item./*a*/old}</b>} />;"
    "const C = () => <Animated.FlatList data={rows} renderItem={({ item }) => item./*a*/old} />;",
    "FlashList": "import { FlashList } from '@shopify/flash-list';"
    "import Animated from 'react-native-reanimated';"
    "const Moving = Animated.createAnimatedComponent(FlashList);"
    "const A = () => <FlashList data={rows} renderItem={({ item }) => <b>{item./*a*/old}</b>} />;"
    "const B = () => <Moving data={rows} renderItem={({ item }) => <b>{item./*a*/old}</b>} />;",
    "a list that is dragged": "import DraggableFlatList, { type RenderItemParams } from"
    " 'react-native-draggable-flatlist';"
    "const one = ({ item, drag }: RenderItemParams<Row>) => <b onClick={drag}>{item./*a*/old}</b>;"
    "const A = () => <DraggableFlatList data={rows} keyExtractor={(row) => row./*a*/old}"
    " renderItem={one} onDragEnd={({ data }) => data[0]./*a*/old} />;",
    "react-async-hook": "import { useAsync, useAsyncCallback } from 'react-async-hook';"
    "const query = useAsync(async () => ({ data: await load() }), []);"
    "query.result?.data.map((r) => r./*a*/old); const save = useAsyncCallback(load, {"
    " onSuccess: (all) => all[0]./*a*/old }); save.result?.[0]./*a*/old;",
    "hookz": "import { useAsync } from '@react-hookz/web';"
    "const [state, actions] = useAsync(load); state.result?.[0]./*a*/old;"
    "const [{ result }] = useAsync(() => load(), []); result[0]./*a*/old;",
    "immer as a state": "import { useImmer } from 'use-immer';"
    "const [row, alter] = useImmer(rows[0]); row./*a*/old;"
    "alter((draft) => { draft./*a*/old = ''; });",
    "hooks as contexts": "import constate from 'constate'; import { createContainer } from"
    " 'unstated-next'; const useRow = () => ({ row: rows[0] });"
    "const [Provider, useIt] = constate(useRow); useIt().row./*a*/old;"
    "const It = createContainer(useRow); It.useContainer().row./*a*/old;",
    "a selected part of a context": "import { createContext, useContextSelector } from"
    " 'use-context-selector'; const C = createContext<{ row: Row }>({ row: rows[0] });"
    "useContextSelector(C, (it) => it.row)./*a*/old;",
}


@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_rows_that_a_library_hands_on(use: str, tmp_path: Path) -> None:
    head = "import { type Row, load, rows } from './row';\n"
    agree(tmp_path, {"row.ts": ROW, "use.tsx": head + use.replace("; ", ";\n")})
