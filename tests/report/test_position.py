import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.report.position import Lines, Position


@pytest.mark.parametrize(
    ("source", "offset", "row", "column"),
    [
        (b"", 0, 1, 1),
        (b"abc", 2, 1, 3),
        (b"abc", 99, 1, 4),
        (b"a\nb", 2, 2, 1),
        (b"a\r\nb", 3, 2, 1),
        ("é=x".encode(), 2, 1, 2),
        ("'😀'.x".encode(), 7, 1, 5),
        (b"\xef\xbb\xbfx", 3, 1, 1),
        (b"\xff\xfex", 2, 1, 3),
    ],
)
def test_rows_and_columns_in_characters(source: bytes, offset: int, row: int, column: int) -> None:
    assert Lines(source).position(offset) == Position(row, column)


@given(st.text(st.sampled_from("ab\n\réß漢😀"), max_size=40), st.data())
def test_equals_counting_characters(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    before = text[:index]
    row = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    offset = len(before.encode())
    assert Lines(text.encode()).position(offset) == Position(row, column)
