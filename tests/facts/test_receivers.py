"""Which declared types follow a renamed one because they are given its values, and which not."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.diagnostics import Applicability
from tests.facts.logs import API, owners, uses

ITEM = "interface Item { id: number; size?: number; title: string }\n"


@pytest.mark.parametrize(
    "text",
    [
        "import { useState } from 'react'\nexport function Page() {\n"
        "  const [rows, setRows] = useState<Item[]>([])\n  load().then((all) => setRows(all))\n"
        "  return rows.map((row) => row.size)\n}",
        "export const items = async (): Promise<Item[]> => load()",
        "export async function first() { const item: Item = (await load())[0]; return item }",
        "function show(item: Item) { return item.size }\n"
        "export async function all() { (await load()).map((log) => show(log)) }",
        "function Row({ item }: { item: Item }) { return <b>{item.size}</b> }\n"
        "export const Rows = ({ logs }: { logs: Log[] }) =>\n"
        "  <>{logs.map((l) => <Row item={l} />)}</>",
        "interface State { page: { items: Item[] } }\n"
        "export async function fill(state: State) { state.page.items = await load() }",
    ],
)
def test_a_type_that_is_given_renamed_values_follows_unsafely(tmp_path: Path, text: str) -> None:
    found = uses(tmp_path, ITEM + text)
    assert owners(found) == ["Item"]
    fixes = [use.fix for use in found]
    assert all(fix and fix.applicability is Applicability.UNSAFE for fix in fixes)
    assert len({fix.group for fix in fixes if fix}) == 1


def test_it_is_still_told_when_the_first_type_has_the_new_name(tmp_path: Path) -> None:
    text = ITEM + "export const items = async (): Promise<Item[]> => load()"
    assert owners(uses(tmp_path, text, api=API.replace("size", "bytes"))) == ["Item"]


def test_a_value_goes_through_several_types(tmp_path: Path) -> None:
    text = (
        "interface Other { id: number; size: number }\n"
        "export async function one(): Promise<Item> { return (await load())[0] }\n"
        "export async function two(): Promise<Other> { return (await one()) as Item }\n"
    )
    assert owners(uses(tmp_path, ITEM + text)) == ["Item", "Other"]


def test_what_is_put_beside_a_spread_object_makes_it_no_other(tmp_path: Path) -> None:
    text = "interface Wide { id: number; size: number; title: string; on: boolean }\n"
    text += "export const wide = (log: Log): Wide => ({ ...log, on: true })"
    assert owners(uses(tmp_path, ITEM + text)) == ["Wide"]


@pytest.mark.parametrize(
    "text",
    [
        "export const own: Item = { id: 1, size: 3, title: '' }; own.size",
        "function show(item: Item) { return item.size }\nshow({ id: 1, size: 3, title: '' })",
        "export async function ids() {\n  const [log] = await load()\n"
        "  const item: Item = { id: log.id, title: '' }\n}",
    ],
)
def test_a_type_that_is_given_none_is_left_alone(tmp_path: Path, text: str) -> None:
    assert uses(tmp_path, ITEM + text) == []


def test_a_type_that_only_gives_values_to_another_is_left_alone(tmp_path: Path) -> None:
    text = (
        "interface Shoe { id: number; size: number; title: string }\n"
        "function show(item: Item) { return item.size }\n"
        "export async function all(shoe: Shoe) { show(shoe); (await load()).map((l) => show(l)) }\n"
    )
    assert owners(uses(tmp_path, ITEM + text)) == ["Item"]


def test_a_type_that_is_given_what_keeps_the_name_as_well_is_left_alone(tmp_path: Path) -> None:
    api = (
        "export interface Shoe { id: number; size: number; title: string }\n"
        "export async function shoes(): Promise<Shoe[]> {\n"
        "  return (await fetch('/shoes/')).json()\n}\n"
    )
    text = (
        "import { shoes } from './api'\nfunction show(item: Item) { return item.size }\n"
        "export async function one() { (await load()).map((l) => show(l)) }\n"
        "export async function two() { (await shoes()).map((s) => show(s)) }\n"
    )
    assert uses(tmp_path, ITEM + text, api=API + api) == []


def test_a_property_that_overrides_one_that_follows_goes_with_it(tmp_path: Path) -> None:
    text = (
        "interface Wide extends Item { size: number; on: boolean }\n"
        "export const items = async (): Promise<Item[]> => load()\n"
        "export const size = (wide: Wide) => wide.size\n"
    )
    fixes = [use.fix for use in uses(tmp_path, ITEM + text)]
    assert all(fix and fix.applicability is Applicability.UNSAFE for fix in fixes)
    assert len(fixes) == 3
    assert len({fix.group for fix in fixes if fix}) == 1


def test_a_shorthand_keeps_its_key_where_only_the_variable_is_renamed(tmp_path: Path) -> None:
    """The safe fix may be made without the unsafe one."""
    text = (
        "export const items = async (): Promise<Item[]> => load()\n"
        "export function item({ size }: Log): Item { return { id: 1, size, title: '' } }\n"
    )
    found = uses(tmp_path, ITEM + text)
    safe = [u.fix for u in found if u.fix and u.fix.applicability is Applicability.SAFE]
    written = [edit.content for fix in safe for edit in fix.edits]
    assert sorted(written) == ["bytes", "size: bytes"]


DRAFT = "interface Draft { id: number; size: number; title: string }\n"


@pytest.mark.parametrize(
    "text",
    [
        "declare function save(log: Log): void\nexport const send = (draft: Draft) => save(draft)",
        "declare function keep(logs: Log[]): void\n"
        "export const all = (some: Draft[]) => keep(some)",
        "export const log = (draft: Draft): Log => draft",
        "export const add = (logs: Log[], draft: Draft) => { logs.push(draft) }",
        "import { useState } from 'react'\nexport function Page({ draft }: { draft: Draft }) {\n"
        "  const [logs, setLogs] = useState<Log[]>([])\n  setLogs([...logs, draft])\n}",
        "function Row({ log }: { log: Log }) { return <b>{log.id}</b> }\n"
        "export const New = ({ draft }: { draft: Draft }) => <Row log={draft} />",
    ],
)
def test_a_type_whose_values_a_renamed_one_takes_follows_unsafely(
    tmp_path: Path, text: str
) -> None:
    """The renamed type asks for the new name: without it the program doesn't compile."""
    found = uses(tmp_path, DRAFT + text)
    assert owners(found) == ["Draft"]
    fixes = [use.fix for use in found]
    assert all(fix and fix.applicability is Applicability.UNSAFE for fix in fixes)


