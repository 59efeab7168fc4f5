"""Declared types met by what a request yields: which members stand for which properties."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.diagnostics import Applicability
from fixer.rule import builtin_rules, load_rule
from tests.tools import findings, fixed, project, rewritten, unchanged

RENAMES = load_rule(builtin_rules() / "legacy_field.py")
UNKNOWN = load_rule(builtin_rules() / "unknown_field.py")

MAP = """
openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /portfolio:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [accounts]
                properties:
                  accounts:
                    type: object
                    additionalProperties:
                      type: object
                      required: [new]
                      properties:
                        new: { type: string, x-renamed-from: old }
"""


def test_what_a_map_holds_meets_what_its_index_signature_holds(tmp_path: Path) -> None:
    source = """
interface Portfolio { accounts: { [id: string]: { old: string } } }
export const load = (): Promise<Portfolio> => fetch('/portfolio').then((r) => r.json());
export const first = async (id: string) => (await load()).accounts[id].old;
"""
    after = rewritten(tmp_path, {"contract.yaml": MAP, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("old", "new")


def test_a_record_is_such_a_map(tmp_path: Path) -> None:
    source = """
interface Account { old: string }
interface Portfolio { accounts: Record<string, Account> }
export const load = (): Promise<Portfolio> => fetch('/portfolio').then((r) => r.json());
export const all = async () => Object.values((await load()).accounts).map((a) => a.old);
"""
    after = rewritten(tmp_path, {"contract.yaml": MAP, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("old", "new")


ROWS = """
openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /rows:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Row" } }
  /rows/{id}:
    get:
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { $ref: "#/components/schemas/Detail" } } }
components:
  schemas:
    Row:
      type: object
      required: [id, title]
      properties: { id: { type: integer }, title: { type: string, x-renamed-from: name } }
    Detail:
      type: object
      required: [id, name, text]
      properties: { id: { type: integer }, name: { type: string }, text: { type: string } }
"""


def test_a_list_that_is_written_anew_meets_a_list(tmp_path: Path) -> None:
    source = """
interface Row { id: number; name: string }
type Shown<T> = { [K in keyof T]: T[K] } & {};
const get = <T,>(path: string): Promise<T> => fetch(path).then((r) => r.json());
export const show = async () => (await get<Shown<Row[]>>('/rows'))[0].name;
"""
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("name", "title")


def test_fields_of_a_form_that_is_provided_around_them_follow(tmp_path: Path) -> None:
    fields = """
import { Controller, useFormContext } from 'react-hook-form';
export const Fields = () => {
  const { control, trigger } = useFormContext();
  return <Controller control={control} name="row.name" render={() => trigger('row.name')} />;
};
"""
    source = """
import { FormProvider, useForm } from 'react-hook-form';
import { Fields } from './fields';
interface Row { id: number; name: string }
export const load = (): Promise<Row[]> => fetch('/rows').then((r) => r.json());
export const Form = ({ row }: { row: Row }) => {
  const form = useForm<{ row: Row }>({ defaultValues: { row } });
  return <FormProvider {...form}><Fields /></FormProvider>;
};
"""
    files = {"contract.yaml": ROWS, "a.tsx": source, "fields.tsx": fields}
    after = rewritten(tmp_path, files, RENAMES)
    assert after["a.tsx"] == source.replace("name: string", "title: string")
    assert after["fields.tsx"] == fields.replace("row.name", "row.title")


def test_an_alias_bears_a_name_as_an_interface_does(tmp_path: Path) -> None:
    source = """
