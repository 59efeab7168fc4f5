"""What a function reads that is given to a library's type of which only the argument is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.rule import builtin_rules, load_rule
from tests.tools import fixed, project

RULE = load_rule(builtin_rules() / "legacy_field.py")
CONTRACT = """## Credits
Endpoint: GET /v1/credits/

Returns:

{ "credits": 100, "plan": "a" }

- `credits` (NOT `balance`)
"""
SCRIPT = """import { useMemo } from 'react';
import { type ColumnDef } from '@tanstack/react-table';
import Lib, { type Column, Grid, helper } from 'unknown-lib';
interface Credits { balance: number; plan: string }
interface Own<T> { show: (row: T) => string }
declare const others: { balance: string }[];
declare const loose: any;
export const load = async (): Promise<Credits> => (await fetch('/v1/credits/')).json();
"""


def _is_safe(folder: Path, use: str) -> bool:
    """Whether the declaration is renamed by a safe fix."""
    files = {"contract.md": CONTRACT, "a.tsx": SCRIPT + use}
    texts = fixed(project(folder, files), [RULE]).texts
    return b"{ credits: number; plan" in texts.get(folder / "a.tsx", b"")


@pytest.mark.parametrize(
    "use",
    [
        "const c: Column<Credits>[] = [{ cell: (item) => item.balance }];",
        "const c: Lib.Column<Credits>[] = [{ cell: item => item.balance }];",
        "const c: Column<Credits>[] = [{ cell: ({ balance }) => balance }];",
        "const c: Column<Credits>[] = [{ cell: (value, item) => item.balance }];",
        "const c: Column<Credits>[] = [{ cell: (info) => info.row.original.balance }];",
        "const f = () => { const c: Column<Credits>[] = useMemo(() => [{ cell: (item) => {"
        " return item.balance; } }], []); return c; };",
        "helper<Credits>({ cell: (item) => item.balance });",
        "const T = () => <Grid<Credits> cell={(item) => item.balance} />;",
        "const c = [{ cell: (item) => item.balance }] satisfies Column<Credits>[];",
    ],
)
def test_a_place_that_may_be_the_property_and_stays_behind(tmp_path: Path, use: str) -> None:
    assert not _is_safe(tmp_path, use)


@pytest.mark.parametrize(
    "use",
    [
        "const c: Column<Credits>[] = [{ cell: (item) => item.plan }];",
        "const c: Column<Credits>[] = [{ cell: (item: { balance: string }) => item.balance }];",
        "const c: Column<Credits>[] = [{ cell: () => others.map((it) => it.balance).join() }];",
        "const c: Column<Credits>[] = [{ cell: () => loose.map((it) => it.balance).join() }];",
        "const c: Column<{ balance: string }>[] = [{ cell: (item) => item.balance }];",
        "const c = helper({ cell: (item) => item.balance });",
        "const c: ColumnDef<Credits>[] = [{ cell: (info) => info.row.original.balance }];",
        "const c: Own<Credits> = { show: (row) => String(row.balance) };",
        "const c: Promise<Credits> = loose.later((it) => it.balance);",
    ],
)
def test_what_surely_is_none_or_follows(tmp_path: Path, use: str) -> None:
    assert _is_safe(tmp_path, use)
