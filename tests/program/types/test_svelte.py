"""Svelte: names in the markup, stores, runes, reactive statements, props, SvelteKit's data."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.types.marks import agree

ROW = """
export interface Row { /*a*/old: string; list: Row[] }
export interface Other { /*b*/old: string }
export declare function load(): Promise<Row[]>;
"""
HEAD = """<script lang="ts">
import { load, type Row, type Other } from './row';
let row: Row; let rows: Row[]; let maybe: Row | null; let other: Other;
let old = '';
</script>
"""
MARKUP = {
    "texts and attributes": """
<p class="a {row./*a*/old} b" title={row./*a*/old}>{row./*a*/old} {@html row./*a*/old}</p>
<p {...row.list[0]} class:on={row./*a*/old} style:color={row./*a*/old}>{old}</p>""",
    "handlers, actions and bindings": """
<input bind:value={row./*a*/old} on:input={() => { row./*a*/old = ''; }} />
<button onclick={(e) => load().then((all) => all[0]./*a*/old)} use:tip={{ of: row./*a*/old }}>
x</button><i transition:fade={{ of: row./*a*/old }} {@attach tip(row./*a*/old)}></i>""",
    "conditions narrow": """
{#if maybe?./*a*/old}{maybe./*a*/old}{:else if row./*a*/old}{row./*a*/old}{:else}{old}{/if}
{#key row./*a*/old}{other./*b*/old}{/key}""",
    "conditions around blocks": """
<script context="module" lang="ts">
interface One { kind: 'a'; /*c*/old: number } interface Two { kind: 'b'; /*d*/old: string }
export let it: One | Two;
</script>
{#if it.kind === 'b'}{#each rows as each}{it./*d*/old}{:else}{it./*d*/old}{/each}
{#await load() then all}{it./*d*/old}{/await}
{:else}{#each rows as each}{it./*c*/old}{/each}{/if}""",
    "each": """
{#each rows as item, index (item./*a*/old)}{item./*a*/old}{index./*?*/old}
{#each item.list as { /*a*/old: name, ...rest }}{name}{/each}{:else}{row./*a*/old}{/each}
{#each rows as { /*a*/old }}{old}{/each}{#each rows as Row[] as it}{it./*a*/old}{/each}
{#each rows as row}{#each [other] as row}{row./*b*/old}{/each}{row./*a*/old}{/each}""",
    "await": """
{#await load() then [first]}{first./*a*/old}{:catch error}{error./*?*/old}{/await}
{#await load()}{row./*a*/old}{:then all}{all[0]./*a*/old}{:catch}x{/await}
{#await load() catch error}{error./*?*/old}{/await}""",
    "snippets and constants": """
{#snippet line(it: Row, { /*b*/old }: Other)}{it./*a*/old}{old}{/snippet}
{@render line(row, other)}
{#if row}{@const { /*a*/old: name } = row}{@const first = rows[0]}{first./*a*/old}{name}{/if}
{#each rows as it}{@const other = it}{other./*a*/old}{/each}{other./*b*/old}""",
    "what a component hands on isn't known": """
<List {rows} let:item let:row={it}><p title={it./*?*/old}>{item./*?*/old}</p></List>
<p slot="x" let:row {old} class={row./*?*/old}>{row./*?*/old}</p>{row./*a*/old}
<Grid>{#snippet row(it)}{it./*?*/old}{/snippet}
{#snippet other(it: Row)}{it./*a*/old}{/snippet}</Grid>
{other./*b*/old}""",
    "shadows": """
{#each row.list as row}{row./*a*/old}
{#each row.list as row (row./*a*/old)}{row./*a*/old}{/each}{/each}
{#await load() then load}{load[0]./*a*/old}{/await}
{#each rows as other}{other./*a*/old}{/each}{other./*b*/old}
{#each [{ row, kind: 'a' as const }, { row, kind: 'b' }] as it (it.kind)}{it.row./*a*/old}{/each}
{rows.map((other) => other./*a*/old)}{rows.map(({ /*a*/old }) => old)}""",
}


@pytest.mark.parametrize("case", MARKUP)
def test_markup(tmp_path: Path, case: str) -> None:
    agree(tmp_path, {"row.ts": ROW, "Page.svelte": HEAD + MARKUP[case]})


def test_markup_before_the_script_and_a_module(tmp_path: Path) -> None:
    text = """{#if row}{row./*a*/old}{/if}
<script context="module" lang="ts">
  import type { Row } from './row';
  export const first: Row | null = null;
</script>
<p>{first?./*a*/old}</p>
<script lang="ts">let row: Row = first</script>{row./*a*/old}"""
    agree(tmp_path, {"row.ts": ROW, "Page.svelte": text})


def test_reactive_statements(tmp_path: Path) -> None:
    text = """<script lang="ts">
  import type { Row } from './row';
  export let rows: Row[];
  let first: Row;
  $: first = rows[0];
  $: found = rows.find((row) => row./*a*/old);
  $: ({ /*a*/old: name, list } = first);
  $: if (found) console.log(found./*a*/old);

$: last = rows[1];
</script>
{first./*a*/old}{found?./*a*/old}{name}{list[0]./*a*/old}{last./*a*/old}"""
    agree(tmp_path, {"row.ts": ROW, "Page.svelte": text})


def test_stores(tmp_path: Path) -> None:
    text = """<script lang="ts">
  import { untrack } from 'svelte';
  import { derived, writable } from 'svelte/store';
  import { shared } from './store';
  import type { Row } from './row';
  const rows = writable<Row[]>([]);
  const first = derived(rows, ($rows) => $rows[0]);
  $: console.log($rows[0]./*a*/old, $shared./*a*/old);
  const { made, given: kept } = { made: writable<Row>(), given: writable<Row>() };
  const once = untrack(() => shared);
  const own = { subscribe(run: (value: Row) => void) { return () => {}; } };
</script>
{$made./*a*/old}
{$kept./*a*/old}
{$once./*a*/old}
{$first./*a*/old}{#each $rows as row}{row./*a*/old}{/each}{$own./*a*/old}{$nothing./*?*/old}
<input bind:value={$shared./*a*/old} />"""
    store = """import { writable } from 'svelte/store';
import type { Row } from './row';
export const shared = writable<Row>();"""
    agree(tmp_path, {"row.ts": ROW, "store.ts": store, "Page.svelte": text})


def test_runes(tmp_path: Path) -> None:
    text = """<script lang="ts">
  import type { Row } from './row';
  interface Props { row: Row; rows?: Row[] }
  let { row, rows = [], ...rest }: Props = $props();
  let chosen = $state<Row | null>(null);
  let raw = $state.raw(row);
  let names = $derived(rows.map((it) => it./*a*/old));
  const last = $derived.by(() => rows[0]);
</script>
{row./*a*/old}{chosen?./*a*/old}{raw./*a*/old}{last./*a*/old}{rest./*?*/old}"""
    other = "import type { Row } from './row'; export const it = $state<Row>(null!); it./*a*/old;"
    agree(tmp_path, {"row.ts": ROW, "Page.svelte": text, "state.svelte.ts": other})


def test_what_a_component_is_given(tmp_path: Path) -> None:
    four = """<script lang="ts">
  import type { Row } from './row';
  export let row: Row;
  export let pick = (row: Row) => {};
</script>{row./*a*/old}"""
    five = """<script lang="ts">
  import type { Row } from './row';
  let { row, pick }: { row: Row; pick: (row: Row) => void } = $props();
</script>{row./*a*/old}"""
    page = """<script lang="ts">
  import Four from './Four.svelte';
  import { Five } from './all';
</script>
<Four row={{ /*a*/old: 'x', list: [] }} pick={(it) => it./*a*/old} />
<Five row={{ /*a*/old: 'x', list: [] }} pick={(it) => it./*a*/old} />"""
    agree(
        tmp_path,
        {
            "row.ts": ROW,
            "Four.svelte": four,
            "Five.svelte": five,
            "all.ts": "export { default as Five } from './Five.svelte';",
            "Page.svelte": page,
        },
    )


def test_the_data_of_a_route(tmp_path: Path) -> None:
    page = """import { load as rows } from '../../row';
import type { PageLoad } from './$types';
export const load: PageLoad = async () => ({ rows: await rows() });"""
    layout = """import { load as rows } from '../row';
export async function load() { return { all: await rows() }; }"""
    said = """<script lang="ts">
  import type { PageData } from './$types';
  export let data: PageData;
  $: ({ rows } = data);
</script>{rows[0]./*a*/old}{data.all[0]./*a*/old}"""
    unsaid = """<script lang="ts">let { data } = $props();</script>
{data.rows[0]./*a*/old}{data.all[0]./*a*/old}"""
    props = """<script lang="ts">
  import type { LayoutProps } from './$types';
  let { data, children }: LayoutProps = $props();
</script>{data.all[0]./*a*/old}{@render children()}"""
    agree(
        tmp_path,
        {
            "src/row.ts": ROW,
            "src/routes/+layout.server.ts": layout,
            "src/routes/+layout.svelte": props,
            "src/routes/rows/+page.ts": page,
            "src/routes/rows/+page.svelte": said,
            "src/routes/rows/A.svelte": "<script>let { data } = $props()</script>{data./*?*/old}",
            "src/routes/rows/[id]/+page.server.ts": page.replace("../../row", "../../../row"),
            "src/routes/rows/[id]/+page.svelte": unsaid,
        },
    )
