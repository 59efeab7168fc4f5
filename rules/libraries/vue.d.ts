// Vue 3 (and 2.7 with its composition API), Pinia, VueUse: refs, props, stores.

declare module "vue" {
  interface Ref<T = any> {
    value: T;
  }
  interface ComputedRef<T = any> extends Ref<T> {
    readonly value: T;
  }
  interface WritableComputedRef<T> extends Ref<T> {}
  interface ShallowRef<T = any> extends Ref<T> {}
  type MaybeRef<T = any> = T | Ref<T>;
  type MaybeRefOrGetter<T = any> = T | Ref<T> | (() => T);
  type UnwrapRef<T> = T extends Ref<infer V> ? V : T;
  type UnwrapRefs<T> = { [K in keyof T]: UnwrapRef<T[K]> };
  type UnwrapNestedRefs<T> = UnwrapRefs<T>;
  type Reactive<T> = UnwrapRefs<T>;
  type ShallowReactive<T> = T;
  type DeepReadonly<T> = UnwrapRefs<T>;
  type Raw<T> = T;
  type ToRef<T> = Ref<T>;
  interface ModelRef<T> extends Ref<T> {}
  type ToRefs<T> = { [K in keyof T]: Ref<T[K]> };
  function ref<T>(value: T): T extends Ref<infer V> ? Ref<V> : Ref<T>;
  function ref<T = any>(): Ref<T | undefined>;
  function shallowRef<T>(value: T): ShallowRef<T>;
  function shallowRef<T = any>(): ShallowRef<T | undefined>;
  function customRef<T>(factory: (track: () => void, trigger: () => void) => any): Ref<T>;
  function computed<T>(getter: (old?: T) => T): ComputedRef<T>;
  function computed<T>(options: {
    get: (old?: T) => T;
    set: (value: T) => void;
  }): WritableComputedRef<T>;
  function reactive<T>(target: T): UnwrapRefs<T>;
  function shallowReactive<T>(target: T): T;
  function readonly<T>(target: T): UnwrapRefs<T>;
  function toRaw<T>(observed: T): T;
  function markRaw<T>(value: T): T;
  function unref<T>(ref: T | Ref<T>): T;
  function toValue<T>(source: T | Ref<T> | (() => T)): T;
  function isRef<T>(r: Ref<T> | unknown): r is Ref<T>;
  function toRef<T, K extends keyof T>(object: T, key: K): Ref<T[K]>;
  function toRef<T>(value: T): Ref<T>;
  function toRefs<T>(object: T): ToRefs<T>;
  function set<T>(target: any, key: any, value: T): T;
  function watch<A, B>(
    sources: [WatchSource<A>, WatchSource<B>],
    callback: (value: [A, B], old: [A, B], cleanup: any) => any,
    options?: any
  ): any;
  function watch<T>(
    source: Ref<T> | (() => T) | T,
    callback: (value: T, old: T, cleanup: any) => any,
    options?: any
  ): any;
  type WatchSource<T> = Ref<T> | (() => T);
  function watchEffect(effect: (cleanup: any) => void, options?: any): any;
  function nextTick(callback?: () => any): Promise<void>;
  function onMounted(callback: () => any): void;
  function onUnmounted(callback: () => any): void;
  function onBeforeMount(callback: () => any): void;
  function onBeforeUnmount(callback: () => any): void;
  function onUpdated(callback: () => any): void;
  interface InjectionKey<T> {}
  function provide<T>(key: InjectionKey<T> | string, value: T): void;
  function inject<T>(key: InjectionKey<T> | string): T | undefined;
  function inject<T>(key: InjectionKey<T> | string, fallback: T | (() => T), factory?: boolean): T;
  function getCurrentInstance(): any;
  function useSlots(): any;
  function useAttrs(): any;
  function useTemplateRef<T = any>(key: string): Ref<T | null>;
  function defineAsyncComponent<T>(source: any): any;
  function h(...args: any[]): any;

