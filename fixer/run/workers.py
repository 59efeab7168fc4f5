"""From a long list of files to results of its parts, worked on by several processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from fixer.run.project import Project

R = TypeVar("R")
Work = Callable[[Project, Sequence[Path]], R]

# What is known of the whole project is computed once, before the processes part: below this
# many files each, what is left to do for a file does not repay the start of a process.
FILES_A_PROCESS = 2000
CHUNKS_A_PROCESS = 4


class WorkerError(Exception):
    """A process died; the message is one line."""


def processes(files: int) -> int:
    """How many processes are worth their start for so many files."""
    if not hasattr(os, "fork"):
        return 1
    return max(1, min(os.cpu_count() or 1, files // FILES_A_PROCESS))


def over_chunks(project: Project, work: Work[R], paths: Sequence[Path], jobs: int) -> Iterator[R]:
    """`work` on neighbouring files at a time; forked processes share what `project` knows by now.

    Raises WorkerError if a process dies.
    """
    # Most runs need one process: they shall not pay for the import.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    size = -(-len(paths) // (jobs * CHUNKS_A_PROCESS)) or 1
    chunks = [paths[start : start + size] for start in range(0, len(paths), size)]
    try:
        with ProcessPoolExecutor(
            jobs, get_context("fork"), initializer=_Worker.start, initargs=(project, work)
        ) as pool:
            yield from pool.map(_Worker.run, chunks)
    except BrokenProcessPool as error:
        raise WorkerError("a worker process died, out of memory perhaps") from error


class _Worker:
    """What one process keeps between chunks."""

    project: Project
    work: Work[Any]

    @classmethod
    def start(cls, project: Project, work: Work[Any]) -> None:
        cls.project = project
        cls.work = staticmethod(work)

    @classmethod
    def run(cls, paths: Sequence[Path]) -> Any:
        return cls.work(cls.project, paths)
