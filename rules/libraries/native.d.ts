// React Native's lists, and those of the packages that are used in their place.

declare module "react-native" {
  interface ListRenderItemInfo<T> {
    item: T;
    index: number;
    separators: any;
  }
  type ListRenderItem<T> = (info: ListRenderItemInfo<T>) => any;
  interface ViewToken<T = any> {
    item: T;
    index: number | null;
    key: string;
    isViewable: boolean;
    section?: any;
  }
  interface FlatListProps<T> {
    data?: readonly T[] | null;
    renderItem?: ListRenderItem<T> | null;
    keyExtractor?: (item: T, index: number) => string;
    getItemLayout?: (data: readonly T[] | null | undefined, index: number) => any;
    onViewableItemsChanged?: ((info: { viewableItems: ViewToken<T>[]; changed: ViewToken<T>[] }) => any) | null;
    [other: string]: any;
  }
  function FlatList<T>(props: FlatListProps<T>): any;
  type SectionListData<T, S = {}> = S & { data: readonly T[]; key?: string };
  interface SectionListRenderItemInfo<T, S = {}> extends ListRenderItemInfo<T> {
    section: SectionListData<T, S>;
  }
  type SectionListRenderItem<T, S = {}> = (info: SectionListRenderItemInfo<T, S>) => any;
  interface SectionListProps<T, S = {}> {
    sections: readonly SectionListData<T, S>[];
    renderItem?: SectionListRenderItem<T, S>;
    renderSectionHeader?: (info: { section: SectionListData<T, S> }) => any;
    renderSectionFooter?: (info: { section: SectionListData<T, S> }) => any;
    keyExtractor?: (item: T, index: number) => string;
    [other: string]: any;
  }
  function SectionList<T, S = {}>(props: SectionListProps<T, S>): any;
  interface _AnimatedComponents {
    FlatList: typeof FlatList;
    SectionList: typeof SectionList;
    createAnimatedComponent<C>(component: C): C;
    [other: string]: any;
  }
  const Animated: _AnimatedComponents;
}
declare module "react-native-reanimated" {
  import { _AnimatedComponents, FlatList } from "react-native";
  const Animated: _AnimatedComponents;
  export default Animated;
  interface SharedValue<V = any> {
    value: V;
    get(): V;
    set(value: V | ((value: V) => V)): void;
  }
  function createAnimatedComponent<C>(component: C): C;
  function useSharedValue<V>(initial: V): SharedValue<V>;
  function useDerivedValue<V>(updater: () => V, dependencies?: any[]): SharedValue<V>;
}
declare module "react-native-gesture-handler" {
  export { FlatList } from "react-native";
}
declare module "@gorhom/bottom-sheet" {
  export { FlatList as BottomSheetFlatList } from "react-native";
  export { SectionList as BottomSheetSectionList } from "react-native";
}
declare module "@shopify/flash-list" {
  import { FlatListProps } from "react-native";
  interface ListRenderItemInfo<T> {
    item: T;
    index: number;
    target: string;
    extraData?: any;
  }
  type ListRenderItem<T> = (info: ListRenderItemInfo<T>) => any;
  interface FlashListProps<T> extends FlatListProps<T> {
    getItemType?: (item: T, index: number, extra?: any) => any;
    overrideItemLayout?: (layout: any, item: T, index: number, most: number, extra?: any) => void;
  }
  function FlashList<T>(props: FlashListProps<T>): any;
  function MasonryFlashList<T>(props: FlashListProps<T>): any;
  function AnimatedFlashList<T>(props: FlashListProps<T>): any;
}
declare module "@legendapp/list" {
  import { FlatListProps } from "react-native";
  type LegendListRenderItemProps<T> = { item: T; index: number; extraData: any };
  function LegendList<T>(props: FlatListProps<T>): any;
}
declare module "react-native-draggable-flatlist" {
  import { FlatListProps } from "react-native";
  interface RenderItemParams<T> {
    item: T;
    getIndex(): number | undefined;
    drag(): void;
    isActive: boolean;
  }
  type RenderItem<T> = (params: RenderItemParams<T>) => any;
  type DragEndParams<T> = { data: T[]; from: number; to: number };
  function DraggableFlatList<T>(
    props: {
      data: T[];
      renderItem: RenderItem<T>;
      keyExtractor: (item: T, index: number) => string;
      onDragEnd?: (params: DragEndParams<T>) => void;
      [other: string]: any;
    }
  ): any;
  export default DraggableFlatList;
}
