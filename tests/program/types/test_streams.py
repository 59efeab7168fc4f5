"""Streams and stores: RxJS, NgRx, Angular's resources, by their stubs."""

from __future__ import annotations

from pathlib import Path

from tests.program.types.marks import agree

ROW = """
import { Observable } from 'rxjs';
export interface Row { /*a*/old: string; list: Row[]; next?: Row; id: number }
export interface State { /*b*/row: Row; /*c*/rows: Row[]; count: number }
export abstract class Rows {
  abstract load(id: string): Observable<Row[]>;
  abstract one(id: string): Observable<{ row: Row }>;
  abstract soon(id: string): Promise<Row>;
  abstract state(): Observable<State>;
}
"""
STORE = """
import { createAction, createFeature, createFeatureSelector, createReducer } from '@ngrx/store';
import { createSelector, on, props, select, Store } from '@ngrx/store';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { tapResponse } from '@ngrx/operators';
import { map, switchMap } from 'rxjs/operators';
import { Row, Rows, State } from './row';
export const loaded = createAction('[Rows] loaded', props<{ rows: Row[]; row: Row }>());
const initial: State = { /*b*/row: { /*a*/old: '', list: [], id: 1 }, /*c*/rows: [], count: 0 };
export const reducer = createReducer(
  initial,
  on(loaded, (state, { rows, row }) => ({ ...state, count: rows[0]./*a*/old + row./*a*/old })),
  on(loaded, (state, action) => {
    return { ...state, count: state./*b*/row./*a*/old + action.rows[0]./*a*/old };
  }),
);
const selectState = createFeatureSelector<State>('rows');
export const selectRows = createSelector(selectState, (state) => state./*c*/rows);
export const selectFirst = createSelector(selectState, selectRows, (state, rows) => ({
  first: rows[0],
  name: state./*b*/row./*a*/old,
}));
export const feature = createFeature({ name: 'rows', reducer });
export const { selectRow } = feature;
export class Effects {
  load$ = createEffect(() =>
    this.actions.pipe(
      ofType(loaded),
      switchMap(({ row }) =>
        this.api.load(row./*a*/old).pipe(map((found) => loaded({ rows: found, row: found[0] }))),
      ),
    ),
  );
  tapped$ = this.api.load('x').pipe(
    tapResponse({ next: (rows) => rows[0]./*a*/old, error: () => {} }),
  );
  constructor(
    private actions: Actions,
    private api: Rows,
    private store: Store<{ app: State }>,
    private plain: Store,
  ) {
    this.store.select(selectRows).subscribe((rows) => rows[0]./*a*/old);
    this.plain.select(selectFirst).subscribe((found) => found.first./*a*/old);
    this.store.pipe(select(selectRows)).subscribe((rows) => rows[0]./*a*/old);
    this.store.pipe(select((s) => s.app./*b*/row)).subscribe((row) => row./*a*/old);
    this.store.select((s) => s.app./*b*/row).subscribe((row) => row./*a*/old);
    this.store.selectSignal(selectRows)()[0]./*a*/old;
    this.store.select(feature.selectRow).subscribe((row) => row./*a*/old);
    this.store.select(feature.selectRowsState).subscribe((s) => s./*b*/row./*a*/old);
    this.store.select(selectRow).subscribe((row) => row./*a*/old);
  }
}
"""
SIGNALS = """
import { inject, computed } from '@angular/core';
import { patchState, signalStore, withComputed, withMethods, withState } from '@ngrx/signals';
import { rxMethod } from '@ngrx/signals/rxjs-interop';
import { tapResponse } from '@ngrx/operators';
import { pipe, switchMap, tap } from 'rxjs';
import { Row, Rows, State } from './row';
const initial: State = { /*b*/row: { /*a*/old: '', list: [], id: 1 }, /*c*/rows: [], count: 0 };
export const RowStore = signalStore(
  { providedIn: 'root' },
  withState<State>(initial),
  withComputed(({ rows, row }) => ({
    first: computed(() => rows()[0]),
    name: computed(() => row()./*a*/old),
  })),
  withMethods((store, api = inject(Rows)) => ({
    load: rxMethod<string>(
      pipe(
        switchMap((id) =>
          api.load(id).pipe(
            tapResponse({
              next: (found) => {
                patchState(store, { /*c*/rows: found });
                found[0]./*a*/old;
              },
              error: () => {},
            }),
          ),
        ),
      ),
    ),
    one: rxMethod<string>(
      pipe(
        switchMap((id) => api.one(id)),
        tap(({ row }) => patchState(store, { /*b*/row, count: row./*a*/old })),
      ),
    ),
    plain(id: string) {
      return store./*c*/rows().filter((r) => r./*a*/old === id && store.first()./*a*/old);
    },
    set(row: Row) {
      patchState(store, (state) => ({ /*c*/rows: [...state./*c*/rows, row] }));
    },
  })),
);
export class Card {
  store = inject(RowStore);
  readonly again = inject(RowStore)./*b*/row./*a*/old;
  a = computed(() => this.store./*b*/row()./*a*/old);
  b = this.store./*b*/row./*a*/old();
  c = this.store.first()./*a*/old;
}
"""
RESOURCES = """
import { computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { httpResource } from '@angular/common/http';
import { Row, Rows, State } from './row';
class Card {
  api = inject(Rows);
  id = signal('x');
  r1 = rxResource({
    params: () => this.id(),
    stream: ({ params }) => this.api.load(params),
    defaultValue: [],
  });
  r2 = rxResource({ stream: () => this.api.load('x') });
  r3 = resource({
    params: () => ({ id: this.id() }),
    loader: ({ params }) => this.api.soon(params.id),
  });
  r4 = resource({ loader: async () => this.api.soon('x'), defaultValue: undefined });
  r5 = httpResource<State>(() => '/x');
  r6 = httpResource<Row[]>(() => ({ url: '/x' }), { defaultValue: [] });
  r7 = rxResource({ params: () => this.id(), loader: () => this.api.state() });
  a = this.r1.value()[0]./*a*/old;
  b = this.r2.value()?.[0]./*a*/old;
  c = this.r3.value()?./*a*/old;
  d = computed(() => this.r4.value()!./*a*/old);
  e = this.r5.value()?./*b*/row./*a*/old;
  f = this.r6.value()[0]./*a*/old;
  g = computed(() => (this.r5.hasValue() ? this.r5.value()./*b*/row : undefined));
  h = this.g()?./*a*/old;
  i = linkedSignal({ source: this.r1.value, computation: (rows) => rows[0] });
  j = this.i()./*a*/old;
  k = linkedSignal(() => this.r1.value()[0]);
  l = this.k()./*a*/old;
  m = toSignal(this.api.load('x'), { initialValue: [] });
  n = this.m()[0]./*a*/old;
  o = this.r7.value()?./*b*/row./*a*/old;
  p = toSignal(this.api.load('x'), { initialValue: null });
  q = this.p()?.[0]./*a*/old;
}
"""

