"""Declared types: interfaces, classes, generics, utility types, modules."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.program.types.model import UNDEFINED, UNKNOWN, Literal, Tuple, Type, union
from tests.program.types.marks import agree

ROW = "export interface Row { /*a*/old: string; other: number; inner: Row; list?: Row[] }\n"

USES = {
    "a property of an interface": "declare const r: Row; r./*a*/old;",
    "an optional chain": "declare const r: Row | undefined; r?./*a*/old;",
    "a non-null assertion": "declare const r: Row | null; r!./*a*/old;",
    "a non-null assertion behind an operator": "declare const r: Row | null; 1 + r!./*a*/old;",
    "a nested one": "declare const r: Row; r.inner.inner./*a*/old;",
    "an element": "declare const r: Row; r.list?.[0]./*a*/old;",
    "an element under a string": "declare const r: Row[]; const k = `${r}`; r[k]./*?*/old;",
    "an element under a loop's key": "declare const r: Row[]; for (const k in r) r[k]./*a*/old;",
    "a bracket": "declare const r: Row; r[/*a*/'old'];",
    "a cast": "(JSON.parse('') as Row)./*a*/old;",
    "an object of the type": "const r: Partial<Row> = { /*a*/old: '' };",
    "a shorthand of the type": "const old = ''; const r: Partial<Row> = { /*a*/old };",
    "satisfies": "({ /*a*/old: '' }) satisfies Partial<Row>;",
    "as const, then the type": "const r = { /*a*/old: '' } as Partial<Row>;",
    "destructuring": "declare const r: Row; const { /*a*/old } = r;",
    "destructuring with a default": "declare const r: Row; const { /*a*/old = '' } = r;",
    "destructuring with another name": "declare const r: Row; const { /*a*/old: x } = r;",
    "nested destructuring": "declare const r: Row; const { inner: { /*a*/old } } = r;",
    "a parameter's destructuring": "function f({ /*a*/old }: Row) {}",
    "what a rest leaves": "declare const r: Row; const { other, ...rest } = r; rest./*a*/old;",
    "what a rest lacks": "declare const r: Row; const { old, ...rest } = r; rest./*?*/old;",
    "a spread": "declare const r: Row; const s = { ...r, x: 1 }; s./*a*/old;",
    "a property after a spread": "declare const r: Row; const s = { ...r, /*b*/old: 1 };",
    "Pick": "declare const r: Pick<Row, /*a*/'old'>; r./*a*/old;",
    "Omit": "declare const r: Omit<Row, 'other'>; r./*a*/old;",
    "an omitted one": "declare const r: Omit<Row, 'old'>; r./*?*/old;",
    "Required of Partial": "declare const r: Required<Partial<Row>>; r./*a*/old;",
    "Record": "declare const r: Record<string, Row>; r.x./*a*/old; r['y']./*a*/old;",
    "indexed access": "declare const r: Row['inner']; r./*a*/old;",
    "indexed access by a key type": "let k: Row[/*a*/'old'];",
    "an array's element type": "declare const r: Row[][number]; r./*a*/old;",
    "NonNullable": "declare const r: NonNullable<Row | null>; r./*a*/old;",
    "Exclude of a union": "declare const r: Exclude<Row | string, string>; r./*a*/old;",
    "Awaited": "declare const r: Awaited<Promise<Row>>; r./*a*/old;",
    "ReturnType": "declare function f(): Row; declare const r: ReturnType<typeof f>; r./*a*/old;",
    "Parameters": "declare function f(r: Row): void; "
    "declare const r: Parameters<typeof f>[0]; r./*a*/old;",
    "typeof": "declare const r: Row; declare const s: typeof r; s./*a*/old;",
    "an intersection": "declare const r: Row & { more: 1 }; r./*a*/old;",
    "an interface that extends itself": "interface Loop extends Loop { a: 1 } "
    "declare const l: Loop; l['b']./*?*/old;",
    "an alias": "type Alias = Row; declare const r: Alias; r./*a*/old;",
    "a generic alias": "type Page<T> = { items: T[] }; declare const r: Page<Row>; "
    "r.items[0]./*a*/old;",
    "a generic's default": "interface Page<T = Row> { items: T[] } declare const r: Page; "
    "r.items[0]./*a*/old;",
    "a constraint": "function f<T extends Row>(r: T) { r./*a*/old; }",
    "a constraint by its own keys": "function f<T extends { [K in keyof T]: Row }>(r: T) { "
    "r./*?*/old; const { x } = r; ({ ...r }).y; for (const k in r) r[k]; }",
    "what a constraint by its own keys is given": "function f<T extends { [K in keyof T]: Row }>"
    "(r: T) { return r; } declare const row: Row; f({ x: row }).x./*a*/old;",
    "a mapped type": "type M<T> = { [K in keyof T]?: T[K] | null }; declare const r: M<Row>; "
    "r./*a*/old;",
    "a mapped type that renames its keys": "type G<T> = { [K in keyof T as `get${Capitalize<K>}`]:"
    " () => T[K] }; declare const r: G<{ row: Row }>; r.getRow()./*a*/old;",
    "a mapped type that keeps some keys": "type S<T> = { [K in keyof T as K extends 'other' ? never"
    " : K]: T[K] }; declare const r: S<Row>; r./*a*/old;",
    "a key that a mapped type leaves out": "type S<T> = { [K in keyof T as K extends 'old' ? never"
    " : K]: T[K] }; declare const r: S<Row>; r./*?*/old;",
    "a mapped type's values": "type M<T> = { [K in keyof T]: Row }; declare const r: M<{ x: 1 }>; "
    "r.x./*a*/old;",
    "a conditional type": "type Item<T> = T extends (infer U)[] ? U : T; "
    "declare const r: Item<Row[]>; r./*a*/old;",
    "a path of names": "type At<T, P> = P extends `${infer A}.${infer B}` ? A extends keyof T "
    "? At<T[A], B> : never : P extends keyof T ? T[P] : never; "
    "declare const r: At<{ page: { row: Row } }, 'page.row'>; r./*a*/old; "
    "declare const s: At<{ row: Row }, 'row'>; s./*a*/old;",
    "a name that begins otherwise": "type Of<K> = K extends `on${string}` ? { old: 1 } : Row; "
    "declare const r: Of<'row'>; r./*a*/old;",
    "what is left of a name": "type Of<K> = K extends `on-${infer A}-${number}` ? { [P in A & 'x']:"
    " Row } : never; declare const r: Of<'on-x-12'>; r.x./*a*/old;",
    "a tuple": "declare const r: [number, Row]; r[1]./*a*/old; const [, s] = r; s./*a*/old;",
    "an object without a type": "const o = { /*b*/old: 1 }; o./*b*/old;",
    "an untyped value": "declare const r: any; r./*?*/old;",
    "another interface": "interface Other { /*b*/old: 1 } declare const r: Other; r./*b*/old;",
    "a union": "interface Two { old: 1 } declare const r: Row | Two; r./*a*/old;",
    "a union of which a part lacks it": "declare const r: Row | { x: 1 }; r./*~*/old;",
}


@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_uses_of_an_interface(use: str, tmp_path: Path) -> None:
    agree(tmp_path, {"row.ts": ROW, "use.ts": f"import type {{ Row }} from './row';\n{use}"})


def test_an_intersection_with_a_union_leaves_out_what_cannot_be(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "a.ts": """
interface One { kind: 'one'; /*a*/old: 1 }
interface Two { kind: 'two'; /*b*/old: 2 }
declare const x: (One | Two) & { kind: 'one' };
x./*a*/old;
const y: (One | Two) & { more?: 1 } = { kind: 'two', /*b*/old: 2 };
"""
        },
    )


def test_declarations_merge(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "a.ts": "interface A { /*a*/one: 1 }\ninterface A { /*b*/two: 2 }\n"
            "declare const a: A; a./*a*/one; a./*b*/two;"
        },
    )


def test_inherited_and_overridden_properties_are_one(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "a.ts": """
interface Base<T> { /*a*/old: T }
interface Derived extends Base<string> { /*a*/old: string }
class Made implements Derived { /*a*/old = ''; }
declare const d: Derived; d./*a*/old;
new Made()./*a*/old;
"""
        },
    )


def test_names_come_through_barrels_and_namespaces(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "models/row.ts": ROW,
            "models/index.ts": "export * from './row'; export type { Row as R } from './row';",
            "use.ts": """
