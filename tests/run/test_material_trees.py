"""Material's trees, and signal forms over lists: what their nodes and items are."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import rewritten

RULE = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

{ "list": [{ "credits": 100 }] }

- `credits` (NOT `balance`)
"""
SCRIPT = """import { Component, signal } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import { applyEach, form, required } from '@angular/forms/signals';
import { MatTreeFlatDataSource, MatTreeFlattener } from '@angular/material/tree';
interface Credits { balance: number }
interface Page { list: Credits[] }
interface Flat { balance: string; level: number }
@Component({
  selector: 'app-a',
  template: `
    <mat-tree [dataSource]="rows">
      <mat-tree-node *matTreeNodeDef="let node">{{ node.balance }}</mat-tree-node>
    </mat-tree>
    <mat-tree [dataSource]="flat">
      <mat-tree-node *matTreeNodeDef="let node; when: isOpen">{{ node.own }}</mat-tree-node>
    </mat-tree>`,
})
export class A {
  rows: Credits[] = [{ balance: 1 }];
  flattener = new MatTreeFlattener<Credits, Flat>(
    (row, level) => ({ own: `${row.balance}`, level }),
    (node) => node.level,
    (node) => node.own === '',
    () => [],
  );
  flat = new MatTreeFlatDataSource(null, this.flattener);
  page = signal<Page>({ list: [] });
  fields = form(this.page, (path) => {
    applyEach(path.list, (each) => {
      required(each.balance);
    });
  });
  constructor(http: HttpClient) {
    http.get<Page>('/v1/credits/').subscribe((page) => (this.rows = page.list));
  }
}
"""


@pytest.mark.parametrize("own", ["balance", "total"])
def test_nodes_and_items(tmp_path: Path, own: str) -> None:
    """A flattened tree's nodes are what its function makes of the rows."""
    script = SCRIPT.replace("own", own).replace("Flat { balance", f"Flat {{ {own}")
    expected = script.replace("balance", "credits")
    if own == "balance":
        expected = SCRIPT.replace("balance", "credits").replace("own", own)
        expected = expected.replace("Flat { credits", "Flat { balance")
    found = rewritten(tmp_path, {"contract.md": CONTRACT, "a.ts": script}, RULE)
    assert found["a.ts"] == expected
