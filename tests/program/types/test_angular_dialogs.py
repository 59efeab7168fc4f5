"""Angular: the data of a dialog that says no type, by those who open it."""

from __future__ import annotations

from pathlib import Path

from tests.program.types.marks import agree

ROW = """
export interface Row { /*a*/old: string }
"""
DIALOG = """
import { Component, Inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
@Component({ selector: 'app-row', template: '{{ data.row./*a*/old }} {{ row./*a*/old }}' })
export class RowDialog {
  row = null;
  constructor(private ref: MatDialogRef<RowDialog>, @Inject(MAT_DIALOG_DATA) public data: any) {
    this.row = this.data.row;
  }
}
"""
OPENING = """
import { Component } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RowDialog } from './row.dialog';
import { Row } from './row';
@Component({ selector: 'app-list', template: '', imports: [RowDialog] })
export class ListComponent {
  row!: Row;
  constructor(private dialog: MatDialog, private own: Opener) {}
  show() { this.dialog.open(RowDialog, { width: '1em', data: { row: this.row, more: 1 } }); }
}
class Opener {
  open(type: any, options?: any) {}
}
"""


def test_what_is_given_where_it_is_opened(tmp_path: Path) -> None:
    agree(tmp_path, {"row.ts": ROW, "row.dialog.ts": DIALOG, "list.component.ts": OPENING})


def test_injected_in_a_field(tmp_path: Path) -> None:
    dialog = """
import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
@Component({ selector: 'app-row', template: '{{ data.row./*a*/old }}' })
export class RowDialog {
  readonly data = inject(MAT_DIALOG_DATA);
}
"""
    agree(tmp_path, {"row.ts": ROW, "row.dialog.ts": dialog, "list.component.ts": OPENING})


def test_an_opening_that_is_not_read_leaves_it_unknown(tmp_path: Path) -> None:
    dialog = DIALOG.replace("/*a*/", "/*?*/")
    opening = OPENING.replace("{ row: this.row, more: 1 }", "this.anything()")
    own = OPENING.replace("this.dialog.open(", "this.own.open(")
    shared = OPENING + "export const all = { row: RowDialog };"
    files = {"row.ts": ROW, "row.dialog.ts": dialog}
    for index, opener in enumerate((opening, own, shared)):
        agree(tmp_path / str(index), {**files, "list.component.ts": opener})