export type Row = { id: number; OLD: string };
export type Detail = { id: number; name: string; text: string };
export type Edited = Row & { file?: File };
const get = <T>(url: string): Promise<T> => fetch(url).then((r) => r.json());
export const rows = () => get<Row[]>('/rows');
export const detail = (id: number) => get<Detail>(`/rows/${id}`);
export const kept = (id: number) => get<Row>(`/rows/${id}`);
export const edited = (id: number) => get<Edited>(`/rows/${id}`);
export const first = async () => (await rows())[0].OLD;
"""
    files = {"contract.yaml": ROWS, "a.ts": source.replace("OLD", "name")}
    assert rewritten(tmp_path, files, RENAMES)["a.ts"] == source.replace("OLD", "title")


CLIENT = """
interface Row { id: number; name: string }
interface Reply<D> extends Response { data: D }
class Http {
  request = async <T>({ path }: { path: string }): Promise<Reply<T>> =>
    fetch(path).then(async (response) => {
      const reply = response.clone() as Reply<T>;
      await response[format()]().then((data) => { reply.data = data; });
      return reply;
    });
}
declare function format(): 'json' | 'text';
"""


def test_what_a_call_says_of_its_answer_counts_where_nothing_is_followed(tmp_path: Path) -> None:
    source = f"""{CLIENT}
class Api extends Http {{
  rows = () => this.request<Row[]>({{ path: '/rows' }});
}}
export const show = async () => (await new Api().rows()).data[0].name;
"""
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("name", "title")


@pytest.mark.parametrize(
    "body",
    [
        "const text = await answer.text(); return text.trim() ? JSON.parse(text) : null;",
        "return JSON.parse(await answer.clone().text()) as T;",
        "return answer.text().then((text) => (text ? (JSON.parse(text) as T) : (null as T)));",
    ],
)
def test_a_body_that_is_read_as_text(tmp_path: Path, body: str) -> None:
    source = f"""
interface Row {{ id: number; name: string }}
async function load<T>(path: string): Promise<T> {{
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(await answer.text());
  {body}
}}
export const show = async () => (await load<Row[]>('/rows'))[0].name;
"""
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("name", "title")


def test_a_response_on_which_the_wrapper_puts_the_body(tmp_path: Path) -> None:
    source = """
interface Row { id: number; name: string }
interface Answer<T> extends Response { data: T }
const request = async <T>(path: string, format: 'json' | 'text'): Promise<Answer<T>> =>
  fetch(path).then(async (response) => {
    const answer = response as Answer<T>;
    answer.data = await response[format]();
    return answer;
  });
export const show = async () => (await request<Row[]>('/rows', 'json')).data[0].name;
"""
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("name", "title")


def test_not_where_the_answer_has_little_of_it(tmp_path: Path) -> None:
    source = f"""{CLIENT}
interface Mine {{ old: string; mine: number; also: number }}
class Api extends Http {{
  rows = () => this.request<Mine[]>({{ path: '/rows' }});
}}
export const show = async () => (await new Api().rows()).data[0].name;
"""
    unchanged(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)


QUEUED = """
interface Row { id: number; name: string }
interface Mine { old: string; mine: number; also: number; name: string }
declare const queue: { waiting: any[]; next(): void };
const ask = <T>(path: string): Promise<T> => new Promise<T>((done) => {
  queue.waiting.push({ ask: () => fetch(path), done });
  queue.next();
});
"""


@pytest.mark.parametrize(
    "asking",
    [
        "async function load(): Promise<Row[]> { return ask('/rows'); }",
        "async function load(): Promise<Row[]> { return await ask('/rows'); }",
        "const load = (): Promise<Row[]> => ask('/rows');",
        "async function load() { const rows: Row[] = await ask('/rows'); return rows; }",
    ],
)
def test_what_a_place_says_of_an_answer_that_is_not_followed(tmp_path: Path, asking: str) -> None:
    """`ask` promises whatever it is asked for, and may make it of something else: unsafe."""
    source = f"{QUEUED}{asking}\nexport const show = async () => (await load())[0].name;\n"
    files = {"contract.yaml": ROWS, "a.ts": source}
    unchanged(tmp_path, files, RENAMES)
    after = fixed(project(tmp_path, files), [RENAMES], Applicability.UNSAFE).texts
    renamed = source.replace("id: number; name", "id: number; title")
    assert after[tmp_path / "a.ts"].decode() == renamed.replace("[0].name", "[0].title")


ENVELOPED = """
openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /rows:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                properties:
                  code: { type: integer }
                  result: { type: array, items: { $ref: "#/components/schemas/Row" } }
                  OTHER
