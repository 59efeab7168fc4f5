"""Svelte's markup as the script that it is read as: as long, and each expression in its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.program.svelte.document import Document, document

SCRIPT = '<script lang="ts">let a;</script>\n'


def _read(markup: str) -> Document:
    return document((SCRIPT + markup).encode())


def _parts(markup: str) -> list[str]:
    data = (SCRIPT + markup).encode()
    return [data[part.start : part.end].decode().strip() for part in document(data).parts]


@pytest.mark.parametrize(
    ("markup", "expressions"),
    [
        ("<p>{a} é {b < c}</p>", ["a", "b < c"]),
        ("<p>Save & exit &amp; {a && b}</p>", ["a && b"]),
        ("{'}'}{`${a}}`}{/* } */ a}", ["'}'", "`${a}}`", "/* } */ a"]),
        ("<p a={b} c=\"d {e} {f}\" g='{h}' i=j{k.l} />", ["b", "e", "f", "h", "k.l"]),
        ("<p {...a.b} {c} />", ["a.b"]),
        ("<p a={{ b: c }} d={(e) => { f(e) }} />", ["{ b: c }", "(e) => { f(e) }"]),
        ("<p on:a|once={b} class:c={d} style:--e={f} use:g={{ h }} />", ["b", "d", "f", "{ h }"]),
        ("<p bind:a={b.c} bind:this={d[0]} bind:e={() => f, (g) => h} />",
         ["b.c", "d[0]", "() => f, (g) => h"]),
        ("{#if a}{:else if b}{c}{:else}{d}{/if}", ["a", "b", "c", "d"]),
        ("{#each a as b}{/each}", ["a", "b"]),
        ("{#each a as { b, c: [d] }, i (b.c())}{i}{:else}{e}{/each}",
         ["a", "{ b, c: [d] }, i", "b.c()", "i", "e"]),
        ("{#each a as B[] as c (c)}{/each}", ["a as B[]", "c", "c"]),
        ("{#each [1, 2] as a}{a}{/each}", ["[1, 2]", "a", "a"]),
        ("{#await a then b}{b}{:catch c}{c}{/await}", ["a", "b", "b", "c", "c"]),
        ("{#await a.then((b) => c)}{d}{:then e}{e}{:catch}{f}{/await}",
         ["a.then((b) => c)", "d", "e", "e", "f"]),
        ("{#await a catch b}{b}{/await}", ["a", "b", "b"]),
        ("{#key a}{b}{/key}{@html c}{@debug d, e}{@render f(g)}", ["a", "b", "c", "d, e", "f(g)"]),
        ("{#if a}{@const b = c}{/if}", ["a", "b = c"]),
        ("{#snippet a(b: C, { d })}{b}{/snippet}{#snippet e()}{f}{/snippet}",
         ["(b: C, { d })", "b", "f"]),
        ("{#snippet a<T extends B<C>>(b: T)}{b}{/snippet}", ["<T extends B<C>>(b: T)", "b"]),
        ("{#each a}{b}{/each}{#each a.c(), i}{i}{/each}", ["a", "b", "a.c(), i", "i"]),
        ("{#each { length: 2 }, i}{#each a as b}{b}{:else}{c}{/each}{i}{/each}",
         ["{ length: 2 }, i", "a", "b", "b", "c", "i"]),
        ("{ {a: b}.a }", ["{a: b}.a"]),
        ("<A let:b let:c={d} e={f} {g} h={i}>{b}</A>", ["d", "f", "i", "b"]),
        ("<A>{#snippet b()}{#if c}d{/if}{/snippet}</A>", ["c"]),
        ("<!-- {a} --><style>p { b: c }</style>{d}", ["d"]),
        ("<textarea>{a}</textarea><svelte:head><title>{b}</title></svelte:head>", ["a", "b"]),
        ("<p {@attach a(b)} />", ["a(b)"]),
    ],
)  # fmt: skip
def test_expressions(markup: str, expressions: list[str]) -> None:
    read = _read(markup)
    assert not read.unread
    assert not read.tree.root_node.has_error
    assert _parts(markup) == expressions


@pytest.mark.parametrize(
    "markup",
    [
        "{#each a as b}{#each b as c}{#each c as d}{d}{/each}{/each}{/each}",
        "{#if a}{#if b}{#if c}{/if}{/if}{:else}{#each d as e}{/each}{/if}",
        "{#each a as b}{:else}{/each}{#await a}{:then}{:catch}{/await}",
        "{#if a}<p>{b}</p>{:else if c}{#key d}{/key}{/if}",
        "{#if a}{#snippet b()}{#snippet c(d)}{/snippet}{/snippet}{/if}",
        "{#each a as b}{@const c = b}{@html c}{/each}",
    ],
)
def test_blocks_without_a_byte_between(markup: str) -> None:
    read = _read(markup)
    assert not read.unread
    assert not read.tree.root_node.has_error


@pytest.mark.parametrize(
    "markup",
    [
        "{#each a}{b}{:else}{c}{/each}",  # the grammar doesn't know it
        "{#if a}{b}",
        "<p a={b>c</p>",
        "{{a: b}.a}",  # no room for its parentheses
    ],
)
def test_what_is_not_read_is_said(markup: str) -> None:
    read = _read(markup)
    assert read.parts == ()
    assert len(SCRIPT) < read.unread[-1][1] == len(SCRIPT + markup)
    assert not read.tree.root_node.has_error
    assert read.text[: len(SCRIPT)].strip().endswith(b"let a;")


@pytest.mark.parametrize("markup", ["{a}", "{#each a}{/each}"])
def test_comments_are_there_whatever_is_read(markup: str) -> None:
    read = _read(f"<!-- b -->{markup}")
    assert read.comments == ((len(SCRIPT), len(SCRIPT) + len("<!-- b -->")),)


def test_one_expression_that_is_none_leaves_the_others() -> None:
    markup = "<p title={a b}>{c}</p>"
    read = _read(markup)
    start = len(SCRIPT) + markup.index("a b")
    assert read.unread == ((start, start + 3),)
    assert [part.start for part in read.parts] == [len(SCRIPT) + markup.index("c}")]


def test_reactive_declarations() -> None:
    text = "<script>\n  let a;\n  $: a = 1;\n  $: b = a;\n  $: ({ c } = b);\n  $: b = 2;\n</script>"
    lines = document(text.encode()).text.decode().split("\n")
    assert [line.strip() for line in lines[2:6]] == [
        "$: a = 1;",
        "let b = a;",
        "let { c } = b ;",
        "$: b = 2;",
    ]


PIECES = [
    "é😀 text & more\n",
    "{a.name}",
    "<b class='x {a.name}' {a} on:click={() => { a.name = 'é'; }}>t</b>",
    "{#if a.name}\n{a.name}{:else}é{/if}",
    "{#each a.list as { name, x }, i (name)}<i>{name}</i>{/each}",
    "{#await a.name then name}{name}{/await}",
    "{#snippet s(name)}{name}{/snippet}",
    "<Row bind:name={a.name} let:item>{item.name}</Row>",
    "<!-- {a.name} -->",
    "<script>\n  $: b = a.name\n</script>",
]


@given(st.lists(st.sampled_from(PIECES), max_size=8), st.booleans(), st.booleans())
def test_bytes_stay_where_they_are(pieces: list[str], is_marked: bool, has_returns: bool) -> None:
    text = "".join(pieces)
    if text.count("<script>") > 1:
        text = text.replace("<script>", "<p>").replace("</script>", "</p>")
    text = ("\ufeff" if is_marked else "") + text
    data = (text.replace("\n", "\r\n") if has_returns else text).encode()
    read = document(data)
    assert len(read.text) == len(data)
    kept = [(part.start, part.end) for part in read.parts]
    for start, end in kept:
        assert read.text[start:end] == data[start:end]
    assert all(a[1] <= b[0] for a, b in pairwise(kept))
    edited = bytearray(data)
    for start, end in reversed(kept):
        edited[start:end] = data[start:end].replace(b"name", b"full_name")
    after = document(bytes(edited))
    assert after.skeleton(bytes(edited)) == read.skeleton(data)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>{a}</p>", "<b>{a}</b>"),
        ("<Row {a} />", "<Row {b} />"),
        ("<Row a={b} />", "<Row c={b} />"),
        ("{#if a}b{/if}", "{#if a}b{:else}{/if}"),
        ("<p bind:a />", "<p bind:b />"),
        ("<p bind:a={b} />", "<p bind:a={b ?? c} />"),
        ("{a}", "{a; b}"),
        ("{#if a}{/if}", "{#if a; b}{/if}"),
    ],
)
def test_markup_that_an_edit_must_not_touch(before: str, after: str) -> None:
    one, other = _read(before), _read(after)
    first, second = (SCRIPT + before).encode(), (SCRIPT + after).encode()
    assert one.is_like(first, one, first)
    assert not one.is_like(first, other, second)