  interface PropType<T> {
    _prop: T;
  }
  type Prop<C> = C extends PropType<infer V>
    ? V
    : C extends () => infer R
    ? R
    : C extends StringConstructor
    ? string
    : C extends NumberConstructor
    ? number
    : C extends BooleanConstructor
    ? boolean
    : C extends ArrayConstructor
    ? any[]
    : C extends DateConstructor
    ? Date
    : any;
  type PropOf<O> = O extends { type: infer C } ? Prop<C> : Prop<O>;
  type ExtractPropTypes<P> = { [K in keyof P]: PropOf<P[K]> };
  type ComputedOf<C> = {
    [K in keyof C]: C[K] extends (...args: any[]) => infer R
      ? R
      : C[K] extends { get: (...args: any[]) => infer R }
      ? R
      : any;
  };
  interface ComponentOptions<P, S, D, C, M, X = any, E = any> {
    props?: P;
    setup?: (props: ExtractPropTypes<P>, context: any) => S;
    data?: (vm?: any) => D;
    computed?: C;
    methods?: M;
    mixins?: X;
    extends?: E;
    [other: string]: any;
  }
  function defineComponent<P, S, D, C, M, X, E>(
    options: ComponentOptions<P, S, D, C, M, X, E>
  ): ComponentOptions<P, S, D, C, M, X, E>;
  class Vue {
    static extend<P, S, D, C, M, X, E>(
      options: ComponentOptions<P, S, D, C, M, X, E>
    ): ComponentOptions<P, S, D, C, M, X, E>;
    static component(name: string, options?: any): any;
    static use(plugin: any, options?: any): any;
    static set<T>(target: any, key: any, value: T): T;
    static delete(target: any, key: any): void;
    static nextTick(callback?: () => any): Promise<void>;
    static observable<T>(value: T): T;
  }
  export default Vue;

