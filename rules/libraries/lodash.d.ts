// lodash by its signatures, zod by what its schemas infer, and small helpers around values.

declare module "lodash" {
  type List<T> = T[] | readonly T[] | null | undefined;
  type Dictionary<T> = { [key: string]: T };
  type Matches<T> = Partial<T> | keyof T | [keyof T, any];
  type Iteratee<T, R> = ((value: T, index: number) => R) | keyof T;
  function chunk<T>(array: List<T>, size?: number): T[][];
  function clone<T>(value: T): T;
  function cloneDeep<T>(value: T): T;
  function compact<T>(array: List<T>): NonNullable<T>[];
  function concat<T>(...arrays: (T | T[])[]): T[];
  function countBy<T>(collection: List<T>, iteratee?: Iteratee<T, any>): Record<string, number>;
  function debounce<T>(fn: T, wait?: number, options?: any): T;
  function throttle<T>(fn: T, wait?: number, options?: any): T;
  function memoize<T>(fn: T, resolver?: any): T;
  function once<T>(fn: T): T;
  function defaults<A, B>(object: A, source: B): A & B;
  function difference<T>(array: List<T>, ...values: List<T>[]): T[];
  function differenceBy<T>(array: List<T>, values: List<T>, iteratee: Iteratee<T, any>): T[];
  function drop<T>(array: List<T>, n?: number): T[];
  function every<T>(collection: List<T>, predicate?: (value: T, index: number) => any): boolean;
  function every<T>(collection: Dictionary<T>, predicate?: (value: T, key: string) => any): boolean;
  function every<T>(collection: List<T>, matches: Matches<T>): boolean;
  function filter<T>(collection: List<T>, predicate?: (value: T, index: number) => any): T[];
  function filter<T>(collection: Dictionary<T>, predicate?: (value: T, key: string) => any): T[];
  function filter<T>(collection: List<T>, matches: Matches<T>): T[];
  function find<T>(collection: List<T>, predicate?: (value: T, index: number) => any): T | undefined;
  function find<T>(collection: Dictionary<T>, predicate?: (value: T, key: string) => any): T | undefined;
  function find<T>(collection: List<T>, matches: Matches<T>): T | undefined;
  function findIndex<T>(array: List<T>, predicate?: (value: T, index: number) => any): number;
  function findIndex<T>(array: List<T>, matches: Matches<T>): number;
  function first<T>(array: List<T>): T | undefined;
  function head<T>(array: List<T>): T | undefined;
  function last<T>(array: List<T>): T | undefined;
  function flatMap<T, R>(collection: List<T>, iteratee: (value: T, index: number) => R | R[]): R[];
  function flatMap<T, R>(collection: Dictionary<T>, iteratee: (value: T, key: string) => R | R[]): R[];
  function flatten<T>(array: List<T | T[]>): T[];
  function forEach<T>(collection: List<T>, iteratee: (value: T, index: number) => any): T[];
  function forEach<T>(collection: Dictionary<T>, iteratee: (value: T, key: string) => any): Dictionary<T>;
  function each<T>(collection: List<T>, iteratee: (value: T, index: number) => any): T[];
  function each<T>(collection: Dictionary<T>, iteratee: (value: T, key: string) => any): Dictionary<T>;
  function get<T, K extends keyof T>(object: T, path: K, fallback?: any): T[K];
  function get(object: any, path: any, fallback?: any): any;
  function groupBy<T>(collection: List<T>, iteratee?: ((value: T) => any) | keyof T): Record<string, T[]>;
  function has<T>(object: T, path: keyof T): boolean;
  function hasIn<T>(object: T, path: keyof T): boolean;
  function result<T, K extends keyof T>(object: T, path: K, fallback?: any): T[K];
  function unset<T>(object: T, path: keyof T): boolean;
  function update<T, K extends keyof T>(object: T, path: K, updater: (value: T[K]) => any): T;
  function includes<T>(collection: List<T>, value: T, from?: number): boolean;
  function intersection<T>(...arrays: List<T>[]): T[];
  function intersectionBy<T>(a: List<T>, b: List<T>, iteratee: Iteratee<T, any>): T[];
  function isEmpty(value: any): boolean;
  function isEqual(value: any, other: any): boolean;
  function isArray(value: any): value is any[];
  function isNil(value: any): value is null | undefined;
  function isUndefined(value: any): value is undefined;
  function isString(value: any): value is string;
  function isNumber(value: any): value is number;
  function isObject(value: any): boolean;
  function isPlainObject(value: any): boolean;
  function isFunction(value: any): boolean;
  function keyBy<T>(collection: List<T>, iteratee?: ((value: T) => any) | keyof T): Record<string, T>;
  function keys(object: any): string[];
  function map<T, K extends keyof T>(collection: List<T>, key: K): T[K][];
  function map<T, R>(collection: List<T>, iteratee: (value: T, index: number) => R): R[];
  function map<T, R>(collection: Dictionary<T>, iteratee: (value: T, key: string) => R): R[];
  function mapValues<V, R>(object: { [key: string]: V }, iteratee: (value: V, key: string) => R): { [key: string]: R };
  function max<T>(collection: List<T>): T | undefined;
  function maxBy<T>(collection: List<T>, iteratee?: ((value: T) => any) | keyof T): T | undefined;
  function min<T>(collection: List<T>): T | undefined;
  function minBy<T>(collection: List<T>, iteratee?: ((value: T) => any) | keyof T): T | undefined;
  function merge<A, B>(object: A, source: B): A & B;
  function noop(...args: any[]): void;
  function omit<T, K extends keyof T>(object: T, ...keys: (K | K[])[]): Omit<T, K>;
  function omitBy<T>(object: T, predicate: any): Partial<T>;
  function orderBy<T>(
    collection: List<T>,
    iteratees?: ((value: T) => any) | keyof T | (((value: T) => any) | keyof T)[],
    orders?: any
  ): T[];
  function partition<T>(collection: List<T>, predicate: (value: T) => any): [T[], T[]];
  function pick<T, K extends keyof T>(object: T, ...keys: (K | K[])[]): Pick<T, K>;
  function pickBy<T>(object: T, predicate?: any): Partial<T>;
  function range(start: number, end?: number, step?: number): number[];
  function reduce<T, A>(collection: List<T>, iteratee: (acc: A, value: T, index: number) => A, seed: A): A;
  function reduce<T, A>(collection: Dictionary<T>, iteratee: (acc: A, value: T, key: string) => A, seed: A): A;
  function reject<T>(collection: List<T>, predicate?: (value: T, index: number) => any): T[];
  function reject<T>(collection: Dictionary<T>, predicate?: (value: T, key: string) => any): T[];
  function reject<T>(collection: List<T>, matches: Matches<T>): T[];
  function remove<T>(array: T[], predicate?: (value: T) => any): T[];
  function reverse<T>(array: T[]): T[];
  function sample<T>(collection: List<T>): T | undefined;
  function set<T>(object: T, path: keyof T, value: any): T;
  function shuffle<T>(collection: List<T>): T[];
  function slice<T>(array: List<T>, start?: number, end?: number): T[];
  function some<T>(collection: List<T>, predicate?: (value: T, index: number) => any): boolean;
  function some<T>(collection: Dictionary<T>, predicate?: (value: T, key: string) => any): boolean;
  function some<T>(collection: List<T>, matches: Matches<T>): boolean;
  function sortBy<T>(
    collection: List<T>,
    ...iteratees: (((value: T) => any) | keyof T | (((value: T) => any) | keyof T)[])[]
  ): T[];
  function sum(collection: any): number;
  function sumBy<T>(collection: List<T>, iteratee: ((value: T) => number) | keyof T): number;
  function tail<T>(array: List<T>): T[];
  function take<T>(array: List<T>, n?: number): T[];
  function takeRight<T>(array: List<T>, n?: number): T[];
  function times<R>(n: number, iteratee: (index: number) => R): R[];
  function toPairs<T>(object: { [key: string]: T }): [string, T][];
  function union<T>(...arrays: List<T>[]): T[];
  function unionBy<T>(a: List<T>, b: List<T>, iteratee: Iteratee<T, any>): T[];
  function uniq<T>(array: List<T>): T[];
  function uniqBy<T>(array: List<T>, iteratee: ((value: T) => any) | keyof T): T[];
  function uniqueId(prefix?: string): string;
  function values<T>(object: { [key: string]: T } | null | undefined): T[];
  function without<T>(array: List<T>, ...values: T[]): T[];
  function zip<A, B>(a: List<A>, b: List<B>): [A | undefined, B | undefined][];
}
declare module "lodash-es" {
  export * from "lodash";
}
declare module "underscore" {
  export * from "lodash";
  import { List, Iteratee } from "lodash";
  function uniq<T>(array: List<T>, iteratee?: Iteratee<T, any>): T[];
  function pluck<T, K extends keyof T>(array: List<T>, key: K): T[K][];
  function findWhere<T>(array: List<T>, matches: Partial<T>): T | undefined;
  function where<T>(array: List<T>, matches: Partial<T>): T[];
}
declare module "es-toolkit" {
  export * from "lodash";
}
declare module "es-toolkit/compat" {
  export * from "lodash";
}
declare module "lodash.clonedeep" {
  import { cloneDeep } from "lodash";
  export default cloneDeep;
}
declare module "lodash.debounce" {
  import { debounce } from "lodash";
  export default debounce;
}
declare module "lodash.groupby" {
  import { groupBy } from "lodash";
  export default groupBy;
}
declare module "lodash.isequal" {
  import { isEqual } from "lodash";
  export default isEqual;
}
declare module "lodash.keyby" {
  import { keyBy } from "lodash";
  export default keyBy;
}
declare module "lodash.merge" {
  import { merge } from "lodash";
  export default merge;
}
declare module "lodash.omit" {
  import { omit } from "lodash";
  export default omit;
}
declare module "lodash.orderby" {
  import { orderBy } from "lodash";
  export default orderBy;
}
declare module "lodash.pick" {
  import { pick } from "lodash";
  export default pick;
}
declare module "lodash.sortby" {
  import { sortBy } from "lodash";
  export default sortBy;
}
declare module "lodash.throttle" {
  import { throttle } from "lodash";
  export default throttle;
}
declare module "lodash.uniqby" {
  import { uniqBy } from "lodash";
  export default uniqBy;
}
declare module "fuse.js" {
  interface FuseResult<T> {
    item: T;
    refIndex: number;
    score?: number;
    matches?: any;
  }
  class Fuse<T> {
    constructor(list: readonly T[], options?: _Options<T>, index?: any);
    search(pattern: any, options?: any): FuseResult<T>[];
    setCollection(list: readonly T[], index?: any): void;
    add(item: T): void;
    remove(predicate: (item: T, index: number) => boolean): T[];
  }
  interface _Options<T> {
    keys?: (keyof T | string | { name: any; weight?: number; getFn?: (item: T) => any })[];
    [other: string]: any;
  }
  export default Fuse;
}
declare module "fast-deep-equal" {
  function equal(a: any, b: any): boolean;
  export default equal;
}

