// Cloudscape: tables, cards and lists of typed records, and the hook that filters and sorts these.

declare module "@cloudscape-design/components/table" {
  namespace TableProps {
    type TrackBy<T> = keyof T | string | ((item: T) => string);
    type IsItemDisabled<T> = (item: T) => boolean;
    interface SortingColumn<T> {
      sortingField?: keyof T | string;
      sortingComparator?: (a: T, b: T) => number;
    }
    interface EditConfig<T, V = any> {
      editingCell: (item: T, context: any) => any;
      validation?: (item: T, value: V | undefined) => string | undefined;
      disabledReason?: (item: T) => string | undefined;
      [other: string]: any;
    }
    interface ColumnDefinition<T> extends SortingColumn<T> {
      id?: string;
      header?: any;
      cell: (item: T) => any;
      editConfig?: EditConfig<T>;
      [other: string]: any;
    }
    interface SelectionState<T> {
      selectedItems: readonly T[];
    }
    interface SelectionChangeDetail<T> {
      selectedItems: T[];
    }
    interface OnRowClickDetail<T> {
      rowIndex: number;
      item: T;
    }
    interface OnRowContextMenuDetail<T> extends OnRowClickDetail<T> {
      clientX: number;
      clientY: number;
    }
    interface SortingState<T> {
      isDescending?: boolean;
      sortingColumn: SortingColumn<T>;
    }
    interface ExpandableItemToggleDetail<T> {
      item: T;
      expanded: boolean;
    }
    interface ExpandableRows<T> {
      getItemChildren: (item: T) => readonly T[];
      isItemExpandable: (item: T) => boolean;
      expandedItems: readonly T[];
      onExpandableItemToggle: (event: { detail: ExpandableItemToggleDetail<T> }) => void;
      [other: string]: any;
    }
    interface AriaLabels<T> {
      allItemsSelectionLabel?: (data: SelectionState<T>) => string;
      itemSelectionLabel?: (data: SelectionState<T>, row: T) => string;
      activateEditLabel?: (column: ColumnDefinition<any>, item: T) => string;
      expandButtonLabel?: (item: T) => string;
      collapseButtonLabel?: (item: T) => string;
      [other: string]: any;
    }
    type SubmitEditFunction<T, V = unknown> = (item: T, column: ColumnDefinition<T>, value: V) => any;
    type GetLoadingStatus<T> = (item: T | null) => string;
  }
  interface TableProps<T = any> {
    items: readonly T[];
    columnDefinitions: readonly TableProps.ColumnDefinition<T>[];
    trackBy?: TableProps.TrackBy<T>;
    selectedItems?: readonly T[];
    isItemDisabled?: TableProps.IsItemDisabled<T>;
    ariaLabels?: TableProps.AriaLabels<T>;
    sortingColumn?: TableProps.SortingColumn<T>;
    expandableRows?: TableProps.ExpandableRows<T>;
    getLoadingStatus?: TableProps.GetLoadingStatus<T>;
    submitEdit?: TableProps.SubmitEditFunction<T>;
    onSelectionChange?: (event: { detail: TableProps.SelectionChangeDetail<T> }) => void;
    onSortingChange?: (event: { detail: TableProps.SortingState<T> }) => void;
    onRowClick?: (event: { detail: TableProps.OnRowClickDetail<T> }) => void;
    onRowContextMenu?: (event: { detail: TableProps.OnRowContextMenuDetail<T> }) => void;
    [other: string]: any;
  }
  export default function Table<T>(props: TableProps<T>): any;
}
declare module "@cloudscape-design/components/cards" {
  namespace CardsProps {
    type TrackBy<T> = keyof T | string | ((item: T) => string);
    type IsItemDisabled<T> = (item: T) => boolean;
    interface SectionDefinition<T> {
      id?: string;
      header?: any;
      content?: (item: T) => any;
      width?: number;
    }
    interface CardDefinition<T> {
      header?: (item: T) => any;
      sections?: readonly SectionDefinition<T>[];
    }
    interface SelectionState<T> {
      selectedItems: readonly T[];
    }
    interface SelectionChangeDetail<T> {
      selectedItems: T[];
    }
    interface AriaLabels<T> {
      itemSelectionLabel: (data: SelectionState<T>, row: T) => string;
      [other: string]: any;
    }
  }
  interface CardsProps<T = any> {
    items: readonly T[];
    cardDefinition: CardsProps.CardDefinition<T>;
    trackBy?: CardsProps.TrackBy<T>;
    selectedItems?: readonly T[];
    isItemDisabled?: CardsProps.IsItemDisabled<T>;
    ariaLabels?: CardsProps.AriaLabels<T>;
    onSelectionChange?: (event: { detail: CardsProps.SelectionChangeDetail<T> }) => void;
    [other: string]: any;
  }
  export default function Cards<T>(props: CardsProps<T>): any;
}
declare module "@cloudscape-design/components/list" {
  interface ListProps<T = any> {
    items: readonly T[];
    renderItem: (item: T) => any;
    onSortingChange?: (event: { detail: { items: readonly T[] } }) => void;
    [other: string]: any;
  }
  export default function List<T>(props: ListProps<T>): any;
}
declare module "@cloudscape-design/components" {
  export { default as Table, TableProps } from "@cloudscape-design/components/table";
  export { default as Cards, CardsProps } from "@cloudscape-design/components/cards";
  export { default as List, ListProps } from "@cloudscape-design/components/list";
}
declare module "@cloudscape-design/collection-hooks" {
  import { TableProps } from "@cloudscape-design/components/table";
  interface UseCollectionOptions<T> {
    filtering?: {
      fields?: readonly (keyof T | string)[];
      filteringFunction?: (item: T, text: string, fields?: string[]) => boolean;
      [other: string]: any;
    };
    propertyFiltering?: {
      filteringProperties: readonly { key: keyof T | string; [other: string]: any }[];
      filteringFunction?: (item: T, query: any) => boolean;
      [other: string]: any;
    };
    sorting?: { defaultState?: TableProps.SortingState<T> };
    pagination?: { defaultPage?: number; pageSize?: number; allowPageOutOfRange?: boolean };
    selection?: {
      defaultSelectedItems?: readonly T[];
      keepSelection?: boolean;
      trackBy?: TableProps.TrackBy<T>;
    };
    expandableRows?: {
      getId: (item: T) => string;
      getParentId: (item: T) => string | null;
      defaultExpandedItems?: readonly T[];
    };
  }
  interface UseCollectionResult<T> {
    items: readonly T[];
    allPageItems: readonly T[];
    actions: {
      setSelectedItems: (items: readonly T[]) => void;
      setExpandedItems: (items: readonly T[]) => void;
      setSorting: (state: TableProps.SortingState<T>) => void;
      [other: string]: any;
    };
    collectionProps: {
      selectedItems?: readonly T[];
      onSelectionChange?: (event: { detail: { selectedItems: readonly T[] } }) => void;
      sortingColumn?: TableProps.SortingColumn<T>;
      expandableRows?: TableProps.ExpandableRows<T>;
      [other: string]: any;
    };
    filteredItemsCount: number | undefined;
    filterProps: any;
    propertyFilterProps: any;
    paginationProps: any;
  }
  function useCollection<T>(items: readonly T[], options: UseCollectionOptions<T>): UseCollectionResult<T>;
}
