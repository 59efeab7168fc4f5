"""A type that declares the old name and the new one: a rename would declare one of them twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import unchanged

RULE = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

{ "credits": 100, "plan": "a" }

- `credits` (NOT `balance`)
"""


@pytest.mark.parametrize("written", ["balance: number", "balance?: number", "balance?: never"])
def test_it_is_left_to_a_person(tmp_path: Path, written: str) -> None:
    script = f"""interface Credits {{ {written}; credits: number; plan: string }}
export const load = (): Promise<Credits> => fetch('/v1/credits/').then((r) => r.json());
load().then((row) => row.balance);
"""
    unchanged(tmp_path, {"contract.md": CONTRACT, "api.ts": script}, RULE)
