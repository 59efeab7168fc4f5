"""Values: calls, inference, callbacks, promises, classes, narrowing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.program.types.marks import agree, opened

ROW = """
export interface Row { /*a*/old: string; other: number }
export const load = async (): Promise<Row[]> => [];
export declare const rows: Row[];
"""

USES = {
    "await": "async function f() { (await load())[0]./*a*/old; }",
    "a promise of itself": "interface Task<T> extends PromiseLike<Task<T>> { value: T }"
    "declare const task: Task<Row>; async function f() { (await task).value./*a*/old; }",
    "then": "load().then((rs) => rs[0]).then((r) => r./*a*/old);",
    "then with destructuring": "load().then(([{ /*a*/old }]) => old);",
    "map": "rows.map((r) => r./*a*/old);",
    "what is put on a function": "const pick = (r: Row) => r; pick.first = (rs: Row[]) => rs[0];"
    "function take(r: Row) { return r; } take.all = rows; pick.first(rows)./*a*/old;"
    "take.all.map((r) => r./*a*/old);",
    "map to an object": "rows.map((r) => ({ x: r })).map(({ x }) => x./*a*/old);",
    "filter and find": "rows.filter((r) => r./*a*/old).find((r) => r./*a*/old)?./*a*/old;",
    "sort": "rows.sort((a, b) => a./*a*/old.localeCompare(b./*a*/old))[0]./*a*/old;",
    "reduce into a record": "const by = rows.reduce((all, r) => ({ ...all, [r./*a*/old]: r }), "
    "{} as Record<string, Row>); by.x./*a*/old;",
    "reduce of one": "rows.reduce((a, b) => (a./*a*/old ? a : b));",
    "for of": "for (const r of rows) r./*a*/old;",
    "for of with destructuring": "for (const { /*a*/old } of rows) old;",
    "entries": "for (const [i, r] of rows.entries()) r./*a*/old;",
    "entries of a list or an empty one": "declare const some: Row[] | undefined;"
    "for (const [i, { /*a*/old }] of (some ?? []).entries()) old;",
    "Object.values": "const by: Record<string, Row> = {}; "
    "Object.values(by).forEach((r) => r./*a*/old);",
    "Object.values by numbers": "declare const by: { [id: number]: Row };"
    "Object.values(by).forEach((r) => r./*a*/old);",
    "Object.values of a list": "const pair: [Row, Row] = [rows[0], rows[1]]; "
    "Object.values(rows).map((r) => r./*a*/old); Object.values(pair).map((r) => r./*a*/old);"
    "Object.entries(rows).map(([i, r]) => r./*a*/old);"
    "for (const r of Object.values(rows as readonly Row[])) { r./*a*/old; }",
    "a key that a variable holds": "function f(old: string) {"
    " const next: Partial<Row> = { ...rows[0], [/*?*/old]: '' };"
    " const { [/*?*/old]: n } = next as Record<string, string>; return { next, n }; }"
    "const r: Row = { [/*a*/'old']: '', other: 1 };",
    "Object.assign": "const r = Object.assign(rows[0], { /*a*/old: '', extra: 1 });"
    "r./*a*/old + r.extra; Object.assign({}, { /*b*/old: 1 })./*b*/old;"
    "Object.assign({}, rows[0])./*a*/old;",
    "Object.entries": "const by: Record<string, Row> = {}; "
    "Object.entries(by).map(([k, r]) => r./*a*/old);",
    "Map": "const m = new Map(rows.map((r) => [r.other, r])); m.get(1)?./*a*/old;",
    "Map of a known type": "const m = new Map<string, Row>(); "
    "for (const r of m.values()) r./*a*/old;",
    "Set": "const s = new Set(rows); s.forEach((r) => r./*a*/old); [...s][0]./*a*/old;",
    "Promise.all": "Promise.all([load(), 1]).then(([rs, n]) => rs[0]./*a*/old);",
    "Promise.all of a map": "Promise.all(rows.map(async (r) => r)).then((x) => x[0]./*a*/old);",
    "spread arrays": "[...rows, ...rows].map((r) => r./*a*/old);",
    "flatMap": "[rows].flatMap((x) => x).map((r) => r./*a*/old);",
    "a ternary": "const r = rows.length ? rows[0] : null; r?./*a*/old;",
    "or an empty list": "const all = rows || []; all[0]./*a*/old;",
    "nullish": "const r = rows[0] ?? rows[1]; r./*a*/old;",
    "an inferred return": "function f() { return rows[0]; } f()./*a*/old;",
    "an inferred object": "const f = () => ({ first: rows[0] }); f().first./*a*/old;",
    "a generic identity": "function id<T>(x: T): T { return x; } id(rows[0])./*a*/old;",
    "a generic of a callback": "declare function run<T>(f: () => Promise<T>): T; "
    "run(() => load())[0]./*a*/old;",
    "a callback's parameter": "declare function each<T>(xs: T[], f: (x: T) => void): void; "
    "each(rows, (r) => r./*a*/old);",
    "a generic inferred body": "function first<T>(xs: T[]) { return xs[0]; } first(rows)./*a*/old;",
    "an argument of the type": "declare function send(r: Partial<Row>): void; "
    "send({ /*a*/old: '' });",
    "a value that a parameter is inferred from": "declare function id<T>(x: T): T; "
    "const r: Partial<Row> = id({ /*b*/old: '' });",
    "a returned object": "function f(): Partial<Row> { return { /*a*/old: '' }; }",
    "an async returned object": "const f = async (): Promise<Partial<Row>> => ({ /*a*/old: '' });",
    "in": "declare const some: Row | { other: number };"
    "const has = /*a*/'old' in some; if ('old' in some) some./*a*/old;",
    "an assigned property": "const r = rows[0]; r./*a*/old = '';",
    "let, assigned later": "let r; r = rows[0]; r./*a*/old;",
    "let of null, assigned later": "let r = null; r = rows[0]; r./*a*/old;",
    "a default parameter": "function f(r = rows[0]) { r./*a*/old; }",
    "rest parameters": "function f(...all: Row[]) { all[0]./*a*/old; }",
    "an object or a value that is none": "declare const f: () => Row | false | null;"
    "const row = f(); const g = () => { if (!row) return ''; return row./*a*/old; };"
    "declare const h: Row | string | 0; typeof h === 'object' ? h./*a*/old : h;",
    "an object or one without it": "declare const f: Row | { other: number }; f./*~*/old;",
    "a union of functions' results": "declare const f: (() => Row) | (() => Row); f()./*a*/old;",
    "overloads by number": "declare function f(): string; declare function f(x: 1): Row; "
    "f(1)./*a*/old;",
    "await of a generic call": "declare function get<T>(u: string): Promise<T>; "
    "async function f() { const r = await get<Row>('/x'); r./*a*/old; }",
    "a key parameter": "declare function sortBy<T, K extends keyof T>(xs: T[], k: K): T[]; "
    "sortBy(rows, /*a*/'old');",
    "a constant key": "const k = /*a*/'old'; rows[0][k];",
    "a constant that is a key where it is taken": "const k = /*a*/'old';"
    "declare function at<K extends keyof Row>(k: K): Row[K]; at(k); rows[0][k];",
    "an array of keys": "const ks: (keyof Row)[] = [/*a*/'old'];",
    "one key or many": "type Many<T> = T | T[]; declare function by(k: Many<Key>): void;"
    "type Key = keyof Row | 'x'; by([/*a*/'old', 'x']);"
    "by(rows.length ? /*a*/'old' : ['other', /*a*/'old']);",
    "one key or many of some": "type Many<T> = T | T[]; interface Item { by: Many<Key> };"
    "type Key = keyof Pick<Row, /*a*/'old'> | keyof Pick<Row, 'other'> | 'x';"
    "const i: Item = { by: ['other', /*a*/'old'] };",
    "an optional property of what may be undefined": "interface Crate { /*b*/old?: boolean; id: 1 }"
    "declare function set(f: (crates: Crate[]) => Crate[]): void;"
    "declare const was: Map<string, boolean>;"
    "set((all) => all.map((c) => (c.id ? { ...c, /*b*/old: was.get(c.id) } : c)));",
    "what stands in for an answer that fails": "declare function run<T>(f: (x: number) =>"
    " Promise<T>): Promise<T>; run(async (x) => { try { return (await load())[0]; }"
    " catch { return { /*a*/old: undefined, other: 1 }; } }).then((r) => r./*a*/old);",
    "a record by a type's keys": "const r: Record<keyof Row, number> = { /*a*/old: 1, other: 2 };"
    "const p: Partial<Record<keyof Row, string>> = { /*a*/old: '' }; p./*a*/old = r./*a*/old + '';"
    "declare const k: keyof Row; r[k].toFixed();",
    "a key that is compared": "declare const k: keyof Row | 'x';"
    "k === /*a*/'old' || /*a*/'old' !== k;",
    "a key that is switched": "declare const k: keyof Row; switch (k) { case /*a*/'old': break; }",
    "a key that is looked for": "declare const ks: (keyof Row)[]; ks.includes(/*a*/'old');",
    "options of which one makes what another is told of": "interface Made<T> { of: T[]; }"
    "interface Options<A, T> { ask: () => Promise<A>; make: (answer: A) => Made<T>;"
    " columns: () => { of: string; show?: (row: T) => string }[]; wide: boolean }"
    "declare function table<A, T>(options: Omit<Options<A, T>, 'wide'> & { high?: boolean }): T;"
    "declare function made<T>(of: T[]): Made<T>;"
    "table({ ask: () => load(), make: (answer) => made(answer),"
    " columns: () => [{ of: 'x', show: (row) => row./*a*/old }] })./*a*/old;",
    "what a function yields that is told before": "declare function use<T>(options: {"
    " from: (x: number) => T; shown: () => { show: (row: T) => string }[] }): T;"
    "use({ from: (x) => rows[x], shown: () => [{ show: (row) => row./*a*/old }] });",
    "null tells alternatives apart": "type Good = { error: null; /*b*/old: string };"
    "type Bad = { error: { code: number }; /*c*/old: string };"
    "declare function say(answer: Good | Bad): void; say({ error: null, /*b*/old: '' });",
    "an unknown callee": "declare const lib: any; lib.go(rows).map((r) => r./*?*/old);",
}


@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_uses_of_a_value(use: str, tmp_path: Path) -> None:
    head = "import { type Row, load, rows } from './row';\n"
    agree(tmp_path, {"row.ts": ROW, "use.ts": head + use})


def test_classes_generic_bases_and_this(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "a.ts": """
interface Row { /*a*/old: string }
abstract class Crud<T> {
  constructor(protected items: T[]) {}
  abstract convert(x: unknown): T;
  async all(): Promise<T[]> { return this.items; }
  get first() { return this.items[0]; }
  chain(): this { return this; }
}
class Rows extends Crud<Row> {
  extra = 1;
  convert(x: unknown): Row { return { /*a*/old: '' }; }
  use() { this.items[0]./*a*/old; this.first./*a*/old; }
}
const api = new Rows([]);
api.all().then((rs) => rs[0]./*a*/old);
api.chain().chain().first./*a*/old;
"""
        },
    )


GUARDS = {
    "a discriminant": "if (s.kind === 'row') s./*a*/old; else s./*b*/old;",
    "a negated one that leaves": "if (s.kind !== 'row') throw s; s./*a*/old;",
    "a switch": "switch (s.kind) { case 'row': s./*a*/old; break; default: s./*b*/old; }",
    "a ternary": "s.kind === 'row' ? s./*a*/old : s./*b*/old;",
    "and": "s.kind === 'row' && s./*a*/old;",
    "in": "if ('only' in s) s./*a*/old;",
    "a type predicate": "if (isRow(s)) s./*a*/old; else s./*b*/old;",
    "instanceof": "if (u instanceof Made) u./*c*/old;",
    "a condition that a constant has": "const ok = s.kind === 'row'; if (ok) s./*a*/old;",
    "one that is negated": "const no = !(s.kind === 'row'); if (no) return; s./*a*/old;",
    "a discriminant that a constant has": "const k = s.kind; if (k === 'row') s./*a*/old;",
    "one that is taken out": "const { kind: k } = s; if (k === 'two') s./*b*/old;",
    "one beside a property that is set": "const ok = s.kind === 'row'; s.only = 2; "
    "const [x = s] = []; if (ok) s./*a*/old;",
    "an object's own discriminant": "const x: Some = { kind: 'row', only: 1, /*a*/old: '' };",
}


@pytest.mark.parametrize("guard", GUARDS.values(), ids=GUARDS.keys())
def test_narrowing(guard: str, tmp_path: Path) -> None:
    head = """
