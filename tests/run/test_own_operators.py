"""Operators of the program's own, whose types only the place says where they are used."""

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
SCRIPT = """import { HttpClient } from '@angular/common/http';
import { filter, Observable, pipe } from 'rxjs';
interface Credits { balance: number }
export function isThere<T>(row: null | undefined | T): row is T { return row != null; }
OPERATOR
export class Service {
  constructor(private http: HttpClient) {}
  load() {
    return this.http.get<Credits | null>('/v1/credits/').pipe(USE).subscribe((row) => row.balance);
  }
}
"""


@pytest.mark.parametrize(
    ("operator", "use"),
    [
        ("", "filter(isThere)"),
        (
            "const known = <T>() => (rows: Observable<T | null>) => rows.pipe(filter(isThere));",
            "known()",
        ),
        (
            "function known<T>() {\n"
            "  return (rows: Observable<T | null>) =>"
            " rows.pipe(filter((r): r is T => r !== null));\n}",
            "known()",
        ),
        (
            "function known<T>() { return pipe(filter((r: T | null): r is T => r !== null)); }",
            "known()",
        ),
    ],
)
def test_what_it_lets_through_is_known(tmp_path: Path, operator: str, use: str) -> None:
    script = SCRIPT.replace("OPERATOR", operator).replace("USE", use)
    expected = script.replace("balance", "credits")
    assert rewritten(tmp_path, {"contract.md": CONTRACT, "a.ts": script}, RULE)["a.ts"] == expected
