// Tables and lists of other component libraries, by what their columns and items are handed.

declare module "@arco-design/web-react" {
  interface ColumnProps<T = any> {
    title?: any;
    key?: any;
    dataIndex?: keyof T | string;
    render?: (value: any, record: T, index: number) => any;
    sorter?: boolean | ((a: T, b: T) => number) | { compare?: (a: T, b: T) => number; multiple?: number };
    onFilter?: (value: any, record: T) => any;
    children?: ColumnProps<T>[];
    [other: string]: any;
  }
  type TableColumnProps<T = any> = ColumnProps<T>;
  interface TableProps<T = any> {
    data?: T[];
    columns?: ColumnProps<T>[];
    rowKey?: keyof T | string | ((record: T) => any);
    onRow?: (record: T, index: number) => any;
    expandedRowRender?: (record: T, index: number) => any;
    [other: string]: any;
  }
  function Table<T>(props: TableProps<T>): any;
}
declare module "@arco-design/web-react/es/Table" {
  export * from "@arco-design/web-react";
}
declare module "@arco-design/web-react/es/Table/interface" {
  export * from "@arco-design/web-react";
}
declare module "@douyinfe/semi-ui" {
  interface ColumnProps<T = any> {
    title?: any;
    key?: any;
    dataIndex?: keyof T | string;
    render?: (value: any, record: T, index: number, options?: any) => any;
    sorter?: boolean | ((a?: T, b?: T) => number);
    onFilter?: (value: any, record?: T) => any;
    children?: ColumnProps<T>[];
    [other: string]: any;
  }
  interface TableProps<T = any> {
    dataSource?: T[];
    columns?: ColumnProps<T>[];
    rowKey?: keyof T | string | ((record?: T) => any);
    onRow?: (record?: T, index?: number) => any;
    expandedRowRender?: (record?: T, index?: number) => any;
    [other: string]: any;
  }
  function Table<T>(props: TableProps<T>): any;
}
declare module "@douyinfe/semi-ui/lib/es/table" {
  export * from "@douyinfe/semi-ui";
}
declare module "@douyinfe/semi-ui/lib/es/table/interface" {
  export * from "@douyinfe/semi-ui";
}
declare module "ant-design-vue" {
  interface TableColumnType<T = any> {
    title?: any;
    key?: any;
    dataIndex?: keyof T | string | any[];
    customRender?: (options: { value: any; text: any; record: T; index: number; column: any }) => any;
    customCell?: (record: T, index?: number) => any;
    sorter?: boolean | ((a: T, b: T) => number) | { compare?: (a: T, b: T) => number; multiple?: number };
    onFilter?: (value: any, record: T) => any;
    children?: TableColumnType<T>[];
    [other: string]: any;
  }
  type TableColumnsType<T = any> = TableColumnType<T>[];
  type TableColumnProps<T = any> = TableColumnType<T>;
  interface TableProps<T = any> {
    dataSource?: T[];
    columns?: TableColumnType<T>[];
    rowKey?: keyof T | string | ((record: T) => any);
    customRow?: (record: T, index?: number) => any;
    [other: string]: any;
  }
}
declare module "ant-design-vue/es/table" {
  export * from "ant-design-vue";
  import { TableColumnType, TableColumnsType } from "ant-design-vue";
  type ColumnType<T = any> = TableColumnType<T>;
  type ColumnsType<T = any> = TableColumnsType<T>;
}
declare module "naive-ui" {
  interface DataTableBaseColumn<T = any> {
    title?: any;
    key: any;
    type?: any;
    render?: (row: T, index: number) => any;
    sorter?: boolean | "default" | ((a: T, b: T) => number) | { compare?: (a: T, b: T) => number; multiple?: number };
    filter?: boolean | "default" | ((value: any, row: T) => boolean);
    disabled?: (row: T, index?: number) => boolean;
    expandable?: (row: T, index?: number) => boolean;
    renderExpand?: (row: T, index: number) => any;
    children?: DataTableBaseColumn<T>[];
    [other: string]: any;
  }
  type DataTableColumn<T = any> = DataTableBaseColumn<T>;
  type DataTableColumns<T = any> = DataTableBaseColumn<T>[];
  type DataTableColumnGroup<T = any> = DataTableBaseColumn<T>;
  type DataTableExpandColumn<T = any> = DataTableBaseColumn<T>;
  type DataTableSelectionColumn<T = any> = DataTableBaseColumn<T>;
}
declare module "naive-ui/es/data-table/src/interface" {
  export * from "naive-ui";
  import { DataTableBaseColumn } from "naive-ui";
  type TableColumn<T = any> = DataTableBaseColumn<T>;
  type TableColumns<T = any> = DataTableBaseColumn<T>[];
  type TableBaseColumn<T = any> = DataTableBaseColumn<T>;
  type TableColumnGroup<T = any> = DataTableBaseColumn<T>;
  type TableExpandColumn<T = any> = DataTableBaseColumn<T>;
  type TableSelectionColumn<T = any> = DataTableBaseColumn<T>;
}
declare module "material-react-table" {
  interface MRT_Row<T = any> {
    id: string;
    index: number;
    original: T;
    [other: string]: any;
  }
  interface MRT_Cell<T = any, V = any> {
    getValue<X = V>(): X;
    row: MRT_Row<T>;
    column: any;
    [other: string]: any;
  }
  interface MRT_ColumnDef<T = any, V = any> {
    accessorKey?: keyof T | string;
    accessorFn?: (row: T) => V;
    header?: string;
    Cell?: (props: { cell: MRT_Cell<T, V>; row: MRT_Row<T>; renderedCellValue: any; [other: string]: any }) => any;
    Edit?: (props: { cell: MRT_Cell<T, V>; row: MRT_Row<T>; [other: string]: any }) => any;
    columns?: MRT_ColumnDef<T>[];
    [other: string]: any;
  }
  interface MRT_TableOptions<T = any> {
    columns: MRT_ColumnDef<T, any>[];
    data: T[];
    getRowId?: (row: T, index?: number) => any;
    renderRowActions?: (props: { row: MRT_Row<T>; [other: string]: any }) => any;
    renderDetailPanel?: (props: { row: MRT_Row<T>; [other: string]: any }) => any;
    [other: string]: any;
  }
  function MaterialReactTable<T>(props: MRT_TableOptions<T>): any;
  function useMaterialReactTable<T>(options: MRT_TableOptions<T>): any;
}
declare module "mantine-react-table" {
  export * from "material-react-table";
  import { MRT_TableOptions } from "material-react-table";
  function MantineReactTable<T>(props: MRT_TableOptions<T>): any;
  function useMantineReactTable<T>(options: MRT_TableOptions<T>): any;
}
declare module "mantine-datatable" {
  interface DataTableColumn<T = any> {
    accessor: keyof T | string;
    title?: any;
    render?: (record: T, index: number) => any;
    [other: string]: any;
  }
  interface DataTableProps<T = any> {
    records?: T[];
    columns?: DataTableColumn<T>[];
    idAccessor?: keyof T | string | ((record: T) => any);
    onRowClick?: (props: { record: T; index: number; event: any }) => any;
    rowExpansion?: { content: (props: { record: T; index: number; collapse: any }) => any; [other: string]: any };
    [other: string]: any;
  }
  function DataTable<T>(props: DataTableProps<T>): any;
}
declare module "@elastic/eui" {
  interface EuiTableFieldDataColumnType<T = any> {
    field: keyof T | string;
    name: any;
    render?: (value: any, record: T) => any;
    sortable?: boolean | ((record: T) => any);
    [other: string]: any;
  }
  interface EuiBasicTableColumn<T = any> {
    field?: keyof T | string;
    name?: any;
    render?: (value: any, record: T) => any;
    sortable?: boolean | ((record: T) => any);
    [other: string]: any;
  }
  interface EuiBasicTableProps<T = any> {
    items: T[];
    columns: EuiBasicTableColumn<T>[];
    itemId?: keyof T | string | ((item: T) => string);
    rowProps?: (item: T) => any;
    [other: string]: any;
  }
  function EuiBasicTable<T>(props: EuiBasicTableProps<T>): any;
  function EuiInMemoryTable<T>(props: EuiBasicTableProps<T>): any;
}
declare module "react-virtuoso" {
  interface VirtuosoProps<D = any, C = any> {
    data?: readonly D[];
    itemContent?: (index: number, item: D, context?: C) => any;
    computeItemKey?: (index: number, item: D, context?: C) => any;
    [other: string]: any;
  }
  function Virtuoso<D>(props: VirtuosoProps<D>): any;
  function VirtuosoGrid<D>(props: VirtuosoProps<D>): any;
  function TableVirtuoso<D>(props: VirtuosoProps<D>): any;
}
