"""A folder becomes the texts of its frontend files, components' templates among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pathspec

from fixer.program.files import find, is_minified

_NAMES_TEMPLATES = b"templateUrl"


def read(
    root: Path, exclude: Iterable[str] = (), known: Mapping[Path, bytes] | None = None
) -> dict[Path, bytes]:
    """The bytes of every file below `root`, in the order of their paths, by absolute path.

    What a tool wrote for machines isn't among them. `exclude`: gitignore patterns relative to
    `root`; `known`: texts that stand in for what is on disk. Raises OSError.
    """
    known = known or {}
    patterns = tuple(exclude)
    found = {path: text_of(path, known) for path in find(root, patterns)}
    scripts = {path: data for path, data in found.items() if not is_minified(path, data)}
    templates = {path: text_of(path, known) for path in _templates(scripts, root, patterns)}
    if not templates:
        return scripts
    return dict(sorted((scripts | templates).items(), key=lambda item: item[0].parts))


def text_of(path: Path, known: Mapping[Path, bytes]) -> bytes:
    """A file's bytes, from `known` or the disk. Raises OSError."""
    text = known.get(path)
    return path.read_bytes() if text is None else text


def _templates(
    scripts: Mapping[Path, bytes], root: Path, exclude: tuple[str, ...]
) -> Iterator[Path]:
    if not any(_NAMES_TEMPLATES in data for data in scripts.values()):
        return
    # Here, as it brings the grammars with it: nobody waits for them who has no templates.
    from fixer.program.angular.components import template_owners

    unwanted = pathspec.GitIgnoreSpec.from_lines(exclude)
    for path in template_owners(scripts):
        if not path.is_relative_to(root) or not path.is_file():
            continue
        if not unwanted.match_file(path.relative_to(root).as_posix()):
            yield path
