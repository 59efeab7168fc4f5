"""The `imports` of a package.json → where its own subpaths lead: `#lib/*` is `./src/lib/*`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fixer.program.jsonc import Value, read, table

Subpath = tuple[str, tuple[Path, ...]]


def subpaths(package: Path) -> tuple[Subpath, ...]:
    """The patterns of a package's own imports and their targets, the longest beginning first."""
    said = table(table(read(package)).get("imports"))
    patterns = sorted((p for p in said if p.startswith("#")), key=lambda p: (-len(_before(p)), p))
    return tuple((p, tuple(package.parent / it for it in _targets(said[p]))) for p in patterns)


def _before(pattern: str) -> str:
    return pattern.partition("*")[0]


def _targets(value: Value) -> Iterator[str]:
    """The files of a target, of whichever condition: a text, a list, `{ "default": … }`."""
    if isinstance(value, str):
        if value.startswith("./"):
            yield value
        return
    inner = value if isinstance(value, list) else table(value).values()
    for each in inner:
        yield from _targets(each)
