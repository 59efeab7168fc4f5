from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.diagnostics import Edit
from fixer.edit import EditError, apply

A = Path("/p/a.ts")


def edit(start: int, end: int, content: str) -> Edit:
    return Edit(A, start, end, content)


def test_replaces_inserts_and_removes() -> None:
    edits = [edit(5, 6, ""), edit(0, 3, "const"), edit(4, 4, "x")]
    assert apply(b"let a = 1", edits) == b"const xa= 1"


def test_identical_edits_count_once() -> None:
    assert apply(b"ab", [edit(1, 1, "-"), edit(1, 1, "-")]) == b"a-b"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(EditError, match="overlap at byte 2"):
        apply(b"abcdef", [edit(0, 3, "x"), edit(2, 4, "y")])


def test_an_edit_outside_the_file_is_refused() -> None:
    with pytest.raises(EditError, match="outside the file"):
        apply(b"ab", [edit(1, 9, "x")])


def test_new_lines_take_the_line_ending_of_the_file() -> None:
    assert apply(b"a\r\nb\r\n", [edit(3, 3, "x\ny\r\n")]) == b"a\r\nx\r\ny\r\nb\r\n"


def test_a_missing_final_newline_and_a_bom_survive() -> None:
    assert apply(b"\xef\xbb\xbfold", [edit(3, 6, "new")]) == b"\xef\xbb\xbfnew"


def test_an_edit_inside_a_character_is_refused() -> None:
    with pytest.raises(EditError, match="cuts a character"):
        apply("é".encode(), [edit(1, 1, "x")])


def test_a_latin_1_file_takes_ascii_and_keeps_its_own_bytes() -> None:
    assert apply(b"caf\xe9 old", [edit(5, 8, "new")]) == b"caf\xe9 new"


def test_a_latin_1_file_does_not_take_utf_8() -> None:
    with pytest.raises(EditError, match="not UTF-8"):
        apply(b"caf\xe9 old", [edit(5, 8, "né")])


@st.composite
def legal_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text of one-byte characters, and edits that neither overlap nor touch."""
    text = draw(st.text(st.sampled_from("abc {}\n"), max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    contents = st.text(st.sampled_from("xyzé😀"), max_size=4)
    return text, [edit(start, end, draw(contents)) for start, end in pairs]


@given(legal_edits(), st.randoms(use_true_random=False))
def test_equals_replacing_from_the_end_in_any_order(case: tuple[str, list[Edit]], random) -> None:
    text, edits = case
    expected = text
    for e in reversed(edits):
        expected = expected[: e.start] + e.content + expected[e.end :]
    random.shuffle(edits)
    assert apply(text.encode(), edits) == expected.encode()


@given(st.binary(max_size=60), st.data())
def test_bytes_outside_an_edit_never_change(text: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    try:
        changed = apply(text, [edit(start, end, "new")])
    except EditError:
        return
    assert changed == text[:start] + b"new" + text[end:]
