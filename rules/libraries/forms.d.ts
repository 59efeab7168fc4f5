// Forms: what a hook of a form hands on of the values that it is given.
// `_holds` stands for what a form's values are, wherever the library has them.
// Where `keyof T` is said a path is taken, too (`'owner.name'`); `keyof any` is one of values of which
// the call says nothing.

declare module "react-hook-form" {
  type FieldValues = any;
  type Path<T> = keyof T;
  type FieldPath<T> = keyof T;
  type DefaultValues<T> = Partial<T>;
  type SubmitHandler<T> = (data: T, event?: any) => any;
  type SubmitErrorHandler<T> = (errors: FieldErrors<T>, event?: any) => any;
  interface FieldError {
    type: any;
    message?: string;
    ref?: any;
    types?: any;
    root?: FieldError;
  }
  type _ErrorOf<T> = T extends string | number | boolean | null | undefined | Date
    ? FieldError
    : T extends readonly (infer E)[]
      ? FieldErrors<E>[] & FieldError
      : FieldErrors<T> & FieldError;
  type FieldErrors<T = any> = { [K in keyof T]?: _ErrorOf<NonNullable<T[K]>> };
  interface FormState<T> {
    errors: FieldErrors<T>;
    dirtyFields: { [K in keyof T]?: any };
    touchedFields: { [K in keyof T]?: any };
    defaultValues?: Partial<T>;
    isDirty: boolean;
    isLoading: boolean;
    isSubmitted: boolean;
    isSubmitting: boolean;
    isSubmitSuccessful: boolean;
    isValid: boolean;
    isValidating: boolean;
    submitCount: number;
  }
  interface Control<T = any, C = any> {
    _values: T;
    [other: `_${string}`]: any;
  }
  interface UseFormGetValues<T> {
    (): T;
    <K extends keyof T>(name: K): T[K];
    (names: (keyof T)[]): any;
  }
  interface UseFormWatch<T> {
    (): T;
    <K extends keyof T>(name: K, initial?: any): T[K];
    (names: (keyof T)[], initial?: any): any;
    (callback: (value: Partial<T>, info: { name?: keyof T; type?: string }) => void): {
      unsubscribe(): void;
    };
  }
  type UseFormSetValue<T> = <K extends keyof T>(name: K, value: T[K], options?: any) => void;
  type UseFormSetError<T> = (name: keyof T, error: any, options?: any) => void;
  type UseFormClearErrors<T> = (name?: keyof T | (keyof T)[]) => void;
  type UseFormRegister<T> = (name: keyof T, options?: any) => any;
  type UseFormReset<T> = (values?: Partial<T> | ((values: T) => T), options?: any) => void;
  type UseFormTrigger<T> = (name?: keyof T | (keyof T)[], options?: any) => Promise<boolean>;
  type UseFormHandleSubmit<T, R = T> = (
    onValid: (data: T, event?: any) => any,
    onInvalid?: (errors: FieldErrors<T>, event?: any) => any,
  ) => (event?: any) => Promise<void>;
  interface UseFormReturn<T = any, C = any, R = T> {
    _holds: T;
    register: UseFormRegister<T>;
    handleSubmit: UseFormHandleSubmit<T, R>;
    watch: UseFormWatch<T>;
    getValues: UseFormGetValues<T>;
    setValue: UseFormSetValue<T>;
    reset: UseFormReset<T>;
    resetField(name: keyof T, options?: any): void;
    setError: UseFormSetError<T>;
    clearErrors: UseFormClearErrors<T>;
    setFocus(name: keyof T, options?: any): void;
    trigger: UseFormTrigger<T>;
    unregister(name?: keyof T | (keyof T)[], options?: any): void;
    control: Control<T>;
    formState: FormState<T>;
  }
  interface UseFormProps<T = any> {
    defaultValues?: Partial<T>;
    values?: T;
    [other: string]: any;
  }
  function useForm<T = any, C = any, R = any>(props?: UseFormProps<T>): UseFormReturn<T>;
  // What the elements of a component around are given; see fixer/program/types/provided.py.
  type _Around<C> = any;
  function useFormContext<T = _Around<typeof FormProvider>>(): UseFormReturn<T>;
  function useFormState<T = any>(props?: { control?: Control<T>; name?: any }): FormState<T>;
  type PathValue<T, N> = T[N];
  type FieldPathValue<T, N> = T[N];
  interface _Watched<T, N> {
    control?: Control<T>;
    name: N;
    defaultValue?: any;
    disabled?: boolean;
    exact?: boolean;
  }
  function useWatch<T>(props: { control?: Control<T>; name: (keyof T)[]; [other: string]: any }): any;
  function useWatch<T, N extends keyof T = keyof T>(props: _Watched<T, N>): T[N];
  function useWatch<T>(props?: { control?: Control<T>; defaultValue?: any }): Partial<T>;
  interface ControllerRenderProps<T = any, N extends keyof T = keyof T> {
    name: N;
    value: T[N];
    disabled?: boolean;
    ref: any;
    onChange(...event: any[]): void;
    onBlur(): void;
  }
  interface ControllerFieldState {
    invalid: boolean;
    isTouched: boolean;
    isDirty: boolean;
    isValidating: boolean;
    error?: FieldError;
  }
  interface UseControllerReturn<T = any, N extends keyof T = keyof T> {
    field: ControllerRenderProps<T, N>;
    fieldState: ControllerFieldState;
    formState: FormState<T>;
  }
  interface UseControllerProps<T = any, N extends keyof T = keyof T> {
    name: N;
    control?: Control<T>;
    rules?: any;
    defaultValue?: any;
    disabled?: boolean;
    shouldUnregister?: boolean;
  }
  interface ControllerProps<T = any, N extends keyof T = keyof T> extends UseControllerProps<T, N> {
    render: (props: UseControllerReturn<T, N>) => any;
  }
  type _Item<F> = F extends readonly (infer E)[] ? E : any;
  interface UseFieldArrayProps<T = any, N extends keyof T = keyof T, K = any> {
    control?: Control<T>;
    name: N;
    keyName?: K;
    rules?: any;
    disabled?: boolean;
    shouldUnregister?: boolean;
  }
  interface UseFieldArrayReturn<T = any, N extends keyof T = keyof T, K = any> {
    fields: (_Item<NonNullable<T[N]>> & { id: string })[];
    append(value: _Item<NonNullable<T[N]>> | _Item<NonNullable<T[N]>>[], options?: any): void;
    prepend(value: _Item<NonNullable<T[N]>> | _Item<NonNullable<T[N]>>[], options?: any): void;
    insert(index: number, value: _Item<NonNullable<T[N]>> | _Item<NonNullable<T[N]>>[], options?: any): void;
    update(index: number, value: _Item<NonNullable<T[N]>>): void;
    replace(value: _Item<NonNullable<T[N]>>[]): void;
    remove(index?: number | number[]): void;
    swap(one: number, other: number): void;
    move(from: number, to: number): void;
  }
  type FieldArrayWithId<T = any, N extends keyof T = keyof T, K = any> = _Item<NonNullable<T[N]>> & { id: string };
  function useController<T = any, N extends keyof T = keyof T>(props: UseControllerProps<T, N>): UseControllerReturn<T, N>;
  function useFieldArray<T = any, N extends keyof T = keyof T, K = any>(props: UseFieldArrayProps<T, N, K>): UseFieldArrayReturn<T, N, K>;
  function Controller<T = any, N extends keyof T = keyof T>(props: ControllerProps<T, N>): any;
  function FormProvider<T = any>(props: UseFormReturn<T> & { children?: any }): any;
}

