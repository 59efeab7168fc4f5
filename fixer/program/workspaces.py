"""package.json files become the packages of a workspace, and their entry files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fixer.program.jsonc import Value, read, strings, table

# Sources first: what a package publishes is often built, and then not in the tree.
_CONDITIONS = ("source", "development", "types", "import", "module", "default", "require", "node")
_BUILT = ("dist/", "build/", "lib/", "out/")
_BY_PATH = frozenset({"file", "link", "portal"})


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the project itself, by its folder and the content of its package.json."""

    folder: Path
    manifest: dict[str, Value]

    def entries(self, subpath: str) -> Iterator[Path]:
        """Files (perhaps without extension) that `name/subpath` may mean, likeliest first."""
        for target in self._targets(subpath):
            yield self.folder / target
            yield from self._sources(target)
        if subpath:
            yield self.folder / subpath
            yield self.folder / "src" / subpath
        else:
            yield self.folder / "src" / "index"
            yield self.folder / "index"

    def _targets(self, subpath: str) -> Iterator[str]:
        exports = self.manifest.get("exports")
        if isinstance(exports, dict) and any(k.startswith(".") for k in exports):
            yield from _exported(exports, f"./{subpath}" if subpath else ".")
        elif not subpath:
            yield from _conditional(exports)
        if not subpath:
            for key in ("source", "types", "typings", "module", "main"):
                yield from strings(self.manifest.get(key))

    def _sources(self, target: str) -> Iterator[Path]:
        """The source of a built file: `dist/x.js` was `src/x.ts`."""
        plain = target.removeprefix("./")
        for built in _BUILT:
            if plain.startswith(built):
                stem = plain[len(built) :]
                for ending in (".d.ts", ".js", ".mjs", ".cjs"):
                    stem = stem.removesuffix(ending)
                yield self.folder / "src" / stem
                yield self.folder / stem


def _exported(exports: dict[str, Value], key: str) -> Iterator[str]:
    if key in exports:
        yield from _conditional(exports[key])
    for pattern, value in exports.items():
        before, star, after = pattern.partition("*")
        if star and key.startswith(before) and key.endswith(after):
            rest = key[len(before) : len(key) - len(after)]
            yield from (t.replace("*", rest) for t in _conditional(value))


def _conditional(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _conditional(item)
    elif isinstance(value, dict):
        for condition in _CONDITIONS:
            if condition in value:
                yield from _conditional(value[condition])


def packages(root: Path) -> dict[str, Package]:
    """The packages of the workspace that `root` is, or is a part of, by name."""
    found: dict[str, Package] = {}
    for folder in _folders(workspace_root(root)):
        manifest = table(read(folder / "package.json"))
        name = manifest.get("name")
        if isinstance(name, str):
            found.setdefault(name, Package(folder, manifest))
    return found


def libraries(root: Path) -> dict[str, Package]:
    """The libraries of the Angular workspace in `root`, of which scripts import what is built."""
    found: dict[str, Package] = {}
    for project in table(table(read(root / "angular.json")).get("projects")).values():
        folder = next(iter(strings(table(project).get("root"))), "")
        if table(project).get("projectType") != "library" or not folder:
            continue
        manifest = dict(table(read(root / folder / "package.json")))
        packed = table(table(read(root / folder / "ng-package.json")).get("lib"))
        name = manifest.get("name")
        if isinstance(name, str):
            manifest["source"] = packed.get("entryFile", "src/public-api.ts")
            found.setdefault(name, Package(root / folder, manifest))
    return found


def linked(folder: Path) -> dict[str, Package]:
    """What the package.json in `folder` depends on by its path in the repository."""
    found: dict[str, Package] = {}
    content = table(read(folder / "package.json"))
    for kind in ("dependencies", "devDependencies"):
        for name, version in table(content.get(kind)).items():
            protocol, _, place = str(version).partition(":")
            target = Path(os.path.normpath(folder / place))
            if protocol in _BY_PATH and target.is_dir():
                found.setdefault(name, Package(target, table(read(target / "package.json"))))
    return found


def workspace_root(root: Path) -> Path:
    """The folder of the workspace (npm, yarn, pnpm) that `root` is in, or `root` itself."""
    for folder in (root, *root.parents):
        if (folder / "pnpm-workspace.yaml").is_file():
            return folder
        if "workspaces" in table(read(folder / "package.json")):
            return folder
        if (folder / ".git").exists():
            break
    return root


def _folders(root: Path) -> Iterator[Path]:
    yield root
    for pattern in _globs(root):
        if pattern.startswith("!"):
            continue
        for manifest in sorted(root.glob(f"{pattern.rstrip('/')}/package.json")):
            if "node_modules" not in manifest.parts:
                yield manifest.parent


def _globs(root: Path) -> list[str]:
    globs: list[str] = []
    pnpm = root / "pnpm-workspace.yaml"
    if pnpm.is_file():
        import yaml  # most projects have no such file, and pay nothing for it

        try:
            content = yaml.safe_load(pnpm.read_bytes())
        except yaml.YAMLError:
            content = None
        globs += strings(content.get("packages")) if isinstance(content, dict) else []
    workspaces = table(read(root / "package.json")).get("workspaces")
    globs += strings(table(workspaces).get("packages")) or strings(workspaces)
    return [g.removeprefix("./") for g in globs]
