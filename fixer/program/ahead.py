"""What a folder's files hold, read by another process while this one still gets ready."""

from __future__ import annotations

import marshal
import os
import signal
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fixer.program.texts import read
from fixer.program.words import Index, index_of


@dataclass(frozen=True, slots=True)
class Reading:
    """The texts of a folder's files, as `fixer.program.texts.read` has them, and their words."""

    texts: Mapping[Path, bytes]
    index: Index


class Ahead:
    """A reading that goes on beside what its `with` block does, until that asks for it.

    What goes wrong in the other process is not told: there is no reading then, and whoever reads
    the files himself comes to the same error.
    """

    def __init__(self, root: Path, exclude: Iterable[str] = ()) -> None:
        self._root = root
        self._exclude = tuple(exclude)
        self._child: _Child | None = None

    def __enter__(self) -> Ahead:
        if _is_worth_it():
            self._child = _begun(self._root, self._exclude)
        return self

    def __exit__(self, *_: object) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None

    def take(self) -> Reading | None:
        """The reading, waited for; None if there is none, or it was taken before."""
        if self._child is None:
            return None
        data = self._child.output.read()
        self.__exit__()
        try:
            answer: tuple[list[str], list[bytes], Index] = marshal.loads(data)
        except (EOFError, ValueError):
            return None  # it was ended before it had told everything
        names, texts, index = answer
        return Reading(dict(zip(map(Path, names), texts, strict=True)), index)


@dataclass(frozen=True, slots=True)
class _Child:
    id: int
    output: BinaryIO

    def end(self) -> None:
        self.output.close()
        with suppress(ProcessLookupError):
            os.kill(self.id, signal.SIGKILL)
        # Where SIGCHLD is ignored, as some who start fixer leave it, the system waits for it.
        with suppress(ChildProcessError):
            os.waitpid(self.id, 0)


def _is_worth_it() -> bool:
    """Whether there is a second processor, and no thread that a fork would leave behind."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _begun(root: Path, exclude: tuple[str, ...]) -> _Child | None:
    reading, writing = os.pipe()
    try:
        id = os.fork()
    except OSError:  # no more processes are allowed
        os.close(reading)
        os.close(writing)
        return None
    if id:
        os.close(writing)
        return _Child(id, os.fdopen(reading, "rb"))
    # Nothing of the parent's is flushed, closed or told a second time.
    with suppress(BaseException):
        os.close(reading)
        texts = read(root, exclude)
        index = index_of(texts.values())
        # Half of pickle's time; who reads it is this very interpreter.
        data = marshal.dumps(([*map(str, texts)], [*texts.values()], index))
        with os.fdopen(writing, "wb") as out:
            out.write(data)
    os._exit(0)
