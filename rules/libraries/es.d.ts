// The ECMAScript standard library as far as values of an API flow through it, and the utility
// types of TypeScript.

type Partial<T> = { [P in keyof T]?: T[P] };
type Required<T> = { [P in keyof T]-?: T[P] };
type Readonly<T> = { readonly [P in keyof T]: T[P] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = { [P in Exclude<keyof T, K>]: T[P] };
type NonNullable<T> = T extends null | undefined ? never : T;
type Parameters<T extends (...args: any) => any> = T extends (...args: infer P) => any ? P : never;
type ConstructorParameters<T> = T extends new (...args: infer P) => any ? P : never;
type ReturnType<T extends (...args: any) => any> = T extends (...args: any) => infer R ? R : any;
type InstanceType<T> = T extends new (...args: any) => infer R ? R : any;
type Awaited<T> = T extends PromiseLike<infer U> ? Awaited<U> : T;
type NoInfer<T> = T;
interface ThisType<T> {}
type PropertyKey = string | number | symbol;

interface Object {
  constructor: Function;
  toString(): string;
  toLocaleString(): string;
  valueOf(): Object;
  hasOwnProperty(v: PropertyKey): boolean;
}

interface Function {
  apply(thisArg: any, args?: any): any;
  call(thisArg: any, ...args: any[]): any;
  bind(thisArg: any, ...args: any[]): any;
  toString(): string;
  readonly length: number;
  readonly name: string;
  prototype: any;
}

interface String {
  readonly length: number;
  readonly [index: number]: string;
  charAt(pos: number): string;
  charCodeAt(index: number): number;
  codePointAt(pos: number): number | undefined;
  at(index: number): string | undefined;
  concat(...strings: string[]): string;
  indexOf(search: string, position?: number): number;
  lastIndexOf(search: string, position?: number): number;
  localeCompare(that: string, locales?: any, options?: any): number;
  match(regexp: string | RegExp): RegExpMatchArray | null;
  matchAll(regexp: RegExp): IterableIterator<RegExpMatchArray>;
  replace(search: string | RegExp, replacement: any): string;
  replaceAll(search: string | RegExp, replacement: any): string;
  search(regexp: string | RegExp): number;
  slice(start?: number, end?: number): string;
  split(separator: string | RegExp, limit?: number): string[];
  substring(start: number, end?: number): string;
  substr(from: number, length?: number): string;
  toLowerCase(): string;
  toUpperCase(): string;
  toLocaleLowerCase(locales?: any): string;
  toLocaleUpperCase(locales?: any): string;
  trim(): string;
  trimStart(): string;
  trimEnd(): string;
  padStart(length: number, fill?: string): string;
  padEnd(length: number, fill?: string): string;
  repeat(count: number): string;
  includes(search: string, position?: number): boolean;
  startsWith(search: string, position?: number): boolean;
  endsWith(search: string, position?: number): boolean;
  normalize(form?: string): string;
  toString(): string;
  valueOf(): string;
}
interface StringConstructor {
  (value?: any): string;
  new (value?: any): String;
  fromCharCode(...codes: number[]): string;
  raw(template: any, ...substitutions: any[]): string;
}
declare var String: StringConstructor;

interface Number {
  toString(radix?: number): string;
  toFixed(digits?: number): string;
  toExponential(digits?: number): string;
  toPrecision(precision?: number): string;
  toLocaleString(locales?: any, options?: any): string;
  valueOf(): number;
}
interface NumberConstructor {
  (value?: any): number;
  new (value?: any): Number;
  isInteger(value: unknown): boolean;
  isFinite(value: unknown): boolean;
  isNaN(value: unknown): boolean;
  isSafeInteger(value: unknown): boolean;
  parseFloat(value: string): number;
  parseInt(value: string, radix?: number): number;
  readonly MAX_SAFE_INTEGER: number;
  readonly MIN_SAFE_INTEGER: number;
  readonly MAX_VALUE: number;
  readonly MIN_VALUE: number;
  readonly EPSILON: number;
  readonly NaN: number;
  readonly POSITIVE_INFINITY: number;
  readonly NEGATIVE_INFINITY: number;
}
declare var Number: NumberConstructor;
interface Boolean {
  valueOf(): boolean;
}
interface BooleanConstructor {
  new (value?: any): Boolean;
  <T>(value?: T): value is T;
}
declare var Boolean: BooleanConstructor;
interface BigInt {
  toString(radix?: number): string;
  toLocaleString(): string;
}
declare function BigInt(value: any): bigint;
interface Symbol {
  readonly description: string | undefined;
}

interface PromiseLike<T> {
  then<R1 = T, R2 = never>(
    onfulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onrejected?: ((reason: any) => R2 | PromiseLike<R2>) | null
  ): PromiseLike<R1 | R2>;
}
interface Promise<T> extends PromiseLike<T> {
  then<R1 = T, R2 = never>(
    onfulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onrejected?: ((reason: any) => R2 | PromiseLike<R2>) | null
  ): Promise<R1 | R2>;
  catch<R = never>(onrejected?: ((reason: any) => R | PromiseLike<R>) | null): Promise<T | R>;
  finally(onfinally?: (() => void) | null): Promise<T>;
}
type PromiseSettledResult<T> = PromiseFulfilledResult<T> | PromiseRejectedResult;
interface PromiseFulfilledResult<T> {
  status: "fulfilled";
  value: T;
}
interface PromiseRejectedResult {
  status: "rejected";
  reason: any;
}
interface PromiseConstructor {
  new <T>(
    executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: any) => void) => void
  ): Promise<T>;
  all<T extends readonly unknown[] | []>(
    values: T
  ): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>;
  all<T>(values: Iterable<T>): Promise<Awaited<T>[]>;
  allSettled<T extends readonly unknown[] | []>(
    values: T
  ): Promise<{ -readonly [P in keyof T]: PromiseSettledResult<Awaited<T[P]>> }>;
  allSettled<T>(values: Iterable<T>): Promise<PromiseSettledResult<Awaited<T>>[]>;
  race<T>(values: Iterable<T>): Promise<Awaited<T>>;
  any<T>(values: Iterable<T>): Promise<Awaited<T>>;
  resolve(): Promise<void>;
  resolve<T>(value: T | PromiseLike<T>): Promise<T>;
  reject<T = never>(reason?: any): Promise<T>;
}
declare var Promise: PromiseConstructor;