import type { R } from './models';
import * as models from './models';
declare const r: R; r./*a*/old;
declare const s: models.Row; s./*a*/old;
let t: import('./models').Row;
""",
        },
    )


def test_a_class_through_a_namespace_import(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "models.ts": "export class Row { /*a*/old = ''; } export enum Kind { /*b*/old }",
            "use.ts": """
import * as models from './models';
new models.Row()./*a*/old;
models.Kind./*b*/old;
class Own extends models.Row { show() { return this./*a*/old; } }
declare const row: models.Row; row./*a*/old;
""",
        },
    )


def test_a_deep_partial_by_conditions(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "a.ts": """
interface Row { /*a*/old: string }
interface State { row: Row; rows: Row[] }
type Deep<T> = T extends Array<infer E>
  ? Array<Deep<E>>
  : T extends Record<string | number | symbol, unknown>
    ? { [P in keyof T]?: Deep<T[P]> }
    : Partial<T>;
const mock = (state: Deep<State>) => state.row?./*a*/old;
mock({ row: { /*a*/old: '' }, rows: [{ /*a*/old: '' }] });
"""
        },
    )


def test_enums_and_static_members(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "a.ts": """
enum E { /*a*/One = 'one' }
E./*a*/One;
class C { static /*b*/made = 1; /*c*/made = 2 }
C./*b*/made; new C()./*c*/made;
"""
        },
    )


def test_a_global_declared_by_the_project(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "types.d.ts": "interface Shared { /*a*/old: string }",
            "use.ts": "export function f(s: Shared) { return s./*a*/old; }",
        },
    )


def test_a_type_and_a_function_of_one_name_are_both_the_default_export(tmp_path: Path) -> None:
    files = {
        "raw.ts": "export interface Raw { /*a*/old?: string }",
        "model.ts": "import { Raw } from './raw';\n"
        "type Model = Required<Raw> & { more: number };\n"
        "function Model({ /*a*/old = '' }: Raw): Model { return { /*a*/old, more: 1 }; }\n"
        "export default Model;",
        "shape.ts": "interface Shape { /*b*/old: string }\nexport default Shape;",
        "use.ts": "import Model from './model';\nimport Shape from './shape';\n"
        "const show = (m: Model, s: Shape) => m./*a*/old + s./*b*/old;\n"
        "Model({})./*a*/old;",
    }
    agree(tmp_path, files)


def test_namespaces_of_a_script_are_global_whatever_they_export(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "api.d.ts": """
declare namespace App {
  namespace Kinds { export type Kind = 'a' | 'b'; }
  namespace Models { namespace Rows {
    export type Row = { /*a*/old: string; kind: App.Kinds.Kind };
  } }
}
""",
            "use.ts": """
