// axios and other HTTP clients whose calls carry the type of the response.

declare module "axios" {
  interface AxiosRequestConfig<D = any> {
    url?: string;
    method?: string;
    baseURL?: string;
    headers?: any;
    params?: any;
    data?: D;
    timeout?: number;
    responseType?: string;
    signal?: AbortSignal;
    withCredentials?: boolean;
    [other: string]: any;
  }
  interface InternalAxiosRequestConfig<D = any> extends AxiosRequestConfig<D> {}
  interface AxiosResponse<T = any, D = any> {
    data: T;
    status: number;
    statusText: string;
    headers: any;
    config: InternalAxiosRequestConfig<D>;
    request?: any;
  }
  class AxiosError<T = any, D = any> {
    config?: InternalAxiosRequestConfig<D>;
    code?: string;
    request?: any;
    response?: AxiosResponse<T, D>;
    isAxiosError: boolean;
    status?: number;
    message: string;
    name: string;
    stack?: string;
  }
  type AxiosPromise<T = any> = Promise<AxiosResponse<T>>;
  interface Axios {
    defaults: any;
    interceptors: any;
    getUri(config?: AxiosRequestConfig): string;
    request<T = any, R = AxiosResponse<T>, D = any>(config: AxiosRequestConfig<D>): Promise<R>;
    get<T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      config?: AxiosRequestConfig<D>
    ): Promise<R>;
    delete<T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      config?: AxiosRequestConfig<D>
    ): Promise<R>;
    head<T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      config?: AxiosRequestConfig<D>
    ): Promise<R>;
    options<T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      config?: AxiosRequestConfig<D>
    ): Promise<R>;
    post<T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      data?: D,
      config?: AxiosRequestConfig<D>
    ): Promise<R>;
    put<T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      data?: D,
      config?: AxiosRequestConfig<D>
    ): Promise<R>;
    patch<T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      data?: D,
      config?: AxiosRequestConfig<D>
    ): Promise<R>;
    postForm<T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      data?: D,
      config?: AxiosRequestConfig<D>
    ): Promise<R>;
  }
  interface AxiosInstance extends Axios {
    <T = any, R = AxiosResponse<T>, D = any>(config: AxiosRequestConfig<D>): Promise<R>;
    <T = any, R = AxiosResponse<T>, D = any>(
      url: string,
      config?: AxiosRequestConfig<D>
    ): Promise<R>;
    create(config?: any): AxiosInstance;
  }
  interface AxiosStatic extends AxiosInstance {
    create(config?: any): AxiosInstance;
    all<T>(values: (T | Promise<T>)[]): Promise<T[]>;
    isAxiosError<T = any, D = any>(payload: any): payload is AxiosError<T, D>;
    isCancel(value: any): boolean;
    CancelToken: any;
  }
  function isAxiosError<T = any, D = any>(payload: any): payload is AxiosError<T, D>;
  const axios: AxiosStatic;
  export default axios;
}

// Nextcloud's instance, which has the token of its user.
declare module "@nextcloud/axios" {
  export * from "axios";
  import axios from "axios";
  export default axios;
}

declare module "ky" {
  interface KyResponse<T = unknown> extends Response {
    json<J = T>(): Promise<J>;
  }
  interface ResponsePromise<T = unknown> extends Promise<KyResponse<T>> {
    json<J = T>(): Promise<J>;
    text(): Promise<string>;
    blob(): Promise<Blob>;
  }
  interface KyInstance {
    <T>(url: any, options?: any): ResponsePromise<T>;
    get<T>(url: any, options?: any): ResponsePromise<T>;
    post<T>(url: any, options?: any): ResponsePromise<T>;
    put<T>(url: any, options?: any): ResponsePromise<T>;
    patch<T>(url: any, options?: any): ResponsePromise<T>;
    delete<T>(url: any, options?: any): ResponsePromise<T>;
    head(url: any, options?: any): ResponsePromise;
    create(options?: any): KyInstance;
    extend(options?: any): KyInstance;
  }
  const ky: KyInstance;
  export default ky;
}

