"""Declared types beside schemas: which can have a value in common."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.contract.model import ANY, Contract, Kind, Property, Schema
from fixer.facts.bindings import Direction
from fixer.facts.wiretypes import Fit, Fitness, WireTypes
from fixer.program.program import Program
from fixer.program.types import Type, Types
from fixer.rule import builtin_rules

FITS, WRONG, UNTOLD = Fitness.FITS, Fitness.WRONG, Fitness.UNTOLD
CONTRACT = Contract("api.md")
STRING, INTEGER, BOOLEAN = Schema(Kind.STRING), Schema(Kind.INTEGER), Schema(Kind.BOOLEAN)
DECIMAL = Schema(Kind.STRING, format="decimal")
DATE_TIME = Schema(Kind.STRING, format="date-time")
OBJECT = Schema(Kind.OBJECT, (Property("id", INTEGER),))
STRINGS = Schema(Kind.ARRAY, items=STRING)
NULL = Schema(Kind.NULL)
DECLARATIONS = """
interface User { id: number }
interface Nothing {}
enum Colour { Red = 'red', Blue = 'blue' }
enum Level { Low, High }
type Id = string & { readonly brand: unique symbol };
type Call = { (x: number): string };
"""


class Declared:
    """Types by how they are written."""

    def __init__(self, folder: Path, *written: str) -> None:
        lines = "".join(f"type T{i} = {text};\n" for i, text in enumerate(written))
        path = folder / "a.ts"
        path.write_text(DECLARATIONS + lines)
        self.program = Program(folder)
        self._module = self.program.module(path)
        self._types = Types(self.program, builtin_rules() / "libraries")

    def __getitem__(self, index: int) -> Type:
        alias = self._module.table(self._module.root).types[f"T{index}"].node
        value = alias.child_by_field_name("value")
        assert value is not None
        return self._types.declared(self._module, value)


def fit(folder: Path, text: str, schema: Schema, direction: Direction = Direction.RESPONSE) -> Fit:
    declared = Declared(folder, text)
    return WireTypes(CONTRACT, declared.program.sources).fit(declared[0], schema, direction)


@pytest.mark.parametrize(
    ("text", "schema", "fitness"),
    [
        ("string", DECIMAL, FITS),
        ("number", DECIMAL, WRONG),
        ("number", INTEGER, FITS),
        ("number", Schema(Kind.NUMBER), FITS),
        ("string", INTEGER, WRONG),
        ("string | number", INTEGER, FITS),
        ("Date", DATE_TIME, WRONG),
        ("Date | null", DATE_TIME, WRONG),
        ("Date | string", DATE_TIME, FITS),
        ("boolean", BOOLEAN, FITS),
        ("true", BOOLEAN, FITS),
        ("'a' | 'b' | null", STRING, FITS),
        ("1 | 2", STRING, WRONG),
        ("`${number}-${string}`", STRING, FITS),
        ("Colour", STRING, FITS),
        ("Level", STRING, WRONG),
        ("Id", STRING, FITS),
        ("Id", INTEGER, WRONG),
        ("User", OBJECT, FITS),
        ("User", INTEGER, WRONG),
        ("User[]", OBJECT, WRONG),
        ("Record<string, number>", OBJECT, FITS),
        ("{ id: number }", STRING, WRONG),
        ("string[]", STRINGS, FITS),
        ("readonly number[]", STRINGS, WRONG),
        ("[string, string]", STRINGS, FITS),
        ("string", STRINGS, WRONG),
        ("any", DECIMAL, UNTOLD),
        ("unknown", DECIMAL, UNTOLD),
        ("Elsewhere", DECIMAL, UNTOLD),
        ("Nothing", DECIMAL, UNTOLD),
        ("Call", DECIMAL, UNTOLD),
        ("any[]", STRINGS, UNTOLD),
        ("Map<string, number>", OBJECT, UNTOLD),
        ("undefined", STRING, UNTOLD),
        ("number", ANY, UNTOLD),
        ("number", NULL, UNTOLD),
        ("Blob", Schema(Kind.STRING, format="binary"), UNTOLD),
        ("number", Schema(Kind.UNION, variants=(STRING, NULL)), WRONG),
        ("number", Schema(Kind.UNION, variants=(STRING, INTEGER)), FITS),
    ],
)
def test_what_arrives(tmp_path: Path, text: str, schema: Schema, fitness: Fitness) -> None:
    assert fit(tmp_path, text, schema).fitness is fitness


@pytest.mark.parametrize(
    ("text", "schema", "fitness"),
    [
        ("number", DECIMAL, UNTOLD),
        ("string", INTEGER, UNTOLD),
        ("Date", DATE_TIME, FITS),
        ("User", INTEGER, WRONG),
        ("string", OBJECT, WRONG),
    ],
)
def test_what_is_sent_is_judged_by_its_container(
    tmp_path: Path, text: str, schema: Schema, fitness: Fitness
) -> None:
    assert fit(tmp_path, text, schema, Direction.REQUEST).fitness is fitness


def test_a_wrong_type_is_told_what_comes(tmp_path: Path) -> None:
    assert fit(tmp_path, "number", DECIMAL).reason == "a decimal string"


@pytest.mark.parametrize(
    ("text", "lacks"),
    [("string", True), ("string | undefined", True), ("string | null", False), ("any", False)],
)
def test_null_is_neither_absent_nor_unknown(tmp_path: Path, text: str, lacks: bool) -> None:
    declared = Declared(tmp_path, text)
    schema = Schema(Kind.STRING, nullable=True)
    judge = WireTypes(CONTRACT, declared.program.sources)
    assert judge.lacks_null(declared[0], schema) is lacks
