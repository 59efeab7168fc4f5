"""From a long list of files to results of its parts, worked on by several processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, TypeVar

from fixer.run.project import Project

R = TypeVar("R")
Work = Callable[[Project, Sequence[Path]], R]

FILES_A_PROCESS = 200
CHUNKS_A_PROCESS = 4


class WorkerError(Exception):
    """A process died; the message is one line."""


def processes(files: int) -> int:
    """How many processes are worth their start for so many files."""
    return max(1, min(os.cpu_count() or 1, files // FILES_A_PROCESS))


def over_chunks(
    open_project: Callable[[], Project], work: Work[R], paths: Sequence[Path], jobs: int
) -> Iterator[R]:
    """`work` on neighbouring files at a time; each process opens the project once for itself.

    Raises WorkerError if a process dies.
    """
    size = -(-len(paths) // (jobs * CHUNKS_A_PROCESS)) or 1
    chunks = [paths[start : start + size] for start in range(0, len(paths), size)]
    try:
        arguments = open_project, work
        with ProcessPoolExecutor(jobs, initializer=_Worker.start, initargs=arguments) as pool:
            yield from pool.map(_Worker.run, chunks)
    except BrokenProcessPool as error:
        raise WorkerError("a worker process died, out of memory perhaps; try --jobs 1") from error


class _Worker:
    """What one process keeps between chunks: the project it opened, its caches warm."""

    project: Project
    work: Work[Any]

    @classmethod
    def start(cls, open_project: Callable[[], Project], work: Work[Any]) -> None:
        cls.project = open_project()
        cls.work = staticmethod(work)

    @classmethod
    def run(cls, paths: Sequence[Path]) -> Any:
        return cls.work(cls.project, paths)
