"""The files with which a framework serves paths of the frontend's own, into what they answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_GROUP = re.compile(r"\(.*\)|@.*")
_REST = re.compile(r"\[\[?\.\.\..*\]")
_OPTIONAL = re.compile(r"\[\[.*\]\]")
_HOLE = re.compile(r"\[.*\]")

REST, OPTIONAL, HOLE = "**", "?", "*"
Pattern = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Server:
    """How a framework lays out what it serves; see `[[server]]` in `rules/clients.toml`."""

    roots: tuple[str, ...]
    files: frozenset[str]
    prefix: str
    entries: frozenset[str]

    def may_serve(self, path: str) -> bool:
        """Whether a file's path, with slashes, has what those have that serve something.

        Of the text alone: this is asked of every file, and pathlib takes ten times as long.
        """
        if self.files and path[path.rfind("/") + 1 : path.rfind(".")] not in self.files:
            return False
        return any(f"/{folder}/" in path for folder in self.roots)

    def pattern(self, path: Path) -> Pattern | None:
        """The segments that a file answers; None where it serves nothing."""
        name = path.name.split(".")[0] if not self.files else path.name.rpartition(".")[0]
        if self.files and name not in self.files:
            return None
        for root in self.roots:
            below = _below(path.parts, tuple(root.split("/")))
            if below is None:
                continue
            folders = [*below[:-1], *([] if self.files or name == "index" else [name])]
            if not self.files and path.name.startswith("[") and "]" in path.name:
                folders[-1:] = [path.name[: path.name.rindex("]") + 1]]
            prefix = [part for part in self.prefix.split("/") if part]
            return (*prefix, *_segments(folders))
        return None


@dataclass(frozen=True, slots=True)
class Served:
    """What the files of one frontend answer themselves."""

    answers: tuple[tuple[Pattern, Path], ...]

    @classmethod
    def of(cls, servers: Iterable[Server], paths: Iterable[Path], root: Path) -> Served:
        """`paths` are absolute; of the folders above `root` none is a server's."""
        listed = tuple(servers)
        answers: list[tuple[Pattern, Path]] = []
        for path in paths:
            likely = [server for server in listed if server.may_serve(path.as_posix())]
            if likely and path.is_relative_to(root):
                below = path.relative_to(root)
                found = (server.pattern(below) for server in likely)
                answers += ((pattern, below) for pattern in found if pattern is not None)
        return cls(tuple(answers))

    def file(self, segments: Sequence[str | None], *, exactly: bool = False) -> Path | None:
        """The file that answers a path; a segment that isn't known, None, may be any.

        `exactly`: none that answers whatever lies below a path.
        """
        path = tuple(segments[:-1] if segments and segments[-1] == "" else segments)
        found = (
            file
            for pattern, file in self.answers
            if _fits(pattern, path) and not (exactly and REST in pattern)
        )
        return next(found, None)


def _below(parts: Sequence[str], root: Sequence[str]) -> Sequence[str] | None:
    for start in range(len(parts) - len(root)):
        if tuple(parts[start : start + len(root)]) == tuple(root):
            return parts[start + len(root) :]
    return None


def _segments(folders: Iterable[str]) -> Iterator[str]:
    for folder in folders:
        if _GROUP.fullmatch(folder):
            continue
        if _REST.fullmatch(folder):
            yield REST
        elif _OPTIONAL.fullmatch(folder):
            yield OPTIONAL
        else:
            yield HOLE if _HOLE.search(folder) else folder


def _fits(pattern: Pattern, path: tuple[str | None, ...]) -> bool:
    if not pattern:
        return not path
    first, *rest = pattern
    if first == REST:
        return not rest or any(_fits(tuple(rest), path[n:]) for n in range(len(path) + 1))
    if first == OPTIONAL and _fits(tuple(rest), path):
        return True
    is_same = bool(path) and (first in (HOLE, OPTIONAL) or path[0] in (None, first))
    return is_same and _fits(tuple(rest), path[1:])