  // Compiler macros of `<script setup>`, which need no import.
  function defineProps<T>(): T;
  function defineProps<P>(props: P): ExtractPropTypes<P>;
  type _Defaults<T> = { [K in keyof T]?: T[K] | ((props: T) => T[K]) };
  function withDefaults<T>(props: T, defaults: NoInfer<_Defaults<T>>): T;
  type _Payload<P> = P extends any[] ? P : P extends (...args: infer A) => any ? A : any[];
  type _Emit<T> = T extends (...args: any[]) => any
    ? T
    : <K extends keyof T>(event: K, ...args: _Payload<T[K]>) => void;
  function defineEmits(emits: string[]): any;
  function defineEmits<T>(emits?: T): _Emit<T>;
  function defineExpose(exposed?: any): void;
  function defineModel<T = any>(name?: any, options?: any): Ref<T>;
  function defineSlots<T>(): T;
  function defineOptions(options: any): void;
}
declare module "@nuxtjs/composition-api" {
  export * from "vue";
  function useAsync<T>(callback: () => T | Promise<T>, key?: any): import_Ref<T | null>;
  import { Ref as import_Ref } from "vue";
  function useFetch(callback: () => any): any;
  function useRoute(): any;
  function useRouter(): any;
  function useContext(): any;
  function useMeta(meta?: any): any;
}
declare module "@vue/composition-api" {
  export * from "vue";
}
declare module "@vue/reactivity" {
  export * from "vue";
}
declare module "@vue/runtime-core" {
  export * from "vue";
}
declare module "vue-demi" {
  export * from "vue";
}
declare module "#imports" {
  export * from "vue";
  export * from "#app";
}
declare module "#app" {
  import { Ref } from "vue";
  interface AsyncData<D, E = any> {
    data: Ref<D>;
    pending: Ref<boolean>;
    error: Ref<E | null>;
    status: Ref<string>;
    refresh(options?: any): Promise<void>;
    execute(options?: any): Promise<void>;
    clear(): void;
  }
  // What `transform` makes of the answer is the data; `pick` and `default` are of that.
  interface _Making<T, D> {
    transform: (answer: T) => D | Promise<D>;
    pick?: (keyof D)[];
    default?: () => NoInfer<D> | Ref<NoInfer<D>> | null;
    [other: string]: any;
  }
  interface _Taking<T> {
    pick?: (keyof T)[];
    default?: () => NoInfer<T> | Ref<NoInfer<T>> | null;
    [other: string]: any;
  }
  function useAsyncData<T, D>(
    key: string,
    handler: (app?: any) => Promise<T>,
    options: _Making<T, D>
  ): AsyncData<D | null> & Promise<AsyncData<D | null>>;
  function useAsyncData<T, D>(
    handler: (app?: any) => Promise<T>,
    options: _Making<T, D>
  ): AsyncData<D | null> & Promise<AsyncData<D | null>>;
  function useAsyncData<T>(
    key: string,
    handler: (app?: any) => Promise<T>,
    options?: _Taking<T>
  ): AsyncData<T | null> & Promise<AsyncData<T | null>>;
  function useAsyncData<T>(
    handler: (app?: any) => Promise<T>,
    options?: _Taking<T>
  ): AsyncData<T | null> & Promise<AsyncData<T | null>>;
  function useLazyAsyncData<T, D>(
    key: string,
    handler: (app?: any) => Promise<T>,
    options: _Making<T, D>
  ): AsyncData<D | null> & Promise<AsyncData<D | null>>;
  function useLazyAsyncData<T, D>(
    handler: (app?: any) => Promise<T>,
    options: _Making<T, D>
  ): AsyncData<D | null> & Promise<AsyncData<D | null>>;
  function useLazyAsyncData<T>(
    key: string,
    handler: (app?: any) => Promise<T>,
    options?: _Taking<T>
  ): AsyncData<T | null> & Promise<AsyncData<T | null>>;
  function useLazyAsyncData<T>(
    handler: (app?: any) => Promise<T>,
    options?: _Taking<T>
  ): AsyncData<T | null> & Promise<AsyncData<T | null>>;
  function useFetch<T, D>(
    url: any,
    options: _Making<T, D>
  ): AsyncData<D | null> & Promise<AsyncData<D | null>>;
  function useFetch<T = any>(
    url: any,
    options?: _Taking<T>
  ): AsyncData<T | null> & Promise<AsyncData<T | null>>;
  function useLazyFetch<T, D>(
    url: any,
    options: _Making<T, D>
  ): AsyncData<D | null> & Promise<AsyncData<D | null>>;
  function useLazyFetch<T = any>(
    url: any,
    options?: _Taking<T>
  ): AsyncData<T | null> & Promise<AsyncData<T | null>>;
  function useState<T>(key: string, init?: () => T | Ref<T>): Ref<T>;
}
declare module "nuxt/app" {
  export * from "#app";
}
declare module "pinia" {
  import { UnwrapRefs, Ref } from "vue";
  type _Getters<G> = { [K in keyof G]: G[K] extends (...args: any[]) => infer R ? R : any };
  interface _Store<S> {
    $state: S;
    $id: string;
    $patch(partial: Partial<S> | ((state: S) => any)): void;
    $reset(): void;
    $subscribe(callback: (mutation: any, state: S) => void, options?: any): any;
    $onAction(callback: any): any;
  }
  interface _Options<S, G, A> {
    state?: () => S;
    getters?: G & ThisType<S & _Getters<G>> & { [name: string]: (state: S) => any };
    actions?: A & ThisType<A & S & _Store<S> & _Getters<G>>;
    [other: string]: any;
  }
  interface StoreDefinition<T> {
    (pinia?: any): T;
    $id: string;
  }
  function defineStore<S, G, A>(
    id: string,
    options: _Options<S, G, A>
  ): StoreDefinition<_Store<S> & S & _Getters<G> & A>;
  function defineStore<T>(
    id: string,
    setup: (helpers?: any) => T,
    options?: any
  ): StoreDefinition<_Store<UnwrapRefs<T>> & UnwrapRefs<T>>;
  function defineStore<S, G, A>(
    options: _Options<S, G, A>
  ): StoreDefinition<_Store<S> & S & _Getters<G> & A>;
  function mapState<T, K extends keyof T>(
    useStore: StoreDefinition<T>,
    keys: K[]
  ): { [P in K]: () => T[P] };
  type _Mapped<T, M> = {
    [P in keyof M]: M[P] extends (store: T) => infer R
      ? () => R
      : M[P] extends keyof T
      ? () => T[M[P]]
      : () => any;
  };
  function mapState<T, M extends Record<string, keyof T | ((store: T) => any)>>(
    useStore: StoreDefinition<T>,
    map: M
  ): _Mapped<T, M>;
  function mapWritableState<T, K extends keyof T>(
    useStore: StoreDefinition<T>,
    keys: K[]
  ): { [P in K]: () => T[P] };
  function mapGetters<T, K extends keyof T>(
    useStore: StoreDefinition<T>,
    keys: K[]
  ): { [P in K]: () => T[P] };
  function mapActions<T, K extends keyof T>(
    useStore: StoreDefinition<T>,
    keys: K[]
  ): { [P in K]: T[P] };
  function storeToRefs<T>(store: T): { [K in keyof T]: Ref<T[K]> };
  function acceptHMRUpdate(...args: any[]): any;
  function createPinia(): any;
}
declare module "@vueuse/core" {
  import { Ref, ComputedRef } from "vue";
  function useStorage<T>(key: any, defaults: T | Ref<T>, storage?: any, options?: any): Ref<T>;
  function useLocalStorage<T>(key: any, defaults: T | Ref<T>, options?: any): Ref<T>;
  function useSessionStorage<T>(key: any, defaults: T | Ref<T>, options?: any): Ref<T>;
  function useVModel<P, K extends keyof P>(props: P, key?: K, emit?: any, options?: any): Ref<P[K]>;
  function computedAsync<T>(evaluate: (cancel?: any) => T | Promise<T>, init?: T): Ref<T>;
  function refDebounced<T>(value: Ref<T>, ms?: any): Ref<T>;
  function useCloned<T>(source: T | Ref<T>, options?: any): { cloned: Ref<T>; sync(): void };
  function useDebounceFn<T>(fn: T, ms?: any, options?: any): T;
  function useThrottleFn<T>(fn: T, ms?: any): T;
  function useMemoize<T>(resolver: T, options?: any): T;
  interface UseFetchReturn<T> extends Promise<UseFetchReturn<T>> {
    data: Ref<T | null>;
    error: Ref<any>;
    isFetching: Ref<boolean>;
    isFinished: Ref<boolean>;
    statusCode: Ref<number | null>;
    execute(throws?: boolean): Promise<any>;
    get(): UseFetchReturn<T>;
    post(payload?: any, type?: any): UseFetchReturn<T>;
    put(payload?: any, type?: any): UseFetchReturn<T>;
    patch(payload?: any, type?: any): UseFetchReturn<T>;
    delete(payload?: any, type?: any): UseFetchReturn<T>;
    json<J = any>(): UseFetchReturn<J>;
    [other: string]: any;
  }
  function useFetch<T>(url: any, ...options: any[]): UseFetchReturn<T>;
  function createFetch(config?: any): <T>(url: any, ...options: any[]) => UseFetchReturn<T>;
  function createSharedComposable<T>(composable: T): T;
  function createGlobalState<T>(factory: T): T;
  function useToggle(value?: boolean): any;
  function useAsyncState<T>(
    promise: Promise<T> | ((...args: any[]) => Promise<T>),
    initial: T,
    options?: any
  ): { state: Ref<T>; isReady: Ref<boolean>; isLoading: Ref<boolean>; execute: any };
  function useVirtualList<T>(
    list: Ref<T[]> | T[],
    options?: any
  ): { list: Ref<{ data: T; index: number }[]>; containerProps: any; wrapperProps: any };
  function useEventBus<T = any>(
    key: any
  ): { on(listener: (event: T) => void): any; once: any; off: any; emit(event?: T): void };
  function createEventHook<T = any>(): { on(fn: (value: T) => void): any; trigger(value: T): any };
  function whenever<T>(source: Ref<T> | (() => T), callback: (value: T) => any, options?: any): any;
  function watchDebounced<T>(
    source: Ref<T> | (() => T) | T,
    callback: (value: T, old: T) => any,
    options?: any
  ): any;
  function watchThrottled<T>(
    source: Ref<T> | (() => T) | T,
    callback: (value: T, old: T) => any,
    options?: any
  ): any;
  function reactiveComputed<T>(fn: () => T): T;
}
declare module "vue-router" {
  import { Ref } from "vue";
  // A program says itself what it keeps there: `declare module 'vue-router' { interface RouteMeta`.
  interface RouteMeta {
    [other: string]: any;
  }
  interface RouteRecordNormalized {
    path: string;
    name: any;
    meta: RouteMeta;
    children: RouteRecordRaw[];
    [other: string]: any;
  }
  type RouteRecord = RouteRecordNormalized;
  type RouteLocationMatched = RouteRecordNormalized;
  interface RouteLocationNormalized {
    path: string;
    fullPath: string;
    name: any;
    hash: string;
    params: any;
    query: any;
    meta: RouteMeta;
    matched: RouteLocationMatched[];
    [other: string]: any;
  }
  type RouteLocationNormalizedLoaded = RouteLocationNormalized;
  type RouteLocationNormalizedGeneric = RouteLocationNormalized;
  type RouteLocationNormalizedLoadedGeneric = RouteLocationNormalized;
  type RouteLocation = RouteLocationNormalized;
  interface RouteRecordRaw {
    path: string;
    name?: any;
    meta?: RouteMeta;
    children?: RouteRecordRaw[];
    [other: string]: any;
  }
  interface Router {
    currentRoute: Ref<RouteLocationNormalized>;
    options: { routes: readonly RouteRecordRaw[]; [other: string]: any };
    getRoutes(): RouteRecord[];
    beforeEach(
      guard: (to: RouteLocationNormalized, from: RouteLocationNormalized, next?: any) => any
    ): any;
    afterEach(guard: (to: RouteLocationNormalized, from: RouteLocationNormalized) => any): any;
    [other: string]: any;
  }
  function useRoute(): RouteLocationNormalized;
  function useRouter(): Router;
  function createRouter(options: { routes: readonly RouteRecordRaw[]; [other: string]: any }): Router;
}

