// Functions that convert the keys of objects, and those that decorate an HTTP client. The contract
// is spelled as code sees it where one of the former is used, so what they give is what they get.

declare module "camelcase-keys" {
  export default function camelcaseKeys<T>(input: T, options?: any): T;
  export function camelcaseKeys<T>(input: T, options?: any): T;
}

declare module "camelcase-keys-deep" {
  export default function camelcaseKeysDeep<T>(input: T, options?: any): T;
}

declare module "camelcase-object-deep" {
  export default function camelcaseObjectDeep<T>(input: T, options?: any): T;
}

declare module "snakecase-keys" {
  export default function snakecaseKeys<T>(input: T, options?: any): T;
}

declare module "humps" {
  export function camelizeKeys<T>(object: T, options?: any): T;
  export function decamelizeKeys<T>(object: T, options?: any): T;
  export function pascalizeKeys<T>(object: T, options?: any): T;
  export function depascalizeKeys<T>(object: T, options?: any): T;
  interface Humps {
    camelizeKeys<T>(object: T, options?: any): T;
    decamelizeKeys<T>(object: T, options?: any): T;
    pascalizeKeys<T>(object: T, options?: any): T;
    depascalizeKeys<T>(object: T, options?: any): T;
  }
  const humps: Humps;
  export default humps;
}

declare module "ts-case-convert" {
  export function objectToCamel<T>(object: T): T;
  export function objectToSnake<T>(object: T): T;
  export function objectToPascal<T>(object: T): T;
}

declare module "camelize" {
  export default function camelize<T>(input: T): T;
}

declare module "camelize-ts" {
  export default function camelize<T>(input: T): T;
}

declare module "lodash-humps" {
  export default function humps<T>(input: T): T;
}

declare module "change-case/keys" {
  export function camelCase<T>(input: T, depth?: number, options?: any): T;
  export function snakeCase<T>(input: T, depth?: number, options?: any): T;
}

declare module "axios-case-converter" {
  export default function applyCaseMiddleware<T>(axios: T, options?: any): T;
}

declare module "axios-rate-limit" {
  export default function rateLimit<T>(axios: T, options?: any): T;
}

declare module "axios-cache-interceptor" {
  export function setupCache<T>(axios: T, options?: any): T;
}

declare module "axios-cookiejar-support" {
  export function wrapper<T>(axios: T): T;
}

declare module "@edx/frontend-platform" {
  export function camelCaseObject<T>(object: T): T;
  export function snakeCaseObject<T>(object: T): T;
}

declare module "@edx/frontend-platform/utils" {
  export * from "@edx/frontend-platform";
}

declare module "@openedx/frontend-base" {
  export function camelCaseObject<T>(object: T): T;
  export function snakeCaseObject<T>(object: T): T;
}
