// Stores: zustand, Redux Toolkit with RTK Query, MobX, jotai, valtio, immer, reselect.

declare module "zustand" {
  interface StoreApi<T> {
    getState(): T;
    setState(
      partial: T | Partial<T> | ((state: T) => T | Partial<T>),
      replace?: boolean
    ): void;
    subscribe(listener: (state: T, previous: T) => void): () => void;
    getInitialState(): T;
  }
  type StateCreator<T> = (
    set: (partial: T | Partial<T> | ((state: T) => T | Partial<T> | void), replace?: any, name?: any) => void,
    get: () => T,
    api: StoreApi<T>
  ) => T;
  interface UseBoundStore<T> extends StoreApi<T> {
    (): T;
    <U>(selector: (state: T) => U, equality?: any): U;
  }
  interface Create {
    <T>(initializer: StateCreator<T>): UseBoundStore<T>;
    <T>(): (initializer: StateCreator<T>) => UseBoundStore<T>;
  }
  const create: Create;
  function useStore<T>(api: StoreApi<T>): T;
  function useStore<T, U>(api: StoreApi<T>, selector: (state: T) => U, equality?: any): U;
  interface CreateStore {
    <T>(initializer: StateCreator<T>): StoreApi<T>;
    <T>(): (initializer: StateCreator<T>) => StoreApi<T>;
  }
  const createStore: CreateStore;
  export default create;
}
declare module "zustand/vanilla" {
  export { createStore, StoreApi, StateCreator } from "zustand";
  export { createStore as default } from "zustand";
}
declare module "zustand/react" {
  export { create, useStore, UseBoundStore } from "zustand";
}
declare module "zustand/traditional" {
  import { StateCreator, StoreApi, UseBoundStore } from "zustand";
  interface CreateWithEqualityFn {
    <T>(initializer: StateCreator<T>, equality?: any): UseBoundStore<T>;
    <T>(): (initializer: StateCreator<T>, equality?: any) => UseBoundStore<T>;
  }
  const createWithEqualityFn: CreateWithEqualityFn;
  function useStoreWithEqualityFn<T>(api: StoreApi<T>): T;
  function useStoreWithEqualityFn<T, U>(
    api: StoreApi<T>,
    selector: (state: T) => U,
    equality?: any
  ): U;
}
declare module "zustand/middleware" {
  import { StateCreator, StoreApi } from "zustand";
  function devtools<T>(initializer: StateCreator<T>, options?: any): StateCreator<T>;
  interface PersistOptions<T> {
    name?: string;
    partialize?: (state: T) => any;
    onRehydrateStorage?: (state: T) => ((state?: T, error?: any) => any) | void;
    merge?: (persisted: any, current: T) => T;
    [other: string]: any;
  }
  function persist<T>(
    initializer: StateCreator<T>,
    options?: PersistOptions<T>
  ): StateCreator<T>;
  function subscribeWithSelector<T>(initializer: StateCreator<T>): StateCreator<T>;
  function combine<T, U>(
    initial: T,
    create: (
      set: (partial: T | Partial<T> | ((state: T & U) => Partial<T> | void), replace?: any) => void,
      get: () => T & U,
      api: StoreApi<T & U>
    ) => U
  ): StateCreator<T & U>;
  function createJSONStorage(getStorage: () => any): any;
}
declare module "zustand/middleware/immer" {
  import { StateCreator } from "zustand";
  function immer<T>(initializer: StateCreator<T>): StateCreator<T>;
}
declare module "zustand/shallow" {
  function shallow(a: any, b: any): boolean;
  export { useShallow } from "zustand/react/shallow";
}
declare module "zustand/react/shallow" {
  function useShallow<S, U>(selector: (state: S) => U): (state: S) => U;
}

