"""Values that leave a component by ways that nothing follows keep a rename from being safe."""

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
@Injectable()
export class CreditsService {
  none: Credits = { balance: 0, plan: '' };
  total = 0;
  constructor(private http: HttpClient) {
    this.http.get<Credits>('/v1/credits/').subscribe((row) => (this.none = row));
  }
  keep(row: Credits) { this.total = row.balance; }
  save(row: any) { this.keep(row); }
}
"""
FORM = """import { Component, EventEmitter, Output } from '@angular/core';
import { FormControl, FormGroup } from '@angular/forms';
import { CreditsService } from './credits.service';
@Component({
  selector: 'app-search',
  template: '<form [formGroup]="form"><input formControlName="balance" /></form>',
})
export class SearchComponent {
  form = new FormGroup({ balance: new FormControl(0) });
  BODY
}
"""
DIALOG = """import { Component, Inject } from '@angular/core';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
@Component({ selector: 'app-row', template: '<p>{{ data.row.balance }}</p>' })
export class RowDialog { constructor(@Inject(MAT_DIALOG_DATA) public data: any) {} }
"""
OPENING = """import { Component } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { CreditsService } from './credits.service';
import { RowDialog } from './row.dialog';
const DIALOGS = [RowDialog];
@Component({ selector: 'app-page', template: '<p></p>' })
export class PageComponent {
  constructor(
    private service: CreditsService,
    private dialog: MatDialog,
    private modals: any,
  ) {}
  one() { this.dialog.open(RowDialog, { data: { row: this.service.none } }); }
  two() { BODY; }
}
"""


def _is_safe(folder: Path, more: dict[str, str], package: str = "{}") -> bool:
    own = {"contract.md": CONTRACT, "package.json": package, "credits.service.ts": SERVICE}
    texts = fixed(project(folder, own | more), [RULE]).texts
    return b"{ credits: number" in texts.get(folder / "credits.service.ts", b"")


def test_a_form_s_value_that_an_output_hands_on(tmp_path: Path) -> None:
    body = (
        "@Output() saved = new EventEmitter<any>();\n  keep() { this.saved.emit(this.form.value); }"
    )
    page = """import { Component } from '@angular/core';
import { CreditsService } from './credits.service';
@Component({ selector: 'app-page', template: '<app-search (saved)="done($event)"></app-search>' })
export class PageComponent {
  constructor(private service: CreditsService) {}
  done(value: any) { this.service.keep(value); }
}
"""
    form = FORM.replace("BODY", body).replace(
        "import { CreditsService } from './credits.service';\n", ""
    )
    assert not _is_safe(tmp_path, {"search.component.ts": form, "page.component.ts": page})


def test_a_form_s_value_that_an_imported_service_takes(tmp_path: Path) -> None:
    body = (
        "constructor(private service: CreditsService) {}\n"
        "  keep() { this.service.save(this.form.value); }"
    )
    assert not _is_safe(tmp_path, {"search.component.ts": FORM.replace("BODY", body)})


def test_a_dialog_that_is_opened_out_of_a_list(tmp_path: Path) -> None:
    body = "this.dialog.open(DIALOGS[0], { data: { row: { balance: 3 } } })"
    opening = OPENING.replace("BODY", body)
    assert not _is_safe(tmp_path, {"row.dialog.ts": DIALOG, "page.component.ts": opening})


def test_a_dialog_that_something_without_a_type_opens(tmp_path: Path) -> None:
    body = "this.modals.open(RowDialog, { row: { balance: 3 } })"
    opening = OPENING.replace("BODY", body)
    assert not _is_safe(tmp_path, {"row.dialog.ts": DIALOG, "page.component.ts": opening})


def test_a_type_of_a_workspace_s_own_package_is_not_a_foreign_one(tmp_path: Path) -> None:
    page = """import { Component } from '@angular/core';
import { Account } from '@org/types';
import { CreditsService } from './credits.service';
@Component({ selector: 'app-page', template: '<p>{{ account.balance }}</p>' })
export class PageComponent {
  account: Account;
  constructor(private service: CreditsService) { this.take(this.service.none); }
  take(x: any) { this.account = x; }
}
"""
    package = '{ "dependencies": { "@org/types": "workspace:*" } }'
    assert not _is_safe(tmp_path, {"page.component.ts": page}, package)


def test_what_an_unknown_spread_may_bring_instead(tmp_path: Path) -> None:
    source = """interface Account { balance: number; plan: string; open: boolean }
export async function account(old: any): Promise<Account> {
  const body = await (await fetch('/v1/credits/')).json();
  return { open: false, ...body, ...old };
}
export const show = async () => (await account(null)).balance;
"""
    files = {"contract.md": CONTRACT, "a.ts": source}
    assert not fixed(project(tmp_path, files), [RULE]).texts


BARREL = "export * from './credits.service';\n"


def test_a_form_s_value_that_a_service_takes_which_another_file_hands_on(tmp_path: Path) -> None:
    body = (
        "constructor(private service: CreditsService) {}\n"
        "  keep() { this.service.save(this.form.value); }"
    )
    form = FORM.replace("BODY", body).replace("./credits.service", "./services")
    assert not _is_safe(tmp_path, {"search.component.ts": form, "services.ts": BARREL})


TABLE = """import { Component } from '@angular/core';
IMPORT
@Component({ selector: 'app-list', template: '<lib-table [rows]="rows" sort="balance" />' })
export class ListComponent { rows: any[] = []; }
"""


@pytest.mark.parametrize(
    ("imports", "is_safe"),
    [
        ("", True),
        ("import { Other } from './other';", True),
        ("import { CreditsService } from './credits.service';", False),
        ("import { CreditsService } from './services';", False),
        ("import { Rows } from './rows';", False),
    ],
)
def test_a_text_that_may_name_a_property_of_types_that_are_known_there(
    tmp_path: Path, imports: str, *, is_safe: bool
) -> None:
    files = {
        "list.component.ts": TABLE.replace("IMPORT", imports),
        "services.ts": BARREL,
        "other.ts": "export interface Other { balance: string }",
        "rows.ts": "import { CreditsService } from './services';\nexport class Rows {}",
    }
    assert _is_safe(tmp_path, files) is is_safe


def test_a_text_in_what_another_component_shows(tmp_path: Path) -> None:
    page = """import { Component } from '@angular/core';
import { CreditsService } from './credits.service';
@Component({ selector: 'app-page', template: '<app-list></app-list>' })
export class PageComponent { constructor(private service: CreditsService) {} }
"""
    files = {"list.component.ts": TABLE.replace("IMPORT", ""), "page.component.ts": page}
    assert not _is_safe(tmp_path, files)
