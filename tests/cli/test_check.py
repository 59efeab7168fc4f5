"""`fixer check` from the shell's side: what it prints, writes and exits with."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from fixer.facts.meets import Meets
from tests.cli.conftest import Run, write

CONTRACT = """\
## Invoices

Endpoint: GET /v1/billing/invoices/

## Balance

Endpoint: GET /v1/billing/credits/balance/

Returns:

{ "credits": 100 }

- `credits` (NOT `balance`)
"""
WRONG = "export const load = () => fetch('/v1/billing/invoices');\n"
RIGHT = "export const load = () => fetch('/v1/billing/invoices/');\n"


@pytest.fixture(autouse=True)
def frontend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {"contract.md": CONTRACT, "package.json": "{}", "src/api.ts": WRONG})
    monkeypatch.chdir(tmp_path)
    return tmp_path


CHECK = ("check", "--contract", "contract.md")


def test_a_finding_is_shown_and_the_status_is_1(run: Run) -> None:
    ran = run(*CHECK)
    assert ran.status == 1
    assert "src/api.ts:1:" in ran.out
    assert "contract.md:3 says GET /v1/billing/invoices/" in ran.out
    assert ran.err == ""
    assert "\x1b" not in ran.out


def test_a_clean_frontend_gives_status_0(run: Run, frontend: Path) -> None:
    write(frontend, {"src/api.ts": RIGHT})
    ran = run(*CHECK)
    assert (ran.status, ran.out) == (0, "No findings (1 file, 1 call against 2 endpoints).\n")


def test_fix_writes_and_what_is_left_decides_the_status(run: Run, frontend: Path) -> None:
    ran = run(*CHECK, "--fix")
    assert ran.status == 0
    assert ran.out.startswith("Fixed 1 file.\n")
    assert (frontend / "src/api.ts").read_text() == RIGHT


def test_fixing_again_changes_nothing(run: Run, frontend: Path) -> None:
    run(*CHECK, "--fix")
    before = (frontend / "src/api.ts").stat().st_mtime_ns
    assert "Fixed" not in run(*CHECK, "--fix").out
    assert (frontend / "src/api.ts").stat().st_mtime_ns == before


def test_diff_shows_the_change_and_writes_nothing(run: Run, frontend: Path) -> None:
    ran = run(*CHECK, "--diff")
    assert ran.status == 1
    assert ran.out.splitlines()[:2] == ["--- a/src/api.ts", "+++ b/src/api.ts"]
    assert (frontend / "src/api.ts").read_text() == WRONG


def test_the_contract_may_stand_in_the_configuration(run: Run, frontend: Path) -> None:
    write(frontend, {"fixer.toml": 'contract = "contract.md"\n'})
    assert run("check").status == 1


def test_only_the_asked_paths_are_reported(run: Run, frontend: Path) -> None:
    write(frontend, {"src/other.ts": WRONG})
    ran = run(*CHECK, "src/other.ts", "--output-format", "concise")
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["src/other.ts"]


def test_json_is_a_list_with_relative_names(run: Run) -> None:
    (found,) = json.loads(run(*CHECK, "--output-format", "json").out)
    assert found["filename"] == "src/api.ts"
    assert found["location"]["row"] == 1


def test_select_and_ignore_choose_the_rules(run: Run) -> None:
    assert run(*CHECK, "--select", "legacy-field").status == 0
    assert run(*CHECK, "--ignore", "unknown-endpoint,trailing-slash").status == 0


def test_exit_zero_is_for_findings(run: Run) -> None:
    assert run(*CHECK, "--exit-zero").status == 0
    assert run("check", "--contract", "nowhere.md", "--exit-zero").status == 2


def test_quiet_leaves_the_closing_lines_out(run: Run, frontend: Path) -> None:
    write(frontend, {"src/api.ts": RIGHT})
    assert run(*CHECK, "-q").out == ""


def test_verbose_says_on_stderr_how_much_was_read(run: Run, frontend: Path) -> None:
    write(frontend, {"src/dull.ts": "export const one = 1;\n"})
    assert run(*CHECK, "-v").err == (
        "2 files found, 1 prefiltered (nothing in their bytes matters), 1 parsed, 2 evaluated, "
        "1 call read; 1 process\n"
    )


def test_statistics_count_by_rule(run: Run) -> None:
    assert run(*CHECK, "--statistics").out.startswith("1  [*]  ")


@pytest.mark.parametrize(
    ("arguments", "files", "message"),
    [
        (["check"], {}, "no contract: give --contract SRC"),
        (["check", "--contract", "none.md"], {}, "none.md: no such file"),
        (["check", "nowhere"], {}, "'nowhere' does not exist"),
        ([*CHECK, "--select", "legacy-feild"], {}, "did you mean 'legacy-field'?"),
        ([*CHECK, "--output-format", "xml"], {}, "is not one of 'text', 'concise'"),
        (CHECK, {"fixer.toml": "selct = 1\n"}, "fixer.toml:1: unknown setting 'selct'"),
        (CHECK, {"contract.md": "nothing here\n"}, "contract.md"),
        (CHECK, {"src/api.ts": "export const one = 1;\n"}, "no HTTP call found in 1 source file"),
        ([*CHECK, "package.json"], {}, "no TypeScript or JavaScript file to check in package.json"),
        ([*CHECK, "docs"], {"docs/a.md": ""}, "file to check in docs"),
        (["rule", "no-such"], {}, "there is no rule 'no-such'"),
    ],
)
def test_a_mistake_is_one_line_and_status_2(
    run: Run, frontend: Path, arguments: Sequence[str], files: dict[str, str], message: str
) -> None:
    write(frontend, files)
    ran = run(*arguments)
    assert ran.status == 2
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


def test_an_input_error_is_one_line(run: Run) -> None:
    assert run("check").err == (
        'fixer: no contract: give --contract SRC, or write contract = "SRC" in fixer.toml\n'
    )


def test_a_missing_source_folder_is_status_2(run: Run, frontend: Path) -> None:
    (frontend / "empty").mkdir()
    (frontend / "empty" / "package.json").write_text("{}")
    ran = run(*CHECK, "empty")
    assert ran.status == 2
    assert "no TypeScript or JavaScript file" in ran.err


def test_an_excluded_file_may_be_asked_for(run: Run, frontend: Path) -> None:
    write(frontend, {"fixer.toml": 'exclude = ["old"]\n', "old/api.ts": WRONG})
    assert run(*CHECK, "old/api.ts", "--output-format", "concise") == (0, "", "")


def test_a_closed_pipe_is_no_error() -> None:
    command = [sys.executable, "-m", "fixer", *CHECK]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_what_is_closed_is_no_error(closed: str) -> None:
    command = f"{sys.executable} -m fixer {' '.join(CHECK)}"
    plain, without = (
        subprocess.run(["sh", "-c", f"{command} {end}"], capture_output=True, check=False)
        for end in ("", closed)
    )
    assert without.returncode == plain.returncode
    assert b"error" not in without.stderr


def test_rules_are_listed_and_shown(run: Run) -> None:
    assert "unused-suppression" in run("rule").out
    assert run("rule", "unused-suppression").out.startswith("# unused-suppression\n")


def test_checklist_needs_a_contract_with_one(run: Run) -> None:
    ran = run("checklist", "--contract", "contract.md")
    assert (ran.status, "contract.md has no checklist" in ran.err) == (2, True)


def test_what_fails_in_all_files_is_tried_and_said_once(
    run: Run, frontend: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []

    def fail(meets: Meets, calls: object) -> None:
        tried.append(calls)
        raise KeyError("credits")

    monkeypatch.setattr(Meets, "follow", fail)
    write(frontend, {"src/other.ts": RIGHT})
    ran = run(*CHECK)
    assert ran.status == 2
    assert len(tried) == 1
    lines = [line for line in ran.err.splitlines() if "rule unknown-field failed" in line]
    assert lines == [
        "fixer: src/api.ts and 1 more: rule unknown-field failed: KeyError: 'credits'"
        f" (test_check.py:{fail.__code__.co_firstlineno + 2}); please report it"
    ]
