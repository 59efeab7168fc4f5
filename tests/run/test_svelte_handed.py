"""What Svelte's components hand on of no known type keeps a rename from being safe."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import fixed, project

CONTRACT = """## Rows
Endpoint: GET /v1/rows/

Returns:

[{ "id": 1, "label": "a" }]

- `label` (NOT `title`)
"""
API = """export interface Row { id: number; title: string }
export const list = (): Promise<Row[]> => fetch('/v1/rows/').then((r) => r.json());
"""
LIST = """<script lang="ts" generics="T">
  import type { Snippet } from 'svelte';
  let { items, row, by }: { items: T[]; row?: Snippet<[T]>; by?: (it: T) => string } = $props();
</script>
{#each items as it}{@render row?.(it)}{/each}
"""
PAGE = """<script lang="ts">
  import { list, type Row } from './api';
  import { createQuery, createMutation } from '@tanstack/svelte-query';
  import List from './List.svelte';
  let rows: Row[] = $state([]);
  list().then((found) => (rows = found));
  const query = createQuery({ queryKey: ['rows'], queryFn: list });
  const later = createQuery(() => ({ queryKey: ['rows'], queryFn: list }));
</script>
"""
RULE = load_rule(builtin_rules() / "legacy_field.py")


def _fixed(folder: Path, markup: str) -> str:
    """The markup after safe fixes; nothing where the declaration isn't renamed."""
    files = {"contract.md": CONTRACT, "api.ts": API, "List.svelte": LIST}
    texts = fixed(project(folder, files | {"Page.svelte": PAGE + markup}), [RULE]).texts
    if b"label: string" not in texts.get(folder / "api.ts", b""):
        return ""
    return texts.get(folder / "Page.svelte", (PAGE + markup).encode()).decode()[len(PAGE) :]


@pytest.mark.parametrize(
    "markup",
    [
        "<List items={rows}>{#snippet row(it)}{it.title}{/snippet}</List>",
        "<List items={rows}>{#snippet row({ title })}{title}{/snippet}</List>",
        "<List items={rows} by={(it) => it.title} />",
        "<List items={rows} let:row>{row.title}</List>",
    ],
)
def test_what_a_component_hands_on(tmp_path: Path, markup: str) -> None:
    assert _fixed(tmp_path, markup) == ""


@pytest.mark.parametrize(
    ("markup", "after"),
    [
        (
            "{#snippet one(it: Row)}{it.title}{/snippet}{#each rows as it}{@render one(it)}{/each}",
            "{#snippet one(it: Row)}{it.label}{/snippet}{#each rows as it}{@render one(it)}{/each}",
        ),
        ("<button onclick={(it) => it.title}>a</button>",) * 2,
        ("{#each $query.data ?? [] as it}{it.title}{/each}",
         "{#each $query.data ?? [] as it}{it.label}{/each}"),
        ("{#each later.data ?? [] as it}{it.title}{/each}",
         "{#each later.data ?? [] as it}{it.label}{/each}"),
    ],
)  # fmt: skip
def test_what_is_known_follows(tmp_path: Path, markup: str, after: str) -> None:
    assert _fixed(tmp_path, markup) == after
