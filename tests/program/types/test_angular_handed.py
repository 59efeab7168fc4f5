"""Angular: what a template is handed by others, and what untyped fields of components hold."""

from __future__ import annotations

from pathlib import Path

from tests.program.types.marks import agree

ROW = """
export interface Row { /*a*/old: string; list: Row[]; }
export interface Other { /*b*/old: string }
"""
HEAD = """
import { Component, ContentChild, EventEmitter, Input, Output, Pipe } from '@angular/core';
import { TemplateRef, contentChild, input, output } from '@angular/core';
import { Other, Row } from './row';
"""
LIST = """
@Component({ selector: 'app-list', template: `
  <li *ngFor="let item of shown">
    <ng-container [ngTemplateOutlet]="itemTemplate"
      [ngTemplateOutletContext]="{ $implicit: item, idx: 1, all: items }"></ng-container>
    <ng-container *ngIf="itemTemplate"></ng-container>
  </li>` })
export class ListComponent {
  @Input() items: any[] = [];
  @Input() itemTemplate!: TemplateRef<any>;
  @ContentChild('entry') entry!: TemplateRef<any>;
  shown: Array<any> = [];
  ngOnInit() { this.shown = this.items.slice(0, 3); }
}
"""
PAGE = """
@Component({ selector: 'app-page', templateUrl: './page.component.html' })
export class PageComponent { rows: Row[] = []; others: Other[] = []; anything: any; row?: Row; }
"""


def _agree(folder: Path, template: str, script: str = LIST, page: str = PAGE) -> None:
    files = {"row.ts": ROW, "list.component.ts": HEAD + script, "page.component.ts": HEAD + page}
    agree(folder, {**files, "page.component.html": template})


def test_a_template_in_an_input(tmp_path: Path) -> None:
    """Each element is asked apart: the list says nothing, its two users do."""
    _agree(
        tmp_path,
        """
<app-list [items]="rows" [itemTemplate]="one"></app-list>
<app-list [items]="others" [itemTemplate]="two"></app-list>
<app-list [items]="anything" [itemTemplate]="three"></app-list>
<ng-template #one let-item let-all="all">
  {{ item./*a*/old }} {{ all[0]./*a*/old }}
</ng-template>
<ng-template #two let-item>{{ item./*b*/old }}</ng-template>
<ng-template #three let-item>{{ item./*?*/old }}</ng-template>
""",
    )


CARD = """
@Component({ selector: 'app-card', template: `
  @for (item of rows(); track item) {
    <ng-container *ngTemplateOutlet="entry(); context: { $implicit: item, all: rows() }" />
  }
  <app-list [items]="rows()" [itemTemplate]="entry()"></app-list>` })
export class CardComponent {
  rows = input<any[]>([]);
  entry = contentChild('entry', { read: TemplateRef });
}
"""


def test_a_template_in_the_content(tmp_path: Path) -> None:
    """By a query for its reference; handed on once more from there."""
    _agree(
        tmp_path,
        """
<app-card [rows]="rows"><ng-template #entry let-item>{{ item./*a*/old }}</ng-template></app-card>
<app-card [rows]="others">
  <ng-template #entry let-item>{{ item./*b*/old }}</ng-template>
  <ng-template #none let-item>{{ item./*?*/old }}</ng-template>
</app-card>
<app-card><ng-template #entry let-item>{{ item./*?*/old }}</ng-template></app-card>
""",
        LIST + CARD,
    )


def test_a_component_that_shows_itself(tmp_path: Path) -> None:
    tree = """
@Component({ selector: 'app-tree', template: `
  <ng-container *ngTemplateOutlet="entry; context: { $implicit: rows }"></ng-container>
  <app-tree [rows]="rows[0].list" [entry]="entry"></app-tree>` })
export class TreeComponent { @Input() rows: any; @Input() entry: any; }
"""
    _agree(
        tmp_path,
        '<app-tree [rows]="rows" [entry]="one"></app-tree>'
        "<ng-template #one let-item>{{ item[0]./*?*/old }}</ng-template>",
        tree,
    )


def test_who_else_uses_the_template(tmp_path: Path) -> None:
    """A template that the class itself shows, or a library, may be handed anything."""
    shown = LIST.replace("ngOnInit() {", "ngOnInit() { this.view.show(this.itemTemplate);")
    _agree(
        tmp_path,
        """
<app-list [items]="rows" [itemTemplate]="one"></app-list>
<ng-template #one let-item>{{ item./*?*/old }}</ng-template>
""",
        shown,
    )
    _agree(
        tmp_path,
        """
<app-list [items]="rows" [itemTemplate]="one"></app-list><lib-list [template]="one"></lib-list>
<ng-template #one let-item>{{ item./*?*/old }}</ng-template>
""",
    )


def test_a_template_that_its_own_class_asks_for(tmp_path: Path) -> None:
    page = PAGE.replace("rows: Row[]", "@ViewChild('one') one!: TemplateRef<any>; rows: Row[]")
    _agree(
        tmp_path,
        """
<app-list [items]="rows" [itemTemplate]="one"></app-list>
<ng-template #one let-item>{{ item./*?*/old }}</ng-template>
""",
        page=page,
    )


