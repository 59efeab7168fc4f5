// TanStack Table: columns, rows and cells of typed data.

declare module "@tanstack/table-core" {
  type RowData = any;
  type Updater<T> = T | ((old: T) => T);
  type AccessorFn<TData, TValue = any> = (originalRow: TData, index: number) => TValue;
  interface Row<TData> {
    id: string;
    index: number;
    original: TData;
    depth: number;
    parentId?: string;
    subRows: Row<TData>[];
    originalSubRows?: TData[];
    getValue<T = any>(columnId: string): T;
    renderValue<T = any>(columnId: string): T;
    getVisibleCells(): Cell<TData, any>[];
    getAllCells(): Cell<TData, any>[];
    getParentRow(): Row<TData> | undefined;
    getIsSelected(): boolean;
    [other: string]: any;
  }
  interface RowModel<TData> {
    rows: Row<TData>[];
    flatRows: Row<TData>[];
    rowsById: Record<string, Row<TData>>;
  }
  interface Column<TData, TValue = any> {
    id: string;
    columnDef: ColumnDef<TData, TValue>;
    [other: string]: any;
  }
  interface Header<TData, TValue = any> {
    id: string;
    column: Column<TData, TValue>;
    getContext(): HeaderContext<TData, TValue>;
    [other: string]: any;
  }
  interface HeaderGroup<TData> {
    id: string;
    headers: Header<TData, any>[];
    [other: string]: any;
  }
  interface Cell<TData, TValue = any> {
    id: string;
    row: Row<TData>;
    column: Column<TData, TValue>;
    getValue(): TValue;
    getContext(): CellContext<TData, TValue>;
    [other: string]: any;
  }
  interface Table<TData> {
    options: TableOptions<TData>;
    getRowModel(): RowModel<TData>;
    getCoreRowModel(): RowModel<TData>;
    getPreFilteredRowModel(): RowModel<TData>;
    getFilteredRowModel(): RowModel<TData>;
    getSelectedRowModel(): RowModel<TData>;
    getFilteredSelectedRowModel(): RowModel<TData>;
    getSortedRowModel(): RowModel<TData>;
    getPaginationRowModel(): RowModel<TData>;
    getPrePaginationRowModel(): RowModel<TData>;
    getExpandedRowModel(): RowModel<TData>;
    getGroupedRowModel(): RowModel<TData>;
    getRow(id: string): Row<TData>;
    getHeaderGroups(): HeaderGroup<TData>[];
    getFlatHeaders(): Header<TData, any>[];
    getAllColumns(): Column<TData, any>[];
    getAllLeafColumns(): Column<TData, any>[];
    getVisibleLeafColumns(): Column<TData, any>[];
    getColumn(id: string): Column<TData, any> | undefined;
    [other: string]: any;
  }
  interface HeaderContext<TData, TValue = any> {
    column: Column<TData, TValue>;
    header: Header<TData, TValue>;
    table: Table<TData>;
  }
  interface CellContext<TData, TValue = any> {
    row: Row<TData>;
    cell: Cell<TData, TValue>;
    column: Column<TData, TValue>;
    table: Table<TData>;
    getValue(): TValue;
    renderValue(): TValue | null;
  }
  type ColumnDefTemplate<P> = string | ((props: P) => any);
  type FilterFn<TData> = (row: Row<TData>, columnId: string, value: any, addMeta: any) => boolean;
  type SortingFn<TData> = (one: Row<TData>, other: Row<TData>, columnId: string) => number;
  interface ColumnDef<TData, TValue = any> {
    id?: string;
    accessorKey?: keyof TData;
    accessorFn?: AccessorFn<TData, TValue>;
    header?: ColumnDefTemplate<HeaderContext<TData, TValue>>;
    footer?: ColumnDefTemplate<HeaderContext<TData, TValue>>;
    cell?: ColumnDefTemplate<CellContext<TData, TValue>>;
    aggregatedCell?: ColumnDefTemplate<CellContext<TData, TValue>>;
    columns?: ColumnDef<TData, any>[];
    filterFn?: string | FilterFn<TData>;
    sortingFn?: string | SortingFn<TData>;
    meta?: any;
    [other: string]: any;
  }
  type AccessorColumnDef<TData, TValue = any> = ColumnDef<TData, TValue>;
  type AccessorFnColumnDef<TData, TValue = any> = ColumnDef<TData, TValue>;
  type AccessorKeyColumnDef<TData, TValue = any> = ColumnDef<TData, TValue>;
  type DisplayColumnDef<TData, TValue = any> = ColumnDef<TData, TValue>;
  type GroupColumnDef<TData, TValue = any> = ColumnDef<TData, TValue>;
  interface ColumnHelper<TData> {
    accessor<K extends keyof TData>(
      key: K,
      column?: ColumnDef<TData, TData[K]>
    ): ColumnDef<TData, TData[K]>;
    accessor<TValue>(
      read: (row: TData) => TValue,
      column?: ColumnDef<TData, TValue>
    ): ColumnDef<TData, TValue>;
    display(column: ColumnDef<TData, any>): ColumnDef<TData, any>;
    group(column: ColumnDef<TData, any>): ColumnDef<TData, any>;
  }
  function createColumnHelper<TData>(): ColumnHelper<TData>;
  interface TableOptions<TData> {
    data: TData[];
    columns: ColumnDef<TData, any>[];
    getRowId?: (originalRow: TData, index: number, parent?: Row<TData>) => string;
    getSubRows?: (originalRow: TData, index: number) => TData[] | undefined;
    getRowCanExpand?: (row: Row<TData>) => boolean;
    enableRowSelection?: boolean | ((row: Row<TData>) => boolean);
    globalFilterFn?: string | FilterFn<TData>;
    meta?: any;
    [other: string]: any;
  }
}
declare module "@tanstack/react-table" {
  export * from "@tanstack/table-core";
  import { Table, TableOptions } from "@tanstack/table-core";
  function useReactTable<TData>(options: TableOptions<TData>): Table<TData>;
  function flexRender(component: any, props: any): any;
}
declare module "@tanstack/vue-table" {
  export * from "@tanstack/table-core";
  import { Table, TableOptions } from "@tanstack/table-core";
  function useVueTable<TData>(options: TableOptions<TData>): Table<TData>;
  const FlexRender: any;
}
declare module "@tanstack/solid-table" {
  export * from "@tanstack/table-core";
  import { Table, TableOptions } from "@tanstack/table-core";
  function createSolidTable<TData>(options: TableOptions<TData>): Table<TData>;
  function flexRender(component: any, props: any): any;
}
declare module "@tanstack/angular-table" {
  export * from "@tanstack/table-core";
  import { Table, TableOptions } from "@tanstack/table-core";
  function createAngularTable<TData>(options: () => TableOptions<TData>): Table<TData>;
}

