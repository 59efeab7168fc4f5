"""Removed text in, what nothing uses any more out."""

from pathlib import Path

import pytest

from fixer.edit.apply import apply
from fixer.program.module import Module
from fixer.rewrite.dead import dead_after

PATH = Path("/src/a.ts")


def cleared(text: str, removed: str) -> tuple[str, tuple[str, ...]]:
    """The text without dead constants, and the names of dead imports, after `removed` went."""
    data = text.encode()
    start = data.index(removed.encode())
    dead = dead_after(Module(PATH, data), [(start, start + len(removed.encode()))])
    return apply(data, dead.edits).decode(), tuple(b.name for b in dead.imports)


def test_a_constant_goes_with_its_comments_and_a_blank_line() -> None:
    text = "let x;\n\n// Shown for now\n// and later\nconst FAKE = [1];\n\nuse(FAKE);\n"
    assert cleared(text, "FAKE);") == ("let x;\n\nuse(FAKE);\n", ())


def test_what_only_the_constant_used_goes_too() -> None:
    text = "import { one } from './one';\nconst A = one;\nconst B = A;\nuse(B);\n"
    assert cleared(text, "(B)") == ("import { one } from './one';\nuse(B);\n", ("one",))


@pytest.mark.parametrize(
    "text",
    [
        "const FAKE = 1;\nuse(FAKE);\nmore(FAKE);\n",
        "export const FAKE = 1;\nuse(FAKE);\n",
        "const FAKE = 1, OTHER = 2;\nuse(FAKE);\n",
        "const { FAKE } = all;\nuse(FAKE);\n",
        "const FAKE = 1;\nuse(FAKE);\nexport { FAKE };\n",
        "const UNUSED = 1;\nuse(1);\n",
    ],
)
def test_what_is_used_exported_or_declared_with_others_stays(text: str) -> None:
    removed = text[text.index("use(") : text.index(";", text.index("use(")) + 1]
    assert cleared(text, removed) == (text, ())


def test_a_comment_behind_other_code_stays() -> None:
    text = "let x; // not of FAKE\nconst FAKE = 1;\nuse(FAKE);\n"
    assert cleared(text, "use(FAKE);")[0] == "let x; // not of FAKE\nuse(FAKE);\n"


def test_a_type_that_only_the_constant_used_is_a_dead_import() -> None:
    text = "import type { T } from './t';\nconst FAKE: T = 1;\nuse(FAKE);\n"
    assert cleared(text, "use(FAKE);")[1] == ("T",)
