// Types of types: what packages make of a type's properties, each of them kept.

declare module "type-fest" {
  export type Simplify<T> = { [K in keyof T]: T[K] } & {};
  export type Except<T, K extends keyof T> = { [P in keyof T as Exclude<P, K>]: T[P] };
  export type Merge<A, B> = Omit<A, keyof B> & B;
  export type SetOptional<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;
  export type SetRequired<T, K extends keyof T> = Omit<T, K> & Required<Pick<T, K>>;
  export type SetNonNullable<T, K extends keyof T = keyof T> = T;
  export type PartialDeep<T> = { [K in keyof T]?: PartialDeep<T[K]> };
  export type RequiredDeep<T> = { [K in keyof T]-?: RequiredDeep<T[K]> };
  export type ReadonlyDeep<T> = T;
  export type Writable<T> = { -readonly [K in keyof T]: T[K] };
  export type WritableDeep<T> = T;
  export type RequireAtLeastOne<T, K = any> = T;
  export type RequireExactlyOne<T, K = any> = T;
  export type ValueOf<T> = T[keyof T];
  export type Jsonify<T> = T;
  export type Promisable<T> = T | Promise<T>;
  export type Nullable<T> = T | null;
}
declare module "ts-essentials" {
  export type DeepPartial<T> = { [K in keyof T]?: DeepPartial<T[K]> };
  export type DeepReadonly<T> = T;
  export type DeepRequired<T> = { [K in keyof T]-?: DeepRequired<T[K]> };
  export type MarkOptional<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;
  export type MarkRequired<T, K extends keyof T> = Omit<T, K> & Required<Pick<T, K>>;
  export type Merge<A, B> = Omit<A, keyof B> & B;
  export type Prettify<T> = { [K in keyof T]: T[K] } & {};
  export type StrictOmit<T, K extends keyof T> = Omit<T, K>;
  export type Writable<T> = { -readonly [K in keyof T]: T[K] };
}
declare module "utility-types" {
  export type DeepPartial<T> = { [K in keyof T]?: DeepPartial<T[K]> };
  export type DeepReadonly<T> = T;
  export type DeepRequired<T> = { [K in keyof T]-?: DeepRequired<T[K]> };
  export type Optional<T, K extends keyof T = keyof T> = Omit<T, K> & Partial<Pick<T, K>>;
  export type Overwrite<A, B> = Omit<A, keyof B> & B;
  export type Assign<A, B> = Omit<A, keyof B> & B;
  export type Subtract<A, B> = Omit<A, keyof B>;
  export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
  export type ValuesType<T> = T[keyof T];
  export type PromiseType<T> = Awaited<T>;
  export type Nullish = null | undefined;
}
