"""`fixer check --contract NEW --from OLD`: a frontend carried from one version to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, write

OLD = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /v1/credits/:
    get:
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                type: object
                required: [id, credit_balance]
                properties:
                  id: {type: integer}
                  credit_balance: {type: integer}
"""
RENAMED = OLD.replace("credit_balance", "credits_balance")
MOVED = OLD.replace("/v1/credits/", "/v2/credits/")
FRONTEND = """\
interface Credits {
  id: number;
  credit_balance: number;
}
export async function load(): Promise<Credits> {
  const answer = await fetch('/v1/credits/');
  return answer.json();
}
export const show = async () => {
  const { credit_balance } = await load();
  return `${credit_balance} left`;
};
"""
MIGRATE = ("check", "--contract", "new.yaml", "--from", "old.yaml")


@pytest.fixture
def frontend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {"old.yaml": OLD, "package.json": "{}", "src/api.ts": FRONTEND})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_renamed_field_is_a_legacy_field_and_repaired_safely(run: Run, frontend: Path) -> None:
    write(frontend, {"new.yaml": RENAMED})
    assert run(*MIGRATE, "--statistics").out == "2  [*]  legacy-field\n"
    assert run(*MIGRATE, "--fix").status == 0
    fixed = (frontend / "src/api.ts").read_text()
    assert fixed == FRONTEND.replace("credit_balance", "credits_balance")


def test_a_moved_path_is_repaired_safely(run: Run, frontend: Path) -> None:
    write(frontend, {"new.yaml": MOVED})
    assert run(*MIGRATE, "--statistics").out == "1  [*]  unknown-endpoint\n"
    assert run(*MIGRATE, "--fix").status == 0
    fixed = (frontend / "src/api.ts").read_text()
    assert fixed == FRONTEND.replace("/v1/credits/", "/v2/credits/")


def test_a_repaired_frontend_is_clean_without_the_old_version(run: Run, frontend: Path) -> None:
    write(frontend, {"new.yaml": RENAMED})
    run(*MIGRATE, "--fix")
    assert run("check", "--contract", "new.yaml").status == 0


def test_equal_versions_leave_the_frontend_alone(run: Run, frontend: Path) -> None:
    write(frontend, {"new.yaml": OLD})
    assert run(*MIGRATE, "--fix").status == 0
    assert (frontend / "src/api.ts").read_text() == FRONTEND


@pytest.mark.parametrize(
    ("older", "message"),
    [("none.yaml", "none.yaml: no such file"), ("src/api.ts", "src/api.ts: no endpoint found")],
)
def test_an_old_version_that_is_none_is_one_line(
    run: Run, frontend: Path, older: str, message: str
) -> None:
    write(frontend, {"new.yaml": RENAMED})
    ran = run("check", "--contract", "new.yaml", "--from", older)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