// What elements of libraries hand to their slots. A key is the element's name, `<` the element
// around that has the rows, `:` its attribute and `#` the slot; `T` is one of the rows.
declare module "_vue-slots" {
  interface _Item<T> {
    item: T;
    index: number;
    [other: string]: any;
  }
  interface _Row<T> {
    row: T;
    $index: number;
    rowIndex: number;
    [other: string]: any;
  }
  interface _Record<T> {
    record: T;
    index: number;
    rowIndex: number;
    [other: string]: any;
  }
  interface _Original<T> {
    row: { id: string; index: number; original: T; [other: string]: any };
    [other: string]: any;
  }
  interface _Data<T> {
    data: T;
    index: number;
    [other: string]: any;
  }
  // As the library's own declarations say, too.
  interface Typed<T> {
    "u-table:data#*-cell": _Original<T>;
    "u-table:data#expanded": _Original<T>;
    "v-data-table:items#item": _Item<T>;
    "v-data-table:items#expanded-row": _Item<T>;
    "v-data-table-server:items#item": _Item<T>;
    "v-data-table-server:items#expanded-row": _Item<T>;
    "v-data-table-virtual:items#item": _Item<T>;
    "v-virtual-scroll:items#default": _Item<T>;
  }
  // The library says `any`.
  interface Untyped<T> {
    "el-table-column<el-table:data#default": _Row<T>;
    "el-table:data#expand": _Row<T>;
    "a-table:dataSource#bodyCell": _Record<T>;
    "a-table:dataSource#expandedRowRender": _Record<T>;
    "a-table-column<a-table:data#cell": _Record<T>;
    "a-list:dataSource#renderItem": _Item<T>;
    "column<data-table:value#body": _Data<T>;
    "data-table:value#expansion": _Data<T>;
    "t-table:data#expandedRow": _Row<T>;
    "u-table:rows#*-data": _Row<T>;
    "vxe-column<vxe-table:data#default": _Row<T>;
    "q-table:rows#body": _Row<T>;
    "q-table:rows#item": _Row<T>;
    "b-table:items#cell": _Item<T>;
    "b-table:items#row-details": _Item<T>;
  }
}