interface Row { kind: 'row'; /*a*/old: string; only: 1 }
interface Two { kind: 'two'; /*b*/old: string }
class Made { /*c*/old = 1 }
type Some = Row | Two;
declare function isRow(x: Some): x is Row;
"""
    agree(tmp_path, {"a.ts": f"{head} function f(s: Some, u: unknown) {{ {guard} }}"})


@pytest.mark.parametrize(
    "guard",
    [
        "let ok = s.kind === 'row'; if (ok) s.old;",
        "const ok: boolean = s.kind === 'row'; if (ok) s.old;",
        "const ok = s.kind === 'row'; s = next(); if (ok) s.old;",
        "const ok = s.kind === 'row'; [s] = [next()]; if (ok) s.old;",
        "const ok = s.kind === 'row'; for (s of [next()]) if (ok) s.old;",
        "const ok = s.kind === 'row'; for ([s] of [[next()]]) if (ok) s.old;",
        "const ok = s.kind === 'row'; ({ a: s } = { a: next() }); if (ok) s.old;",
        "const ok = s.kind === 'row'; ({ a: s = next() } = {}); if (ok) s.old;",
        "const ok = s.kind === 'row'; (s as unknown) = next(); if (ok) s.old;",
        "const ok = s.kind === 'row'; (s) = next(); if (ok) s.old;",
        "const ok = s.kind === 'row'; { const s = next(); if (ok) s.old; }",
        "let k = s.kind; if (k === 'row') s.old;",
        "let { kind } = s; if (kind === 'row') s.old;",
        "const { kind } = next(); if (kind === 'row') s.old;",
        "const box = { s }; const ok = box.s.kind === 'row'; if (ok) box.s.old;",
    ],
)
def test_what_a_constant_does_not_tell(guard: str, tmp_path: Path) -> None:
    head = """
