"""Strings of pieces as URLs: origin, path, query, and where each piece is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.program.call import Hole, Piece, Url
from fixer.program.evaluate.values import Text
from fixer.program.urls import NoUrl, expanded, join, url_of

FILE = Path("/x/a.ts")
BASE = Piece(None, FILE, 0, 1, Hole.BASE)
HOLE = Piece(None, FILE, 0, 1)
NUMBER = Piece(None, FILE, 0, 1, Hole.NUMBER)


def text(*parts: str | Piece) -> Text:
    """Literal parts stand one behind the other in the file, from byte 100 on."""
    pieces, position = [], 100
    for part in parts:
        if isinstance(part, Piece):
            pieces.append(part)
            continue
        end = position + len(part.encode())
        pieces.append(Piece(part, FILE, position, end))
        position = end
    return Text(tuple(pieces))


def said(*parts: str | Piece) -> str:
    url = url_of(text(*parts))
    if isinstance(url, NoUrl):
        return f"({url.reason})"
    query = ",".join(q.name or "*" for q in url.query)
    origin = url.origin or ("~" if url.based else "")
    return f"{origin}{url.template}" + (f"?{query}" if query else "")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("/users",), "/users"),
        (("users/",), "/users/"),
        (("./users",), "/users"),
        ((BASE, "//", BASE, ":", "8443", "/users"), "~/users"),
        ((BASE, "//", BASE, ":", "8443/users"), "~/users"),
        (("//", BASE, ":8080/users"), "~/users"),
        (("/users/", HOLE, "/posts"), "/users/{}/posts"),
        (("https://x.org/a?b=1#c",), "https://x.org/a?b"),
        (("//cdn.org/a",), "//cdn.org/a"),
        (("/", "/users"), "/users"),
        ((BASE, "/", "/users"), "~/users"),
        (("/users", HOLE, "page=2"), "/users?*"),
        (("/users/", HOLE, "page=", HOLE), "/users/?*"),
        (("https://x.org",), "https://x.org/"),
        ((BASE, "/users"), "~/users"),
        ((BASE, "users"), "~/users"),
        ((BASE, "//", BASE, "/users"), "~/users"),
        ((BASE, "http://localhost:8000/api", "/users"), "~/api/users"),
        (("https://", HOLE, "/users"), "~/users"),
        ((HOLE, "://", HOLE, "/users"), "~/users"),
        ((HOLE, "://x.org/users"), "~/users"),
        (("https://api-", HOLE, "_x.org:80/users"), "~/users"),
        (("https://", HOLE, ":", HOLE, "/users"), "~/users"),
        (("http://localhost:", NUMBER, "/users"), "~/users"),
        ((HOLE, "/users"), "~/users"),
        ((HOLE,), "(the whole URL is computed)"),
        ((HOLE, "?a=1"), "(the whole URL is computed)"),
        (("/users?", HOLE), "/users?*"),
        (("/users", HOLE), "/users?*"),
        (("/v1/", "users", HOLE), "/v1/users?*"),
        (("/users/", HOLE), "/users/{}"),
        (("/item-", HOLE), "/item-{}"),
        (("/v", HOLE, ".", HOLE), "/v{}.{}"),
        (("/api", HOLE), "/api{}"),
        (("/users", HOLE, "?a=1"), "/users{}?a"),
        (("/users/ ",), "/users/"),
        (("/users?a=1&", HOLE, "&b=", HOLE), "/users?a,*,b"),
        (("/users/{id}/x",), "/users/{}/x"),
        (("/users/:id/x",), "/users/{}/x"),
        (("/a//b",), "/a//b"),
        (("mailto:x@y.org",), "(no HTTP URL)"),
        ((), "(the URL is empty)"),
    ],
)
def test_a_text_as_a_url(parts: tuple[str | Piece, ...], expected: str) -> None:
    assert said(*parts) == expected


@pytest.mark.parametrize(
    ("base", "path", "how", "expected"),
    [
        ("/api/", "/users", "slash", "/api/users"),
        ("/api", "users", "slash", "/api/users"),
        ("/api", "/users", "concat", "/api/users"),
        ("/api/", "/users", "concat", "/api//users"),
        ("/api", "https://x.org/a", "slash", "https://x.org/a"),
        ("/api", "", "slash", "/api"),
        ("", "/users", "slash", "/users"),
    ],
)
def test_a_base_and_a_path(base: str, path: str, how: str, expected: str) -> None:
    assert join(text(base) if base else Text(()), text(path), how).literal == expected


def test_known_values_behind_a_base_may_begin_with_their_slash() -> None:
    values = Piece(None, FILE, 0, 1, values=("/a", "/b/c"))
    found = [url_of(option) for option in expanded(join(text("/api/"), text(values), "slash"))]
    assert [u.template for u in found if isinstance(u, Url)] == ["/api/a", "/api/b/c"]


def test_known_values_that_begin_a_url_are_candidates_of_their_own() -> None:
    values = Piece(None, FILE, 0, 1, values=("/a", "/b"))
    found = [url_of(option) for option in expanded(text(values, "/c"))]
    assert [u.template for u in found if isinstance(u, Url)] == ["/a/c", "/b/c"]


WORDS = st.text(st.sampled_from("abcdé/-_.~😀"), min_size=1, max_size=8)
PARTS = st.lists(st.one_of(WORDS, st.just(HOLE), st.just(NUMBER)), max_size=8)


@given(PARTS)
def test_a_url_says_what_its_text_says_and_where(parts: list[str | Piece]) -> None:
    whole = text("/", *parts)
    source = b" " * 100 + "".join(p.text or "" for p in whole.pieces).encode()
    url = url_of(whole)
    assert isinstance(url, Url)
    template = "".join("{}" if p.text is None else p.text for p in whole.pieces)
    # A slash of its own before another is left out.
    begun = template.lstrip("/").startswith(url.template.lstrip("/"))
    assert url.origin is not None or url.based or begun
    for piece in url.pieces:
        if piece.text is not None and piece.exact:
            assert source[piece.start : piece.end].decode() == piece.text


@given(st.lists(WORDS), st.lists(st.sampled_from(["a", "b_c", "é"]), max_size=3, unique=True))
def test_a_query_is_split_from_the_path(parts: list[str], names: list[str]) -> None:
    url = url_of(text("/x/", *parts, "?" + "&".join(f"{n}=1" for n in names)))
    assert isinstance(url, Url)
    assert url.template == "/x/" + "".join(parts)
    assert [q.name for q in url.query] == names
