"""From `fixer.toml` or `[tool.fixer]` of `pyproject.toml` to the settings of a run."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import TypeVar

import pathspec

from fixer.diagnostics import Diagnostic, Severity


class ConfigError(Exception):
    """A configuration that can't be used; the message is one line with file and line."""


class Destructuring(Enum):
    """What becomes of `const { old } = x`: `{ new }` with its uses, or `{ new: old }`."""

    RENAME = "rename"
    ALIAS = "alias"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run was asked to do. Patterns are gitignore's, relative to `root`, an absolute path.

    Empty `include` and `select` mean everything. `tests`: more patterns of test, story and mock
    files. `prefixes`: base paths under which requests belong to the contract, besides those that
    the contract names itself; None: not said. `clients`, `rules`: the user's own `clients.toml`
    files and folders of rules. `file`: where the settings were read, None if nowhere.
    """

    root: Path
    contract: Path | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    include_tests: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    destructuring: Destructuring = Destructuring.RENAME
    prefixes: tuple[str, ...] | None = None
    clients: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    file: Path | None = None

    def runs(self, rule: str) -> bool:
        """Whether a rule is selected and not ignored."""
        return (not self.select or rule in self.select) and rule not in self.ignore

    def ignores(self, finding: Diagnostic) -> bool:
        """Whether the finding's rule is ignored in its file."""
        patterns = [p for p, rules in self.per_file_ignores.items() if finding.rule in rules]
        return bool(patterns) and self._matches(finding.path, patterns)

    def includes(self, path: Path) -> bool:
        """Whether a file is among those to check."""
        return not self.include or self._matches(path, self.include)

    def _matches(self, path: Path, patterns: list[str] | tuple[str, ...]) -> bool:
        if not path.is_relative_to(self.root):
            return False
        name = path.relative_to(self.root).as_posix()
        return pathspec.GitIgnoreSpec.from_lines(patterns).match_file(name)


def find_config(folder: Path) -> Path | None:
    """The nearest `fixer.toml`, or `pyproject.toml` with `[tool.fixer]`, from `folder` upwards."""
    for place in (folder, *folder.parents):
        for name in ("fixer.toml", "pyproject.toml"):
            path = place / name
            if path.is_file() and (name == "fixer.toml" or _ours(path)):
                return path
    return None


def load_config(path: Path) -> Settings:
    """The settings in a file, paths relative to its folder. Raises ConfigError."""
    path = path.resolve()
    text = _read(path)
    values = _tables(path, text)
    keys: tuple[str, ...] = ()
    if path.name == "pyproject.toml":
        keys = ("tool", "fixer")
        values = _ours(path)
    reader = _Reader(path, text, keys)
    settings = Settings(root=path.parent, file=path)
    for key, value in values.items():
        settings = reader.read(settings, key, value)
    return settings


Value = object
Table = dict[str, Value]
T = TypeVar("T")
E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Puts one value after the other into settings, or says where and what is wrong."""

    path: Path
    text: str
    keys: tuple[str, ...]

    def read(self, settings: Settings, key: str, value: Value) -> Settings:
        readers: dict[str, Callable[[Value, str], object]] = {
            "contract": self._path,
            "include": self._patterns,
            "exclude": self._patterns,
            "tests": self._patterns,
            "include-tests": self._flag,
            "select": self._strings,
            "ignore": self._strings,
            "per-file-ignores": lambda v, k: self._table(v, k, self._ignores),
            "severity": lambda v, k: self._table(v, k, self._severity),
            "destructuring": self._destructuring,
            "prefixes": self._strings,
            "clients": self._paths,
            "rules": self._paths,
        }
        read = readers.get(key)
        if read is None:
            near = get_close_matches(key, readers, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(readers)}"
            raise self._error(key, f"unknown setting '{key}'; {hint}")
        # mypy can't know that each reader gives what its field holds.
        return replace(settings, **{key.replace("-", "_"): read(value, key)})  # type: ignore[arg-type]

    def _string(self, value: Value, key: str) -> str:
        if not isinstance(value, str):
            raise self._error(key, f"'{key}' must be a string")
        return value

    def _strings(self, value: Value, key: str) -> tuple[str, ...]:
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            raise self._error(key, f"'{key}' must be a string or a list of strings")
        return tuple(values)

    def _patterns(self, value: Value, key: str) -> tuple[str, ...]:
        patterns = self._strings(value, key)
        for pattern in patterns:
            self._check_pattern(pattern, key)
        return patterns

    def _ignores(self, value: Value, pattern: str) -> tuple[str, ...]:
        self._check_pattern(pattern, pattern)
        return self._strings(value, pattern)

    def _check_pattern(self, pattern: str, key: str) -> None:
        try:
            pathspec.GitIgnoreSpec.from_lines([pattern])
        except ValueError as error:
            raise self._error(key, f"'{pattern}' is no gitignore pattern") from error

    def _flag(self, value: Value, key: str) -> bool:
        if not isinstance(value, bool):
            raise self._error(key, f"'{key}' must be true or false")
        return value

    def _path(self, value: Value, key: str) -> Path:
        return self.path.parent / self._string(value, key)

    def _paths(self, value: Value, key: str) -> tuple[Path, ...]:
        return tuple(self.path.parent / name for name in self._strings(value, key))

    def _table(self, value: Value, key: str, read: Callable[[Value, str], T]) -> Mapping[str, T]:
        if not isinstance(value, dict):
            raise self._error(key, f"'{key}' must be a table")
        return {name: read(inner, name) for name, inner in value.items()}

    def _severity(self, value: Value, key: str) -> Severity:
        return self._choice(value, key, Severity)

    def _destructuring(self, value: Value, key: str) -> Destructuring:
        return self._choice(value, key, Destructuring)

    def _choice(self, value: Value, key: str, choices: type[E]) -> E:
        for choice in choices:
            if choice.value == value:
                return choice
        names = ", ".join(f'"{choice.value}"' for choice in choices)
        raise self._error(key, f"'{key}' must be one of {names}")

    def _error(self, key: str, message: str) -> ConfigError:
        return ConfigError(f"{self.path}:{self._line(key)}: {message}")

    def _line(self, key: str) -> int:
        """The line on which the statement begins that first brings `key` in (1-based).

        tomllib gives no positions, but a text cut between two statements still parses.
        """
        lines = self.text.splitlines()
        begins = 1
        for count in range(1, len(lines) + 1):
            try:
                table: Value = tomllib.loads("\n".join(lines[:count]))
            except tomllib.TOMLDecodeError:
                continue
            for name in self.keys:
                table = table.get(name, {}) if isinstance(table, dict) else {}
            if _has(table, key):
                return begins
            begins = count + 1
        return begins


def _has(table: Value, key: str) -> bool:
    if not isinstance(table, dict):
        return False
    return key in table or any(_has(inner, key) for inner in table.values())


def _ours(path: Path) -> Table:
    tool = _tables(path, _read(path)).get("tool", {})
    ours = tool.get("fixer", {}) if isinstance(tool, dict) else {}
    return ours if isinstance(ours, dict) else {}


def _tables(path: Path, text: str) -> Table:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        words, _, place = str(error).partition(" (at line ")
        line = place.partition(",")[0] if place[:1].isdigit() else len(text.splitlines())
        raise ConfigError(f"{path}:{line}: broken TOML: {words}; mend the file") from error


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8") from error
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
