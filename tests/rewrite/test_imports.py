"""Needed and dead names in, import statements out."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixer.edit.apply import apply
from fixer.program.module import Module
from fixer.program.syntax import count_errors
from fixer.rewrite.imports import Needed, import_edits, sorted_in, whole_lines, width_of

PATH = Path("/src/a.tsx")


def changed(text: str, *needed: Needed, dead: tuple[str, ...] = ()) -> str:
    module = Module(PATH, text.encode())
    table = module.table(module.root).values
    edits = import_edits(module, needed, [table[name] for name in dead])
    return apply(text.encode(), edits).decode()


A = Needed("./api", "a")
TYPE = Needed("./api", "T", is_type=True)
LINE = "import { a } from './api';\n"
REACT = "import React, { useState } from 'react';\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import { b } from './api';\n", "import { a, b } from './api';\n"),
        (
            "import { b } from './other';\n",
            "import { a } from './api';\nimport { b } from './other';\n",
        ),
        (
            "import React from 'react';\n",
            "import React from 'react';\nimport { a } from './api';\n",
        ),
        (
            "import type { T } from './api';\n",
            "import { a } from './api';\nimport type { T } from './api';\n",
        ),
        ('import { z } from "react"\n', 'import { z } from "react"\nimport { a } from "./api"\n'),
        ("import {b} from './api';\n", "import {a, b} from './api';\n"),
        ("import { z, b } from './api';\n", "import { z, b, a } from './api';\n"),
        ("import { a } from './api';\n", "import { a } from './api';\n"),
        (
            "import {\n  b,\n  c,\n} from './api';\n",
            "import {\n  a,\n  b,\n  c,\n} from './api';\n",
        ),
        (
            "import {\n  b,\n  c\n} from './api';\n",
            "import {\n  a,\n  b,\n  c\n} from './api';\n",
        ),
        (
            "import * as api from './api';\n",
            "import { a } from './api';\nimport * as api from './api';\n",
        ),
        ("const x = 1;\n", "import { a } from './api';\n\nconst x = 1;\n"),
        (
            "'use client';\n\nconst x = 1;\n",
            "'use client';\n\nimport { a } from './api';\n\nconst x = 1;\n",
        ),
    ],
)
def test_a_value_joins_its_module_or_gets_a_line(before: str, after: str) -> None:
    assert changed(before, A) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "import { b } from './api';\n",
            "import { b } from './api';\nimport type { T } from './api';\n",
        ),
        ("import type { S } from './api';\n", "import type { S, T } from './api';\n"),
        ("import { b, type S } from './api';\n", "import { b, type S, type T } from './api';\n"),
        ("import { T } from './api';\n", "import { T } from './api';\n"),
    ],
)
def test_a_type_goes_where_the_file_keeps_types(before: str, after: str) -> None:
    assert changed(before, TYPE) == after


def test_a_list_that_gets_too_long_is_broken() -> None:
    before = "import { " + ", ".join(f"function{i}" for i in range(7)) + " } from './api';\n"
    after = changed(before, Needed("./api", "function7"))
    assert after.startswith("import {\n  function0,\n")
    assert after.endswith("  function7,\n} from './api';\n")


@pytest.mark.parametrize(
    ("before", "dead", "after"),
    [
        ("import { a } from './api';\nx;\n", ("a",), "x;\n"),
        ("import { a, b } from './api';\n", ("a",), "import { b } from './api';\n"),
        ("import { a as z, b } from './api';\n", ("z",), "import { b } from './api';\n"),
        (
            "import React, { useState } from 'react';\n",
            ("useState",),
            "import React from 'react';\n",
        ),
        (
            "import React, { useState } from 'react';\n",
            ("React",),
            "import { useState } from 'react';\n",
        ),
        ("import * as api from './api';\nx;\n", ("api",), "x;\n"),
        ("import api, * as all from './api';\n", ("all",), "import api from './api';\n"),
        ("import './style.css';\nimport a from './api';\n", ("a",), "import './style.css';\n"),
    ],
)
def test_a_dead_name_goes(before: str, dead: tuple[str, ...], after: str) -> None:
    assert changed(before, dead=dead) == after


def test_one_name_comes_while_another_goes() -> None:
    assert changed("import { b, c } from './api';\n", A, dead=("b",)) == (
        "import { a, c } from './api';\n"
    )


def test_line_ends_are_the_files_own() -> None:
    assert changed("import { b } from './b';\r\nb;\r\n", A) == (
        "import { a } from './api';\r\nimport { b } from './b';\r\nb;\r\n"
    )


NAMES = st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), unique=True, max_size=8)


@given(NAMES, NAMES)
def test_every_name_is_there_once_and_the_file_parses(old: list[str], new: list[str]) -> None:
    reserved = {"in", "if", "do", "as", "of", "is", "for", "new", "var", "let", "try", "type"}
    old = [n for n in old if n not in reserved]
    new = [n for n in new if n not in reserved]
    before = f"import {{ {', '.join(f'{n} as {n}' for n in old)} }} from './api';\n"
    before = before.replace("{  }", "{ start }")
    after = changed(before, *(Needed("./api", n) for n in new))
    module = Module(PATH, after.encode())
    assert {*old, *new} <= set(module.table(module.root).values)


@given(NAMES, NAMES)
def test_an_order_that_is_kept_stays_kept(old: list[str], new: list[str]) -> None:
    assert sorted_in(sorted(old), new) == sorted({*old, *new})


def test_lines_that_hold_more_are_not_whole() -> None:
    module = Module(PATH, b"a;\n  b; c;\n")
    first, second, _ = module.root.named_children
    assert whole_lines(module.data, first) == (0, 3)
    assert whole_lines(module.data, second) == (second.start_byte, second.end_byte)


@pytest.mark.parametrize(
    ("longest", "width"), [(10, 80), (80, 80), (81, 100), (119, 120), (300, 120)]
)
def test_the_width_is_the_first_usual_one_that_is_kept(longest: int, width: int) -> None:
    assert width_of(Module(PATH, b"x" * longest + b"\n")) == width


def test_the_result_parses() -> None:
    after = changed("import { b } from './api';\n", A, TYPE)
    assert count_errors(PATH, after.encode()) == 0
