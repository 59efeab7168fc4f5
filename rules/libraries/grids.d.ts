// Data grids by the types of their columns: MUI's and AG Grid.

declare module "@mui/x-data-grid" {
  interface GridRenderCellParams<R = any, V = any, F = any> {
    id: any;
    row: R;
    value?: V;
    formattedValue?: F;
    field: string;
    api: any;
    [other: string]: any;
  }
  interface GridValueGetterParams<R = any, V = any> {
    id: any;
    row: R;
    value?: V;
    field: string;
    api: any;
    [other: string]: any;
  }
  interface GridRowParams<R = any> {
    id: any;
    row: R;
    columns: any[];
  }
  // A field need not be a property of the row: it is the column's id, too.
  interface GridColDef<R = any, V = any, F = V> {
    field: keyof R | string;
    headerName?: string;
    renderCell?: (params: GridRenderCellParams<R, V, F>) => any;
    getActions?: (params: GridRowParams<R>) => any[];
    // Up to version 6 they are given one object with the row, from then on the cell's value first.
    valueGetter?: (params: GridValueGetterParams<R>, row: R, column?: any, api?: any) => any;
    valueSetter?: (params: GridValueGetterParams<R>, row: R, column?: any, api?: any) => R;
    [other: string]: any;
  }
  type GridColumns<R = any> = GridColDef<R>[];
}
declare module "@mui/x-data-grid-pro" {
  export * from "@mui/x-data-grid";
}
declare module "@mui/x-data-grid-premium" {
  export * from "@mui/x-data-grid";
}
declare module "ag-grid-community" {
  interface ICellRendererParams<T = any, V = any> {
    data?: T;
    value?: V;
    node: { data?: T; [other: string]: any };
    [other: string]: any;
  }
  interface ValueGetterParams<T = any> {
    data?: T;
    node: { data?: T; [other: string]: any } | null;
    [other: string]: any;
  }
  interface RowClickedEvent<T = any> {
    data?: T;
    [other: string]: any;
  }
  interface ColDef<T = any, V = any> {
    field?: keyof T;
    colId?: string;
    headerName?: string;
    cellRenderer?: (params: ICellRendererParams<T, V>) => any;
    valueGetter?: (params: ValueGetterParams<T>) => any;
    valueFormatter?: (params: ICellRendererParams<T, V>) => string;
    tooltipValueGetter?: (params: ICellRendererParams<T, V>) => any;
    cellClass?: any;
    [other: string]: any;
  }
  interface GridOptions<T = any> {
    columnDefs?: ColDef<T>[];
    rowData?: T[] | null;
    getRowId?: (params: { data: T; [other: string]: any }) => string;
    onRowClicked?: (event: RowClickedEvent<T>) => void;
    [other: string]: any;
  }
}
