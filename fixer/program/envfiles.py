"""What a frontend's `.env` files say that the environment's variables are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_LINE = re.compile(r"\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)")
# What is told of a URL, and no switch, number or blank to fill in (`$URL`, `<url>`, `your-url`).
# One way to match each text: keys in base64, with many slashes, stand there as well.
_ADDRESS = re.compile(
    r"(?:https?://[\w.:-]+(?=[/?]|\Z))?/?(?:[\d_.~-]*[A-Za-z][\w.~-]*/)*[\w.~-]*(?:\?\S*)?"
)
_SWITCHES = frozenset({"true", "false", "yes", "no", "on", "off", "null", "none"})
# Private to who works there, and not in the repository.
_PRIVATE = ".local"


class EnvFiles:
    """The variables of all `.env` files of a package: those that say the same in each.

    Which of them counts is chosen when a frontend is built; one that they tell differently, or
    that is to be filled in, isn't known.
    """

    def __init__(self) -> None:
        self._by_folder: dict[Path, dict[str, str]] = {}

    def value(self, folder: Path, name: str) -> str:
        """What stands for a variable in the code of `folder`; empty: it isn't known."""
        return self._of(folder).get(name, "")

    def _of(self, folder: Path) -> dict[str, str]:
        known = self._by_folder.get(folder)
        if known is None:
            is_package = (folder / "package.json").is_file()
            is_last = is_package or folder.parent == folder
            known = dict(_agreed(folder)) if is_last else self._of(folder.parent)
            self._by_folder[folder] = known
        return known


def _agreed(folder: Path) -> Iterator[tuple[str, str]]:
    said: dict[str, set[str]] = {}
    for path in sorted(folder.glob(".env*")):
        if not path.name.endswith(_PRIVATE):
            for name, value in _read(path):
                said.setdefault(name, set()).add(value)
    for name, values in said.items():
        if len(values) == 1:
            yield name, values.pop()


def _read(path: Path) -> Iterator[tuple[str, str]]:
    try:
        # A pipe that a keeper of secrets fills would never end.
        text = path.read_text("utf-8-sig") if path.is_file() else ""
    except (OSError, UnicodeDecodeError):
        return
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        name, value = match[1], match[2].strip()
        if value[:1] in ("'", '"') and value[-1:] == value[:1]:
            value = value[1:-1]
        elif " #" in value:
            value = value.partition(" #")[0].rstrip()
        if _ADDRESS.fullmatch(value) and value.lower() not in _SWITCHES and not value.isdecimal():
            yield name, value
