"""A tsconfig → the other configs that it builds upon or refers to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fixer.program.jsonc import Value, table


def extended(config: Path, name: str) -> Iterator[Path]:
    """The files that a name in `extends` means; none for a package's."""
    if name.startswith((".", "/")):
        for path in (config.parent / name, config.parent / f"{name}.json"):
            if path.is_file():
                yield path


def referred(config: Path, content: dict[str, Value]) -> Iterator[Path]:
    """The configs of the projects in `references`."""
    references = content.get("references")
    for reference in references if isinstance(references, list) else ():
        name = table(reference).get("path")
        if isinstance(name, str):
            path = config.parent / name
            path = path / "tsconfig.json" if path.is_dir() else path
            if path.is_file() and path != config:
                yield path
