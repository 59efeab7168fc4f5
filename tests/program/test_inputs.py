"""Components of Angular whose elements say what they ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.program.frontends import sent

SCRIPT = """import { Component, Input, inject, input } from '@angular/core';
import { HttpClient } from '@angular/common/http';
@Component({ selector: 'app-list', template: '' })
export class ListComponent {
  http = inject(HttpClient);
  FIELD
}
@Component({ selector: 'app-page', templateUrl: './page.html' })
export class PageComponent { base = '/api'; rows: any; }
"""
FIELD = "@Input() url!: string; load() { this.http.get(this.url); }"


def _sent(folder: Path, field: str, template: str) -> list[str]:
    files = {"a.component.ts": SCRIPT.replace("FIELD", field), "page.html": template}
    return [url for url in sent(folder, files) if "computed" not in url]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('<app-list url="/rows"></app-list>', ["GET /rows"]),
        ("<app-list [url]=\"'/rows'\"></app-list>", ["GET /rows"]),
        ("<app-list [url]=\"base + '/rows'\"></app-list>", ["GET /api/rows"]),
        ('<app-list url="/a"></app-list><app-list url="/a"></app-list>', ["GET /a"]),
        ('<app-list url="/a"></app-list><app-list url="/b"></app-list>', []),
        ('<app-list url="/a"></app-list><app-list></app-list>', []),
        ('<app-list url="/a"></app-list><app-list [url]="more"></app-list>', []),
        ('<app-list *ngIf="rows; else more" url="/a"></app-list>', ["GET /a"]),
        ('<app-list url="{{ base }}/rows"></app-list>', []),
        ('<app-list [url]="more"></app-list>', []),
        (
            '<p *ngFor="let base of rows"><app-list [url]="base + \'/b\'"></app-list></p>',
            ["GET /b"],
        ),
        ('<other-list url="/rows"></other-list>', []),
    ],
)
def test_a_url_that_elements_give(tmp_path: Path, template: str, expected: list[str]) -> None:
    assert _sent(tmp_path, FIELD, template) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("url = input.required<string>(); load() { this.http.get(this.url()); }", ["GET /a"]),
        ("@Input('url') path = ''; load() { this.http.get(this.path); }", ["GET /a"]),
        ("@Input() url = ''; load() { this.url = '/b'; this.http.get(this.url); }", []),
        ("@Input() other = '/b'; load() { this.http.get(this.other); }", ["GET /b"]),
        (
            "@Input() url?: string; load() {"
            " if (this.url === '/b') this.http.get('/c'); else this.http.get(this.url); }",
            ["GET /a", "GET /c"],
        ),
        (
            "@Input() url!: string; load() { this.http.get(this.url); }"
            " open(ref: any) { ref.componentInstance.url = '/b'; }",
            [],
        ),
        ("private url!: string; load() { this.http.get(this.url); }", []),
    ],
)
def test_an_input_by_what_declares_it(tmp_path: Path, field: str, expected: list[str]) -> None:
    assert sorted(_sent(tmp_path, field, '<app-list url="/a"></app-list>')) == expected


def test_a_subclass_is_not_given_what_elements_of_its_base_are(tmp_path: Path) -> None:
    field = "@Input() url = '/rows'; load() { this.http.get(this.url); }"
    script = (
        SCRIPT.replace("FIELD", field)
        + """
@Component({ selector: 'app-sub', template: '' })
export class SubComponent extends ListComponent { go() { this.http.put(this.url, 1); } }
"""
    )
    page = '<app-list url="/a"></app-list><app-sub url="/rows"></app-sub>'
    files = {"a.component.ts": script, "page.html": page}
    assert sorted(sent(tmp_path, files)) == ["GET /a", "PUT /rows"]
