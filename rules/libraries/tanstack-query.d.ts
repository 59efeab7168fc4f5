// TanStack Query for React, Vue and SolidJS, and its older name.

declare module "@tanstack/query-core" {
  type QueryKey = readonly unknown[];
  type QueryFunction<T = unknown, K = any> = (context: any) => T | Promise<T>;
  interface QueryObserverBase<D, E> {
    error: E | null;
    isError: boolean;
    isFetched: boolean;
    isFetching: boolean;
    isLoading: boolean;
    isPending: boolean;
    isInitialLoading: boolean;
    isPlaceholderData: boolean;
    isRefetching: boolean;
    isStale: boolean;
    isSuccess: boolean;
    dataUpdatedAt: number;
    failureCount: number;
    failureReason: E | null;
    fetchStatus: string;
    status: string;
    promise: Promise<D>;
    refetch(options?: any): Promise<QueryObserverResult<D, E>>;
  }
  interface QueryObserverResult<D = unknown, E = Error> extends QueryObserverBase<D, E> {
    data: D | undefined;
  }
  interface DefinedQueryObserverResult<D = unknown, E = Error> extends QueryObserverBase<D, E> {
    data: D;
  }
  interface InfiniteData<D, P = unknown> {
    pages: D[];
    pageParams: P[];
  }
  interface InfiniteQueryObserverResult<D = unknown, E = Error> extends QueryObserverBase<D, E> {
    data: D | undefined;
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    isFetchingNextPage: boolean;
    isFetchingPreviousPage: boolean;
    fetchNextPage(options?: any): Promise<any>;
    fetchPreviousPage(options?: any): Promise<any>;
  }
  interface MutationFunctionContext {
    client: QueryClient;
  }
  interface QueryState<D> {
    data: D | undefined;
    status: string;
    error: any;
    dataUpdatedAt: number;
  }
  interface Query<F = unknown, E = Error, D = F> {
    queryKey: QueryKey;
    state: QueryState<D>;
  }
  type Updater<A, B> = B | ((input: A) => B);
  class QueryClient {
    constructor(config?: any);
    getQueryData<T = any>(queryKey: any): T | undefined;
    getQueriesData<T = any>(filters: any): [any, T | undefined][];
    // What is fetched, as it came: `select` is the components'.
    ensureQueryData<T = unknown, E = Error, D = T>(
      options: UseQueryOptions<T, E, D>
    ): Promise<T>;
    fetchQuery<T = unknown, E = Error, D = T>(options: UseQueryOptions<T, E, D>): Promise<T>;
    prefetchQuery<T = unknown, E = Error, D = T>(
      options: UseQueryOptions<T, E, D>
    ): Promise<void>;
    setQueryData<T = any>(
      queryKey: any,
      updater: T | undefined | ((old: T | undefined) => T | undefined),
      options?: any
    ): T | undefined;
    setQueriesData<T = any>(
      filters: any,
      updater: T | undefined | ((old: T | undefined) => T | undefined),
      options?: any
    ): any;
    invalidateQueries(filters?: any, options?: any): Promise<void>;
    refetchQueries(filters?: any, options?: any): Promise<void>;
    cancelQueries(filters?: any, options?: any): Promise<void>;
    removeQueries(filters?: any): void;
    resetQueries(filters?: any, options?: any): Promise<void>;
    getQueryState<T = any>(queryKey: any): QueryState<T> | undefined;
    getQueryCache(): any;
    getMutationCache(): any;
    setDefaultOptions(options: any): void;
    isFetching(filters?: any): number;
    clear(): void;
  }
  interface UseQueryOptions<T = unknown, E = Error, D = T, K = any> {
    queryKey?: any;
    queryFn?: ((context: any) => T | Promise<T>) | symbol;
    select?: (data: T) => D;
    initialData?: T | (() => T | undefined);
    placeholderData?: T | ((previous: T | undefined) => T | undefined);
    enabled?: any;
    staleTime?: any;
    gcTime?: number;
    cacheTime?: number;
    retry?: any;
    retryDelay?: any;
    // Of version 5 the query, of those before it the data.
    refetchInterval?: number | boolean | ((query: Query<T, E, T> & T & D) => number | false | undefined);
    refetchOnMount?: any;
    refetchOnWindowFocus?: any;
    refetchOnReconnect?: any;
    onSuccess?: (data: D) => void;
    onError?: (error: E) => void;
    onSettled?: (data: D | undefined, error: E | null) => void;
    meta?: any;
    suspense?: boolean;
    keepPreviousData?: boolean;
    throwOnError?: any;
    networkMode?: any;
    notifyOnChangeProps?: any;
    structuralSharing?: any;
  }
  interface UseInfiniteQueryOptions<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any> {
    queryKey?: any;
    queryFn?: (context: any) => T | Promise<T>;
    getNextPageParam?: (lastPage: T, allPages: T[], lastPageParam: P, params: P[]) => any;
    getPreviousPageParam?: (firstPage: T, allPages: T[], firstPageParam: P, params: P[]) => any;
    initialPageParam?: P;
    select?: (data: InfiniteData<T>) => D;
    enabled?: any;
    staleTime?: any;
    gcTime?: number;
    [other: string]: any;
  }
  interface UseMutationOptions<D = unknown, E = Error, V = void, C = unknown> {
    mutationFn?: (variables: V, context?: any) => Promise<D>;
    mutationKey?: any;
    onMutate?: (variables: V) => Promise<C> | C;
    onSuccess?: (data: D, variables: V, context: C) => any;
    onError?: (error: E, variables: V, context: C | undefined) => any;
    onSettled?: (
      data: D | undefined,
      error: E | null,
      variables: V,
      context: C | undefined
    ) => any;
    retry?: any;
    meta?: any;
    scope?: any;
    networkMode?: any;
    throwOnError?: any;
  }
  interface MutateOptions<D = unknown, E = Error, V = void, C = unknown> {
    onSuccess?: (data: D, variables: V, context: C) => any;
    onError?: (error: E, variables: V, context: C | undefined) => any;
    onSettled?: (data: D | undefined, error: E | null, variables: V, context: C | undefined) => any;
  }
  interface UseMutationResult<D = unknown, E = Error, V = void, C = unknown> {
    data: D | undefined;
    error: E | null;
    variables: V | undefined;
    isError: boolean;
    isIdle: boolean;
    isLoading: boolean;
    isPending: boolean;
    isSuccess: boolean;
    status: string;
    mutate(variables: V, options?: MutateOptions<D, E, V, C>): void;
    mutateAsync(variables: V, options?: MutateOptions<D, E, V, C>): Promise<D>;
    reset(): void;
  }
  type MutationOptions<D = unknown, E = Error, V = void, C = unknown> = UseMutationOptions<D, E, V, C>;
  function mutationOptions<D = unknown, E = Error, V = void, C = unknown>(
    options: UseMutationOptions<D, E, V, C>
  ): UseMutationOptions<D, E, V, C>;
}