interface IteratorResult<T> {
  done?: boolean;
  value: T;
}
interface Iterator<T> {
  next(value?: any): IteratorResult<T>;
}
interface Iterable<T> {}
interface AsyncIterable<T> {}
interface IterableIterator<T> extends Iterator<T>, Iterable<T> {
  map<U>(callbackfn: (value: T, index: number) => U): IterableIterator<U>;
  filter(predicate: (value: T, index: number) => unknown): IterableIterator<T>;
  find(predicate: (value: T, index: number) => unknown): T | undefined;
  some(predicate: (value: T, index: number) => unknown): boolean;
  forEach(callbackfn: (value: T, index: number) => void): void;
  toArray(): T[];
}
interface Generator<T = unknown, R = any, N = any> extends IterableIterator<T> {}
interface AsyncGenerator<T = unknown, R = any, N = any> extends AsyncIterable<T> {
  next(value?: any): Promise<IteratorResult<T>>;
}

interface ArrayLike<T> {
  readonly length: number;
  readonly [n: number]: T;
}
interface ReadonlyArray<T> extends Iterable<T> {
  readonly length: number;
  readonly [n: number]: T;
  at(index: number): T | undefined;
  concat(...items: (T | ReadonlyArray<T>)[]): T[];
  join(separator?: string): string;
  slice(start?: number, end?: number): T[];
  indexOf(searchElement: T, fromIndex?: number): number;
  lastIndexOf(searchElement: T, fromIndex?: number): number;
  every<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S): this is S[];
  every(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): boolean;
  some(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): boolean;
  forEach(callbackfn: (value: T, index: number, array: T[]) => void, thisArg?: any): void;
  map<U>(callbackfn: (value: T, index: number, array: T[]) => U, thisArg?: any): U[];
  filter<S extends T>(
    predicate: (value: T, index: number, array: T[]) => value is S,
    thisArg?: any
  ): S[];
  filter(predicate: (value: T, index: number, array: T[]) => unknown, thisArg?: any): T[];
  reduce(callbackfn: (previous: T, current: T, index: number, array: T[]) => T): T;
  reduce<U>(callbackfn: (previous: U, current: T, index: number, array: T[]) => U, initial: U): U;
  reduceRight(callbackfn: (previous: T, current: T, index: number, array: T[]) => T): T;
  reduceRight<U>(
    callbackfn: (previous: U, current: T, index: number, array: T[]) => U,
    initial: U
  ): U;
  find<S extends T>(
    predicate: (value: T, index: number, obj: T[]) => value is S,
    thisArg?: any
  ): S | undefined;
  find(predicate: (value: T, index: number, obj: T[]) => unknown, thisArg?: any): T | undefined;
  findLast(predicate: (value: T, index: number, obj: T[]) => unknown): T | undefined;
  findIndex(predicate: (value: T, index: number, obj: T[]) => unknown, thisArg?: any): number;
  findLastIndex(predicate: (value: T, index: number, obj: T[]) => unknown): number;
  includes(searchElement: T, fromIndex?: number): boolean;
  flatMap<U>(callback: (value: T, index: number, array: T[]) => U | ReadonlyArray<U>): U[];
  flat(depth?: number): _Flat<T>[];
  entries(): IterableIterator<[number, T]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<T>;
  toSorted(compareFn?: (a: T, b: T) => number): T[];
  toReversed(): T[];
  toSpliced(start: number, deleteCount?: number, ...items: T[]): T[];
  with(index: number, value: T): T[];
  toString(): string;
}
type _Flat<T> = T extends ReadonlyArray<infer U> ? U : T;
interface Array<T> extends ReadonlyArray<T> {
  length: number;
  [n: number]: T;
  push(...items: T[]): number;
  pop(): T | undefined;
  shift(): T | undefined;
  unshift(...items: T[]): number;
  reverse(): T[];
  sort(compareFn?: (a: T, b: T) => number): this;
  splice(start: number, deleteCount?: number, ...items: T[]): T[];
  fill(value: T, start?: number, end?: number): this;
  copyWithin(target: number, start: number, end?: number): this;
}
interface ArrayConstructor {
  new <T = any>(...items: T[]): T[];
  <T = any>(...items: T[]): T[];
  isArray(arg: any): arg is any[];
  from<T>(iterable: Iterable<T> | ArrayLike<T>): T[];
  from<T, U>(
    iterable: Iterable<T> | ArrayLike<T>,
    mapfn: (v: T, k: number) => U,
    thisArg?: any
  ): U[];
  of<T>(...items: T[]): T[];
}
declare var Array: ArrayConstructor;

