"""An import specifier becomes a file: relative paths, tsconfig paths, aliases, workspaces.

Follows TypeScript's `moduleResolution: bundler` as far as files of the project are concerned;
`node_modules` is never entered.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fixer.program.aliases import Alias, bundler_aliases
from fixer.program.jsonc import Value, read, strings, table
from fixer.program.strictness import infers
from fixer.program.subpaths import Subpath, subpaths
from fixer.program.tsconfig import extended, referred
from fixer.program.workspaces import Package, libraries, linked, packages

EXTENSIONS = (".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs")
EMBEDDED = (".vue", ".svelte")
# TypeScript source is imported by the name of its output.
_OUTPUTS = {".js": (".ts", ".tsx"), ".jsx": (".tsx",), ".mjs": (".mts",), ".cjs": (".cts",)}
_INDICES = tuple(f"index{suffix}" for suffix in EXTENSIONS + EMBEDDED)
_CONFIGS = ("tsconfig.json", "jsconfig.json")
_NEEDED = ("dependencies", "devDependencies", "peerDependencies")
_OF_REPOSITORY = ("workspace:", "file:", "link:", "portal:")  # no package, but its own code
_USUAL = frozenset({"@", "~", "src"})  # for the folder `src`; no package is called so


@dataclass(frozen=True, slots=True)
class PathsConfig:
    """`compilerOptions.paths` (patterns to absolute targets) and `baseUrl` of one config."""

    patterns: tuple[tuple[str, tuple[Path, ...]], ...] = ()
    base: Path | None = None


class Resolver:
    """Resolves specifiers for files below `root`; remembers every answer."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._listed: dict[Path, frozenset[str]] = {}
        self._files: dict[Path, Path | None] = {}
        self._configs: dict[Path, PathsConfig] = {}
        self._aliases: dict[Path, tuple[Alias, ...]] = {}
        self._subpaths: dict[Path, tuple[Subpath, ...]] = {}
        self._inferring: dict[Path, bool] = {}
        self._libraries: dict[Path, dict[str, Package]] = {}
        self._linked: dict[Path, dict[str, Package]] = {}
        self._needed: dict[Path, frozenset[str]] = {}
        self._answers: dict[tuple[Path, str], Path | None] = {}

    def resolve(self, folder: Path, specifier: str) -> Path | None:
        """The file `specifier` means in the files of `folder`; None when it is a package's."""
        key = (folder, specifier)
        if key not in self._answers:
            self._answers[key] = self._resolve(folder, specifier.split("?", 1)[0])
        return self._answers[key]

    def _resolve(self, folder: Path, specifier: str) -> Path | None:
        if specifier.startswith("."):
            return self._file(folder / specifier)
        for candidate in self._candidates(folder, specifier):
            found = self._file(candidate)
            if found is not None and "node_modules" not in found.parts:
                return found
        return None

    def _candidates(self, folder: Path, specifier: str) -> Iterator[Path]:
        config = self._config(folder)
        yield from _of_patterns(config.patterns, specifier)
        for alias in self._folder_aliases(folder):
            aliased = alias.target(specifier)
            if aliased is not None:
                yield aliased
        if specifier.startswith("#"):
            yield from _of_patterns(self._own_subpaths(folder), specifier)
        yield from _of_package(self._packages, specifier)
        yield from _of_package(self._libraries_of(folder), specifier)
        yield from _of_package(self._linked_to(folder), specifier)
        if config.base is not None:
            yield config.base / specifier
        if specifier.startswith("/"):
            yield self.root / specifier[1:]
        yield from self._usual(folder, specifier)

    def _usual(self, folder: Path, specifier: str) -> Iterator[Path]:
        """Where `@/x` and `src/x` are if no configuration that is read says it."""
        first, _, rest = specifier.partition("/")
        if first not in _USUAL or not rest:
            return
        while not (beside := self._names(folder)) or "package.json" not in beside:
            if not self._goes_up(folder):
                return
            folder = folder.parent
        yield folder / "src" / rest

    def _own_subpaths(self, folder: Path) -> tuple[Subpath, ...]:
        """The subpaths of the package that a folder belongs to, as Node takes them."""
        known = self._subpaths.get(folder)
        if known is None:
            if "package.json" in self._names(folder):
                known = subpaths(folder / "package.json")
            else:
                known = self._own_subpaths(folder.parent) if self._goes_up(folder) else ()
            self._subpaths[folder] = known
        return known

    def _libraries_of(self, folder: Path) -> dict[str, Package]:
        known = self._libraries.get(folder)
        if known is None:
            if "angular.json" in self._names(folder):
                known = libraries(folder)
            else:
                known = self._libraries_of(folder.parent) if self._goes_up(folder) else {}
            self._libraries[folder] = known
        return known

    def _linked_to(self, folder: Path) -> dict[str, Package]:
        known = self._linked.get(folder)
        if known is None:
            known = linked(folder) if "package.json" in self._names(folder) else {}
            if self._goes_up(folder):
                known = {**self._linked_to(folder.parent), **known}
            self._linked[folder] = known
        return known

    @cached_property
    def _packages(self) -> dict[str, Package]:
        return packages(self.root)

    def _file(self, path: Path) -> Path | None:
        path = Path(os.path.normpath(path))
        if path not in self._files:
            self._files[path] = self._spelled(path)
        return self._files[path]

    def _spelled(self, path: Path) -> Path | None:
        """The file that `path` means, without its extension perhaps, or as a folder."""
        beside = self._names(path.parent)
        name = next((n for n in _spellings(path) if n in beside), None)
        if name is not None:
            return path.with_name(name)
        inside = self._names(path)
        return next((path / n for n in _INDICES if n in inside), None)

    def _names(self, folder: Path) -> frozenset[str]:
        """The names of a folder's files, read once; of what is no folder, none."""
        names = self._listed.get(folder)
        if names is None:
            try:
                with os.scandir(folder) as entries:
                    names = frozenset(entry.name for entry in entries if entry.is_file())
            except OSError:
                names = frozenset()
            self._listed[folder] = names
        return names

    def _config(self, folder: Path) -> PathsConfig:
        config = self._configs.get(folder)
        if config is None:
            own = self._own_config(folder)
            config = read_paths(own) if own is not None else PathsConfig()
            if config == PathsConfig() and self._goes_up(folder):
                config = self._config(folder.parent)
            self._configs[folder] = config
        return config

    def _own_config(self, folder: Path) -> Path | None:
        return next((folder / n for n in _CONFIGS if n in self._names(folder)), None)

    def depends_on(self, folder: Path, specifier: str) -> bool:
        """Whether a package.json above the files of `folder` asks for the specifier's package."""
        return _package(specifier) in self._dependencies(folder)

    def _dependencies(self, folder: Path) -> frozenset[str]:
        known = self._needed.get(folder)
        if known is None:
            known = frozenset()
            if "package.json" in self._names(folder):
                content = table(read(folder / "package.json"))
                listed = (table(content.get(kind)) for kind in _NEEDED)
                known = frozenset(
                    name
                    for needed in listed
                    for name, version in needed.items()
                    if not str(version).startswith(_OF_REPOSITORY)
                )
            if self._goes_up(folder):
                known |= self._dependencies(folder.parent)
            self._needed[folder] = known
        return known

    def infers(self, folder: Path) -> bool:
        """Whether `noImplicitAny` holds in a folder; not without a config that says so."""
        known = self._inferring.get(folder)
        if known is None:
            own = self._own_config(folder)
            if own is not None:
                known = infers(own)
            else:
                known = self._goes_up(folder) and self.infers(folder.parent)
            self._inferring[folder] = known
        return known

    def _folder_aliases(self, folder: Path) -> tuple[Alias, ...]:
        aliases = self._aliases.get(folder)
        if aliases is None:
            aliases = bundler_aliases(folder, self._names(folder))
            if self._goes_up(folder):
                aliases += self._folder_aliases(folder.parent)
            self._aliases[folder] = aliases
        return aliases

    def _goes_up(self, folder: Path) -> bool:
        """Configuration is looked for up to the root, or the repository that holds it."""
        return folder.parent != folder and not (folder / ".git").exists()