GUARDS = """
import { Observable } from 'rxjs';
export interface Row { /*a*/old: string; list: Row[]; next?: Row; id: number; meta?: Meta }
export interface Meta { /*d*/name: string }
export interface State { /*b*/row: Row; /*c*/rows: Row[] | null; loaded: boolean }

import { combineLatest, distinctUntilChanged, filter, first, map, switchMap, tap } from 'rxjs';
import { BehaviorSubject } from 'rxjs';
import { ActivatedRoute } from '@angular/router';
declare function later(): any;
export class Service {
  private subject = new BehaviorSubject<State>({
    /*b*/row: later(),
    /*c*/rows: null,
    loaded: false,
  });
  state$ = this.subject.asObservable();
  row$!: Observable<Row | null>;
  settings$!: Observable<State | null>;
  same(): Observable<Row[]> {
    return this.state$.pipe(
      filter((s) => s.loaded),
      first(),
      map((state) => {
        const all = state./*c*/rows || [];
        const current = all.find((b) => b./*a*/old === 'x');
        if (!current || !current.meta?./*d*/name) return [];
        return all.filter((b) => b./*a*/old !== 'y' && b.meta?./*d*/name);
      }),
    );
  }
  guarded() {
    this.state$.pipe(
      map((state) => state./*c*/rows?.find((b) => b./*a*/old === 'z')),
      filter((row): row is Row => !!row && !!row.meta),
      switchMap((row) => this.load(row./*a*/old)),
    );
    this.row$.pipe(
      map((row) => row?.meta),
      filter((m): m is Meta => m != null),
      map((m): string[] => [m./*d*/name]),
    );
    this.row$
      .pipe(
        switchMap(() => combineLatest([this.row$, this.settings$])),
        filter(([row, state]) => !!row && !!state),
        distinctUntilChanged(([one], [two]) => one?./*a*/old === two?./*a*/old),
      )
      .subscribe(([row, state]) => row!./*a*/old + state!./*b*/row./*a*/old);
    this.row$
      .pipe(
        filter((row): row is Row => !!row && !!row.meta),
        map((row) => row.meta),
        tap(() => 1),
      )
      .subscribe((meta) => {
        if (meta) this.load(meta./*d*/name);
      });
  }
  routed(route: ActivatedRoute) {
    route.paramMap
      .pipe(
        switchMap((params) => {
          if (params.has('x')) this.guarded();
          return combineLatest([this.load(params.get('id')!), this.settings$]);
        }),
        distinctUntilChanged(([one], [two]) => one./*a*/old === two./*a*/old),
      )
      .subscribe(([row]) => row./*a*/old);
    route.params.pipe(switchMap(({ id }) => this.load(id))).subscribe((row) => row./*a*/old);
    route.data.subscribe(({ row }) => row./*?*/old);
    this.load(route.snapshot.paramMap.get('id')!).subscribe((row) => row./*a*/old);
  }
  load(name: string): Observable<Row> {
    return later();
  }
}
"""

