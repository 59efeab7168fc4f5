"""A folder's tsconfig → whether the compiler infers what nobody annotated, or takes it for any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fixer.program.jsonc import Value, read, strings, table

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
        paths = (config.parent / name, config.parent / f"{name}.json")
        yield from (said for p in paths if p.is_file() for said in _said(p, depth - 1))
    for path in _referred(config, content.get("references")):
        yield from _said(path, depth - 1)


def _referred(config: Path, references: Value) -> Iterator[Path]:
    for reference in references if isinstance(references, list) else ():
        name = table(reference).get("path")
        if isinstance(name, str):
            path = config.parent / name
            path = path / "tsconfig.json" if path.is_dir() else path
            if path.is_file() and path != config:
                yield path