def test_an_input_without_a_type(tmp_path: Path) -> None:
    """What all elements give it, where the component itself puts nothing else there."""
    tip = """
@Component({ selector: 'app-tip', template: '{{ info./*a*/old }} {{ many[0]./*?*/old }}' })
export class TipComponent { @Input() info: any; @Input() many: any[] = []; }
"""
    _agree(
        tmp_path,
        """
<app-tip [info]="row" [many]="rows"></app-tip>
<app-tip [info]="rows[0]" [many]="anything"></app-tip>
""",
        tip,
    )


def test_an_untyped_field(tmp_path: Path) -> None:
    page = """
@Component({ selector: 'app-page', templateUrl: './page.component.html' })
export class PageComponent {
  rows: Row[] = [];
  own: any = null;
  kept: any;
  added = [];
  less: any[] = [];
  lost: any;
  hidden: any;
  bound: any;
  load(row: Row, other: any) {
    this.own = { /*c*/old: row./*a*/old };
    this.kept = this.rows[0];
    this.added.push(row);
    this.less = this.rows;
    this.less = this.less.filter(x => x);
    this.lost = this.rows;
    this.lost = other;
    this.hidden = row;
    this.bound = row;
  }
}
@Component({ selector: 'app-opener', template: '' })
class Opener {
  open(page: any) { page.componentInstance.hidden = page; }
}
"""
    _agree(
        tmp_path,
        """
{{ own./*c*/old }} {{ kept./*a*/old }} {{ added[0]./*a*/old }} {{ less[0]./*a*/old }}
{{ lost[0]./*?*/old }} {{ hidden./*?*/old }} {{ bound./*?*/old }}
<lib-input [(value)]="bound"></lib-input>
""",
        page=page,
    )


def test_a_library_that_shows_a_template(tmp_path: Path) -> None:
    """By the libraries' own table: which input of the element holds the rows."""
    _agree(
        tmp_path,
        """
<p-table [value]="rows">
  <ng-template pTemplate="body" let-item let-i="rowIndex">
    {{ item./*a*/old }} {{ i./*?*/old }}
    <p-select [options]="others">
      <ng-template #item let-option>{{ option./*b*/old }}</ng-template>
    </p-select>
  </ng-template>
  <ng-template pTemplate="header" let-columns>{{ columns./*?*/old }}</ng-template>
</p-table>
<ng-template pTemplate="body" let-item>{{ item./*?*/old }}</ng-template>
""",
    )


def test_references(tmp_path: Path) -> None:
    """To a component of the program, to an element, to what a library's element shows of its
    rows."""
    _agree(
        tmp_path,
        """
<app-list #list [items]="rows"></app-list> {{ list.items[0]./*a*/old }}
<app-list #also [items]="others"></app-list> {{ also.items[0]./*b*/old }}
<virtual-scroller #scroll [items]="rows">
  <i *ngFor="let item of scroll.viewPortItems">{{ item./*a*/old }}</i>
</virtual-scroller>
<ng-template>
  <virtual-scroller #scroll [items]="others">
    <i *ngFor="let item of scroll.viewPortItems">{{ item./*b*/old }}</i>
  </virtual-scroller>
</ng-template>
<input #box> {{ box./*?*/old }} <form #form="ngForm">{{ form.value./*?*/old }}</form>
""",
    )


def test_events(tmp_path: Path) -> None:
    """What a component of the program emits."""
    picker = """
@Component({ selector: 'app-picker', template: '' })
export class PickerComponent {
  @Output() picked = new EventEmitter<Row>();
  other = output<Other>();
  @Output() any = new EventEmitter<any>();
}
"""
    _agree(
        tmp_path,
        """
<app-picker (picked)="load($event./*a*/old)" (other)="load($event./*b*/old)"
  (any)="load($event./*?*/old)" (click)="load($event./*?*/old)"></app-picker>
""",
        picker,
    )


def test_a_template_that_shows_itself(tmp_path: Path) -> None:
    _agree(
        tmp_path,
        """
<ng-container *ngTemplateOutlet="tree; context: { list: rows }"></ng-container>
<ng-template #tree let-list="list">
  <p *ngFor="let item of list">{{ item./*a*/old }}
    <ng-container *ngTemplateOutlet="tree; context: { list: item.list }"></ng-container></p>
</ng-template>
<ng-container *ngTemplateOutlet="mixed; context: { list: rows }"></ng-container>
<ng-template #mixed let-list="list">
  <p *ngFor="let item of list">{{ item./*?*/old }}
    <ng-container *ngTemplateOutlet="mixed; context: { list: anything }"></ng-container></p>
</ng-template>
""",
    )


def test_a_pipe_that_says_nothing(tmp_path: Path) -> None:
    """What it yields is what it does with its value."""
    pipe = """
@Pipe({ name: 'shown' })
export class ShownPipe {
  transform(items: any[], by: (item: any) => boolean): any {
    if (!items) { return items; }
    return items.filter(item => by(item));
  }
}
"""
    _agree(
        tmp_path,
        "@for (item of rows | shown: load; track item) { {{ item./*a*/old }} }"
        "@for (item of anything | shown: load; track item) { {{ item./*?*/old }} }",
        pipe,
    )
