"""Node.js for tests: the machine's own, else the one that the `dev` extra brings from PyPI."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

BRINGS = Path(sys.executable).parent


def environment() -> dict[str, str]:
    """An environment in which `node`, `npm` and `npx` are found."""
    path = os.environ.get("PATH", "")
    if shutil.which("npm"):
        return dict(os.environ)
    return {**os.environ, "PATH": f"{BRINGS}{os.pathsep}{path}"}


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command of Node's in a folder; its output is for the assertion that fails."""
    program = shutil.which(command[0], path=environment()["PATH"])
    assert program, f"{command[0]} is missing: pip install -e '.[dev]' brings it"
    return subprocess.run(
        [program, *command[1:]],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
