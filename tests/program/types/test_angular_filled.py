"""Angular: untyped fields hold what their class puts there, copies included."""

from __future__ import annotations

from pathlib import Path

from tests.program.types.marks import agree

ROW = """
export interface Row { /*a*/old: string }
"""


def test_a_copy_by_way_of_text(tmp_path: Path) -> None:
    card = """
import { Component } from '@angular/core';
import { Row } from './row';
@Component({ selector: 'app-card', template: '{{ edited./*a*/old }}' })
export class CardComponent {
  edited: any;
  edit(row: Row) { this.edited = JSON.parse(JSON.stringify(row)); }
}
"""
    agree(tmp_path, {"row.ts": ROW, "card.component.ts": card})


def test_an_untyped_value_elsewhere_is_no_instance(tmp_path: Path) -> None:
    card = """
import { Component } from '@angular/core';
import { Row } from './row';
@Component({ selector: 'app-card', template: '{{ edited./*a*/old }}' })
export class CardComponent {
  edited: any;
  edit(row: Row) { this.edited = row; }
}
"""
    other = "export function send(payload: any, value: any) { payload.edited = value; }"
    files = {"row.ts": ROW, "card.component.ts": card}
    agree(tmp_path / "1", {**files, "send.ts": other})
    named = "import { CardComponent } from './card.component';\n" + other
    unknown = {**files, "card.component.ts": card.replace("/*a*/", "/*?*/")}
    agree(tmp_path / "2", {**unknown, "send.ts": named})


def test_the_rows_of_a_table_that_says_no_type(tmp_path: Path) -> None:
    table = """
import { Component } from '@angular/core';
import { MatTableDataSource } from '@angular/material/table';
import { Row } from './row';
@Component({
  selector: 'app-table',
  template: `<table mat-table [dataSource]="source">
    <ng-container matColumnDef="old"><p *matCellDef="let row">{{ row./*a*/old }}</p></ng-container>
  </table>`,
})
export class TableComponent {
  source = new MatTableDataSource();
  show(rows: Row[]) { this.source.data = rows; }
}
"""
    agree(tmp_path / "1", {"row.ts": ROW, "table.component.ts": table})
    remade = table.replace("this.source.data = rows", "this.source = new MatTableDataSource(rows)")
    agree(tmp_path / "2", {"row.ts": ROW, "table.component.ts": remade})
    unknown = table.replace("rows: Row[]", "rows: any").replace("/*a*/", "/*?*/")
    agree(tmp_path / "3", {"row.ts": ROW, "table.component.ts": unknown})


def test_literals_that_have_no_such_property(tmp_path: Path) -> None:
    field = """
import { Component, Input } from '@angular/core';
@Component({ selector: 'app-field', template: '{{ item./*a*/old }}' })
export class FieldComponent { @Input() item: any; }
"""
    form = """
import { Component } from '@angular/core';
import { Row } from './row';
@Component({
  selector: 'app-form',
  template: '<app-field [item]="row"></app-field><app-field [item]="{ kind: 1 }"></app-field>',
})
export class FormComponent { row!: Row; }
"""
    agree(tmp_path, {"row.ts": ROW, "field.component.ts": field, "form.component.ts": form})


def test_types_that_have_no_such_property(tmp_path: Path) -> None:
    card = """
import { Component } from '@angular/core';
import { Row } from './row';
interface Other { kind: string }
@Component({ selector: 'app-card', template: '{{ shown./*a*/old }}' })
export class CardComponent { shown!: Row | Other; }
"""
    agree(tmp_path, {"row.ts": ROW, "card.component.ts": card})
