"""A place that names a property gets another name; what shares the node with it stays right."""

from pathlib import Path

import pytest

from fixer.edit.apply import apply
from fixer.program.module import Module
from fixer.rewrite.rename import Place, rename

KINDS = {
    "property_identifier",
    "shorthand_property_identifier",
    "shorthand_property_identifier_pattern",
    "string_fragment",
}


def renamed(
    source: str,
    old: str = "balance",
    new: str = "credits",
    *,
    keep_variables: bool = False,
    suffix: str = ".ts",
) -> str:
    module = Module(Path(f"/a{suffix}"), source.encode())
    nodes = [n for n in module.occurrences(old) if n.type in KINDS]
    edits = rename(module, [Place(n, new) for n in nodes], keep_variables=keep_variables)
    flat = {e for found in edits.values() if found for e in found}
    return apply(source.encode(), sorted(flat)).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x.balance", "x.credits"),
        ("x?.balance!.toFixed()", "x?.credits!.toFixed()"),
        ("x['balance']", "x['credits']"),
        ("const { balance } = x; f(balance)", "const { credits } = x; f(credits)"),
        ("const { balance = 0 } = x; f(balance)", "const { credits = 0 } = x; f(credits)"),
        ("const { balance: b } = x; f(b)", "const { credits: b } = x; f(b)"),
        ("const { balance: credits } = x", "const { credits } = x"),
        ("const o = { balance: 1 }", "const o = { credits: 1 }"),
        (
            "const balance = 1; const o = { balance }",
            "const balance = 1; const o = { credits: balance }",
        ),
        ("const { balance } = x; f({ balance })", "const { credits } = x; f({ credits })"),
        ("interface A { balance?: number }", "interface A { credits?: number }"),
        (
            "function f({ balance }: A) { return balance }",
            "function f({ credits }: A) { return credits }",
        ),
    ],
)
def test_every_way_to_name_a_property(before: str, after: str) -> None:
    assert renamed(before) == after


@pytest.mark.parametrize(
    "source",
    [
        "const credits = 1; const { balance } = x; f(balance, credits)",
        "const { balance } = x; f(balance, () => credits)",
        "export const { balance } = x",
        "const { balance } = x; export { balance }",
        "let balance; ({ balance } = x); f(balance)",
        "const { balance } = x; function g(credits) { return balance }",
    ],
)
def test_a_variable_keeps_its_name_when_the_new_one_is_taken_or_it_is_seen_elsewhere(
    source: str,
) -> None:
    assert renamed(source) == source.replace("{ balance } = x", "{ credits: balance } = x")


def test_alias_keeps_every_variable() -> None:
    before = "const { balance, other } = x; f(balance)"
    after = "const { credits: balance, other } = x; f(balance)"
    assert renamed(before, keep_variables=True) == after


def test_two_scopes_may_take_the_same_name() -> None:
    before = "function a({ balance }) { balance } function b({ balance }) { balance }"
    after = "function a({ credits }) { credits } function b({ credits }) { credits }"
    assert renamed(before) == after


def test_a_name_that_is_no_identifier_is_quoted() -> None:
    before = "x.balance; x?.balance; const { balance } = x; const o = { balance: 1 }"
    after = "x['new-name']; x?.['new-name']; "
    after += "const { 'new-name': balance } = x; const o = { 'new-name': 1 }"
    assert renamed(before, new="new-name") == after


def test_a_template_may_use_what_vue_script_setup_declares() -> None:
    before = "<script setup>const { balance } = x</script><template>{{ balance }}</template>"
    after = (
        "<script setup>const { credits: balance } = x</script><template>{{ balance }}</template>"
    )
    assert renamed(before, suffix=".vue") == after


@pytest.mark.parametrize("by", ["v-for='%s in rows'", "#item='{ item: %s }'"])
def test_the_elements_inside_use_what_a_vue_template_declares(by: str) -> None:
    source = "<template><b><template %s>{{ balance }}</template></b></template><script></script>"
    before, after = source % by % "{ balance }", source % by % "{ credits: balance }"
    assert renamed(before, suffix=".vue") == after
