"""Which files hold a name, told from an index of their words."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fixer.program.words import Words, whole_words

A, B, C = Path("/a.ts"), Path("/b.ts"), Path("/c.ts")

TEXTS = st.text("aB1_$ .-'é\n", max_size=12)
SOURCES = st.lists(TEXTS, max_size=4).map(
    lambda texts: {Path(f"/{n}.ts"): text.encode() for n, text in enumerate(texts)}
)


def words(**texts: str) -> Words:
    return Words({Path(f"/{name}.ts"): text.encode() for name, text in texts.items()})


def test_a_name_is_found_as_a_whole_word() -> None:
    index = words(a="user.balance", b="balanced", c="rebalance; $balance")
    assert index.holding("balance") == (A,)


def test_files_come_in_their_order_and_once() -> None:
    index = words(a="y", b="x y", c="x")
    assert index.holding("x", "y") == (A, B, C)


def test_a_text_of_several_words_stands_as_it_is_written() -> None:
    index = words(a="from '@angular/core'", b="core, angular", c="'@angular/core/testing'")
    assert index.holding("@angular/core") == (A, C)


def test_a_name_of_other_letters_is_found() -> None:
    assert words(a="const größe = 1", b="gr = e").holding("größe") == (A,)


def test_files_with_enough_names() -> None:
    index = words(a="id name mail", b="id name", c="id id id")
    assert index.holding_several(["id", "name", "mail"], 2) == {A, B}


@given(SOURCES, TEXTS.filter(lambda t: t.strip() != ""))
def test_whoever_has_a_text_is_a_suspect(sources: dict[Path, bytes], needle: str) -> None:
    wanted = needle.lower().encode()
    having = {path for path, data in sources.items() if wanted in data.lower()}
    assert having <= Words(sources).suspects([needle])


def test_a_word_beside_the_sought_one_is_no_reason_for_suspicion() -> None:
    assert words(a="footer toolbar", b="Foo Bar").suspects(["foo bar"]) == {B}


def test_a_word_that_is_the_sought_one_holds_no_more() -> None:
    index = words(a="MOCK_USERS", b="mock", c="hammock; mock")
    assert index.holding_inside(["mock"]) == {A, C}


def test_no_word_stands_nowhere() -> None:
    assert list(whole_words(b"a b", b"")) == []