declare module "@reduxjs/toolkit" {
  interface Action<T = string> {
    type: T;
  }
  interface PayloadAction<P = void, T = string, M = any, E = any> {
    payload: P;
    type: T;
    meta: M;
    error: E;
  }
  type Reducer<S = any, A = any> = (state: S | undefined, action: A) => S;
  type Dispatch<A = any> = (action: A) => any;
  type Draft<T> = T;
  type _CaseReducer<S> = (state: S, action: any) => any;
  type CaseReducer<S = any, A = any> = (state: S, action: A) => any;
  type _Payload<R> = R extends { reducer: (state: any, action: PayloadAction<infer P>) => any }
    ? P
    : R extends (state: any, action: PayloadAction<infer P>) => any
    ? P
    : any;
  type _Actions<R> = {
    [K in keyof R]: R[K] extends { prepare: (...args: infer A) => any }
      ? _PreparedActionCreator<A, _Payload<R[K]>>
      : _PayloadActionCreator<_Payload<R[K]>>;
  };
  interface ActionReducerMapBuilder<S> {
    addCase(
      action: AsyncThunkFulfilled<any>,
      reducer: (state: S, action: any) => any
    ): ActionReducerMapBuilder<S>;
    addCase<P, M = any>(
      action: ActionCreator<P, M>,
      reducer: (state: S, action: PayloadAction<P, string, M>) => any
    ): ActionReducerMapBuilder<S>;
    addMatcher<A>(
      matcher: _Matcher<A>,
      reducer: (state: S, action: A) => any
    ): ActionReducerMapBuilder<S>;
    addDefaultCase(reducer: (state: S, action: any) => any): ActionReducerMapBuilder<S>;
  }
  // What says whether an action is one of its own: a guard, and an action's creator as well.
  interface _Guard<A> {
    (action: any): action is A;
  }
  type _Matcher<A> = _Guard<A> | { match: _Guard<A> };
  interface AsyncThunkFulfilled<P> {
    _thunk: P;
  }
  interface ActionCreator<P, M = any> {
    (...args: any[]): PayloadAction<P, string, M>;
    type: string;
    match: _Guard<PayloadAction<P, string, M>>;
  }
  interface Slice<S = any, R = any, Q = any> {
    name: string;
    reducer: Reducer<S, any>;
    actions: _Actions<R>;
    caseReducers: R;
    getInitialState(): S;
    selectors: { [K in keyof Q]: Q[K] extends (state: any, ...a: infer A) => infer V ? (root: any, ...a: A) => V : any };
    getSelectors(select?: any): { [K in keyof Q]: Q[K] };
    reducerPath: string;
  }
  interface CreateSliceOptions<S, R, Q> {
    name: string;
    initialState: S | (() => S);
    reducers: R & {
      [name: string]:
        | ((state: S, action: PayloadAction<any>) => any)
        | { reducer: (state: S, action: PayloadAction<any>) => any; prepare: (...args: any[]) => any };
    };
    extraReducers?: (builder: ActionReducerMapBuilder<S>) => void;
    selectors?: Q & { [name: string]: (state: S, ...args: any[]) => any };
  }
  function createSlice<S, R, N = string, Q = any>(options: CreateSliceOptions<S, R, Q>): Slice<S, R, Q>;
  function createReducer<S>(
    initialState: S | (() => S),
    build: (builder: ActionReducerMapBuilder<S>) => void
  ): Reducer<S>;
  interface _PayloadActionCreator<P> extends ActionCreator<P> {
    (payload?: P): PayloadAction<P>;
  }
  interface _PreparedActionCreator<A extends any[], P> extends ActionCreator<P> {
    (...args: A): PayloadAction<P>;
  }
  function createAction<P = void>(type: string): _PayloadActionCreator<P>;
  function createAction<A extends any[], P>(
    type: string,
    prepare: (...args: A) => { payload: P }
  ): _PreparedActionCreator<A, P>;
  interface _ThunkMeta<A> {
    arg: A;
    requestId: string;
    [other: string]: any;
  }
  interface AsyncThunk<R, A> {
    (arg: A): (dispatch: any, getState: any, extra: any) => _ThunkPromise<R>;
    pending: ActionCreator<undefined, _ThunkMeta<A>>;
    fulfilled: ActionCreator<R, _ThunkMeta<A>>;
    rejected: ActionCreator<any, _ThunkMeta<A>>;
    typePrefix: string;
  }
  // What an action is given back as, and what a thunk makes.
  interface ThunkDispatch<S = any, E = any, A = any> {
    <R>(thunk: (dispatch: any, getState: any, extra: any) => R): R;
    <T>(action: T): T;
  }
  interface _ThunkPromise<R> extends Promise<any> {
    unwrap(): Promise<R>;
    abort(): void;
  }
  type ThunkAction<R, S, E = any, A = any> = (dispatch: any, getState: () => S, extra: E) => R;
  interface _ThunkApi<C> {
    getState(): C extends { state: infer S } ? S : any;
    dispatch: ThunkDispatch;
    extra: any;
    requestId: string;
    signal: any;
    rejectWithValue(value: any, meta?: any): never;
    fulfillWithValue(value: any, meta?: any): any;
  }
  interface _CreateAsyncThunk<C> {
    <R, A = void, O = C>(
      type: string,
      creator: (arg: A, api: _ThunkApi<O>) => R | Promise<R>,
      options?: { condition?: (arg: A, api: any) => any; [other: string]: any }
    ): AsyncThunk<R, A>;
    withTypes<O>(): _CreateAsyncThunk<O>;
  }
  const createAsyncThunk: _CreateAsyncThunk<any>;
  interface EnhancedStore<S> {
    getState(): S;
    dispatch: ThunkDispatch<S>;
    subscribe(listener: () => void): () => void;
  }
  type _StateOf<R> = R extends (state: any, action: any) => infer S
    ? S
    : { [K in keyof R]: R[K] extends (state: any, action: any) => infer V ? V : any };
  function configureStore<R>(options: {
    reducer: R;
    middleware?: any;
    devTools?: any;
    preloadedState?: any;
    enhancers?: any;
  }): EnhancedStore<_StateOf<R>>;
  function combineReducers<R>(
    reducers: R
  ): Reducer<{ [K in keyof R]: R[K] extends (state: any, action: any) => infer V ? V : any }>;
  interface EntityState<T, I = any> {
    ids: I[];
    entities: Record<string, T>;
  }
  interface EntityAdapter<T> {
    getInitialState(): EntityState<T>;
    getInitialState<X>(extra: X): EntityState<T> & X;
    getSelectors(): EntitySelectors<T, EntityState<T>>;
    getSelectors<S>(select: (state: S) => EntityState<T>): EntitySelectors<T, S>;
    addOne(state: any, entity: T): any;
    addMany(state: any, entities: T[]): any;
    setOne(state: any, entity: T): any;
    setAll(state: any, entities: T[]): any;
    upsertOne(state: any, entity: T): any;
    upsertMany(state: any, entities: T[]): any;
    updateOne(state: any, update: { id: any; changes: Partial<T> }): any;
    removeOne(state: any, id: any): any;
    removeAll(state: any): any;
  }
  interface EntitySelectors<T, S> {
    selectAll(state: S): T[];
    selectById(state: S, id: any): T | undefined;
    selectEntities(state: S): Record<string, T>;
    selectIds(state: S): any[];
    selectTotal(state: S): number;
  }
  function createEntityAdapter<T>(options?: {
    selectId?: (entity: T) => any;
    sortComparer?: (a: T, b: T) => number;
  }): EntityAdapter<T>;
  export { createSelector } from "reselect";
  export { createSelector as createDraftSafeSelector } from "reselect";
  export { createSelectorCreator } from "reselect";
  function current<T>(draft: T): T;
  function isAnyOf<A>(...matchers: _Matcher<A>[]): _Guard<A>;
  function isAllOf<A>(...matchers: _Matcher<A>[]): _Guard<A>;
  function unwrapResult<R>(action: any): R;
  interface _ListenerApi {
    getState(): any;
    getOriginalState(): any;
    dispatch: ThunkDispatch;
    [other: string]: any;
  }
  interface _StartListening {
    <P>(options: {
      actionCreator: ActionCreator<P>;
      effect: (action: PayloadAction<P>, api: _ListenerApi) => any;
    }): any;
    <A>(options: { matcher: _Matcher<A>; effect: (action: A, api: _ListenerApi) => any }): any;
    (options: { predicate?: any; type?: any; effect: (action: any, api: _ListenerApi) => any }): any;
    withTypes<S, D = any>(): _StartListening;
  }
  function createListenerMiddleware(options?: any): {
    startListening: _StartListening;
    stopListening: any;
    clearListeners(): void;
    middleware: any;
  };
}
declare module "redux-persist" {
  interface PersistState {
    version: number;
    rehydrated: boolean;
  }
  interface PersistPartial {
    _persist: PersistState;
  }
  interface PersistConfig<S = any> {
    key: string;
    [other: string]: any;
  }
  interface _Persisted<S> {
    (state: any, action: any): S & PersistPartial;
  }
  function persistReducer<S>(
    config: any,
    reducer: (state: S | undefined, action: any) => S
  ): _Persisted<S>;
  function persistCombineReducers<R>(
    config: any,
    reducers: R
  ): _Persisted<{ [K in keyof R]: R[K] extends (state: any, action: any) => infer V ? V : any }>;
  function persistStore(store: any, ...rest: any[]): any;
}
declare module "redux-persist/es/persistReducer" {
  export { persistReducer as default } from "redux-persist";
}
declare module "redux-persist/lib/persistReducer" {
  export { persistReducer as default } from "redux-persist";
}
declare module "redux-thunk" {
  export { ThunkDispatch } from "@reduxjs/toolkit";
  export { ThunkAction } from "@reduxjs/toolkit";
}
declare module "redux" {
  export * from "@reduxjs/toolkit";
  import { EnhancedStore, Reducer } from "@reduxjs/toolkit";
  type Store<S = any, A = any> = EnhancedStore<S>;
  function createStore<S>(reducer: Reducer<S>, ...rest: any[]): EnhancedStore<S>;
  function legacy_createStore<S>(reducer: Reducer<S>, ...rest: any[]): EnhancedStore<S>;
  function bindActionCreators<T>(creators: T, dispatch: any): T;
}
declare module "immer" {
  type Draft<T> = T;
  function produce<T>(base: T, recipe: (draft: T) => any): T;
  function produce<T>(recipe: (draft: T, ...args: any[]) => any): (base: T, ...args: any[]) => T;
  export default produce;
}

