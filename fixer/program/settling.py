"""Which call of a wrapper's chain is the request's place, by what is known of what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from fixer.program.call import Url
from fixer.program.sending import Sent
from fixer.program.trails import Trail
from fixer.program.urls import NoUrl, expanded, url_of

# What a URL and a method ask for: nothing that there is (an empty set), or not known (None).
Meaning = Callable[[Url, str], frozenset[Hashable] | None]


def asked(found: Iterable[Sent], meaning: Meaning) -> frozenset[Hashable] | None:
    """What all that is sent asks for; None where that isn't known of some of it."""
    answers: set[Hashable] = set()
    count = 0
    for one in found:
        for option in (o for written in one.urls for o in expanded(written)):
            url = url_of(option)
            if isinstance(url, NoUrl) or not one.methods:
                return None
            for method in one.methods:
                answer = meaning(url, method)
                if answer is None:
                    return None
                answers |= answer
                count += 1
    return frozenset(answers) if count else None


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
