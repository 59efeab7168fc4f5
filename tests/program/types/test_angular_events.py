"""Angular: what events hand to a template, and forms made of a signal."""

from __future__ import annotations

from pathlib import Path

from tests.program.types.marks import agree

SCRIPT = """
import { Component, EventEmitter, Output, signal } from '@angular/core';
import { disabled, form, required } from '@angular/forms/signals';
export interface Row { /*a*/old: string; value: number; nested: { /*b*/old: string }; parts: Row[] }
@Component({ selector: 'app-card', templateUrl: './card.component.html' })
export class CardComponent {
  rows: Row[] = [];
  row!: Row;
  chosen = signal<Row>(this.row);
  form = form(this.chosen, (path) => {
    required(path./*a*/old);
    disabled(path.nested./*b*/old);
  });
  pick(row: any) {}
  text() { return this.form./*a*/old().value().length + this.form().value()./*a*/old; }
}
@Component({ selector: 'app-box', template: '' })
export class BoxComponent {
  @Output() change = new EventEmitter<Row>();
  // An input of a form, of which a word in the class says nothing.
}
"""


def _agree(folder: Path, template: str) -> None:
    agree(folder, {"card.component.ts": SCRIPT, "card.component.html": template})


def test_what_is_picked_of_a_librarys_element(tmp_path: Path) -> None:
    _agree(
        tmp_path,
        """
<mat-select (selectionChange)="pick($event.value./*a*/old)">
  <mat-option *ngFor="let row of rows" [value]="row">{{ row./*a*/old }}</mat-option>
</mat-select>
<mat-select multiple (selectionChange)="pick($event.value[0]./*a*/old)">
  <mat-option *ngFor="let row of rows" [value]="row"></mat-option>
</mat-select>
<mat-autocomplete (optionSelected)="pick($event.option.value./*a*/old)">
  @for (row of rows; track row) { <mat-option [value]="row"></mat-option> }
</mat-autocomplete>
<mat-select (selectionChange)="pick($event.value./*?*/old)"><app-options></app-options></mat-select>
""",
    )


def test_what_is_bound_both_ways_is_handed_back(tmp_path: Path) -> None:
    _agree(
        tmp_path,
        """
<lib-pick [(ngModel)]="row" (ngModelChange)="pick($event./*a*/old)"></lib-pick>
<lib-pick [chosen]="chosen" (chosenChange)="pick($event./*a*/old)"></lib-pick>
<lib-pick (chosenChange)="pick($event./*?*/old)"></lib-pick>
<app-box (change)="pick($event./*a*/old)"></app-box>
""",
    )


def test_a_form_made_of_a_signal(tmp_path: Path) -> None:
    _agree(
        tmp_path,
        """
<input [formField]="form./*a*/old" [class.bad]="form./*a*/old().invalid()">
<input [formField]="form.nested./*b*/old">
@for (part of form.parts; track part) { <input [formField]="part./*a*/old"> }
""",
    )
