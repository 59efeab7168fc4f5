"""NGXS: what a state's actions and those who select from it have."""

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
import { Action, Selector, State, StateContext, Store } from '@ngxs/store';
import { append, compose, iif, patch, updateItem } from '@ngxs/store/operators';
interface Credits { balance: number }
interface Model { rows: Credits[] }
@State<Model>({ name: 'credits', defaults: { rows: [] } })
export class CreditsState {
  constructor(private http: HttpClient, private store: Store) {}
  @Selector() static rows(state: Model) { return state.rows; }
  @Action(Object)
  load(ctx: StateContext<Model>) {
    const max = 1;
    this.http.get<Credits>('/v1/credits/').subscribe((row) => ctx.patchState({ rows: [row] }));
    USE
  }
}
"""


@pytest.mark.parametrize(
    "use",
    [
        "return ctx.getState().rows.filter((row) => row.balance > max);",
        "ctx.setState({ rows: [{ balance: max }] });",
        "ctx.setState(patch<Model>({ rows: append<Credits>([{ balance: max }]) }));",
        "ctx.setState(patch<Model>({"
        " rows: updateItem<Credits>((row) => row.balance === max, { balance: 0 }) }));",
        "ctx.setState(patch({ rows: [{ balance: max }] }));",
        "ctx.setState(patch({ rows: append([{ balance: max }]) }));",
        "ctx.setState(patch({ rows: updateItem((row) => row.balance === max, { balance: 0 }) }));",
        "ctx.setState(patch({"
        " rows: updateItem((row) => row.balance === max, patch({ balance: 0 })) }));",
        "ctx.setState(compose(patch({ rows: append([{ balance: max }]) })));",
        "ctx.setState(iif(true, patch({ rows: [{ balance: max }] })));",
        "return this.store.select(CreditsState.rows).subscribe((rows) => rows[0].balance);",
        "return this.store.selectSnapshot(CreditsState.rows)[0].balance;",
    ],
)
def test_a_state_is_of_its_type(tmp_path: Path, use: str) -> None:
    script = SCRIPT.replace("USE", use)
    expected = script.replace("balance", "credits")
    assert rewritten(tmp_path, {"contract.md": CONTRACT, "a.ts": script}, RULE)["a.ts"] == expected


def test_a_part_of_a_state_that_isn_t_known_stays(tmp_path: Path) -> None:
    use = "ctx.setState(patch({ rows: [{ credits: max }] })); (loose: StateContext<any>) =>"
    use += " loose.setState(patch({ rows: append([{ balance: max }]) }));"
    script = SCRIPT.replace("USE", use).replace("{ balance: number }", "{ credits: number }")
    assert rewritten(tmp_path, {"contract.md": CONTRACT, "a.ts": script}, RULE)["a.ts"] == script
