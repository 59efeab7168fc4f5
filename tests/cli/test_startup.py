"""What `fixer check` must not import: most of its time on a small frontend is its start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import write

SLOW = ("django", "email", "httpx", "hypothesis", "jsonschema", "libcst", "multiprocessing")
REPORT = f"""
import sys
from fixer.cli import main
status = main(["check", "--contract", "contract.md"])
print(status, *sorted({{*{SLOW!r}}} & {{*sys.modules}}))
"""


def test_a_check_imports_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "contract.md": "Endpoint: GET /v1/invoices/\n",
            "package.json": "{}",
            "api.ts": "export const load = () => fetch('/v1/invoices/');\n",
        },
    )
    command = [sys.executable, "-c", REPORT]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0"