declare module "@tanstack/react-query" {
  export * from "@tanstack/query-core";
  type UseQueryResult<D = unknown, E = Error> = QueryObserverResult<D, E>;
  type DefinedUseQueryResult<D = unknown, E = Error> = DefinedQueryObserverResult<D, E>;
  type UseSuspenseQueryResult<D = unknown, E = Error> = DefinedQueryObserverResult<D, E>;
  type UseInfiniteQueryResult<D = unknown, E = Error> = InfiniteQueryObserverResult<D, E>;
  type UseBaseQueryResult<D = unknown, E = Error> = QueryObserverResult<D, E>;
  type UseSuspenseInfiniteQueryResult<D = unknown, E = Error> = InfiniteQueryObserverResult<D, E>;
  type UseSuspenseQueryOptions<T = unknown, E = Error, D = T, K = any> = UseQueryOptions<T, E, D, K>;
  type UseMutateFunction<D = unknown, E = Error, V = void, C = unknown> = (
    variables: V,
    options?: MutateOptions<D, E, V, C>
  ) => void;
  type UseMutateAsyncFunction<D = unknown, E = Error, V = void, C = unknown> = (
    variables: V,
    options?: MutateOptions<D, E, V, C>
  ) => Promise<D>;
  import {
    QueryObserverResult,
    DefinedQueryObserverResult,
    InfiniteQueryObserverResult,
    UseQueryOptions,
    UseInfiniteQueryOptions,
    UseMutationOptions,
    UseMutationResult,
    MutateOptions,
    InfiniteData,
    QueryClient,
  } from "@tanstack/query-core";
  // Versions 3 and 4 take the key first.
  type _Key = string | readonly any[];
  function useQuery<T = unknown, E = Error, D = T, K = any>(
    queryKey: _Key,
    queryFn: (context: any) => T | Promise<T>,
    options?: UseQueryOptions<T, E, D, K>
  ): UseQueryResult<D, E>;
  function useQuery<T = unknown, E = Error, D = T, K = any>(
    queryKey: _Key,
    options: UseQueryOptions<T, E, D, K>
  ): UseQueryResult<D, E>;
  function useQuery<T = unknown, E = Error, D = T, K = any>(
    options: UseQueryOptions<T, E, D, K>,
    client?: any
  ): UseQueryResult<D, E>;
  function useSuspenseQuery<T = unknown, E = Error, D = T, K = any>(
    options: UseQueryOptions<T, E, D, K>,
    client?: any
  ): UseSuspenseQueryResult<D, E>;
  function useInfiniteQuery<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any>(
    queryKey: _Key,
    queryFn: (context: any) => T | Promise<T>,
    options?: UseInfiniteQueryOptions<T, E, D, K, P>
  ): UseInfiniteQueryResult<D, E>;
  function useInfiniteQuery<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any>(
    queryKey: _Key,
    options: UseInfiniteQueryOptions<T, E, D, K, P>
  ): UseInfiniteQueryResult<D, E>;
  function useInfiniteQuery<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any>(
    options: UseInfiniteQueryOptions<T, E, D, K, P>,
    client?: any
  ): UseInfiniteQueryResult<D, E>;
  function useSuspenseInfiniteQuery<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any>(
    options: UseInfiniteQueryOptions<T, E, D, K, P>,
    client?: any
  ): UseInfiniteQueryResult<D, E>;
  function useQueries<T, E = Error, R = any>(
    options: {
      queries: readonly UseQueryOptions<T, E>[];
      combine: (results: UseQueryResult<T, E>[]) => R;
    },
    client?: any
  ): R;
  function useQueries<T, E = Error>(
    options: { queries: readonly UseQueryOptions<T, E>[] },
    client?: any
  ): UseQueryResult<T, E>[];
  function useMutation<D = unknown, E = Error, V = void, C = unknown>(
    mutationKey: _Key,
    mutationFn: (variables: V) => Promise<D>,
    options?: UseMutationOptions<D, E, V, C>
  ): UseMutationResult<D, E, V, C>;
  function useMutation<D = unknown, E = Error, V = void, C = unknown>(
    mutationKey: _Key,
    options: UseMutationOptions<D, E, V, C>
  ): UseMutationResult<D, E, V, C>;
  function useMutation<D = unknown, E = Error, V = void, C = unknown>(
    options: UseMutationOptions<D, E, V, C>,
    client?: any
  ): UseMutationResult<D, E, V, C>;
  function useMutation<D = unknown, E = Error, V = void, C = unknown>(
    mutationFn: (variables: V) => Promise<D>,
    options?: UseMutationOptions<D, E, V, C>
  ): UseMutationResult<D, E, V, C>;
  function useQueryClient(client?: any): QueryClient;
  function queryOptions<T = unknown, E = Error, D = T, K = any>(
    options: UseQueryOptions<T, E, D, K>
  ): UseQueryOptions<T, E, D, K>;
  function infiniteQueryOptions<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any>(
    options: UseInfiniteQueryOptions<T, E, D, K, P>
  ): UseInfiniteQueryOptions<T, E, D, K, P>;
  function useSuspenseQueries<T, E = Error>(
    options: { queries: readonly UseQueryOptions<T, E>[] },
    client?: any
  ): UseSuspenseQueryResult<T, E>[];
  function useIsFetching(filters?: any): number;
  function useIsMutating(filters?: any): number;
  function keepPreviousData<T>(previous: T | undefined): T | undefined;
  function QueryClientProvider(props: any): any;
  function HydrationBoundary(props: any): any;
  function dehydrate(client: any, options?: any): any;
}

