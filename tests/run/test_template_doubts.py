"""What an Angular template says beside a renamed property: what of it makes the rename unsafe."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import findings, fixed, project

CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

{ "credits": 100, "owner": { "name": "x" } }

- `credits` (NOT `balance`)
"""
SCRIPT = """import { Component, Directive, Input } from '@angular/core';
import { FormBuilder, FormControl, FormGroup } from '@angular/forms';
import { HttpClient } from '@angular/common/http';
interface Owner { name: string }
interface Credits { balance: number; owner: Owner }
interface Other { balance: string }
@Component({ selector: 'app-tip', template: '{{ info.balance }} {{ kind }}' })
export class TipComponent {
  @Input() info: any;
  @Input() kind = '';
  @Input() key = '';
  @Input() typed?: Credits;
  get(row: any) { return this.kind === 'x' ? 1 : row[this.key]; }
}
@Component({ selector: 'app-a', templateUrl: './a.html' })
export class A {
  row?: Credits;
  other?: Other;
  owner?: Owner;
  loose: any;
  form = new FormGroup({ balance: new FormControl('') });
  constructor(private fb: FormBuilder, private http: HttpClient) {
    http.get<Credits>('/v1/credits/').subscribe((row) => (this.row = row));
  }
  MORE
}
"""
RULE = load_rule(builtin_rules() / "legacy_field.py")


def _is_safe(folder: Path, template: str, more: str = "") -> bool:
    """Whether the declaration is renamed by a safe fix."""
    script = SCRIPT.replace("MORE", more)
    files = {"contract.md": CONTRACT, "a.component.ts": script, "a.html": template}
    texts = fixed(project(folder, files), [RULE]).texts
    return b"{ credits: number; owner" in texts.get(folder / "a.component.ts", b"")


@pytest.mark.parametrize(
    "template",
    [
        '<app-tip [info]="other"></app-tip>',
        '<app-tip [info]="row"></app-tip>',
        '<app-tip [info]="owner" kind="balance"></app-tip>',
        '<app-tip [info]="{ balance: 1 }"></app-tip>',
        '<app-tip [info]="other" [typed]="{ balance: 1, owner: owner }"></app-tip>',
        '<app-tip [info]="other" [typed]="fine ? { balance: 1, owner: owner } : row"></app-tip>',
        '<a [info]="other" [routerLink]="x" [state]="{ data: { balance: row } }"></a>'
        '<app-tip [info]="other"></app-tip>',
        '<app-tip [info]="other"></app-tip><input #box (click)="x(box.balance)">'
        '<input (input)="x($any($event).target.balance)">',
    ],
)
def test_what_surely_is_no_such_property(tmp_path: Path, template: str) -> None:
    """Or surely is one, and follows."""
    assert _is_safe(tmp_path, template)


@pytest.mark.parametrize(
    "template",
    [
        "",  # nobody says what the tip's `info` is
        '<app-tip [info]="loose"></app-tip>',
        '<app-tip [info]="other" key="balance"></app-tip>',
        '<app-tip [info]="other"></app-tip><lib-table sort="balance"></lib-table>',
        '<app-tip [info]="other"></app-tip><lib-table (pick)="x($event.balance)"></lib-table>',
    ],
)
def test_what_may_be_one(tmp_path: Path, template: str) -> None:
    assert not _is_safe(tmp_path, template, MAKES)


@pytest.mark.parametrize(
    ("template", "more", "is_safe"),
    [
        ("<p>{{ loose.balance }}</p>", "", True),
        ('<lib-table sort="balance"></lib-table>', "", True),
        ("<p>{{ loose.balance }}</p>", "set() { this.row!.balance = 1; }", False),
        ("<p>{{ loose.balance }}</p>", "set() { this.row!.balance += 1; }", False),
        ('<p [(ngModel)]="row!.balance">{{ loose.balance }}</p>', "", False),
        ('<p [(ngModel)]="loose.balance"></p>', "", False),
        ('<p (click)="loose.balance = 1"></p>', "", False),
        ('<lib-row [row]="{ balance: 1 }"></lib-row>', "", False),
    ],
)
def test_what_only_reads(tmp_path: Path, template: str, more: str, *, is_safe: bool) -> None:
    """Of a value that only requests give, it gets nothing, before and after."""
    tip = '<app-tip [info]="other"></app-tip>'
    assert _is_safe(tmp_path, tip + template, more) is is_safe