declare module "@reduxjs/toolkit/query" {
  import { PayloadAction, _Guard } from "@reduxjs/toolkit";
  interface _Endpoint<R, A> {
    _result: R;
    _argument: A;
  }
  interface QueryDefinition<R, A> extends _Endpoint<R, A> {
    _query: true;
  }
  interface MutationDefinition<R, A> extends _Endpoint<R, A> {
    _mutation: true;
  }
  interface _EndpointOptions<R, A> {
    query?: (arg: A) => any;
    queryFn?: (arg: A, api?: any, extra?: any, base?: any) => any;
    transformResponse?: (response: any, meta?: any, arg?: A) => R | Promise<R>;
    transformErrorResponse?: any;
    providesTags?: any[] | ((result: R | undefined, error: any, arg: A) => any);
    invalidatesTags?: any[] | ((result: R | undefined, error: any, arg: A) => any);
    onQueryStarted?: (arg: A, api: { dispatch: any; queryFulfilled: Promise<{ data: R }> } & any) => any;
    onCacheEntryAdded?: (
      arg: A,
      api: {
        dispatch: any;
        cacheDataLoaded: Promise<{ data: R }>;
        cacheEntryRemoved: Promise<void>;
        updateCachedData(recipe: (draft: R) => R | void): any;
      } & any
    ) => any;
    keepUnusedDataFor?: number;
    serializeQueryArgs?: any;
    merge?: (current: R, response: R, other?: any) => R | void;
    forceRefetch?: any;
    extraOptions?: any;
  }
  interface EndpointBuilder {
    query<R = any, A = void>(options: _EndpointOptions<R, A>): QueryDefinition<R, A>;
    mutation<R = any, A = void>(options: _EndpointOptions<R, A>): MutationDefinition<R, A>;
    infiniteQuery<R = any, A = void, P = any>(
      options: _EndpointOptions<R, A>
    ): QueryDefinition<{ pages: R[]; pageParams: P[] }, A>;
  }
  interface UseQueryResult<R> {
    data: R | undefined;
    currentData: R | undefined;
    error: any;
    isError: boolean;
    isFetching: boolean;
    isLoading: boolean;
    isSuccess: boolean;
    isUninitialized: boolean;
    refetch(): any;
    status: string;
  }
  interface _QueryHook<R, A> {
    (arg?: A, options?: { selectFromResult?: undefined; [other: string]: any }): UseQueryResult<R>;
    <S>(arg: A, options: { selectFromResult: (state: UseQueryResult<R>) => S; [other: string]: any }): S;
  }
  interface _MutationResult<R> {
    data: R | undefined;
    error: any;
    isError: boolean;
    isLoading: boolean;
    isSuccess: boolean;
    isUninitialized: boolean;
    reset(): void;
  }
  interface _Triggered<R>
    extends Promise<{ data: R; error?: undefined } | { data?: undefined; error: any }> {
    unwrap(): Promise<R>;
  }
  type _LazyHook<R, A> = (
    options?: any
  ) => [(arg: A, preferCache?: boolean) => _Triggered<R>, UseQueryResult<R>, any];
  type _MutationHook<R, A> = (options?: any) => [(arg: A) => _Triggered<R>, _MutationResult<R>];
  interface _EndpointApi<R, A> {
    useQuery: _QueryHook<R, A>;
    useQueryState: _QueryHook<R, A>;
    useLazyQuery: _LazyHook<R, A>;
    useMutation: _MutationHook<R, A>;
    initiate(arg: A, options?: any): (dispatch: any, getState: any, extra: any) => _Triggered<R>;
    select(arg?: A): (state: any) => UseQueryResult<R>;
    matchFulfilled: _Guard<PayloadAction<R>>;
    matchPending: any;
    matchRejected: any;
  }
  type _ResultOf<E> = E["_result"];
  type _ArgumentOf<E> = E["_argument"];
  type _Hooks<D> = {
    [K in keyof D as K extends string
      ? D[K] extends { _mutation: true }
        ? `use${Capitalize<K>}Mutation`
        : `use${Capitalize<K>}Query`
      : never]: D[K] extends { _mutation: true }
      ? _MutationHook<_ResultOf<D[K]>, _ArgumentOf<D[K]>>
      : _QueryHook<_ResultOf<D[K]>, _ArgumentOf<D[K]>>;
  } & {
    [K in keyof D as K extends string
      ? D[K] extends { _query: true }
        ? `useLazy${Capitalize<K>}Query`
        : never
      : never]: _LazyHook<_ResultOf<D[K]>, _ArgumentOf<D[K]>>;
  };
  interface _Api<D> {
    endpoints: { [K in keyof D]: _EndpointApi<_ResultOf<D[K]>, _ArgumentOf<D[K]>> };
    reducerPath: string;
    reducer: any;
    middleware: any;
    injectEndpoints<E>(options: {
      endpoints: (build: EndpointBuilder) => E;
      overrideExisting?: any;
    }): Api<D & E>;
    enhanceEndpoints(options: any): Api<D>;
    util: {
      updateQueryData<K extends keyof D>(
        name: K,
        arg: _ArgumentOf<D[K]>,
        recipe: (draft: _ResultOf<D[K]>) => _ResultOf<D[K]> | void,
        patches?: any
      ): any;
      upsertQueryData<K extends keyof D>(
        name: K,
        arg: _ArgumentOf<D[K]>,
        value: _ResultOf<D[K]>
      ): any;
      [other: string]: any;
    };
    usePrefetch: any;
  }
  type Api<D> = _Api<D> & _Hooks<D>;
  function createApi<D>(options: {
    endpoints: (build: EndpointBuilder) => D;
    baseQuery?: any;
    reducerPath?: string;
    tagTypes?: any;
    keepUnusedDataFor?: number;
    refetchOnMountOrArgChange?: any;
    refetchOnFocus?: any;
    refetchOnReconnect?: any;
    extractRehydrationInfo?: any;
    serializeQueryArgs?: any;
  }): Api<D>;
  function fetchBaseQuery(options?: any): any;
  function retry(base: any, options?: any): any;
  const skipToken: unique symbol;
}
declare module "@reduxjs/toolkit/query/react" {
  export * from "@reduxjs/toolkit/query";
}
declare module "@reduxjs/toolkit/dist/query" {
  export * from "@reduxjs/toolkit/query";
}
declare module "@reduxjs/toolkit/dist/query/react" {
  export * from "@reduxjs/toolkit/query";
}
declare module "@reduxjs/toolkit/dist/query/endpointDefinitions" {
  export * from "@reduxjs/toolkit/query";
}