components:
  schemas:
    Row:
      type: object
      required: [id, title]
      properties: { id: { type: integer }, title: { type: string, x-renamed-from: name } }
"""


def test_a_wrapper_that_is_not_followed_may_give_what_a_member_holds(tmp_path: Path) -> None:
    source = f"{QUEUED}export const show = async () => (await ask<Row[]>('/rows'))[0].name;\n"
    contract = ENVELOPED.replace("OTHER", "msg: { type: string }")
    after = rewritten(tmp_path, {"contract.yaml": contract, "a.ts": source}, RENAMES)
    renamed = source.replace("id: number; name", "id: number; title")
    assert after["a.ts"] == renamed.replace("[0].name", "[0].title")


@pytest.mark.parametrize(
    ("other", "asked"),
    [
        ('old: { type: array, items: { $ref: "#/components/schemas/Row" } }', "Row[]"),
        ("msg: { type: string }", "Mine"),
    ],
)
def test_not_where_several_may_be_meant_or_none(tmp_path: Path, other: str, asked: str) -> None:
    source = f"{QUEUED}export const show = async () => await ask<{asked}>('/rows');\n"
    contract = ENVELOPED.replace("OTHER", other)
    unchanged(tmp_path, {"contract.yaml": contract, "a.ts": source}, RENAMES)


def test_a_resource_that_has_one_fitting_member_is_no_envelope(tmp_path: Path) -> None:
    """The wrapper may as well make what is asked of the whole: unsafe."""
    source = f"{QUEUED}export const show = async () => (await ask<Row[]>('/rows'))[0].name;\n"
    contract = ENVELOPED.replace("OTHER", "id: { type: integer }")
    files = {"contract.yaml": contract, "a.ts": source}
    unchanged(tmp_path, files, RENAMES)
    after = fixed(project(tmp_path, files), [RENAMES], Applicability.UNSAFE).texts
    assert "id: number; title" in after[tmp_path / "a.ts"].decode()


def test_what_a_member_holds_only_in_part_is_not_sure(tmp_path: Path) -> None:
    """The wrapper may make what is asked of the whole answer."""
    source = f"{QUEUED}export const show = async () => (await ask<Flat[]>('/rows'))[0].name;\n"
    source += "interface Flat { id: number; name: string; code: number }\n"
    contract = ENVELOPED.replace("OTHER", "msg: { type: string }")
    files = {"contract.yaml": contract, "a.ts": source}
    unchanged(tmp_path, files, RENAMES)
    after = fixed(project(tmp_path, files), [RENAMES], Applicability.UNSAFE).texts
    assert "title: string; code" in after[tmp_path / "a.ts"].decode()


def test_the_members_of_an_enum_are_no_properties_of_an_answer(tmp_path: Path) -> None:
    source = """
