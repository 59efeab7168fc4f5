"""What a schema parses is what the request yields; what it makes of that is its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import rewritten, unchanged

RENAMES = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """
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
  /rows/one:
    get:
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { $ref: "#/components/schemas/Row" } } }
components:
  schemas:
    Row:
      type: object
      required: [id, title]
      properties: { id: { type: integer }, title: { type: string, x-renamed-from: name } }
"""
HEAD = "import { z } from 'zod';\nimport axios from 'axios';\n"
ROW = "const Row = z.object({ id: z.number(), name: z.string() });\n"
ASK = (
    "async function ask<T>(url: string, schema: z.ZodType<T>): Promise<T> {\n"
    "  const answer = await fetch(url);\n  return schema.parse(await answer.json());\n}\n"
)

# Each `name` of the first text is another one in the second.
FOLLOWED = {
    "parse": ROW + "const one = Row.parse((await axios.get('/rows/one')).data).name;",
    "safeParse": ROW + "const one = Row.safeParse((await axios.get('/rows/one')).data);\n"
    "if (one.success) show(one.data.name);",
    "a list": ROW + "const all = z.array(Row).parse((await axios.get('/rows')).data)[0].name;",
    "a schema's list": ROW + "const Rows = Row.array();\n"
    "const all = Rows.parse((await axios.get('/rows')).data)[0].name;",
    "handed on": ROW + "fetch('/rows/one').then((r) => r.json()).then(Row.parse)"
    ".then((one) => one.name);",
    "extended": "const Row = z.object({ id: z.number() }).extend({ name: z.string() });\n"
    "const one = Row.parse((await axios.get('/rows/one')).data).name;",
    "picked, omitted": ROW + "const Part = Row.pick({ name: true }).partial({ name: true });\n"
    "const None = Row.omit({ name: true });\n"
    "const one = Part.parse((await axios.get('/rows/one')).data).name;",
    "paths of what is wrong": ROW.replace(";", ".refine((v) => v.name, { path: ['name'] })"
    ".superRefine((v, all) => { if (v.name) all.addIssue({ code: 'custom', path: ['name'] }); });")
    + "const one = Row.safeParse((await axios.get('/rows/one')).data);\n"
    "if (!one.success) show(one.error.flatten().fieldErrors.name, one.error.format().name);",
    "defaults": ROW.replace(";", ".catch({ id: 0, name: '' });")
    + "const Rows = z.array(Row).default([{ id: 0, name: '' }]);\n"
    "const Other = Row.default(() => ({ id: 0, name: '' }));\n"
    "const all = Rows.parse((await axios.get('/rows')).data)[0].name;",
    "a wrapper": ROW + ASK + "const one = (await ask('/rows/one', Row)).name;",
    "what a wrapper makes": ROW + ASK.replace("(url: string, schema: z.ZodType<T>)", "(o: {"
    " url: string; schema: z.ZodType<T> })").replace("(url)", "(o.url)").replace(
        "schema.parse", "o.schema.parse"
    ) + "const one = (await ask({ url: '/rows/one', schema: Row })).name;",
}  # fmt: skip


@pytest.mark.parametrize("source", FOLLOWED.values(), ids=FOLLOWED.keys())
def test_the_keys_of_a_schema_follow(tmp_path: Path, source: str) -> None:
    after = rewritten(tmp_path, {"contract.yaml": CONTRACT, "a.ts": HEAD + source}, RENAMES)
    assert after["a.ts"] == HEAD + source.replace("name", "title")


def test_what_a_transform_makes_keeps_its_name(tmp_path: Path) -> None:
    source = HEAD + ROW.replace(";", ".transform((v) => ({ name: v.OLD + '!' }));").replace(
        "name: z", "OLD: z"
    )
    source += "const one = z.array(Row).parse((await axios.get('/rows')).data)[0].name;\n"
    files = {"contract.yaml": CONTRACT, "a.ts": source.replace("OLD", "name")}
    assert rewritten(tmp_path, files, RENAMES)["a.ts"] == source.replace("OLD", "title")


OPAQUE = "declare function decode(answer: Response): any;\n"
PARSED = {
    "itself": "async function ask<T>(url: string, schema: z.ZodType<T>): Promise<T> {\n"
    "  return schema.parse(decode(await fetch(url)));\n}\n"
    "const one = (await ask('/rows/one', Row)).name;",
    "a part": "interface Result<T> { ok: boolean; data?: T }\n"
    "async function ask<T>(url: string, schema: z.ZodType<T>): Promise<Result<T>> {\n"
    "  return { ok: true, data: schema.parse(decode(await fetch(url))) };\n}\n"
    "const one = (await ask('/rows/one', Row)).data!.name;",
}


@pytest.mark.parametrize("source", PARSED.values(), ids=PARSED.keys())
def test_a_wrapper_that_gives_what_a_schema_makes(tmp_path: Path, source: str) -> None:
    source = HEAD + ROW + OPAQUE + source
    after = rewritten(tmp_path, {"contract.yaml": CONTRACT, "a.ts": source}, RENAMES)
    assert after["a.ts"] == source.replace("name", "title")


SENT = {
    "a schema of what is sent": ROW
    + "async function ask(o: { url: string; input: z.ZodType<any>; sent: unknown }) {\n"
    "  return decode(await fetch(o.url, { headers: o.input.parse(o.sent) }));\n}\n"
    "export const one = (sent: unknown) => ask({ url: '/rows/one', input: Row, sent });",
    "a codec of a query": "interface Filter { id: number; name: string }\n"
    "const query = { parse(filter: Filter): string { return '?name=' + filter.name; } };\n"
    "async function ask(url: string, codec: typeof query, filter: Filter): Promise<any> {\n"
    "  return decode(await fetch(url + codec.parse(filter)));\n}\n"
    "export const one = (filter: Filter) => ask('/rows/one', query, filter);",
}


@pytest.mark.parametrize("source", SENT.values(), ids=SENT.keys())
def test_what_a_wrapper_parses_to_send_it(tmp_path: Path, source: str) -> None:
    files = {"contract.yaml": CONTRACT, "a.ts": HEAD + OPAQUE + source}
    unchanged(tmp_path, files, RENAMES)


@pytest.mark.parametrize(
    "source",
    [
        ROW + "const one = Row.parse(form).name; axios.get('/rows/one');",
        "const Row = z.preprocess(turn, z.object({ id: z.number(), name: z.string() }));\n"
        "const one = Row.parse((await axios.get('/rows/one')).data).name;",
        # Which of two schemas is that of the answer isn't known.
        ROW + "const Sent = z.object({ name: z.string() });\n"
        "const one = (await ask('/rows/one', Sent, Row)).name;\n"
        "declare function go(url: string, init: any): any;\n"
        "async function ask<A, T>(url: string, sent: z.ZodType<A>, schema: z.ZodType<T>) {\n"
        "  return schema.parse(await go(url, sent.parse(await (await fetch(url)).json())));\n}",
    ],
)
def test_another_value_is_none_of_the_contract(tmp_path: Path, source: str) -> None:
    unchanged(tmp_path, {"contract.yaml": CONTRACT, "a.ts": HEAD + source}, RENAMES)