interface ReadonlyMap<K, V> extends Iterable<[K, V]> {
  readonly size: number;
  get(key: K): V | undefined;
  has(key: K): boolean;
  forEach(callbackfn: (value: V, key: K, map: Map<K, V>) => void): void;
  entries(): IterableIterator<[K, V]>;
  keys(): IterableIterator<K>;
  values(): IterableIterator<V>;
}
interface Map<K, V> extends ReadonlyMap<K, V> {
  set(key: K, value: V): this;
  delete(key: K): boolean;
  clear(): void;
}
interface MapConstructor {
  new <K = any, V = any>(entries?: Iterable<readonly [K, V]> | null): Map<K, V>;
  groupBy<K, T>(items: Iterable<T>, selector: (item: T, index: number) => K): Map<K, T[]>;
}
declare var Map: MapConstructor;
interface WeakMap<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): this;
  has(key: K): boolean;
  delete(key: K): boolean;
}
interface WeakMapConstructor {
  new <K = any, V = any>(entries?: Iterable<readonly [K, V]> | null): WeakMap<K, V>;
}
declare var WeakMap: WeakMapConstructor;
interface ReadonlySet<T> extends Iterable<T> {
  readonly size: number;
  has(value: T): boolean;
  forEach(callbackfn: (value: T, key: T, set: Set<T>) => void): void;
  entries(): IterableIterator<[T, T]>;
  keys(): IterableIterator<T>;
  values(): IterableIterator<T>;
}
interface Set<T> extends ReadonlySet<T> {
  add(value: T): this;
  delete(value: T): boolean;
  clear(): void;
}
interface SetConstructor {
  new <T = any>(values?: Iterable<T> | null): Set<T>;
}
declare var Set: SetConstructor;