import axios from 'axios';
export enum Part { id, name }
export async function isName(): Promise<boolean> {
  const { data } = await axios.get<Part>('/rows');
  return data === Part.name;
}
"""
    contract = ENVELOPED.replace("OTHER", "title: { type: string, x-renamed-from: name }")
    files = {"contract.yaml": contract, "a.ts": source}
    assert not findings(project(tmp_path, files), [RENAMES, UNKNOWN]).diagnostics


MAPPED = """
interface Row { id: number; name: string }
const NAMES: Record<string, string> = { title: 'name' };
"""
LOADED = """
export const show = async () => (await ask<Row[]>('/rows'))[0].name;
"""


@pytest.mark.parametrize(
    "wrapper",
    [
        "const named = (rows: any) => rows.map((row: any) =>"
        " Object.fromEntries(Object.entries(row).map(([key, it]) => [NAMES[key] ?? key, it])));\n"
        "async function ask<T>(path: string): Promise<T> {"
        " return named(await (await fetch(path)).json()); }",
        "function named(row: any) { const out: any = {};"
        " for (const key in row) { const to = NAMES[key]; out[to] = row[key]; } return out; }\n"
        "const ask = <T>(path: string): Promise<T> =>"
        " fetch(path).then((it) => it.json()).then((rows) => rows.map(named));",
        "async function ask<T>(path: string): Promise<T> {"
        " const rows: any = await (await fetch(path)).json(); const all: any = [];"
        " rows.forEach((row: any) => all.push(Object.keys(row).reduce("
        "(out: any, key) => ({ ...out, [NAMES[key] ?? key]: row[key] }), {}))); return all; }",
        "async function ask<T>(path: string): Promise<T> {"
        " return JSON.parse(await later(() => fetch(path)), named); }\n"
        "function named(_: string, value: any) { const out: any = {};"
        " for (const key in value) { out[`_${key}`] = value[key]; } return out; }\n"
        "declare function later(of: () => unknown): any;",
        "import { mapKeys } from 'lodash';\n"
        "const ask = <T>(path: string): Promise<T> => later(() => fetch(path))"
        ".then((row: any) => mapKeys(row, (_, key) => NAMES[key]));\n"
        "declare function later(of: () => unknown): any;",
        "async function ask<T>(path: string): Promise<T> {"
        " const row: any = await later(() => fetch(path)); const out: any = {};"
        " Object.keys(row).forEach((key) => Object.assign(out, { [NAMES[key]]: row[key] }));"
        " return out; }\n"
        "declare function later(of: () => unknown): any;",
        "class Client { named(row: any) { const out: any = {};"
        " Object.keys(row).forEach((key) => { out[NAMES[key]] = row[key]; }); return out; }\n"
        " async ask<T>(path: string): Promise<T> { const rows = await (await fetch(path)).json();"
        " return rows.map((row: any) => this.named(row)); } }\n"
        "const client = new Client();\n"
        "const ask = <T>(path: string): Promise<T> => client.ask<T>(path);",
    ],
)
def test_what_a_call_says_of_a_wrapper_that_makes_keys(tmp_path: Path, wrapper: str) -> None:
    """The answer may have the new name already turned into the old one: unsafe."""
    source = f"{MAPPED}{wrapper}{LOADED}"
    files = {"contract.yaml": ROWS, "a.ts": source}
    unchanged(tmp_path, files, RENAMES)
    after = fixed(project(tmp_path, files), [RENAMES], Applicability.UNSAFE).texts
    assert "id: number; title: string" in after[tmp_path / "a.ts"].decode()


@pytest.mark.parametrize(
    "wrapper",
    [
        "const dated = (row: any) => {"
        " for (const key in row) { row[key] = revived(row[key]); } };\n"
        "declare function revived(it: any): any;\n"
        "async function ask<T>(path: string): Promise<T> {"
        " const rows: any = await queued(path); rows.forEach(dated); return rows; }",
        "const kept: any = {};\n"
        "async function ask<T>(path: string): Promise<T> {"
        " kept[path] = await queued(path); return kept[path]; }",
        "const named = (params: any) => Object.fromEntries("
        "Object.entries(params).map(([key, it]) => [`filter_${key}`, it]));\n"
        "async function ask<T>(path: string, params: object = {}): Promise<T> {"
        " return queued(path, { params: named(params) }); }",
    ],
)
def test_a_wrapper_that_goes_through_keys_and_makes_none(tmp_path: Path, wrapper: str) -> None:
    queued = "const queued = (path: string, _?: any): any => later(() => fetch(path));\n"
    later = "declare function later(of: () => unknown): any;\n"
    source = f"{MAPPED}{later}{queued}{wrapper}{LOADED}"
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert "id: number; title: string" in after["a.ts"]


def test_a_place_that_says_what_is_known_takes_nothing_away(tmp_path: Path) -> None:
    source = QUEUED + (
        "async function load(): Promise<Row[]> { return ask('/rows'); }\n"
        "async function sure(): Promise<Row[]> { return (await fetch('/rows')).json(); }\n"
        "export const show = async () => (await load())[0].name + (await sure())[0].name;\n"
    )
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    renamed = source.replace("id: number; name", "id: number; title")
    assert after["a.ts"] == renamed.replace("[0].name", "[0].title")


@pytest.mark.parametrize(
    "asking",
    [
        "async function load(): Promise<Mine[]> { return ask('/rows'); }",
        "async function load(): Promise<Row[]> { return (await ask<any>('/rows')).rows; }",
        "async function load(): Promise<Row[]> { return pick(await ask('/rows')); }"
        " declare function pick(given: any): Row[];",
    ],
)
def test_not_where_the_place_has_something_else(tmp_path: Path, asking: str) -> None:
    source = f"{QUEUED}{asking}\nexport const show = async () => (await load())[0].name;\n"
    unchanged(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)


POLLED = """
interface Row { id: number; name: string }
declare const queue: { waiting: any[] };
const poll = <T>(path: string, TAKEN): Promise<{ rows: T }> => new Promise((done) => {
  queue.waiting.push({ ask: () => fetch(path), done });
});
export const show = async () => (await poll<Row[]>('/rows', GIVEN)).rows[0].name;
"""


def test_what_a_callback_is_told_of_the_answer_is_no_input(tmp_path: Path) -> None:
    source = POLLED.replace("TAKEN", "seen?: (rows: T) => void").replace("GIVEN", "() => {}")
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("name", "title")


@pytest.mark.parametrize("taken", ["make: () => T", "make: (give: (rows: T) => void) => void"])
def test_what_a_callback_gives_is_one(tmp_path: Path, taken: str) -> None:
    source = POLLED.replace("TAKEN", taken).replace("GIVEN", "() => [] as never")
    unchanged(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)


def test_not_where_it_is_the_type_of_what_is_sent(tmp_path: Path) -> None:
    source = """
