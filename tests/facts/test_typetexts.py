"""Written types in, values that are equal when the types are out."""

from pathlib import Path

import pytest

from fixer.facts.typetexts import Written, canon, members
from fixer.program.program import Program

TYPES = """
export interface User { id: number }
export interface Page<T> { results: T[]; count: number }
export type Rows = Page<User>;
"""


def program(folder: Path, *types: str) -> tuple[Program, list[Written]]:
    """A program with `types` written in a file that imports those of another."""
    (folder / "types.ts").write_text(TYPES)
    lines = [f"type T{i} = {t};" for i, t in enumerate(types)]
    source = "import type { User as U, Page } from './types';\n" + "\n".join(lines)
    (folder / "a.ts").write_text(source)
    found = Program(folder)
    module = found.module(folder / "a.ts")
    declared = [s for s in module.root.named_children if s.type == "type_alias_declaration"]
    values = [s.child_by_field_name("value") for s in declared]
    return found, [Written(module, v) for v in values if v is not None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U[]", "Array<U>"),
        ("U[]", "(U)[]"),
        ("U[]", "readonly U[]"),
        ("U | null", "U"),
        ("undefined | U", "U | null"),
        ("'a' | 'b'", "'b' | 'a'"),
        ("Page<U>", "Page<U>"),
        ("{ a: U[]; b: string }", "{ b: string; a: Array<U> }"),
    ],
)
def test_spellings_of_one_type_are_equal(tmp_path: Path, one: str, other: str) -> None:
    found, (first, second) = program(tmp_path, one, other)
    assert canon(found, first) == canon(found, second)


@pytest.mark.parametrize(
    ("one", "other"), [("U", "U[]"), ("Page<U>", "Page<string>"), ("string", "number"), ("U", "V")]
)
def test_other_types_are_not(tmp_path: Path, one: str, other: str) -> None:
    found, (first, second) = program(tmp_path, one, other)
    assert canon(found, first) != canon(found, second)


def test_members_know_what_the_parameters_are(tmp_path: Path) -> None:
    found, (page, rows) = program(tmp_path, "Page<U>", "U[]")
    types = {name: value for name, value, _ in members(found, page)}
    assert types["results"] == canon(found, rows)
    assert set(types) == {"results", "count"}