interface Row { kind: 'row'; old: string }
interface Two { kind: 'two'; old: string }
declare function next(): Row | Two;
"""
    program, types = opened(tmp_path, {"a.ts": f"{head} function f(s: Row | Two) {{ {guard} }}"})
    module = program.module(tmp_path / "a.ts")
    assert len(types.symbol_at(module, module.occurrences("old")[-1]).members) == 2


def test_a_predicate_tells_types_apart_that_promise_nothing(tmp_path: Path) -> None:
    text = """
interface Image { /*a*/old?: string; tag?: string }
interface Chart { /*b*/old?: string; version?: string }
interface Signed extends Image { by?: string }
declare function isImage(x: Image | Chart | Signed): x is Image;
function f(s: Image | Chart | Signed) { if (isImage(s)) s./*a*/old; else s./*b*/old; }
"""
    agree(tmp_path, {"a.ts": text})


GROWN = """
import { rows } from './rows';
declare global { interface Window { FIRST?: { /*b*/old: number } } }
window.FIRST?./*b*/old;
globalThis.window.FIRST?./*b*/old;
globalThis.FIRST?./*b*/old;
const all = [];
all.push(...rows.map((r) => ({ ...r, kept: true })));
all.unshift(rows[0]);
all.map((r) => r./*%s*/old);
"""


@pytest.mark.parametrize(
    ("config", "label"),
    [
        ({"strict": True}, "a"),
        ({"noImplicitAny": True}, "a"),
        ({"strict": True, "noImplicitAny": False}, "?"),
        ({}, "?"),
        (None, "?"),
    ],
)
def test_an_array_that_begins_empty_is_of_what_is_put_into_it(
    tmp_path: Path, config: dict[str, bool] | None, label: str
) -> None:
    """Only where `noImplicitAny` holds does the compiler say so; else it is `any[]`."""
    files = {"rows.ts": ROW, "use.ts": GROWN % label}
    if config is not None:
        files["tsconfig.json"] = json.dumps({"compilerOptions": config})
    agree(tmp_path, files)


@pytest.mark.parametrize("strict", [True, False])
def test_a_field_without_a_type_is_what_the_constructor_assigns(
    strict: bool, tmp_path: Path
) -> None:
    known = "a" if strict else "?"
    use = f"""