declare module "react-query" {
  export * from "@tanstack/react-query";
}

declare module "@tanstack/vue-query" {
  export * from "@tanstack/query-core";
  import {
    UseQueryOptions,
    UseMutationOptions,
    MutateOptions,
    QueryClient,
    QueryObserverResult,
    InfiniteData,
    UseInfiniteQueryOptions,
  } from "@tanstack/query-core";
  import { Ref } from "vue";
  interface UseQueryReturnType<D, E> {
    data: Ref<D | undefined>;
    error: Ref<E | null>;
    isError: Ref<boolean>;
    isFetching: Ref<boolean>;
    isFetched: Ref<boolean>;
    isLoading: Ref<boolean>;
    isPending: Ref<boolean>;
    isSuccess: Ref<boolean>;
    status: Ref<string>;
    suspense(): Promise<any>;
    refetch(options?: any): Promise<any>;
  }
  function useQuery<T = unknown, E = Error, D = T, K = any>(
    queryKey: string | readonly any[],
    queryFn: (context: any) => T | Promise<T>,
    options?: UseQueryOptions<T, E, D, K>
  ): UseQueryReturnType<D, E>;
  function useQuery<T = unknown, E = Error, D = T, K = any>(
    queryKey: string | readonly any[],
    options: UseQueryOptions<T, E, D, K>
  ): UseQueryReturnType<D, E>;
  function useQuery<T = unknown, E = Error, D = T, K = any>(
    options:
      | UseQueryOptions<T, E, D, K>
      | Ref<UseQueryOptions<T, E, D, K>>
      | (() => UseQueryOptions<T, E, D, K>),
    client?: any
  ): UseQueryReturnType<D, E>;
  interface UseMutationReturnType<D, E, V, C> {
    data: Ref<D | undefined>;
    error: Ref<E | null>;
    isPending: Ref<boolean>;
    isLoading: Ref<boolean>;
    isError: Ref<boolean>;
    isSuccess: Ref<boolean>;
    mutate(variables: V, options?: MutateOptions<D, E, V, C>): void;
    mutateAsync(variables: V, options?: MutateOptions<D, E, V, C>): Promise<D>;
    reset(): void;
  }
  function useMutation<D = unknown, E = Error, V = void, C = unknown>(
    options: UseMutationOptions<D, E, V, C>,
    client?: any
  ): UseMutationReturnType<D, E, V, C>;
  function useQueryClient(id?: any): QueryClient;
  interface UseInfiniteQueryReturnType<D, E> extends UseQueryReturnType<D, E> {
    hasNextPage: Ref<boolean>;
    isFetchingNextPage: Ref<boolean>;
    fetchNextPage(options?: any): Promise<any>;
    fetchPreviousPage(options?: any): Promise<any>;
  }
  function useInfiniteQuery<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any>(
    options: UseInfiniteQueryOptions<T, E, D, K, P>,
    client?: any
  ): UseInfiniteQueryReturnType<D, E>;
  function useQueries<T, E = Error>(
    options: { queries: readonly UseQueryOptions<T, E>[] | Ref<readonly UseQueryOptions<T, E>[]> },
    client?: any
  ): Ref<QueryObserverResult<T, E>[]>;
  function queryOptions<T = unknown, E = Error, D = T, K = any>(
    options: UseQueryOptions<T, E, D, K>
  ): UseQueryOptions<T, E, D, K>;
  function keepPreviousData<T>(previous: T | undefined): T | undefined;
}