SOURCES = """
import { combineLatest, forkJoin, map, mergeMap, zip } from 'rxjs';
import { Row, Rows, State } from './row';
export class Page {
  constructor(private rows: Rows) {}
  all() {
    zip(this.rows.load('1'), this.rows.one('1'), this.rows.state()).subscribe(
      ([rows, { row }, state]) => rows[0]./*a*/old + row./*a*/old + state./*b*/row./*a*/old,
    );
    zip([this.rows.load('1'), this.rows.state()]).subscribe(
      ([rows, state]) => rows[0]./*a*/old + state./*c*/rows.length,
    );
    combineLatest(this.rows.state(), this.rows.load('1'))
      .pipe(mergeMap(([state, rows]) => zip(this.rows.one(rows[0]./*a*/old), this.rows.state())))
      .subscribe(([one, state]) => one.row./*a*/old + state./*b*/row.id);
    forkJoin(this.rows.soon('1'), this.rows.state())
      .pipe(map(([row, state]) => row./*a*/old + state./*c*/rows[0]./*a*/old))
      .subscribe();
  }
}
"""


def test_store_and_effects(tmp_path: Path) -> None:
    agree(tmp_path, {"row.ts": ROW, "store.ts": STORE})


def test_signal_store(tmp_path: Path) -> None:
    agree(tmp_path, {"row.ts": ROW, "store.ts": SIGNALS})


def test_resources_and_signals_of_observables(tmp_path: Path) -> None:
    agree(tmp_path, {"row.ts": ROW, "card.ts": RESOURCES})


def test_operators_whose_callbacks_say_what_comes_on(tmp_path: Path) -> None:
    """A guard, callbacks after it, and a subject that says its type."""
    agree(tmp_path, {"rows.ts": GUARDS})


def test_sources_given_one_by_one_come_as_a_tuple(tmp_path: Path) -> None:
    """`zip(a, b)` beside `zip([a, b])`."""
    agree(tmp_path, {"row.ts": ROW, "page.ts": SOURCES})
