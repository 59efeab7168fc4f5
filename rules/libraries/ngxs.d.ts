// NGXS: the store, contexts of actions, operators on states.

declare module "@ngxs/store" {
  import { Observable } from "rxjs";
  import { Signal } from "@angular/core";
  interface StateOperator<T> {
    (existing: Readonly<T>): T;
  }
  interface StateContext<T> {
    getState(): T;
    setState(state: T | StateOperator<T>): void;
    patchState(part: Partial<T>): void;
    dispatch(actions: any): Observable<void>;
    abortSignal: AbortSignal;
  }
  class StateToken<T> {
    constructor(name: string);
    _state: T;
  }
  class Store {
    select<T>(token: StateToken<T>): Observable<T>;
    select<T>(selector: (...states: any[]) => T): Observable<T>;
    select<T = any>(selector: any): Observable<T>;
    selectOnce<T>(selector: (...states: any[]) => T): Observable<T>;
    selectOnce<T = any>(selector: any): Observable<T>;
    selectSignal<T>(selector: (...states: any[]) => T): Signal<T>;
    selectSnapshot<T>(token: StateToken<T>): T;
    selectSnapshot<T>(selector: (...states: any[]) => T): T;
    selectSnapshot<T = any>(selector: any): T;
    snapshot(): any;
    reset(state: any): any;
    dispatch(actions: any): Observable<void>;
  }
  function select<T>(selector: (...states: any[]) => T): Signal<T>;
  function createSelector<R>(selectors: any[] | undefined, project: (...states: any[]) => R): (...states: any[]) => R;
}
declare module "@ngxs/store/operators" {
  import { StateOperator } from "@ngxs/store";
  function patch<T>(parts: NoInfer<{ [K in keyof T]?: T[K] | StateOperator<T[K]> }>): StateOperator<T>;
  function append<T>(items: NoInfer<T[]>, id?: any): StateOperator<T[]>;
  function insertItem<T>(item: NoInfer<T>, before?: number): StateOperator<T[]>;
  function removeItem<T>(which: NoInfer<number | ((item: T) => boolean)>): StateOperator<T[]>;
  function updateItem<T>(which: NoInfer<number | ((item: T) => boolean)>, item: NoInfer<Partial<T> | StateOperator<T>>): StateOperator<T[]>;
  function updateItems<T>(which: NoInfer<(item: T) => boolean>, item: NoInfer<Partial<T> | StateOperator<T>>): StateOperator<T[]>;
  function iif<T>(condition: NoInfer<boolean | ((value: T) => boolean)>, yes: NoInfer<T | StateOperator<T>>, no?: NoInfer<T | StateOperator<T>>): StateOperator<T>;
  function compose<T>(...operators: NoInfer<StateOperator<T>[]>): StateOperator<T>;
}
