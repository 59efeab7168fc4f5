"""Declarations that must be renamed together become one group with one name."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """A union-find over declaration keys; ask for names only when everything is joined."""

    def __init__(self) -> None:
        self._leaders: dict[str, str] = {}

    def join(self, keys: Iterable[str]) -> None:
        """All these declarations belong together."""
        first: str | None = None
        for key in keys:
            leader = self._leader(key)
            if first is None:
                first = leader
            elif leader != first:
                low, high = sorted((leader, first))
                self._leaders[high] = low
                first = low

    def name(self, keys: Iterable[str], suffix: str) -> str | None:
        """The group that these declarations are in; None without any."""
        first = next(iter(keys), None)
        return f"{self._leader(first)}:{suffix}" if first is not None else None

    def _leader(self, key: str) -> str:
        self._leaders.setdefault(key, key)
        while self._leaders[key] != key:
            self._leaders[key] = self._leaders[self._leaders[key]]
            key = self._leaders[key]
        return key
