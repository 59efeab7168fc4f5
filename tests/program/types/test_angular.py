"""Angular: the names of a template, in a file of its own and in the component."""

from __future__ import annotations

from pathlib import Path

from tests.program.types.marks import agree

ROW = """
import { Observable } from 'rxjs';
export interface Row { /*a*/old: string; list: Row[]; named: Record<string, Row>; next?: Row }
export interface Other { /*b*/old: string }
export abstract class Rows {
  abstract load(): Observable<Row[]>;
}
"""
SCRIPT = """
import { Component, signal, input } from '@angular/core';
import { MatTableDataSource } from '@angular/material/table';
import { Observable } from 'rxjs';
import { Other, Row, Rows } from './row';
class Base { other!: Other; }
@Component({ selector: 'app-card', templateUrl: './card.component.html' })
export class CardComponent extends Base {
  row: Row | null = null;
  rows: Row[] = [];
  rows$ = this.source.load();
  chosen = signal<Row | undefined>(undefined);
  given = input.required<Row>();
  anything: any;
  table = new MatTableDataSource<Row>();
  constructor(private source: Rows) { super(); }
  pick(row: Row) { return row./*a*/old; }
  trackBy(index: number, row: Row) { return row./*a*/old; }
}
"""


PIPES = """
import { Pipe } from '@angular/core';
import { Other, Row } from './row';
@Pipe({ name: 'own' })
export class OwnPipe { transform<T>(values: T[], by: string): T[] { return values; } }
@Pipe({ name: 'named' })
export class NamedPipe { transform(row: Row): Other { return { /*b*/old: row./*a*/old }; } }
"""


def _agree(folder: Path, template: str) -> None:
    files = {"row.ts": ROW, "card.component.ts": SCRIPT, "pipes.ts": PIPES}
    agree(folder, {**files, "card.component.html": template})


def test_interpolations_and_bindings(tmp_path: Path) -> None:
    _agree(
        tmp_path,
        """
<p [title]="row!./*a*/old" (click)="pick(row); row./*a*/old = other./*b*/old"
  [(ngModel)]="row./*a*/old">
  {{ row?./*a*/old }} {{ other./*b*/old }} {{ this.row./*a*/old }} {{ anything./*?*/old }}
  {{ missing./*?*/old }} {{ pick(rows[0])./*?*/old }}
</p>
<app-other (x)="delete.emit({ id: row./*a*/old, of: other./*b*/old }); delete(row./*a*/old)" />
<p-menu [model]="rows"><ng-template #item let-one>{{ one./*a*/old }}</ng-template></p-menu>
<img alt="{{ row./*a*/old }} of {{ other./*b*/old }}" bind-title="row./*a*/old"
  on-load="pick(row./*a*/old)" />
<b [class.w-1/2]="rows.length > 1 && rows[0]./*a*/old">
  {{ chosen()?./*a*/old }} {{ given()./*a*/old }}</b>
""",
    )


def test_structural_directives(tmp_path: Path) -> None:
    _agree(
        tmp_path,
        """
<p *ngIf="rows$ | async as loaded; else none">{{ loaded[0]./*a*/old }} {{ row./*a*/old }}</p>
<ng-template #none let-row>{{ row./*?*/old }} {{ none./*?*/old }}</ng-template>
<li *ngFor="let item of rows; let i = index; trackBy: trackBy" [id]="item./*a*/old + i">
  {{ item./*a*/old }} {{ i./*?*/old }}
  <b *ngFor="let item of item.list; last as isLast">{{ item./*a*/old }} {{ isLast }}</b>
</li>
<li *ngFor="let item of rows$ | async">{{ item./*a*/old }}</li>
{{ item./*?*/old }}
<i *appShared="let other of rows; let index">{{ other./*a*/old }} {{ index./*?*/old }}</i>
<u #row>{{ row./*?*/old }}</u>
""".replace("{{ row./*a*/old }}</p>", "</p>"),
    )


