// A server beside the frontend that answers its own requests: what a route is told of them.
declare module "express" {
  interface Request<P = any, ResBody = any, ReqBody = any, ReqQuery = any, Locals = any> {
    params: P;
    body: ReqBody;
    query: ReqQuery;
    res?: Response<ResBody, Locals>;
    [other: string]: any;
  }
  interface Response<ResBody = any, Locals = any> {
    status(code: number): this;
    json(body?: ResBody): this;
    jsonp(body?: ResBody): this;
    send(body?: ResBody): this;
    locals: Locals;
    [other: string]: any;
  }
  interface NextFunction {
    (error?: any): void;
  }
  interface RequestHandler<P = any, ResBody = any, ReqBody = any, ReqQuery = any, Locals = any> {
    (
      request: Request<P, ResBody, ReqBody, ReqQuery, Locals>,
      response: Response<ResBody, Locals>,
      next: NextFunction,
    ): any;
  }
  interface IRouterMatcher {
    <P = any, ResBody = any, ReqBody = any, ReqQuery = any, Locals = any>(
      path: string | RegExp | (string | RegExp)[],
      ...handlers: RequestHandler<P, ResBody, ReqBody, ReqQuery, Locals>[]
    ): Router;
  }
  interface IRouterHandler {
    <P = any, ResBody = any, ReqBody = any, ReqQuery = any, Locals = any>(
      ...handlers: RequestHandler<P, ResBody, ReqBody, ReqQuery, Locals>[]
    ): IRoute;
  }
  interface IRoute {
    all: IRouterHandler;
    get: IRouterHandler;
    post: IRouterHandler;
    put: IRouterHandler;
    patch: IRouterHandler;
    delete: IRouterHandler;
  }
  interface Router {
    (request: Request, response: Response, next: NextFunction): any;
    all: IRouterMatcher;
    get: IRouterMatcher;
    post: IRouterMatcher;
    put: IRouterMatcher;
    patch: IRouterMatcher;
    delete: IRouterMatcher;
    head: IRouterMatcher;
    options: IRouterMatcher;
    use(...handlers: any[]): this;
    param(name: string, handler: (...given: any[]) => any): this;
    route(path: string): IRoute;
  }
  interface Application extends Router {
    listen(...given: any[]): any;
    [other: string]: any;
  }
  type Express = Application;
  function Router(options?: any): Router;
  function json(options?: any): RequestHandler;
  function urlencoded(options?: any): RequestHandler;
  function express(): Application;
  export default express;
}
