// RxJS and Angular: observables, HttpClient, signals, inputs.

declare module "rxjs" {
  type ObservableInput<T> = Observable<T> | Promise<T> | Iterable<T>;
  type ObservedValueOf<O> = O extends ObservableInput<infer T> ? T : never;
  type OperatorFunction<T, R> = (source: Observable<T>) => Observable<R>;
  type MonoTypeOperatorFunction<T> = (source: Observable<T>) => Observable<T>;
  interface Subscription {
    unsubscribe(): void;
    add(teardown: any): void;
    closed: boolean;
  }
  interface Observer<T> {
    next: (value: T) => void;
    error: (error: any) => void;
    complete: () => void;
  }
  interface _PartialObserver<T> {
    next?: (value: T) => void;
    error?: (error: any) => void;
    complete?: () => void;
  }
  class Observable<T> {
    constructor(subscribe?: (subscriber: any) => any);
    subscribe(
      next?: ((value: T) => void) | null,
      error?: ((error: any) => void) | null,
      complete?: (() => void) | null
    ): Subscription;
    subscribe(observer: _PartialObserver<T>): Subscription;
    pipe(): Observable<T>;
    pipe<A>(a: OperatorFunction<T, A>): Observable<A>;
    pipe<A, B>(a: OperatorFunction<T, A>, b: OperatorFunction<A, B>): Observable<B>;
    pipe<A, B, C>(
      a: OperatorFunction<T, A>,
      b: OperatorFunction<A, B>,
      c: OperatorFunction<B, C>
    ): Observable<C>;
    pipe<A, B, C, D>(
      a: OperatorFunction<T, A>,
      b: OperatorFunction<A, B>,
      c: OperatorFunction<B, C>,
      d: OperatorFunction<C, D>
    ): Observable<D>;
    pipe<A, B, C, D, E>(
      a: OperatorFunction<T, A>,
      b: OperatorFunction<A, B>,
      c: OperatorFunction<B, C>,
      d: OperatorFunction<C, D>,
      e: OperatorFunction<D, E>
    ): Observable<E>;
    pipe<A, B, C, D, E, F>(
      a: OperatorFunction<T, A>,
      b: OperatorFunction<A, B>,
      c: OperatorFunction<B, C>,
      d: OperatorFunction<C, D>,
      e: OperatorFunction<D, E>,
      f: OperatorFunction<E, F>
    ): Observable<F>;
    pipe<A, B, C, D, E, F, G>(
      a: OperatorFunction<T, A>,
      b: OperatorFunction<A, B>,
      c: OperatorFunction<B, C>,
      d: OperatorFunction<C, D>,
      e: OperatorFunction<D, E>,
      f: OperatorFunction<E, F>,
      g: OperatorFunction<F, G>
    ): Observable<G>;
    pipe<A, B, C, D, E, F, G, H>(
      a: OperatorFunction<T, A>,
      b: OperatorFunction<A, B>,
      c: OperatorFunction<B, C>,
      d: OperatorFunction<C, D>,
      e: OperatorFunction<D, E>,
      f: OperatorFunction<E, F>,
      g: OperatorFunction<F, G>,
      h: OperatorFunction<G, H>
    ): Observable<H>;
    pipe<A, B, C, D, E, F, G, H, I>(
      a: OperatorFunction<T, A>,
      b: OperatorFunction<A, B>,
      c: OperatorFunction<B, C>,
      d: OperatorFunction<C, D>,
      e: OperatorFunction<D, E>,
      f: OperatorFunction<E, F>,
      g: OperatorFunction<F, G>,
      h: OperatorFunction<G, H>,
      i: OperatorFunction<H, I>
    ): Observable<I>;
    toPromise(): Promise<T | undefined>;
    forEach(next: (value: T) => void): Promise<void>;
  }
  class Subject<T> extends Observable<T> {
    constructor();
    next(value: T): void;
    error(error: any): void;
    complete(): void;
    asObservable(): Observable<T>;
    observers: any[];
    closed: boolean;
    unsubscribe(): void;
  }
  class BehaviorSubject<T> extends Subject<T> {
    constructor(value: T);
    readonly value: T;
    getValue(): T;
  }
  class ReplaySubject<T> extends Subject<T> {
    constructor(size?: number, time?: number);
  }
  class AsyncSubject<T> extends Subject<T> {}
  function pipe<T, A>(a: OperatorFunction<T, A>): OperatorFunction<T, A>;
  function pipe<T, A, B>(a: OperatorFunction<T, A>, b: OperatorFunction<A, B>): OperatorFunction<T, B>;
  function pipe<T, A, B, C>(
    a: OperatorFunction<T, A>,
    b: OperatorFunction<A, B>,
    c: OperatorFunction<B, C>
  ): OperatorFunction<T, C>;
  function pipe<T, A, B, C, D>(
    a: OperatorFunction<T, A>,
    b: OperatorFunction<A, B>,
    c: OperatorFunction<B, C>,
    d: OperatorFunction<C, D>
  ): OperatorFunction<T, D>;
  function pipe<T, A, B, C, D, E>(
    a: OperatorFunction<T, A>,
    b: OperatorFunction<A, B>,
    c: OperatorFunction<B, C>,
    d: OperatorFunction<C, D>,
    e: OperatorFunction<D, E>
  ): OperatorFunction<T, E>;
  function pipe<T, A, B, C, D, E, F>(
    a: OperatorFunction<T, A>,
    b: OperatorFunction<A, B>,
    c: OperatorFunction<B, C>,
    d: OperatorFunction<C, D>,
    e: OperatorFunction<D, E>,
    f: OperatorFunction<E, F>
  ): OperatorFunction<T, F>;
  function pipe<T, A, B, C, D, E, F, G>(
    a: OperatorFunction<T, A>,
    b: OperatorFunction<A, B>,
    c: OperatorFunction<B, C>,
    d: OperatorFunction<C, D>,
    e: OperatorFunction<D, E>,
    f: OperatorFunction<E, F>,
    g: OperatorFunction<F, G>
  ): OperatorFunction<T, G>;
  function pipe<T, A, B, C, D, E, F, G, H>(
    a: OperatorFunction<T, A>,
    b: OperatorFunction<A, B>,
    c: OperatorFunction<B, C>,
    d: OperatorFunction<C, D>,
    e: OperatorFunction<D, E>,
    f: OperatorFunction<E, F>,
    g: OperatorFunction<F, G>,
    h: OperatorFunction<G, H>
  ): OperatorFunction<T, H>;
  function of<T>(...values: T[]): Observable<T>;
  function from<T>(input: ObservableInput<T>): Observable<T>;
  function defer<T>(factory: () => ObservableInput<T>): Observable<T>;
  function firstValueFrom<T>(source: Observable<T>, config?: any): Promise<T>;
  function lastValueFrom<T>(source: Observable<T>, config?: any): Promise<T>;
  function throwError(factory: any): Observable<never>;
  function timer(due: any, period?: number): Observable<number>;
  function interval(period: number): Observable<number>;
  function fromEvent<T = any>(target: any, name: string, options?: any): Observable<T>;
  function merge<A>(...sources: Observable<A>[]): Observable<A>;
  function concat<A>(...sources: Observable<A>[]): Observable<A>;
  function race<A>(...sources: Observable<A>[]): Observable<A>;
  function iif<A, B>(condition: () => boolean, yes: Observable<A>, no: Observable<B>): Observable<A | B>;
  function forkJoin<A extends readonly unknown[] | []>(
    sources: A
  ): Observable<{ -readonly [K in keyof A]: ObservedValueOf<A[K]> }>;
  function forkJoin<O>(sources: O): Observable<{ [K in keyof O]: ObservedValueOf<O[K]> }>;
  function forkJoin<A, B>(
    a: ObservableInput<A>,
    b: ObservableInput<B>
  ): Observable<[A, B]>;
  function forkJoin<A, B, C>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>
  ): Observable<[A, B, C]>;
  function forkJoin<A, B, C, D>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>,
    d: ObservableInput<D>
  ): Observable<[A, B, C, D]>;
  function forkJoin<A, B, C, D, E>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>,
    d: ObservableInput<D>,
    e: ObservableInput<E>
  ): Observable<[A, B, C, D, E]>;
  function forkJoin<A, B, C, D, E, F>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>,
    d: ObservableInput<D>,
    e: ObservableInput<E>,
    f: ObservableInput<F>
  ): Observable<[A, B, C, D, E, F]>;
  function combineLatest<A extends readonly unknown[] | []>(
    sources: A
  ): Observable<{ -readonly [K in keyof A]: ObservedValueOf<A[K]> }>;
  function combineLatest<O>(sources: O): Observable<{ [K in keyof O]: ObservedValueOf<O[K]> }>;
  function combineLatest<A, B>(
    a: ObservableInput<A>,
    b: ObservableInput<B>
  ): Observable<[A, B]>;
  function combineLatest<A, B, C>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>
  ): Observable<[A, B, C]>;
  function combineLatest<A, B, C, D>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>,
    d: ObservableInput<D>
  ): Observable<[A, B, C, D]>;
  function combineLatest<A, B, C, D, E>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>,
    d: ObservableInput<D>,
    e: ObservableInput<E>
  ): Observable<[A, B, C, D, E]>;
  function combineLatest<A, B, C, D, E, F>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>,
    d: ObservableInput<D>,
    e: ObservableInput<E>,
    f: ObservableInput<F>
  ): Observable<[A, B, C, D, E, F]>;
  function zip<A extends readonly unknown[] | []>(
    sources: A
  ): Observable<{ -readonly [K in keyof A]: ObservedValueOf<A[K]> }>;
  function zip<A, B>(
    a: ObservableInput<A>,
    b: ObservableInput<B>
  ): Observable<[A, B]>;
  function zip<A, B, C>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>
  ): Observable<[A, B, C]>;
  function zip<A, B, C, D>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>,
    d: ObservableInput<D>
  ): Observable<[A, B, C, D]>;
  function zip<A, B, C, D, E>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>,
    d: ObservableInput<D>,
    e: ObservableInput<E>
  ): Observable<[A, B, C, D, E]>;
  function zip<A, B, C, D, E, F>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>,
    d: ObservableInput<D>,
    e: ObservableInput<E>,
    f: ObservableInput<F>
  ): Observable<[A, B, C, D, E, F]>;
  const EMPTY: Observable<never>;
  const NEVER: Observable<never>;
  function map<T, R>(project: (value: T, index: number) => R, thisArg?: any): OperatorFunction<T, R>;
  function switchMap<T, R>(
    project: (value: T, index: number) => ObservableInput<R>
  ): OperatorFunction<T, R>;
  function switchMapTo<T, R>(inner: ObservableInput<R>): OperatorFunction<T, R>;
  function mergeMapTo<T, R>(inner: ObservableInput<R>): OperatorFunction<T, R>;
  function concatMapTo<T, R>(inner: ObservableInput<R>): OperatorFunction<T, R>;
  function mergeMap<T, R>(
    project: (value: T, index: number) => ObservableInput<R>,
    concurrent?: number
  ): OperatorFunction<T, R>;
  function concatMap<T, R>(
    project: (value: T, index: number) => ObservableInput<R>
  ): OperatorFunction<T, R>;
  function exhaustMap<T, R>(
    project: (value: T, index: number) => ObservableInput<R>
  ): OperatorFunction<T, R>;
  function filter<T, S extends T>(
    predicate: (value: T, index: number) => value is S
  ): OperatorFunction<T, S>;
  function filter<T>(predicate: (value: T, index: number) => unknown): MonoTypeOperatorFunction<T>;
  function find<T>(
    predicate: (value: T, index: number) => unknown
  ): OperatorFunction<T, T | undefined>;
  function tap<T>(next?: ((value: T) => void) | _PartialObserver<T> | null): MonoTypeOperatorFunction<T>;
  function catchError<T, R>(
    selector: (error: any, caught: Observable<T>) => ObservableInput<R>
  ): OperatorFunction<T, T | R>;
  function finalize<T>(callback: () => void): MonoTypeOperatorFunction<T>;
  function take<T>(count: number): MonoTypeOperatorFunction<T>;
  function takeUntil<T>(notifier: any): MonoTypeOperatorFunction<T>;
  function takeWhile<T, S extends T>(predicate: (value: T, index: number) => value is S): OperatorFunction<T, S>;
  function takeWhile<T>(predicate: (value: T) => boolean, inclusive?: boolean): MonoTypeOperatorFunction<T>;
  function skip<T>(count: number): MonoTypeOperatorFunction<T>;
  function first<T, S extends T>(predicate: (value: T) => value is S, fallback?: any): OperatorFunction<T, S>;
  function first<T>(predicate?: ((value: T) => unknown) | null, fallback?: any): MonoTypeOperatorFunction<T>;
  function last<T>(predicate?: any, fallback?: any): MonoTypeOperatorFunction<T>;
  function delay<T>(due: any): MonoTypeOperatorFunction<T>;
  function debounceTime<T>(due: number): MonoTypeOperatorFunction<T>;
  function throttleTime<T>(due: number, ...rest: any[]): MonoTypeOperatorFunction<T>;
  function distinctUntilChanged<T>(compare?: (previous: T, current: T) => boolean): MonoTypeOperatorFunction<T>;
  function distinctUntilChanged<T, K>(
    compare: (previous: K, current: K) => boolean,
    key: (value: T) => K
  ): MonoTypeOperatorFunction<T>;
  function distinctUntilKeyChanged<T>(key: keyof T, compare?: any): MonoTypeOperatorFunction<T>;
  function distinct<T>(key?: (value: T) => any): MonoTypeOperatorFunction<T>;
  function shareReplay<T>(config?: any, time?: number): MonoTypeOperatorFunction<T>;
  function share<T>(config?: any): MonoTypeOperatorFunction<T>;
  function publishReplay<T>(size?: number): MonoTypeOperatorFunction<T>;
  function refCount<T>(): MonoTypeOperatorFunction<T>;
  function retry<T>(config?: any): MonoTypeOperatorFunction<T>;
  function timeout<T>(config: any): MonoTypeOperatorFunction<T>;
  function startWith<T, D>(...values: D[]): OperatorFunction<T, T | D>;
  function defaultIfEmpty<T, R>(value: R): OperatorFunction<T, T | R>;
  function withLatestFrom<T, A>(source: ObservableInput<A>): OperatorFunction<T, [T, A]>;
  function withLatestFrom<T, A, B>(
    a: ObservableInput<A>,
    b: ObservableInput<B>
  ): OperatorFunction<T, [T, A, B]>;
  function withLatestFrom<T, A, B, C>(
    a: ObservableInput<A>,
    b: ObservableInput<B>,
    c: ObservableInput<C>
  ): OperatorFunction<T, [T, A, B, C]>;
  function combineLatestWith<T, A>(a: ObservableInput<A>): OperatorFunction<T, [T, A]>;
  function combineLatestWith<T, A, B>(
    a: ObservableInput<A>,
    b: ObservableInput<B>
  ): OperatorFunction<T, [T, A, B]>;
  function mergeWith<T, A>(...sources: ObservableInput<A>[]): OperatorFunction<T, T | A>;
  function concatWith<T, A>(...sources: ObservableInput<A>[]): OperatorFunction<T, T | A>;
  function endWith<T, D>(...values: D[]): OperatorFunction<T, T | D>;
  function mapTo<T, R>(value: R): OperatorFunction<T, R>;
  function expand<T>(project: (value: T, index: number) => ObservableInput<T>): MonoTypeOperatorFunction<T>;
  function skipWhile<T>(predicate: (value: T, index: number) => boolean): MonoTypeOperatorFunction<T>;
  function skipUntil<T>(notifier: any): MonoTypeOperatorFunction<T>;
  function takeLast<T>(count: number): MonoTypeOperatorFunction<T>;
  function single<T>(predicate?: (value: T) => boolean): MonoTypeOperatorFunction<T>;
  function debounce<T>(selector: (value: T) => any): MonoTypeOperatorFunction<T>;
  function delayWhen<T>(selector: (value: T) => any): MonoTypeOperatorFunction<T>;
  function sampleTime<T>(period: number): MonoTypeOperatorFunction<T>;
  function repeat<T>(config?: any): MonoTypeOperatorFunction<T>;
  function retryWhen<T>(notifier: any): MonoTypeOperatorFunction<T>;
  function throwIfEmpty<T>(factory?: () => any): MonoTypeOperatorFunction<T>;
  function subscribeOn<T>(scheduler: any): MonoTypeOperatorFunction<T>;
  function every<T>(predicate: (value: T, index: number) => boolean): OperatorFunction<T, boolean>;
  function count<T>(predicate?: (value: T) => boolean): OperatorFunction<T, number>;
  function bufferTime<T>(span: number, ...rest: any[]): OperatorFunction<T, T[]>;
  function bufferCount<T>(size: number, every?: number): OperatorFunction<T, T[]>;
  function buffer<T>(notifier: any): OperatorFunction<T, T[]>;
  function scan<T, A>(accumulate: (acc: A, value: T, index: number) => A, seed: A): OperatorFunction<T, A>;
  function reduce<T, A>(accumulate: (acc: A, value: T, index: number) => A, seed: A): OperatorFunction<T, A>;
  function toArray<T>(): OperatorFunction<T, T[]>;
  function pairwise<T>(): OperatorFunction<T, [T, T]>;
  function mergeAll<T>(): OperatorFunction<Observable<T>, T>;
  function switchAll<T>(): OperatorFunction<Observable<T>, T>;
  function audit<T>(selector: any): MonoTypeOperatorFunction<T>;
  function auditTime<T>(due: number): MonoTypeOperatorFunction<T>;
  function observeOn<T>(scheduler: any): MonoTypeOperatorFunction<T>;
}
declare module "rxjs/operators" {
  export * from "rxjs";
}
declare module "@angular/common" {
  import { Observable } from "rxjs";
  import { DataSource } from "@angular/cdk/collections";
  interface KeyValue<K, V> {
    key: K;
    value: V;
  }
  type _Observed<T> = T extends Observable<infer V> ? V : T extends Promise<infer V> ? V : never;
  type _Entries<T> = T extends Map<infer K, infer V>
    ? KeyValue<K, V>[]
    : T extends { [key: string]: infer W } ? KeyValue<string, W>[] : KeyValue<string, T[keyof T]>[];
  // What each pipe of a template makes of a value of type T.
  interface _Pipes<T> {
    async: _Observed<T>;
    keyvalue: _Entries<T>;
    slice: T;
    date: string;
    number: string;
    currency: string;
    percent: string;
    json: string;
    uppercase: string;
    lowercase: string;
    titlecase: string;
    i18nPlural: string;
    i18nSelect: string;
    translate: string;
  }
  // What a template is given under a name, `DIRECTIVE:NAME`: an item of what the element around it
  // is bound to by this input. `ATTRIBUTE`: its value names a property of such an item.
  interface _Slots {
    "ngFor:$implicit": "ngForOf";
    "matCellDef:$implicit": "dataSource";
    "matRowDef:$implicit": "dataSource";
    "cdkCellDef:$implicit": "dataSource";
    "cdkRowDef:$implicit": "dataSource";
    "matTreeNodeDef:$implicit": "dataSource";
    "cdkTreeNodeDef:$implicit": "dataSource";
    "matColumnDef": "dataSource";
    "cdkColumnDef": "dataSource";
    "mat-sort-header": "dataSource";
    "matSortActive": "dataSource";
    "ng-option-tmp:item": "items";
    "ng-label-tmp:item": "items";
  }
  // Attributes whose value is a property's name and nothing else, which follows the property.
  interface _Keys {
    "bindLabel": "items";
    "bindValue": "items";
    "optionLabel": "options";
    "optionValue": "options";
    "dataKey": "value";
  }
  // Attributes of which the text is a property's name only where the element around has another
  // attribute: what a column is called names its rows' property where its header sorts by it.
  interface _Sorted {
    "matColumnDef": "mat-sort-header";
    "cdkColumnDef": "mat-sort-header";
  }
  // Whether an attribute of a library is a text of its own, or may name a property of a row:
  // `ATTRIBUTE`, all that begin with a word, `WORD*`, or all of some elements, `WORD-*:*`.
  interface _Texts {
    "nz*": "text";
    "nzColumnKey": "name";
    "nzLabelProperty": "name";
    "nzValueProperty": "name";
    "nz-icon:type": "text";
    "mat*": "text";
    "mat-*:*": "text";
    "matColumnDef": "name";
    "mat-sort-header": "name";
    "matSortActive": "name";
    "cdk*": "text";
    "cdkColumnDef": "name";
    "fx*": "text";
    "ngb*": "text";
    "ion-*:*": "text";
    "nb-*:*": "text";
    "cds-icon:*": "text";
    "clr-icon:*": "text";
    "fa-icon:*": "text";
    "router*": "text";
    "fragment": "text";
    "pTooltip": "text";
    "pTemplate": "text";
    "styleClass": "text";
    "inputId": "text";
    "icon": "text";
    "svgIcon": "text";
    "fontIcon": "text";
    "severity": "text";
    "color": "text";
    "translate": "text";
    "transloco": "text";
  }
  // The same of an element that shows a template in its content, `ELEMENT:ATTRIBUTE:NAME`.
  interface _Content {
    "p-table:pTemplate=body:$implicit": "value";
    "p-table:#body:$implicit": "value";
    "p-table:pTemplate=rowexpansion:$implicit": "value";
    "p-table:#rowexpansion:$implicit": "value";
    "p-table:pTemplate=groupheader:$implicit": "value";
    "p-table:#groupheader:$implicit": "value";
    "p-table:pTemplate=groupfooter:$implicit": "value";
    "p-table:#groupfooter:$implicit": "value";
    "p-dataView:pTemplate=listItem:$implicit": "value";
    "p-dataView:#listItem:$implicit": "value";
    "p-dataView:pTemplate=gridItem:$implicit": "value";
    "p-dataView:#gridItem:$implicit": "value";
    "p-dataview:pTemplate=listItem:$implicit": "value";
    "p-dataview:#listItem:$implicit": "value";
    "p-dataview:pTemplate=gridItem:$implicit": "value";
    "p-dataview:#gridItem:$implicit": "value";
    "p-carousel:pTemplate=item:$implicit": "value";
    "p-carousel:#item:$implicit": "value";
    "p-galleria:pTemplate=item:$implicit": "value";
    "p-galleria:#item:$implicit": "value";
    "p-galleria:pTemplate=thumbnail:$implicit": "value";
    "p-galleria:#thumbnail:$implicit": "value";
    "p-timeline:pTemplate=content:$implicit": "value";
    "p-timeline:#content:$implicit": "value";
    "p-timeline:pTemplate=opposite:$implicit": "value";
    "p-timeline:#opposite:$implicit": "value";
    "p-timeline:pTemplate=marker:$implicit": "value";
    "p-timeline:#marker:$implicit": "value";
    "p-orderList:pTemplate=item:$implicit": "value";
    "p-orderList:#item:$implicit": "value";
    "p-orderlist:pTemplate=item:$implicit": "value";
    "p-orderlist:#item:$implicit": "value";
    "p-dropdown:pTemplate=item:$implicit": "options";
    "p-dropdown:#item:$implicit": "options";
    "p-dropdown:pTemplate=selectedItem:$implicit": "options";
    "p-dropdown:#selectedItem:$implicit": "options";
    "p-select:pTemplate=item:$implicit": "options";
    "p-select:#item:$implicit": "options";
    "p-select:pTemplate=selectedItem:$implicit": "options";
    "p-select:#selectedItem:$implicit": "options";
    "p-listbox:pTemplate=item:$implicit": "options";
    "p-listbox:#item:$implicit": "options";
    "p-multiSelect:pTemplate=item:$implicit": "options";
    "p-multiSelect:#item:$implicit": "options";
    "p-multiselect:pTemplate=item:$implicit": "options";
    "p-multiselect:#item:$implicit": "options";
    "p-selectButton:pTemplate=item:$implicit": "options";
    "p-selectButton:#item:$implicit": "options";
    "p-selectbutton:pTemplate=item:$implicit": "options";
    "p-selectbutton:#item:$implicit": "options";
    "p-autoComplete:pTemplate=item:$implicit": "suggestions";
    "p-autoComplete:#item:$implicit": "suggestions";
    "p-autocomplete:pTemplate=item:$implicit": "suggestions";
    "p-autocomplete:#item:$implicit": "suggestions";
    "p-pickList:pTemplate=item:$implicit": "source";
    "p-pickList:#item:$implicit": "source";
    "p-picklist:pTemplate=item:$implicit": "source";
    "p-picklist:#item:$implicit": "source";
    "p-menu:pTemplate=item:$implicit": "model";
    "p-menu:#item:$implicit": "model";
    "p-menubar:pTemplate=item:$implicit": "model";
    "p-menubar:#item:$implicit": "model";
    "p-tieredMenu:pTemplate=item:$implicit": "model";
    "p-tieredMenu:#item:$implicit": "model";
    "p-tieredmenu:pTemplate=item:$implicit": "model";
    "p-tieredmenu:#item:$implicit": "model";
    "p-panelMenu:pTemplate=item:$implicit": "model";
    "p-panelMenu:#item:$implicit": "model";
    "p-panelmenu:pTemplate=item:$implicit": "model";
    "p-panelmenu:#item:$implicit": "model";
    "p-contextMenu:pTemplate=item:$implicit": "model";
    "p-contextMenu:#item:$implicit": "model";
    "p-contextmenu:pTemplate=item:$implicit": "model";
    "p-contextmenu:#item:$implicit": "model";
    "p-breadcrumb:pTemplate=item:$implicit": "model";
    "p-breadcrumb:#item:$implicit": "model";
    "p-steps:pTemplate=item:$implicit": "model";
    "p-steps:#item:$implicit": "model";
    "p-dock:pTemplate=item:$implicit": "model";
    "p-dock:#item:$implicit": "model";
    "p-virtualScroller:pTemplate=item:$implicit": "items";
    "p-virtualScroller:#item:$implicit": "items";
    "p-virtualscroller:pTemplate=item:$implicit": "items";
    "p-virtualscroller:#item:$implicit": "items";
    "ngx-datatable:ngx-datatable-cell-template:row": "rows";
  }
  // What a reference to an element has, `ELEMENT:INPUT`, whose input is given a value of type T.
  interface _References<T> {
    "virtual-scroller:items": { viewPortItems: T; viewPortInfo: any };
    "nz-table:nzData": { data: T };
    "mat-select:value": { value: T; selected: any; panelOpen: boolean };
  }
  // What an event of a library's element hands on, `ELEMENT:EVENT` or `ATTRIBUTE:EVENT`. T: what
  // is picked of it, the union of the values of its choices.
  interface _Events<T> {
    "mat-select:selectionChange": { source: any; value: T };
    "mat-autocomplete:optionSelected": { source: any; option: { value: T; viewValue: string; selected: boolean } };
    "mat-radio-group:change": { source: any; value: T };
    "mat-radio-button:change": { source: any; value: any };
    "mat-button-toggle-group:change": { source: any; value: T };
    "mat-button-toggle:change": { source: any; value: any };
    "mat-chip-listbox:change": { source: any; value: T };
    "mat-chip-list:change": { source: any; value: T };
    "mat-checkbox:change": { source: any; checked: boolean };
    "mat-slide-toggle:change": { source: any; checked: boolean };
    "mat-slider:change": { source: any; value: number };
    "mat-slider:input": { source: any; value: number };
    "mat-option:onSelectionChange": { source: { value: any; viewValue: string; selected: boolean }; isUserInput: boolean };
    "mat-selection-list:selectionChange": { source: any; options: { value: T; selected: boolean }[] };
    "mat-paginator:page": _Page;
    "matSort:matSortChange": { active: string; direction: string };
    "mat-tab-group:selectedTabChange": { index: number; tab: any };
    "mat-stepper:selectionChange": { selectedIndex: number; previouslySelectedIndex: number; selectedStep: any };
    "matDatepicker:dateChange": { value: any; target: any; targetElement: HTMLElement };
    "matDatepicker:dateInput": { value: any; target: any; targetElement: HTMLElement };
    "matStartDate:dateChange": { value: any; target: any; targetElement: HTMLElement };
    "matEndDate:dateChange": { value: any; target: any; targetElement: HTMLElement };
    "matChipInputFor:matChipInputTokenEnd": { value: string; input: HTMLInputElement; chipInput: any };
    "mat-chip-row:edited": { value: string; chip: any };
    "cdkDropList:cdkDropListDropped": _Dropped;
    "cdkDropListGroup:cdkDropListDropped": _Dropped;
    "p-dropdown:onChange": { value: any; originalEvent: Event };
    "p-select:onChange": { value: any; originalEvent: Event };
    "p-multiSelect:onChange": { value: any; itemValue: any; originalEvent: Event };
    "p-multiselect:onChange": { value: any; itemValue: any; originalEvent: Event };
    "p-listbox:onChange": { value: any; originalEvent: Event };
    "p-selectButton:onChange": { value: any; originalEvent: Event };
    "p-selectbutton:onChange": { value: any; originalEvent: Event };
    "p-inputNumber:onInput": { value: any; formattedValue: string; originalEvent: Event };
    "p-inputnumber:onInput": { value: any; formattedValue: string; originalEvent: Event };
    "p-rating:onRate": { value: number; originalEvent: Event };
    "p-slider:onChange": { value: number; values: number[]; event: Event };
    "p-slider:onSlideEnd": { value: number; values: number[]; originalEvent: Event };
    "p-checkbox:onChange": { checked: any; originalEvent: Event };
    "p-inputSwitch:onChange": { checked: boolean; originalEvent: Event };
    "p-toggleSwitch:onChange": { checked: boolean; originalEvent: Event };
    "p-toggleswitch:onChange": { checked: boolean; originalEvent: Event };
    "p-autoComplete:completeMethod": { query: string; originalEvent: Event };
    "p-autocomplete:completeMethod": { query: string; originalEvent: Event };
    "p-autoComplete:onSelect": { value: any; originalEvent: Event };
    "p-autocomplete:onSelect": { value: any; originalEvent: Event };
    "p-paginator:onPageChange": { page: number; first: number; rows: number; pageCount: number };
    "p-table:onPage": { first: number; rows: number };
    "p-table:onLazyLoad": { first: number; rows: number; sortField: any; sortOrder: number; filters: any; globalFilter: any };
  }
  interface _Page {
    length: number;
    pageIndex: number;
    pageSize: number;
    previousPageIndex: number;
  }
  interface _Dropped {
    previousIndex: number;
    currentIndex: number;
    item: { data: any; element: any };
    container: { data: any; id: string };
    previousContainer: { data: any; id: string };
    isPointerOverContainer: boolean;
    event: Event;
  }
  // Under which key the options of an opening have what is injected by a token.
  interface _Dialogs {
    MAT_DIALOG_DATA: "data";
    MAT_BOTTOM_SHEET_DATA: "data";
    MAT_SNACK_BAR_DATA: "data";
    DIALOG_DATA: "data";
    NZ_MODAL_DATA: "nzData";
    NZ_DRAWER_DATA: "nzData";
  }
  // The choices of an element, and the input by which each says its value.
  interface _Choices {
    "mat-select": "mat-option:value";
    "mat-autocomplete": "mat-option:value";
    "mat-radio-group": "mat-radio-button:value";
    "mat-button-toggle-group": "mat-button-toggle:value";
    "mat-chip-listbox": "mat-chip-option:value";
    "mat-chip-list": "mat-chip:value";
    "mat-selection-list": "mat-list-option:value";
  }
  type _Rows<T> = T extends DataSource<infer R> ? R[] : T extends Observable<infer V> ? V : T;
}
declare module "@angular/cdk/collections" {
  import { Observable, Subject } from "rxjs";
  abstract class DataSource<T> {
    abstract connect(viewer: any): Observable<readonly T[]>;
    abstract disconnect(viewer: any): void;
  }
  interface SelectionChange<T> {
    source: SelectionModel<T>;
    added: T[];
    removed: T[];
  }
  class SelectionModel<T> {
    constructor(multiple?: boolean, initial?: T[], emitChanges?: boolean, compare?: (a: T, b: T) => boolean);
    readonly selected: T[];
    readonly changed: Subject<SelectionChange<T>>;
    select(...values: T[]): boolean | void;
    deselect(...values: T[]): boolean | void;
    setSelection(...values: T[]): boolean | void;
    toggle(value: T): boolean | void;
    clear(flush?: boolean): boolean | void;
    isSelected(value: T): boolean;
    isEmpty(): boolean;
    hasValue(): boolean;
    sort(predicate?: (a: T, b: T) => number): void;
    isMultipleSelection(): boolean;
  }
}
declare module "@angular/material/tree" {
  import { DataSource } from "@angular/cdk/collections";
  class MatTreeNestedDataSource<T> extends DataSource<T> {
    data: T[];
  }
  class MatTreeFlattener<T, F> {
    constructor(
      transformFunction: (node: T, level: number) => F,
      getLevel: (node: F) => number,
      isExpandable: (node: F) => boolean,
      getChildren: (node: T) => any
    );
    flattenNodes(nodes: T[]): F[];
  }
  class MatTreeFlatDataSource<T, F> extends DataSource<F> {
    constructor(control: any, flattener: MatTreeFlattener<T, F>, data?: T[]);
    data: T[];
  }
}
declare module "@angular/cdk/tree" {
  class FlatTreeControl<T> {
    constructor(getLevel: (node: T) => number, isExpandable: (node: T) => boolean, options?: any);
    dataNodes: T[];
    expand(node: T): void;
    collapse(node: T): void;
    toggle(node: T): void;
    isExpanded(node: T): boolean;
    expandAll(): void;
    collapseAll(): void;
    getLevel: (node: T) => number;
  }
  class NestedTreeControl<T> {
    constructor(getChildren: (node: T) => any, options?: any);
    dataNodes: T[];
    expand(node: T): void;
    collapse(node: T): void;
    toggle(node: T): void;
    isExpanded(node: T): boolean;
    expandAll(): void;
    collapseAll(): void;
    getChildren: (node: T) => any;
  }
}
declare module "@angular/material/table" {
  import { DataSource } from "@angular/cdk/collections";
  class MatTableDataSource<T> extends DataSource<T> {
    constructor(data?: T[]);
    data: T[];
    filteredData: T[];
    filter: string;
    sort: any;
    paginator: any;
    filterPredicate: (data: T, filter: string) => boolean;
    sortingDataAccessor: (data: T, sortHeaderId: string) => string | number;
    sortData: (data: T[], sort: any) => T[];
  }
}
declare module "@angular/common/http" {
  import { Observable } from "rxjs";
  import { ResourceRef, Signal } from "@angular/core";
  class HttpHeaders {
    constructor(headers?: any);
    get(name: string): string | null;
    set(name: string, value: any): HttpHeaders;
    append(name: string, value: any): HttpHeaders;
    has(name: string): boolean;
  }
  class HttpParams {
    constructor(options?: any);
    get(name: string): string | null;
    set(name: string, value: any): HttpParams;
    append(name: string, value: any): HttpParams;
    has(name: string): boolean;
    delete(name: string, value?: any): HttpParams;
    keys(): string[];
    toString(): string;
  }
  class HttpResponse<T> {
    readonly body: T | null;
    readonly headers: HttpHeaders;
    readonly ok: boolean;
    readonly status: number;
    readonly statusText: string;
    readonly url: string | null;
  }
  /** One of several; what each has beside its type is only there in some. */
  interface HttpEvent<T> extends HttpResponse<T> {
    readonly type: any;
    readonly loaded: number;
    readonly total?: number;
    readonly partialText?: string;
  }
  class HttpErrorResponse {
    readonly error: any;
    readonly message: string;
    readonly name: string;
    readonly ok: boolean;
    readonly status: number;
    readonly statusText: string;
    readonly url: string | null;
  }
  interface _Plain {
    observe?: "body";
    headers?: any;
    params?: any;
    context?: any;
    reportProgress?: boolean;
    responseType?: "json";
    withCredentials?: boolean;
  }
  interface _Full extends _Other {
    observe: "response";
  }
  interface _Events extends _Other {
    observe: "events";
  }
  interface _Other {
    observe?: any;
    headers?: any;
    params?: any;
    context?: any;
    reportProgress?: boolean;
    responseType?: any;
    withCredentials?: boolean;
    body?: any;
  }
  class HttpClient {
    get(url: string, options: { responseType: "text" } & any): Observable<string>;
    get<T = any>(url: string, options: _Full): Observable<HttpResponse<T>>;
    get<T = any>(url: string, options: _Events): Observable<HttpEvent<T>>;
    get<T = any>(url: string, options?: _Plain): Observable<T>;
    get(url: string, options?: _Other): Observable<any>;
    post<T = any>(url: string, body: any, options: _Full): Observable<HttpResponse<T>>;
    post<T = any>(url: string, body: any, options: _Events): Observable<HttpEvent<T>>;
    post<T = any>(url: string, body: any, options?: _Plain): Observable<T>;
    post(url: string, body: any, options?: _Other): Observable<any>;
    put<T = any>(url: string, body: any, options: _Full): Observable<HttpResponse<T>>;
    put<T = any>(url: string, body: any, options: _Events): Observable<HttpEvent<T>>;
    put<T = any>(url: string, body: any, options?: _Plain): Observable<T>;
    put(url: string, body: any, options?: _Other): Observable<any>;
    patch<T = any>(url: string, body: any, options: _Full): Observable<HttpResponse<T>>;
    patch<T = any>(url: string, body: any, options: _Events): Observable<HttpEvent<T>>;
    patch<T = any>(url: string, body: any, options?: _Plain): Observable<T>;
    patch(url: string, body: any, options?: _Other): Observable<any>;
    delete<T = any>(url: string, options: _Full): Observable<HttpResponse<T>>;
    delete<T = any>(url: string, options: _Events): Observable<HttpEvent<T>>;
    delete<T = any>(url: string, options?: _Plain): Observable<T>;
    delete(url: string, options?: _Other): Observable<any>;
    head<T = any>(url: string, options?: any): Observable<T>;
    options<T = any>(url: string, options?: any): Observable<T>;
    request<T = any>(method: string, url: string, options: _Full): Observable<HttpResponse<T>>;
    request<T = any>(method: string, url: string, options: _Events): Observable<HttpEvent<T>>;
    request<T = any>(method: string, url: string, options?: any): Observable<T>;
    request<T = any>(request: any): Observable<any>;
  }
  interface HttpResourceRef<T> extends ResourceRef<T> {
    headers: Signal<HttpHeaders | undefined>;
    statusCode: Signal<number | undefined>;
    progress: Signal<any>;
  }
  function httpResource<T = unknown>(request: any, options: { defaultValue: any } & any): HttpResourceRef<T>;
  function httpResource<T = unknown>(request: any, options?: any): HttpResourceRef<T | undefined>;
}
declare module "@angular/core" {
  import { Observable } from "rxjs";
  interface Type<T> {
    new (...args: any[]): T;
  }
  interface AbstractType<T> {
    prototype: T;
  }
  class InjectionToken<T> {
    constructor(description: string, options?: any);
    _token: T;
  }
  class EventEmitter<T> extends Observable<T> {
    constructor(async?: boolean);
    emit(value?: T): void;
    next(value?: T): void;
  }
  interface Signal<T> {
    (): T;
  }
  interface WritableSignal<T> extends Signal<T> {
    set(value: T): void;
    update(update: (value: T) => T): void;
    asReadonly(): Signal<T>;
  }
  interface InputSignal<T> extends Signal<T> {}
  interface ModelSignal<T> extends WritableSignal<T> {
    subscribe(callback: (value: T) => void): any;
  }
  interface OutputEmitterRef<T> {
    emit(value: T): void;
    subscribe(callback: (value: T) => void): any;
  }
  interface _Input {
    <T>(initial: T, options?: any): InputSignal<T>;
    <T>(): InputSignal<T | undefined>;
    required<T>(options?: any): InputSignal<T>;
  }
  interface _Model {
    <T>(initial: T, options?: any): ModelSignal<T>;
    <T>(): ModelSignal<T | undefined>;
    required<T>(options?: any): ModelSignal<T>;
  }
  const input: _Input;
  const model: _Model;
  function output<T = void>(options?: any): OutputEmitterRef<T>;
  function signal<T>(initial: T, options?: any): WritableSignal<T>;
  function computed<T>(compute: () => T, options?: any): Signal<T>;
  function linkedSignal<T>(compute: () => T, options?: any): WritableSignal<T>;
  function linkedSignal<S, T>(options: {
    source: () => S;
    computation: (source: S, previous?: { source: S; value: T }) => T;
    equal?: any;
  }): WritableSignal<T>;
  function effect(callback: (cleanup: any) => void, options?: any): any;
  function untracked<T>(read: () => T): T;
  interface Resource<T> {
    value: Signal<T>;
    isLoading: Signal<boolean>;
    error: Signal<any>;
    status: Signal<any>;
    hasValue(): boolean;
  }
  interface ResourceRef<T> extends Resource<T> {
    value: WritableSignal<T>;
    set(value: T): void;
    update(update: (value: T) => T): void;
    asReadonly(): Resource<T>;
    reload(): boolean;
    destroy(): void;
  }
  interface ResourceLoaderParams<R> {
    params: R;
    request: R;
    previous: any;
    abortSignal: AbortSignal;
  }
  interface _Loaded<T, R> {
    request?: () => R;
    params?: () => R;
    loader: (params: ResourceLoaderParams<R>) => Promise<T>;
    [other: string]: any;
  }
  function resource<T, R>(options: _Loaded<T, R> & { defaultValue: any }): ResourceRef<T>;
  function resource<T, R>(options: _Loaded<T, R>): ResourceRef<T | undefined>;
  function inject<T>(token: InjectionToken<T>, options?: any): T;
  function inject<T>(token: { new (...args: any[]): T }, options?: any): T;
  function inject<T>(token: any, options?: any): T;
  class ElementRef<T = any> {
    nativeElement: T;
  }
  class QueryList<T> {
    readonly length: number;
    readonly first: T;
    readonly last: T;
    toArray(): T[];
    forEach(callback: (item: T, index: number) => void): void;
    map<U>(callback: (item: T, index: number) => U): U[];
    find(callback: (item: T, index: number) => boolean): T | undefined;
  }
  interface SimpleChange<T = any> {
    previousValue: T;
    currentValue: T;
    firstChange: boolean;
  }
  interface SimpleChanges {
    [name: string]: SimpleChange;
  }
  interface OnInit {
    ngOnInit(): void;
  }
  interface OnDestroy {
    ngOnDestroy(): void;
  }
  interface OnChanges {
    ngOnChanges(changes: SimpleChanges): void;
  }
  interface PipeTransform {
    transform(value: any, ...args: any[]): any;
  }
}
declare module "@angular/core/rxjs-interop" {
  import { Observable } from "rxjs";
  import { ResourceLoaderParams, ResourceRef, Signal } from "@angular/core";
  interface _Streamed<T, R> {
    request?: () => R;
    params?: () => R;
    stream?: (params: ResourceLoaderParams<R>) => Observable<T>;
    loader?: (params: ResourceLoaderParams<R>) => Observable<T>;
    [other: string]: any;
  }
  function rxResource<T, R>(options: _Streamed<T, R> & { defaultValue: any }): ResourceRef<T>;
  function rxResource<T, R>(options: _Streamed<T, R>): ResourceRef<T | undefined>;
  function toSignal<T>(source: Observable<T>, options: { initialValue: T } & any): Signal<T>;
  function toSignal<T>(source: Observable<T>, options?: any): Signal<T | undefined>;
  function toObservable<T>(source: Signal<T>, options?: any): Observable<T>;
  function takeUntilDestroyed<T>(ref?: any): (source: Observable<T>) => Observable<T>;
}
declare module "@angular/core/testing" {
  interface ComponentFixture<T> {
    componentInstance: T;
    nativeElement: any;
    debugElement: any;
    detectChanges(): void;
    whenStable(): Promise<any>;
    destroy(): void;
    componentRef: any;
  }
  interface _TestBed {
    createComponent<T>(component: { new (...args: any[]): T }): ComponentFixture<T>;
    inject<T>(token: { new (...args: any[]): T }, ...rest: any[]): T;
    configureTestingModule(options: any): _TestBed;
    compileComponents(): Promise<any>;
    overrideComponent(...args: any[]): _TestBed;
    overrideProvider(...args: any[]): _TestBed;
    runInInjectionContext<T>(fn: () => T): T;
  }
  const TestBed: _TestBed;
  function fakeAsync<T>(fn: T): T;
  function tick(ms?: number): void;
  function flush(): number;
}

