"""Expressions in, the records written out in them out."""

from pathlib import Path

import pytest

from fixer.facts.placeholders.records import is_blank, records
from fixer.program.module import Module
from fixer.program.syntax import first_named


def read(expression: str):
    module = Module(Path("/a.tsx"), f"x = {expression};".encode())
    statement = module.root.named_children[0]
    assignment = first_named(statement)
    assert assignment is not None
    right = assignment.child_by_field_name("right")
    assert right is not None
    return records(right)


@pytest.mark.parametrize(
    ("expression", "keys"),
    [
        ("[{ id: 1, name: 'A' }]", {"id", "name"}),
        ("([{ id: 1, 'full-name': `A` }] as User[])", {"id", "full-name"}),
        ("{ id: 1, name: 'A', at: new Date() }", {"id", "name", "at"}),
        ("{ rows: [{ id: 1, name: 'A' }] }", {"rows"}),
        ("Array.from({ length: 3 }, (_, i) => ({ id: i, name: `A${i}` }))", {"id", "name"}),
        ("[...Array(3).keys()].map((i) => ({ id: i + 1, name: 'A' }))", {"id", "name"}),
        ("Array(3).fill({ id: 1, name: 'A' })", {"id", "name"}),
        ("[...Array(2)].map((_, i) => { return { id: i, n: -1, m: 2 }; })", {"id", "n", "m"}),
    ],
)
def test_records_are_read(expression: str, keys: set[str]) -> None:
    found = read(expression)
    assert found is not None
    assert found.keys == keys


@pytest.mark.parametrize(
    "expression",
    [
        "[]",
        "[1, 2, 3]",
        "['a', 'b']",
        "{}",
        "{ id: 1, name: 'A' }",
        "[{ id: 1 }]",
        "[{ label: 'A', onClick: () => go() }]",
        "[{ label: 'A', icon: <Icon /> }]",
        "[{ label: 'A', render(row) { return row; } }]",
        "[{ id, name }]",
        "users.map((u) => ({ id: u.id, name: u.name }))",
        "[{ id: 1, name: 'A' }, other]",
        "load()",
    ],
)
def test_code_and_lists_of_names_are_no_records(expression: str) -> None:
    assert read(expression) is None


@pytest.mark.parametrize(
    ("expression", "blank"),
    [
        ("{ id: 0, name: '', ok: true }", True),
        ("{ id: null, name: 'A', tags: [] }", True),
        ("[{ id: 1, name: 'A', ok: true }]", False),
    ],
)
def test_a_first_state_without_values_is_blank(expression: str, blank: bool) -> None:
    found = read(expression)
    assert found is not None
    assert is_blank(found) is blank