declare module "formik" {
  interface FormikHelpers<V> {
    setSubmitting(value: boolean): void;
    setErrors(errors: FormikErrors<V>): void;
    setTouched(touched: FormikTouched<V>, validate?: boolean): any;
    setStatus(status?: any): void;
    setValues(values: V, validate?: boolean): void;
    setFieldValue(field: keyof V, value: any, validate?: boolean): any;
    setFieldTouched(field: keyof V, touched?: boolean, validate?: boolean): any;
    setFieldError(field: keyof V, message?: string): void;
    validateForm(values?: any): Promise<any>;
    validateField(field: keyof V): any;
    resetForm(state?: any): void;
  }
  type _Inside<F> = F extends string | number | boolean | null | undefined | Date
    ? any
    : F extends readonly (infer E)[]
      ? _Inside<E>[]
      : { [K in keyof F]?: _Inside<NonNullable<F[K]>> };
  type FormikErrors<V> = { [K in keyof V]?: _Inside<NonNullable<V[K]>> };
  type FormikTouched<V> = { [K in keyof V]?: _Inside<NonNullable<V[K]>> };
  type FormikValues = any;
  interface FormikProps<V> extends FormikHelpers<V> {
    _holds: V;
    values: V;
    errors: FormikErrors<V>;
    touched: FormikTouched<V>;
    initialValues: V;
    isSubmitting: boolean;
    isValid: boolean;
    dirty: boolean;
    status?: any;
    submitForm(): Promise<any>;
    handleSubmit(event?: any): void;
    handleReset(event?: any): void;
    handleBlur(field: keyof V): any;
    handleBlur(event: any): void;
    handleChange(field: keyof V): any;
    handleChange(event: any): void;
    getFieldProps(name: keyof V | { name: keyof V; [other: string]: any }): any;
    getFieldMeta(name: keyof V): any;
    getFieldHelpers(name: keyof V): any;
  }
  type FormikContextType<V> = FormikProps<V>;
  type FormikState<V> = FormikProps<V>;
  interface FormikConfig<V> {
    initialValues: V;
    onSubmit: (values: V, helpers: FormikHelpers<V>) => any;
    validate?: (values: V) => any;
    validationSchema?: any;
    enableReinitialize?: boolean;
    children?: ((props: FormikProps<V>) => any) | object | string | null;
    render?: (props: FormikProps<V>) => any;
    innerRef?: any;
    [other: string]: any;
  }
  function useFormik<V = any>(config: FormikConfig<V>): FormikProps<V>;
  function Formik<V = any>(props: FormikConfig<V>): any;
  function useFormikContext<V = any>(): FormikProps<V>;
  interface _Named {
    name: keyof any;
    [other: string]: any;
  }
  function useField<T = any>(name: keyof any | _Named): [any, any, any];
  function getIn(values: any, path: any, fallback?: any): any;
  function Form(props: any): any;
  function Field(props: _Named): any;
  function FastField(props: _Named): any;
  function FieldArray(props: _Named): any;
  function ErrorMessage(props: _Named): any;
}

