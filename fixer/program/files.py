"""A folder becomes the list of frontend files below it, by git's own list where there is one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pathspec

SUFFIXES = frozenset(
    {".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte"}
)
NEVER = frozenset({"node_modules", ".git", "bower_components", ".yarn", ".next", ".nuxt"})
TEST_FOLDERS = frozenset(
    {
        "test",
        "tests",
        "__test__",
        "__tests__",
        "__mocks__",
        "mock",
        "mocks",
        "stories",
        "__stories__",
    }
    | {"e2e", "e2e-tests", "cypress", "playwright", "fixtures", "__fixtures__", "msw", "testing"}
    | {".storybook", "storybook", ".ladle", "test-utils", "testutils"}
)
TEST_MARKS = (
    *(".test.", ".tests.", ".spec.", ".specs.", ".stories.", ".story.", ".mock.", ".mocks."),
    *(".cy.", ".e2e.", ".jest.", ".test-samples."),
)


def is_test(path: Path, root: Path) -> bool:
    """Whether a file is a test, story or mock by the folders below `root` or by its name."""
    *folders, name = name_below(path, root).split("/")
    return not TEST_FOLDERS.isdisjoint(folders) or any(m in name for m in TEST_MARKS)


def name_below(path: Path, root: Path) -> str:
    """A file's name relative to `root`, with forward slashes; its whole path if it isn't there."""
    # Texts, as this is asked of every file and pathlib takes ten times as long.
    return str(path).removeprefix(f"{root}{os.sep}").replace(os.sep, "/")


def is_minified(path: Path, data: bytes) -> bool:
    """Whether a script is written by a tool for machines: its lines are long, or it is huge.

    The measure is GitHub Linguist's (`minified_files?` in generated.rb); the length is ours, so
    that a small file of few long lines is none.
    """
    if path.suffix not in _PLAIN or len(data) < 4096:
        return False
    return len(data) > _LARGEST or len(data) / (data.count(b"\n") + 1) > 110


_PLAIN = frozenset({".js", ".mjs", ".cjs"})
# Nobody writes such a script: the size above which Babel, too, takes one for generated.
_LARGEST = 500_000
_BUNDLES = (".min", "-min", ".bundle", ".standalone", ".umd", ".iife")


def find(root: Path, exclude: Iterable[str] = ()) -> tuple[Path, ...]:
    """All frontend files below the folder `root`, absolute and sorted.

    `exclude` holds gitignore patterns relative to `root`. Bundles, by their names, are no source.
    """
    unwanted = pathspec.GitIgnoreSpec.from_lines(exclude)
    names = _listed_by_git(root)
    if names is None:
        names = _walked(root)
    kept = (n for n in names if _is_source(n) and not unwanted.match_file(n))
    found = (root / n for n in sorted(kept, key=lambda n: n.split("/")))
    return _once([p for p in found if p.is_file()])


def _once(paths: Sequence[Path]) -> tuple[Path, ...]:
    """`paths` without the links to a file that is among them under its own name."""
    links = {path: path.resolve() for path in paths if path.is_symlink()}
    kept = {*paths} - {*links}
    for link, target in links.items():
        if target not in kept and target not in {links[k] for k in kept if k in links}:
            kept.add(link)
    return tuple(path for path in paths if path in kept)


def _is_source(name: str) -> bool:
    *folders, last = name.split("/")
    stem, dot, suffix = last.rpartition(".")
    if not stem or dot + suffix not in SUFFIXES or stem.endswith(_BUNDLES):
        return False
    return NEVER.isdisjoint(folders)


def _listed_by_git(root: Path) -> list[str] | None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return list(dict.fromkeys(os.fsdecode(n) for n in done.stdout.split(b"\0") if n)) or None


def _walked(root: Path) -> list[str]:
    """The sources that no `.gitignore` leaves out; patterns are matched last, as that is slow."""
    return list(_walk(root, "", ()))


def _walk(
    root: Path, below: str, above: tuple[tuple[str, pathspec.GitIgnoreSpec], ...]
) -> Iterator[str]:
    folder = root / below
    specs = above
    ignore = folder / ".gitignore"
    if ignore.is_file():
        lines = ignore.read_text(errors="replace").splitlines()
        specs = (*above, (below, pathspec.GitIgnoreSpec.from_lines(lines)))
    for entry in sorted(os.scandir(folder), key=lambda e: e.name):
        is_folder = entry.is_dir(follow_symlinks=False)
        name = f"{below}{entry.name}" + ("/" if is_folder else "")
        if entry.name in NEVER or not (is_folder or _is_source(name)):
            continue
        if any(s.match_file(name.removeprefix(b)) for b, s in specs):
            continue
        if is_folder:
            yield from _walk(root, name, specs)
        else:
            yield name