declare module "@tanstack/solid-query" {
  export * from "@tanstack/query-core";
  import {
    InfiniteData,
    InfiniteQueryObserverResult,
    QueryClient,
    QueryObserverResult,
    UseInfiniteQueryOptions,
    UseMutationOptions,
    UseMutationResult,
    UseQueryOptions,
  } from "@tanstack/query-core";
  type UseQueryResult<D = unknown, E = Error> = QueryObserverResult<D, E>;
  type CreateQueryResult<D = unknown, E = Error> = QueryObserverResult<D, E>;
  type UseInfiniteQueryResult<D = unknown, E = Error> = InfiniteQueryObserverResult<D, E>;
  type CreateInfiniteQueryResult<D = unknown, E = Error> = InfiniteQueryObserverResult<D, E>;
  type CreateMutationResult<D = unknown, E = Error, V = void, C = unknown> = UseMutationResult<D, E, V, C>;
  function useQuery<T = unknown, E = Error, D = T, K = any>(
    options: () => UseQueryOptions<T, E, D, K>,
    client?: any
  ): QueryObserverResult<D, E>;
  function createQuery<T = unknown, E = Error, D = T, K = any>(
    options: () => UseQueryOptions<T, E, D, K>,
    client?: any
  ): QueryObserverResult<D, E>;
  function useInfiniteQuery<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any>(
    options: () => UseInfiniteQueryOptions<T, E, D, K, P>,
    client?: any
  ): InfiniteQueryObserverResult<D, E>;
  function createInfiniteQuery<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any>(
    options: () => UseInfiniteQueryOptions<T, E, D, K, P>,
    client?: any
  ): InfiniteQueryObserverResult<D, E>;
  function useMutation<D = unknown, E = Error, V = void, C = unknown>(
    options: () => UseMutationOptions<D, E, V, C>,
    client?: any
  ): UseMutationResult<D, E, V, C>;
  function createMutation<D = unknown, E = Error, V = void, C = unknown>(
    options: () => UseMutationOptions<D, E, V, C>,
    client?: any
  ): UseMutationResult<D, E, V, C>;
  function useQueries<T, E = Error>(
    options: () => { queries: readonly UseQueryOptions<T, E>[] },
    client?: any
  ): QueryObserverResult<T, E>[];
  function useQueryClient(client?: any): QueryClient;
  function queryOptions<T = unknown, E = Error, D = T, K = any>(
    options: UseQueryOptions<T, E, D, K>
  ): UseQueryOptions<T, E, D, K>;
  function keepPreviousData<T>(previous: T | undefined): T | undefined;
  function QueryClientProvider(props: any): any;
}

