"""A module's own functions and operations in, functions written like those out."""

from pathlib import Path

import pytest

from fixer.rewrite.functions import singular
from tests.tools import project

CONTRACT = """
## Items
Endpoint: GET /v1/items/

Returns:

{ "results": [{ "id": 1, "name": "A" }], "count": 1 }

## Boxes
Endpoint: GET /v1/boxes/

Returns:

[{ "id": 1, "size": "2.0", "full": null }]

## Pages

### StorePage.tsx
Should use:
- `getItems()` → `/v1/items/`
- `fetchBoxes()` → `/v1/boxes/`
- `addBox(data)` → `POST /v1/boxes/`
"""


GET = "const get = async <T>(path: string): Promise<T> => (await fetch(path)).json();\n"


def written(folder: Path, module: str, name: str = "api.ts") -> str:
    """What is added to a module of functions; empty when nothing is."""
    opening = project(folder, {"contract.md": CONTRACT, name: module})
    facts = opening({}).facts(folder / name)
    fixes = [m.fix for m in facts.missing_functions]
    return fixes[0].edits[0].content if fixes and fixes[0] else ""


def test_a_list_without_a_page_around_it(tmp_path: Path) -> None:
    module = "export const getItems = () => get<Item[]>('/v1/items/');\n" + GET
    assert written(tmp_path, module).startswith(
        "\nexport interface Box {\n  id: number;\n  size: string;\n  full: unknown;\n}\n"
        "\nexport const fetchBoxes = () => get<Box[]>('/v1/boxes/');\n"
    )


def test_no_type_is_declared_that_nothing_names(tmp_path: Path) -> None:
    module = "export const getItems = async () => (await fetch('/v1/items/')).json();\n"
    assert written(tmp_path, module) == (
        "\nexport const fetchBoxes = async () => (await fetch('/v1/boxes/')).json();\n"
        "\nexport const addBox = async (data: Record<string, unknown>) =>"
        " (await fetch('/v1/boxes/', {\n"
        "  method: 'POST',\n  body: JSON.stringify(data),\n})).json();\n"
    )


def test_javascript_gets_no_types(tmp_path: Path) -> None:
    module = "export const getItems = () => fetch('/v1/items/');\n"
    assert written(tmp_path, module, "api.js") == (
        "\nexport const fetchBoxes = () => fetch('/v1/boxes/');\n"
        "\nexport const addBox = (data) => fetch('/v1/boxes/', {\n"
        "  method: 'POST',\n  body: JSON.stringify(data),\n});\n"
    )


@pytest.mark.parametrize(
    "function",
    [
        "export const getItems = (n: number) => (n ? fetch('/v1/items/') : null);",
        "export async function getItems(a: string) { log(a); return fetch('/v1/items/'); }",
        "export const getItems: () => Promise<Response> = () => fetch('/v1/items/');",
        "export const getItems = async () => make(await fetch('/v1/items/'));",
        "export const getItems = () => fetch('/v1/items/'), other = 1;",
        "const getItems = () => fetch('/v1/items/');\nexport { getItems };",
        "export const getItems = () => fetch('/v1/items/', { cache: 'no-store' });",
    ],
)
def test_a_function_that_does_more_is_no_model(tmp_path: Path, function: str) -> None:
    assert written(tmp_path, f"{function}\n") == ""


def test_the_modules_base_is_kept(tmp_path: Path) -> None:
    module = "export const getItems = () => fetch(`${BASE}/items/`);\nconst BASE = '/v1';\n"
    assert "fetch(`${BASE}/boxes/`)" in written(tmp_path, module)


def test_a_file_without_a_last_line_end_stays_without(tmp_path: Path) -> None:
    added = written(tmp_path, "export const getItems = () => fetch('/v1/items/');")
    assert added.startswith("\n\nexport ")
    assert not added.endswith("\n")


def test_nothing_is_written_where_no_request_shows_how(tmp_path: Path) -> None:
    module = "const url = '/v1/items/';\nexport const getItems = () => fetch(url);\n"
    assert written(tmp_path, module) == ""


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("Payments", "Payment"),
        ("Categories", "Category"),
        ("Boxes", "Box"),
        ("Addresses", "Address"),
        ("Address", "Address"),
        ("Analytics", "Analytics"),
        ("Status", "Status"),
        ("Analysis", "Analysis"),
        ("Ties", "Tie"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
