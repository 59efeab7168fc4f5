"""From a text before and after to a unified diff that `git apply` and `patch` take."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff as lines_of_diff

NO_NEWLINE = "\\ No newline at end of file\n"


def unified_diff(name: str, before: bytes | None, after: bytes) -> str:
    """The diff of file `name` (relative, with slashes); `before` None: the file is new."""
    old_name = "/dev/null" if before is None else f"a/{name}"
    difference = lines_of_diff(_lines(before or b""), _lines(after), old_name, f"b/{name}")
    return "".join(_with_ends(difference))


def _lines(text: bytes) -> list[str]:
    """Split at line feeds only: a form feed or U+2028 inside a line is no line's end to git."""
    parts = text.decode("utf-8", "surrogateescape").split("\n")
    lines = [f"{part}\n" for part in parts[:-1]]
    return [*lines, parts[-1]] if parts[-1] else lines


def _with_ends(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}"