declare module "@mantine/form" {
  type LooseKeys<V> = keyof V | (string & {});
  // Of each field a function, of the fields inside it rules of their own; of a list those of an item.
  type _Rule<F, V> =
    | ((value: F, values: V, path: string) => any)
    | (F extends (infer I)[] ? _Rules<I, V> : _Rules<F, V>);
  type _Rules<F, V> = { [K in keyof F]?: _Rule<F[K], V> };
  interface UseFormInput<V> {
    initialValues?: V;
    validate?: _Rules<V, V> | ((values: V) => any);
    transformValues?: (values: V) => any;
    onValuesChange?: (values: V, previous: V) => void;
    onSubmitPreventDefault?: any;
    [other: string]: any;
  }
  interface UseFormReturnType<V, T = any> {
    _holds: V;
    values: V;
    errors: { [K in keyof V]?: any };
    initialized: boolean;
    submitting: boolean;
    getValues(): V;
    getInitialValues(): V;
    setInitialValues(values: V): void;
    initialize(values: V): void;
    setValues(values: Partial<V> | ((previous: V) => Partial<V>)): void;
    setFieldValue<K extends keyof V>(path: K, value: V[K] | ((previous: V[K]) => V[K]), options?: any): void;
    setFieldValue(path: LooseKeys<V>, value: any, options?: any): void;
    setFieldError(path: LooseKeys<V>, error: any): void;
    clearFieldError(path: LooseKeys<V>): void;
    setErrors(errors: { [K in keyof V]?: any } | ((errors: { [K in keyof V]?: any }) => any)): void;
    clearErrors(): void;
    reset(): void;
    resetField(path: LooseKeys<V>): void;
    validate(): any;
    validateField(path: LooseKeys<V>): any;
    isValid(path?: LooseKeys<V>): boolean;
    isDirty(path?: LooseKeys<V>): boolean;
    isTouched(path?: LooseKeys<V>): boolean;
    setDirty(dirty: any): void;
    setTouched(touched: any): void;
    resetDirty(values?: V): void;
    resetTouched(): void;
    getDirty(): any;
    getTouched(): any;
    getInputProps(path: LooseKeys<V>, options?: any): any;
    getInputNode(path: LooseKeys<V>): any;
    getTransformedValues(values?: V): any;
    insertListItem(path: LooseKeys<V>, item: any, index?: number): void;
    removeListItem(path: LooseKeys<V>, index: number): void;
    replaceListItem(path: LooseKeys<V>, index: number, item: any): void;
    reorderListItem(path: LooseKeys<V>, payload: any): void;
    onSubmit(submit: (values: V, event?: any) => any, failed?: (errors: any, values: V, event?: any) => any): (event?: any) => void;
    onReset(event?: any): void;
    key(path: LooseKeys<V>): string;
    watch(path: LooseKeys<V>, listener: any): void;
  }
  type UseForm<V> = (input?: UseFormInput<V>) => UseFormReturnType<V>;
  function useForm<V = any, T = any>(input?: UseFormInput<V>): UseFormReturnType<V, T>;
  function createFormContext<V, T = any>(): [any, () => UseFormReturnType<V, T>, UseForm<V>];
  function isNotEmpty(error?: any): any;
  function isEmail(error?: any): any;
  function matches(pattern: any, error?: any): any;
  function isInRange(range: any, error?: any): any;
  function hasLength(length: any, error?: any): any;
  function matchesField(field: keyof any, error?: any): any;
}

