// Collections of hooks: what they are given comes back later, less often, or from storage.

declare module "ahooks" {
  import { Dispatch, SetStateAction } from "react";
  interface _Request<T, P extends any[]> {
    data?: T;
    error?: Error;
    loading: boolean;
    params: P | [];
    run(...params: P): void;
    runAsync(...params: P): Promise<T>;
    refresh(): void;
    refreshAsync(): Promise<T>;
    mutate(data?: T | ((old?: T) => T | undefined)): void;
    cancel(): void;
  }
  interface _Options<T, P extends any[]> {
    manual?: boolean;
    defaultParams?: P;
    onBefore?: (params: P) => void;
    onSuccess?: (data: T, params: P) => void;
    onError?: (error: Error, params: P) => void;
    onFinally?: (params: P, data?: T, error?: Error) => void;
    [other: string]: any;
  }
  // Version 2 hands on what `formatResult` makes of the answer.
  function useRequest<T, F = T, P extends any[] = any[]>(
    service: (...args: P) => Promise<T>,
    options: { formatResult: (data: T) => F; [other: string]: any }
  ): _Request<F, P>;
  function useRequest<T, P extends any[] = any[]>(
    service: (...args: P) => Promise<T>,
    options?: _Options<T, P>,
    plugins?: any
  ): _Request<T, P>;
  function usePagination<T extends { total: number; list: any[] }, P extends any[] = any[]>(
    service: (...args: P) => Promise<T>,
    options?: _Options<T, P>
  ): _Request<T, P> & { pagination: any };
  function useAntdTable<T extends { total: number; list: any[] }, P extends any[] = any[]>(
    service: (...args: P) => Promise<T>,
    options?: _Options<T, P>
  ): _Request<T, P> & {
    tableProps: { dataSource: T["list"]; loading: boolean; onChange: any; pagination: any };
    search: any;
  };
  function useCreation<T>(make: () => T, deps?: any): T;
  function useDebounce<T>(value: T, options?: any): T;
  function useThrottle<T>(value: T, options?: any): T;
  function useDebounceFn<T>(fn: T, options?: any): { run: T; cancel(): void; flush(): void };
  function useThrottleFn<T>(fn: T, options?: any): { run: T; cancel(): void; flush(): void };
  function useLatest<T>(value: T): { current: T };
  function useMemoizedFn<T>(fn: T): T;
  function usePersistFn<T>(fn: T): T;
  function usePrevious<T>(value: T, compare?: any): T | undefined;
  function useSafeState<T>(initial: T | (() => T)): [T, Dispatch<SetStateAction<T>>];
  function useGetState<T>(initial: T | (() => T)): [T, Dispatch<SetStateAction<T>>, () => T];
  function useSetState<T>(
    initial: T | (() => T)
  ): [T, (patch: Partial<T> | ((previous: T) => Partial<T>)) => void];
  function useLocalStorageState<T>(
    key: string,
    options?: { defaultValue?: T | (() => T); [other: string]: any }
  ): [T, (value?: T | ((previous?: T) => T)) => void];
  function useSessionStorageState<T>(
    key: string,
    options?: { defaultValue?: T | (() => T); [other: string]: any }
  ): [T, (value?: T | ((previous?: T) => T)) => void];
}
declare module "usehooks-ts" {
  import { Dispatch, SetStateAction } from "react";
  function useLocalStorage<T>(
    key: string,
    initial: T | (() => T),
    options?: any
  ): [T, Dispatch<SetStateAction<T>>, () => void];
  function useSessionStorage<T>(
    key: string,
    initial: T | (() => T),
    options?: any
  ): [T, Dispatch<SetStateAction<T>>, () => void];
  function useReadLocalStorage<T>(key: string, options?: any): T | null | undefined;
  function useDebounce<T>(value: T, delay?: number): T;
  function useDebounceValue<T>(initial: T | (() => T), delay: number, options?: any): [T, any];
  function useDebounceCallback<T>(fn: T, delay?: number, options?: any): T;
}
declare module "@uidotdev/usehooks" {
  import { Dispatch, SetStateAction } from "react";
  function useDebounce<T>(value: T, delay: number): T;
  function useThrottle<T>(value: T, delay: number): T;
  function usePrevious<T>(value: T): T;
  function useLocalStorage<T>(key: string, initial: T): [T, Dispatch<SetStateAction<T>>];
  function useSessionStorage<T>(key: string, initial: T): [T, Dispatch<SetStateAction<T>>];
}
declare module "use-debounce" {
  function useDebounce<T>(value: T, delay: number, options?: any): [T, any];
  function useDebouncedCallback<T>(fn: T, delay?: number, options?: any): T;
  function useThrottledCallback<T>(fn: T, delay?: number, options?: any): T;
}
declare module "@mantine/hooks" {
  import { Dispatch, SetStateAction } from "react";
  interface UseListStateHandlers<T> {
    setState: Dispatch<SetStateAction<T[]>>;
    append(...items: T[]): void;
    prepend(...items: T[]): void;
    insert(index: number, ...items: T[]): void;
    setItem(index: number, item: T): void;
    setItemProp<K extends keyof T>(index: number, property: K, value: T[K]): void;
    apply(change: (item: T, index?: number) => T): void;
    applyWhere(
      condition: (item: T, index: number) => boolean,
      change: (item: T, index?: number) => T
    ): void;
    filter(keeps: (item: T, index: number) => boolean): void;
    [other: string]: any;
  }
  function useDebouncedValue<T>(value: T, wait: number, options?: any): [T, () => void];
  function useDebouncedState<T>(
    initial: T,
    wait: number,
    options?: any
  ): [T, Dispatch<SetStateAction<T>>];
  function useDebouncedCallback<T>(fn: T, options?: any): T;
  function useThrottledValue<T>(value: T, wait: number): T;
  function usePrevious<T>(value: T): T | undefined;
  function useListState<T>(initial?: T[] | (() => T[])): [T[], UseListStateHandlers<T>];
  function useSetState<T>(
    initial: T
  ): [T, (patch: Partial<T> | ((current: T) => Partial<T>)) => void];
  function useLocalStorage<T>(options: {
    key: string;
    defaultValue?: T;
    [other: string]: any;
  }): [T, Dispatch<SetStateAction<T>>, () => void];
  function useSessionStorage<T>(options: {
    key: string;
    defaultValue?: T;
    [other: string]: any;
  }): [T, Dispatch<SetStateAction<T>>, () => void];
}
declare module "preact/hooks" {
  export * from "react";
}
declare module "preact/compat" {
  export * from "react";
}
declare module "preact" {
  export * from "react";
  import { ComponentType, ReactNode, RefObject } from "react";
  type ComponentChildren = ReactNode;
  type ComponentChild = ReactNode;
  type FunctionalComponent<P = {}> = ComponentType<P>;
  type RenderableProps<P> = P & { children?: ComponentChildren };
  type AnyComponent<P = {}> = ComponentType<P>;
  type VNode<P = {}> = any;
  function h(type: any, props?: any, ...children: any[]): any;
  function render(node: any, parent: any): void;
  function hydrate(node: any, parent: any): void;
}
declare module "react-async-hook" {
  interface UseAsyncReturn<R, A extends any[] = any[]> {
    status: string;
    loading: boolean;
    error: Error | undefined;
    result: R | undefined;
    currentPromise: Promise<R> | null;
    currentParams: A | null;
    set(value: any): void;
    merge(value: any): void;
    reset(): void;
    execute(...args: A): Promise<R>;
  }
  interface UseAsyncOptions<R> {
    initialState?: any;
    onSuccess?: (result: R, options: any) => any;
    onError?: (error: Error, options: any) => any;
    [other: string]: any;
  }
  function useAsync<R, A extends any[]>(
    load: (...args: A) => Promise<R> | R,
    args: A,
    options?: UseAsyncOptions<R>
  ): UseAsyncReturn<R, A>;
  function useAsyncAbortable<R>(
    load: (signal: AbortSignal, ...args: any[]) => Promise<R> | R,
    args: any[],
    options?: UseAsyncOptions<R>
  ): UseAsyncReturn<R>;
  function useAsyncCallback<R, A extends any[]>(
    call: (...args: A) => Promise<R> | R,
    options?: UseAsyncOptions<R>
  ): UseAsyncReturn<R, A>;
}
declare module "@react-hookz/web" {
  interface AsyncState<R> {
    status: string;
    result: R;
    error: Error | undefined;
  }
  interface UseAsyncActions<R, A extends any[] = any[]> {
    execute(...args: A): Promise<R>;
    reset(): void;
  }
  function useAsync<R, A extends any[]>(
    call: (...args: A) => Promise<R>
  ): [AsyncState<R | undefined>, UseAsyncActions<R, A>, any];
  function useAsync<R, A extends any[]>(
    call: (...args: A) => Promise<R>,
    initial: R
  ): [AsyncState<R>, UseAsyncActions<R, A>, any];
  function usePrevious<T>(value: T): T | undefined;
  function useDebouncedCallback<T>(fn: T, deps: any, delay: number, max?: number): T;
}
declare module "use-immer" {
  function useImmer<T>(initial: T | (() => T)): [T, (update: T | ((draft: T) => T | void)) => void];
  function useImmerReducer<S, A>(
    reducer: (draft: S, action: A) => S | void,
    initial: S
  ): [S, (action: A) => void];
}
declare module "constate" {
  function constate<P, V>(hook: (props: P) => V): [(props: any) => any, () => V];
  export default constate;
}
declare module "unstated-next" {
  interface Container<V, S = any> {
    Provider: (props: { initialState?: S; children?: any }) => any;
    useContainer(): V;
  }
  function createContainer<V, S = any>(hook: (initial?: S) => V): Container<V, S>;
  function useContainer<V, S>(container: Container<V, S>): V;
}
declare module "use-context-selector" {
  import { Context } from "react";
  function createContext<T>(initial: T): Context<T>;
  function useContext<T>(context: Context<T>): T;
  function useContextSelector<T, U>(context: Context<T>, selector: (value: T) => U): U;
}
