// What waits for promises and hands on what they yield.

declare module "await-to-js" {
  export function to<T, U = Error>(
    promise: Promise<T>,
    errorExt?: object,
  ): Promise<[U, undefined] | [null, T]>;
  export default to;
}

declare module "@corentinth/chisels" {
  export function safely<T>(
    promise: Promise<T> | (() => Promise<T>),
  ): Promise<[T, null] | [null, Error]>;
  export type Expand<T> = { [K in keyof T]: T[K] } & {};
  export function safelySync<T>(fn: () => T): [T, null] | [null, Error];
}

declare module "p-limit" {
  type Limit = <A extends any[], R>(fn: (...values: A) => Promise<R> | R, ...values: A) => Promise<R>;
  export default function pLimit(concurrency: number): Limit;
}

declare module "p-map" {
  export default function pMap<T, R>(
    input: Iterable<T | Promise<T>>,
    mapper: (element: T, index: number) => Promise<R> | R,
    options?: any,
  ): Promise<R[]>;
}

declare module "p-retry" {
  export default function pRetry<R>(
    input: (attempt: number) => Promise<R> | R,
    options?: any,
  ): Promise<R>;
}
