"""Old names are written into a specification beside what bears the new ones, all else kept."""

from __future__ import annotations

import pytest

from fixer.contract.changes import diff, merge, renames
from fixer.contract.changes.writing import entries, write
from fixer.contract.openapi import read_openapi

OLD = """\
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /user:
    get:
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}
components:
  schemas:
    User:
      type: object
      properties:
        user_name: {type: string}
        id: {type: integer}
        made: {type: string, format: date}
"""


def rewritten(new: str) -> str:
    """`new` with the old names of OLD; what was written says what merging says."""
    old, now = read_openapi(OLD, "old"), read_openapi(new, "new")
    written = write(new, entries(renames(diff(old, now))))
    assert not written.unplaced
    assert read_openapi(written.text, "new") == merge(now, old)
    return written.text


BLOCK = """\
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /users:
    get:
      # the first of all
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}
components:
  schemas:
    User:
      type: object
      properties:
        username:   # what people log in with
          type: string
        id: {type: integer}
        made: {type: string, format: date}
"""


def test_yaml_in_block_style_keeps_its_comments() -> None:
    assert rewritten(BLOCK) == BLOCK.replace(
        "          type: string\n", "          x-renamed-from: user_name\n          type: string\n"
    ).replace(
        "      responses:\n", "      x-renamed-from: GET /user\n      responses:\n"
    )  # fmt: skip


def test_yaml_in_flow_style() -> None:
    new = OLD.replace("user_name: {type", "username: {type")
    assert rewritten(new) == new.replace(
        "username: {type", "username: {x-renamed-from: user_name, type"
    )


@pytest.mark.parametrize(
    ("stated", "both"),
    [
        ("x-renamed-from: login", "x-renamed-from: [login, user_name]"),
        ("x-renamed-from: [login]", "x-renamed-from: [login, user_name]"),
    ],
)
def test_a_name_joins_those_that_are_stated(stated: str, both: str) -> None:
    new = OLD.replace("user_name: {type", f"username: {{{stated}, type")
    assert rewritten(new) == new.replace(stated, both)


def test_a_name_joins_a_block_list() -> None:
    block = "username:\n          type: string\n          x-renamed-from:\n            - login\n"
    new = OLD.replace("user_name: {type: string}\n", block)
    assert rewritten(new) == new.replace("- login\n", "- login\n            - user_name\n")


def test_windows_line_ends_stay() -> None:
    new = BLOCK.replace("\n", "\r\n")
    text = rewritten(new)
    assert text.count("\r\n") == text.count("\n")


JSON = """\
{
\t"openapi": "3.1.0",
\t"paths": {
\t\t"/user": {
\t\t\t"get": {"responses": {"200": {"content": {"application/json": {"schema": {
\t\t\t\t"type": "object",
\t\t\t\t"properties": {
\t\t\t\t\t"username": {
\t\t\t\t\t\t"type": "string"
\t\t\t\t\t},
\t\t\t\t\t"id": { "type": "integer" },
\t\t\t\t\t"made": {"type": "string", "format": "date"}
\t\t\t\t}
\t\t\t}}}}}}
\t\t}
\t}
}
"""


def test_json_with_tabs() -> None:
    assert rewritten(JSON) == JSON.replace(
        '\t"type": "string"\n', '\t"x-renamed-from": "user_name",\n\t\t\t\t\t\t"type": "string"\n'
    )


def test_json_that_states_a_name_already() -> None:
    new = JSON.replace('"type": "string"\n', '"type": "string", "x-renamed-from": "login"\n')
    assert rewritten(new) == new.replace('"login"', '["login", "user_name"]')


def test_what_has_no_place_of_its_own_is_told() -> None:
    old = read_openapi(OLD, "old")
    new = OLD.replace("user_name: {type: string}", "username: *alias").replace(
        "      type: object\n", "      x-any: &alias {type: string}\n      type: object\n"
    )
    changes = diff(old, read_openapi(new, "new"))
    assert len(renames(changes)) == 1
    # The alias's own mapping would name every property that shares it.
    written = write(new, entries(renames(changes)))
    assert (written.text, len(written.unplaced)) == (new, 1)
