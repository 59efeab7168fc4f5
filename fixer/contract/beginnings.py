"""What the paths of a contract begin with: where an API lives, and what only says that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from fixer.contract.segments import Fixed, Template
from fixer.contract.wording import BASE_SEGMENT

_MANY = 8  # paths that begin alike: where the API is, then


def base_of(path: tuple[Template, ...]) -> tuple[str, ...]:
    """The leading segments that only say where the API lives: `api`, `v1`."""
    base: list[str] = []
    for part in path:
        if not isinstance(part, Fixed) or not BASE_SEGMENT.match(part.text):
            break
        base.append(part.text)
    return tuple(base)


def beginnings(paths: Iterable[tuple[Template, ...]]) -> dict[str, tuple[str, ...]]:
    """What the paths with one first segment begin with: that, or more where many agree."""
    groups: dict[str, list[tuple[Template, ...]]] = {}
    for path in paths:
        if path and isinstance(path[0], Fixed):
            groups.setdefault(path[0].text, []).append(path)
    found = {}
    for first, group in groups.items():
        common = [first]
        for parts in zip(*(path[1:-1] for path in group), strict=False):
            part = parts[0]
            if len(group) < _MANY or not isinstance(part, Fixed) or any(p != part for p in parts):
                break
            common.append(part.text)
        found[first] = tuple(common)
    return found


def roots(paths: Iterable[tuple[Template, ...]]) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Beginnings, and what follows them, below which so much lies that a client may be at one.

    None that names a resource: what is below `/teams/{id}` is about a team.
    """
    following: dict[tuple[str, ...], set[str]] = {}
    holding: set[tuple[str, ...]] = set()
    for path in paths:
        fixed = tuple(p.text for p in takewhile(_is_fixed, path) if isinstance(p, Fixed) and p.text)
        for length in range(1, len(fixed)):
            following.setdefault(fixed[:length], set()).add(fixed[length])
        if len(fixed) < len(path) and not _is_fixed(path[len(fixed)]):
            holding.add(fixed)
    for root, firsts in following.items():
        if len(firsts) >= _MANY and root not in holding:
            yield root, firsts


def _is_fixed(part: Template) -> bool:
    return isinstance(part, Fixed)