declare module "superagent" {
  interface Response<T = any> {
    body: T;
    text: string;
    status: number;
    statusCode: number;
    ok: boolean;
    error: any;
    header: any;
    headers: any;
    type: string;
  }
  interface SuperAgentRequest<T = any> extends Promise<Response<T>> {
    set(field: any, value?: any): this;
    query(value: any): this;
    send(data?: any): this;
    field(name: any, value?: any): this;
    attach(field: string, file: any, options?: any): this;
    type(value: string): this;
    accept(value: string): this;
    auth(user: string, password?: any, options?: any): this;
    timeout(value: any): this;
    retry(count?: number, callback?: any): this;
    responseType(value: string): this;
    withCredentials(on?: boolean): this;
    redirects(count: number): this;
    ok(callback: (response: Response<T>) => boolean): this;
    on(event: string, callback: (value: any) => void): this;
    use(plugin: any): this;
    abort(): this;
  }
  interface Request extends SuperAgentRequest {}
  function get(url: string, callback?: any): SuperAgentRequest;
  function head(url: string, callback?: any): SuperAgentRequest;
  function del(url: string, callback?: any): SuperAgentRequest;
  function options(url: string, callback?: any): SuperAgentRequest;
  function post(url: string, data?: any): SuperAgentRequest;
  function put(url: string, data?: any): SuperAgentRequest;
  function patch(url: string, data?: any): SuperAgentRequest;
  const superagent: any;
  export default superagent;
}
declare module "ofetch" {
  interface FetchResponse<T> extends Response {
    _data?: T;
  }
  interface ResponseMap {
    blob: Blob;
    text: string;
    arrayBuffer: ArrayBuffer;
    stream: ReadableStream<Uint8Array>;
  }
  type ResponseType = keyof ResponseMap | "json";
  type MappedResponseType<R, T = any> = R extends keyof ResponseMap ? ResponseMap[R] : T;
  interface $Fetch {
    <T = any, R = "json">(request: any, options?: any): Promise<MappedResponseType<R, T>>;
    raw<T = any, R = "json">(
      request: any,
      options?: any,
    ): Promise<FetchResponse<MappedResponseType<R, T>>>;
    create(defaults: any): $Fetch;
  }
  const ofetch: $Fetch;
  const $fetch: $Fetch;
}

declare module "swr" {
  interface KeyedMutator<D> {
    (
      data?: D | Promise<D | undefined> | ((current?: D) => D | Promise<D | undefined> | undefined),
      options?: any
    ): Promise<D | undefined>;
  }
  interface SWRResponse<D = any, E = any> {
    data: D | undefined;
    error: E | undefined;
    mutate: KeyedMutator<D>;
    isValidating: boolean;
    isLoading: boolean;
  }
  interface SWRConfiguration<D = any, E = any> {
    fallbackData?: D;
    onSuccess?: (data: D, key: string, config: any) => void;
    onError?: (error: E, key: string, config: any) => void;
    fetcher?: any;
    compare?: (a: D | undefined, b: D | undefined) => boolean;
    refreshInterval?: number | ((latest: D | undefined) => number);
    [other: string]: any;
  }
  function useSWR<D = any, E = any>(key: any): SWRResponse<D, E>;
  function useSWR<D = any, E = any>(
    key: any,
    fetcher: ((...args: any[]) => D | Promise<D>) | null,
    config?: SWRConfiguration<D, E>
  ): SWRResponse<D, E>;
  function useSWR<D = any, E = any>(
    key: any,
    config: SWRConfiguration<D, E> | undefined
  ): SWRResponse<D, E>;
  function mutate<D = any>(
    key: any,
    data?: D | Promise<D | undefined> | ((current?: D) => D | Promise<D | undefined> | undefined),
    options?: any
  ): Promise<D | undefined>;
  function useSWRConfig(): { mutate: typeof mutate; cache: any; fetcher: any };
  function SWRConfig(props: any): any;
  export default useSWR;
}

