"""A form that one component makes and another shows: its controls may be a type's all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import fixed, project

RULE = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

{ "credits": 100, "plan": "a" }

- `credits` (NOT `balance`)
"""
SERVICE = """import { HttpClient } from '@angular/common/http';
import { Injectable } from '@angular/core';
export interface Credits { balance: number; plan: string }
export interface Other { balance: string }
@Injectable()
export class CreditsService {
  row: Credits = { balance: 0, plan: '' };
  other: Other = { balance: '' };
  constructor(private http: HttpClient) {
    this.http.get<Credits>('/v1/credits/').subscribe((row) => (this.row = row));
  }
  MORE
}
"""
SHOWING = """import { Component, Input, Inject, inject, input } from '@angular/core';
import { ControlContainer, FormGroup } from '@angular/forms';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
@Component({
  selector: 'app-fields',
  template: '<p [formGroup]="NAME"><input formControlName="balance" /></p>',
})
export class FieldsComponent {
  BODY
}
"""
MAKING = """import { Component } from '@angular/core';
import { FormControl, FormGroup } from '@angular/forms';
import { Credits, CreditsService, Other } from './credits.service';
import { FieldsComponent } from './fields.component';
@Component({ selector: 'app-page', template: `<app-fields [form]="form" />TEMPLATE` })
export class PageComponent {
  form = new FormGroup({ balance: new FormControl(0) });
  constructor(private service: CreditsService, private dialog: MatDialog) {}
  BODY
}
"""


def _is_safe(folder: Path, showing: str, making: str) -> bool:
    files = {
        "contract.md": CONTRACT,
        "credits.service.ts": SERVICE.replace("MORE", ""),
        "fields.component.ts": showing,
        "page.component.ts": making,
    }
    texts = fixed(project(folder, files), [RULE]).texts
    return b"Credits { credits: number" in texts.get(folder / "credits.service.ts", b"")


def _showing(body: str, name: str = "form") -> str:
    return SHOWING.replace("NAME", name).replace("BODY", body)


def _making(body: str, template: str = "") -> str:
    return MAKING.replace("TEMPLATE", template).replace("BODY", body)


GIVEN = [
    ("@Input() form!: FormGroup;", "form"),
    ("form = input.required<FormGroup>();", "form()"),
    ("readonly group = input.required<FormGroup>({ alias: 'form' });", "group()"),
    ("@Input({ required: true, alias: 'form' }) group!: FormGroup;", "this.group"),
]


@pytest.mark.parametrize(("body", "name"), GIVEN)
def test_a_form_whose_maker_takes_its_value_for_such_a_row(
    tmp_path: Path, body: str, name: str
) -> None:
    keeps = _making("save() { this.service.row = this.form.value as Credits; }")
    assert not _is_safe(tmp_path, _showing(body, name), keeps)


@pytest.mark.parametrize(("body", "name"), GIVEN)
def test_a_form_whose_maker_takes_its_value_for_another(
    tmp_path: Path, body: str, name: str
) -> None:
    keeps = _making("save() { this.service.other = this.form.value as Other; }")
    assert _is_safe(tmp_path, _showing(body, name), keeps)


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("@Input() form!: FormGroup;", "this.form.value"),
        ("form = input.required<FormGroup>();", "this.form().getRawValue()"),
    ],
)
@pytest.mark.parametrize("taken", ["Credits", "any"])
def test_one_that_is_handed_it_and_keeps_its_value(
    tmp_path: Path, body: str, value: str, taken: str
) -> None:
    """Which types it may be taken for, the files say that the one names who keeps it."""
    keeps = f"{body} service = inject(CreditsService); save() {{ this.service.keep({value}); }}"
    showing = "import { CreditsService } from './credits.service';\n" + _showing(keeps)
    making = _making("", "<p [formGroup]='form'><input formControlName='balance'></p>")
    files = {
        "contract.md": CONTRACT,
        "credits.service.ts": SERVICE.replace("MORE", f"keep(row: {taken}) {{ this.row = row; }}"),
        "fields.component.ts": showing.replace('<input formControlName="balance" />', ""),
        "page.component.ts": making.replace(
            "import { Credits, CreditsService, Other } from './credits.service';", ""
        ).replace("private service: CreditsService, ", ""),
    }
    texts = fixed(project(tmp_path, files), [RULE]).texts
    assert b"Credits { credits" not in texts.get(tmp_path / "credits.service.ts", b"")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("@Input() set form(form: FormGroup) { this.group = form; } group!: FormGroup;", "group"),
        ("group = inject(ControlContainer).control as FormGroup;", "group"),
        ("constructor(@Inject(MAT_DIALOG_DATA) public data: any) {}", "data.form"),
        ("@Input() page!: { form: FormGroup };", "page.form"),
    ],
)
def test_a_form_from_nobody_knows_where(tmp_path: Path, body: str, name: str) -> None:
    keeps = _making("save() { this.service.row = this.form.value as Credits; }")
    assert not _is_safe(tmp_path, _showing(body, name), keeps)


FIELD = """import { Component, Input, input } from '@angular/core';
import { FormGroup } from '@angular/forms';
@Component({ selector: 'app-fields', template: `TEMPLATE` })
export class FieldsComponent {
  BODY
  texts: Record<string, string> = {};
  loose: any = JSON.parse('{}');
  title(key: string) { return this.texts[key] ?? key.toLowerCase(); }
  of(row: any, key: string) { return row[key]; }
}
"""
GROUP = "@Input() form!: FormGroup; @Input() name = '';"


@pytest.mark.parametrize(
    ("template", "body"),
    [
        ('<p [formGroup]="form"><input [formControlName]="name" /></p>', GROUP),
        ("<p>{{ form.get(name)?.value }}</p>", GROUP),
        ("<p>{{ form.controls[name].value }}</p>", GROUP),
        ("", GROUP + "get control() { return this.form.get(this.name); }"),
        (
            '<p [formGroup]="form()"><input [formControlName]="name()" /></p>',
            "form = input.required<FormGroup>(); name = input('');",
        ),
    ],
)
def test_a_control_that_a_text_names_for_the_one_who_shows_it(
    tmp_path: Path, template: str, body: str
) -> None:
    field = FIELD.replace("TEMPLATE", template).replace("BODY", body)
    making = MAKING.replace('[form]="form"', """[form]="form" [name]="'balance'\"""")
    making = making.replace("TEMPLATE", "")
    own = making.replace("BODY", "save() { this.service.other = this.form.value as Other; }")
    assert _is_safe(tmp_path, field, own)
    rows = making.replace("BODY", "save() { this.service.row = this.form.value as Credits; }")
    (tmp_path / "credits.service.ts").unlink()
    assert not _is_safe(tmp_path, field, rows)


@pytest.mark.parametrize(
    ("template", "is_safe"),
    [
        ("<p>{{ title(name) | uppercase }}</p>", True),
        ("<p>{{ title(name).length }}</p>", True),
        ("<p>{{ of(form, name) }}</p>", False),
        ("<p>{{ loose[title(name)] }}</p>", False),
    ],
)
def test_a_text_that_a_method_is_given(tmp_path: Path, template: str, *, is_safe: bool) -> None:
    field = FIELD.replace("TEMPLATE", template).replace("BODY", GROUP.replace("FormGroup", "any"))
    making = MAKING.replace('[form]="form"', '[form]="0" name="balance"').replace("TEMPLATE", "")
    making = making.replace("form = new FormGroup({ balance: new FormControl(0) });", "")
    assert _is_safe(tmp_path, field, making.replace("BODY", "")) is is_safe
