"""What a Svelte store that is made of one, or of several, hands on is renamed with them."""

from __future__ import annotations

from pathlib import Path

from fixer.rule import builtin_rules, load_rule
from tests.tools import rewritten

RULE = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

{ "credits": 100, "plan": "a" }

- `credits` (NOT `balance`)
"""
SCRIPT = """import { derived, writable } from 'svelte/store';
interface Credits { balance: number; plan: string }
const load = (): Promise<Credits> => fetch('/v1/credits/').then((r) => r.json());
const row = writable<Credits>();
load().then((it) => row.set(it));
const one = derived(row, ($row) => $row.balance);
export const both = derived([row, one], ([$row, $one]) => $row.balance + $one);
"""


def test_each_store_gives_its_value(tmp_path: Path) -> None:
    files = {"contract.md": CONTRACT, "stores.ts": SCRIPT}
    texts = rewritten(tmp_path, files, RULE)
    assert texts["stores.ts"] == SCRIPT.replace("balance", "credits")
