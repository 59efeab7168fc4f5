// NgRx: store, effects, entities, component stores and signal stores.

declare module "@ngrx/store" {
  import { Observable } from "rxjs";
  import { Signal } from "@angular/core";
  interface Action<T = string> {
    type: T;
  }
  interface ActionCreator<P = any> {
    (props: P): P & Action;
    type: string;
  }
  interface _Props<P> {
    _p: P;
  }
  function props<P>(): _Props<P>;
  function createAction(type: string): ActionCreator<void>;
  function createAction<P>(type: string, config: _Props<P>): ActionCreator<P>;
  function createAction<A extends any[], P>(type: string, creator: (...args: A) => P): { (...args: A): P & Action; type: string };
  function emptyProps(): _Props<void>;
  function union<C>(creators: C): any;
  type _Creators<E> = {
    [K in keyof E as K extends string ? Uncapitalize<K> : never]: E[K] extends _Props<infer P> ? ActionCreator<P> : any;
  };
  function createActionGroup<E>(config: { source: string; events: E }): _Creators<E> & any;
  type ActionReducer<S, A = Action> = (state: S | undefined, action: A) => S;
  interface MetaReducer<S = any> {
    (reducer: ActionReducer<S>): ActionReducer<S>;
  }
  type ActionReducerMap<T> = { [K in keyof T]: ActionReducer<T[K]> };
  interface ReducerTypes<S> {
    reducer: (state: S, action: any) => S;
    types: string[];
  }
  type _Payload<C> = C extends (...args: any[]) => infer A ? A : any;
  function on<S, A>(a: A, reducer: (state: S, action: _Payload<A>) => S): ReducerTypes<S>;
  function on<S, A, B>(a: A, b: B, reducer: (state: S, action: _Payload<A> | _Payload<B>) => S): ReducerTypes<S>;
  function on<S, A, B, C>(
    a: A,
    b: B,
    c: C,
    reducer: (state: S, action: _Payload<A> | _Payload<B> | _Payload<C>) => S
  ): ReducerTypes<S>;
  function createReducer<S>(initial: S, ...ons: ReducerTypes<S>[]): ActionReducer<S>;
  interface MemoizedSelector<S, R> {
    (state: S, ...rest: any[]): R;
    projector: (...args: any[]) => R;
    release(): void;
    setResult(result?: R): void;
  }
  type _Selected<F> = F extends (...args: any[]) => infer R ? R : never;
  function createFeatureSelector<S>(name: string): MemoizedSelector<object, S>;
  function createFeatureSelector<T, S>(name: string): MemoizedSelector<T, S>;
  function createSelector<A, R>(a: A, project: (a: _Selected<A>) => R): MemoizedSelector<any, R>;
  function createSelector<A, B, R>(
    a: A,
    b: B,
    project: (a: _Selected<A>, b: _Selected<B>) => R
  ): MemoizedSelector<any, R>;
  function createSelector<A, B, C, R>(
    a: A,
    b: B,
    c: C,
    project: (a: _Selected<A>, b: _Selected<B>, c: _Selected<C>) => R
  ): MemoizedSelector<any, R>;
  function createSelector<A, B, C, D, R>(
    a: A,
    b: B,
    c: C,
    d: D,
    project: (a: _Selected<A>, b: _Selected<B>, c: _Selected<C>, d: _Selected<D>) => R
  ): MemoizedSelector<any, R>;
  type _Selectors<N extends string, S> = {
    [K in `select${Capitalize<N>}State`]: MemoizedSelector<any, S>;
  } & {
    [K in keyof S as K extends string ? `select${Capitalize<K>}` : never]: MemoizedSelector<any, S[K]>;
  };
  type _Feature<N extends string, S> = { name: N; reducer: ActionReducer<S> } & _Selectors<N, S>;
  function createFeature<N extends string, S, E>(config: {
    name: N;
    reducer: ActionReducer<S>;
    extraSelectors: (base: _Selectors<N, S>) => E;
  }): _Feature<N, S> & E;
  function createFeature<N extends string, S>(config: { name: N; reducer: ActionReducer<S> }): _Feature<N, S>;
  class Store<T = object> extends Observable<T> {
    select<R>(selector: (state: T, ...rest: any[]) => R, ...rest: any[]): Observable<R>;
    select<K extends keyof T>(key: K): Observable<T[K]>;
    selectSignal<R>(selector: (state: T) => R, options?: any): Signal<R>;
    dispatch(action: any): void;
    next(action: any): void;
  }
  function select<T, R>(selector: (state: T, ...rest: any[]) => R, ...rest: any[]): (source: Observable<T>) => Observable<R>;
}
declare module "@ngrx/effects" {
  import { Observable } from "rxjs";
  import { Action } from "@ngrx/store";
  class Actions<V = Action> extends Observable<V> {}
  type _Payload<C> = C extends (...args: any[]) => infer A ? A : any;
  function ofType<A>(a: A): (source: Observable<any>) => Observable<_Payload<A>>;
  function ofType<A, B>(a: A, b: B): (source: Observable<any>) => Observable<_Payload<A> | _Payload<B>>;
  function ofType<A, B, C>(
    a: A,
    b: B,
    c: C
  ): (source: Observable<any>) => Observable<_Payload<A> | _Payload<B> | _Payload<C>>;
  function createEffect<R>(source: () => R, config?: any): R;
}
declare module "@ngrx/operators" {
  import { Observable, MonoTypeOperatorFunction, ObservableInput, OperatorFunction } from "rxjs";
  function tapResponse<T>(observer: {
    next: (value: T) => void;
    error: (error: any) => void;
    complete?: () => void;
    finalize?: () => void;
  }): MonoTypeOperatorFunction<T>;
  function tapResponse<T>(
    next: (value: T) => void,
    error: (error: any) => void,
    complete?: () => void
  ): MonoTypeOperatorFunction<T>;
  function mapResponse<T, A, B>(observer: {
    next: (value: T) => A;
    error: (error: any) => B;
  }): OperatorFunction<T, A | B>;
  function concatLatestFrom<T, R>(project: (value: T) => Observable<R>): OperatorFunction<T, [T, R]>;
  function concatLatestFrom<T, A, B>(
    project: (value: T) => [Observable<A>, Observable<B>]
  ): OperatorFunction<T, [T, A, B]>;
}
declare module "@ngrx/component-store" {
  import { Observable } from "rxjs";
  import { Signal } from "@angular/core";
  class ComponentStore<T> {
    constructor(initial?: T);
    readonly state$: Observable<T>;
    readonly state: Signal<T>;
    readonly destroy$: Observable<void>;
    select<R>(project: (state: T) => R, config?: any): Observable<R>;
    select<A, R>(a: Observable<A>, project: (a: A) => R, config?: any): Observable<R>;
    select<A, B, R>(a: Observable<A>, b: Observable<B>, project: (a: A, b: B) => R, config?: any): Observable<R>;
    select<A, B, C, R>(
      a: Observable<A>,
      b: Observable<B>,
      c: Observable<C>,
      project: (a: A, b: B, c: C) => R,
      config?: any
    ): Observable<R>;
    selectSignal<R>(project: (state: T) => R, options?: any): Signal<R>;
    updater<V>(update: (state: T, value: V) => T): (value?: V | Observable<V>) => any;
    effect<V>(generator: (source: Observable<V>) => Observable<any>): (value?: V | Observable<V>) => any;
    setState(state: T | ((state: T) => T)): void;
    patchState(partial: Partial<T> | Observable<Partial<T>> | ((state: T) => Partial<T>)): void;
    get(): T;
    get<R>(project: (state: T) => R): R;
  }
  function tapResponse<T>(
    next: (value: T) => void,
    error: (error: any) => void,
    complete?: () => void
  ): (source: Observable<T>) => Observable<T>;
}
declare module "@ngrx/entity" {
  interface Dictionary<T> {
    [id: string]: T | undefined;
  }
  interface EntityState<T> {
    ids: string[] | number[];
    entities: Dictionary<T>;
  }
  interface Update<T> {
    id: any;
    changes: Partial<T>;
  }
  interface EntitySelectors<T, V> {
    selectIds: (state: V) => string[] | number[];
    selectEntities: (state: V) => Dictionary<T>;
    selectAll: (state: V) => T[];
    selectTotal: (state: V) => number;
  }
  interface EntityAdapter<T> {
    selectId: (model: T) => any;
    sortComparer: any;
    getInitialState(): EntityState<T>;
    getInitialState<S>(state: S, entities?: any): EntityState<T> & S;
    getSelectors(): EntitySelectors<T, EntityState<T>>;
    getSelectors<V>(select: (state: V) => EntityState<T>): EntitySelectors<T, V>;
    addOne<S>(entity: T, state: S): S;
    addMany<S>(entities: T[], state: S): S;
    setAll<S>(entities: T[], state: S): S;
    setOne<S>(entity: T, state: S): S;
    setMany<S>(entities: T[], state: S): S;
    removeOne<S>(key: any, state: S): S;
    removeMany<S>(keys: any, state: S): S;
    removeAll<S>(state: S): S;
    updateOne<S>(update: Update<T>, state: S): S;
    updateMany<S>(updates: Update<T>[], state: S): S;
    upsertOne<S>(entity: T, state: S): S;
    upsertMany<S>(entities: T[], state: S): S;
    mapOne<S>(map: { id: any; map: (entity: T) => T }, state: S): S;
    map<S>(map: (entity: T) => T, state: S): S;
  }
  function createEntityAdapter<T>(options?: {
    selectId?: (model: T) => any;
    sortComparer?: false | ((a: T, b: T) => number);
  }): EntityAdapter<T>;
}
declare module "@ngrx/signals" {
  import { Signal, Type } from "@angular/core";
  type _Signals<S> = { [K in keyof S]: DeepSignal<S[K]> };
  type DeepSignal<T> = Signal<T> & _Signals<T>;
  interface StateSource<S> {
    _state: S;
  }
  type SignalState<S> = DeepSignal<S> & StateSource<S>;
  // A part of a store that has I already; the store has O then.
  interface SignalStoreFeature<I = {}, O = {}> {
    _given: I;
    _made: O;
  }
  interface _Config {
    providedIn?: any;
    protectedState?: boolean;
  }
  function signalStore<A>(a: SignalStoreFeature<{}, A>): Type<A>;
  function signalStore<A, B>(
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>
  ): Type<A & B>;
  function signalStore<A, B, C>(
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>
  ): Type<A & B & C>;
  function signalStore<A, B, C, D>(
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>
  ): Type<A & B & C & D>;
  function signalStore<A, B, C, D, E>(
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>,
    e: SignalStoreFeature<A & B & C & D, E>
  ): Type<A & B & C & D & E>;
  function signalStore<A, B, C, D, E, F>(
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>,
    e: SignalStoreFeature<A & B & C & D, E>,
    f: SignalStoreFeature<A & B & C & D & E, F>
  ): Type<A & B & C & D & E & F>;
  function signalStore<A, B, C, D, E, F, G>(
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>,
    e: SignalStoreFeature<A & B & C & D, E>,
    f: SignalStoreFeature<A & B & C & D & E, F>,
    g: SignalStoreFeature<A & B & C & D & E & F, G>
  ): Type<A & B & C & D & E & F & G>;
  function signalStore<A, B, C, D, E, F, G, H>(
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>,
    e: SignalStoreFeature<A & B & C & D, E>,
    f: SignalStoreFeature<A & B & C & D & E, F>,
    g: SignalStoreFeature<A & B & C & D & E & F, G>,
    h: SignalStoreFeature<A & B & C & D & E & F & G, H>
  ): Type<A & B & C & D & E & F & G & H>;
  function signalStore<A>(
    config: _Config,
    a: SignalStoreFeature<{}, A>
  ): Type<A>;
  function signalStore<A, B>(
    config: _Config,
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>
  ): Type<A & B>;
  function signalStore<A, B, C>(
    config: _Config,
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>
  ): Type<A & B & C>;
  function signalStore<A, B, C, D>(
    config: _Config,
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>
  ): Type<A & B & C & D>;
  function signalStore<A, B, C, D, E>(
    config: _Config,
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>,
    e: SignalStoreFeature<A & B & C & D, E>
  ): Type<A & B & C & D & E>;
  function signalStore<A, B, C, D, E, F>(
    config: _Config,
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>,
    e: SignalStoreFeature<A & B & C & D, E>,
    f: SignalStoreFeature<A & B & C & D & E, F>
  ): Type<A & B & C & D & E & F>;
  function signalStore<A, B, C, D, E, F, G>(
    config: _Config,
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>,
    e: SignalStoreFeature<A & B & C & D, E>,
    f: SignalStoreFeature<A & B & C & D & E, F>,
    g: SignalStoreFeature<A & B & C & D & E & F, G>
  ): Type<A & B & C & D & E & F & G>;
  function signalStore<A, B, C, D, E, F, G, H>(
    config: _Config,
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>,
    e: SignalStoreFeature<A & B & C & D, E>,
    f: SignalStoreFeature<A & B & C & D & E, F>,
    g: SignalStoreFeature<A & B & C & D & E & F, G>,
    h: SignalStoreFeature<A & B & C & D & E & F & G, H>
  ): Type<A & B & C & D & E & F & G & H>;
  function signalStoreFeature<A>(
    a: SignalStoreFeature<{}, A>
  ): SignalStoreFeature<{}, A>;
  function signalStoreFeature<A, B>(
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>
  ): SignalStoreFeature<{}, A & B>;
  function signalStoreFeature<A, B, C>(
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>
  ): SignalStoreFeature<{}, A & B & C>;
  function signalStoreFeature<A, B, C, D>(
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>
  ): SignalStoreFeature<{}, A & B & C & D>;
  function signalStoreFeature<A, B, C, D, E>(
    a: SignalStoreFeature<{}, A>,
    b: SignalStoreFeature<A, B>,
    c: SignalStoreFeature<A & B, C>,
    d: SignalStoreFeature<A & B & C, D>,
    e: SignalStoreFeature<A & B & C & D, E>
  ): SignalStoreFeature<{}, A & B & C & D & E>;
  function withState<S>(state: S | (() => S)): SignalStoreFeature<{}, _Signals<S> & StateSource<S>>;
  function withMethods<I, M>(methods: (store: I) => M): SignalStoreFeature<I, M>;
  function withComputed<I, M>(made: (store: I) => M): SignalStoreFeature<I, M>;
  function withProps<I, M>(made: (store: I) => M): SignalStoreFeature<I, M>;
  function withHooks<I>(hooks: { onInit?: (store: I) => void; onDestroy?: (store: I) => void }): SignalStoreFeature<I, {}>;
  function withHooks<I>(hooks: (store: I) => any): SignalStoreFeature<I, {}>;
  function withFeature<I, M>(made: (store: I) => SignalStoreFeature<I, M>): SignalStoreFeature<I, M>;
  function patchState<S>(
    store: StateSource<S>,
    ...updaters: (Partial<S> | ((state: S) => Partial<S>))[]
  ): void;
  function getState<S>(store: StateSource<S>): S;
  function watchState<S>(store: StateSource<S>, watcher: (state: S) => void, config?: any): any;
  function signalState<S>(initial: S): SignalState<S>;
  function deepComputed<T>(compute: () => T): DeepSignal<T>;
  function type<T>(): T;
}
declare module "@ngrx/signals/rxjs-interop" {
  import { Observable } from "rxjs";
  import { Signal } from "@angular/core";
  function rxMethod<V>(
    generator: (source: Observable<V>) => Observable<any>,
    config?: any
  ): (input?: V | Observable<V> | Signal<V> | (() => V), config?: any) => any;
}
declare module "@ngrx/signals/entities" {
  import { Signal } from "@angular/core";
  import { SignalStoreFeature, StateSource } from "@ngrx/signals";
  interface EntityState<T> {
    entityMap: { [id: string]: T };
    ids: (string | number)[];
  }
  interface _Entities<T> {
    entities: Signal<T[]>;
    entityMap: Signal<{ [id: string]: T }>;
    ids: Signal<(string | number)[]>;
  }
  type _Named<N extends string, T> = {
    [K in keyof _Entities<T> as `${N}${Capitalize<K>}`]: _Entities<T>[K];
  };
  function withEntities<T, N extends string>(config: { entity: T; collection: N; selectId?: any }): SignalStoreFeature<
    {},
    _Named<N, T> & StateSource<any>
  >;
  function withEntities<T>(config?: { entity: T; selectId?: any }): SignalStoreFeature<
    {},
    _Entities<T> & StateSource<EntityState<T>>
  >;
  function addEntity<T>(entity: T, config?: any): (state: any) => any;
  function addEntities<T>(entities: T[], config?: any): (state: any) => any;
  function setEntity<T>(entity: T, config?: any): (state: any) => any;
  function setEntities<T>(entities: T[], config?: any): (state: any) => any;
  function setAllEntities<T>(entities: T[], config?: any): (state: any) => any;
}