interface ObjectConstructor {
  (value?: any): any;
  new (value?: any): Object;
  keys(o: {}): string[];
  values<T>(o: { [s: string]: T } | ArrayLike<T>): T[];
  entries<T>(o: { [s: string]: T } | ArrayLike<T>): [string, T][];
  fromEntries<T = any>(entries: Iterable<readonly [PropertyKey, T]>): { [k: string]: T };
  assign<T, U>(target: T, source: U & Partial<T>): T & U;
  assign<T, U, V>(target: T, source1: U, source2: V): T & U & V;
  assign(target: object, ...sources: any[]): any;
  freeze<T>(o: T): Readonly<T>;
  seal<T>(o: T): T;
  create(o: object | null, properties?: any): any;
  defineProperty<T>(o: T, p: PropertyKey, attributes: any): T;
  getOwnPropertyNames(o: any): string[];
  getPrototypeOf(o: any): any;
  setPrototypeOf(o: any, proto: any): any;
  is(a: any, b: any): boolean;
  hasOwn(o: object, v: PropertyKey): boolean;
  groupBy<K extends PropertyKey, T>(
    items: Iterable<T>,
    selector: (item: T, index: number) => K
  ): Partial<Record<K, T[]>>;
}
declare var Object: ObjectConstructor;

interface JSON {
  parse<T>(text: TextOf<T>, reviver?: (key: string, value: any) => any): T;
  parse(text: string, reviver?: (key: string, value: any) => any): any;
  stringify(value: any, replacer?: any, space?: string | number): string;
}
declare var JSON: JSON;
interface Math {
  readonly PI: number;
  readonly E: number;
  abs(x: number): number;
  ceil(x: number): number;
  floor(x: number): number;
  round(x: number): number;
  trunc(x: number): number;
  sign(x: number): number;
  sqrt(x: number): number;
  pow(x: number, y: number): number;
  log(x: number): number;
  log2(x: number): number;
  log10(x: number): number;
  exp(x: number): number;
  max(...values: number[]): number;
  min(...values: number[]): number;
  random(): number;
  sin(x: number): number;
  cos(x: number): number;
}
declare var Math: Math;

interface Date {
  getTime(): number;
  getFullYear(): number;
  getMonth(): number;
  getDate(): number;
  getDay(): number;
  getHours(): number;
  getMinutes(): number;
  getSeconds(): number;
  getMilliseconds(): number;
  getTimezoneOffset(): number;
  setDate(date: number): number;
  setMonth(month: number, date?: number): number;
  setFullYear(year: number, month?: number, date?: number): number;
  setHours(hours: number, min?: number, sec?: number, ms?: number): number;
  setMinutes(min: number, sec?: number, ms?: number): number;
  setTime(time: number): number;
  toISOString(): string;
  toJSON(key?: any): string;
  toString(): string;
  toDateString(): string;
  toTimeString(): string;
  toLocaleString(locales?: any, options?: any): string;
  toLocaleDateString(locales?: any, options?: any): string;
  toLocaleTimeString(locales?: any, options?: any): string;
  valueOf(): number;
}
interface DateConstructor {
  new (...args: any[]): Date;
  (): string;
  now(): number;
  parse(s: string): number;
  UTC(...args: number[]): number;
}
declare var Date: DateConstructor;
interface RegExpMatchArray extends Array<string> {
  index?: number;
  input?: string;
  groups?: { [key: string]: string };
}
interface RegExp {
  exec(string: string): RegExpMatchArray | null;
  test(string: string): boolean;
  readonly source: string;
  readonly flags: string;
  lastIndex: number;
}
interface RegExpConstructor {
  new (pattern: RegExp | string, flags?: string): RegExp;
  (pattern: RegExp | string, flags?: string): RegExp;
}
declare var RegExp: RegExpConstructor;
interface Error {
  name: string;
  message: string;
  stack?: string;
  cause?: unknown;
}
interface ErrorConstructor {
  new (message?: string, options?: any): Error;
  (message?: string): Error;
  readonly prototype: Error;
}
declare var Error: ErrorConstructor;
interface TypeError extends Error {}
declare var TypeError: { new (message?: string): TypeError };
interface RangeError extends Error {}
declare var RangeError: { new (message?: string): RangeError };
declare function parseInt(value: string, radix?: number): number;
declare function parseFloat(value: string): number;
declare function isNaN(value: number): boolean;
declare function isFinite(value: number): boolean;
declare function encodeURIComponent(value: any): string;
declare function decodeURIComponent(value: string): string;
declare function encodeURI(value: string): string;
declare function decodeURI(value: string): string;
declare const NaN: number;
declare const Infinity: number;
interface _GlobalThis extends Window {
  [other: string]: any;
}
declare const globalThis: _GlobalThis;
declare namespace Intl {
  interface NumberFormat {
    format(value: number | bigint): string;
  }
  interface DateTimeFormat {
    format(date?: Date | number): string;
  }
}
