"""A wrapper that never answers where something else has dealt with the response."""

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
SCRIPT = """interface Credits { balance: number }
const make = (done?: (it: Response) => boolean) => async (url: string) => {
  const answer = await fetch(url);
  if (!done || done(answer)) return answer;
  return OTHERWISE;
};
const ask = make();
export async function load(): Promise<Credits> {
  const answer = await ask('/v1/credits/');
  return answer.json();
}
"""


@pytest.mark.parametrize(
    "otherwise", ["new Promise(() => {}) as Response", "await new Promise<Response>((set) => {})"]
)
def test_a_promise_that_is_never_kept_gives_nothing_else(tmp_path: Path, otherwise: str) -> None:
    text = SCRIPT.replace("OTHERWISE", otherwise)
    files = {"contract.md": CONTRACT, "a.ts": text}
    assert rewritten(tmp_path, files, RULE)["a.ts"] == text.replace("balance", "credits")
