"""Turns dotted names into modules of the backend, read from disk and executed on first use.

Roots are searched in order: the project's own folders, the stubs shipped with fixer (what is
known of Django, Django REST framework and others), then the packages of a virtual environment
that lies in the project.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import libcst as cst

from .source import Statement, parse_whole, read_text, split
from .values import Frame, Site

_NO_SOURCE = re.compile(r"\.|(?:node_modules|site-packages|tests?|migrations|venv|env)\Z")
_GATHERS = re.compile(r"\b(?:import_module|__import__)\(")
STUBS = Path(__file__).with_name("stubs")


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Something the source leaves open, where, and why it can't be known without running it."""

    site: Site
    reason: str

    def __str__(self) -> str:
        return f"{self.site}: {self.reason}"


@dataclass(eq=False)
class Module:
    """One module. `path` is None for a folder without `__init__.py`.

    `stars`: modules that aren't there to be read, of which it has all names. `may_gain`: a module
    that some machines have may change it.
    """

    name: str
    path: Path | None
    is_package: bool
    is_stub: bool = False
    statements: list[Statement] = field(default_factory=list, repr=False)
    frame: Frame = field(init=False, repr=False)
    started: bool = False
    stars: list[str] = field(default_factory=list)
    may_gain: bool = False

    def __post_init__(self) -> None:
        self.frame = Frame(self, Statement(1, ""))

    @property
    def package(self) -> str:
        """What relative imports in the module are relative to."""
        return self.name if self.is_package else self.name.rpartition(".")[0]


Runner = Callable[[Module], None]


