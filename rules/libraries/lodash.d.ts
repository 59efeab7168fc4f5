// lodash by its signatures, zod by what its schemas infer, and small helpers around values.

declare module "lodash" {
  type List<T> = T[] | readonly T[] | null | undefined;
  type Iteratee<T, R> = ((value: T, index: number) => R) | keyof T;
  interface LoDashStatic {
    chunk<T>(array: List<T>, size?: number): T[][];
    clone<T>(value: T): T;
    cloneDeep<T>(value: T): T;
    compact<T>(array: List<T>): NonNullable<T>[];
    concat<T>(...arrays: (T | T[])[]): T[];
    countBy<T>(collection: List<T>, iteratee?: Iteratee<T, any>): Record<string, number>;
    debounce<T>(fn: T, wait?: number, options?: any): T;
    throttle<T>(fn: T, wait?: number, options?: any): T;
    memoize<T>(fn: T, resolver?: any): T;
    once<T>(fn: T): T;
    defaults<A, B>(object: A, source: B): A & B;
    difference<T>(array: List<T>, ...values: List<T>[]): T[];
    differenceBy<T>(array: List<T>, values: List<T>, iteratee: Iteratee<T, any>): T[];
    drop<T>(array: List<T>, n?: number): T[];
    every<T>(collection: List<T>, predicate?: any): boolean;
    filter<T>(collection: List<T>, predicate?: ((value: T, index: number) => any) | any): T[];
    find<T>(collection: List<T>, predicate?: ((value: T, index: number) => any) | Partial<T>): T | undefined;
    findIndex<T>(array: List<T>, predicate?: ((value: T, index: number) => any) | Partial<T>): number;
    first<T>(array: List<T>): T | undefined;
    head<T>(array: List<T>): T | undefined;
    last<T>(array: List<T>): T | undefined;
    flatMap<T, R>(collection: List<T>, iteratee: (value: T, index: number) => R | R[]): R[];
    flatten<T>(array: List<T | T[]>): T[];
    forEach<T>(collection: List<T>, iteratee: (value: T, index: number) => any): T[];
    each<T>(collection: List<T>, iteratee: (value: T, index: number) => any): T[];
    get<T, K extends keyof T>(object: T, path: K, fallback?: any): T[K];
    get(object: any, path: any, fallback?: any): any;
    groupBy<T>(collection: List<T>, iteratee?: ((value: T) => any) | keyof T): Record<string, T[]>;
    has(object: any, path: any): boolean;
    includes<T>(collection: List<T>, value: T, from?: number): boolean;
    intersection<T>(...arrays: List<T>[]): T[];
    intersectionBy<T>(a: List<T>, b: List<T>, iteratee: Iteratee<T, any>): T[];
    isEmpty(value: any): boolean;
    isEqual(value: any, other: any): boolean;
    isArray(value: any): value is any[];
    isNil(value: any): value is null | undefined;
    isUndefined(value: any): value is undefined;
    isString(value: any): value is string;
    isNumber(value: any): value is number;
    isObject(value: any): boolean;
    isPlainObject(value: any): boolean;
    isFunction(value: any): boolean;
    keyBy<T>(collection: List<T>, iteratee?: ((value: T) => any) | keyof T): Record<string, T>;
    keys(object: any): string[];
    map<T, K extends keyof T>(collection: List<T>, key: K): T[K][];
    map<T, R>(collection: List<T>, iteratee: (value: T, index: number) => R): R[];
    mapValues<V, R>(object: { [key: string]: V }, iteratee: (value: V, key: string) => R): { [key: string]: R };
    max<T>(collection: List<T>): T | undefined;
    maxBy<T>(collection: List<T>, iteratee?: ((value: T) => any) | keyof T): T | undefined;
    min<T>(collection: List<T>): T | undefined;
    minBy<T>(collection: List<T>, iteratee?: ((value: T) => any) | keyof T): T | undefined;
    merge<A, B>(object: A, source: B): A & B;
    noop(...args: any[]): void;
    omit<T, K extends keyof T>(object: T, ...keys: (K | K[])[]): Omit<T, K>;
    omitBy<T>(object: T, predicate: any): Partial<T>;
    orderBy<T>(
      collection: List<T>,
      iteratees?: ((value: T) => any) | keyof T | (((value: T) => any) | keyof T)[],
      orders?: any
    ): T[];
    partition<T>(collection: List<T>, predicate: (value: T) => any): [T[], T[]];
    pick<T, K extends keyof T>(object: T, ...keys: (K | K[])[]): Pick<T, K>;
    pickBy<T>(object: T, predicate?: any): Partial<T>;
    range(start: number, end?: number, step?: number): number[];
    reduce<T, A>(collection: List<T>, iteratee: (acc: A, value: T, index: number) => A, seed: A): A;
    reject<T>(collection: List<T>, predicate?: ((value: T) => any) | any): T[];
    remove<T>(array: T[], predicate?: (value: T) => any): T[];
    reverse<T>(array: T[]): T[];
    sample<T>(collection: List<T>): T | undefined;
    set<T>(object: T, path: any, value: any): T;
    shuffle<T>(collection: List<T>): T[];
    slice<T>(array: List<T>, start?: number, end?: number): T[];
    some<T>(collection: List<T>, predicate?: any): boolean;
    sortBy<T>(
      collection: List<T>,
      ...iteratees: (((value: T) => any) | keyof T | (((value: T) => any) | keyof T)[])[]
    ): T[];
    sum(collection: any): number;
    sumBy<T>(collection: List<T>, iteratee: ((value: T) => number) | keyof T): number;
    tail<T>(array: List<T>): T[];
    take<T>(array: List<T>, n?: number): T[];
    takeRight<T>(array: List<T>, n?: number): T[];
    times<R>(n: number, iteratee: (index: number) => R): R[];
    toPairs<T>(object: { [key: string]: T }): [string, T][];
    union<T>(...arrays: List<T>[]): T[];
    unionBy<T>(a: List<T>, b: List<T>, iteratee: Iteratee<T, any>): T[];
    uniq<T>(array: List<T>): T[];
    uniqBy<T>(array: List<T>, iteratee: ((value: T) => any) | keyof T): T[];
    uniqueId(prefix?: string): string;
    values<T>(object: { [key: string]: T } | null | undefined): T[];
    without<T>(array: List<T>, ...values: T[]): T[];
    zip<A, B>(a: List<A>, b: List<B>): [A | undefined, B | undefined][];
    [other: string]: any;
  }
  const _: LoDashStatic;
  export default _;
}
declare module "lodash-es" {
  export { default } from "lodash";
}
declare module "fast-deep-equal" {
  function equal(a: any, b: any): boolean;
  export default equal;
}

