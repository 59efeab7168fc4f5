"""`replace` and `split` on strings that are known in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import shown


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("`/api/users/${id}/`.replace(/\\/+$/, '')", "/api/users/{}"),
        ("`api/users/${id}`.replace(/\\/+$/g, '')", "api/users/{}"),
        ("`/users/${id}`.replace(/^\\//, '')", "users/{}"),
        ("`${base}/users`.replace(/^\\//, '')", "{}/users"),
        ("('api/' + '/users').replace(/\\/+/g, '/')", "api/users"),
        ("['', id, 'api/users'].join('/').replace(/\\/+/g, '/')", "/{}/api/users"),
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
