// Storages of values by keys.

declare module "unstorage" {
  interface Storage<T = any> {
    hasItem(key: string, options?: any): Promise<boolean>;
    getItem<U = T>(key: string, options?: any): Promise<U | null>;
    getItems<U = T>(items: any[], options?: any): Promise<{ key: string; value: U }[]>;
    setItem(key: string, value: T, options?: any): Promise<void>;
    setItems(items: { key: string; value: T; options?: any }[], options?: any): Promise<void>;
    removeItem(key: string, options?: any): Promise<void>;
    getKeys(base?: string, options?: any): Promise<string[]>;
    clear(base?: string, options?: any): Promise<void>;
  }
  type StorageValue = null | string | number | boolean | object;
  function createStorage<T = any>(options?: any): Storage<T>;
  function prefixStorage<T = any>(storage: Storage<any>, base: string): Storage<T>;
}
declare module "localforage" {
  interface LocalForage {
    getItem<T>(key: string, callback?: (error: any, value: T | null) => void): Promise<T | null>;
    setItem<T>(key: string, value: T, callback?: (error: any, value: T) => void): Promise<T>;
    removeItem(key: string, callback?: any): Promise<void>;
    iterate<T, U>(iteratee: (value: T, key: string, at: number) => U): Promise<U>;
    keys(): Promise<string[]>;
    createInstance(options: any): LocalForage;
  }
  const localforage: LocalForage;
  export default localforage;
}
declare module "idb-keyval" {
  function get<T = any>(key: any, store?: any): Promise<T | undefined>;
  function getMany<T = any>(keys: any[], store?: any): Promise<T[]>;
  function set(key: any, value: any, store?: any): Promise<void>;
  function update<T = any>(key: any, updater: (old: T | undefined) => T, store?: any): Promise<void>;
  function values<T = any>(store?: any): Promise<T[]>;
  function entries<K, T = any>(store?: any): Promise<[K, T][]>;
}
