"""`fixer contract` reads, converts and compares files; what is wrong is told in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fixer.cli import main
from fixer.contract import load

REFERENCE = '# A\n\n## GET /v1/x/\n\n```json\n{"user_name": "a", "id": 1}\n```\n'


def test_an_export_is_shown_like_its_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "api.md").write_text(REFERENCE, encoding="utf-8")
    exported = tmp_path / "api.yaml"
    assert main(["contract", "export", str(tmp_path / "api.md"), "-o", str(exported)]) == 0
    capsys.readouterr()
    assert main(["contract", "show", str(exported)]) == 0
    assert "GET    /v1/x/" in capsys.readouterr().out
    assert load(exported).operations == load(tmp_path / "api.md").operations


def test_a_file_that_is_called_json_is_json(tmp_path: Path) -> None:
    (tmp_path / "api.md").write_text(REFERENCE, encoding="utf-8")
    exported = tmp_path / "api.json"
    assert main(["contract", "export", str(tmp_path / "api.md"), "-o", str(exported)]) == 0
    assert "/v1/x/" in json.loads(exported.read_text(encoding="utf-8"))["paths"]
    assert load(exported).operations == load(tmp_path / "api.md").operations


def test_a_difference_is_written_into_the_new_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.yaml"
    old.write_text(REFERENCE, encoding="utf-8")
    main(["contract", "export", str(old), "-o", str(new)])
    new.write_text(new.read_text(encoding="utf-8").replace("user_name", "username"), "utf-8")
    assert main(["contract", "diff", str(old), str(new), "--write"]) == 0
    assert "user_name was renamed to username" in capsys.readouterr().out
    response = load(new).operations[0].response
    assert response is not None
    assert [p.legacy_names for p in response.properties] == [("user_name",), ()]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("no.md", None, "no.md: no such file"),
        ("api.md", b"", "api.md: the file is empty"),
        ("api.md", b"# A\n\n\xff\n", "api.md:3: not UTF-8 here"),
        ("api.md", b"## GET /x\n```json\n{,}\n```\n", "api.md:3: broken JSON example"),
        ("api.yaml", b"swagger: '1.2'\n", "api.yaml:1: not an OpenAPI 3 or Swagger"),
    ],
)
def test_bad_input_is_one_line_and_status_two(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    content: bytes | None,
    told: str,
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert main(["contract", "show", str(tmp_path / name)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert told in lines[0]


def test_a_reference_document_takes_no_rename_by_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(REFERENCE, encoding="utf-8")
    renamed = REFERENCE.replace("user_name", "username")
    new.write_text(renamed, encoding="utf-8")
    assert main(["contract", "diff", str(old), str(new), "--write"]) == 2
    assert "new.md:6: 'username' was user_name: write it there yourself" in capsys.readouterr().out
    assert new.read_text(encoding="utf-8") == renamed


def test_a_difference_is_written_where_the_schema_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    described = (
        "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths:\n  /x/:\n    get:\n"
        "      responses: { '200': { description: ok, content: { application/json: { schema:"
        " { $ref: 'PARTS.yaml#/Item' } } } } }\n"
    )
    parts = "Item:\n  type: object\n  properties:\n    user_name: { type: string }\n"
    for version, name in (("old", "user_name"), ("new", "username")):
        text = described.replace("PARTS", f"{version}_parts")
        (tmp_path / f"{version}.yaml").write_text(text, encoding="utf-8")
        part = parts.replace("user_name", name)
        (tmp_path / f"{version}_parts.yaml").write_text(part, encoding="utf-8")
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    assert main(["contract", "diff", str(old), str(new), "--write"]) == 0
    assert "new_parts.yaml: 1 x-renamed-from written" in capsys.readouterr().out
    assert "x-renamed-from: user_name" in (tmp_path / "new_parts.yaml").read_text(encoding="utf-8")
    assert new.read_text(encoding="utf-8") == described.replace("PARTS", "new_parts")


def test_a_url_is_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["contract", "show", "https://example.org/api.yaml"]) == 2
    assert capsys.readouterr().err.endswith("a URL: download it, name the file\n")
