"""Svelte's markup: where it may name a property, and what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.facts.sveltemarkup import Place, named_in_markup
from fixer.program.module import Module


@pytest.mark.parametrize(
    ("markup", "places"),
    [
        ("<p>{row.name}</p>", [Place.NAME]),
        ("<p class='a {row['name']}'>{name}</p>", [Place.NAME, Place.NAME]),
        ("{#each rows as { plan, name }}{/each}", [Place.NAME]),
        ("<Row name='x' bind:name {name} />", [Place.ATTRIBUTE] * 3),
        ("<Row key='name' of='a name' /><p key='name'>x</p>", [Place.TEXT]),
        ('<input name="name" class="name" {name} />Name: name', []),
        ("<!-- row.name --><script>row.name</script><style>.name {}</style>", []),
        ("<p>{name row.name}</p>", [Place.UNREAD, Place.UNREAD]),
        ("{#each row}{row.name}{:else}{/each}", [Place.UNREAD]),
    ],
)
def test_places(markup: str, places: list[Place]) -> None:
    found = named_in_markup(Module(Path("Page.svelte"), markup.encode()), "name")
    assert [it.place for it in found] == places


def test_another_file_has_none() -> None:
    assert not list(named_in_markup(Module(Path("a.ts"), b"row.name"), "name"))
