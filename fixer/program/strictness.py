"""A folder's tsconfig → whether the compiler infers what nobody annotated, or takes it for any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fixer.program.jsonc import read, strings, table
from fixer.program.tsconfig import extended, referred

_MAX_CONFIGS = 8


def infers(config: Path) -> bool:
    """Whether `noImplicitAny` holds for a tsconfig: by itself, by `strict`, or as inherited.

    What is inherited from a package, as `@tsconfig/strictest` or a framework's, can't be read;
    those are strict.
    """
    found = next(_said(config, _MAX_CONFIGS), None)
    return found is not None and found


def _said(config: Path, depth: int) -> Iterator[bool]:
    """What the nearest configs say, the strongest first; the projects that one refers to last."""
    content = table(read(config))
    options = table(content.get("compilerOptions"))
    for key in ("noImplicitAny", "strict"):
        value = options.get(key)
        if isinstance(value, bool):
            yield value
            return
    if not depth:
        return
    for name in strings(content.get("extends")):
        if not name.startswith((".", "/")):
            yield True
            continue
        for path in extended(config, name):
            yield from _said(path, depth - 1)
    for path in referred(config, content):
        yield from _said(path, depth - 1)