declare module "mobx" {
  interface IObservableArray<T = any> extends Array<T> {
    clear(): T[];
    replace(items: T[]): T[];
    remove(value: T): boolean;
    toJSON(): T[];
  }
  interface ObservableMap<K = any, V = any> extends Map<K, V> {
    merge(other: any): ObservableMap<K, V>;
    replace(other: any): ObservableMap<K, V>;
    toJSON(): [K, V][];
  }
  interface ObservableSet<T = any> extends Set<T> {
    replace(other: any): ObservableSet<T>;
    toJSON(): T[];
  }
  interface IObservableValue<T> {
    get(): T;
    set(value: T): void;
  }
  interface IComputedValue<T> {
    get(): T;
  }
  interface IObservableFactory {
    <T>(value: T, ...rest: any[]): T;
    box<T>(value: T, options?: any): IObservableValue<T>;
    array<T = any>(values?: T[], options?: any): IObservableArray<T>;
    map<K = any, V = any>(values?: Map<K, V> | Iterable<[K, V]>, options?: any): ObservableMap<K, V>;
    set<T = any>(values?: Iterable<T>, options?: any): ObservableSet<T>;
    object<T>(props: T, decorators?: any, options?: any): T;
  }
  const observable: IObservableFactory;
  function makeAutoObservable<T>(target: T, overrides?: any, options?: any): T;
  function makeObservable<T>(target: T, annotations?: any, options?: any): T;
  function action<T>(fn: T): T;
  function action<T>(name: string, fn: T): T;
  function runInAction<T>(fn: () => T): T;
  function computed<T>(fn: () => T, options?: any): IComputedValue<T>;
  function autorun(view: (r: any) => any, options?: any): () => void;
  function reaction<T>(
    expression: (r: any) => T,
    effect: (value: T, previous: T, r: any) => void,
    options?: any
  ): () => void;
  function when(predicate: () => boolean, effect?: any): any;
  function toJS<T>(source: T): T;
  function flow<T>(fn: T): T;
}
declare module "mobx-utils" {
  import { IComputedValue } from "mobx";
  function computedFn<F>(fn: F, options?: any): F;
  function createTransformer<A, B>(transformer: (of: A) => B, options?: any): (of: A) => B;
  function fromResource<T>(creator: any, unsubscriber?: any, initial?: T): { current(): T };
  function keepAlive(of: IComputedValue<any>): () => void;
  function now(interval?: number): number;
}
declare module "mobx-react-lite" {
  function observer<T>(component: T): T;
  function useLocalObservable<T>(initializer: () => T): T;
  function useLocalStore<T>(initializer: () => T): T;
}
declare module "mobx-react" {
  export * from "mobx-react-lite";
  function inject(...stores: any[]): <T>(component: T) => T;
}