import type {{ Row }} from './row';
class Store {{
  rows;
  late;
  constructor(given: Row[]) {{
    this.rows = given;
    const later = () => {{ this.late = given; }};
    later();
  }}
  get first() {{ return this.rows[0]./*{known}*/old; }}
}}
new Store([]).rows[0]./*{known}*/old;
new Store([]).late[0]./*?*/old;
"""
    config = json.dumps({"compilerOptions": {"strict": strict}})
    agree(tmp_path, {"tsconfig.json": config, "row.ts": ROW, "use.ts": use})


def test_the_members_of_an_enum_tell_alternatives_apart(tmp_path: Path) -> None:
    source = """
export enum Kind { row = 'row', cell = 'cell' }
enum Level { low, high = 5, top }
export interface Row { type: Kind.row; /*a*/old: string }
export interface Cell { type: Kind.cell; /*b*/old: string }
export type Node = Row | Cell | null;
export function show(node: Node, kind: Kind) {
  if (!node) return '';
  if (node.type === Kind.row) { return node./*a*/old; } else { node./*b*/old; }
  switch (node.type) {
    case Kind.cell: { const { /*b*/old } = node; return old; }
  }
}
export const made: Node = { type: Kind.row, /*a*/old: '' };
export const all: Node[] = [{ type: Kind.cell, /*b*/old: '' }];
declare const by: Record<Kind, Row>;
by[Kind.row]./*a*/old;
type Note = { level: Level.low; /*c*/old: string } | { level: Level.top; /*d*/old: string };
declare const note: Note;
if (note.level === Level.top) note./*d*/old;
if (note.level !== Level.top) note./*c*/old;
"""
    agree(tmp_path, {"a.ts": source})


def test_what_is_mapped_of_an_unknown_list_is_what_the_result_holds(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "row.ts": "export interface Row { /*a*/old?: string; other: number }\n",
            "use.ts": """
import type { Row } from './row';
import { theirs, type Options } from 'a-package-without-types';
declare function show(rows: Row[] | ((before: Row[]) => Row[])): void;
const rows: Row[] = theirs.map((it) => ({ /*a*/old: it.old, other: 1 }));
export const pick = (options: Options) => {
  show(options.map((it) => { return { /*a*/old: it.name, other: 2 }; }));
};
""",
        },
    )
