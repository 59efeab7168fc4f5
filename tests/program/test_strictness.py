"""Whether the compiler infers what nobody annotated: tsconfig, its parents, what it refers to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fixer.program.resolution import Resolver

STRICT = {"compilerOptions": {"strict": True}}

CONFIGS: dict[str, tuple[dict[str, object], bool]] = {
    "none": ({}, False),
    "its own": ({"tsconfig.json": STRICT}, True),
    "inherited": ({"base.json": STRICT, "tsconfig.json": {"extends": "./base"}}, True),
    "said otherwise": (
        {
            "base.json": STRICT,
            "tsconfig.json": {"extends": "./base", "compilerOptions": {"noImplicitAny": False}},
        },
        False,
    ),
    "a package's": ({"tsconfig.json": {"extends": "@vue/tsconfig/tsconfig.dom.json"}}, True),
    "of a project referred to": (
        {
            "app.json": STRICT,
            "tsconfig.json": {"files": [], "references": [{"path": "./app.json"}]},
        },
        True,
    ),
    "unreadable": ({"tsconfig.json": "{"}, False),
}


@pytest.mark.parametrize(("files", "expected"), CONFIGS.values(), ids=CONFIGS)
def test_strictness(tmp_path: Path, files: dict[str, object], expected: bool) -> None:
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content)
        (tmp_path / name).write_text(text)
    (tmp_path / ".git").mkdir()
    (tmp_path / "src").mkdir()
    assert Resolver(tmp_path).infers(tmp_path / "src") is expected