interface Row { id: number; name: string }
const send = <T>(path: string, row: T): Promise<{ sent: T }> =>
  fetch(path).then(() => ({ sent: row }));
export const show = async (row: Row) => (await send<Row>('/rows', row)).sent.name;
"""
    unchanged(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)


ALTERNATIVES = """
openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /nodes:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: array
                items:
                  anyOf:
                    - { $ref: "#/components/schemas/Leaf" }
                    - { $ref: "#/components/schemas/Sum" }
components:
  schemas:
    Leaf:
      type: object
      required: [expr]
      properties: { expr: { type: string } }
    Sum:
      type: object
      required: [expr, params]
      properties:
        expr: { type: string }
        params: { type: string, x-renamed-from: args }
        by: { type: string }
"""


def test_of_alternatives_that_fit_alike_the_one_that_says_most_is_meant(tmp_path: Path) -> None:
    source = """
interface Plain { expr: string }
interface Total { expr: string; args: string; by?: string }
export const load = (): Promise<(Plain | Total)[]> => fetch('/nodes').then((r) => r.json());
export const show = async () => (await load()).map((n) => (n as Total).args);
"""
    after = rewritten(tmp_path, {"contract.yaml": ALTERNATIVES, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("args", "params")


def test_a_client_whose_operations_make_the_function_that_sends(tmp_path: Path) -> None:
    source = """