@dataclass(eq=False)
class Project:
    """The modules in `roots` and `packages`, and what was left open while reading them.

    `sources`: the files that were read, with the syntax that was asked for; another reading of
    the same project may have them, too.
    """

    roots: Sequence[Path]
    packages: Sequence[Path]
    run: Runner
    sources: dict[Path, list[Statement]] = field(default_factory=dict)
    unresolved: list[Unresolved] = field(default_factory=list)
    settings: Module | None = None
    found: dict[str, Module | None] = field(default_factory=dict)
    searched: set[re.Pattern[str]] = field(default_factory=set)

    def module(self, name: str) -> Module | None:
        """The module called `name`, executed as far as possible; None if it isn't there."""
        if name not in self.found:
            self.found[name] = self._load(name)
        module = self.found[name]
        if module and not module.started:
            module.started = True
            self.run(module)
        return module

    def run_script(self, path: Path) -> None:
        """Carries out a file that is run and not imported: `manage.py`."""
        self.run(self._read("__main__", path, is_stub=False))

    def add_root(self, folder: Path) -> None:
        """Looks for modules in `folder`, too, if it is a part of the project."""
        folder = Path(os.path.normpath(folder))
        if folder not in self.roots and self.holds(folder) and folder.is_dir():
            self.roots = (*self.roots, folder)
            self.found = {name: module for name, module in self.found.items() if module}

    def holds(self, folder: Path) -> bool:
        """Whether `folder` is one of the project's own."""
        whole = folder.absolute()
        return any(whole.is_relative_to(root.absolute()) for root in self.roots)

    def load_all(self, pattern: re.Pattern[str]) -> None:
        """Executes each module in the roots, tests left out, in whose text `pattern` is found.

        Whoever imports them, what they do when they are imported counts.
        """
        if pattern not in self.searched:
            self.searched.add(pattern)
            for name in self.holding(pattern):
                self.module(name)

    def holding(self, pattern: re.Pattern[str]) -> Iterator[str]:
        """The modules in the roots, tests left out, in whose text `pattern` is found."""
        for root in self.roots:
            for path in sorted(_modules(root)):
                parts = path.relative_to(root).with_suffix("").parts
                try:
                    found = pattern.search(read_text(path))
                except (OSError, SyntaxError, UnicodeError):
                    continue
                if found:
                    yield ".".join(parts).removesuffix(".__init__")

    def beside(self, module: Module, pattern: str) -> Iterator[Module]:
        """The files that `pattern` names from the folder of `module`, unread until they are run."""
        if module.path is None or not pattern or pattern.startswith("/"):
            return
        for path in sorted(module.path.parent.glob(pattern)):
            if path.suffix == ".py" and path != module.path:
                yield self._read(f"{module.package}.{path.stem}", path, is_stub=module.is_stub)

    def gathered(self, package: Module, name: str) -> Module | None:
        """The one module that defines `name`, of a package that takes all names of all its own.

        `setattr(sys.modules[__name__], name, …)` for what `import_module` gives.
        """
        text = "".join(statement.text for statement in package.statements)
        if not package.is_package or not _GATHERS.search(text) or "setattr(" not in text:
            return None
        defines = re.compile(rf"^(?:class|def) {re.escape(name)}\b", re.MULTILINE)
        found = [
            module.name
            for module in self.beside(package, "*.py")
            if any(defines.search(statement.text) for statement in module.statements)
        ]
        return self.module(found[0]) if len(found) == 1 else None

    def lacks(self, name: str) -> bool:
        """Whether the project has the package that `name` would be in, and not `name`."""
        holder = self.module(name.rpartition(".")[0])
        has_package = holder is not None and holder.is_package and not holder.is_stub
        return has_package and self.module(name) is None

    def note(self, site: Site, reason: str) -> None:
        """Remembers, once, that something at `site` can't be known."""
        entry = Unresolved(Site(site.module, site.line), reason)
        if not site.module.is_stub and entry not in self.unresolved:
            self.unresolved.append(entry)

    def _load(self, name: str) -> Module | None:
        parts = name.split(".")
        if not all(part.isidentifier() for part in parts):
            return None
        for root in (*self.roots, STUBS, *self.packages):
            if (path := _file_of(root, parts)) is not None:
                return self._read(name, path, is_stub=root == STUBS)
        if any(root.joinpath(*parts).is_dir() for root in self.roots):
            return Module(name, None, is_package=True)
        return None

    def _read(self, name: str, path: Path, *, is_stub: bool) -> Module:
        module = Module(name, path, path.stem == "__init__", is_stub)
        if path not in self.sources:
            try:
                self.sources[path] = split(read_text(path))
            except (OSError, SyntaxError, UnicodeError) as error:
                self.note(Site(module, 0), f"the file can't be read: {error}")
                return module
        module.statements = self.sources[path]
        return module

    def syntax(self, module: Module, statement: Statement) -> Sequence[cst.CSTNode]:
        """The nodes of `statement`, by a parse of the whole module where it can't stand alone."""
        try:
            return statement.nodes
        except cst.ParserSyntaxError:
            return self._from_whole(module, statement)

    def _from_whole(self, module: Module, statement: Statement) -> Sequence[cst.CSTNode]:
        assert module.path is not None
        try:
            whole = parse_whole(read_text(module.path))
        except (cst.ParserSyntaxError, OSError, SyntaxError, UnicodeError):
            self.note(Site(module, statement.line), "libcst can't parse this statement")
            return ()
        for candidate in whole:
            if candidate.line == statement.line:
                statement.whole, statement.positions = candidate.whole, candidate.positions
                return statement.nodes
        return ()

    def absolute(self, module: Module, dots: int, name: str) -> str:
        """The dotted name that `from ..name import` means in `module`."""
        if not dots:
            return name
        package = module.package.split(".")
        base = package[: len(package) - (dots - 1)]
        return ".".join([*base, name] if name else base)


def _file_of(root: Path, parts: Sequence[str]) -> Path | None:
    folder = root.joinpath(*parts)
    for ending in (".py", ".pyi") if root == STUBS else (".py",):
        for path in (folder / f"__init__{ending}", Path(f"{folder}{ending}")):
            if path.is_file():
                return path
    return None


def _modules(root: Path) -> Iterator[Path]:
    """The Python files below `root` that a running backend may import."""
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not _NO_SOURCE.match(name)]
        for name in files:
            if name.endswith(".py") and not name.startswith("test"):
                yield Path(folder, name)
