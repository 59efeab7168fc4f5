// Test helpers that carry types: mocks of a type, mocked functions, hooks rendered alone.

declare module "ts-mockery" {
  type RecursivePartial<T> = {
    [K in keyof T]?: T[K] extends (...args: any[]) => any
      ? T[K]
      : T[K] extends ReadonlyArray<infer V>
      ? RecursivePartial<V>[]
      : RecursivePartial<T[K]>;
  };
  class Mock {
    static of<T>(stubs?: RecursivePartial<T>): T;
    static all<T>(): T;
    static from<T>(object: RecursivePartial<T>): T;
    static extend<T>(object: T): { with(stubs: RecursivePartial<T>): T };
  }
}
declare module "vitest" {
  interface Mocked<F> {
    mockReturnValue(value: _Result<F>): Mocked<F>;
    mockReturnValueOnce(value: _Result<F>): Mocked<F>;
    mockResolvedValue(value: Awaited<_Result<F>>): Mocked<F>;
    mockResolvedValueOnce(value: Awaited<_Result<F>>): Mocked<F>;
    mockRejectedValue(value: any): Mocked<F>;
    mockImplementation(fn: F): Mocked<F>;
    mockImplementationOnce(fn: F): Mocked<F>;
    mockReset(): Mocked<F>;
    mockClear(): Mocked<F>;
    mockRestore(): Mocked<F>;
    mock: any;
  }
  type _Result<F> = F extends (...args: any[]) => infer R ? R : any;
  type Mock<F = any> = Mocked<F> & F;
  type MockedFunction<F> = Mocked<F> & F;
  interface _Vi {
    fn<F = any>(implementation?: F): Mocked<F> & F;
    mocked<F>(item: F, deep?: any): Mocked<F> & F;
    spyOn<T, K extends keyof T>(object: T, method: K): Mocked<T[K]>;
    importActual<T = any>(path: any): Promise<T>;
    mock(path: any, factory?: any): void;
    hoisted<T>(factory: () => T): T;
    [other: string]: any;
  }
  const vi: _Vi;
  function describe(name: any, fn?: any): any;
  function it(name: any, fn?: any): any;
  function test(name: any, fn?: any): any;
  function expect(value: any, message?: string): any;
  function beforeEach(fn: any): void;
  function afterEach(fn: any): void;
  function beforeAll(fn: any): void;
  function afterAll(fn: any): void;
}
declare module "@jest/globals" {
  import { _Vi } from "vitest";
  const jest: _Vi;
}
// Tests have them without an import.
declare module "jest" {
  export as namespace jest;
  import { Mocked } from "vitest";
  type MockedFunction<F> = Mocked<F> & F;
  type _Given<A, R> = (...values: A) => R;
  type Mock<R = any, A extends any[] = any> = MockedFunction<_Given<A, R>>;
  type SpyInstance<R = any, A extends any[] = any> = Mocked<_Given<A, R>>;
  function fn<F = any>(implementation?: F): MockedFunction<F>;
  function fn<R, A extends any[]>(implementation?: _Given<A, R>): Mock<R, A>;
  function mocked<F>(item: F, deep?: any): MockedFunction<F>;
  function spyOn<T, K extends keyof T>(object: T, method: K): Mocked<T[K]>;
  function requireActual<T = any>(path: any): T;
}
declare module "vitest/vi" {
  export as namespace vi;
  import { Mocked } from "vitest";
  type MockedFunction<F> = Mocked<F> & F;
  function fn<F = any>(implementation?: F): MockedFunction<F>;
  function mocked<F>(item: F, deep?: any): MockedFunction<F>;
  function spyOn<T, K extends keyof T>(object: T, method: K): Mocked<T[K]>;
  function importActual<T = any>(path: any): Promise<T>;
  function hoisted<T>(factory: () => T): T;
}
// Mock Service Worker: a handler's request and its answer. `rest` is what `http` was in version 1.
declare module "msw" {
  interface _Handled<P, B> {
    request: { json(): Promise<B>; clone(): _Handled<P, B>["request"]; [other: string]: any };
    params: P;
    cookies: any;
    requestId: string;
  }
  interface StrictResponse<B> {
    json(): Promise<B>;
    [other: string]: any;
  }
  type _Resolver<P, B, R> = (
    info: _Handled<P, B>
  ) => StrictResponse<R> | Promise<StrictResponse<R>> | undefined | void;
  type _Handler = <P = any, B = any, R = any>(path: any, resolver: _Resolver<P, B, R>, options?: any) => any;
  const http: {
    get: _Handler;
    post: _Handler;
    put: _Handler;
    patch: _Handler;
    delete: _Handler;
    all: _Handler;
    [other: string]: _Handler;
  };
  class HttpResponse {
    static json<B>(body?: B, init?: any): StrictResponse<B>;
    static text(body?: any, init?: any): StrictResponse<any>;
    static error(): StrictResponse<any>;
  }
  interface RestRequest<B = any, P = any> {
    json(): Promise<B>;
    body: B;
    params: P;
    url: URL;
    [other: string]: any;
  }
  interface _Context {
    json<B>(body: B): any;
    [other: string]: any;
  }
  type _RestHandler = <B = any, P = any, R = any>(
    path: any,
    resolver: (request: RestRequest<B, P>, respond: any, context: _Context) => any
  ) => any;
  const rest: {
    get: _RestHandler;
    post: _RestHandler;
    put: _RestHandler;
    patch: _RestHandler;
    delete: _RestHandler;
    all: _RestHandler;
  };
  function delay(time?: any): Promise<void>;
  function passthrough(): any;
}
declare module "@testing-library/react" {
  interface RenderHookResult<R, P> {
    result: { current: R };
    rerender(props?: P): void;
    unmount(): void;
  }
  function renderHook<R, P = any>(callback: (props: P) => R, options?: any): RenderHookResult<R, P>;
  function render(ui: any, options?: any): any;
  function waitFor<T>(callback: () => T | Promise<T>, options?: any): Promise<T>;
  const screen: any;
}
declare module "react-use" {
  interface AsyncState<T> {
    loading: boolean;
    error?: Error;
    value?: T;
  }
  function useAsync<F extends (...args: any[]) => any>(fn: F, deps?: any): AsyncState<Awaited<ReturnType<F>>>;
  function useAsyncRetry<T>(fn: () => Promise<T>, deps?: any): AsyncState<T> & { retry(): void };
  function useAsyncFn<F extends (...args: any[]) => any>(
    fn: F,
    deps?: any,
    initial?: any
  ): [AsyncState<Awaited<ReturnType<F>>>, F];
  function useLocalStorage<T>(key: string, initial?: T, options?: any): [T | undefined, (value: T) => void, () => void];
  function usePrevious<T>(state: T): T | undefined;
  function useLatest<T>(value: T): { readonly current: T };
  function useGetSet<T>(initial: T): [() => T, (value: T) => void];
  function useSetState<T>(initial?: T): [T, (patch: Partial<T> | ((prev: T) => Partial<T>)) => void];
  function useMap<T>(initial?: T): [T, any];
  function useList<T>(initial?: T[]): [T[], any];
}
declare module "react-use/lib/useAsync" {
  import { useAsync } from "react-use";
  export default useAsync;
}
declare module "@mui/material" {
  interface AutocompleteProps<T> {
    options: readonly T[];
    value?: any;
    defaultValue?: any;
    multiple?: boolean;
    getOptionLabel?: (option: T) => string;
    getOptionKey?: (option: T) => any;
    getOptionDisabled?: (option: T) => boolean;
    isOptionEqualToValue?: (option: T, value: T) => boolean;
    filterOptions?: (options: T[], state: any) => T[];
    groupBy?: (option: T) => string;
    renderOption?: (props: any, option: T, state: any, owner?: any) => any;
    renderInput: (params: any) => any;
    renderTags?: (value: T[], getTagProps: any, owner?: any) => any;
    onChange?: (event: any, value: any, reason: any, details?: any) => void;
    onInputChange?: (event: any, value: string, reason: any) => void;
    [other: string]: any;
  }
  function Autocomplete<T>(props: AutocompleteProps<T>): any;
}
declare module "@mui/material/Autocomplete" {
  import { Autocomplete } from "@mui/material";
  export default Autocomplete;
}