import globalAxios, { type AxiosInstance, type AxiosPromise, type AxiosResponse } from 'axios';
interface Row { id: number; 'name': string }
const send = function (args: { url: string }, base: string) {
  return <T = unknown, R = AxiosResponse<T>>(axios: AxiosInstance = globalAxios) =>
    axios.request<T, R>({ url: base + args.url });
};
const made = () => ({ rows: async () => ({ url: new URL('/rows', 'https://e.org').pathname }) });
const operations = () => ({
  async rows(): Promise<(axios?: AxiosInstance) => AxiosPromise<Row[]>> {
    const args = await made().rows();
    return (axios) => send(args, '')(axios);
  },
});
class Api {
  constructor(protected axios: AxiosInstance = globalAxios) {}
  rows() { return operations().rows().then((request) => request(this.axios)); }
}
export const show = async () => { const { data } = await new Api().rows(); return data[0].name; };
"""
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": source}, RENAMES)
    wanted = source.replace("'name'", "'title'").replace("[0].name", "[0].title")
    assert after["a.ts"] == wanted


DEEP = """
openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /deep:
    get:
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { $ref: "#/components/schemas/L0" } } }
components:
  schemas:
    L16: { type: object, properties: { new: { type: string, x-renamed-from: old } } }
""" + "\n".join(
    f"    L{n}: {{ properties: {{ in: {{ $ref: '#/components/schemas/L{n + 1}' }} }} }}"
    for n in range(16)
)


def test_what_is_far_inside_is_met_too(tmp_path: Path) -> None:
    nested = "\n".join(f"interface L{n} {{ in?: L{n + 1} | null }}" for n in range(16))
    source = f"""
{nested}
interface L16 {{ old: string }}
export const deep = (): Promise<L0> => fetch('/deep').then((r) => r.json());
export const last = (it: L16) => it.old;
"""
    after = rewritten(tmp_path, {"contract.yaml": DEEP, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("old", "new")


@pytest.mark.parametrize(
    "ask",
    [
        "axios.get<Row[]>(url)",
        "load<Row[]>(url)",
        "fetch(url).then((r) => r.json() as Promise<Row[]>)",
    ],
)
def test_a_component_that_is_told_its_url_keeps_what_it_gets(tmp_path: Path, ask: str) -> None:
    table = f"""
import axios from 'axios';
import {{ useEffect, useState }} from 'react';
interface Row {{ id: number; name: string }}
const load = <T,>(url: string): Promise<T> => fetch(url).then((r) => r.json());
export function Table({{ url }}: {{ url: string }}) {{
  const [rows, setRows] = useState<Row[]>([]);
  useEffect(() => {{ void {ask}; }}, [url]);
  return rows.map((row) => row.name);
}}
"""
    page = "import { Table } from './table';\nexport const Page = () => <Table url='/rows' />;\n"
    files = {"contract.yaml": ROWS, "table.tsx": table, "page.tsx": page}
    after = rewritten(tmp_path, files, RENAMES)
    assert after["table.tsx"] == table.replace("name", "title")


BASE = """
import axios from 'axios';
interface Row { id: number; name: string }
interface Tag { id: number; name: string }
abstract class Base {
  abstract path: string;
  async all() { return (await axios.get(this.path)).data; }
}
class Rows extends Base { path = '/rows'; }
class Tags extends Base { path = '/tags'; }
export const rows = async (): Promise<Row[]> => new Rows().all();
export const tags = async (): Promise<Tag[]> => new Tags().all();
export const firstRow = async () => (await rows())[0].name;
export const firstTag = async () => (await tags())[0].name;
"""


def test_what_a_subclass_asks_for_is_no_answer_to_another(tmp_path: Path) -> None:
    """The contract says nothing of `/tags`: what the base class sends is one call for both."""
    after = rewritten(tmp_path, {"contract.yaml": ROWS, "a.ts": BASE}, RENAMES)["a.ts"]
    wanted = BASE.replace("Row { id: number; name", "Row { id: number; title")
    assert after == wanted.replace("(await rows())[0].name", "(await rows())[0].title")
