"""What Svelte's markup says of a renamed property: what follows, and what makes a rename unsafe."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.diagnostics import Applicability
from fixer.rule import builtin_rules, load_rule
from tests.tools import fixed, project

CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

[{ "credits": 100, "plan": "a" }]

- `credits` (NOT `balance`)
"""
API = """export interface Credits { balance: number; plan: string }
export const NONE: Credits = { balance: 0, plan: '' };
export const load = (): Promise<Credits[]> => fetch('/v1/credits/').then((r) => r.json());
"""
TIP = """<script lang="ts">
  import type { Credits } from './api';
  SCRIPT
</script>
"""
PAGE = """<script lang="ts">
  import { load, NONE, type Credits } from './api';
  import Tip from './Tip.svelte';
  import Icon from 'icons';
  let rows: Credits[] = [NONE];
  let balance = 1;
  export let loose: any;
  import type { Action } from 'svelte/action';
  function tip(node: Element, row: Credits) {}
  const all = { tip: (node: Element, run: (row: Credits) => number) => {} };
  const flip = (node: Element, at: unknown, row: Credits) => ({});
  const act: Action<Element, Credits> = () => {};
</script>
"""
PROPS = "export let balance = 0; export let row: Credits | undefined; export let any: any;"
EXTENDED = "interface Props extends Credits { row?: Credits }\n  let { ...all }: Props = $props();"
RULE = load_rule(builtin_rules() / "legacy_field.py")


def _fixed(
    folder: Path, markup: str, tip: str = PROPS, level: Applicability = Applicability.SAFE
) -> str:
    """The markup after fixes; nothing where the declaration isn't renamed."""
    files = {
        "contract.md": CONTRACT,
        "api.ts": API,
        "Tip.svelte": TIP.replace("SCRIPT", tip),
        "Page.svelte": PAGE + markup,
    }
    texts = fixed(project(folder, files), [RULE], level).texts
    if b"{ credits: number" not in texts.get(folder / "api.ts", b""):
        return ""
    return texts.get(folder / "Page.svelte", (PAGE + markup).encode()).decode()[len(PAGE) :]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{#each rows as { balance }}{balance}{/each}",
         "{#each rows as { credits }}{credits}{/each}"),
        ("{#each rows as { balance }}<Tip {balance} />{/each}",
         "{#each rows as { credits: balance }}<Tip {balance} />{/each}"),
        ("{#each rows as { balance }}<p class:balance>{balance}</p>{/each}",
         "{#each rows as { credits: balance }}<p class:balance>{balance}</p>{/each}"),
        ("{#each rows as { balance }}{balance}{$credits}{/each}",
         "{#each rows as { credits: balance }}{balance}{$credits}{/each}"),
        ("<input bind:value={rows[0].balance} />", "<input bind:value={rows[0].credits} />"),
        ("<b on:click={() => { rows[0].balance += 1; }}>é</b>",
         "<b on:click={() => { rows[0].credits += 1; }}>é</b>"),
        ("<Tip row={{ balance: 1, plan: 'b' }} />", "<Tip row={{ credits: 1, plan: 'b' }} />"),
        ("<Tip row={{ balance, plan: 'b' }} />", "<Tip row={{ credits: balance, plan: 'b' }} />"),
        ("<Tip row={true ? { balance: 1, plan: 'b' } : NONE} />",
         "<Tip row={true ? { credits: 1, plan: 'b' } : NONE} />"),
        ("{#await load() then [{ balance: first }]}{first}{/await}",
         "{#await load() then [{ credits: first }]}{first}{/await}"),
        ("<b use:tip={{ balance: 1, plan: 'b' }} in:tip|local={{ balance, plan: '' }} />",
         "<b use:tip={{ credits: 1, plan: 'b' }} in:tip|local={{ credits: balance, plan: '' }} />"),
        ("<b use:all.tip={(row) => row.balance} use:act={{ balance, plan: '' }}>x</b>",
         "<b use:all.tip={(row) => row.credits} use:act={{ credits: balance, plan: '' }}>x</b>"),
        ("{#each rows as r (r)}<b animate:flip={{ balance: 1, plan: 'b' }}>x</b>{/each}",
         "{#each rows as r (r)}<b animate:flip={{ credits: 1, plan: 'b' }}>x</b>{/each}"),
        ("{#each Object.entries(rows) as [i, { balance: it }]}{it}{/each}",
         "{#each Object.entries(rows) as [i, { credits: it }]}{it}{/each}"),
        ("{#each rows}{rows[0].balance}{/each}{#each { length: 2 }, i}{rows[0].balance}{/each}",
         "{#each rows}{rows[0].credits}{/each}{#each { length: 2 }, i}{rows[0].credits}{/each}"),
        ("{#if rows[0]['balance']}{rows[0]?.balance ?? balance}{/if}",
         "{#if rows[0]['credits']}{rows[0]?.credits ?? balance}{/if}"),
    ],
)  # fmt: skip
def test_what_follows(tmp_path: Path, before: str, after: str) -> None:
    assert _fixed(tmp_path, before) == after


