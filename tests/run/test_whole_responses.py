"""What Angular's client gives where it is asked for the whole response, not only its body."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import findings, project, rewritten

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


@pytest.mark.parametrize(
    "call",
    [
        "get<any>('/v1/credits/', { observe: this.whole ? 'response' : 'body' })"
        ".subscribe((r) => r.balance)",
        "get<any>('/v1/credits/', { observe: this.whole ? 'body' : 'response' })"
        ".subscribe((r) => r.body.balance)",
    ],
)
def test_what_is_asked_for_by_a_condition_is_either(tmp_path: Path, call: str) -> None:
    """The value may be an answer that has a `balance` of its own."""
    files = {"contract.md": CONTRACT, "a.ts": SCRIPT.replace("CALL", call)}
    assert not findings(project(tmp_path, files), [RULE]).diagnostics
