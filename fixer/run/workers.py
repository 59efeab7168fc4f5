"""From several shares of a run's work to their results, by several processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from fixer.run.project import Project

R = TypeVar("R")
Work = Callable[[Project], R]

# What is known of the whole project is computed once, before the processes part: below this
# many files, what is left to do does not repay the start of a process.
LEAST_FILES = 300


class WorkerError(Exception):
    """A process died; the message is one line."""


def processes(files: int) -> int:
    """How many processes are worth their start for so many files."""
    if not hasattr(os, "fork") or files < LEAST_FILES:
        return 1
    return os.cpu_count() or 1


def over_shares(project: Project, shares: Sequence[Work[R]], jobs: int) -> tuple[R, ...]:
    """The results of `shares`, in order; the first is done here, another by who is free.

    The other processes know what `project` knows by now, and each takes the memory of what it
    learns. Raises WorkerError if a process dies.
    """
    # Most runs need one process: they shall not pay for the import.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    worker = _Worker(project, shares, _turns(len(shares)))
    first = worker.take()
    others = max(1, min(jobs, len(shares)) - 1)
    try:
        with ProcessPoolExecutor(
            others, get_context("fork"), initializer=_Worker.start, initargs=(worker,)
        ) as pool:
            parts = [pool.submit(_Worker.run) for _ in range(others)]
            done = worker.work(first)
            for part in parts:
                done = {**done, **part.result()}
    except BrokenProcessPool as error:
        raise WorkerError("a worker process died, out of memory perhaps") from error
    finally:
        os.close(worker.turns)
    return tuple(done[number] for number in range(len(shares)))


def _turns(count: int) -> int:
    """A pipe's end from which each number below `count` is read once, by whoever comes first."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(count)))
    os.close(writing)
    return reading


class _Worker:
    """What a process does: shares, as long as there are any that nobody has taken."""

    here: _Worker

    def __init__(self, project: Project, shares: Sequence[Work[Any]], turns: int) -> None:
        self.project = project
        self.shares = shares
        self.turns = turns

    @classmethod
    def start(cls, worker: _Worker) -> None:
        cls.here = worker

    @classmethod
    def run(cls) -> Mapping[int, Any]:
        return cls.here.work(cls.here.take())

    def take(self) -> int | None:
        """The number of a share that is now this process's; None if all are taken."""
        number = os.read(self.turns, 1)
        return number[0] if number else None

    def work(self, number: int | None) -> Mapping[int, Any]:
        """The results of the share `number` and of what is left after it, by number."""
        done: dict[int, Any] = {}
        while number is not None:
            done[number] = self.shares[number](self.project)
            number = self.take()
        return done
