// Svelte: its stores, as scripts beside components use them, and TanStack's queries on them.

declare module "svelte" {
  function untrack<T>(read: () => T): T;
  function tick(): Promise<void>;
  function onMount(run: () => any): void;
  function onDestroy(run: () => any): void;
  function getContext<T>(key: any): T;
  function setContext<T>(key: any, context: T): T;
}
declare module "svelte/store" {
  interface Readable<T> {
    subscribe(run: (value: T) => void, invalidate?: any): () => void;
  }
  interface Writable<T> extends Readable<T> {
    set(value: T): void;
    update(updater: (value: T) => T): void;
  }
  type Updater<T> = (value: T) => T;
  type Subscriber<T> = (value: T) => void;
  function writable<T>(value?: T, start?: any): Writable<T>;
  function readable<T>(value?: T, start?: any): Readable<T>;
  function readonly<T>(store: Readable<T>): Readable<T>;
  function get<T>(store: Readable<T>): T;
  function derived<A, B, T>(
    stores: [Readable<A>, Readable<B>],
    derive: (values: [A, B], set?: (value: T) => void, update?: any) => T,
    initial?: T,
  ): Readable<T>;
  function derived<A, B, C, T>(
    stores: [Readable<A>, Readable<B>, Readable<C>],
    derive: (values: [A, B, C], set?: (value: T) => void, update?: any) => T,
    initial?: T,
  ): Readable<T>;
  function derived<S, T>(
    store: Readable<S>,
    derive: (value: S, set?: (value: T) => void, update?: any) => T,
    initial?: T,
  ): Readable<T>;
}

declare module "svelte/action" {
  interface ActionReturn<P = any, A = any> {
    update?: (parameter: P) => void;
    destroy?: () => void;
  }
  interface Action<E = any, P = any, A = any> {
    (node: E, parameter: P): void | ActionReturn<P, A>;
  }
}

declare module "svelte/runes" {
  interface State {
    <T>(value: T): T;
    <T>(): T | undefined;
    raw<T>(value: T): T;
    raw<T>(): T | undefined;
    snapshot<T>(value: T): T;
  }
  const $state: State;
  interface Derived {
    <T>(value: T): T;
    by<T>(derive: () => T): T;
  }
  const $derived: Derived;
  interface Effect {
    (run: () => any): void;
    pre(run: () => any): void;
    root(run: () => any): () => void;
    tracking(): boolean;
  }
  const $effect: Effect;
  function $props(): any;
  function $bindable<T>(value?: T): T;
  function $inspect(...values: any[]): any;
}

declare module "@sveltejs/kit/generated" {
  interface RouteProps<D> {
    data: D;
    form: any;
    params: any;
    children: any;
  }
}
