// Reselect: selectors made of others, whose results the last function is given.

declare module "reselect" {
  function createSelector<S, A, R>(
    a: (state: S, ...rest: any[]) => A,
    combine: (a: A) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, R>(
    a: (state: S, ...rest: any[]) => A,
    b: (state: S, ...rest: any[]) => B,
    combine: (a: A, b: B) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, C, R>(
    a: (state: S, ...rest: any[]) => A,
    b: (state: S, ...rest: any[]) => B,
    c: (state: S, ...rest: any[]) => C,
    combine: (a: A, b: B, c: C) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, C, D, R>(
    a: (state: S, ...rest: any[]) => A,
    b: (state: S, ...rest: any[]) => B,
    c: (state: S, ...rest: any[]) => C,
    d: (state: S, ...rest: any[]) => D,
    combine: (a: A, b: B, c: C, d: D) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, C, D, E, R>(
    a: (state: S, ...rest: any[]) => A,
    b: (state: S, ...rest: any[]) => B,
    c: (state: S, ...rest: any[]) => C,
    d: (state: S, ...rest: any[]) => D,
    e: (state: S, ...rest: any[]) => E,
    combine: (a: A, b: B, c: C, d: D, e: E) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, C, D, E, F, R>(
    a: (state: S, ...rest: any[]) => A,
    b: (state: S, ...rest: any[]) => B,
    c: (state: S, ...rest: any[]) => C,
    d: (state: S, ...rest: any[]) => D,
    e: (state: S, ...rest: any[]) => E,
    f: (state: S, ...rest: any[]) => F,
    combine: (a: A, b: B, c: C, d: D, e: E, f: F) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, C, D, E, F, G, R>(
    a: (state: S, ...rest: any[]) => A,
    b: (state: S, ...rest: any[]) => B,
    c: (state: S, ...rest: any[]) => C,
    d: (state: S, ...rest: any[]) => D,
    e: (state: S, ...rest: any[]) => E,
    f: (state: S, ...rest: any[]) => F,
    g: (state: S, ...rest: any[]) => G,
    combine: (a: A, b: B, c: C, d: D, e: E, f: F, g: G) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, C, D, E, F, G, H, R>(
    a: (state: S, ...rest: any[]) => A,
    b: (state: S, ...rest: any[]) => B,
    c: (state: S, ...rest: any[]) => C,
    d: (state: S, ...rest: any[]) => D,
    e: (state: S, ...rest: any[]) => E,
    f: (state: S, ...rest: any[]) => F,
    g: (state: S, ...rest: any[]) => G,
    h: (state: S, ...rest: any[]) => H,
    combine: (a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, R>(
    inputs: [(state: S, ...rest: any[]) => A],
    combine: (a: A) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, R>(
    inputs: [
      (state: S, ...rest: any[]) => A,
      (state: S, ...rest: any[]) => B,
    ],
    combine: (a: A, b: B) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, C, R>(
    inputs: [
      (state: S, ...rest: any[]) => A,
      (state: S, ...rest: any[]) => B,
      (state: S, ...rest: any[]) => C,
    ],
    combine: (a: A, b: B, c: C) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, C, D, R>(
    inputs: [
      (state: S, ...rest: any[]) => A,
      (state: S, ...rest: any[]) => B,
      (state: S, ...rest: any[]) => C,
      (state: S, ...rest: any[]) => D,
    ],
    combine: (a: A, b: B, c: C, d: D) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, C, D, E, R>(
    inputs: [
      (state: S, ...rest: any[]) => A,
      (state: S, ...rest: any[]) => B,
      (state: S, ...rest: any[]) => C,
      (state: S, ...rest: any[]) => D,
      (state: S, ...rest: any[]) => E,
    ],
    combine: (a: A, b: B, c: C, d: D, e: E) => R
  ): (state: S, ...rest: any[]) => R;
  function createSelector<S, A, B, C, D, E, F, R>(
    inputs: [
      (state: S, ...rest: any[]) => A,
      (state: S, ...rest: any[]) => B,
      (state: S, ...rest: any[]) => C,
      (state: S, ...rest: any[]) => D,
      (state: S, ...rest: any[]) => E,
      (state: S, ...rest: any[]) => F,
    ],
    combine: (a: A, b: B, c: C, d: D, e: E, f: F) => R
  ): (state: S, ...rest: any[]) => R;
}
