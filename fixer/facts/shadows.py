"""Refuted requests beside the right ones of the same call: which of them may never be sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path

from fixer.contract.model import Operation
from fixer.facts.judged import JudgedCall, Status
from fixer.program.call import Piece, Url

Place = tuple[Path, int]


class Shadows:
    """The URLs that a call can have only where what is known apart is put together.

    `target`: the operation that a refuted request means, if known.
    """

    def __init__(
        self, calls: Iterable[JudgedCall], target: Callable[[JudgedCall], Operation | None]
    ) -> None:
        self._right: dict[int, list[Url]] = {}
        self._told: set[tuple[int, str]] = set()
        self._target = target
        for judged in calls:
            if judged.status is Status.MATCHED and judged.url is not None:
                self._right.setdefault(id(judged.call), []).append(judged.url)
                self._told.add((judged.call.node.id, judged.url.template))

    def has(self, judged: JudgedCall) -> bool:
        """Whether a request may never be sent, as another one of the same place is right."""
        return self._is_other_way(judged) or self._is_other_case(judged)

    def _is_other_way(self, judged: JudgedCall) -> bool:
        """Whether a wrapper sends it by one of several methods, of which another is right.

        `send('post', url)`, which gets or posts as it is told.
        """
        if judged.status is not Status.WRONG_METHOD or judged.url is None:
            return False
        is_wrapped = judged.call.sink != judged.call.node
        return is_wrapped and (judged.call.node.id, judged.url.template) in self._told

    def _is_other_case(self, judged: JudgedCall) -> bool:
        """Whether the same call has right URLs of which this one is a case that may never be.

        With a part left out, with parts of two that exclude each other, with the first value
        of a variable where a right one has what it holds later, or with one of a table's paths
        that other calls ask for.
        """
        right = self._right.get(id(judged.call), ())
        if not right or judged.url is None or judged.failing:
            return False
        own = frozenset(_places(judged.url.pieces))
        theirs = [frozenset(_places(url.pieces)) for url in right]
        if own <= frozenset().union(*theirs):
            return True
        path = judged.url.template
        if any(
            places <= own and re.fullmatch(_pattern(url), path) is not None
            for url, places in zip(right, theirs, strict=True)
        ):
            return True
        if self._is_chosen_elsewhere(judged, own.difference(*theirs)):
            return True
        # A beginning and an end from two choices may never meet.
        end = list(_places(judged.url.pieces))[-1:]
        is_mixed = any({*end} <= places and len(own - places) > 1 for places in theirs)
        return is_mixed and self._target(judged) is None

    def _is_chosen_elsewhere(self, judged: JudgedCall, own: frozenset[Place]) -> bool:
        """Whether what only this URL has is said outside of the function, and right in others.

        `post(PATHS[kind] + id)`: not every path of a table is one for every call that takes it.
        """
        function = judged.call.function_node
        here = judged.call.module.path
        return own <= self._everywhere and not any(
            path == here and (function is None or function.start_byte <= start < function.end_byte)
            for path, start in own
        )

    @cached_property
    def _everywhere(self) -> frozenset[Place]:
        """What stands in the right URLs of any call."""
        urls = (url for found in self._right.values() for url in found)
        return frozenset(place for url in urls for place in _places(url.pieces))


def _pattern(url: Url) -> str:
    """What the path can be, its holes filled with a segment or a part of one."""
    return "[^/]+".join(re.escape(text) for text in url.template.split("{}"))


def _places(pieces: Iterable[Piece]) -> Iterator[Place]:
    for piece in pieces:
        if piece.text is not None and piece.text.strip("/"):
            yield piece.path, piece.start