def test_what_may_be_another_property_too(tmp_path: Path) -> None:
    """It is reported, and keeps no other place from being renamed, as in a script."""
    template = '<app-tip [info]="other"></app-tip><app-tip [info]="row"></app-tip>'
    assert _is_safe(tmp_path, template, MAKES)
    script = (tmp_path / "a.component.ts").read_bytes()
    places = [
        d.span.start
        for d in findings(project(tmp_path, {"contract.md": CONTRACT}), [RULE]).diagnostics
    ]
    assert script.index(b"balance }} {{ kind") in places


FREE = "free: FormGroup = new FormGroup({ balance: new FormControl(1) });"
FORM = """<app-tip [info]="other"></app-tip>
<form [formGroup]="form" (ngSubmit)="save()"><input formControlName="balance"></form>"""


@pytest.mark.parametrize(
    "more",
    [
        "",
        "save() { this.http.post('/v1/other/', { sent: this.form.value.balance }); }",
        "save() { const { balance } = this.form.value; this.keep(balance); }",
        "open() { this.form.patchValue({ balance: 'x' }); this.form.get('balance')!.disable(); }",
        "open(other: Other) { this.form.patchValue(other); this.form.reset(); }",
        "save() { const value = this.form.value; this.keep(value); } keep(other: Other) {}",
        "open() { this.form.valueChanges.subscribe(value => console.log(value.balance)); }",
        "open() { this.form.valueChanges.pipe(debounceTime(1), switchMap(() => this.load()),"
        " tap(row => (this.row = row))).subscribe(row => (this.row = row)); }",
        "open() { this.keep(this.form); } keep(form: FormGroup) { return form.valid; }",
        "open() { const form = this.form; form.markAsDirty(); return form.get('balance')!.value; }",
    ],
)
def test_a_control_of_a_form_that_meets_no_such_value(tmp_path: Path, more: str) -> None:
    """Its name is a key of the form's own."""
    assert _is_safe(tmp_path, FORM, more)


def test_attributes_that_are_nothing_but_a_name(tmp_path: Path) -> None:
    """They follow the property of the rows that the element is given, and no other."""
    template = """<app-tip [info]="other"></app-tip>
<p-select [options]="[row!]" optionLabel="{}" [optionValue]="'{}'" class="balance"></p-select>
<p-select [options]="[other]" optionLabel="balance"></p-select>
<p-table [value]="[row!]" dataKey='{}' [sort]="'balance'"></p-table>"""
    files = {
        "contract.md": CONTRACT,
        "a.component.ts": SCRIPT.replace("MORE", ""),
        "a.html": template.replace("{}", "balance"),
    }
    texts = fixed(project(tmp_path, files), [RULE]).texts
    assert texts[tmp_path / "a.html"].decode() == template.replace("{}", "credits")


MAKES = "make() { this.row = { balance: 1, owner: this.owner! }; }"


@pytest.mark.parametrize(
    ("more", "is_safe"),
    [
        ("open() { this.form.patchValue(this.row!); }", True),
        ("open() { this.form.patchValue({ ...this.row! }); }", True),
        ("open() { this.form.patchValue(this.row!); }" + MAKES, False),
        ("open() { this.form.patchValue({ ...this.row! }); }" + MAKES, False),
    ],
)
def test_a_control_of_a_form_that_is_filled(tmp_path: Path, more: str, *, is_safe: bool) -> None:
    """With rows that requests give, which have the new name: it gets nothing of them anyway."""
    assert _is_safe(tmp_path, FORM, more) is is_safe


