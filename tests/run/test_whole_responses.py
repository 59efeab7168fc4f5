"""What Angular's client gives where it is asked for the whole response, not only its body."""

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
import { map } from 'rxjs/operators';
interface Credits { balance: number }
const WHOLE = { observe: 'response' as const };
export class Service {
  constructor(private http: HttpClient) {}
  load() {
    return this.http.CALL;
  }
}
"""


@pytest.mark.parametrize(
    "call",
    [
        "get<Credits>('/v1/credits/').pipe(map((row) => row.balance))",
        "get<Credits>('/v1/credits/', { observe: 'body' }).pipe(map((row) => row.balance))",
        "get<Credits>('/v1/credits/', { observe: 'response' }).pipe(map((r) => r.body!.balance))",
        "get<Credits>('/v1/credits/', WHOLE).pipe(map((it) => it.body!.balance))",
        "request<Credits>('GET', '/v1/credits/', { observe: 'response' })"
        ".subscribe((it) => it.body?.balance)",
        "get<Credits>('/v1/credits/', { observe: 'events', reportProgress: true })"
        ".subscribe((it) => it.body?.balance)",
    ],
)
def test_the_body_is_the_contract_s(tmp_path: Path, call: str) -> None:
    files = {"contract.md": CONTRACT, "a.ts": SCRIPT.replace("CALL", call)}
    expected = SCRIPT.replace("CALL", call.replace("balance", "credits"))
    expected = expected.replace("{ balance:", "{ credits:")
    assert rewritten(tmp_path, files, RULE)["a.ts"] == expected
