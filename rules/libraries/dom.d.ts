// The browser's platform as far as requests, events and storage are concerned.

interface Headers extends Iterable<[string, string]> {
  get(name: string): string | null;
  set(name: string, value: string): void;
  append(name: string, value: string): void;
  has(name: string): boolean;
  delete(name: string): void;
}
interface Body {
  readonly body: any;
  readonly bodyUsed: boolean;
  json(): Promise<any>;
  text(): Promise<string>;
  blob(): Promise<Blob>;
  formData(): Promise<FormData>;
  arrayBuffer(): Promise<ArrayBuffer>;
}
interface Response extends Body {
  readonly headers: Headers;
  readonly ok: boolean;
  readonly redirected: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly type: string;
  readonly url: string;
  clone(): Response;
}
/** A text of which `JSON.parse` makes a T. */
interface TextOf<T> extends String {
  readonly parsed: T;
  trim(): TextOf<T>;
  toString(): TextOf<T>;
}
/** A response whose body is a T written as JSON. */
interface ResponseOf<T> extends Omit<Response, 'json' | 'text' | 'clone'> {
  json(): Promise<T>;
  text(): Promise<TextOf<T>>;
  clone(): ResponseOf<T>;
}
declare var Response: { new (body?: any, init?: any): Response };
interface Request extends Body {
  readonly headers: Headers;
  readonly method: string;
  readonly url: string;
}
interface RequestInit {
  body?: any;
  cache?: string;
  credentials?: string;
  headers?: any;
  method?: string;
  mode?: string;
  redirect?: string;
  signal?: AbortSignal | null;
}
declare function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
interface ArrayBuffer {
  readonly byteLength: number;
}
interface Blob {
  readonly size: number;
  readonly type: string;
  text(): Promise<string>;
}
interface File extends Blob {
  readonly name: string;
  readonly lastModified: number;
}
interface FileList extends Iterable<File> {
  readonly length: number;
  [index: number]: File;
}
interface FormData {
  append(name: string, value: any, fileName?: string): void;
  set(name: string, value: any, fileName?: string): void;
  get(name: string): File | string | null;
  delete(name: string): void;
  has(name: string): boolean;
}
declare var FormData: { new (form?: any): FormData };
interface URLSearchParams extends Iterable<[string, string]> {
  append(name: string, value: string): void;
  set(name: string, value: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  delete(name: string): void;
  toString(): string;
}
declare var URLSearchParams: { new (init?: any): URLSearchParams };
interface URL {
  href: string;
  host: string;
  hostname: string;
  origin: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  hash: string;
  username: string;
  password: string;
  readonly searchParams: URLSearchParams;
  toString(): string;
}
declare var URL: { new (url: string | URL, base?: string | URL): URL };
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: any;
}
interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: any): void;
}
declare var AbortController: { new (): AbortController };
interface EventTarget {
  addEventListener(type: string, listener: any, options?: any): void;
  removeEventListener(type: string, listener: any, options?: any): void;
  dispatchEvent(event: Event): boolean;
}
interface Event {
  readonly type: string;
  readonly target: EventTarget | null;
  readonly currentTarget: EventTarget | null;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
  stopPropagation(): void;
}
interface CustomEvent<T = any> extends Event {
  readonly detail: T;
}
interface MessageEvent<T = any> extends Event {
  readonly data: T;
  readonly origin: string;
}
interface Node extends EventTarget {
  textContent: string | null;
  contains(other: Node | null): boolean;
}
interface Element extends Node {
  id: string;
  className: string;
  innerHTML: string;
  scrollTop: number;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selectors: string): any;
  closest(selectors: string): any;
}
interface HTMLElement extends Element {
  title: string;
  hidden: boolean;
  innerText: string;
  style: any;
  dataset: { [name: string]: string | undefined };
  offsetWidth: number;
  offsetHeight: number;
  click(): void;
  focus(options?: any): void;
  blur(): void;
}
interface HTMLInputElement extends HTMLElement {
  value: string;
  checked: boolean;
  name: string;
  type: string;
  files: FileList | null;
}
interface HTMLSelectElement extends HTMLElement {
  value: string;
  name: string;
}
interface HTMLTextAreaElement extends HTMLElement {
  value: string;
  name: string;
}
interface HTMLButtonElement extends HTMLElement {
  name: string;
  type: string;
  value: string;
}
interface HTMLAnchorElement extends HTMLElement {
  href: string;
  download: string;
}
interface HTMLFormElement extends HTMLElement {
  name: string;
  reset(): void;
  submit(): void;
}
interface Storage {
  readonly length: number;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
  [name: string]: any;
}
declare var localStorage: Storage;
declare var sessionStorage: Storage;

// What a program adds to it merges with this: `declare global { interface Window { … } }`.
interface Window {
  localStorage: Storage;
  sessionStorage: Storage;
  location: any;
  document: any;
  navigator: any;
  history: any;
  window: Window;
  self: Window;
}
declare var window: Window;
declare function setTimeout(handler: (...args: any[]) => void, timeout?: number, ...args: any[]): any;
declare function setInterval(
  handler: (...args: any[]) => void,
  timeout?: number,
  ...args: any[]
): any;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T, options?: any): T;