def test_a_class_of_which_a_renamed_type_takes_a_new_object_follows(tmp_path: Path) -> None:
    text = (
        "class Form {\n  id = 0\n  size = 0\n  title = ''\n  reset() { this.size = 0 }\n}\n"
        "declare function save(log: Log): void\nexport const send = () => save(new Form())\n"
    )
    assert len(uses(tmp_path, text)) == 2


def test_what_gives_to_that_follows_as_well(tmp_path: Path) -> None:
    text = (
        "interface Form { id: number; size: number }\ndeclare function save(log: Log): void\n"
        "const send = (draft: Draft) => save(draft)\n"
        "export const submit = (form: Form) => send({ ...form, title: '' })\n"
    )
    assert owners(uses(tmp_path, DRAFT + text)) == ["Draft", "Form"]


def test_a_schema_of_what_a_renamed_type_takes_follows(tmp_path: Path) -> None:
    text = (
        "import { z } from 'zod'\ndeclare function save(log: Log): void\n"
        "const schema = z.object({ id: z.number(), size: z.number(), title: z.string() })\n"
        "type Form = z.infer<typeof schema>\n"
        "export const send = (form: Form) => save(form)\n"
        "export const size = (form: Form) => form.size\n"
    )
    assert len(uses(tmp_path, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "import { shoes } from './api'\n"
        "export const first = async (): Promise<Draft> => (await shoes())[0]\n",
        "import { type Shoe } from './api'\nconst weigh = (shoe: Shoe) => shoe.size\n"
        "export const heavy = (draft: Draft) => weigh(draft)\n",
    ],
)
def test_a_giving_type_that_meets_what_keeps_the_name_is_left_alone(
    tmp_path: Path, text: str
) -> None:
    api = (
        "export interface Shoe { id: number; size: number; title: string }\n"
        "export async function shoes(): Promise<Shoe[]> {\n"
        "  return (await fetch('/shoes/')).json()\n}\n"
    )
    text += "declare function save(log: Log): void\nexport const send = (d: Draft) => save(d)\n"
    found = uses(tmp_path, DRAFT + text, api=API + api)
    assert owners(found) == []