declare module "@tanstack/react-form" {
  interface FormState<V> {
    values: V;
    errors: any[];
    fieldMeta: { [K in keyof V]?: any };
    canSubmit: boolean;
    isSubmitting: boolean;
    isDirty: boolean;
    isPristine: boolean;
    isValid: boolean;
    [other: string]: any;
  }
  interface _Store<S> {
    state: S;
    subscribe(listener: any): any;
  }
  interface FieldState<F> {
    value: F;
    meta: any;
  }
  interface FieldApi<V, N extends keyof V = keyof V> {
    name: N;
    form: FormApi<V>;
    state: FieldState<V[N]>;
    store: _Store<FieldState<V[N]>>;
    handleChange(value: V[N] | ((previous: V[N]) => V[N])): void;
    setValue(value: V[N] | ((previous: V[N]) => V[N]), options?: any): void;
    handleBlur(): void;
    pushValue(value: any, options?: any): void;
    insertValue(index: number, value: any): void;
    replaceValue(index: number, value: any): void;
    removeValue(index: number): void;
    swapValues(one: number, other: number): void;
    moveValue(from: number, to: number): void;
    [other: `${string}Field`]: any;
  }
  interface _FieldProps<V, N extends keyof V> {
    name: N;
    children: (field: FieldApi<V, N>) => any;
    defaultValue?: V[N];
    validators?: any;
    listeners?: any;
    mode?: any;
    asyncDebounceMs?: number;
  }
  interface FormApi<V = any> {
    _holds: V;
    state: FormState<V>;
    store: _Store<FormState<V>>;
    options: FormOptions<V>;
    Field<N extends keyof V>(props: _FieldProps<V, N>): any;
    AppField<N extends keyof V>(props: _FieldProps<V, N>): any;
    AppForm(props: any): any;
    Subscribe<R>(props: { selector?: (state: FormState<V>) => R; children: ((value: R) => any) | any }): any;
    getFieldValue<N extends keyof V>(name: N): V[N];
    setFieldValue<N extends keyof V>(name: N, value: V[N] | ((previous: V[N]) => V[N]), options?: any): void;
    getFieldMeta(name: keyof V): any;
    setFieldMeta(name: keyof V, meta: any): void;
    pushFieldValue(name: keyof V, value: any, options?: any): void;
    removeFieldValue(name: keyof V, index: number, options?: any): void;
    validateField(name: keyof V, cause: any): any;
    resetField(name: keyof V): void;
    deleteField(name: keyof V): void;
    handleSubmit(meta?: any): Promise<void>;
    reset(values?: V, options?: any): void;
    update(options?: any): void;
  }
  interface FormOptions<V = any> {
    defaultValues?: V;
    onSubmit?: (props: { value: V; formApi: FormApi<V>; meta?: any }) => any;
    onSubmitInvalid?: (props: { value: V; formApi: FormApi<V> }) => void;
    validators?: any;
    listeners?: any;
    [other: string]: any;
  }
  function useForm<V = any>(options?: FormOptions<V>): FormApi<V>;
  function formOptions<V>(options: FormOptions<V>): FormOptions<V>;
  function useStore<S, R>(store: _Store<S>, selector?: (state: S) => R): R;
}
declare module "@tanstack/solid-form" {
  export * from "@tanstack/react-form";
}
declare module "@tanstack/vue-form" {
  export * from "@tanstack/react-form";
}

