"""What requests yield, followed through untyped code to where its properties are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tree_sitter import Node

from fixer.contract.model import ANY, Contract, Kind, Property, Schema
from fixer.program.module import Module
from fixer.program.types import Type, Types, Wrapped
from fixer.program.types.wireshape import shaped
from tests.program.types.marks import MARK, leaf, opened

ROW = Schema(Kind.OBJECT, (Property("old", Schema(Kind.STRING)), Property("tags", ANY)), name="Row")
ROWS = Schema(Kind.ARRAY, items=ROW)
PAGE = Schema(Kind.OBJECT, (Property("results", ROWS), Property("first", ROW)))
CONTRACT = Contract("test", envelope="data")
SHAPES = {"/row": ROW, "/rows": ROWS, "/page": PAGE}
FETCHED = "Promise<{ json(): Promise<PAYLOAD>; ok: boolean }>"


class Answers:
    """`fetch('/rows')` yields rows; a call of `wrapped('/rows')` has the `fetch` in it as sink."""

    def __init__(self) -> None:
        self.types: Types | None = None
        self.module = Module(Path("/yields.ts"), f"type Y<PAYLOAD> = {FETCHED};".encode())

    def depends_on_this(self, class_: Node) -> bool:
        return False

    def wire(self, module: Module, call: Node, this: Type | None) -> Type | Wrapped | None:
        callee, arguments = (call.child_by_field_name(f) for f in ("function", "arguments"))
        assert callee is not None
        path = (arguments.text or b"").decode().strip("()'") if arguments is not None else ""
        if self.types is None or path not in SHAPES:
            return None
        found = self.types.instantiate(self.module, "Y", shaped(SHAPES[path], CONTRACT))
        called = (callee.text or b"").split()[-1]  # the grammar reads `(await fetch)<Row>('/row')`
        if called == b"wrapped":
            sink = next(c for c in module.calls if (c.text or b"").startswith(b"fetch(path"))
            return Wrapped(module, sink, found)
        return found if called == b"fetch" else None

    def entered(self, call: Node) -> tuple[Module, Node] | None:
        return None

    def applied(self, call: Node) -> tuple[tuple[Module, Node], ...]:
        return ()


HEAD = """
import { useState, useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import _ from 'lodash';
const load = async () => { const res = await fetch('/rows'); return res.json(); };
async function wrapped(path) {
  const response = await fetch(path, { method: 'GET' });
  const json = await response.json();
  if (!json.success) throw new Error();
  return json.data;
}
class Service {
  constructor() { this.rows = []; }
  async one() { const res = await fetch('/row'); return await res.json(); }
  async fill() { this.rows = await load(); }
  use() { return this.rows; }
}
class Answer {
  private readonly response: Response;
  constructor(response: Response) { this.response = response; }
  async body() { return this.response.json(); }
}
class Brief {
  constructor(private response: Response) {}
  async body() { return this.response.json(); }
}
class Long extends Answer {}
"""

USES = {
    "await": "async () => { const r = await fetch('/row'); const d = await r.json(); d./*p*/old; }",
    "await before a chain with type arguments": "async () => {"
    " const r = await fetch<Row>('/row').then((r) => r.json()).catch(() => null); r./*p*/old;"
    " const [first] = await wrapped<Row>('/rows').then((rows) => rows); first./*p*/old; }",
    "then": "fetch('/row').then((r) => r.json()).then((d) => d./*p*/old);",
    "then with destructuring": "load().then(([{ /*p*/old }]) => old);",
    "a function's result": "async () => { for (const r of await load()) r./*p*/old; }",
    "an annotation is ignored": "async () => { const r: Other = await load(); r[0]./*p*/old; }",
    "a cast is ignored": "async () => { ((await load()) as Other)[0]./*p*/old; }",
    "map, filter, find": "load().then((rs) => rs.filter((r) => r./*p*/old)"
    ".map((r) => ({ r })).find((x) => x.r./*p*/old));",
    "lodash": "load().then((rs) => _.sortBy(rs, 'x')[0]./*p*/old);",
    "a spread": "load().then((rs) => { const one = { ...rs[0], x: 1 }; one./*p*/old; });",
    "a default": "load().then((rs) => { const all = rs || []; all.map((r) => r./*p*/old); });",
    "state": "function C() { const [rows, setRows] = useState([]);"
    " useEffect(() => { load().then((d) => setRows(d)); }, []);"
    " return rows.map((r) => r./*p*/old); }",
    "state, set by name": "function C() { const [rows, setRows] = useState([]);"
    " load().then(setRows); rows[0]./*p*/old; }",
    "state, set by a function": "function C() { const [row, setRow] = useState(null);"
    " load().then((d) => setRow((prev) => ({ ...prev, ...d[0] }))); row?./*p*/old; }",
    "a query": "function C() { const { data } = useQuery({ queryKey: [], queryFn: load });"
    " data?.map((r) => r./*p*/old); const { data: rows = [] } = useQuery({ queryFn: load });"
    " rows[0]./*p*/old; }",
    "a wrapper": "wrapped('/rows').then((rs) => rs[0]./*p*/old);",
    "a wrapper of a page": "async () => { const { results } = await wrapped('/page');"
    " results[0]./*p*/old; }",
    "a service": "async () => { const s = new Service(); (await s.one())./*p*/old;"
    " s.use()[0]./*p*/old; }",
    "what a constructor was given": "async () => { const a = new Answer(await fetch('/row'));"
    " (await a.body())./*p*/old; (await new Long(await fetch('/row')).body())./*p*/old;"
    " (await new Brief(await fetch('/row')).body())./*p*/old; }",
    "a mapper": "const toView = (r) => ({ view: r }); load().then((rs) => rs.map(toView)"
    ".forEach((x) => x.view./*p*/old));",
    "a mapper that hands null back": "function view(r) { if (r == null) return r;"
    " return { view: r }; }"
    " load().then((rs) => { view(rs[0]).view./*p*/old; view(rs[0])./*?*/old; });",
    "a helper's argument": "const first = (rs) => rs[0]; load().then((rs) => first(rs)./*p*/old);",
    "a helper that calls itself, in an object that grows": "const at = (o) => o.n > 9 ? o.rows[0]"
    " : at({ ...o, n: o.n + 1, was: o, also: at({ ...o, last: o }) });"
    " load().then((rs) => { const r = at({ rows: rs, n: 0 }); r./*p*/old; });",
    "all at once": "async () => { const [a, b] = await Promise.all([load(), fetch('/row')]);"
    " a[0]./*p*/old; (await b.json())./*p*/old; }",
    "let": "let rows; load().then((d) => { rows = d; }); rows[0]./*p*/old;",
    "beside what never settles": "const away = async (gone) => {"
    " if (gone) return new Promise(() => {}); return load(); };"
    " away(false).then((rs) => rs[0]./*p*/old);"
    " const deaf = async () => {"
    " try { return await load(); } catch { return new Promise((r) => {}); } };"
    " deaf().then((rs) => rs[0]./*p*/old);"
    " const late = (no) => no ? new Promise((_, fail) => setTimeout(fail, 9)) : load();"
    " late().then((rs) => rs[0]./*p*/old);"
    " const heard = async (no) => no ? new Promise((r) => go(r)) : load();"
    " heard().then((rs) => rs[0]./*?*/old);",
    "a promise that is kept with it": "const kept = () => new Promise((resolve, reject) => {"
    " load().then((rs) => { if (!rs) return reject(new Error()); resolve(rs); }, reject); });"
    " kept().then((rs) => rs[0]./*p*/old);"
    " const later = () => new Promise(async (ok) => ok((await fetch('/row')).json()));"
    " later().then((r) => r./*p*/old);"
    " const short = () => new Promise((resolve) => load().then(resolve));"
    " short().then((rs) => rs[0]./*p*/old);",
    "a promise that may be kept elsewhere": "const queued = () => new Promise((resolve) => {"
    " queue.push(resolve); load().then(resolve); }); queued().then((rs) => rs[0]./*?*/old);",
    "a promise kept with what isn't known": "const mixed = (no) => new Promise((resolve) => {"
    " no ? resolve(something()) : load().then(resolve); });"
    " mixed().then((rs) => rs[0]./*?*/old);",
    "a property of it": "load().then((rs) => rs[0].tags./*?*/old);",
    "what no request yields": "something().then((d) => d./*?*/old);",
    "props of a component": "function Row({ row }) { return <p>{row./*p*/old}</p>; }"
    "function C() { const [row, setRow] = useState(); load().then((d) => setRow(d[0]));"
    " return <Row row={row} />; }",
}


@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_a_request_is_followed(use: str, tmp_path: Path) -> None:
    answers = Answers()
    program, types = opened(tmp_path, {"use.tsx": HEAD + use}, answers)
    answers.types = types
    module = program.module(tmp_path / "use.tsx")
    for match in MARK.finditer(module.data):
        resolution = types.symbol_at(module, leaf(module, match.end()))
        properties = [m.property for m in resolution.members]
        if match[1] == b"?":
            assert not properties
        else:
            assert properties == [ROW.property("old")], resolution.reason


def test_a_template_reads_what_was_assigned_to_a_ref(tmp_path: Path) -> None:
    answers = Answers()
    source = """
<template><li v-for="row in rows" :key="row./*p*/old">{{ row./*p*/old }}</li></template>
<script setup>
import { ref, onMounted } from 'vue';
const rows = ref([]);
onMounted(async () => { const r = await fetch('/rows'); rows.value = await r.json(); });
</script>
"""
    program, types = opened(tmp_path, {"List.vue": source}, answers)
    answers.types = types
    module = program.module(tmp_path / "List.vue")
    for match in MARK.finditer(module.data):
        resolution = types.symbol_at(module, leaf(module, match.end()))
        assert [m.property for m in resolution.members] == [ROW.property("old")]
