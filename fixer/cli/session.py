"""From what a person typed to what a run needs: settings, rules, contract, project, paths."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from fixer.config import ConfigError, Settings, find_config, load_config
from fixer.program.ahead import Ahead
from fixer.program.files import SUFFIXES
from fixer.program.workspaces import workspace_root
from fixer.report import count
from fixer.rule import LoadedRule, builtin_rules, load_rules
from fixer.run.workers import processes

if TYPE_CHECKING:
    from fixer.contract.model import Contract
    from fixer.run.opening import FrontendOpening, OpenFrontend

PROJECT_FILES = ("package.json", ".git")


class InputError(Exception):
    """There is nothing to work on; the message is one line that says what is missing."""


@dataclass(frozen=True, slots=True)
class Session:
    """Everything a command works with. `paths`: the files that were asked for."""

    settings: Settings
    contract: Contract
    opening: FrontendOpening
    project: OpenFrontend
    paths: frozenset[Path]
    folder: Path

    @property
    def jobs(self) -> int:
        """How many processes: what a few files say depends on all of them."""
        return processes(len(self.project.files))

    def require_calls(self, calls: int) -> None:
        """Raises InputError when the project holds no call: nothing was really checked."""
        if calls:
            return
        where = os.path.relpath(self.settings.root, self.folder)
        raise InputError(
            f"no HTTP call found in {count(len(self.project.files), 'source file')} below {where}; "
            f"looked for those of {builtin_rules() / 'clients.toml'}"
        )


def reading_of(settings: Settings) -> Ahead:
    """What reads the project's files while the rest of fixer is imported; for `open_session`."""
    return Ahead(settings.root, settings.exclude)


def open_session(
    paths: Sequence[Path], settings: Settings, contract: Contract, reading: Ahead
) -> Session:
    """A session over the files of the project that are below `paths`.

    Raises InputError when there is no source file at all. A source file that the settings leave
    out may be asked for, as hooks do with each file that changed.
    """
    # Here, as it is nearly all of fixer: the files are read meanwhile.
    from fixer.run.opening import FrontendOpening

    opening = FrontendOpening(settings, contract)
    project = opening({}, reading)
    if not project.files:
        left_out = "what git ignores is left out"
        raise InputError(f"no TypeScript or JavaScript file below {settings.root}; {left_out}")
    asked = [path.resolve() for path in paths] or [settings.root]
    is_whole = settings.root in asked
    wanted = frozenset(
        file
        for file in project.files
        if settings.includes(file) and (is_whole or any(map(file.is_relative_to, asked)))
    )
    if not wanted and not any(path.suffix in SUFFIXES for path in asked):
        names = ", ".join(map(str, paths or asked))
        raise InputError(f"no TypeScript or JavaScript file to check in {names}")
    return Session(settings, contract, opening, project, wanted, Path.cwd())


def settings_for(paths: Sequence[Path], config: Path | None, **changes: object) -> Settings:
    """The settings of the nearest configuration, with those given on the command line in place.

    A change that is None or empty was not given. Raises ConfigError.
    """
    start = _common_folder(paths)
    file = config or find_config(start)
    settings = load_config(file) if file else Settings(root=_project_root(start))
    if not start.is_relative_to(settings.root):
        # A configuration kept elsewhere, given with --config: the project is where the paths are.
        settings = replace(settings, root=_project_root(start))
    given = {name: value for name, value in changes.items() if value not in (None, (), False)}
    # mypy can't know which field each name stands for.
    return replace(settings, **given)  # type: ignore[arg-type]


def rules_for(settings: Settings) -> tuple[LoadedRule, ...]:
    """The built-in rules and the user's. Raises RuleError, and ConfigError for unknown ids."""
    rules = load_rules([builtin_rules(), *settings.rules])
    named = {
        "select": settings.select,
        "ignore": settings.ignore,
        "severity": tuple(settings.severity),
        "per-file-ignores": tuple(r for ids in settings.per_file_ignores.values() for r in ids),
    }
    _check_ids(named, {rule.rule.id for rule in rules})
    return rules


def contract_for(settings: Settings, *, older: Path | None = None) -> Contract:
    """The contract that the settings name, knowing what `older` called the same things.

    Raises InputError if none is named, ContractError if one is bad.
    """
    if settings.contract is None:
        raise InputError(
            'no contract: give --contract SRC, or write contract = "SRC" in fixer.toml'
        )
    # Here, as `reading_of` has the files read meanwhile.
    from fixer.contract import load

    contract = load(_as_seen(settings.contract), cache=cache_folder())
    if older is None:
        return contract
    # Comparing needs rapidfuzz, of the extra `diff`.
    from fixer.contract.changes import merge

    return merge(contract, load(_as_seen(older), cache=cache_folder()))


def cache_folder() -> Path:
    """Where parsed contracts are kept between runs."""
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "fixer"


def _as_seen(path: Path) -> Path:
    """The path as the person sees it from here: messages name it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _check_ids(named: Mapping[str, Iterable[str]], known: Collection[str]) -> None:
    for where, ids in named.items():
        for id in ids:
            if id not in known:
                near = get_close_matches(id, known, n=1)
                hint = f"did you mean '{near[0]}'?" if near else "`fixer rule` lists them"
                raise ConfigError(f"{where}: there is no rule '{id}'; {hint}")


def _common_folder(paths: Sequence[Path]) -> Path:
    if not paths:
        return Path.cwd()
    common = Path(os.path.commonpath([path.resolve() for path in paths]))
    return common if common.is_dir() else common.parent


def _project_root(folder: Path) -> Path:
    """The workspace that `folder` is in, else its package or repository, else `folder` itself."""
    for place in (folder, *folder.parents):
        if any((place / name).exists() for name in PROJECT_FILES):
            return workspace_root(place)
    return folder
