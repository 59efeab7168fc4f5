"""Which texts may be the template of a component that does not say where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixer.facts.unread import unread_templates
from fixer.program.program import Program

CORE = "import { Component } from '@angular/core';\n"


@pytest.mark.parametrize(
    ("files", "unread"),
    [
        ({"a.ts": "@Component({ template: '<p>' }) class A {}"}, []),
        ({"a.ts": "@Component({ templateUrl: './a.html' }) class A {}", "a.html": ""}, []),
        ({"a.ts": "@Component({ template: '<p>' + T }) class A {}"}, ["a.ts"]),
        ({"a.ts": "@Component({ template: require('./a.html') }) class A {}", "a.html": ""},
         ["a.html", "a.ts"]),
        ({"a.ts": "import { T } from './b'; @Component({ template: T }) class A {}",
          "b.ts": "export const T = '<p>';"}, ["a.ts", "b.ts"]),
        ({"a.ts": "@Component({ templateUrl: './a.svg' }) class A {}", "a.svg": ""}, ["a.svg"]),
        ({"a.ts": "@Component({ templateUrl: '/x/a.html' }) class A {}", "a.html": ""},
         ["a.html", "a.ts"]),
        ({"a.ts": "@Component({ templateUrl: URL }) class A {}", "a.html": ""}, ["a.html", "a.ts"]),
    ],
)  # fmt: skip
def test_unread_templates(tmp_path: Path, files: dict[str, str], unread: list[str]) -> None:
    for name, text in files.items():
        head = CORE if name.endswith(".ts") else ""
        (tmp_path / name).write_text(head + text)
    found = unread_templates(Program(tmp_path))
    assert sorted(text.path.name for text in found) == unread
