"""Texts that TypeScript reads and its grammar for tree-sitter doesn't."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.program.syntax import captures, count_errors, parse

LEGIBLE = {
    "an import type as argument": "const a = await original<typeof import('./a')>();",
    "over lines": "const a = await original<\n  typeof import('./a')\n>();",
    "an ampersand in an attribute": 'const a = <a href="/?a=1&b=2">x</a>;',
    "an ampersand in text": "const a = <b>Save & exit</b>;",
    "types of another module": "export type * from './a'; export type * as b from './b';",
    "a parameter called as a type is": "type A = { set: (boolean) => void; all?: (any) => void };",
    "an import type that goes on": "interface A { rows: import('./a').Row[] }",
    "a line that begins with in": "interface A {\n  a: string\n  in_stock: boolean\n}",
    "an optional mapped type, apart": "type A = { [K in B]? : string };",
    "a template with an object's type": "const A = styled.div<{ wide: boolean }>`a`;",
}
BROKEN = {
    "an open brace": "const a = <b title='a&b'>{</b>;",
    "an import type that doesn't end": "const a = original<typeof import('./a'>();",
    "an operator without an operand": "const a = 1 & ;",
    "a bang without an operand": "const a = !;",
}


@pytest.mark.parametrize("code", LEGIBLE.values(), ids=LEGIBLE)
def test_legible(code: str) -> None:
    assert count_errors(Path("a.tsx"), code.encode()) == 0


@pytest.mark.parametrize("code", BROKEN.values(), ids=BROKEN)
def test_broken(code: str) -> None:
    assert count_errors(Path("a.tsx"), code.encode()) > 0


def test_a_call_with_an_import_type_is_a_call() -> None:
    code = "const { one } = await original<typeof import('./é')>(); two();"
    tree, language = parse(Path("a.ts"), code.encode())
    found = captures(tree.root_node, language, "(call_expression) @call")["call"]
    assert [call.start_byte for call in found] == [16, len(code.encode()) - 6]


def test_a_cast_to_a_type_of_many_names_is_a_cast() -> None:
    code = "const a = b as A.B.C | null; const c = 'as d.e.f | g';"
    tree, language = parse(Path("a.ts"), code.encode())
    found = captures(tree.root_node, language, "(as_expression) @as (string) @text")
    assert [(n.start_byte, n.end_byte) for n in found["as"]] == [(10, 27)]
    assert found["text"][0].text == b"'as d.e.f | g'"


def test_a_property_keeps_its_name_and_place_where_the_line_is_mended() -> None:
    code = "interface A {\n  set: (string) => void\n  in_stock: boolean\n}"
    tree, language = parse(Path("a.ts"), code.encode())
    found = captures(tree.root_node, language, "(property_signature name: (_) @name)")["name"]
    assert [(n.text, n.start_byte) for n in found] == [
        (b"set", code.index("set")),
        (b"in_stock", code.index("in_")),
    ]


def test_an_arrow_function_keeps_the_name_of_its_parameter() -> None:
    code = "const a = (string) => string.length;"
    tree, language = parse(Path("a.ts"), code.encode())
    found = captures(tree.root_node, language, "(formal_parameters (_) @p)")["p"]
    assert [n.text for n in found] == [b"string"]
