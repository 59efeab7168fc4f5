"""What every test of a command needs: to run it in a folder, and to see what it said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from fixer.cli import main


class Ran(NamedTuple):
    """A command's exit status, and what it wrote to stdout and stderr."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `fixer` with the given arguments, in this process."""

    def command(*arguments: str) -> Ran:
        status = main(arguments)
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return command


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes files below a folder, texts as UTF-8 and byte for byte."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
