"""Draws `docs/check.svg`: what `fixer check` prints about the fixture, as an image."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
COMMAND = "fixer check fixtures/igny8/before --contract rules/igny8.md"
FINDINGS = 5
COLUMNS = 104
# rich links fonts of another site; the reader's own monospace does as well.
FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def main() -> None:
    """The first findings and the closing lines, in colour, under the command that gives them."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    blocks = _on_a_terminal(COMMAND.split()).rstrip().split("\n\n")
    console.print(Text(f"$ {COMMAND}", style="bold"), "")
    for block in (*blocks[:FINDINGS], "…", blocks[-1]):
        console.print(Text.from_ansi(block), "", sep="\n")
    drawn = console.export_svg(title="fixer")
    (ROOT / "docs" / "check.svg").write_text(FONT_FACE.sub("", drawn), encoding="utf-8")


def _on_a_terminal(command: list[str]) -> str:
    """What a command prints when its output is a terminal, colours included."""
    mine, its = pty.openpty()
    program = Path(sys.executable).with_name(command[0])
    environment = {**os.environ, "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen([program, *command[1:]], cwd=ROOT, stdout=its, env=environment):
        os.close(its)
        with os.fdopen(mine, "rb", buffering=0) as output:
            return b"".join(_chunks(output)).decode().replace("\r\n", "\n")


def _chunks(output: io.FileIO) -> list[bytes]:
    """Until the program closes its side, which Linux reports as an error and others as an end."""
    chunks: list[bytes] = []
    while True:
        try:
            chunk = output.read(65536)
        except OSError:
            return chunks
        if not chunk:
            return chunks
        chunks.append(chunk)


if __name__ == "__main__":
    main()
