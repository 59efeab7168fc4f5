"""What README.md shows is what there is."""

import re
from pathlib import Path

import pytest
import yaml

from docs.tables import with_table
from fixer.cli import COMMANDS, main
from fixer.config import load_config

ROOT = Path(__file__).parents[1]
DOCS = sorted((ROOT / "docs").glob("*.md"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str, number: int = 0) -> str:
    """The text of the README's code blocks of a language, by number."""
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return found[number]


def test_the_table_of_rules_is_up_to_date() -> None:
    assert with_table(README) == README, "run `make tables`"


def test_every_command_is_named() -> None:
    assert [name for name in COMMANDS if f"`fixer {name}" not in README] == []


def test_the_settings_are_read(tmp_path: Path) -> None:
    (tmp_path / "fixer.toml").write_text(block("toml"))
    settings = load_config(tmp_path / "fixer.toml")
    assert settings.contract == tmp_path / "docs/api-reference.md"


def test_a_client_of_ones_own_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "api-clients.toml").write_text(block("toml", 1))
    (tmp_path / "fixer.toml").write_text('clients = ["api-clients.toml"]\n')
    (tmp_path / "contract.md").write_text("Endpoint: GET /v1/team/\n")
    source = "import { http } from '@acme/http';\nhttp.get('/v1/team');\n"
    (tmp_path / "team.ts").write_text(source)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--contract", "contract.md", "--output-format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("team.ts:2:11: error[trailing-slash]")


def test_the_hooks_exist() -> None:
    offered = {h["id"] for h in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    shown = {h["id"] for r in yaml.safe_load(block("yaml"))["repos"] for h in r["hooks"]}
    assert shown <= offered


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{it.name}" for it in DOCS)])
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []
