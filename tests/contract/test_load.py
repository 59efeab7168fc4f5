"""A contract's source is known by what is in it, and refused with one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.contract import ContractError, load

OPENAPI = "openapi: 3.0.0\ninfo: {title: '', version: ''}\npaths: {/x: {get: {responses: {}}}}\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("api.yaml", OPENAPI),
        ("api.txt", OPENAPI),
        ("api.txt", OPENAPI.replace("openapi: 3.0.0", 'swagger: "2.0"')),
        ("api.json", '{"openapi": "3.1.0", "paths": {"/x": {"get": {}}}}'),
        ("api.md", "# API\n\n- `GET /x`\n"),
        ("api.txt", "Endpoint: GET /x\n"),
        ("README", "## GET /x\n"),
    ],
)
def test_the_content_tells_the_kind(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert [str(op) for op in load(tmp_path / name).operations] == ["GET /x"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"GET /x\n\xff\xfe\n", "not UTF-8 here"),
        (b"nothing here\n", "no endpoint found"),
    ],
)
def test_a_file_that_is_no_contract(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "api.md").write_bytes(content)
    with pytest.raises(ContractError, match=message):
        load(tmp_path / "api.md")


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match="no such file"):
        load(tmp_path / "none.md")
    with pytest.raises(ContractError, match="a folder without a Django project"):
        load(tmp_path)


def test_a_large_specification_is_cached_until_any_of_its_files_changes(tmp_path: Path) -> None:
    ref = "{'200': {content: {application/json: {schema: {$ref: more.yaml#/A}}}}}"
    text = OPENAPI.replace("responses: {}", f"responses: {ref}") + "# filler\n" * 20_000
    (tmp_path / "api.yaml").write_text(text, encoding="utf-8")
    for kind in ("string", "integer"):
        (tmp_path / "more.yaml").write_text(f"A: {{type: {kind}}}\n", encoding="utf-8")
        for _ in range(2):
            contract = load(tmp_path / "api.yaml", cache=tmp_path / "cache")
            assert contract.schemas["A"].kind.value == kind
    assert list((tmp_path / "cache").glob("*.pickle"))


def test_a_damaged_cache_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(OPENAPI + "# filler\n" * 20_000, encoding="utf-8")
    first = load(tmp_path / "api.yaml", cache=tmp_path / "cache")
    for entry in (tmp_path / "cache").iterdir():
        entry.write_bytes(b"damaged")
    assert load(tmp_path / "api.yaml", cache=tmp_path / "cache") == first
