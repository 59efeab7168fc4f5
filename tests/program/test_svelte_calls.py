"""Requests in Svelte's markup, and what its names are in a URL."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

HEAD = "<script lang='ts'>\n  export let id: string;\n  const BASE = '/api';\n</script>\n"


@pytest.mark.parametrize(
    ("markup", "requests"),
    [
        ("<b on:click={() => fetch(`${BASE}/rows`, { method: 'POST' })}>é</b>", ["POST /api/rows"]),
        ("<b onclick={async () => { await fetch(BASE + '/rows'); }} />", ["GET /api/rows"]),
        ("<b on:click={() => fetch(`/rows/${id}`)} />", ["GET /rows/{}"]),
        ("{#await fetch('/rows') then rows}{rows}{/await}", ["GET /rows"]),
        ("{#await fetch('/rows').then((r) => r.json())}…{:then a}{a}{/await}", ["GET /rows"]),
        ("{#each rows as row}<b on:click={() => fetch(`/rows/${row.id}`)} />{/each}",
         ["GET /rows/{}"]),
        ("{#each ['a', 'b'] as kind}<b on:click={() => fetch(`/${kind}/rows`)} />{/each}",
         ["GET /a/rows | /b/rows"]),
        ("{#each rows as row, index}<b on:click={() => fetch(`/rows/${index}`)} />{/each}",
         ["GET /rows/{}"]),
        ("<A let:row><b on:click={() => fetch(`/rows/${row.id}`)} /></A>", ["GET /rows/{}"]),
        ("{#snippet b(row)}<i onclick={() => fetch(`/rows/${row}`)} />{/snippet}",
         ["GET /rows/{}"]),
        ("{#if id}{@const url = `${BASE}/rows`}<b on:click={() => fetch(url)} />{/if}",
         ["GET /api/rows"]),
        ("<!-- {fetch('/rows')} --><p title='fetch(1)'>fetch('/rows')</p>", []),
    ],
)  # fmt: skip
def test_requests_in_markup(tmp_path: Path, markup: str, requests: list[str]) -> None:
    assert sent(tmp_path, {"src/A.svelte": HEAD + markup}) == requests


@pytest.mark.parametrize(
    ("script", "request_"),
    [
        ("let { id } = $props(); const a = () => fetch(`/rows/${id}`);", "GET /rows/{}"),
        ("let id = $state(''); fetch(`/rows/${id}`);", "GET /rows/{}"),
        ("let id = $state(1); const url = $derived(`/rows/${id}`); fetch(url);", "GET /rows/{}"),
        ("const url = $derived.by(() => '/rows'); fetch(url);", "GET /rows"),
        ("export let id; $: url = `/rows/${id}`; $: fetch(url);", "GET /rows/{}"),
        ("export let id; const a = () => fetch(`/rows/${id}`);", "GET /rows/{}"),
    ],
)
def test_what_a_component_declares(tmp_path: Path, script: str, request_: str) -> None:
    text = f"<script>\n  {script.replace('; ', ';' + chr(10) + '  ')}\n</script>"
    assert sent(tmp_path, {"src/A.svelte": text}) == [request_]
