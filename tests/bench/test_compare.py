"""What the accuracy bench counts as a rename, and what as another change."""

from __future__ import annotations

import pytest

from bench.accuracy.compare import Changes, changes, score
from bench.accuracy.syntax import templates
from bench.accuracy.truth import Place, Property, Renames


def renamed(before: str, after: str) -> Changes:
    return changes("a.ts", before, after, {"old": "newer"})


def places(text: str, *starts: int) -> frozenset[Place]:
    return frozenset(Place("a.ts", start, start + 3) for start in starts)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x = { old }", "x = { newer: old }"),
        ("x = { old }", "x = { old: newer }"),
        ("const { old = 1 } = y", "const { newer: old = 1 } = y"),
        ("const { old: z } = y", "const { newer: z } = y"),
        ("y['old']", "y['newer']"),
    ],
)
def test_every_spelling_of_a_rename_is_one(before: str, after: str) -> None:
    found = renamed(before, after)
    assert found == Changes(places(before, before.index("old")), frozenset())


def test_neighbouring_renames_are_told_apart() -> None:
    before = "a.old + b.old + c.old"
    found = renamed(before, "a.newer + b.old + c.newer")
    assert found.names == places(before, 2, 18)


def test_members_that_are_all_alike_are_renamed_each_for_itself() -> None:
    names = ("one", "two", "three", "four", "five", "six")
    renames = {name: f"{name}New" for name in names}
    other = "type B = { two: boolean; three: boolean; four?: boolean };"
    before = "type A = {" + "".join(f"{name}: boolean;" for name in names) + "};" + other
    after = "type A = {" + "".join(f"{new}: boolean;" for new in renames.values()) + "};" + other
    found = changes("a.ts", before, after, renames)
    assert sorted(place.start for place in found.names) == [before.index(f"{n}:") for n in names]


def test_any_other_change_is_listed_apart() -> None:
    found = renamed("a.old; b.two", "a.newer; b.three")
    assert found.names == places("", 2)
    assert found.other == {Place("a.ts", 9, 12)}


def test_a_change_that_the_compiler_does_not_make_is_wrong() -> None:
    declared = Property("a.ts:2", "old", "T", ("T",))
    renames = Renames(declared, places("", 2, 8), unknown=places("", 14), keys=frozenset())
    scored = score(renames, [Changes(places("", 2, 14), frozenset())], frozenset({"a.ts"}))
    assert (scored.hits, scored.misses) == (places("", 2), places("", 8))
    assert (scored.wrong, scored.beyond) == (places("", 14), places("", 14))


def test_an_angular_template_in_a_script_is_not_judged() -> None:
    text = "@Component({ selector: 'é', template: `{{ row.old }}` })\nclass A { template = 'old'; }"
    ((start, end),) = templates("a.ts", text)
    assert text[start:end] == "`{{ row.old }}`"
    at = text.index("old")
    renames = Renames(Property("a.ts:2", "old", "T", ("T",)), frozenset(), frozenset(), frozenset())
    found = [Changes(places(text, at), frozenset())]
    scored = score(renames, found, frozenset({"a.ts"}), {"a.ts": templates("a.ts", text)})
    assert (scored.wrong, scored.unjudged) == (frozenset(), places(text, at))


def test_the_texts_of_a_vue_template_are_not_judged() -> None:
    text = """<script>const a = { b: 'old' }</script>
<template>
  <a-form :model="row.old" :path="`rows.${old}.name` + 'x'" prop='rows.old' #item.old="{ old }">
    {{ row.old }}
  </a-form>
</template>
"""
    spans = [text[start:end] for start, end in templates("a.vue", text)]
    assert spans == ["`rows.", ".name`", "'x'", "rows.old", "#item.old"]
