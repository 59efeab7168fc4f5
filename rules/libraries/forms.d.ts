// Forms: what a hook of a form hands on of the values that it is given.

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
  function useFormContext<T = any>(): UseFormReturn<T>;
  function useFormState<T = any>(props?: { control?: Control<T>; name?: any }): FormState<T>;
  function useWatch<T>(props: { control?: Control<T>; name: keyof T | (keyof T)[] }): any;
  function useWatch<T>(props: { control?: Control<T> }): Partial<T>;
  interface UseControllerProps<T = any, N = any> {
    name: keyof T;
    control?: Control<T>;
    rules?: any;
    defaultValue?: any;
    disabled?: boolean;
    shouldUnregister?: boolean;
  }
  interface ControllerProps<T = any, N = any> extends UseControllerProps<T, N> {
    render: (props: { field: any; fieldState: any; formState: any }) => any;
  }
  function useController<T>(props: UseControllerProps<T>): any;
  function useFieldArray<T>(props: { control?: Control<T>; name: keyof T; [other: string]: any }): any;
  function Controller<T = any, N = any>(props: ControllerProps<T, N>): any;
  function FormProvider(props: any): any;
}

declare module "formik" {
  interface FormikHelpers<V> {
    setSubmitting(value: boolean): void;
    setErrors(errors: any): void;
    setStatus(status?: any): void;
    setValues(values: V, validate?: boolean): void;
    setFieldValue(field: string, value: any, validate?: boolean): any;
    resetForm(state?: any): void;
  }
  interface FormikProps<V> extends FormikHelpers<V> {
    values: V;
    errors: { [K in keyof V]?: any };
    touched: { [K in keyof V]?: any };
    initialValues: V;
    isSubmitting: boolean;
    isValid: boolean;
    dirty: boolean;
    status?: any;
    submitForm(): Promise<any>;
    handleSubmit(event?: any): void;
    handleReset(event?: any): void;
    handleBlur(event: any): void;
    handleChange(event: any): void;
    getFieldProps(name: any): any;
    getFieldMeta(name: string): any;
    setFieldTouched(field: string, touched?: boolean, validate?: boolean): any;
    setFieldError(field: string, message?: string): void;
    validateForm(values?: any): Promise<any>;
  }
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
  function useField<T = any>(name: any): [any, any, any];
  function Form(props: any): any;
  function Field(props: any): any;
  function FieldArray(props: any): any;
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
    values: V;
    errors: any;
    initialized: boolean;
    submitting: boolean;
    getValues(): V;
    getInitialValues(): V;
    setInitialValues(values: V): void;
    initialize(values: V): void;
    setValues(values: Partial<V> | ((previous: V) => Partial<V>)): void;
    setFieldValue<K extends keyof V>(path: K, value: V[K] | ((previous: V[K]) => V[K]), options?: any): void;
    setFieldValue(path: string, value: any, options?: any): void;
    setFieldError(path: LooseKeys<V>, error: any): void;
    clearFieldError(path: LooseKeys<V>): void;
    setErrors(errors: any): void;
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
  function matchesField(field: string, error?: any): any;
}
