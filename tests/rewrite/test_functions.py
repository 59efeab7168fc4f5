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


def written(folder: Path, module: str) -> str:
    """What is added to a module of functions; empty when nothing is."""
    opening = project(folder, {"contract.md": CONTRACT, "api.ts": module})
    facts = opening({}).facts(folder / "api.ts")
    fixes = [m.fix for m in facts.missing_functions]
    return fixes[0].edits[0].content if fixes and fixes[0] else ""


def test_a_plain_list_and_a_body(tmp_path: Path) -> None:
    module = "export const getItems = async () => (await fetch('/v1/items/')).json();\n"
    assert written(tmp_path, module) == (
        "\nexport interface Box {\n  id: number;\n  size: string;\n  full: unknown;\n}\n"
        "\nexport const fetchBoxes = async () => (await fetch('/v1/boxes/')).json();\n"
        "\nexport const addBox = async (data: Record<string, unknown>) =>"
        " (await fetch('/v1/boxes/', {\n"
        "  method: 'POST',\n  body: JSON.stringify(data),\n})).json();\n"
    )


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
