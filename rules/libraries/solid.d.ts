// SolidJS: signals, stores, resources, the components of its control flow.

declare module "solid-js" {
  type Accessor<T> = () => T;
  type Setter<T> = (value: T | ((previous: T) => T)) => T;
  type Signal<T> = [Accessor<T>, Setter<T>];
  function createSignal<T>(): Signal<T | undefined>;
  function createSignal<T>(value: T, options?: any): Signal<T>;
  function createMemo<T>(compute: (previous?: any) => T, value?: any, options?: any): Accessor<T>;
  function createDeferred<T>(source: Accessor<T>, options?: any): Accessor<T>;
  function createEffect(effect: any, value?: any): void;
  function createRenderEffect(effect: any, value?: any): void;
  function createComputed(compute: any, value?: any): void;
  function createSelector<T>(source: Accessor<T>, compare?: any): (key: any) => boolean;
  function createRoot<T>(run: (dispose: () => void) => T): T;
  interface Resource<T> {
    (): T | undefined;
    state: string;
    loading: boolean;
    error: any;
    latest: T | undefined;
  }
  interface ResourceActions<T> {
    mutate: Setter<T | undefined>;
    refetch(info?: any): Promise<T | undefined>;
  }
  type ResourceReturn<T> = [Resource<T>, ResourceActions<T>];
  function createResource<T>(fetcher: (key: true, info: any) => T | Promise<T>, options?: any): ResourceReturn<T>;
  function createResource<T, S>(
    source: S | false | null | (() => S | false | null | undefined),
    fetcher: (key: S, info: any) => T | Promise<T>,
    options?: any
  ): ResourceReturn<T>;
  function on<S, T>(source: Accessor<S>, run: (input: S, previous?: S) => T, options?: any): any;
  function batch<T>(run: () => T): T;
  function untrack<T>(run: () => T): T;
  function onMount(run: () => any): void;
  function onCleanup(run: () => any): void;
  function mergeProps<A, B>(one: A, other: B): A & B;
  function mergeProps<A, B, C>(one: A, other: B, third: C): A & B & C;
  function splitProps<T, K extends keyof T>(props: T, keys: readonly K[]): [Pick<T, K>, Omit<T, K>];
  function splitProps<T, K extends keyof T, L extends keyof T>(
    props: T,
    keys: readonly K[],
    others: readonly L[]
  ): [Pick<T, K>, Pick<T, L>, Omit<T, K | L>];
  function children(get: Accessor<any>): any;
  function lazy<C>(load: () => Promise<{ default: C }>): C;
  interface Context<T> {
    Provider: (props: { value: T; children?: any }) => any;
  }
  function createContext<T>(value?: T): Context<T>;
  function useContext<T>(context: Context<T>): T;
  type JSXElement = any;
  type Component<P = {}> = (props: P) => any;
  type VoidComponent<P = {}> = Component<P>;
  type ParentProps<P = {}> = P & { children?: any };
  type ParentComponent<P = {}> = Component<ParentProps<P>>;
  type FlowProps<P = {}, C = any> = P & { children: C };
  type FlowComponent<P = {}, C = any> = Component<FlowProps<P, C>>;
  type Each<T> = readonly T[] | undefined | null | false;
  function mapArray<T, U>(list: Accessor<Each<T>>, map: (item: T, index: Accessor<number>) => U, options?: any): Accessor<U[]>;
  function indexArray<T, U>(list: Accessor<Each<T>>, map: (item: Accessor<T>, index: number) => U, options?: any): Accessor<U[]>;
  function For<T>(props: { each: Each<T>; fallback?: any; children: (item: T, index: Accessor<number>) => any }): any;
  function Index<T>(props: { each: Each<T>; fallback?: any; children: (item: Accessor<T>, index: number) => any }): any;
  function Show<T>(props: {
    when: T | undefined | null | false;
    keyed?: boolean;
    fallback?: any;
    children: (item: Accessor<NonNullable<T>>) => any;
  }): any;
  function Match<T>(props: {
    when: T | undefined | null | false;
    keyed?: boolean;
    children: (item: Accessor<NonNullable<T>>) => any;
  }): any;
  function Switch(props: any): any;
  function Suspense(props: any): any;
  function ErrorBoundary(props: any): any;
}

declare module "solid-js/store" {
  type Store<T> = T;
  type Held<T> = T extends readonly (infer E)[] ? E : never;
  type Set<T> = T | Partial<T> | ((previous: T) => T | Partial<T> | void);
  interface SetStoreFunction<T> {
    (value: Set<T>): void;
    <K extends keyof T>(key: K, value: Set<T[K]>): void;
    <K extends keyof T, L extends keyof T[K]>(key: K, inner: L, value: Set<T[K][L]>): void;
    <K extends keyof T>(
      key: K,
      which: number | ((item: Held<T[K]>, index: number) => boolean),
      value: Set<Held<T[K]>>
    ): void;
    (which: number | ((item: Held<T>, index: number) => boolean), value: Set<Held<T>>): void;
    <K extends keyof Held<T>>(
      which: number | ((item: Held<T>, index: number) => boolean),
      key: K,
      value: Set<Held<T>[K]>
    ): void;
    <K extends keyof T, L extends keyof Held<T[K]>>(
      key: K,
      which: number | ((item: Held<T[K]>, index: number) => boolean),
      inner: L,
      value: Set<Held<T[K]>[L]>
    ): void;
  }
  function createStore<T>(state: T, options?: any): [T, SetStoreFunction<T>];
  function createMutable<T>(state: T, options?: any): T;
  function produce<T>(change: (state: T) => void): (state: T) => T;
  function reconcile<T>(value: T, options?: any): (state: any) => T;
  function unwrap<T>(item: T): T;
}
declare module "solid-sortablejs" {
  interface SortableProps<T> {
    items: T[];
    setItems: (items: T[], event: any) => void;
    idField: keyof T;
    children: (item: T) => any;
    [other: string]: any;
  }
  export default function Sortable<T>(props: SortableProps<T>): any;
}