declare const rows: App.Models.Rows.Row[];
rows[0]./*a*/old;
const state = () => ({
  row: undefined as App.Models.Rows.Row | undefined,
  last: null as null | App.Models.Rows.Row,
  some: [] as App.Models.Rows.Row[],
});
state().row?./*a*/old;
state().last?./*a*/old;
state().some[0]./*a*/old;
""",
        },
    )


def test_a_namespace_of_several_files_is_one(tmp_path: Path) -> None:
    """Each part names what another declares by itself, too, before anything global."""
    agree(
        tmp_path,
        {
            "common.d.ts": """
declare namespace Api {
  namespace Common {
    interface Page<T> { rows: T[]; /*p*/size: number }
    type Stored<T> = { /*c*/created: string } & T;
  }
  interface Request { /*q*/query: string }
}
""",
            "rows.d.ts": """
declare namespace Api {
  namespace Rows {
    type Row = Common.Stored<{ /*a*/old: string; kind: Rows.Kind; asked: Request }>;
    type List = Api.Common.Page<Row>;
  }
}
declare namespace Api {
  namespace Rows { type Kind = 'a' | 'b' }
}
""",
            "use.ts": """
declare const list: Api.Rows.List;
list./*p*/size;
list.rows[0]./*a*/old;
list.rows[0]./*c*/created;
list.rows[0].asked./*q*/query;
""",
        },
    )


def test_a_namespace_of_a_module_is_its_own(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "one.ts": """
export namespace Api { export interface Row { /*a*/old: string } }
export namespace Api { export interface List { rows: Row[] } }
export const show = (list: Api.List) => list.rows[0]./*a*/old;
""",
            "two.ts": """
export namespace Api { export interface Row { /*b*/old: string } }
export const show = (row: Api.Row) => row./*b*/old;
export const other = (list: Api.List) => list.rows[0]./*?*/old;
""",
        },
    )


def test_a_type_with_a_namespace_of_its_enums_beside_it(tmp_path: Path) -> None:
    """As generators of clients write it; the type is what is imported as a type."""
    agree(
        tmp_path,
        {
            "row.ts": """
export type Row = { /*a*/old: string; kind: Row.Kind };
export namespace Row { export enum Kind { SMALL = 'small' } }
""",
            "index.ts": "export type { Row } from './row'; export * as all from './row';",
            "use.ts": """
import type { Row } from './row';
import { type Row as Other, all } from '.';
export const show = (row: Row, other: Other, third: all.Row) =>
  row./*a*/old + other./*a*/old + third./*a*/old;
