// Ant Design: tables, lists and forms of typed records.

declare module "antd" {
  interface ColumnType<T> {
    title?: any;
    key?: any;
    dataIndex?: keyof T | string | number | any[];
    render?: (value: any, record: T, index: number) => any;
    sorter?: boolean | ((a: T, b: T, order?: any) => number) | { compare?: (a: T, b: T) => number; multiple?: number };
    onFilter?: (value: any, record: T) => boolean;
    onCell?: (record: T, index?: number) => any;
    shouldCellUpdate?: (record: T, previous: T) => boolean;
    children?: ColumnType<T>[];
    [other: string]: any;
  }
  type ColumnGroupType<T> = ColumnType<T>;
  type ColumnsType<T = any> = ColumnType<T>[];
  type ColumnProps<T> = ColumnType<T>;
  type TableColumnType<T = any> = ColumnType<T>;
  type TableColumnGroupType<T = any> = ColumnType<T>;
  type TableColumnsType<T = any> = ColumnType<T>[];
  type TableColumnProps<T = any> = ColumnType<T>;
  interface TableRowSelection<T> {
    selectedRowKeys?: any[];
    onChange?: (keys: any[], rows: T[], info?: any) => void;
    onSelect?: (record: T, selected: boolean, rows: T[], event?: any) => void;
    onSelectAll?: (selected: boolean, rows: T[], changed: T[]) => void;
    getCheckboxProps?: (record: T) => any;
    [other: string]: any;
  }
  interface ExpandableConfig<T> {
    expandedRowRender?: (record: T, index: number, indent: number, expanded: boolean) => any;
    rowExpandable?: (record: T) => boolean;
    onExpand?: (expanded: boolean, record: T) => void;
    expandIcon?: (props: { record: T; expanded: boolean; onExpand: any; [other: string]: any }) => any;
    [other: string]: any;
  }
  interface TableProps<T = any> {
    dataSource?: readonly T[];
    columns?: ColumnType<T>[];
    rowKey?: keyof T | string | ((record: T, index?: number) => any);
    rowClassName?: string | ((record: T, index: number) => string);
    rowSelection?: TableRowSelection<T>;
    expandable?: ExpandableConfig<T>;
    onRow?: (record: T, index?: number) => any;
    onChange?: (pagination: any, filters: any, sorter: any, extra: { currentDataSource: T[]; action: any }) => void;
    summary?: (rows: readonly T[]) => any;
    footer?: (rows: readonly T[]) => any;
    title?: (rows: readonly T[]) => any;
    [other: string]: any;
  }
  interface _Table {
    <T>(props: TableProps<T>): any;
    Column<T>(props: ColumnType<T>): any;
    ColumnGroup<T>(props: ColumnType<T>): any;
    Summary: any;
  }
  const Table: _Table;
  interface ListProps<T> {
    dataSource?: T[];
    renderItem?: (item: T, index: number) => any;
    rowKey?: keyof T | string | ((item: T) => any);
    [other: string]: any;
  }
  function List<T>(props: ListProps<T>): any;
  interface FormInstance<V = any> {
    _holds: V;
    getFieldsValue(all?: any): V;
    getFieldValue(name: keyof V | (keyof any)[]): any;
    setFieldsValue(values: Partial<V>): void;
    setFieldValue(name: keyof V | (keyof any)[], value: any): void;
    setFields(fields: any[]): void;
    validateFields(names?: any, options?: any): Promise<V>;
    resetFields(names?: any): void;
    submit(): void;
    [other: string]: any;
  }
  interface FormProps<V = any> {
    form?: FormInstance<V>;
    initialValues?: Partial<V>;
    onFinish?: (values: V) => void;
    onValuesChange?: (changed: any, values: V) => void;
    [other: string]: any;
  }
  interface _Form {
    <V>(props: FormProps<V>): any;
    useForm<V = any>(form?: FormInstance<V>): [FormInstance<V>];
    useFormInstance<V = any>(): FormInstance<V>;
    useWatch(name: keyof any | (keyof any)[], form?: any): any;
    Item(props: _Item): any;
    List(props: _Item): any;
    [other: string]: any;
  }
  interface _Item {
    name?: keyof any | (keyof any)[];
    dependencies?: (keyof any | (keyof any)[])[];
    [other: string]: any;
  }
  const Form: _Form;
}
declare module "antd/es" {
  export * from "antd";
}
declare module "antd/lib" {
  export * from "antd";
}
declare module "antd/es/table" {
  export * from "antd";
  import { Table } from "antd";
  export default Table;
}
declare module "antd/lib/table" {
  export * from "antd";
  import { Table } from "antd";
  export default Table;
}
declare module "antd/es/table/interface" {
  export * from "antd";
}
declare module "antd/lib/table/interface" {
  export * from "antd";
}
declare module "antd/es/form" {
  export * from "antd";
  import { Form } from "antd";
  export default Form;
}
declare module "antd/lib/form" {
  export * from "antd";
  import { Form } from "antd";
  export default Form;
}
declare module "@ant-design/pro-components" {
  import { ColumnType, TableProps } from "antd";
  interface ProColumns<T = any, V = any> extends Omit<ColumnType<T>, "render" | "children"> {
    valueType?: any;
    render?: (dom: any, entity: T, index: number, action?: any, schema?: any) => any;
    renderText?: (text: any, record: T, index: number, action?: any) => any;
    children?: ProColumns<T>[];
    [other: string]: any;
  }
  interface ActionType {
    reload(reset?: boolean): any;
    [other: string]: any;
  }
  interface RequestData<T> {
    data?: T[];
    success?: boolean;
    total?: number;
    [other: string]: any;
  }
  interface ProTableProps<T = any> extends Omit<TableProps<T>, "columns"> {
    columns?: ProColumns<T>[];
    request?: (params: any, sort?: any, filter?: any) => Promise<Partial<RequestData<T>>>;
    postData?: (data: any) => any;
    [other: string]: any;
  }
  interface ProDescriptionsItemProps<T = any> {
    dataIndex?: keyof T | string | any[];
    render?: (dom: any, entity: T, index: number, action?: any, schema?: any) => any;
    [other: string]: any;
  }
  interface ProDescriptionsProps<T = any> {
    dataSource?: T;
    columns?: ProDescriptionsItemProps<T>[];
    [other: string]: any;
  }
  function ProTable<T>(props: ProTableProps<T>): any;
  function ProDescriptions<T>(props: ProDescriptionsProps<T>): any;
}
declare module "@ant-design/pro-table" {
  export * from "@ant-design/pro-components";
  export { ProTable as default } from "@ant-design/pro-components";
}
declare module "@ant-design/pro-descriptions" {
  export * from "@ant-design/pro-components";
  export { ProDescriptions as default } from "@ant-design/pro-components";
}