declare module "deepmerge" {
  function deepmerge<T>(x: Partial<T>, y: Partial<T>, options?: any): T;
  function deepmerge<A, B>(x: Partial<A>, y: Partial<B>, options?: any): A & B;
  namespace deepmerge {
    function all<T>(objects: Partial<T>[], options?: any): T;
  }
  export = deepmerge;
}

declare module "zod" {
  export * as z from "zod";
  interface SafeParseSuccess<T> {
    success: true;
    data: T;
    error?: never;
  }
  interface SafeParseError<I = any> {
    success: false;
    error: ZodError<I>;
    data?: never;
  }
  class ZodError<I = any> {
    flatten(map?: any): _Flat<I>;
    format(map?: any): _Formatted<I>;
    [other: string]: any;
  }
  interface _Flat<I> {
    formErrors: any[];
    fieldErrors: { [K in keyof I]?: any[] };
  }
  type _Formatted<I> = { [K in keyof I]?: any };
  function flattenError<I>(error: ZodError<I>, map?: any): _Flat<I>;
  interface _Refined<T> {
    path?: readonly [keyof T, ...any[]];
    [other: string]: any;
  }
  // What is parsed is `unknown` to the compiler; that it has to be an I is what a schema is for.
  class ZodType<T = any, D = any, I = T> {
    _output: T;
    _input: I;
    parse(data: I, params?: any): T;
    parseAsync(data: I, params?: any): Promise<T>;
    safeParse(data: I, params?: any): SafeParseSuccess<T> | SafeParseError<I>;
    safeParseAsync(data: I): Promise<SafeParseSuccess<T> | SafeParseError<I>>;
    optional(): ZodOptional<T, I>;
    nullable(): ZodType<T | null, any, I | null>;
    nullish(): ZodOptional<T | null, I | null>;
    array(): ZodArray<T, I>;
    or<U, J>(other: ZodType<U, any, J>): ZodType<T | U, any, I | J>;
    and<U, J>(other: ZodType<U, any, J>): ZodType<T & U, any, I & J>;
    default(value: T | (() => T)): ZodType<T, any, I>;
    catch(value: T | ((context: any) => T)): ZodType<T, any, I>;
    transform<U>(fn: (value: T, context: any) => U | Promise<U>): ZodType<U, any, I>;
    pipe<U>(other: ZodType<U>): ZodType<U, any, I>;
    describe(text: string): this;
    meta(data?: any): this;
    brand(name?: any): this;
    readonly(): ZodType<Readonly<T>, any, I>;
    refine(
      check: (value: T) => any,
      message?: string | _Refined<T> | ((value: T) => _Refined<T>)
    ): this;
    superRefine(
      check: (value: T, context: { addIssue(issue: _Refined<T>): void; [other: string]: any }) => any
    ): this;
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
    unwrap(): ZodType<T, any, I>;
    [other: string]: any;
  }
  class ZodOptional<T, I = T> extends ZodType<T | undefined, any, I | undefined> {
    _optional: true;
  }
  class ZodArray<T, I = T> extends ZodType<T[], any, I[]> {
    element: ZodType<T, any, I>;
  }
  type _OutputOf<S> = S extends ZodType<infer T> ? T : any;
  type _InputOf<S> = S extends ZodType<any, any, infer I> ? I : any;
  type _Shape<S> = { [K in keyof S]: _OutputOf<S[K]> };
  type _InputShape<S> = { [K in keyof S]: _InputOf<S[K]> };
  class ZodObject<S> extends ZodType<_Shape<S>, any, _InputShape<S>> {
    shape: S;
    extend<E>(shape: E): ZodObject<Omit<S, keyof E> & E>;
    safeExtend<E>(shape: E): ZodObject<Omit<S, keyof E> & E>;
    merge<E>(other: ZodObject<E>): ZodObject<Omit<S, keyof E> & E>;
    augment<E>(shape: E): ZodObject<Omit<S, keyof E> & E>;
    pick<M>(mask: M & { [K in keyof S]?: true }): ZodObject<Pick<S, keyof M>>;
    omit<M>(mask: M & { [K in keyof S]?: true }): ZodObject<Omit<S, keyof M>>;
    partial(mask?: { [K in keyof S]?: true }): ZodObject<S>;
    deepPartial(): ZodObject<S>;
    required(mask?: { [K in keyof S]?: true }): ZodObject<S>;
    strict(message?: any): ZodObject<S>;
    strip(): ZodObject<S>;
    passthrough(): ZodObject<S>;
    loose(): ZodObject<S>;
    catchall(type: any): ZodObject<S>;
    keyof(): any;
  }
  type infer<T extends ZodType> = T["_output"];
  type input<T extends ZodType> = T["_input"];
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
    string(params?: any): ZodType<string, any, any>;
    number(params?: any): ZodType<number, any, any>;
    boolean(params?: any): ZodType<boolean, any, any>;
    date(params?: any): ZodType<Date, any, any>;
  };
  const iso: any;
  function literal<T>(value: T): ZodType<T>;
  function object<S>(shape: S, params?: any): ZodObject<S>;
  function strictObject<S>(shape: S, params?: any): ZodObject<S>;
  function looseObject<S>(shape: S, params?: any): ZodObject<S>;
  function array<T, I>(element: ZodType<T, any, I>, params?: any): ZodArray<T, I>;
  function record<V, I>(
    value: ZodType<V, any, I>
  ): ZodType<Record<string, V>, any, Record<string, I>>;
  function record<K, V, I>(
    key: ZodType<K>,
    value: ZodType<V, any, I>
  ): ZodType<Record<string, V>, any, Record<string, I>>;
  function map<K, V>(key: ZodType<K>, value: ZodType<V>): ZodType<Map<K, V>>;
  function set<T>(value: ZodType<T>): ZodType<Set<T>>;
  function union<T extends readonly unknown[] | []>(
    options: T
  ): ZodType<_OutputOf<T[number]>, any, _InputOf<T[number]>>;
  function discriminatedUnion<T extends readonly unknown[] | []>(
    key: string,
    options: T
  ): ZodType<_OutputOf<T[number]>, any, _InputOf<T[number]>>;
  function intersection<A, B, I, J>(
    a: ZodType<A, any, I>,
    b: ZodType<B, any, J>
  ): ZodType<A & B, any, I & J>;
  function tuple<T extends readonly unknown[] | []>(
    items: T
  ): ZodType<{ -readonly [K in keyof T]: _OutputOf<T[K]> }>;
  function optional<T, I>(type: ZodType<T, any, I>): ZodOptional<T, I>;
  function nullable<T, I>(type: ZodType<T, any, I>): ZodType<T | null, any, I | null>;
  function lazy<T, I>(getter: () => ZodType<T, any, I>): ZodType<T, any, I>;
  function preprocess<T>(fn: any, type: ZodType<T>): ZodType<T, any, any>;
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
