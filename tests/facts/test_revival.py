"""Layers that make dates of the strings that arrive."""

from pathlib import Path

import pytest

from fixer.facts.revival import load_revival
from fixer.program.program import Program
from fixer.rule import builtin_rules

REVIVAL = load_revival(builtin_rules() / "conversions.toml")


def revives(folder: Path, text: str) -> bool:
    (folder / "a.ts").write_text(text)
    return REVIVAL.is_in(Program(folder))


@pytest.mark.parametrize(
    "text",
    [
        "import superjson from 'superjson';",
        "JSON.parse(text, (key, value) => (key === 'at' ? new Date(value) : value));",
        "axios.create({ transformResponse: (d) => ({ ...d, at: new Date(d.at) }) });",
        "api.interceptors.response.use((r) => ({ ...r, at: parseISO(r.at) }));",
        "import { rowResponseTransformer } from './transformers.gen';",
    ],
)
def test_a_layer_that_makes_dates(tmp_path: Path, text: str) -> None:
    assert revives(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "const a = JSON.parse(text); const b = new Date();",
        "interface ConnectionResponse { a: string } const b = new Date();",
        "api.interceptors.response.use((r) => r.data);",
        "// like superjson\nconst a = 1;",
        "export interface Config { responseTransformer?: (data: unknown) => Promise<unknown> }",
    ],
)
def test_what_only_looks_like_one(tmp_path: Path, text: str) -> None:
    assert not revives(tmp_path, text)
