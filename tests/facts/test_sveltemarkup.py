"""Svelte's markup: where it may name a property, and whether it only reads it there."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.facts.sveltemarkup import named_in_markup


@pytest.mark.parametrize(
    ("markup", "only_reads"),
    [
        ("<p>{row.name}</p>", [True]),
        ("<p>{row['name']} {row[ `name` ]}</p>", [True, True]),
        ("<b on:click={() => (row['name'] = 1)}>x</b>", [False]),
        ("<b on:click={() => save({ name: 1, plan: 2 })}>x</b>", [False]),
        ("<b on:click={() => save({ plan: f({ a: 1 }), name })}>x</b>", [False]),
        ("<Row row={{ 'name': 1 }} />", [False]),
        ("<Row let:item={{ name }} />", [False]),
        ("{rows.map(({ name }) => name)}", [False]),
        ("{#each rows as { plan, name }}{name}{/each}", [True]),
        ("<p>Name: {name}, ({name}) {f(name, 1)}</p>", []),
        ('<input name="name" class="name" {name}><Row name={name} />', []),
        ("<!-- row.name --><script>row.name</script>", []),
    ],
)
def test_places(markup: str, only_reads: list[bool]) -> None:
    found = named_in_markup(Path("Page.svelte"), markup.encode(), "name")
    assert [reads for _, reads in found] == only_reads