def test_blocks(tmp_path: Path) -> None:
    _agree(
        tmp_path,
        """
@if (row && rows.length < 2; as shown) { <p>{{ row./*a*/old }}</p> }
@else if (rows$ | async; as loaded) { {{ loaded[0]./*a*/old }} }
@else { <p>{{ loaded./*?*/old }}</p> }
@for (item of rows; track item./*a*/old; let i = $index) {
  <p>{{ item./*a*/old }}</p>
  @for (item of item.list; track $index) { {{ item./*a*/old }} }
} @empty { {{ item./*?*/old }} }
@switch (row?./*a*/old) { @case (other./*b*/old) { <b>x</b> } @default { {{ row./*a*/old }} } }
@let first = rows[0];
{{ first./*a*/old }}
@defer (when row./*a*/old) { {{ row./*a*/old }} }
@placeholder (minimum 5ms) { {{ other./*b*/old }} }
{row./*a*/old, plural, =1 {one {{ other./*b*/old }}} other {{{row./*a*/old}} more}}
""",
    )


def test_pipes(tmp_path: Path) -> None:
    _agree(
        tmp_path,
        """
{{ (rows$ | async)?.[0]?./*a*/old | date: 'short' : other./*b*/old }}
{{ (rows | slice: 0 : (row ? 1 : 2))[0]./*a*/old }} {{ row ? row./*a*/old : other./*b*/old | json }}
@for (pair of row.named | keyvalue; track pair.key) { {{ pair.value./*a*/old }} }
{{ { a: row./*a*/old | json, b: other./*b*/old } | json }} {{ (rows | unknown)[0]./*?*/old }}
{{ (rows | own: 'x')[0]./*a*/old }} {{ (row | named)./*b*/old }}
""",
    )


def test_what_a_template_is_handed(tmp_path: Path) -> None:
    _agree(
        tmp_path,
        """
<ng-container *ngTemplateOutlet="shown; context: { $implicit: row, by: other }"></ng-container>
<ng-container [ngTemplateOutlet]="shown"
  [ngTemplateOutletContext]="{ $implicit: rows[0], by: other }">
</ng-container>
<ng-template #shown let-row let-other="by">{{ row./*a*/old }} {{ other./*b*/old }}</ng-template>
<ng-container *ngTemplateOutlet="also; context: { $implicit: row }"></ng-container>
<app-list [template]="also"><ng-template #also let-row>{{ row./*?*/old }}</ng-template></app-list>
<table mat-table [dataSource]="table">
  <td *matCellDef="let row; let i = index">{{ row./*a*/old }}</td>
</table>
<table mat-table [dataSource]="rows$">
  <tr *matRowDef="let row; columns: ['old']">{{ row./*a*/old }}</tr>
</table>
<ng-select [items]="rows">
  <ng-template ng-option-tmp let-item="item" let-x>{{ item./*a*/old }}
    {{ x./*?*/old }}</ng-template>
</ng-select>
<td *matCellDef="let row">{{ row./*?*/old }}</td>
<ng-template ngFor let-row [ngForOf]="rows">{{ row./*a*/old }}</ng-template>
""",
    )


def test_templates_in_the_component(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "row.ts": ROW,
            "card.component.ts": """
import { Component } from '@angular/core';
import type { Row, Other } from './row';
@Component({
  selector: 'app-card',
  host: { '[title]': 'row./*a*/old', '(click)': 'pick(row./*a*/old)', class: 'row' },
  template: `<p *ngFor="let row of rows">{{ row./*a*/old }}</p>
    <b>{{ row./*a*/old }} {{ other./*b*/old }}</b>`,
})
export class CardComponent {
  row!: Row;
  rows: Row[] = [];
  other!: Other;
  pick(x: string) { return [x, this.row./*a*/old]; }
}
@Component({ selector: 'app-other', template: '<b>{{ row./*b*/old }}</b>' })
class OtherComponent {
  row!: Other;
}
""",
        },
    )


def test_a_template_of_two_components(tmp_path: Path) -> None:
    agree(
        tmp_path,
        {
            "row.ts": ROW,
            "a.ts": """
import { Component } from '@angular/core';
import { Row } from './row';
@Component({ templateUrl: './shared.html' })
export class A { row!: Row; rows!: Row[]; }
@Component({ templateUrl: './shared.html' })
export class B { row!: Row; rows!: unknown[]; }
""",
            "shared.html": "{{ row./*a*/old }} {{ rows[0]./*?*/old }}",
        },
    )