declare module "zod" {
  export * as z from "zod";
  interface SafeParseSuccess<T> {
    success: true;
    data: T;
    error?: never;
  }
  interface SafeParseError {
    success: false;
    error: any;
    data?: never;
  }
  class ZodType<T = any, D = any, I = any> {
    _output: T;
    parse(data: unknown, params?: any): T;
    parseAsync(data: unknown, params?: any): Promise<T>;
    safeParse(data: unknown, params?: any): SafeParseSuccess<T> | SafeParseError;
    safeParseAsync(data: unknown): Promise<SafeParseSuccess<T> | SafeParseError>;
    optional(): ZodOptional<T>;
    nullable(): ZodType<T | null>;
    nullish(): ZodOptional<T | null>;
    array(): ZodArray<T>;
    or<U>(other: ZodType<U>): ZodType<T | U>;
    and<U>(other: ZodType<U>): ZodType<T & U>;
    default(value: any): ZodType<T>;
    catch(value: any): ZodType<T>;
    transform<U>(fn: (value: T, context: any) => U | Promise<U>): ZodType<U>;
    pipe<U>(other: ZodType<U>): ZodType<U>;
    describe(text: string): this;
    meta(data?: any): this;
    brand(name?: any): this;
    readonly(): ZodType<Readonly<T>>;
    refine(check: (value: T) => any, message?: any): this;
    superRefine(check: (value: T, context: any) => any): this;
    check(...checks: any[]): this;
    min(value: any, message?: any): this;
    max(value: any, message?: any): this;
    length(value: any, message?: any): this;
    nonempty(message?: any): this;
    email(message?: any): this;
    url(message?: any): this;
    uuid(message?: any): this;
    regex(value: any, message?: any): this;
    trim(): this;
    toLowerCase(): this;
    datetime(options?: any): this;
    date(options?: any): this;
    int(message?: any): this;
    positive(message?: any): this;
    nonnegative(message?: any): this;
    negative(message?: any): this;
    finite(message?: any): this;
    startsWith(value: string, message?: any): this;
    endsWith(value: string, message?: any): this;
    unwrap(): ZodType<T>;
    [other: string]: any;
  }
  class ZodOptional<T> extends ZodType<T | undefined> {
    _optional: true;
  }
  class ZodArray<T> extends ZodType<T[]> {
    element: ZodType<T>;
  }
  type _OutputOf<S> = S extends ZodType<infer T> ? T : any;
  type _Shape<S> = { [K in keyof S]: _OutputOf<S[K]> };
  class ZodObject<S> extends ZodType<_Shape<S>> {
    shape: S;
    extend<E>(shape: E): ZodObject<Omit<S, keyof E> & E>;
    safeExtend<E>(shape: E): ZodObject<Omit<S, keyof E> & E>;
    merge<E>(other: ZodObject<E>): ZodObject<Omit<S, keyof E> & E>;
    augment<E>(shape: E): ZodObject<Omit<S, keyof E> & E>;
    pick<M>(mask: M): ZodObject<Pick<S, keyof M>>;
    omit<M>(mask: M): ZodObject<Omit<S, keyof M>>;
    partial(mask?: any): ZodObject<S>;
    deepPartial(): ZodObject<S>;
    required(mask?: any): ZodObject<S>;
    strict(message?: any): ZodObject<S>;
    strip(): ZodObject<S>;
    passthrough(): ZodObject<S>;
    loose(): ZodObject<S>;
    catchall(type: any): ZodObject<S>;
    keyof(): any;
  }
  type infer<T extends ZodType> = T["_output"];
  type input<T extends ZodType> = T["_output"];
  type output<T extends ZodType> = T["_output"];
  type TypeOf<T extends ZodType> = T["_output"];
  type Schema<T = any> = ZodType<T>;
  type ZodSchema<T = any> = ZodType<T>;
  type ZodTypeAny = ZodType<any>;
  class ZodError extends Error {
    issues: any[];
    errors: any[];
    flatten(): any;
    format(): any;
  }
  function string(params?: any): ZodType<string>;
  function number(params?: any): ZodType<number>;
  function int(params?: any): ZodType<number>;
  function boolean(params?: any): ZodType<boolean>;
  function bigint(params?: any): ZodType<bigint>;
  function date(params?: any): ZodType<Date>;
  function any(): ZodType<any>;
  function unknown(): ZodType<unknown>;
  function never(): ZodType<never>;
  function undefined(): ZodType<undefined>;
  function email(params?: any): ZodType<string>;
  function url(params?: any): ZodType<string>;
  function uuid(params?: any): ZodType<string>;
  const coerce: {
    string(params?: any): ZodType<string>;
    number(params?: any): ZodType<number>;
    boolean(params?: any): ZodType<boolean>;
    date(params?: any): ZodType<Date>;
  };
  const iso: any;
  function literal<T>(value: T): ZodType<T>;
  function object<S>(shape: S, params?: any): ZodObject<S>;
  function strictObject<S>(shape: S, params?: any): ZodObject<S>;
  function looseObject<S>(shape: S, params?: any): ZodObject<S>;
  function array<T>(element: ZodType<T>, params?: any): ZodArray<T>;
  function record<V>(value: ZodType<V>): ZodType<Record<string, V>>;
  function record<K, V>(key: ZodType<K>, value: ZodType<V>): ZodType<Record<string, V>>;
  function map<K, V>(key: ZodType<K>, value: ZodType<V>): ZodType<Map<K, V>>;
  function set<T>(value: ZodType<T>): ZodType<Set<T>>;
  function union<T extends readonly unknown[] | []>(options: T): ZodType<_OutputOf<T[number]>>;
  function discriminatedUnion<T extends readonly unknown[] | []>(
    key: string,
    options: T
  ): ZodType<_OutputOf<T[number]>>;
  function intersection<A, B>(a: ZodType<A>, b: ZodType<B>): ZodType<A & B>;
  function tuple<T extends readonly unknown[] | []>(
    items: T
  ): ZodType<{ -readonly [K in keyof T]: _OutputOf<T[K]> }>;
  function optional<T>(type: ZodType<T>): ZodOptional<T>;
  function nullable<T>(type: ZodType<T>): ZodType<T | null>;
  function lazy<T>(getter: () => ZodType<T>): ZodType<T>;
  function preprocess<T>(fn: any, type: ZodType<T>): ZodType<T>;
  function nativeEnum<T>(values: T): ZodType<T[keyof T]>;
  function _instanceof<T>(type: { new (...args: any[]): T }): ZodType<T>;
  function _enum<T>(values: T, params?: any): ZodType<string>;
  function _null(): ZodType<null>;
  function _void(): ZodType<void>;
  export { _instanceof as instanceof, _enum as enum, _null as null, _void as void };
  function custom<T>(check?: any, params?: any): ZodType<T>;
}
declare module "zod/v4" {
  export * as z from "zod";
  export * from "zod";
}
declare module "zod/v3" {
  export * from "zod";
}

declare module "react-intl" {
  function useIntl(): any;
}
declare module "clsx" {
  function clsx(...args: any[]): string;
  export default clsx;
}
