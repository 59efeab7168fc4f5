"""Shares of a run's work, done by several processes."""

from __future__ import annotations

import os
from functools import partial
from time import sleep

import pytest

from fixer.run.project import Project
from fixer.run.workers import Work, WorkerError, over_shares
from tests.run.project import opening

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")

PROJECT = opening({})


def _squared(number: int, _: Project) -> int:
    return number**2


def test_the_results_are_in_the_order_of_the_shares() -> None:
    shares: list[Work[int]] = [partial(_squared, number) for number in range(20)]
    assert over_shares(PROJECT, shares, jobs=3) == tuple(number**2 for number in range(20))


def test_who_is_free_takes_what_is_left() -> None:
    def slow(_: Project) -> int:
        sleep(0.5)
        return os.getpid()

    shares = [slow, *[lambda _: os.getpid()] * 4]
    first, *others = over_shares(PROJECT, shares, jobs=2)
    assert first == os.getpid()
    assert {*others} != {first}


def test_what_another_process_raises_is_raised_here() -> None:
    def bad(_: Project) -> int:
        raise ValueError("no such thing")

    def slow(_: Project) -> int:
        sleep(0.5)
        return 1

    with pytest.raises(ValueError, match="no such thing"):
        over_shares(PROJECT, [slow, bad], jobs=2)


def test_a_process_that_dies_is_told_in_one_line() -> None:
    def slow(_: Project) -> int:
        sleep(0.5)
        return 1

    with pytest.raises(WorkerError, match="a worker process died"):
        over_shares(PROJECT, [slow, lambda _: os._exit(9)], jobs=2)