// Version 7, before it was TanStack's.
declare module "react-table" {
  interface Row<D = any> {
    original: D;
    index: number;
    id: string;
    subRows: Row<D>[];
    values: any;
    [other: string]: any;
  }
  interface CellProps<D = any, V = any> {
    row: Row<D>;
    rows: Row<D>[];
    data: D[];
    value: V;
    cell: Cell<D, V>;
    column: any;
    [other: string]: any;
  }
  interface Cell<D = any, V = any> {
    row: Row<D>;
    value: V;
    column: any;
    [other: string]: any;
  }
  interface HeaderProps<D = any> {
    rows: Row<D>[];
    data: D[];
    column: any;
    [other: string]: any;
  }
  interface Column<D = any, V = any> {
    id?: string;
    accessor?: (keyof D | string) | ((row: D, index: number, sub?: any) => V);
    Header?: string | ((props: HeaderProps<D>) => any);
    Cell?: (props: CellProps<D, V>) => any;
    Footer?: string | ((props: HeaderProps<D>) => any);
    columns?: Column<D>[];
    sortType?: string | ((one: Row<D>, other: Row<D>, id: string, desc?: boolean) => number);
    filter?: string | ((rows: Row<D>[], ids: string[], value: any) => Row<D>[]);
    [other: string]: any;
  }
  type ColumnWithStrictAccessor<D = any> = Column<D>;
  type ColumnWithLooseAccessor<D = any> = Column<D>;
  interface TableOptions<D = any> {
    columns: readonly Column<D>[];
    data: readonly D[];
    getRowId?: (row: D, index: number, parent?: Row<D>) => string;
    getSubRows?: (row: D, index: number) => D[];
    initialState?: any;
    [other: string]: any;
  }
  interface TableInstance<D = any> {
    rows: Row<D>[];
    page: Row<D>[];
    flatRows: Row<D>[];
    selectedFlatRows: Row<D>[];
    data: D[];
    prepareRow(row: Row<D>): void;
    [other: string]: any;
  }
  function useTable<D = any>(options: TableOptions<D>, ...plugins: any[]): TableInstance<D>;
  const useSortBy: any;
  const useFilters: any;
  const useGlobalFilter: any;
  const usePagination: any;
  const useRowSelect: any;
  const useExpanded: any;
  const useGroupBy: any;
}
