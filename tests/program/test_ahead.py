"""What another process reads of a folder, while this one gets ready."""

import os
import signal
from pathlib import Path

import pytest

from fixer.program import ahead
from fixer.program.ahead import Ahead
from fixer.program.program import Program
from fixer.program.words import index_of

FILES = {
    "app/row.component.ts": (
        "import { Component } from '@angular/core'\n@Component({ templateUrl: './row.html' })\n"
        "export class Row { name = '' }\n"
    ),
    "app/row.html": "<p>{{ name }}</p>\n",
    "app/unused.html": "<p>{{ other }}</p>\n",
    "api/rows.ts": "export const rows = () => fetch('/rows/')\n",
    "api/old.ts": "export const old = 1\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # Whatever this machine has: pytest's own threads are none of fixer's.
    monkeypatch.setattr(ahead, "_is_worth_it", lambda: hasattr(os, "fork"))
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_a_reading_is_what_this_process_would_read(folder: Path) -> None:
    with Ahead(folder, ["api/old.ts"]) as reading:
        done = reading.take()
    own = Program(folder, ["api/old.ts"])
    assert done is not None
    assert list(done.texts.items()) == list(own.sources.items())
    assert done.index == index_of(own.sources.values())


def test_a_program_knows_what_was_read_for_it(folder: Path) -> None:
    with Ahead(folder) as reading:
        program = Program(folder, reading=reading)
        assert program.files
    for path in program.files:
        path.unlink()
    assert program.holding("name") == (folder / "app/row.component.ts", folder / "app/row.html")
    assert program.module(folder / "api/rows.ts").root.named_child_count == 1


def test_a_reading_is_had_once(folder: Path) -> None:
    with Ahead(folder) as reading:
        assert reading.take() is not None
        assert reading.take() is None


def test_what_goes_wrong_there_is_seen_here(folder: Path) -> None:
    gone = folder / "gone"
    with Ahead(gone) as reading:
        program = Program(gone, reading=reading)
        with pytest.raises(FileNotFoundError):
            _ = program.files


def test_nobody_has_to_ask_for_it(folder: Path) -> None:
    with Ahead(folder):
        pass
    with pytest.raises(ChildProcessError):  # it isn't left behind
        os.waitpid(-1, os.WNOHANG)


def test_a_reading_that_ends_too_early_is_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = ahead.marshal.dumps
    monkeypatch.setattr(ahead.marshal, "dumps", lambda value: written(value)[:-20])
    with Ahead(folder) as reading:
        program = Program(folder, reading=reading)
        assert list(program.sources) == list(Program(folder).sources)


def test_the_system_may_wait_for_it(folder: Path) -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with Ahead(folder) as reading:
            assert reading.take() is not None
        with Ahead(folder):
            pass
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_where_no_process_can_be_begun_the_program_reads(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    with Ahead(folder) as reading:
        assert reading.take() is None
        assert Program(folder, reading=reading).sources == Program(folder).sources


def test_where_it_is_not_worth_a_process_the_program_reads(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_is_worth_it", lambda: False)
    with Ahead(folder) as reading:
        assert reading.take() is None
        assert Program(folder, reading=reading).sources == Program(folder).sources