declare module "jotai" {
  interface Atom<V> {
    _value: V;
  }
  interface WritableAtom<V, A = any, R = any> extends Atom<V> {}
  interface PrimitiveAtom<V> extends WritableAtom<V> {}
  type Getter = <V>(atom: Atom<V>) => V;
  type Setter = <V>(atom: Atom<V>, value: V | ((prev: V) => V)) => any;
  type _Set<V> = (value: V | ((prev: V) => V)) => void;
  function atom<V>(read: (get: Getter) => V, write?: (get: Getter, set: Setter, value: any) => any): Atom<V>;
  function atom<V>(initial: V, write?: (get: Getter, set: Setter, value: any) => any): PrimitiveAtom<V>;
  function useAtom<V>(atom: Atom<V>, options?: any): [Awaited<V>, _Set<V>];
  function useAtomValue<V>(atom: Atom<V>, options?: any): Awaited<V>;
  function useSetAtom<V>(atom: Atom<V>, options?: any): _Set<V>;
  interface _Store {
    get: Getter;
    set: Setter;
    sub(atom: any, listener: () => void): () => void;
  }
  function useStore(options?: any): _Store;
  function createStore(): _Store;
  function getDefaultStore(): _Store;
}
declare module "jotai/utils" {
  import { Atom, PrimitiveAtom } from "jotai";
  function atomWithStorage<V>(key: string, initial: V, storage?: any, options?: any): PrimitiveAtom<V>;
  function atomWithReset<V>(initial: V): PrimitiveAtom<V>;
  function atomWithDefault<V>(read: (get: any) => V): PrimitiveAtom<V>;
  function selectAtom<V, S>(atom: Atom<V>, select: (value: V, previous?: S) => S, equal?: any): Atom<S>;
  function atomFamily<P, A>(make: (param: P) => A, equal?: any): (param: P) => A;
  function useHydrateAtoms(values: any, options?: any): void;
  type Loadable<V> =
    | { state: "loading" }
    | { state: "hasError"; error: unknown }
    | { state: "hasData"; data: V };
  function loadable<V>(atom: Atom<V>): Atom<Loadable<Awaited<V>>>;
  function unwrap<V>(atom: Atom<V>): Atom<Awaited<V> | undefined>;
  function unwrap<V, F>(atom: Atom<V>, fallback: (previous?: Awaited<V>) => F): Atom<Awaited<V> | F>;
}
declare module "jotai-tanstack-query" {
  import { Atom } from "jotai";
  import { QueryObserverResult, UseQueryOptions } from "@tanstack/query-core";
  function atomWithQuery<T = unknown, E = Error, D = T>(
    options: (get: any) => UseQueryOptions<T, E, D>
  ): Atom<QueryObserverResult<D, E>>;
  function atomWithSuspenseQuery<T = unknown, E = Error, D = T>(
    options: (get: any) => UseQueryOptions<T, E, D>
  ): Atom<QueryObserverResult<D, E>>;
}
declare module "recoil" {
  interface RecoilState<T> {
    key: string;
    _value: T;
  }
  interface RecoilValueReadOnly<T> {
    key: string;
    _value: T;
  }
  type RecoilValue<T> = RecoilState<T> | RecoilValueReadOnly<T>;
  type SetterOrUpdater<T> = (value: T | ((current: T) => T)) => void;
  type _Get = <V>(state: RecoilState<V> | RecoilValueReadOnly<V>) => V;
  type _Set = <V>(state: RecoilState<V>, value: V | ((current: V) => V)) => void;
  interface AtomOptions<T> {
    key: string;
    default?: T | Promise<T> | RecoilState<T>;
    effects?: any;
    [other: string]: any;
  }
  function atom<T>(options: AtomOptions<T>): RecoilState<T>;
  function atomFamily<T, P = any>(options: {
    key: string;
    default?: T | Promise<T> | ((param: P) => T | Promise<T>);
    [other: string]: any;
  }): (param: P) => RecoilState<T>;
  function selector<T>(options: {
    key: string;
    get: (options: { get: _Get; getCallback: any }) => T | Promise<T>;
    set?: (options: { get: _Get; set: _Set; reset: any }, value: T) => void;
    [other: string]: any;
  }): RecoilState<T>;
  function selectorFamily<T, P = any>(options: {
    key: string;
    get: (param: P) => (options: { get: _Get; getCallback: any }) => T | Promise<T>;
    set?: (param: P) => (options: { get: _Get; set: _Set; reset: any }, value: T) => void;
    [other: string]: any;
  }): (param: P) => RecoilState<T>;
  function useRecoilState<T>(state: RecoilState<T>): [T, SetterOrUpdater<T>];
  function useRecoilValue<T>(state: RecoilState<T> | RecoilValueReadOnly<T>): T;
  function useSetRecoilState<T>(state: RecoilState<T>): SetterOrUpdater<T>;
  function useRecoilCallback<F>(
    callback: (options: { snapshot: any; set: _Set; reset: any; [other: string]: any }) => F,
    deps?: any
  ): F;
}
declare module "nanostores" {
  interface ReadableAtom<V = any> {
    get(): V;
    readonly value: V;
    subscribe(listener: (value: V, previous?: V) => void): () => void;
    listen(listener: (value: V, previous?: V) => void): () => void;
  }
  interface WritableAtom<V = any> extends ReadableAtom<V> {
    set(value: V): void;
  }
  type PreinitializedWritableAtom<V = any> = WritableAtom<V>;
  interface MapStore<V = any> extends WritableAtom<V> {
    setKey<K extends keyof V>(key: K, value: V[K]): void;
  }
  type Atom<V = any> = ReadableAtom<V>;
  function atom<V>(initial?: V): WritableAtom<V>;
  function map<V>(initial?: V): MapStore<V>;
  function computed<S, V>(store: ReadableAtom<S>, compute: (value: S) => V): ReadableAtom<V>;
  function onMount(store: any, mount: any): any;
}
declare module "@nanostores/react" {
  import { ReadableAtom } from "nanostores";
  function useStore<V>(store: ReadableAtom<V>, options?: any): V;
}
declare module "@nanostores/preact" {
  export * from "@nanostores/react";
}
declare module "@nanostores/vue" {
  import { ReadableAtom } from "nanostores";
  import { Ref } from "vue";
  function useStore<V>(store: ReadableAtom<V>): Ref<V>;
}
declare module "valtio" {
  function proxy<T>(initial: T): T;
  function useSnapshot<T>(proxy: T): T;
}