@pytest.mark.parametrize(
    "more",
    [
        "save() { this.keep(this.form.value as Credits); }",
        "save() { this.keep(this.form.value); } keep(row: Partial<Credits>) {}",
        "save() { this.row = { ...this.row!, ...this.form.value }; }",
        "save() { this.http.post('/v1/other/', this.form.value); }",
        "open() { this.form.valueChanges.subscribe(value => this.http.post('/v1/x/', value)); }",
        "open() { return this.form; }",
        "open() { const form = this.form; this.row = form.value as Credits; }",
        "open() { const { value } = this.form; this.row = value as Credits; }",
        "make(make: any) { this.form = make(); }",
        "open() { this.keep(this.form); } keep(form: any) { this.row = form.value as Credits; }",
    ],
)
def test_a_control_of_a_form_that_may_meet_one(tmp_path: Path, more: str) -> None:
    assert not _is_safe(tmp_path, FORM, more)


def test_a_key_of_a_form_that_a_template_reads(tmp_path: Path) -> None:
    reads = """<p *ngIf="form.controls['balance']?.errors">{{ form.value.balance }}</p>"""
    untyped = "open() { this.keep(this.loose); } keep(row: any) {}"
    assert _is_safe(tmp_path, FORM + reads.replace("form.", "free."), FREE + untyped)
    (tmp_path / "a.component.ts").unlink()
    more = FREE + "open() { this.free.patchValue(this.row!); }" + MAKES
    assert not _is_safe(tmp_path, FORM + reads.replace("form.", "free."), more)


def test_a_group_inside_of_a_form_is_not_followed(tmp_path: Path) -> None:
    inner = """<app-tip [info]="other"></app-tip>
<form [formGroup]="form"><p formGroupName="x"><input formControlName="balance"></p></form>"""
    assert not _is_safe(tmp_path, inner)


def test_a_template_that_only_a_comment_names_is_not_shown(tmp_path: Path) -> None:
    script = "// @Component({ templateUrl: './b.html' })\n" + SCRIPT.replace("MORE", "")
    files = {
        "contract.md": CONTRACT,
        "a.component.ts": script,
        "a.html": '<app-tip [info]="other"></app-tip>',
        "b.html": "{{ row.balance }}",
    }
    assert (
        b"{ credits: number"
        in fixed(project(tmp_path, files), [RULE]).texts[tmp_path / "a.component.ts"]
    )


def test_a_form_of_another_type(tmp_path: Path) -> None:
    """What a form surely meets says nothing of another property of that name."""
    contract = CONTRACT.replace('"owner": { "name": "x" }', '"owner": { "total": 1 }')
    more = "open() { this.form.patchValue(this.owner!); } set() { this.owner!.balance = 1; }"
    script = SCRIPT.replace("MORE", more).replace("{ name: string }", "{ balance: number }")
    files = {
        "contract.md": contract + "- `total` (NOT `balance`)\n",
        "a.component.ts": script,
        "a.html": FORM,
    }
    text = fixed(project(tmp_path, files), [RULE]).texts[tmp_path / "a.component.ts"].decode()
    assert "interface Credits { credits: number" in text
    assert "interface Owner { balance: number }" in text


@pytest.mark.parametrize(
    "more",
    [
        "save() { this.keep(this.form.value); } keep(row: Partial<typeof this.form.value>) {"
        " return row.balance; }",
        "open() { this.form.valueChanges.pipe(withLatestFrom(of(1))).subscribe(([value, one]) =>"
        " this.keep(value)); } keep(row: Partial<typeof this.form.value>) { return row.balance; }",
        "save() { this.keep(Object.assign({}, this.form.value)); } keep(row: Other) {}",
        "open() { this.form.events.pipe(debounceTime(1)).subscribe(() => this.keep()); } keep() {}",
        "open() { this.form.events.pipe(filter((event) => event instanceof Touched))"
        ".subscribe((event) => console.log(event.touched)); }",
        "open() { const row: typeof this.form.value = { balance: 'x' };"
        " row.balance = 'y'; this.form.patchValue(row); }",
    ],
)
def test_a_form_s_value_that_goes_on_as_such(tmp_path: Path, more: str) -> None:
    assert _is_safe(tmp_path, FORM, more)


