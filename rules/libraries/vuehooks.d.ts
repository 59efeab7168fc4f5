// Hooks for Vue that call a function and keep what it answers.

declare module "vue-request" {
  import { Ref } from "vue";
  interface _Options<R, P extends any[]> {
    manual?: boolean | Ref<boolean>;
    initialData?: R;
    defaultParams?: P;
    onBefore?: (params: P) => void;
    onAfter?: (params: P) => void;
    onSuccess?: (data: R, params: P) => void;
    onError?: (error: Error, params: P) => void;
    [other: string]: any;
  }
  interface _Result<R, P extends any[]> {
    data: Ref<R | undefined>;
    loading: Ref<boolean>;
    error: Ref<Error | undefined>;
    params: Ref<P | undefined>;
    run(...params: P): void;
    runAsync(...params: P): Promise<R>;
    refresh(): void;
    refreshAsync(): Promise<R>;
    mutate(data: R | undefined | ((old: R) => R | undefined)): void;
    cancel(): void;
  }
  interface _Paged<R, P extends any[]> extends _Result<R, P> {
    current: Ref<number>;
    pageSize: Ref<number>;
    total: Ref<number>;
    totalPage: Ref<number>;
    changeCurrent(current: number): void;
    changePageSize(size: number): void;
    changePagination(current: number, size: number): void;
  }
  interface _More<R extends { list: any[] }> {
    data: Ref<R | undefined>;
    dataList: Ref<R["list"]>;
    loading: Ref<boolean>;
    loadingMore: Ref<boolean>;
    noMore: Ref<boolean>;
    error: Ref<Error | undefined>;
    loadMore(): void;
    loadMoreAsync(): Promise<R>;
    refresh(): void;
    refreshAsync(): Promise<R>;
    cancel(): void;
    mutate(data: R | undefined | ((old: R) => R | undefined)): void;
  }
  // Version 1 hands on what `formatResult` makes of the answer.
  function useRequest<R, F = R, P extends any[] = any>(
    service: (...args: P) => Promise<R>,
    options: { formatResult: (data: R) => F; [other: string]: any }
  ): _Result<F, P>;
  function useRequest<R, P extends any[] = any>(
    service: (...args: P) => Promise<R>,
    options?: _Options<R, P>,
    plugins?: any
  ): _Result<R, P>;
  function usePagination<R, F = R, P extends any[] = any>(
    service: (...args: P) => Promise<R>,
    options: { formatResult: (data: R) => F; [other: string]: any }
  ): _Paged<F, P>;
  function usePagination<R, P extends any[] = any>(
    service: (...args: P) => Promise<R>,
    options?: _Options<R, P>,
    plugins?: any
  ): _Paged<R, P>;
  function useLoadMore<R extends { list: any[] }>(
    service: (data?: R) => Promise<R>,
    options?: any
  ): _More<R>;
}

declare module "vue-hooks-plus" {
  import { Ref } from "vue";
  function useRequest<R, P extends any[] = any>(
    service: (...args: P) => Promise<R>,
    options?: {
      manual?: boolean;
      initialData?: R;
      defaultParams?: P;
      onBefore?: (params: P) => void;
      onSuccess?: (data: R, params: P) => void;
      onError?: (error: Error, params: P) => void;
      onFinally?: (params: P, data?: R, error?: Error) => void;
      [other: string]: any;
    },
    plugins?: any
  ): {
    data: Readonly<Ref<R | undefined>>;
    loading: Readonly<Ref<boolean>>;
    error: Readonly<Ref<Error | undefined>>;
    params: Readonly<Ref<P | []>>;
    run(...params: P): void;
    runAsync(...params: P): Promise<R>;
    refresh(): void;
    refreshAsync(): Promise<R>;
    mutate(data?: R | ((old?: R) => R | undefined)): void;
    cancel(): void;
  };
}

declare module "swrv" {
  import { Ref } from "vue";
  interface IResponse<Data = any, Error = any> {
    data: Ref<Data | undefined>;
    error: Ref<Error | undefined>;
    isValidating: Ref<boolean>;
    isLoading: Ref<boolean>;
    mutate(data?: () => Promise<Data> | Data, options?: any): Promise<void>;
  }
  function useSWRV<Data = any, Error = any>(
    key: any,
    fetcher?: ((...keys: any[]) => Data | Promise<Data>) | null,
    config?: any
  ): IResponse<Data, Error>;
  export default useSWRV;
}
