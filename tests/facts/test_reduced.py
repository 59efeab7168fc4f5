"""Paths that are put together of an array's items, of which not all may be known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facts.frontends import frontend, operation

CONTRACT = ("GET /rows", "GET /rows/{id}", "GET /rows/{id}/tags", "GET /rows/tags/{id}")


def asked(folder: Path, url: str) -> str:
    code = f"export const load = (id: string, ids: string[]) => fetch({url})\n"
    (found,) = frontend(folder, {"a.ts": code}, *map(operation, CONTRACT)).calls
    return f"{found.status.value} {found.operation}"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("['/rows', id].reduce((a, b) => `${a}/${b}`)", "matched GET /rows/{id}"),
        ("['/rows', id].reduce((a, b, at) => (at ? a + '/' + b : b))", "matched GET /rows/{id}"),
        (
            "['/rows', id].reduce((a, b, at) => (at ? a + '/' + b : b), '')",
            "matched GET /rows/{id}",
        ),
        ("['tags', id, '/rows'].reduceRight((a, b) => `${a}/${b}`)", "matched GET /rows/{id}/tags"),
    ],
)
def test_items_in_turn_with_their_positions(tmp_path: Path, url: str, expected: str) -> None:
    assert asked(tmp_path, url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "['/rows', ...ids, 'tags'].join('/')",
        "[...ids, '/rows'].join('/')",
        "['/rows', ...ids, 'tags'].filter(Boolean).join('/')",
        "['/rows', ...ids, 'tags'].reduce((a, b) => `${a}/${b}`)",
        "['/rows', ...ids].reduceRight((a, b) => `${b}/${a}`)",
    ],
)
def test_what_stands_behind_items_that_are_not_known_has_no_place(tmp_path: Path, url: str) -> None:
    assert asked(tmp_path, url) == "dynamic None"