@pytest.mark.parametrize(
    "more",
    [
        "save() { this.keep(this.form.value); } keep(row: typeof this.form.value) {"
        " this.row = row as Credits; }",
        "open() { this.form.valueChanges.pipe(withLatestFrom(of(1))).subscribe(([value, one]) =>"
        " (this.row = value)); }",
        "save() { Object.assign(this.row!, this.form.value); }",
        "open() { this.form.events.subscribe((event) => (this.row = event.source.value)); }",
        "open() { this.form.events.subscribe((event) => (this.row = event.value)); }",
        "open() { this.form.events.subscribe((event) => this.on(event)); }"
        " on(event: any) { this.row = event.source.value; }",
        "open() { this.form.events.subscribe(this.on); }"
        " on = (event: any) => { this.row = event.source.value; };",
        "changed = toSignal(this.form.events); on() { this.row = this.changed().source.value; }",
    ],
)
def test_a_form_s_value_that_becomes_such_a_row(tmp_path: Path, more: str) -> None:
    assert not _is_safe(tmp_path, FORM, more)


@pytest.mark.parametrize("of", ["", "$ | async"])
def test_rows_that_a_scroll_viewport_takes_from_an_observable(tmp_path: Path, of: str) -> None:
    template = """<app-tip [info]="other"></app-tip>
<p *cdkVirtualFor="let each of others$OF">{{ each.balance }}</p>"""
    more = "others$: Observable<Other[]> = of([]); " + MAKES
    files = {"contract.md": CONTRACT, "a.html": template.replace("$OF", of or "$")}
    files["a.component.ts"] = SCRIPT.replace("MORE", more).replace(
        "interface Owner", "import { Observable, of } from 'rxjs';\ninterface Owner"
    )
    text = fixed(project(tmp_path, files), [RULE]).texts[tmp_path / "a.component.ts"]
    assert b"{ credits: number; owner" in text


@pytest.mark.parametrize(
    ("template", "is_safe"),
    [
        ("<p>{{ loose.balance }} {{ loose.title | uppercase }}</p>", True),
        ("<p (click)=\"show(loose['balance'], loose.title)\"></p>", True),
        ("<p>{{ loose.balance.total }}</p>", True),
        ('<p *ngFor="let r of loose">{{ r.balance }}<b *ngIf="fine">{{ r.title }}</b></p>', True),
        ("@if (loose.title) {<p>{{ loose.balance }}</p>}", True),
        ("@for (x of loose.items; track x) {<p>{{ loose.balance }}</p>}", True),
        ('<p *ngIf="loose">{{ loose.balance }}</p><p *ngIf="loose">{{ loose.title }}</p>', True),
        (
            '<table mat-table [dataSource]="loose"><p matColumnDef="a">'
            '<td *matCellDef="let a">{{ a.balance }}</td></p><p matColumnDef="b">'
            '<td *matCellDef="let b">{{ b.title }}</td></p></table>',
            True,
        ),
        (
            '<table mat-table [dataSource]="loose">'
            '<td *matCellDef="let a">{{ a.balance }}</td></table><table mat-table [dataSource]="x">'
            '<td *matCellDef="let a">{{ a.title }}</td></table>',
            False,
        ),
        ("<p>{{ loose.balance }} {{ loose.owner.name }}</p>", False),
        ("<p>{{ loose.balance.toFixed(2) }}</p>", False),
        ("<p>{{ loose.balance }} {{ loose.credits }}</p>", False),
        ('<p *ngFor="let r of loose">{{ r.balance }}</p>{{ loose.title }}', False),
        ("<p>{{ loose.balance }}</p><p *ngIf=\"loose.kind === 'x'\">{{ loose.title }}</p>", False),
        ('<p [class.x]="loose.isOpen" [hidden]="!loose.isOpen">{{ loose.balance }}</p>', False),
        ("<p>{{ loose.isOpen ? 1 : 2 }} {{ loose.balance }}</p>", False),
        ("@if (loose.isOpen) {<p>{{ loose.x }}</p>} @else {<p>{{ loose.balance }}</p>}", False),
        ("@if (fine) {{{ loose.balance }}} @if (loose) {{{ loose.title }}}", True),
        ("@if (kind === 1) {{{ loose.balance }}} @if (kind === 2) {{{ loose.title }}}", False),
        (
            '<p *ngIf="kind === 1">{{ loose.balance }}</p>'
            '<p *ngIf="kind === 2">{{ loose.title }}</p>',
            False,
        ),
        ('<input [readonly]="loose.isOpen">{{ loose.balance }}', False),
        ('<p [class]="loose.kind">{{ loose.balance }}</p>', False),
        ('<input type="checkbox" [(ngModel)]="loose.isOpen">{{ loose.balance }}', False),
        ('<p (click)="loose.isOpen = !loose.isOpen">{{ loose.balance }}</p>', False),
        ('<p (click)="loose.count = 1">{{ loose.balance }} {{ loose.count }}</p>', False),
        ('<p (click)="loose.count++">{{ loose.balance }} {{ loose.count }}</p>', False),
        ('<p (click)="show(loose.title)">{{ loose.balance }}</p>', False),
        ('<p (click)="show(loose.balance)">{{ loose.title }}</p>', True),
        ("@let title = loose.title; <p>{{ loose.balance }}</p>", False),
    ],
)
def test_what_is_shown_with_what_no_such_row_has(
    tmp_path: Path, template: str, *, is_safe: bool
) -> None:
    """Wherever it is shown at all: it is none of these rows, then."""
    tip = '<app-tip [info]="other"></app-tip>'
    assert _is_safe(tmp_path, tip + template, MAKES) is is_safe