@pytest.mark.parametrize(
    "markup",
    [
        "<p title='balance' class='balance' {balance}>{balance} balance</p>",
        "<Tip balance={1} /><Tip {balance} /><Icon balance={2} />",
        "<svelte:component this={Tip} balance={1} />",
        "<b onclick={(event) => { event.target.balance = event.balance; }}>x</b>",
        "<b onclick={event => event.currentTarget!.dataset.balance}>x</b>",
        "{loose.balance()}",
        "<Tip balance={() => { loose = { balance: 1 }; }} />",
        "<p>{balance.toFixed()} {'balance'}</p><!-- row.balance -->",
        "<style>.balance { color: red }</style>",
    ],
)
def test_what_is_no_property(tmp_path: Path, markup: str) -> None:
    assert _fixed(tmp_path, markup) == markup


@pytest.mark.parametrize(
    "markup",
    [
        "{loose.balance}",
        "<b use:own on:own={(event) => { rows = [event.detail.balance]; }}>x</b>",
        "<b on:own={({ detail }) => detail.balance}>x</b>",
        "<svelte:window onmessage={(event) => event.data.balance} />",
        "<b onclick={(event, other = loose) => other.balance}>x</b>",
        "{#each loose as { balance }}{balance}{/each}",
        "{#each [rows[0], { balance: '' }] as it}{it.balance}{/each}",
        "{#each [rows[0], { balance: '' }] as { balance: it }}{it}{/each}",
        "<Tip let:row>{row.balance}</Tip>",
        "<Tip any={{ balance: 1 }} />",
        "<svelte:component this={Tip} any={{ balance: 1 }} />",
        "<Tip {...rows[0]} />",
        "{#each rows}{rows[0].balance}{:else}none{/each}",
        "<p title={a b.balance}>x</p>",
    ],
)
def test_what_cannot_be_followed(tmp_path: Path, markup: str) -> None:
    assert _fixed(tmp_path, markup) == ""


@pytest.mark.parametrize(
    "markup",
    [
        "<Tip balance={1} plan='b' />",
        "<Tip {balance} plan='b' />",
        "<svelte:component this={Tip} balance={1} />",
        "<svelte:component this={Tip} {balance} />",
    ],
)
def test_a_prop_that_the_type_declares(tmp_path: Path, markup: str) -> None:
    assert _fixed(tmp_path, markup, EXTENDED) == ""


SLOT = "export let row: Credits | undefined;</script><slot {...row} /><script context='module'>"


@pytest.mark.parametrize(
    ("markup", "tip"),
    [
        ("<Tip row={rows[0]} let:balance>{balance}</Tip>", SLOT),
        ("<Tip row={rows[0]}><p slot='x' let:balance={it}>{it}</p></Tip>", SLOT),
        ("{#each rows as row}<Tip {...row} />{/each}", PROPS),
        ("{#each rows as row}<svelte:component this={Tip} {...row} />{/each}", PROPS),
        ("{#each [Tip] as One}<One {...rows[0]} />{/each}", PROPS),
    ],
)
def test_what_is_spread(tmp_path: Path, markup: str, tip: str) -> None:
    assert _fixed(tmp_path, markup, tip) == ""
    assert _fixed(tmp_path, markup.replace("balance", "plan"), tip.replace("balance", "x")) != ""


