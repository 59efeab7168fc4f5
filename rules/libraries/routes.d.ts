// Routers and frameworks of React: what a loader hands to its page.

declare module "react-router" {
  type _Loaded<T> = T extends (...args: any[]) => infer R ? Awaited<R> : T;
  interface FetcherWithComponents<D> {
    data: D | undefined;
    state: string;
    submit: any;
    load: any;
    Form: any;
    [other: string]: any;
  }
  function useLoaderData<T = any>(): _Loaded<T>;
  function useActionData<T = any>(): _Loaded<T> | undefined;
  function useRouteLoaderData<T = any>(id: string): _Loaded<T> | undefined;
  function useFetcher<T = any>(options?: any): FetcherWithComponents<_Loaded<T>>;
  function useOutletContext<C = unknown>(): C;
  function json<D>(data: D, init?: any): D;
  function data<D>(data: D, init?: any): D;
  function defer<D>(data: D, init?: any): D;
}
declare module "react-router-dom" {
  export * from "react-router";
}
declare module "@remix-run/react" {
  export * from "react-router";
}
declare module "@remix-run/node" {
  export { json, data, defer } from "react-router";
}
declare module "@remix-run/cloudflare" {
  export { json, data, defer } from "react-router";
}
declare module "@remix-run/server-runtime" {
  export { json, data, defer } from "react-router";
}
declare module "@tanstack/react-router" {
  interface RouteOptions<R, C> {
    beforeLoad?: (context: any) => C | Promise<C>;
    loader?: (context: any) => R | Promise<R>;
    component?: any;
    head?: (context: { loaderData?: R; [other: string]: any }) => any;
    [other: string]: any;
  }
  interface Route<R = any, C = any> {
    useLoaderData(): R;
    useLoaderData<S>(options: { select: (data: R) => S; [other: string]: any }): S;
    useRouteContext(): any;
    useParams(options?: any): any;
    useSearch(options?: any): any;
    useNavigate(): any;
    [other: string]: any;
  }
  function createFileRoute(path?: string): <R, C = any>(options: RouteOptions<R, C>) => Route<R, C>;
  function createLazyFileRoute(path?: string): (options: any) => Route;
  function createRoute<R, C = any>(options: RouteOptions<R, C>): Route<R, C>;
  function createRootRoute<R, C = any>(options?: RouteOptions<R, C>): Route<R, C>;
}
declare module "next" {
  interface GetServerSideProps<P = any, Q = any, D = any> {
    (context: any): Promise<{ props: P | Promise<P>; [other: string]: any }>;
  }
  interface GetStaticProps<P = any, Q = any, D = any> {
    (context: any): Promise<{ props: P; [other: string]: any }> | { props: P; [other: string]: any };
  }
  type _PropsOf<F> = F extends (context: any) => infer R ? _Props<Awaited<R>> : never;
  type _Props<R> = R extends { props: infer P } ? Awaited<P> : never;
  type InferGetServerSidePropsType<F> = _PropsOf<F>;
  type InferGetStaticPropsType<F> = _PropsOf<F>;
  interface NextPage<P = {}, I = P> {
    (props: P): any;
    getInitialProps?(context: any): I | Promise<I>;
    [other: string]: any;
  }
}