declare module "@angular/forms" {
  import { Observable } from "rxjs";
  type _Control<T> = T extends AbstractControl<any> ? T : T extends [infer V, ...any[]] ? FormControl<V> : FormControl<T>;
  type _Value<C> = C extends AbstractControl<infer V> ? V : any;
  type _Values<C> = { [K in keyof C]: _Value<C[K]> };
  // Its keys are validators' names, none of them a property that a program declares.
  interface ValidationErrors {}
  class AbstractControl<T = any> {
    value: T;
    valid: boolean;
    invalid: boolean;
    dirty: boolean;
    touched: boolean;
    disabled: boolean;
    enabled: boolean;
    errors: ValidationErrors | null;
    parent: any;
    valueChanges: Observable<T>;
    statusChanges: Observable<any>;
    setValue(value: T, options?: any): void;
    patchValue(value: Partial<T>, options?: any): void;
    reset(value?: Partial<T>, options?: any): void;
    getRawValue(): T;
    get(path: any): AbstractControl<any> | null;
    enable(options?: any): void;
    disable(options?: any): void;
    markAsTouched(options?: any): void;
    markAsDirty(options?: any): void;
    markAsPristine(options?: any): void;
    setErrors(errors: any): void;
    hasError(code: string): boolean;
    updateValueAndValidity(options?: any): void;
  }
  class FormControl<T = any> extends AbstractControl<T> {
    constructor(value?: T, options?: any);
    defaultValue: T;
  }
  class FormGroup<C = any> extends AbstractControl<_Values<C>> {
    constructor(controls: C, options?: any);
    controls: C;
    addControl(name: string, control: any): void;
    removeControl(name: string): void;
    contains(name: string): boolean;
  }
  class FormArray<C = any> extends AbstractControl<_Value<C>[]> {
    constructor(controls: C[], options?: any);
    controls: C[];
    length: number;
    at(index: number): C;
    push(control: C): void;
    removeAt(index: number): void;
    clear(): void;
  }
  class UntypedFormGroup extends FormGroup<{ [name: string]: AbstractControl }> {}
  class UntypedFormControl extends FormControl<any> {}
  class UntypedFormArray extends FormArray<AbstractControl> {}
  class UntypedFormBuilder {
    group(controls: any, options?: any): UntypedFormGroup;
    control(value?: any, options?: any): FormControl<any>;
    array(controls: any[], options?: any): UntypedFormArray;
  }
  class FormBuilder {
    nonNullable: FormBuilder;
    group<T>(controls: T, options?: any): FormGroup<{ [K in keyof T]: _Control<T[K]> }>;
    control<T>(value: T, options?: any): FormControl<T>;
    array<T>(controls: T[], options?: any): FormArray<_Control<T>>;
  }
  class NonNullableFormBuilder extends FormBuilder {}
}
declare module "@angular/forms/signals" {
  import { Signal, WritableSignal } from "@angular/core";
  interface FieldState<T> {
    readonly value: WritableSignal<T>;
    readonly valid: Signal<boolean>;
    readonly invalid: Signal<boolean>;
    readonly dirty: Signal<boolean>;
    readonly touched: Signal<boolean>;
    readonly pending: Signal<boolean>;
    readonly disabled: Signal<boolean>;
    readonly readonly: Signal<boolean>;
    readonly hidden: Signal<boolean>;
    readonly required: Signal<boolean>;
    readonly submitting: Signal<boolean>;
    readonly errors: Signal<{ kind: string; message?: string }[]>;
    readonly name: Signal<string>;
    reset(value?: T): void;
    markAsTouched(): void;
    markAsDirty(): void;
  }
  type FieldTree<T> = (() => FieldState<T>) & (T extends (infer I)[] ? FieldTree<I>[] : { [K in keyof T]: FieldTree<T[K]> });
  interface _Paths<S> {
    _item: S;
  }
  type SchemaPathTree<T> = T extends (infer I)[] ? _Paths<SchemaPathTree<I>> : { [K in keyof T]: SchemaPathTree<T[K]> };
  function form<T>(model: WritableSignal<T>, options?: (path: SchemaPathTree<T>) => void, more?: any): FieldTree<T>;
  function schema<T>(rules: (path: SchemaPathTree<T>) => void): any;
  function applyEach<S>(path: _Paths<S>, rules: (item: S) => void): void;
  function applyWhen<P>(path: P, logic: (context: any) => boolean, rules: (path: P) => void): void;
}
declare module "@codewithdan/observable-store" {
  import { Observable } from "rxjs";
  class ObservableStore<T> {
    stateChanged: Observable<T>;
    globalStateChanged: Observable<any>;
    protected getState(deepClone?: boolean): T;
    protected setState(state: Partial<T> | ((state: T) => Partial<T>), action?: string, dispatch?: boolean): T;
  }
}
declare module "@angular/router" {
  import { Observable } from "rxjs";
  interface Params {
    [name: string]: any;
  }
  interface Data {
    [name: string]: any;
  }
  interface ParamMap {
    readonly keys: string[];
    has(name: string): boolean;
    get(name: string): string | null;
    getAll(name: string): string[];
  }
  class ActivatedRouteSnapshot {
    url: any[];
    params: Params;
    queryParams: Params;
    fragment: string | null;
    data: Data;
    outlet: string;
    component: any;
    routeConfig: any;
    root: ActivatedRouteSnapshot;
    parent: ActivatedRouteSnapshot | null;
    firstChild: ActivatedRouteSnapshot | null;
    children: ActivatedRouteSnapshot[];
    readonly paramMap: ParamMap;
    readonly queryParamMap: ParamMap;
  }
  class ActivatedRoute {
    url: Observable<any[]>;
    params: Observable<Params>;
    queryParams: Observable<Params>;
    fragment: Observable<string | null>;
    data: Observable<Data>;
    title: Observable<string | undefined>;
    outlet: string;
    component: any;
    snapshot: ActivatedRouteSnapshot;
    readonly root: ActivatedRoute;
    readonly parent: ActivatedRoute | null;
    readonly firstChild: ActivatedRoute | null;
    readonly children: ActivatedRoute[];
    readonly paramMap: Observable<ParamMap>;
    readonly queryParamMap: Observable<ParamMap>;
  }
  class Router {
    readonly events: Observable<any>;
    readonly url: string;
    navigate(commands: any[], extras?: any): Promise<boolean>;
    navigateByUrl(url: any, extras?: any): Promise<boolean>;
    createUrlTree(commands: any[], extras?: any): any;
    getCurrentNavigation(): any;
    [other: string]: any;
  }
}