declare module "vee-validate" {
  import type { Ref } from "vue";
  interface FormContext<V = any> {
    _holds: V;
    values: V;
    errors: Ref<{ [K in keyof V]?: any }>;
    meta: Ref<any>;
    isSubmitting: Ref<boolean>;
    submitCount: Ref<number>;
    defineField<N extends keyof V>(path: N, options?: any): [Ref<V[N]>, any];
    handleSubmit(submit: (values: V, context?: any) => any, failed?: any): (event?: any) => Promise<any>;
    setFieldValue<N extends keyof V>(path: N, value: V[N], validate?: boolean): void;
    setFieldError(path: keyof V, message?: any): void;
    setFieldTouched(path: keyof V, touched?: boolean): void;
    setErrors(errors: { [K in keyof V]?: any }): void;
    setValues(values: Partial<V>, validate?: boolean): void;
    setTouched(fields: any): void;
    resetForm(state?: { values?: Partial<V>; [other: string]: any }, options?: any): void;
    resetField(path: keyof V, state?: any): void;
    validate(options?: any): Promise<any>;
    validateField(path: keyof V, options?: any): Promise<any>;
    isFieldDirty(path: keyof V): boolean;
    isFieldTouched(path: keyof V): boolean;
    isFieldValid(path: keyof V): boolean;
  }
  interface FormOptions<V = any> {
    initialValues?: V;
    validationSchema?: any;
    [other: string]: any;
  }
  function useForm<V = any>(options?: FormOptions<V>): FormContext<V>;
  function useField<T = any>(path: keyof any, rules?: any, options?: any): any;
  function useFieldArray<T = any>(path: keyof any): any;
  function useFieldValue<T = any>(path?: keyof any): Ref<T>;
  function useFieldError(path?: keyof any): Ref<string | undefined>;
  function useFormValues<V = any>(): Ref<V>;
  function useFormContext<V = any>(): FormContext<V>;
}
