"""What the written words of a path say: where an API lives, what it offers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from fixer.contract.model import Operation
from fixer.contract.segments import Hole, Segment, split

# Leading segments that say where an API lives, not what it offers.
BASE_SEGMENT = re.compile(r"(?:api|rest|v\d+(?:[._]\d+)*|\d+\.\d+)\Z", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def words_in(name: str) -> list[str]:
    """The words of a name in snake_case, camelCase or kebab-case, in lower case, in their order."""
    return [word.lower() for word in _WORD.findall(name)]


def tokens(name: str) -> frozenset[str]:
    """The same, whatever their order: `DEMO_PACKAGES` has demo, packages."""
    return frozenset(words_in(name))


def has_words(operation: Operation, path: Sequence[Segment]) -> bool:
    """Whether an operation's path has all that is written in a request's: `/{id}` no `/search`."""
    return {part for part in path if isinstance(part, str)} <= {"", *split(operation.path)}


def is_like(operation: Operation, path: Sequence[Segment]) -> bool:
    """Whether a written segment is an operation's own, and no parameter takes a file's name.

    But for its slash `/static/en/page.css` fits `/{locale}/{project}/{resource}/`.
    """
    own = split(operation.path)
    last = next((part for part in reversed(path) if part), "")
    if isinstance(last, str) and "." in last and last not in own:
        return False
    return shares_word(operation, path)


def shares_word(operation: Operation, path: Sequence[Segment]) -> bool:
    """Whether an operation's path has a word of a request's, or the request has none at all."""
    words = {part for part in path if isinstance(part, str) and part}
    return not words or bool(words & {*split(operation.path)})


def resources(operations: Iterable[Operation]) -> Iterator[str]:
    """The words of the segments behind which one of several is asked for: `/lab-rows/{id}`."""
    for operation in operations:
        segments = split(operation.path)
        for name, key in pairwise(segments):
            if isinstance(name, str) and isinstance(key, Hole):
                yield from words_in(name)


def names_resource(path: Sequence[Segment]) -> bool:
    """Whether a path says what it asks for: a written segment behind `api`, `v1` and the like."""
    for segment in path:
        if not isinstance(segment, str) or not segment:
            return False
        if not BASE_SEGMENT.match(segment):
            return True
    return False
