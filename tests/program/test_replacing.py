"""`replace` and `split` on strings that are known in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.program.call import Hole
from tests.program.frontends import calls, shown


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("`/api/users/${id}/`.replace(/\\/+$/, '')", "/api/users/{}"),
        ("`api/users/${id}`.replace(/\\/+$/g, '')", "api/users/{}"),
        ("`/users/${id}`.replace(/^\\//, '')", "users/{}"),
        ("`${base}/users`.replace(/^\\//, '')", "{}/users"),
        ("('api/' + '/users').replace(/\\/+/g, '/')", "api/users"),
        ("['', id, 'api/users'].join('/').replace(/\\/+/g, '/')", "/{}/api/users"),
        ("`/users/${id}//tab//${tab}`.replace(/([^:]\\/)\\/+/g, '$1')", "/users/{}/tab/{}"),
        ("`/users/[id]/${tab}`.replace(/[[\\]]/g, '')", "/users/id/{}"),
        ("'a-b'.replace(/(a)-(b)/, '/$2/$1')", "/b/a"),
        ("'/users'.replace(/^/, '/api').replace(/us/, '[$&]')", "/[us]ers"),
        ("`/a/${id}/b`.replace(/a.(.)/, '$2')", "/a/{}/b"),
        ("`/users/:id/${tab}`.replace(':id', id)", "/users/{}/{}"),
        ("'/a-b-c'.replace('-', '/')", "/a/b-c"),
        ("'/a-b-c'.replaceAll('-', '/')", "/a/b/c"),
        ("`/users/${id}?a=1`.split('?')[0]", "/users/{}"),
        ("`/users/${id}?a=${b}`.split('?')[1]", "a={}"),
        ("'a/b'.split('/')[1]", "b"),
        ("`a/${x}`.split('/')[1]", "{}"),
    ],
)
def test_what_is_replaced_and_split(tmp_path: Path, expression: str, value: str) -> None:
    assert shown(tmp_path, {"a.ts": f"show({expression})"}) == [value]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("kind.toLowerCase()", "{ship|seaport}"),
        ("kind.replace('P', '-p')", "{ship|Sea-port}"),
        ("kind.replaceAll(/[pP]/g, 'b')", "{shib|Seabort}"),
        ("kind.replace('P', other)", "{}"),
        ("kind.replace('x', other)", "{ship|SeaPort}"),
    ],
)
def test_values_of_a_hole_are_changed_too(tmp_path: Path, expression: str, value: str) -> None:
    text = f"export function f(kind: 'ship' | 'SeaPort', other: string) {{ show({expression}) }}"
    assert shown(tmp_path, {"a.ts": text}) == [value]


@pytest.mark.parametrize(
    ("test", "value"),
    [
        ("`/users/${id}`.startsWith('/users')", "/yes"),
        ("`/users/${id}`.startsWith('/teams')", "/no"),
        ("`/users/${id}`.startsWith('/users/7')", "/yes | /no"),
        ("`${id}/edit`.endsWith('/view')", "/no"),
        ("['/a', '/b'].some((p) => `/b/${id}`.startsWith(p))", "/yes"),
        ("['/a', '/b'].some((p) => `/c/${id}`.startsWith(p))", "/no"),
        ("['/a', '/b'].every((p) => '/a'.startsWith(p))", "/no"),
    ],
)
def test_what_is_asked_of_a_string(tmp_path: Path, test: str, value: str) -> None:
    text = f"show({test} ? '/yes' : '/no')"
    assert sorted(shown(tmp_path, {"a.ts": text})[0].split(" | ")) == sorted(value.split(" | "))


def test_lodash_does_it_with_its_first_argument(tmp_path: Path) -> None:
    text = (
        "import { compact } from 'lodash'\n"
        "function build(id: string, ...parts: unknown[]) {\n"
        "  let url = `/users/${id}`\n"
        "  const rest = compact(parts).join('/')\n"
        "  if (rest) url += `/${rest}`\n"
        "  return url\n"
        "}\n"
        "show(build(a, 'plans', undefined, b)); show(build(a))\n"
    )
    assert shown(tmp_path, {"a.ts": text}) == ["/users/{}/plans/{}", "/users/{}"]


def test_a_pattern_that_would_take_forever_is_not_tried(tmp_path: Path) -> None:
    text = "show(('/v1/' + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!').replace(/(a+)+$/, 'x'))"
    assert shown(tmp_path, {"a.ts": text}) == ["/v1/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"]


@pytest.mark.parametrize(
    "rest",
    [
        "next.split('/rows/')[1]",
        "next.split('/rows/').pop()",
        "next.split('?')[1]",
        "next.replace('https://a.io/rows/', '')",
        "next.replace(/^.*rows\\//, '')",
        "next.slice(next.indexOf('?'))",
        "next.substring(BASE.length)",
        "row.next?.split('/rows/')[1]",
        "next.replace(/[?#].*$/, '')",
        "next.slice(next.indexOf('/api'))",
    ],
)
def test_what_is_left_of_a_url_may_be_several_segments(tmp_path: Path, rest: str) -> None:
    assert holes(tmp_path, rest) == [Hole.SEVERAL]


@pytest.mark.parametrize(
    "part",
    [
        "next.replace(/\\/+$/, '')",
        "next.split('/')[4]",
        "next.slice(1)",
        "next.replace('a', 'b')",
        "next.replace(/\\//g, '_')",
        "next.replace(/\\s/g, '')",
        "next.replace(/[^a-z]/g, '')",
        "next.slice(next.lastIndexOf('-') + 1)",
        "next.slice(0, next.indexOf('@'))",
    ],
)
def test_a_part_of_a_text_is_a_segment(tmp_path: Path, part: str) -> None:
    assert Hole.SEVERAL not in holes(tmp_path, part)


def holes(tmp_path: Path, expression: str) -> list[Hole]:
    code = f"export const load = (next: string, row: any) => fetch(`/rows/${{{expression}}}`)"
    (call,) = calls(tmp_path, {"a.ts": code})
    return [piece.hole for url in call.urls for piece in url.pieces if piece.text is None]
