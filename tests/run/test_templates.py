"""Angular's templates in a run: what counts as broken, comments, bytes that must survive."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from fixer.run.opening import OpenFrontend
from tests.tools import fixed, project

CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

{ "credits": 100 }

- `credits` (NOT `balance`)
"""
SCRIPT = """import { Component } from '@angular/core';
import { HttpClient } from '@angular/common/http';
interface Credits { balance: number }
@Component({ selector: 'app-a', templateUrl: './a.html' })
export class A {
  row?: Credits;
  constructor(http: HttpClient) {
    http.get<Credits>('/v1/credits/').subscribe((row) => (this.row = row));
  }
}
"""
RULE = load_rule(builtin_rules() / "legacy_field.py")


def _opened(folder: Path, template: str) -> OpenFrontend:
    files = {"contract.md": CONTRACT, "a.component.ts": SCRIPT, "a.html": template}
    return project(folder, files)({})


def test_bytes_around_a_rename_survive(tmp_path: Path) -> None:
    template = "\ufeff<p>é😀 {{ row?.balance }}\r\n</p>\r\n<b [a]='row?.balance'>"
    files = {"contract.md": CONTRACT, "a.component.ts": SCRIPT, "a.html": template}
    after = fixed(project(tmp_path, files), [RULE]).texts
    assert after[tmp_path / "a.html"].decode() == template.replace("balance", "credits")


@pytest.mark.parametrize(
    ("before", "after", "errors"),
    [
        ("{{ a }}", "{{ b }}", 0),
        ("{{ a }}", "{{ a b }}", 1),
        ("{{ a b }}", "{{ c d }}", 0),
        ("{{ a b }} {{ a }}", "{{ a b }} {{ a. }}", 1),
        ('<p [a]="b">', '<p [a]="b[\'c">', 1),
    ],
)
def test_only_new_errors_of_a_template_count(
    tmp_path: Path, before: str, after: str, errors: int
) -> None:
    opened = _opened(tmp_path, before)
    assert opened.count_errors(tmp_path / "a.html", after.encode()) == errors


def test_comments_of_a_template_are_found(tmp_path: Path) -> None:
    template = "<p>{{ a < b }}</p><!-- one --> @if (a < b) { <!-- two --> }"
    opened = _opened(tmp_path, template)
    spans = opened.comments(tmp_path / "a.html")
    assert [template[s.start : s.end] for s in spans] == ["<!-- one -->", "<!-- two -->"]


def test_a_name_in_an_expression_that_is_none_keeps_the_others(tmp_path: Path) -> None:
    files = {
        "contract.md": CONTRACT,
        "a.component.ts": SCRIPT,
        "a.html": "{{ row?.balance }} {{ row.balance of }}",
    }
    assert fixed(project(tmp_path, files), [RULE]).texts == {}
