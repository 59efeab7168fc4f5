"""What a regular expression says of strings that are known in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import shown


@pytest.mark.parametrize(
    ("test", "value"),
    [
        ("/^https?:/.test(`/users/${id}`)", "/no"),
        ("/^https?:/.test(`http://host/${id}`)", "/yes"),
        ("`/users/${id}`.match(/^\\/\\//)", "/no"),
        ("`/users/${id}`.match(/^\\/users/)", "/yes"),
        ("`//host/${id}`.match(/^(https?:)?\\/\\//)", "/yes"),
        ("/^(?:http|ftp):/i.test(`HTTP://host/${id}`)", "/yes"),
        ("/^[a-z]+:/.test(`/users/${id}`)", "/yes | /no"),
        ("/^\\/\\w/.test(`/users/${id}`)", "/yes | /no"),
        ("/^\\/\\w/.test(`users/${id}`)", "/no"),
        ("/^\\/users\\/7/.test(`/users/${id}`)", "/yes | /no"),
        ("/^\\/teams|users/.test(`/users/${id}`)", "/yes | /no"),
        ("/users/.test(`/users/${id}`)", "/yes | /no"),
        ("/^http/.test(`${base}/users`)", "/yes | /no"),
        ("/^x?/.test(`/users/${id}`)", "/yes | /no"),
        ("/^\\/v1\\/users/.test('/v1' + '/users/' + id)", "/yes"),
    ],
)
def test_what_an_expression_finds(tmp_path: Path, test: str, value: str) -> None:
    text = f"show({test} ? '/yes' : '/no')"
    assert sorted(shown(tmp_path, {"a.ts": text})[0].split(" | ")) == sorted(value.split(" | "))


def test_a_function_that_asks_gives_what_it_asked_for(tmp_path: Path) -> None:
    text = (
        "const ABSOLUTE = /^https?:/\n"
        "function url(path: string) {\n"
        "  if (path.match(/^\\/\\//)) return base + path.replace(/^\\//, '')\n"
        "  if (ABSOLUTE.test(path)) return path\n"
        "  return '/v1' + path\n"
        "}\n"
        "show(url(`/users/${id}/`))\n"
    )
    assert shown(tmp_path, {"a.ts": text}) == ["/v1/users/{}/"]
