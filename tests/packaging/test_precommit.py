"""The hooks of `.pre-commit-hooks.yaml`, run by pre-commit itself from a clone of this tree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("pre-commit")

ROOT = Path(__file__).parents[2]
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")
CONTRACT = "## Invoices\n\nEndpoint: GET /v1/billing/invoices/\n"
SETTINGS = 'contract = "contract.md"\n'
WRONG = "export const load = () => fetch('/v1/billing/invoices');\n"
RIGHT = "export const load = () => fetch('/v1/billing/invoices/');\n"
HOOKS = """\
repos:
  - repo: {clone}
    rev: {revision}
    hooks:
      - id: {hook}
"""


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=test", "-c", "user.email=test@example.com")
    command = ["git", *identity, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def committed(folder: Path) -> str:
    """Makes a repository of a folder; the revision of its one commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All", "--no-verify")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The working tree as it is, in a repository of its own."""
    folder = tmp_path_factory.mktemp("fixer")
    listed = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file() and not name.startswith("fixtures/"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder, committed(folder)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def frontend(tmp_path: Path) -> Path:
    files = {"contract.md": CONTRACT, "fixer.toml": SETTINGS, "src/api.ts": WRONG}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    committed(tmp_path)
    return tmp_path


def run(
    frontend: Path, clone: tuple[Path, str], home: Path, hook: str
) -> subprocess.CompletedProcess[str]:
    folder, revision = clone
    config = HOOKS.format(clone=folder, revision=revision, hook=hook)
    (frontend / ".pre-commit-config.yaml").write_text(config)
    git(frontend, "add", "--all")
    return subprocess.run(
        [PRE_COMMIT, "run", "--all-files"],
        cwd=frontend,
        env={**os.environ, "PRE_COMMIT_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_check_fails_the_commit_and_says_what_is_right(
    frontend: Path, clone: tuple[Path, str], home: Path
) -> None:
    done = run(frontend, clone, home, "fixer-check")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "src/api.ts:1:" in done.stdout
    assert "/v1/billing/invoices/" in done.stdout
    assert (frontend / "src/api.ts").read_text() == WRONG


def test_fix_repairs_the_file_and_the_next_commit_passes(
    frontend: Path, clone: tuple[Path, str], home: Path
) -> None:
    done = run(frontend, clone, home, "fixer-fix")
    assert "files were modified by this hook" in done.stdout, done.stdout + done.stderr
    assert (frontend / "src/api.ts").read_text() == RIGHT
    done = run(frontend, clone, home, "fixer-fix")
    assert done.returncode == 0, done.stdout + done.stderr
