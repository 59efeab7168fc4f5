// React: hooks, components, context, events.

declare module "react" {
  export as namespace React;
  type Key = string | number;
  type ReactNode = any;
  type ReactElement = any;
  type JSXElementConstructor<P> = (props: P) => any;
  type ElementType<P = any> = any;
  type PropsWithChildren<P = unknown> = P & { children?: ReactNode };
  type PropsWithRef<P> = P;
  type PropsWithoutRef<P> = P;
  type ComponentProps<T> = T extends (props: infer P) => any ? P : any;
  type ComponentPropsWithoutRef<T> = T extends (props: infer P) => any ? P : any;
  type ComponentPropsWithRef<T> = T extends (props: infer P) => any ? P : any;
  interface FunctionComponent<P = {}> {
    (props: P): any;
    displayName?: string;
    propTypes?: any;
    defaultProps?: Partial<P>;
  }
  type FC<P = {}> = FunctionComponent<P>;
  type VFC<P = {}> = FunctionComponent<P>;
  type ComponentType<P = {}> = FunctionComponent<P>;
  interface RefAttributes<T> {
    ref?: Ref<T>;
    key?: Key | null;
  }
  interface ForwardRefExoticComponent<P> {
    (props: P): any;
    displayName?: string;
    defaultProps?: Partial<P>;
  }
  interface MemoExoticComponent<T> {}
  type LazyExoticComponent<T> = T;
  interface RefObject<T> {
    current: T;
  }
  interface MutableRefObject<T> {
    current: T;
  }
  type RefCallback<T> = (instance: T | null) => void;
  type Ref<T> = RefCallback<T> | RefObject<T> | null;
  type ForwardedRef<T> = ((instance: T | null) => void) | MutableRefObject<T | null> | null;

  type SetStateAction<S> = S | ((prevState: S) => S);
  type Dispatch<A> = (value: A) => void;
  type DispatchWithoutAction = () => void;
  type Reducer<S, A> = (prevState: S, action: A) => S;
  type ActionDispatch<A extends any[]> = (...args: A) => void;
  function useState<S>(initialState: S | (() => S)): [S, Dispatch<SetStateAction<S>>];
  function useState<S = undefined>(): [S | undefined, Dispatch<SetStateAction<S | undefined>>];
  function useReducer<S, A>(
    reducer: (prevState: S, action: A) => S,
    initialState: S
  ): [S, Dispatch<A>];
  function useReducer<S, A, I>(
    reducer: (prevState: S, action: A) => S,
    initialArg: I,
    init: (arg: I) => S
  ): [S, Dispatch<A>];
  function useRef<T>(initialValue: T): MutableRefObject<T>;
  function useRef<T>(initialValue: T | null): RefObject<T>;
  function useRef<T = undefined>(): MutableRefObject<T | undefined>;
  function useMemo<T>(factory: () => T, deps?: any): T;
  function useCallback<T>(callback: T, deps?: any): T;
  function useContext<T>(context: Context<T>): T;
  function use<T>(usable: Promise<T> | Context<T>): T;
  function useEffect(effect: () => any, deps?: any): void;
  function useLayoutEffect(effect: () => any, deps?: any): void;
  function useInsertionEffect(effect: () => any, deps?: any): void;
  function useImperativeHandle<T>(ref: Ref<T> | undefined, init: () => T, deps?: any): void;
  function useDebugValue<T>(value: T, format?: (value: T) => any): void;
  function useDeferredValue<T>(value: T, initialValue?: T): T;
  function useTransition(): [boolean, (callback: () => any) => void];
  function startTransition(callback: () => any): void;
  function useId(): string;
  function useOptimistic<S, A = S>(
    state: S,
    update?: (state: S, action: A) => S
  ): [S, (action: A) => void];
  function useActionState<S, P>(
    action: (state: S, payload: P) => S | Promise<S>,
    initialState: S,
    permalink?: string
  ): [S, (payload: P) => void, boolean];
  function useSyncExternalStore<S>(
    subscribe: (onStoreChange: () => void) => () => void,
    getSnapshot: () => S,
    getServerSnapshot?: () => S
  ): S;
  function useEffectEvent<T>(callback: T): T;

  interface ProviderProps<T> {
    value: T;
    children?: ReactNode;
  }
  interface ConsumerProps<T> {
    children: (value: T) => ReactNode;
  }
  interface Provider<T> {
    (props: ProviderProps<T>): any;
  }
  interface Consumer<T> {
    (props: ConsumerProps<T>): any;
  }
  interface Context<T> {
    (props: ProviderProps<T>): any;
    Provider: Provider<T>;
    Consumer: Consumer<T>;
    displayName?: string;
  }
  function createContext<T>(defaultValue: T): Context<T>;
  function forwardRef<T, P = {}>(
    render: (props: P, ref: ForwardedRef<T>) => any
  ): ForwardRefExoticComponent<P & RefAttributes<T>>;
  type ForwardRefRenderFunction<T, P = {}> = (props: P, ref: ForwardedRef<T>) => any;
  type _PropsOf<T> = T extends (props: infer P, ...rest: any) => any ? P : T extends new (...args: any) => { props: infer P } ? P : T;
  type _Memo<T> = T extends (...args: any) => any ? T : T extends new (...args: any) => any ? T : FunctionComponent<T>;
  function memo<T>(component: T & _Memo<T>, propsAreEqual?: (prev: _PropsOf<T>, next: _PropsOf<T>) => boolean): T & _Memo<T>;
  function lazy<T>(load: () => Promise<{ default: T }>): T;
  function createElement(type: any, props?: any, ...children: any[]): any;
  function cloneElement(element: any, props?: any, ...children: any[]): any;
  function isValidElement(object: any): boolean;
  function createRef<T>(): RefObject<T | null>;
  const Children: {
    map<T, C>(children: C | C[], fn: (child: C, index: number) => T): T[];
    forEach<C>(children: C | C[], fn: (child: C, index: number) => void): void;
    count(children: any): number;
    only<C>(children: C): C;
    toArray(children: any): any[];
  };
  const Fragment: (props: { children?: ReactNode; key?: Key }) => any;
  const Suspense: (props: { children?: ReactNode; fallback?: ReactNode }) => any;
  const StrictMode: (props: { children?: ReactNode }) => any;

  class Component<P = {}, S = {}> {
    constructor(props: P);
    readonly props: P;
    state: S;
    context: any;
    refs: any;
    setState(
      state: Partial<S> | ((prevState: S, props: P) => Partial<S> | null) | null,
      callback?: () => void
    ): void;
    forceUpdate(callback?: () => void): void;
    render(): ReactNode;
    componentDidMount?(): void;
    componentDidUpdate?(prevProps: P, prevState: S, snapshot?: any): void;
    componentWillUnmount?(): void;
    shouldComponentUpdate?(nextProps: P, nextState: S, nextContext: any): boolean;
    componentDidCatch?(error: Error, info: any): void;
  }
  class PureComponent<P = {}, S = {}> extends Component<P, S> {}

  interface CSSProperties {
    [property: string]: any;
  }
  interface BaseSyntheticEvent<E = any, C = any, T = any> {
    nativeEvent: E;
    currentTarget: C;
    target: T;
    type: string;
    timeStamp: number;
    defaultPrevented: boolean;
    preventDefault(): void;
    stopPropagation(): void;
    persist(): void;
  }
  interface SyntheticEvent<T = Element, E = Event> extends BaseSyntheticEvent<E, T, EventTarget> {}
  interface ChangeEvent<T = Element> extends BaseSyntheticEvent<Event, T, T> {}
  interface FormEvent<T = Element> extends BaseSyntheticEvent<Event, T, EventTarget> {}
  interface FocusEvent<T = Element> extends BaseSyntheticEvent<Event, T, T> {
    relatedTarget: any;
  }
  interface MouseEvent<T = Element, E = Event> extends BaseSyntheticEvent<E, T, EventTarget> {
    altKey: boolean;
    button: number;
    clientX: number;
    clientY: number;
    ctrlKey: boolean;
    metaKey: boolean;
    shiftKey: boolean;
    pageX: number;
    pageY: number;
  }
  interface DragEvent<T = Element> extends MouseEvent<T> {
    dataTransfer: any;
  }
  interface TouchEvent<T = Element> extends BaseSyntheticEvent<Event, T, EventTarget> {
    touches: any;
  }
  interface KeyboardEvent<T = Element> extends BaseSyntheticEvent<Event, T, EventTarget> {
    key: string;
    code: string;
    altKey: boolean;
    ctrlKey: boolean;
    metaKey: boolean;
    shiftKey: boolean;
    keyCode: number;
  }
  interface ClipboardEvent<T = Element> extends BaseSyntheticEvent<Event, T, EventTarget> {
    clipboardData: any;
  }
  type EventHandler<E> = (event: E) => void;
  type ReactEventHandler<T = Element> = (event: SyntheticEvent<T>) => void;
  type ChangeEventHandler<T = Element> = (event: ChangeEvent<T>) => void;
  type MouseEventHandler<T = Element> = (event: MouseEvent<T>) => void;
  type FormEventHandler<T = Element> = (event: FormEvent<T>) => void;
  type KeyboardEventHandler<T = Element> = (event: KeyboardEvent<T>) => void;
  type FocusEventHandler<T = Element> = (event: FocusEvent<T>) => void;
  type DragEventHandler<T = Element> = (event: DragEvent<T>) => void;

