"""From several shares of a run's work to their results, by several processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from fixer.run.project import Project

R = TypeVar("R")
Work = Callable[[Project], R]

# What is known of the whole project is computed once, before the processes part: below this
# many files, what is left to do does not repay the start of a process.
LEAST_FILES = 2000


class WorkerError(Exception):
    """A process died; the message is one line."""


def processes(files: int) -> int:
    """How many processes are worth their start for so many files."""
    if not hasattr(os, "fork") or files < LEAST_FILES:
        return 1
    return os.cpu_count() or 1


def over_shares(project: Project, shares: Sequence[Work[R]], jobs: int) -> Iterator[R]:
    """The results of `shares`, in order: the first is done here, the others by forked processes.

    These know what `project` knows by now, and each takes the memory of what it learns.
    Raises WorkerError if a process dies.
    """
    # Most runs need one process: they shall not pay for the import.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    try:
        with ProcessPoolExecutor(
            max(1, min(jobs, len(shares)) - 1),
            get_context("fork"),
            initializer=_Worker.start,
            initargs=(project, shares),
        ) as pool:
            others = pool.map(_Worker.run, range(1, len(shares)))
            yield shares[0](project)
            yield from others
    except BrokenProcessPool as error:
        raise WorkerError("a worker process died, out of memory perhaps") from error


class _Worker:
    """What one process keeps between shares."""

    project: Project
    shares: Sequence[Work[Any]]

    @classmethod
    def start(cls, project: Project, shares: Sequence[Work[Any]]) -> None:
        cls.project = project
        cls.shares = shares

    @classmethod
    def run(cls, number: int) -> Any:
        return cls.shares[number](cls.project)
