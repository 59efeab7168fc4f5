"""Texts that are paths into a type: which property each part of them denotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.program.pathtexts import on_paths
from tests.program.types.marks import opened

ROW = """
interface Owner { old: string; parent: Owner | null }
interface Row { owner: Owner; owners: Owner[]; byKind: Record<string, Owner>; old: number }
declare function at<T, K extends keyof T>(row: T, path: K): T[K];
declare function set<T, K extends keyof T>(of: { row: T; path: K }): T[K];
declare function key(path: keyof any): void;
declare const row: Row; declare const i: number; declare const name: string;
"""
OWNER, NOTHING = ["Owner"], [None]


@pytest.mark.parametrize(
    ("use", "owners"),
    [
        ("at(row, 'owner.old')", OWNER),
        ('at(row, "owners.0.old")', OWNER),
        ("at(row, 'owners[0].old')", OWNER),
        ("at(row, `owners.${i}.old`)", OWNER),
        ("at(row, `owners[${i}].old` as const)", OWNER),
        ("at(row, 'byKind.a.old')", OWNER),
        ("at(row, 'owner.parent.old')", OWNER),
        ("at(row, \"owners[0]['old']\")", OWNER),
        ("at(row, \"['owner'].old\")", OWNER),
        ("const path = 'owner.old'; at(row, path);", OWNER),
        ("const path = 'owner.old' as const; at(row, path); at(row, path);", OWNER),
        ("row['owner']['old']", []),
        ("set({ row, path: 'owner.old' })", OWNER),
        ("set({ row, path: `owners.${i}.old` })", OWNER),
        ("at(row, `${name}.old`)", NOTHING),
        ("at(row, `own${name}.old`)", NOTHING),
        ("at(row, 'none.old')", NOTHING),
        ("at(row, name + '.old')", NOTHING),
        ("at({ 'owner.old': 1, ...row }, 'owner.old')", [None, None]),
        ("key('owner.old')", NOTHING),
        ("console.log('owner.old')", NOTHING),
        ("at(row, 'old')", []),
        ("at(row, 'owner.oldest')", []),
        ("row.owner.old", []),
    ],
)
def test_the_property_on_a_path(tmp_path: Path, use: str, owners: list[str | None]) -> None:
    program, types = opened(tmp_path, {"a.ts": f"{ROW}{use};"})
    module = program.module(tmp_path / "a.ts")
    found: list[str | None] = []
    for node, start in on_paths(module, "old"):
        members = types.on_path(module, node, start).members
        around = members[0].node.parent.parent if members and members[0].node else None
        name = around.child_by_field_name("name") if around is not None else None
        found.append(name.text.decode() if name is not None and name.text else None)
    assert found == owners
