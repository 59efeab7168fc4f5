"""Texts and values of Angular templates that may mean a renamed property: what is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.run.test_template_doubts import CONTRACT, MAKES, RULE, SCRIPT, _is_safe
from tests.tools import findings, fixed, project


def test_what_such_rows_once_had(tmp_path: Path) -> None:
    """A template that reads two of the old names reads them of one such row."""
    template = '<app-tip [info]="other"></app-tip><p>{{ loose.balance }} {{ loose.title }}</p>'
    assert _is_safe(tmp_path, template, MAKES)
    (tmp_path / "a.component.ts").unlink()
    contract = CONTRACT.replace("100,", '100, "heading": "x",') + "- `heading` (NOT `title`)\n"
    script = SCRIPT.replace("MORE", MAKES)
    files = {"contract.md": contract, "a.component.ts": script, "a.html": template}
    texts = fixed(project(tmp_path, files), [RULE]).texts
    assert b"{ credits: number; owner" not in texts.get(tmp_path / "a.component.ts", b"")


def test_a_type_that_is_extended_by_another_name(tmp_path: Path) -> None:
    template = '<app-tip [info]="other"></app-tip><p>{{ loose.balance }} {{ loose.title }}</p>'
    script = SCRIPT.replace("MORE", MAKES).replace("interface Credits", "export interface Credits")
    more = "import { Credits as Base } from './a.component';\ninterface Titled extends Base {}\n"
    files = {"contract.md": CONTRACT, "a.component.ts": script, "a.html": template, "b.ts": more}
    texts = fixed(project(tmp_path, files), [RULE]).texts
    assert b"{ credits: number; owner" not in texts.get(tmp_path / "a.component.ts", b"")


@pytest.mark.parametrize(
    "more",
    [
        "@ContentChild(TipComponent) filled: any;",
        "@ViewChild('tip') filled: any;",
        "filled: any; @Input() set info(value: any) { this.filled = value; }",
        "filled: any; @ContentChild('tip') set tip(value: any) { this.filled = value; }",
        "filled: any; @HostListener('pick', ['$event']) pick(event: any) { this.filled = event; }",
    ],
)
def test_what_angular_fills_may_be_such_a_row(tmp_path: Path, more: str) -> None:
    template = '<app-tip [info]="other"></app-tip><p>{{ filled.balance }}</p>'
    assert not _is_safe(tmp_path, template, MAKES + more)


CELL = """}
@Component({ selector: 'app-cell', template: `CELL{{ label }}` })
export class CellComponent { @Input() label = ''; @Input() data: any; MORE"""


@pytest.mark.parametrize(
    ("cell", "more", "is_safe"),
    [
        ('<app-cell [label]="label"></app-cell><app-cell [label]="label"></app-cell>', "", True),
        ("", "get() { return `about ${this.label}`; }", True),
        ("", "get() { return this.data[`${this.label}`]; }", False),
        (
            "",
            "get(all: any[]) { return this.at(...all, this.label); }"
            " at(name: string, more: string) { return this.data[name]; }",
            False,
        ),
    ],
)
def test_a_text_that_a_component_is_given(
    tmp_path: Path, cell: str, more: str, *, is_safe: bool
) -> None:
    """It may be shown in its own template: that is looked at once."""
    shown = """<app-tip [info]="other"></app-tip><app-cell [label]="'balance'"></app-cell>"""
    more = MAKES + CELL.replace("CELL{", f"{cell}{{").replace("MORE", more)
    assert _is_safe(tmp_path, shown, more) is is_safe
    opening = project(tmp_path, {"contract.md": CONTRACT})
    assert not findings(opening, [RULE]).failures


MODELS = "export interface Credits { balance: number }\n"
STATE = """import { HttpClient } from '@angular/common/http';
import { Credits } from './models';
export class State {
  rows: Credits[] = [{ balance: 1 }];
  constructor(http: HttpClient) {
    http.get<Credits>('/v1/credits/').subscribe((row) => (this.rows = [row]));
  }
}
"""
SELECTORS = """import { State } from './state';
export class Selectors { constructor(private state: State) {} all() { return this.state.rows; } }
"""
FACADE = """import { Selectors } from './selectors';
export class Facade { constructor(private from: Selectors) {} rows() { return this.from.all(); } }
"""
SHOWING = """import { Component } from '@angular/core';
import { Facade } from './facade';
@Component({ selector: 'app-a', templateUrl: './a.html' })
export class A { constructor(public facade: Facade) {} }
"""


@pytest.mark.parametrize(
    ("script", "is_safe"),
    [
        (SHOWING, False),
        (SHOWING.replace("import { Facade } from './facade';\n", "class Facade {}\n"), True),
    ],
)
def test_a_text_for_rows_that_come_from_afar(tmp_path: Path, script: str, *, is_safe: bool) -> None:
    """Which type they are of is said by a file that others import for the class."""
    files = {"contract.md": CONTRACT, "models.ts": MODELS, "state.ts": STATE}
    files |= {"selectors.ts": SELECTORS, "facade.ts": FACADE, "a.component.ts": script}
    files["a.html"] = '<lib-table [rows]="facade.rows()" sort="balance"></lib-table>'
    texts = fixed(project(tmp_path, files), [RULE]).texts
    assert (tmp_path / "models.ts" in texts) is is_safe