@pytest.mark.parametrize(
    "more",
    [
        "add() { this.loose.forEach((row: any) => (row.title = 'x')); }",
        "add() { this.loose = this.keep().map((row: any) => ({ ...row, title: 'x' })); }",
        "add() { this.loose = this.keep().map((row: any) => ({ title: 'x', ...row })); }",
        "add(row: any) { Object.assign(row, { title: 'x' }); }",
        "add(row: any) { row.title ??= 'x'; }",
        "add(row: Credits & { title: string }) {}",
        "add(row: Credits\n  & { title: string }) {}",
        "} interface Titled extends Credits { title: string } class B {",
        "} type Titled<T> = T & { title: string }; class B { row?: Titled<Credits>;",
        "} type Titled<T> = { title: string } & T; class B { rows?: Titled<Readonly<Credits>>[];",
        "} type With<T> = T & { title: string }; type Titled<T> = Readonly<With<T>>;"
        " class B { row?: Titled<Credits>;",
    ],
)
def test_what_the_program_adds_to_such_rows(tmp_path: Path, more: str) -> None:
    template = '<app-tip [info]="other"></app-tip><p>{{ loose.balance }} {{ loose.title }}</p>'
    assert _is_safe(tmp_path, template, MAKES)
    (tmp_path / "a.component.ts").unlink()
    assert not _is_safe(tmp_path, template, MAKES + more)


def test_a_generic_type_that_only_holds_such_rows_adds_nothing(tmp_path: Path) -> None:
    template = '<app-tip [info]="other"></app-tip><p>{{ loose.balance }} {{ loose.title }}</p>'
    more = "} type Titled<T> = { title: string; row: T }; class B { row?: Titled<Credits>;"
    assert _is_safe(tmp_path, template, MAKES + more)


def test_an_input_of_a_component_that_an_outlet_makes(tmp_path: Path) -> None:
    template = """<app-tip [info]="other"></app-tip>
<ng-container *ngComponentOutlet="tip" /><ng-container [ngComponentOutlet]="tip"
  [ngComponentOutletInputs]="{ balance: 1 }" />"""
    assert _is_safe(tmp_path, template, MAKES)
