"""From several shares of a run's work to their results, by several processes."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from fixer.run.project import Project

R = TypeVar("R")
Work = Callable[[Project], R]
Done = Mapping[int, Any]  # results of shares, by their numbers

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
    learns. Raises WorkerError if a process dies, and what a share raises.
    """
    worker = _Worker(project, shares, _turns(len(shares)))
    first = worker.take()
    others = [_Forked(worker) for _ in range(max(1, min(jobs, len(shares)) - 1))]
    try:
        done = dict(worker.work(first))
    finally:
        parts = [other.answer() for other in others]
        os.close(worker.turns)
    for part in parts:
        if isinstance(part, Exception):
            raise part
        done |= part
    return tuple(done[number] for number in range(len(shares)))


def _turns(count: int) -> int:
    """A pipe's end from which each number below `count` is read once, by whoever comes first."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(count)))
    os.close(writing)
    return reading


class _Worker:
    """What a process does: shares, as long as there are any that nobody has taken."""

    def __init__(self, project: Project, shares: Sequence[Work[Any]], turns: int) -> None:
        self.project = project
        self.shares = shares
        self.turns = turns

    def take(self) -> int | None:
        """The number of a share that is now this process's; None if all are taken."""
        number = os.read(self.turns, 1)
        return number[0] if number else None

    def work(self, number: int | None) -> Done:
        """The results of the share `number` and of what is left after it, by number."""
        done: dict[int, Any] = {}
        while number is not None:
            done[number] = self.shares[number](self.project)
            number = self.take()
        return done


class _Forked:
    """A process that works as `worker` says, from a copy of all that is known here.

    Not a pool's: a pool takes as long to import and to end as many a project to be searched.
    """

    def __init__(self, worker: _Worker) -> None:
        self._reading, writing = os.pipe()
        self._id = os.fork()
        if self._id:
            os.close(writing)
            return
        status = 1
        try:
            with os.fdopen(writing, "wb") as out:
                out.write(_pickled(worker))
            status = 0
        finally:
            os._exit(status)  # nothing of the parent's is flushed or closed a second time

    def answer(self) -> Done | Exception:
        """What the process did, or what kept it from that; waits for it."""
        with os.fdopen(self._reading, "rb") as answer:
            data = answer.read()
        _, status = os.waitpid(self._id, 0)
        if status or not data:
            return WorkerError("a worker process died, out of memory perhaps")
        done: Done | Exception = pickle.loads(data)
        return done


def _pickled(worker: _Worker) -> bytes:
    try:
        return pickle.dumps(worker.work(worker.take()))
    except Exception as error:  # the process that waits for it raises it
        return pickle.dumps(error)
