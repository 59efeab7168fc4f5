from pathlib import Path

import pytest

from fixer.config import ConfigError, Destructuring, Settings, find_config, load_config
from fixer.diagnostics import Diagnostic, Severity, Span

EVERYTHING = """
contract = "docs/api.md"
include = ["src"]
exclude = "src/generated"
tests = ["*.fixture.ts"]
include-tests = true
select = ["one"]
ignore = ["two"]
destructuring = "alias"
prefixes = ["/api"]
clients = "clients.toml"
rules = ["my-rules"]

[per-file-ignores]
"src/old/**" = ["three"]

[severity]
one = "note"
"""


def config(folder: Path, text: str, name: str = "fixer.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text)
    return path


def test_every_setting_is_read_and_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    path = config(tmp_path, EVERYTHING)
    assert load_config(path) == Settings(
        root=tmp_path,
        contract=tmp_path / "docs/api.md",
        include=("src",),
        exclude=("src/generated",),
        tests=("*.fixture.ts",),
        include_tests=True,
        select=("one",),
        ignore=("two",),
        per_file_ignores={"src/old/**": ("three",)},
        severity={"one": Severity.NOTE},
        destructuring=Destructuring.ALIAS,
        prefixes=("/api",),
        clients=(tmp_path / "clients.toml",),
        rules=(tmp_path / "my-rules",),
        file=path,
    )


def test_pyproject_serves_too(tmp_path: Path) -> None:
    path = config(tmp_path, '[tool.fixer]\ncontract = "api.md"\n', "pyproject.toml")
    assert load_config(path).contract == tmp_path / "api.md"


def test_the_nearest_file_upwards_is_found(tmp_path: Path) -> None:
    outer = config(tmp_path, "")
    inner = config(tmp_path / "app", "[tool.fixer]\nselect = []\n", "pyproject.toml")
    (tmp_path / "app" / "src").mkdir()
    assert find_config(tmp_path / "app" / "src") == inner
    assert find_config(tmp_path) == outer


def test_a_pyproject_of_somebody_else_is_passed_by(tmp_path: Path) -> None:
    outer = config(tmp_path, "")
    config(tmp_path / "app", "[tool.ruff]\n", "pyproject.toml")
    assert find_config(tmp_path / "app") == outer


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('x = 1\ncontract = "a"\n', r"toml:1: unknown setting 'x'; known: contract"),
        ('\n# first\n\nselct = ["a"]\n', r"toml:4: unknown setting 'selct'; did you mean 'select'"),
        ("include = [\n  1,\n]\n", r"toml:1: 'include' must be a string or a list of strings"),
        ("include-tests = 'yes'", r"toml:1: 'include-tests' must be true or false"),
        ("contract = 3", r"toml:1: 'contract' must be a string"),
        ('a = """\nselect\n"""', r"toml:1: unknown setting 'a'"),
        ("\n[severity]\none = 'bad'\n", r'toml:3: \'one\' must be one of "error", "warning"'),
        ("severity = 'note'", r"toml:1: 'severity' must be a table"),
        ("destructuring = 'x'", r'toml:1: \'destructuring\' must be one of "rename", "alias"'),
        ("exclude = ['a', '!']", r"toml:1: '!' is no gitignore pattern"),
        ("\n[per-file-ignores]\n'!' = []\n", r"toml:3: '!' is no gitignore pattern"),
        ("a = 1\nb = \n", r"toml:2: broken TOML: Invalid value.*; mend the file"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as raised:
        load_config(config(tmp_path, text))
    assert "\n" not in str(raised.value)


def test_a_mistake_in_pyproject_has_its_place_too(tmp_path: Path) -> None:
    text = "[project]\nselect = 'x'\n\n[tool.fixer]\nselect = 1\n"
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5: 'select' must"):
        load_config(config(tmp_path, text, "pyproject.toml"))


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "fixer.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load_config(path)


def test_patterns_are_those_of_gitignore(tmp_path: Path) -> None:
    settings = Settings(
        tmp_path, include=("src", "!src/old"), per_file_ignores={"*.gen.ts": ("one",)}
    )
    assert settings.includes(tmp_path / "src/a.ts")
    assert not settings.includes(tmp_path / "src/old/a.ts")
    assert not settings.includes(tmp_path / "lib/a.ts")
    found = Diagnostic("one", tmp_path / "src/a.gen.ts", Span(0, 1), Severity.ERROR, "")
    assert settings.ignores(found)
