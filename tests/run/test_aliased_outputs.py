"""An output that templates call otherwise than its class does hands on the same value."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import rewritten

RULE = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

{ "credits": 100 }

- `credits` (NOT `balance`)
"""
SCRIPT = """import { Component, EventEmitter, Output, output } from '@angular/core';
import { HttpClient } from '@angular/common/http';
interface Credits { balance: number }
@Component({ selector: 'app-row', template: '' })
export class RowComponent { FIELD }
@Component({ selector: 'app-a', template: '<app-row (saved)="show($event.balance)"></app-row>' })
export class A {
  row: Credits = { balance: 0 };
  constructor(http: HttpClient) {
    http.get<Credits>('/v1/credits/').subscribe((row) => (this.row = row));
  }
  show(sum: number) { return sum + this.row.balance; }
}
"""


@pytest.mark.parametrize(
    "field",
    [
        "@Output() saved = new EventEmitter<Credits>();",
        "@Output('saved') done = new EventEmitter<Credits>();",
        "done = output<Credits>({ alias: 'saved' });",
    ],
)
def test_what_an_output_hands_on(tmp_path: Path, field: str) -> None:
    script = SCRIPT.replace("FIELD", field)
    expected = script.replace("balance", "credits")
    assert rewritten(tmp_path, {"contract.md": CONTRACT, "a.ts": script}, RULE)["a.ts"] == expected