  interface Attributes {
    key?: Key | null;
  }
  interface DOMAttributes<T> {
    children?: ReactNode;
    dangerouslySetInnerHTML?: { __html: string };
    onChange?: ChangeEventHandler<T>;
    onInput?: FormEventHandler<T>;
    onSubmit?: FormEventHandler<T>;
    onClick?: MouseEventHandler<T>;
    onDoubleClick?: MouseEventHandler<T>;
    onMouseDown?: MouseEventHandler<T>;
    onMouseUp?: MouseEventHandler<T>;
    onMouseEnter?: MouseEventHandler<T>;
    onMouseLeave?: MouseEventHandler<T>;
    onMouseMove?: MouseEventHandler<T>;
    onMouseOver?: MouseEventHandler<T>;
    onContextMenu?: MouseEventHandler<T>;
    onKeyDown?: KeyboardEventHandler<T>;
    onKeyUp?: KeyboardEventHandler<T>;
    onKeyPress?: KeyboardEventHandler<T>;
    onFocus?: FocusEventHandler<T>;
    onBlur?: FocusEventHandler<T>;
    onDrop?: DragEventHandler<T>;
    onDragOver?: DragEventHandler<T>;
    onDragStart?: DragEventHandler<T>;
    onDragEnd?: DragEventHandler<T>;
    onPaste?: (event: ClipboardEvent<T>) => void;
    onScroll?: (event: SyntheticEvent<T>) => void;
    onLoad?: ReactEventHandler<T>;
    onError?: ReactEventHandler<T>;
  }
  interface HTMLAttributes<T> extends DOMAttributes<T> {
    key?: Key | null;
    ref?: Ref<T>;
    id?: string;
    className?: string;
    title?: string;
    hidden?: boolean;
    style?: CSSProperties;
    role?: string;
    tabIndex?: number;
    lang?: string;
    dir?: string;
    draggable?: boolean;
    slot?: string;
    [other: string]: any;
  }
  interface AllHTMLAttributes<T> extends HTMLAttributes<T> {
    value?: any;
    checked?: boolean;
    disabled?: boolean;
    name?: string;
    type?: string;
    href?: string;
    src?: string;
    alt?: string;
    placeholder?: string;
  }
  type ButtonHTMLAttributes<T> = AllHTMLAttributes<T>;
  type InputHTMLAttributes<T> = AllHTMLAttributes<T>;
  type AnchorHTMLAttributes<T> = AllHTMLAttributes<T>;
  type FormHTMLAttributes<T> = AllHTMLAttributes<T>;
  type SelectHTMLAttributes<T> = AllHTMLAttributes<T>;
  type TextareaHTMLAttributes<T> = AllHTMLAttributes<T>;
  type LabelHTMLAttributes<T> = AllHTMLAttributes<T>;
  type ImgHTMLAttributes<T> = AllHTMLAttributes<T>;
  type SVGProps<T> = AllHTMLAttributes<T>;
  type HTMLProps<T> = AllHTMLAttributes<T>;
  type DetailedHTMLProps<A, T> = A;
  interface IntrinsicElements {
    input: AllHTMLAttributes<HTMLInputElement>;
    select: AllHTMLAttributes<HTMLSelectElement>;
    textarea: AllHTMLAttributes<HTMLTextAreaElement>;
    button: AllHTMLAttributes<HTMLButtonElement>;
    form: AllHTMLAttributes<HTMLFormElement>;
    a: AllHTMLAttributes<HTMLAnchorElement>;
    [element: string]: AllHTMLAttributes<HTMLElement>;
  }
  namespace JSX {
    type Element = any;
    type ElementType = any;
  }
}

declare module "react-redux" {
  interface UseSelector {
    <S = any, R = unknown>(selector: (state: S) => R, equality?: any): R;
    withTypes<T>(): TypedUseSelectorHook<T>;
  }
  const useSelector: UseSelector;
  interface UseDispatch {
    <D = any>(): D;
    withTypes<D>(): () => D;
  }
  const useDispatch: UseDispatch;
  function useStore<S = any>(): { getState(): S; dispatch: any };
  interface TypedUseSelectorHook<S> {
    <R>(selector: (state: S) => R, equality?: any): R;
    withTypes<T>(): TypedUseSelectorHook<T>;
  }
  interface _Connector<P> {
    <C>(component: C): C;
    _props: P;
  }
  type ConnectedProps<T> = T extends _Connector<infer P> ? P : any;
  type InferableComponentEnhancerWithProps<P, N = any> = _Connector<P>;
  function connect<S, M>(mapState: (state: S, own?: any) => M): _Connector<M>;
  function connect<S, M, D>(
    mapState: (state: S, own?: any) => M,
    mapDispatch: (dispatch: any, own?: any) => D,
    merge?: any,
    options?: any
  ): _Connector<M & D>;
  function connect<S, M, D>(
    mapState: (state: S, own?: any) => M,
    mapDispatch: D,
    merge?: any,
    options?: any
  ): _Connector<M & D>;
  function connect<D>(mapState: any, mapDispatch: D, merge?: any, options?: any): _Connector<D>;
  function Provider(props: any): any;
}
