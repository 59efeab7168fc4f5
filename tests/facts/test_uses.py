"""Where a function's value is taken: by its name, by the names it gets, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fixer.contract.model import Kind, Property, Schema
from fixer.facts.uses import Uses
from tests.facts.frontends import TEXT, frontend, operation

USER = Schema(Kind.OBJECT, (Property("name", TEXT),))
API = """
export async function load() { return (await fetch('/user')).json(); }
export const other = { load: () => 'nothing' };
"""


def taken(folder: Path, page: str) -> list[str]:
    """The lines of a page that take what `load` yields."""
    known = replace(operation("GET /user"), response=USER)
    built = frontend(folder, {"api.ts": API, "page.ts": page}, known)
    function = built.program.module(folder / "api.ts").root.named_children[0].named_children[0]
    uses = Uses(built.program, built.types, built.bindings.carriage)
    lines = page.splitlines()
    found = uses.of(built.program.module(folder / "page.ts"), "load", function)
    return [lines[node.start_point.row] for node in found]


@pytest.mark.parametrize(
    "line",
    [
        "const user = await load();",
        "load().then((user) => show(user));",
        "subscribe(load);",
        "const handlers = { start: load };",
        "const handlers = { load };",
    ],
)
def test_a_call_takes_it_and_so_may_whoever_is_given_the_function(
    tmp_path: Path, line: str
) -> None:
    assert taken(tmp_path, f"import {{ load }} from './api';\n{line}") == [line]


def test_a_name_that_it_gets_in_a_file_counts(tmp_path: Path) -> None:
    page = "import { load as get } from './api';\nconst user = await get();"
    assert taken(tmp_path, page) == ["const user = await get();"]


def test_so_does_one_that_destructuring_gives(tmp_path: Path) -> None:
    page = "import * as api from './api';\nconst { load: get } = api;\nconst user = await get();"
    assert taken(tmp_path, page) == ["const user = await get();"]


@pytest.mark.parametrize(
    "line",
    [
        "import { load } from './api';",
        "const other = { load: 1 };",
        "interface Api { load: () => void }",
        "type Action = 'load' | 'save';",
        "const action = 'load';",
        "for (const load of loads) {}",
        "if (!load) {}",
        "useEffect(() => {}, [load]);",
    ],
)
def test_what_only_bears_the_name_does_not(tmp_path: Path, line: str) -> None:
    assert taken(tmp_path, line) == []


def test_nor_does_a_call_of_another_function_of_that_name(tmp_path: Path) -> None:
    assert taken(tmp_path, "import { other } from './api';\nconst text = other.load();") == []