// Storybook: the arguments of a story are the props of its component.
declare module "@storybook/react" {
  type _PropsOf<C> = C extends (props: infer P, ...rest: any) => any
    ? P
    : C extends new (...args: any) => infer I
      ? I["props"]
      : C;
  type _ArgsOf<T> = T extends { component: infer C } ? _PropsOf<C> : _PropsOf<T>;
  interface _Story<A> {
    args?: Partial<A>;
    argTypes?: { [K in keyof A]?: any };
    render?: (args: A, context: any) => any;
    play?: (context: { args: A; [other: string]: any }) => any;
    decorators?: any;
    parameters?: any;
    [other: `${string}s`]: any;
  }
  interface Meta<T = any> extends _Story<_PropsOf<T>> {
    component: T;
    title?: string;
    excludeStories?: any;
    includeStories?: any;
    subcomponents?: any;
  }
  interface StoryObj<T = any> extends _Story<_ArgsOf<T>> {
    name?: string;
    storyName?: string;
  }
  interface StoryFn<T = any> extends _Story<_ArgsOf<T>> {
    (args: _ArgsOf<T>, context?: any): any;
    bind(self: any): StoryFn<T>;
  }
  type Story<T = any> = StoryFn<T>;
  type ComponentStory<T> = StoryFn<T>;
  type ComponentMeta<T> = Meta<T>;
  type ComponentStoryObj<T> = StoryObj<T>;
}
declare module "@storybook/react-vite" {
  export * from "@storybook/react";
}
declare module "@storybook/react-webpack5" {
  export * from "@storybook/react";
}
declare module "@storybook/nextjs" {
  export * from "@storybook/react";
}
declare module "@storybook/nextjs-vite" {
  export * from "@storybook/react";
}
declare module "@storybook/preact" {
  export * from "@storybook/react";
}
declare module "storybook-solidjs" {
  export * from "@storybook/react";
}