""",
            "value.ts": """
import { Row } from './row';
export const small = (row: Row) => row.kind === Row.Kind.SMALL && row./*a*/old;
""",
        },
    )


def test_an_imported_type_with_something_behind_it(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "page.ts": """
export interface Row { /*a*/old: string }
export interface Page<T> { rows: T[] }
""",
            "use.ts": """
type Pages<T> = import('./page').Page<T>;
declare const all: import('./page').Row[];
declare const one: Pages<import('./page').Row>;
all[0]./*a*/old;
one.rows[0]./*a*/old;
""",
        },
    )


def test_what_is_written_anew_member_by_member_is_what_it_was(tmp_path: Path) -> None:
    """`& {}` makes editors show the members, and adds nothing: a list is a list still."""
    agree(
        tmp_path,
        {
            "use.ts": """
interface Row { /*a*/old: string }
type Shown<T> = { [K in keyof T]: T[K] } & {};
declare const row: Shown<Row>;
declare const rows: Shown<Row[][]>;
row./*a*/old;
rows[0][0]./*a*/old;
for (const each of rows.flat()) each./*a*/old;
""",
        },
    )


def test_whether_a_type_is_anything_at_all(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "a.ts": """
interface Row { /*a*/old: string }
declare function loading<T>(load: () => Promise<T>): () => Promise<unknown extends T ? any : T>;
declare function row(): Promise<Row>;
declare function nothing(): Promise<unknown>;
const use = async () => {
  (await loading(row)())./*a*/old;
  (await loading(nothing)())./*?*/old;
};
""",
        },
    )


def test_types_that_double_with_each_question_are_unknown() -> None:
    kinds: list[Type] = [UNDEFINED]
    while UNKNOWN not in kinds and len(kinds) < 60:
        kinds.append(union(Tuple((kinds[-1], kinds[-1])), Literal(len(kinds))))
    assert kinds[-1] == UNKNOWN
    assert union(*(Literal(number) for number in range(300))) != UNKNOWN


def test_answers_that_are_forgotten_are_given_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fixer.program.types.engine.MOST_KEPT", 0)
    files = {
        "row.ts": ROW + "export interface Page<T> { items: T[]; next?: Page<T> }",
        "use.ts": "import { Page, Row } from './row';\n"
        "declare function get(): Promise<Page<Row>>;\n"
        "const show = async () => (await get()).items.map((r) => r./*a*/old + r.inner./*a*/old);\n"
        "get().then(({ items: [{ /*a*/old: x }], next }) => next?.items[0]./*a*/old);",
    }
    agree(tmp_path, files)


def test_keys_that_an_enum_computes_hold_what_the_type_says(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "a.ts": """
export interface Row { /*a*/old: string }
enum Tab { ROWS = 'rows', MORE = 'more' }
interface Shown<T> { [Tab.ROWS]: T[]; [Tab.MORE]?: T[]; plain: { /*b*/old: number } }
export function show(all: Shown<Row>, tab: Tab) {
  all[Tab.ROWS].map((row) => row./*a*/old);
  all[tab]?.[0]./*a*/old;
  all.plain./*b*/old;
}
export const made: Shown<Row> = { [Tab.ROWS]: [{ /*a*/old: '' }], plain: { /*b*/old: 1 } };
""",
        },
    )


def test_what_a_program_adds_to_a_package(tmp_path: Path) -> None:
    """An interface of Vue Router's that the program declares on, as its own `meta`."""
    meta = """
export {};
declare module 'vue-router' {
  interface RouteMeta { /*a*/old: string; /*b*/hidden?: boolean }
}
"""
    use = """
import { useRoute, useRouter, type RouteMeta, type RouteRecordRaw } from 'vue-router';
import type { Row } from './row';
export interface Menu { path: string; meta: RouteMeta; children?: Menu[] }
declare const menu: Menu;
menu.children![0].meta./*a*/old;
const routes: RouteRecordRaw[] = [{ path: '/', meta: { /*a*/old: 'x', /*b*/hidden: true } }];
useRoute().meta./*a*/old + routes[0].meta!./*b*/hidden;
useRouter().beforeEach((to) => !to.matched.some((it) => it.meta./*b*/hidden));
const { currentRoute } = useRouter();
currentRoute.value.meta./*a*/old;
const made = { /*a*/old: 'x' } as RouteMeta;
declare const row: Row;
row./*c*/old + useRoute().query.x.old + made./*a*/old;
"""
    row = "export interface Row { /*c*/old: string }\n"
    agree(tmp_path, {"types/router.d.ts": meta, "row.ts": row, "use.ts": use})