declare module "swr/immutable" {
  import { SWRResponse, SWRConfiguration } from "swr";
  function useSWRImmutable<D = any, E = any>(key: any): SWRResponse<D, E>;
  function useSWRImmutable<D = any, E = any>(
    key: any,
    fetcher: ((...args: any[]) => D | Promise<D>) | null,
    config?: SWRConfiguration<D, E>
  ): SWRResponse<D, E>;
  export default useSWRImmutable;
}

declare module "swr/mutation" {
  interface SWRMutationResponse<D = any, E = any> {
    data: D | undefined;
    error: E | undefined;
    isMutating: boolean;
    reset(): void;
    trigger(arg?: any, options?: any): Promise<D>;
  }
  function useSWRMutation<D = any, E = any, K = any, A = any>(
    key: any,
    fetcher: (key: any, options: { arg: A }) => D | Promise<D>,
    options?: any
  ): SWRMutationResponse<D, E>;
  export default useSWRMutation;
}

declare module "swr/infinite" {
  interface SWRInfiniteResponse<D = any, E = any> {
    data: D[] | undefined;
    error: E | undefined;
    size: number;
    setSize(size: any): Promise<D[] | undefined>;
    mutate(data?: any, options?: any): Promise<D[] | undefined>;
    isValidating: boolean;
    isLoading: boolean;
  }
  function useSWRInfinite<D = any, E = any>(
    getKey: (index: number, previous: D | null) => any,
    fetcher?: ((...args: any[]) => D | Promise<D>) | null,
    config?: any
  ): SWRInfiniteResponse<D, E>;
  export default useSWRInfinite;
}

declare module "@foundatiofx/fetchclient" {
  interface ProblemDetails {
    type?: string;
    title?: string;
    status?: number;
    detail?: string;
    instance?: string;
    errors: Record<string, string[] | undefined>;
    [other: string]: any;
  }
  interface FetchClientResponse<T> extends Response {
    data: T | null;
    problem: ProblemDetails;
    meta: any;
  }
  class FetchClient {
    constructor(options?: any);
    get(url: string, options?: any): Promise<FetchClientResponse<unknown>>;
    getJSON<T>(url: string, options?: any): Promise<FetchClientResponse<T>>;
    post(url: string, body?: any, options?: any): Promise<FetchClientResponse<unknown>>;
    postJSON<T>(url: string, body?: any, options?: any): Promise<FetchClientResponse<T>>;
    put(url: string, body?: any, options?: any): Promise<FetchClientResponse<unknown>>;
    putJSON<T>(url: string, body?: any, options?: any): Promise<FetchClientResponse<T>>;
    patch(url: string, body?: any, options?: any): Promise<FetchClientResponse<unknown>>;
    patchJSON<T>(url: string, body?: any, options?: any): Promise<FetchClientResponse<T>>;
    delete(url: string, options?: any): Promise<FetchClientResponse<unknown>>;
    deleteJSON<T>(url: string, options?: any): Promise<FetchClientResponse<T>>;
  }
  function useFetchClient(options?: any): FetchClient;
}

declare module "@openmrs/esm-framework" {
  import { Observable } from "rxjs";
  interface FetchResponse<T = any> extends Response {
    data: T;
  }
  interface _Paged<T> {
    data: T[];
    totalPages: number;
    totalCount: number;
    currentPage: number;
    currentPageSize: any;
    paginated: boolean;
    showNextButton: boolean;
    showPreviousButton: boolean;
    goTo(page: number): void;
    goToNext(): void;
    goToPrevious(): void;
    isLoading: boolean;
    isValidating: boolean;
    error: any;
    mutate(): any;
  }
  function openmrsFetch<T = any>(path: string, options?: any): Promise<FetchResponse<T>>;
  function openmrsObservableFetch<T>(path: string, options?: any): Observable<FetchResponse<T>>;
  function useOpenmrsPagination<T>(url: any, size: number, options?: any): _Paged<T>;
}