def _of_patterns(
    patterns: tuple[tuple[str, tuple[Path, ...]], ...], specifier: str
) -> Iterator[Path]:
    for pattern, targets in patterns:
        rest = _match(pattern, specifier)
        for target in targets if rest is not None else ():
            yield Path(str(target).replace("*", rest or "", 1))


def _of_package(packages: dict[str, Package], specifier: str) -> Iterator[Path]:
    name = _package(specifier)
    package = packages.get(name)
    if package is not None:
        yield from package.entries(specifier[len(name) :].lstrip("/"))


def _package(specifier: str) -> str:
    """`@scope/name` of `@scope/name/file`."""
    return "/".join(specifier.split("/")[: 2 if specifier.startswith("@") else 1])


def _spellings(path: Path) -> Iterator[str]:
    """The names that a file may have for which an import says `path`."""
    if path.suffix in EXTENSIONS or path.suffix in EMBEDDED:
        yield path.name
    for suffix in _OUTPUTS.get(path.suffix, ()):
        yield path.stem + suffix
    for suffix in EXTENSIONS + EMBEDDED:
        yield path.name + suffix


def _match(pattern: str, specifier: str) -> str | None:
    """What `*` stands for when `specifier` fits a paths pattern; "" without a star."""
    before, star, after = pattern.partition("*")
    if not star:
        return "" if pattern == specifier else None
    fits = specifier.startswith(before) and specifier.endswith(after)
    if not fits or len(specifier) < len(before) + len(after):
        return None
    return specifier[len(before) : len(specifier) - len(after)]


def read_paths(config: Path, depth: int = 8) -> PathsConfig:
    """The `paths` and `baseUrl` that hold for a tsconfig, `extends` and `references` followed."""
    content = table(read(config))
    options = table(content.get("compilerOptions"))
    base = options.get("baseUrl")
    base_path = config.parent / base if isinstance(base, str) else None
    patterns = tuple(_patterns(options.get("paths"), base_path or config.parent))
    result = PathsConfig(patterns, base_path)
    if result.patterns or depth == 0:
        return result
    for other in _related(config, content):
        found = read_paths(other, depth - 1)
        if found.patterns or (found.base and result.base is None):
            result = PathsConfig(found.patterns, result.base or found.base)
        if result.patterns:
            break
    return result


def _patterns(paths: Value, base: Path) -> Iterator[tuple[str, tuple[Path, ...]]]:
    # Longest prefix first, as TypeScript chooses among patterns that fit.
    for pattern in sorted(table(paths), key=lambda p: (-len(p.partition("*")[0]), p)):
        yield pattern, tuple(base / target for target in strings(table(paths)[pattern]))


def _related(config: Path, content: dict[str, Value]) -> Iterator[Path]:
    for name in strings(content.get("extends")):
        yield from extended(config, name)
    yield from referred(config, content)