// Version 5 hands on stores, version 6 takes a function and hands on the result itself.
declare module "@tanstack/svelte-query" {
  export * from "@tanstack/query-core";
  import {
    InfiniteData,
    InfiniteQueryObserverResult,
    QueryClient,
    QueryObserverResult,
    UseInfiniteQueryOptions,
    UseMutationOptions,
    UseMutationResult,
    UseQueryOptions,
  } from "@tanstack/query-core";
  interface _Store<T> {
    subscribe(run: (value: T) => void, invalidate?: any): () => void;
  }
  type CreateQueryResult<D = unknown, E = Error> = _Store<QueryObserverResult<D, E>>;
  type CreateMutationResult<D = unknown, E = Error, V = void, C = unknown> = _Store<
    UseMutationResult<D, E, V, C>
  >;
  function createQuery<T = unknown, E = Error, D = T, K = any>(
    options: () => UseQueryOptions<T, E, D, K>,
    client?: any
  ): QueryObserverResult<D, E>;
  function createQuery<T = unknown, E = Error, D = T, K = any>(
    options: UseQueryOptions<T, E, D, K>,
    client?: any
  ): _Store<QueryObserverResult<D, E>>;
  function createQuery<T = unknown, E = Error, D = T, K = any>(
    options: _Store<UseQueryOptions<T, E, D, K>>,
    client?: any
  ): _Store<QueryObserverResult<D, E>>;
  function createInfiniteQuery<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any>(
    options: () => UseInfiniteQueryOptions<T, E, D, K, P>,
    client?: any
  ): InfiniteQueryObserverResult<D, E>;
  function createInfiniteQuery<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any>(
    options: UseInfiniteQueryOptions<T, E, D, K, P>,
    client?: any
  ): _Store<InfiniteQueryObserverResult<D, E>>;
  function createInfiniteQuery<T = unknown, E = Error, D = InfiniteData<T>, K = any, P = any>(
    options: _Store<UseInfiniteQueryOptions<T, E, D, K, P>>,
    client?: any
  ): _Store<InfiniteQueryObserverResult<D, E>>;
  function createMutation<D = unknown, E = Error, V = void, C = unknown>(
    options: () => UseMutationOptions<D, E, V, C>,
    client?: any
  ): UseMutationResult<D, E, V, C>;
  function createMutation<D = unknown, E = Error, V = void, C = unknown>(
    options: UseMutationOptions<D, E, V, C>,
    client?: any
  ): _Store<UseMutationResult<D, E, V, C>>;
  function createMutation<D = unknown, E = Error, V = void, C = unknown>(
    options: _Store<UseMutationOptions<D, E, V, C>>,
    client?: any
  ): _Store<UseMutationResult<D, E, V, C>>;
  function useQueryClient(client?: any): QueryClient;
  function queryOptions<T = unknown, E = Error, D = T, K = any>(
    options: UseQueryOptions<T, E, D, K>
  ): UseQueryOptions<T, E, D, K>;
  function keepPreviousData<T>(previous: T | undefined): T | undefined;
}
