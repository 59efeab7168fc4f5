"""A guard finds a value of a base type to be one of another: `isAdmin(user) && user.rights`."""

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
SCRIPT = """interface Base { kind: string }
interface Credits extends Base { balance: number }
interface Other extends Base { balance: string }
class Kinds {
  static isCredits(row?: Base): row is Credits { return row?.kind === 'credits'; }
  static isOther(row: Base): row is Other { return row.kind === 'other'; }
}
export const load = async () => (await (await fetch('/v1/credits/')).json()) as Credits;
export function show(row: Base, rows: Base[]) {
  return USE;
}
"""


@pytest.mark.parametrize(
    ("use", "follows"),
    [
        ("Kinds.isCredits(row) && row.balance > 1", True),
        ("Kinds.isCredits(row) ? row.balance.toFixed() : ''", True),
        ("rows.filter((r) => Kinds.isCredits(r) && (r.balance > 1 || r.balance < 0))", True),
        ("Kinds.isOther(row) && row.balance", False),
        ("!Kinds.isCredits(row) && (row as any).balance", False),
    ],
)
def test_what_it_has_then(tmp_path: Path, use: str, *, follows: bool) -> None:
    script = SCRIPT.replace("USE", use)
    expected = script.replace("Credits extends Base { balance", "Credits extends Base { credits")
    if follows:
        expected = expected.replace(use, use.replace("balance", "credits"))
    assert rewritten(tmp_path, {"contract.md": CONTRACT, "a.ts": script}, RULE)["a.ts"] == expected
