"""Which call of a wrapper's chain is the request's place, by what is known of what it asks for."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Protocol

from fixer.program.call import Hole, Url
from fixer.program.evaluate.values import Text
from fixer.program.sending import Sent
from fixer.program.trails import Trail
from fixer.program.urls import NoUrl, expanded, url_of


class Meaning(Protocol):
    """What there is to ask for."""

    def asked(self, url: Url, method: str) -> frozenset[Hashable] | None:
        """What a request asks for: empty, nothing that there is; None, that can't be told."""

    def is_sole(self, url: Url, method: str) -> bool:
        """Whether it asks for the same whatever its holes stand for."""

    def is_foreign(self, url: Url) -> bool:
        """Whether a path says what it asks for, and nothing is there, whatever its holes are."""

    def is_named(self, url: Url) -> bool:
        """Whether a path says by itself what it asks for."""


def asked(found: Iterable[Sent], meaning: Meaning) -> frozenset[Hashable] | None:
    """What is asked for; None where that can't be told.

    Of the candidates of a URL, some only seem possible: those that ask for nothing don't count
    beside one that asks for something.
    """
    answers: list[frozenset[Hashable] | None] = []
    is_named = False
    for one in found:
        for option in (o for written in one.urls for o in expanded(written)):
            url = url_of(option)
            if isinstance(url, NoUrl) or not one.methods:
                return None
            is_named = is_named or meaning.is_named(url)
            answers.extend(meaning.asked(url, method) for method in one.methods)
    known = frozenset().union(*(a for a in answers if a))
    if known:
        return known
    return known if is_named and None not in answers else None


def is_sole(found: Iterable[Sent], meaning: Meaning) -> bool:
    """Whether what is asked for is known, and no caller can change it."""
    count = 0
    for one in found:
        for option in (o for written in one.urls for o in expanded(written)):
            url = url_of(option)
            if isinstance(url, NoUrl) or not one.methods:
                return False
            if not all(meaning.asked(url, m) and meaning.is_sole(url, m) for m in one.methods):
                return False
            count += 1
    return count > 0


def is_foreign(found: Iterable[Sent], meaning: Meaning) -> bool:
    """Whether nothing of what there is can be meant, whatever a caller says."""
    count = 0
    for one in found:
        for option in (o for written in one.urls for o in expanded(written)):
            url = url_of(option)
            if isinstance(url, NoUrl) or not url.pieces or not meaning.is_foreign(url):
                return False
            if url.pieces[-1].text is None or _is_left_open(option):
                return False  # a caller may give the rest of the path
            count += 1
    return count > 0


def _is_left_open(written: Text) -> bool:
    """Whether a caller decides what is glued to the path: `this.prefix + path`."""
    last = written.pieces[-1]
    return last.text is None and last.hole is not Hole.QUERY and bool(last.depends)


def leads_on(found: Iterable[Sent], further: Iterable[Sent]) -> bool:
    """Whether a caller's path has more segments: what stood for them is more than a value."""
    return _depth(further) > _depth(found)


def _depth(found: Iterable[Sent]) -> int:
    urls = (url_of(o) for one in found for written in one.urls for o in expanded(written))
    return max((u.template.count("/") for u in urls if not isinstance(u, NoUrl)), default=0)


def settled(
    trail: Trail,
    own: frozenset[Hashable],
    below: Sequence[Trail],
    others: Sequence[frozenset[Hashable] | None],
    *,
    is_whole: bool,
) -> Sequence[Trail]:
    """The trails that tell of a request which at `trail` asks for `own`.

    `below` are the trails of its callers and `others` what they ask for. A caller that asks for
    the same says nothing new. `is_whole`: whether method and path begin without the callers.
    """
    differing = [t for t, other in zip(below, others, strict=True) if other != own]
    if not differing:
        return [trail]
    if own and is_whole:
        return [trail, *differing]
    return below