def test_a_key_as_a_text(tmp_path: Path) -> None:
    tip = "export let key: keyof Credits = 'plan'; export let title = '';"
    assert _fixed(tmp_path, "<Tip key='balance' />", tip) == ""
    assert _fixed(tmp_path, "<Tip title='balance' key='plan' />", tip) != ""


RESET = """<script>
  import { load } from './api';
  import { writable } from 'svelte/store';
  import { shared } from './shared';
  import Tip from './Tip.svelte';
  SCRIPT
</script>
"""
SHARED = """import { writable } from 'svelte/store';
import { load } from './api';
export const shared = writable({});
export const read = () => load().then((rows) => shared.set(rows[0]));
"""


def _reset(folder: Path, script: str, markup: str) -> bool:
    """Whether a rename stays safe."""
    files = {"contract.md": CONTRACT, "api.ts": API, "shared.js": SHARED}
    files |= {"Tip.svelte": "<script>export let row;</script>{row}"}
    files |= {"Page.svelte": RESET.replace("SCRIPT", script) + markup}
    texts = fixed(project(folder, files), [RULE]).texts
    assert folder / "Page.svelte" not in texts
    return b"{ credits: number" in texts.get(folder / "api.ts", b"")


@pytest.mark.parametrize(
    ("script", "markup"),
    [
        ("let m = {}; load().then((r) => { m = r[0]; });", "{m.balance}"),
        ("let m = { balance: 0 }; load().then((r) => { m = r[0]; });", "{m.balance}"),
        ("let m = { row: {} }; load().then((r) => { m.row = r[0]; });", "{m.row.balance}"),
        ("let m = [{ balance: 0 }]; $: some = m.filter(Boolean); load().then((r) => { m = r; });",
         "{#each some as it}{it.balance}{/each}"),
        ("let m = $state({}); let n = $derived(m); load().then((r) => { m = r[0]; });",
         "{n.balance}"),
        ("const m = writable({}); load().then((r) => m.set(r[0]));", "{$m.balance}"),
        ("const m = writable({}); load().then((r) => m.update(() => r[0]));", "{$m.balance}"),
        ("const m = writable({}); load().then((r) => { $m = r[0]; });", "{$m.balance}"),
        ("", "{$shared.balance}"),
        ("let m = {}; const all = [];",
         "<select bind:value={m}>{#each all as x}<option value={x} />{/each}</select>{m.balance}"),
        ("let m = {};", "<Tip bind:row={m} />{m.balance}"),
        ("export let m = {};", "{m.balance}"),
        ("let { m = {} } = $props();", "{m.balance}"),
    ],
)  # fmt: skip
def test_a_first_value_is_not_all(tmp_path: Path, script: str, markup: str) -> None:
    assert not _reset(tmp_path, script, markup)


@pytest.mark.parametrize(
    ("script", "markup"),
    [
        ("let m = { balance: 0 }; const reset = () => { m = { balance: 1 }; };",
         "<input bind:value={m.balance} /><Tip row={m} />"),
        ("let m = { balance: 0 }; const reset = () => { m = null; };", "{m.balance}"),
        ("const m = writable({ balance: 0 }); m.set({ balance: 1 });", "{$m.balance}"),
        ("const m = { balance: 0 };", "{m.balance}"),
        ("let m = $state({ balance: 0 }); m.balance = 2;", "{m.balance}"),
    ],
)  # fmt: skip
def test_a_first_value_is_like_all(tmp_path: Path, script: str, markup: str) -> None:
    assert _reset(tmp_path, script, markup)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_rest_of_the_file_stays(tmp_path: Path, newline: str, mark: str) -> None:
    markup = "<p>é😀 {rows[0].balance}</p>\n{#each rows as row}\n  é{row.balance}\n{/each}\n"
    page = (mark + PAGE + markup).replace("\n", newline)
    files = {"contract.md": CONTRACT, "api.ts": API, "Page.svelte": page}
    files["Tip.svelte"] = TIP.replace("SCRIPT", PROPS)
    texts = fixed(project(tmp_path, files), [RULE]).texts
    changed = page.replace("[0].balance", "[0].credits").replace("row.balance", "row.credits")
    assert texts[tmp_path / "Page.svelte"] == changed.encode()
